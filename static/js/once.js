// A form that is on its way is not sent again by an impatient second click.
// After a while it may: the answer can be a file, and then the page stays.
const WAIT_MS = 5000;

const free = (form) => {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll("button[aria-busy]")) button.removeAttribute("aria-busy");
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  event.submitter?.setAttribute("aria-busy", "true");
  setTimeout(free, WAIT_MS, form);
});

// Coming back with the browser's button, the page may be sent anew.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) free(form);
});
