// What is typed and not saved, kept in this browser for a few days under its writer's own mark.
const PREFIX = "tilsagn unsaved ";
const KEPT_MS = 3 * 24 * 60 * 60 * 1000;
const OURS = new Set(["csrf_token", "seen", "writer"]);

// Everything a form would send, as one text; no files, and nothing of ours.
export const fieldsOf = (form) =>
  new URLSearchParams([...new FormData(form)].filter(([name, value]) => typeof value === "string" && !OURS.has(name))).toString();

// An empty row more or less in a table is nothing that anybody typed.
const filled = (fields) => [...new URLSearchParams(fields)].filter(([, value]) => value !== "").map(String);

export const differs = (fields, form) => filled(fields).join("\n") !== filled(fieldsOf(form)).join("\n");

// Whether all that was typed stands in the form, maybe with more.
export const stands = (fields, form) => {
  const there = new Set(filled(fieldsOf(form)));
  return filled(fields).every((one) => there.has(one));
};

export const keep = (key, what) => {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify({ ...what, at: Date.now() }));
  } catch {
    // A full or closed store: the server still has what was saved.
  }
};

export const find = (key) => {
  forgetOld();
  const text = localStorage.getItem(PREFIX + key);
  return text ? JSON.parse(text) : null;
};

export const drop = (key) => localStorage.removeItem(PREFIX + key);

// Signing out, or choosing between two texts, leaves nothing behind in the browser.
export const forget = (start = "") => {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX + start)) localStorage.removeItem(key);
};

const forgetOld = () => {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX) && Date.now() - JSON.parse(localStorage.getItem(key)).at > KEPT_MS) localStorage.removeItem(key);
  }
};

// Puts what was kept back into the form.
export const fill = (form, fields) => {
  const values = new URLSearchParams(fields);
  for (const control of form.elements) {
    if (!control.name || OURS.has(control.name) || control.type === "file") continue;
    if (["checkbox", "radio"].includes(control.type)) control.checked = values.getAll(control.name).includes(control.value);
    else if (control.tagName === "SELECT" && control.multiple) {
      for (const option of control.options) option.selected = values.getAll(control.name).includes(option.value);
    } else if (control.tagName !== "BUTTON" && control.type !== "submit") control.value = values.get(control.name) ?? "";
  }
  // Rows that were added to a table are not on this page yet: they are sent all the same, and shown when saved.
  for (const [name, value] of values) if (!form.elements[name]) form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
};
