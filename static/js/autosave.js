// A section saves itself when its writer pauses, and tells how that went. The button works as before.
// What is typed lies in this browser too until it is saved, under the writer's own mark.
import { differs, drop, fieldsOf, fill, find, keep, stands } from "./unsaved.js";

const PAUSE_MS = 1200;
const RETRY_MS = [3000, 6000, 15000, 30000];

class Autosave {
  constructor(line) {
    this.line = line;
    this.form = line.closest("form");
    this.told = line.querySelector(".saved");
    // The mark begins with whose it is; its signature is not for the store.
    this.key = `${location.pathname} ${this.form.elements.writer.value.split(".")[0]}`;
    this.tries = 0;
    this.stopped = false;
    // What the server has: a form that came back unsaved differs from it, whatever it holds.
    this.saved = document.querySelector(".error-summary, [data-unsaved]") ? null : fieldsOf(this.form);
  }

  start() {
    const left = find(this.key);
    const came = left?.taking && stands(left.fields, this.form);
    if (left && !came && differs(left.fields, this.form)) this.offer(left);
    else drop(this.key);
    this.form.addEventListener("input", () => this.typed());
    this.form.addEventListener("change", () => this.typed());
    this.form.addEventListener("submit", (event) => this.submitted(event));
    addEventListener("online", () => this.save());
    document.addEventListener("visibilitychange", () => { if (document.hidden) this.save(true); });
    addEventListener("beforeunload", (event) => { if (this.leavesSomething()) event.preventDefault(); });
  }

  get dirty() { return fieldsOf(this.form) !== this.saved; }

  // A pause too short to save in is caught when the page is hidden; what has failed is not.
  leavesSomething() { return !this.leaving && this.dirty && ["failed", "refused", "conflict", "signed_out"].includes(this.line.dataset.state); }

  typed() {
    keep(this.key, { fields: fieldsOf(this.form), seen: this.form.elements.seen.value });
    clearTimeout(this.timer);
    if (!this.stopped) this.timer = setTimeout(() => this.save(), PAUSE_MS);
  }

  async save(hiding = false) {
    clearTimeout(this.timer);
    if (this.stopped || this.leaving || !this.dirty) return;
    if (this.sending) {
      this.again = true;
      return;
    }
    this.sending = this.send(hiding);
    await this.sending;
    this.sending = null;
    if (this.again) {
      this.again = false;
      await this.save();
    }
  }

  async send(hiding) {
    const fields = fieldsOf(this.form);
    const body = new URLSearchParams(fields);
    for (const name of ["csrf_token", "seen", "writer"]) body.set(name, this.form.elements[name].value);
    try {
      const answer = await fetch(this.form.action, {
        method: "POST", body, headers: { Accept: "application/json" }, keepalive: hiding, redirect: "error",
      });
      if (!answer.headers.get("Content-Type")?.startsWith("application/json")) throw new Error(answer.status);
      this.take(await answer.json(), fields);
    } catch {
      this.failed();
    }
  }

  take(answer, fields) {
    this.tries = 0;
    this.line.dataset.state = answer.state;
    if (answer.state === "saved") this.took(answer, fields);
    else if (answer.state === "refused") this.tell(this.line.dataset.refused, answer.problems ?? [{ text: answer.text }]);
    else this.stop(answer);
  }

  took(answer, fields) {
    this.form.elements.seen.value = answer.seen;
    const wrong = answer.problems.length > 0;
    this.saved = wrong ? null : fields;
    if (wrong) this.line.dataset.state = "refused";
    if (!this.dirty) drop(this.key);
    this.tell(wrong ? `${answer.text}. ${this.line.dataset.partly}` : answer.text, answer.problems);
    if (answer.side) this.draw(document.createRange().createContextualFragment(answer.side));
    this.form.dispatchEvent(new CustomEvent("autosaved", { detail: answer }));
  }

  // What the page shows besides comes with the answer, and takes the place of what has its name.
  draw(fragment) { document.getElementById(fragment.firstElementChild.id)?.replaceWith(fragment); }

  // Somebody else has saved, or the session has ended: the button leads on, with all that is typed.
  stop(answer) {
    this.stopped = true;
    this.tell(answer.text, []);
    const button = document.createElement("button");
    button.className = "ds-button";
    button.dataset.variant = "secondary";
    button.textContent = answer.state === "conflict" ? this.line.dataset.compare : this.line.dataset.signIn;
    this.line.append(button);
  }

  failed() {
    this.line.dataset.state = "failed";
    this.tell(this.line.dataset.failed, []);
    this.timer = setTimeout(() => this.save(), RETRY_MS[Math.min(this.tries, RETRY_MS.length - 1)]);
    this.tries += 1;
  }

  tell(text, problems) {
    const said = problems.map((one) => (one.label ? `${one.label}: ${one.text}` : one.text));
    const whole = [text, ...said].join(" ");
    if (this.told.textContent !== whole) this.told.textContent = whole;
  }

  offer(left) {
    const text = document.createElement("p");
    text.textContent = this.line.dataset.found;
    const take = this.choice(this.line.dataset.take, () => {
      fill(this.form, left.fields);
      this.form.elements.seen.value = left.seen;
      for (const kind of ["input", "change"]) this.form.dispatchEvent(new Event(kind, { bubbles: true }));
    });
    const away = this.choice(this.line.dataset.drop, () => drop(this.key));
    this.offered = [text, take, away];
    this.line.prepend(...this.offered);
  }

  choice(text, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "ds-button";
    button.dataset.variant = "secondary";
    button.textContent = text;
    button.addEventListener("click", () => {
      for (const one of this.offered) one.remove();
      act();
    });
    return button;
  }

  // Pressing the button while a save is on its way waits for it: else the two would look like two people.
  async submitted(event) {
    clearTimeout(this.timer);
    if (this.sending) {
      event.preventDefault();
      event.stopPropagation();
      const { submitter } = event;
      this.again = false;
      this.stopped = true;
      await this.sending;
      this.form.requestSubmit(submitter);
      return;
    }
    this.leaving = true;
    // The server adds rows of its own: the page that comes has what was typed, and more.
    if (event.submitter?.name === "take") keep(this.key, { fields: fieldsOf(this.form), seen: this.form.elements.seen.value, taking: true });
  }
}

for (const line of document.querySelectorAll("[data-autosave]")) new Autosave(line).start();
