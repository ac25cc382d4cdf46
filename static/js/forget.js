// Signing out leaves nothing that was typed behind in the browser; nor does choosing between two texts.
import { forget } from "./unsaved.js";

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches('[action$="/logg-ut"]')) forget();
  if (form.matches("[data-settles]")) forget(`${location.pathname} `);
});
