// Takes a block that is copied from a spreadsheet: all of it fits, or nothing is pasted and it says why.
import { placeOf, rowsOf } from "./budget-keys.js";
import { ore } from "./budget-sums.js";

const EMPTY = /^\s*[-–—]?\s*$/;

export const blockOf = (text) =>
  text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n").map((line) => line.split("\t"));

const filledIn = (text, values) => text.replace(/\{(\w+)\}/g, (_whole, name) => values[name]);

// Gives the fields with what goes into each, or the sentence that says why not.
const fitted = (form, input, block) => {
  const rows = rowsOf(form);
  const [down, across] = placeOf(rows, input);
  const width = Math.max(...block.map((line) => line.length));
  const [tall, wide] = [rows.length - down, rows[down].length - across];
  if (block.length > tall) return { refusal: filledIn(form.dataset.tooTall, { count: block.length, room: tall }) };
  if (width > wide) return { refusal: filledIn(form.dataset.tooWide, { count: width, room: wide }) };
  const pairs = [];
  for (const [row, line] of block.entries()) {
    for (const [column, text] of line.entries()) {
      const value = EMPTY.test(text) ? "" : text.trim();
      if (ore(value) === null || !rows[down + row][across + column]) {
        return { refusal: filledIn(form.dataset.noAmount, { text: value, row: row + 1, column: column + 1 }) };
      }
      pairs.push([rows[down + row][across + column], value]);
    }
  }
  return { pairs };
};

export const takePastes = (form) => {
  const told = form.querySelector(".grid-told");
  let before = null;

  const changed = () => form.dispatchEvent(new Event("input", { bubbles: true }));

  const undo = () => {
    for (const [field, value] of before) field.value = value;
    before[0][0].focus();
    before = null;
    told.textContent = form.dataset.undone;
    changed();
  };

  const offerUndo = () => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "ds-button";
    button.dataset.variant = "tertiary";
    button.textContent = form.dataset.undo;
    button.addEventListener("click", undo);
    told.append(" ", button);
  };

  form.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain");
    if (!event.target.matches(".grid input") || !/[\t\n]/.test(text.replace(/\n$/, ""))) return;
    event.preventDefault();
    const { pairs, refusal } = fitted(form, event.target, blockOf(text));
    told.dataset.state = refusal ? "refused" : "done";
    told.textContent = refusal ?? filledIn(form.dataset.pasted, { count: pairs.length });
    if (refusal) return;
    before = pairs.map(([field]) => [field, field.value]);
    for (const [field, value] of pairs) field.value = value;
    offerUndo();
    changed();
  });

  form.addEventListener("keydown", (event) => {
    if (before && event.key === "z" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      undo();
    }
  });
  // What is typed afterwards is undone as typing is, by the browser.
  form.addEventListener("beforeinput", () => { before = null; });
};
