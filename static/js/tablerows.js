// A button under a table to fill in that adds a row. Without scripts saving gives new rows.
const MOST_ROWS = 100;

for (const field of document.querySelectorAll(".table-field")) {
  const body = field.querySelector("tbody");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ds-button";
  button.dataset.variant = "secondary";
  button.textContent = field.dataset.add;

  button.addEventListener("click", () => {
    const number = body.rows.length;
    if (number >= MOST_ROWS) return;
    const row = body.rows[number - 1].cloneNode(true);
    for (const control of row.querySelectorAll("input, select")) {
      control.name = control.name.replace(/^(q-\d+)-\d+-/, `$1-${number}-`);
      control.id = control.name;
      control.value = "";
      control.removeAttribute("aria-invalid");
      control.removeAttribute("aria-describedby");
      control.closest("td").querySelector(".cell-note")?.remove();
      const label = control.closest("td").dataset.label;
      control.setAttribute("aria-label", `${label}, ${field.dataset.row} ${number + 1}`);
    }
    body.append(row);
    row.querySelector("input, select").focus();
  });
  field.querySelector(".table-frame").after(button);
}
