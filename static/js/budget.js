// Adds the budget up and holds it against the call's rules while it is typed. The server does both anew.
import { moveAbout } from "./budget-keys.js";
import { judge, kroner, ore, share, sums } from "./budget-sums.js";
import { takePastes } from "./budget-paste.js";

const percent = (value) => String(value).replace(".", ",");

const amountIn = (cell) => {
  const input = cell.querySelector("input");
  return input ? ore(input.value) : Number(cell.querySelector("[data-amount]")?.dataset.amount ?? 0);
};

const readRow = (row, partner, cells) => {
  let total = 0;
  for (const cell of row.querySelectorAll("[data-year]")) {
    const amount = amountIn(cell);
    const input = cell.querySelector("input");
    if (amount === null) input.setAttribute("aria-invalid", "true");
    else input?.removeAttribute("aria-invalid");
    for (const breach of cell.querySelectorAll(".breach")) breach.hidden = !amount;
    cells.push({ partner, source: row.dataset.source, year: cell.dataset.year, amount: amount ?? 0 });
    total += amount ?? 0;
  }
  row.querySelector('[data-sum="row"]').value = kroner(total);
};

const tell = (line, found, names) => {
  if (line.dataset.rule === "cells") {
    line.hidden = !line.closest("form").querySelector(".breach:not([hidden])");
    return;
  }
  const verdict = judge(line.dataset.rule, Number(line.dataset.limit), found);
  const value = line.dataset.rule === "own_share" ? percent(verdict.found) : kroner(verdict.found ?? 0);
  const text = verdict.idle ? line.dataset.idle : verdict.broken ? line.dataset.broken : line.dataset.kept;
  const who = (verdict.partners ?? []).map((partner) => names.get(partner)).join(", ");
  line.dataset.state = verdict.broken ? "broken" : "kept";
  line.querySelector(".rule-told").textContent = text.replace("{found}", value).replace("{partners}", who);
};

for (const form of document.querySelectorAll("form.budget")) {
  const bodies = [...form.querySelectorAll("tbody[data-partner]")];
  const names = new Map(bodies.map((body) => [body.dataset.partner, body.dataset.name]));
  // Parts that this page does not show count in the sums all the same.
  const hidden = JSON.parse(form.dataset.elsewhere ?? "[]");
  for (const { partner, name } of hidden) names.set(partner, name);

  const add = () => {
    const cells = hidden.map((one) => ({ ...one }));
    for (const body of bodies) {
      for (const row of body.querySelectorAll("tr[data-source]")) readRow(row, body.dataset.partner, cells);
    }
    const found = sums(cells);
    for (const output of form.querySelectorAll("[data-sum]")) {
      const key = output.dataset.sum;
      if (key === "share") output.value = share(found).toFixed(2).replace(".", ",");
      else if (key !== "row") output.value = kroner(found.get(key) ?? 0);
    }
    for (const line of form.querySelectorAll("[data-rule]")) tell(line, found, names);
  };

  form.addEventListener("input", add);
  moveAbout(form);
  takePastes(form);
  add();
}
