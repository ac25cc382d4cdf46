// Shows a question only when the answers ask it, by the rules of criteria/asking.py. Without scripts every
// question stands there with the sentence that says when it is answered.
const AMOUNT = /^(\d{1,3}(\.\d{3})+|\d+)(,\d{1,2})?$/;
const bare = (text) => text.replace(/\s/g, "");

const READ = {
  number: (box) => bare(box.querySelector("input").value).replace(/^0+(?=\d)/, ""),
  money: (box) => {
    const typed = bare(box.querySelector("input").value).toLowerCase().replace(/kr$/, "").replace(/,-$/, "");
    if (!AMOUNT.test(typed)) return "";
    const [whole, decimals = ""] = typed.replaceAll(".", "").split(",");
    return String(Number(whole) * 100 + Number(decimals.padEnd(2, "0")));
  },
  choice: (box) => box.querySelector('input[type="radio"]:checked')?.value ?? "",
  choices: (box) =>
    [...box.querySelectorAll('input[type="checkbox"]:checked:not([name$="-irrelevant"])')].map((one) => one.value).join(" "),
  declaration: (box) => (box.querySelector('input[type="checkbox"]').checked ? "yes" : ""),
};

const answerOf = (box) => {
  if (box.querySelector('.irrelevant input[type="checkbox"]')?.checked) return "";
  return READ[box.dataset.kind]?.(box) ?? "";
};

const fits = ({ test, value }, answer) => {
  if (!answer) return false;
  if (test === "any_of" || test === "none_of") {
    const met = answer.split(" ").some((one) => value.split(" ").includes(one));
    return met === (test === "any_of");
  }
  if (!/^\d+$/.test(answer)) return false;
  return test === "at_least" ? Number(answer) >= Number(value) : Number(answer) <= Number(value);
};

const isFilled = (box) =>
  [...box.querySelectorAll(".question-body :is(input, select, textarea)")].some((one) =>
    ["radio", "checkbox"].includes(one.type) ? one.checked : one.value.trim() !== "",
  ) || box.querySelector(".answer-files") !== null;

for (const form of document.querySelectorAll("form:has(.question[data-when])")) {
  const boxes = [...form.querySelectorAll(".question")];

  const follow = () => {
    const answers = new Map();
    for (const box of boxes) {
      const number = Number(box.id.replace("question-", ""));
      let asked = true;
      if (box.dataset.when) {
        const when = JSON.parse(box.dataset.when);
        const onThisPage = boxes.some((one) => one.id === `question-${when.on}`);
        asked = onThisPage ? fits(when, answers.get(when.on) ?? "") : box.dataset.asked === "yes";
        // What must be put right is never hidden.
        const wrong = box.querySelector('[aria-invalid="true"]') !== null;
        box.querySelector(".question-body").hidden = !asked && !wrong;
        box.querySelector(".question-when").hidden = true;
        box.querySelector(".question-kept").hidden = asked || !isFilled(box);
      }
      if (asked) answers.set(number, answerOf(box));
    }
  };

  form.addEventListener("input", follow);
  form.addEventListener("change", follow);
  follow();
}
