// Follows work that goes on: asks the same page again and takes over its bar.
const EVERY_MS = 1000;
// The work goes before the bar: however slow the answers are, most of the time is left to it.
const REST = 4;

const take = (bar, fresh) => {
  const [old, now] = [bar, fresh].map((one) => one.querySelector("progress"));
  Object.assign(old, { max: now.max, value: now.value });
  const [count, counted] = [bar, fresh].map((one) => one.querySelector(".progress-count"));
  if (count.textContent !== counted.textContent) count.textContent = counted.textContent;
};

const ask = async (bar) => {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.getElementById(bar.id);
};

const follow = async (bar) => {
  const asked = performance.now();
  try {
    const fresh = await ask(bar);
    if (fresh?.dataset.progress !== "running") {
      location.reload();
      return;
    }
    take(bar, fresh);
  } catch {
    // The line is down for a moment: ask again.
  }
  setTimeout(follow, Math.max(EVERY_MS, REST * (performance.now() - asked)), bar);
};

for (const bar of document.querySelectorAll('[data-progress="running"]')) {
  setTimeout(follow, EVERY_MS, bar);
}
