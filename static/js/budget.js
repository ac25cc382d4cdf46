// Adds the budget up while it is typed. The server adds it up again when it is saved.
const AMOUNT = /^(\d{1,3}(\.\d{3})+|\d+)(,\d{1,2})?$/;

// Gives øre; what cannot be read counts as nothing until the server says what is wrong with it.
const ore = (text) => {
  const bare = text.replace(/\s/g, "").toLowerCase().replace(/kr$/, "").replace(/,-$/, "");
  if (!AMOUNT.test(bare)) return 0;
  const [whole, decimals = ""] = bare.replaceAll(".", "").split(",");
  return Number(whole) * 100 + Number(decimals.padEnd(2, "0"));
};

const kroner = (amount) => {
  const digits = String(Math.floor(amount / 100)).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
  const rest = amount % 100;
  return `${digits}${rest ? `,${String(rest).padStart(2, "0")}` : ""}\u00a0kr`;
};

for (const form of document.querySelectorAll("form.budget")) {
  const others = { own: Number(form.dataset.othersOwn), total: Number(form.dataset.othersTotal) };
  const required = Number(form.dataset.required);
  const shareLine = form.querySelector("[data-own-share]");
  const show = (key, amount) => {
    for (const output of form.querySelectorAll(`[data-sum="${key}"]`)) output.value = kroner(amount);
  };

  const add = () => {
    const sums = new Map();
    for (const output of form.querySelectorAll("[data-sum]")) {
      if (!["row", "share"].includes(output.dataset.sum)) sums.set(output.dataset.sum, 0);
    }
    for (const row of form.querySelectorAll("tr[data-source]")) {
      const source = row.dataset.source;
      let total = 0;
      for (const cell of row.querySelectorAll("[data-year]")) {
        const amount = ore(cell.querySelector("input").value);
        const key = `${source}-${cell.dataset.year}`;
        total += amount;
        sums.set(key, (sums.get(key) ?? 0) + amount);
      }
      sums.set(source, (sums.get(source) ?? 0) + total);
      row.querySelector('[data-sum="row"]').value = kroner(total);
    }
    for (const [key, amount] of sums) show(key, amount);
    const own = others.own + sums.get("own_funding") + sums.get("own_effort");
    const all = others.total + ["grant", "own_funding", "own_effort", "other_public"]
      .reduce((sum, source) => sum + sums.get(source), 0);
    // Rounded down, as the server does: 19.999 percent is never shown as 20.
    const share = all ? Math.floor((own * 10000) / all) / 100 : 0;
    form.querySelector('[data-sum="share"]').value = share.toFixed(2).replace(".", ",");
    shareLine.dataset.state = share >= required ? "enough" : "short";
  };

  form.addEventListener("input", add);
}
