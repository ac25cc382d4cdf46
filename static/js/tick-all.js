// A button over a list of checkboxes that ticks them all, or none. Without scripts each is ticked by itself.
for (const form of document.querySelectorAll("form[data-tick-all]")) {
  const boxes = [...form.querySelectorAll('tbody input[type="checkbox"]')];
  if (boxes.length < 2) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ds-button tick-all";
  button.dataset.variant = "tertiary";
  const all = () => boxes.every((box) => box.checked);
  const name = () => { button.textContent = all() ? form.dataset.tickNone : form.dataset.tickAll; };
  button.addEventListener("click", () => {
    const tick = !all();
    for (const box of boxes) box.checked = tick;
    name();
  });
  form.addEventListener("change", name);
  name();
  form.querySelector(".table-frame").before(button);
}
