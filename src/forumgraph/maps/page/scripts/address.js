// The state as the address keeps it: #v=network&a=companies&x=m:510. What is as at the start is left out.

/** @type {State} */
const START = {
  view: "matrix", round: "", area: "", kkr: [], towns: [], status: [], standing: [], level: "", kind: "", basis: [],
  organisations: false, circles: true, sort: "name", chosen: "", group: -1, unfolded: false,
};

/** @type {[keyof State, string][]} */
const KEYS = [
  ["view", "v"], ["round", "r"], ["area", "a"], ["kkr", "kkr"], ["towns", "k"], ["status", "s"], ["standing", "st"],
  ["level", "n"], ["kind", "f"], ["basis", "b"], ["organisations", "o"], ["circles", "c"], ["sort", "sort"],
  ["chosen", "x"], ["group", "g"], ["unfolded", "u"],
];

/** How the page opens without an address. @param {Data} data @returns {State} */
function opening(data) {
  return { ...START, view: data.meta.start };
}

/** @param {State} state @param {Data} data @returns {string} */
function written(state, data) {
  const parts = new URLSearchParams();
  const start = opening(data);
  for (const [key, short] of KEYS) {
    const value = state[key];
    if (JSON.stringify(value) === JSON.stringify(start[key])) continue;
    for (const one of Array.isArray(value) ? value : [value]) {
      parts.append(short, typeof one === "boolean" ? (one ? "1" : "0") : String(one));
    }
  }
  return parts.toString();
}

/**
 * The state of an address; what it does not name is as at the start, what nobody knows is passed over.
 * @param {string} hash
 * @param {Data} data
 * @returns {State}
 */
function readFrom(hash, data) {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  /** @type {any} */
  const state = opening(data);
  for (const [key, short] of KEYS) {
    const values = parts.getAll(short);
    if (!values.length) continue;
    const start = START[key];
    if (Array.isArray(start)) state[key] = [...new Set(values.filter((value) => allowed(key, value, data)))];
    else if (typeof start === "boolean") state[key] = values[0] === "1";
    else if (allowed(key, values[0], data)) state[key] = typeof start === "number" ? Number(values[0]) : values[0];
  }
  return state;
}

/** @param {keyof State} key @param {string} value @param {Data} data @returns {boolean} */
function allowed(key, value, data) {
  const known = {
    view: () => ["matrix", "network", "places"].includes(value),
    round: () => data.rounds.some((round) => round.id === value),
    area: () => data.areas.some((area) => area.id === value),
    kkr: () => data.towns.some((town) => town.kkr === value),
    towns: () => data.towns.some((town) => town.node === value),
    status: () => Object.hasOwn(data.words.status, value),
    standing: () => Object.hasOwn(data.words.forum_status, value),
    level: () => Object.hasOwn(data.words.level, value),
    kind: () => data.forums.some((forum) => forum.kind === value),
    basis: () => Object.hasOwn(data.looks.basis, value),
    sort: () => ["name", "kkr", "covered"].includes(value),
    group: () => data.groups.some((group) => String(group.id) === value),
    chosen: () => isThing(value, data),
  };
  return /** @type {any} */ (known)[key]?.() ?? false;
}

/** @param {string} chosen @param {Data} data */
function isThing(chosen, data) {
  const cell = cellOf(chosen);
  const node = cell ? cell.town : chosen;
  const all = [...data.towns, ...data.forums, ...data.organisations];
  return all.some((one) => one.node === node) && (!cell || data.areas.some((area) => area.id === cell.area));
}

/** The municipality's node and the area of a cell ("c:461:companies"), or null. @param {string} chosen */
function cellOf(chosen) {
  const found = /^c:([^:]*):(.*)$/s.exec(chosen);
  return found ? { town: `m:${found[1]}`, area: found[2] } : null;
}
