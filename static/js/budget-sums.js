// The arithmetic of the budget, as the server does it when it is saved: whole øre, shares rounded down.
const AMOUNT = /^(\d{1,3}(\.\d{3})+|\d+)(,\d{1,2})?$/;
const LARGEST = 100_000_000_000_000;
const SOURCES = ["grant", "own_funding", "own_effort", "other_public"];

// Gives øre; nothing for an empty text, and null for what cannot be read as an amount.
export const ore = (text) => {
  const bare = text.replace(/\s/g, "").toLowerCase().replace(/kr$/, "").replace(/,-$/, "");
  if (text.trim() === "") return 0;
  if (!AMOUNT.test(bare)) return null;
  const [whole, decimals = ""] = bare.replaceAll(".", "").split(",");
  const amount = Number(whole) * 100 + Number(decimals.padEnd(2, "0"));
  return amount > LARGEST ? null : amount;
};

export const kroner = (amount) => {
  const digits = String(Math.floor(amount / 100)).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
  const rest = amount % 100;
  return `${digits}${rest ? `,${String(rest).padStart(2, "0")}` : ""}\u00a0kr`;
};

// Adds cells of {partner, source, year, amount} up under the names that the page's sums have.
export const sums = (cells) => {
  const found = new Map();
  const add = (key, amount) => found.set(key, (found.get(key) ?? 0) + amount);
  for (const key of [...SOURCES, "all"]) add(key, 0);
  for (const { partner, source, year, amount } of cells) {
    for (const key of [source, `${source}-${year}`, "all", `all-${year}`, `partner-${partner}`]) add(key, amount);
    add(`asked-${partner}`, source === "grant" ? amount : 0);
  }
  return found;
};

// Percent of the total that the partners carry: 19.999 is never shown, or taken, as 20.
export const share = (found) => {
  const own = BigInt(found.get("own_funding") + found.get("own_effort"));
  const all = BigInt(found.get("all"));
  return all ? Number((own * 10000n) / all) / 100 : 0;
};

const LIMITS = {
  own_share: (found, limit) => ({ found: share(found), broken: share(found) < limit }),
  min_grant: (found, limit) => ({ found: found.get("grant"), broken: found.get("grant") < limit }),
  max_grant: (found, limit) => ({ found: found.get("grant"), broken: found.get("grant") > limit }),
  min_grant_per_partner: (found, limit) => each(found, (amount) => amount < limit, Math.min),
  max_grant_per_partner: (found, limit) => each(found, (amount) => amount > limit, Math.max),
};

// A partner that nothing is asked for is under no limit of its own.
const each = (found, breaks, worst) => {
  const asked = [...found].filter(([key, amount]) => key.startsWith("asked-") && amount > 0);
  if (!asked.length) return { idle: true, broken: false };
  const partners = asked.filter(([, amount]) => breaks(amount)).map(([key]) => key.slice("asked-".length));
  return { found: worst(...asked.map(([, amount]) => amount)), broken: partners.length > 0, partners };
};

// Says what a rule finds: {found, broken, partners} or {idle}; øre, or percent for the own share.
export const judge = (rule, limit, found) => LIMITS[rule](found, limit);
