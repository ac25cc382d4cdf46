// Moves between the cells of the grid as in a spreadsheet: arrows, Enter, and Tab as everywhere.
const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

// The fields row by row, over all partners; a year that a row lacks is left empty.
export const rowsOf = (form) =>
  [...form.querySelectorAll("tr[data-source]")]
    .map((row) => [...row.querySelectorAll("[data-year]")].map((cell) => cell.querySelector("input")))
    .filter((row) => row.some(Boolean));

export const placeOf = (rows, input) => {
  const down = rows.findIndex((row) => row.includes(input));
  return [down, down < 0 ? -1 : rows[down].indexOf(input)];
};

// Sideways only from the edge of what is written: inside it, the arrow moves the cursor.
const mayLeave = (input, sideways) => {
  const all = input.selectionStart === 0 && input.selectionEnd === input.value.length;
  if (all) return true;
  if (input.selectionStart !== input.selectionEnd) return false;
  return sideways < 0 ? input.selectionStart === 0 : input.selectionStart === input.value.length;
};

const stepOf = (event, input) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === "Enter") return event.shiftKey ? [-1, 0] : [1, 0];
  const step = event.shiftKey ? null : STEPS[event.key];
  return step && (step[1] === 0 || mayLeave(input, step[1])) ? step : null;
};

export const moveAbout = (form) => {
  const grid = form.querySelector(".grid");
  grid.addEventListener("keydown", (event) => {
    const input = event.target;
    if (!input.matches("input")) return;
    const step = stepOf(event, input);
    if (!step) return;
    event.preventDefault();
    const rows = rowsOf(form);
    let [down, across] = placeOf(rows, input);
    do {
      down += step[0];
      across += step[1];
    } while (rows[down] && across >= 0 && across < rows[down].length && !rows[down][across]);
    rows[down]?.[across]?.focus();
  });
  grid.addEventListener("focusin", (event) => { if (event.target.matches("input")) event.target.select(); });
};
