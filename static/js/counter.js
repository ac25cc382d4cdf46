// Counts what is left of a text area as the server counts it: tidied text, whole characters.
const tidied = (text) =>
  text.replace(/\r\n?/g, "\n").replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff]/g, "").normalize("NFC").trim();

for (const counter of document.querySelectorAll("[data-counter-for]")) {
  const area = document.getElementById(counter.dataset.counterFor);
  const limit = Number(counter.dataset.limit);
  let announced;

  const count = () => {
    const left = limit - [...tidied(area.value)].length;
    const over = left < 0;
    const words = over ? counter.dataset.over : counter.dataset.left;
    counter.textContent = `${Math.abs(left).toLocaleString("nb")} ${words}`;
    counter.dataset.state = over ? "over" : "within";
  };

  // A screen reader hears the count when the writer pauses, not at every key.
  const announce = () => {
    clearTimeout(announced);
    counter.removeAttribute("aria-live");
    announced = setTimeout(() => {
      counter.setAttribute("aria-live", "polite");
      count();
    }, 1000);
  };

  area.addEventListener("input", () => { count(); announce(); });
  count();
}
