// Holds what is chosen and what follows from it. It draws nothing: each view asks it and is told when it changes.

/**
 * @param {Data} data
 * @returns {Store}
 */
function makeStore(data) {
  const facts = indexed(data);
  /** @type {((store: Store) => void)[]} */
  const listeners = [];
  let state = readFrom(location.hash, data);
  let shown = derived(data, facts, state);

  /** @param {State} next */
  function become(next) {
    state = next;
    shown = derived(data, facts, state);
    for (const listener of listeners) listener(store);
  }

  /** @type {Store} */
  const store = {
    data,
    get state() { return state; },
    get shown() { return shown; },
    set(change, keep = false) {
      const next = { ...state, ...change };
      const address = written(next, data);
      if (address === written(state, data)) return;
      remember(address, keep);
      become(next);
    },
    choose(chosen) { store.set({ chosen, ...unhidden(store, facts, chosen), unfolded: chosen === state.chosen && state.unfolded }); },
    on(listener) { listeners.push(listener); },
    thing: (node) => facts.things.get(node),
    answer: (town, area) => answerIn(facts, state.round, town, area),
    standing: (one) => standsAt(one, shown.at),
    forumState: (forum) => forumStateAt(forum, shown.at),
    totals: () => totals(store, facts),
    said: (all) => (state.round ? all.filter((one) => one.round === null || one.round === state.round) : all),
    memberships: (node) => (facts.memberships.get(node) || []).filter((claim) => standsAt(claim, shown.at) === "known"),
    claims: (node) => facts.memberships.get(node) || [],
    seats: (node) => inRound(facts.seats.get(node) || [], state.round),
    cite: (evidence) => cited(data, evidence),
  };
  addEventListener("hashchange", () => {
    const next = readFrom(location.hash, data);
    if (written(next, data) !== written(state, data)) become(next);
  });
  return store;
}

/** Keeps a state in the address: as a step that the back button undoes, or in place of the last. */
function remember(/** @type {string} */ hash, /** @type {boolean} */ keep) {
  const address = `#${hash}`;
  if (keep) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
}

/**
 * @typedef {{ things: Map<string, Thing>, memberships: Map<string, Membership[]>, seats: Map<string, Seat[]>,
 *   answers: Map<string, Answer>, latest: Map<string, string>, rounds: Map<string, number> }} Facts
 */

/** @param {Data} data @returns {Facts} */
function indexed(data) {
  const things = new Map([...data.towns, ...data.forums, ...data.organisations].map((one) => [one.node, one]));
  /** @type {Facts} */
  const facts = { things, memberships: new Map(), seats: new Map(), answers: new Map(), latest: new Map(), rounds: new Map(data.rounds.map((round, at) => [round.id, at])) };
  /** @param {Map<string, any[]>} map @param {string} key @param {any} value */
  const add = (map, key, value) => { const held = map.get(key); if (held) held.push(value); else map.set(key, [value]); };
  for (const one of data.memberships) { add(facts.memberships, one.town, one); add(facts.memberships, one.forum, one); }
  for (const one of data.seats) { add(facts.seats, one.organisation, one); add(facts.seats, one.forum, one); }
  for (const town of data.towns) for (const answer of town.answers) facts.answers.set(`${answer.round}\n${town.node}\n${answer.area}`, answer);
  for (const [area, round] of Object.entries(data.latest)) facts.latest.set(area, data.rounds[round].id);
  return facts;
}

/** @template {{ round: string }} T @param {T[]} all @param {string} round @returns {T[]} */
function inRound(all, round) {
  return round ? all.filter((one) => one.round === round) : all;
}

/** What a municipality answered in a round, or in the latest that asked about the area; nothing where it was none then. @param {Facts} facts @param {string} round @param {Town} town @param {string} area */
function givenIn(facts, round, town, area) {
  const asked = round || facts.latest.get(area) || "";
  const given = facts.answers.get(`${asked}\n${town.node}\n${area}`);
  return given && given.status === "not_asked" && isAbsent(town, facts.rounds.get(asked) ?? -1) ? undefined : given;
}

/** The same, and that it was not asked, or not there, where there is nothing. @param {Facts} facts @param {string} round @param {Town} town @param {string} area @returns {Answer} */
function answerIn(facts, round, town, area) {
  const asked = round || facts.latest.get(area) || "";
  const status = isAbsent(town, facts.rounds.get(asked) ?? -1) ? "absent" : "not_asked";
  return givenIn(facts, round, town, area) || { area, status, round: asked, confidence: null, alternative: null, note: null, forums: [], evidence: [] };
}

/** A filter by answer chooses rows to look at; a share among rows that were chosen by their answer says nothing. @param {Store} store @param {Facts} facts @returns {Total[]} */
function totals(store, facts) {
  const open = { ...store.state, status: [] };
  const towns = store.data.towns.filter((town) => town.answers.length && keepsTown(store.data, facts, open, town));
  return store.data.areas.map((area) => {
    // One that the round did not concern, of another KKR, has no row there: it is not even one that was not asked.
    const given = towns.map((town) => givenIn(facts, store.state.round, town, area.id));
    return totalOf(area.id, given.flatMap((answer) => (answer ? [answer.status] : [])));
  });
}

/** @param {string} area @param {string[]} given @returns {Total} */
function totalOf(area, given) {
  const count = (/** @type {string} */ status) => given.filter((one) => one === status).length;
  const [established, no_reply, not_asked] = ["established", "no_reply", "not_asked"].map(count);
  const asked = given.length - not_asked;
  return {
    area, established, informal: count("informal"), planned: count("planned"), none: count("none"), no_reply, not_asked,
    asked, answered: asked - no_reply,
    low: asked ? established / asked : null, high: asked ? (established + no_reply) / asked : null,
  };
}

/** @param {Data} data @param {Evidence[]} evidence @returns {string} */
function cited(data, evidence) {
  const { evidence: dated, undated } = data.words.atlas;
  return evidence.map(([source, lines]) => {
    const { id, day } = data.sources[source];
    return filled(day ? dated : undated, { source: id, lines, day });
  }).join("; ");
}

/** Filters in the order in which they are lifted. @type {(keyof State)[]} */
const FILTERS = ["status", "standing", "level", "kind", "basis", "towns", "kkr", "area", "round"];

/** The filters to lift so that what is chosen can be seen: one if that is enough, else all. @param {Store} store @param {Facts} facts @param {string} chosen @returns {Partial<State>} */
function unhidden(store, facts, chosen) {
  const cell = cellOf(chosen);
  const node = cell ? cell.town : chosen;
  const thing = facts.things.get(node);
  if (!thing) return {};
  /** @type {Partial<State>} */
  const opened = { group: store.data.meta.overview ? thing.group : -1, ...(node.startsWith("o:") ? { organisations: true } : {}) };
  const shows = (/** @type {Partial<State>} */ change) => isShown(derived(store.data, facts, { ...store.state, ...change }), node);
  if (shows(opened)) return opened;
  const without = (/** @type {(keyof State)[]} */ keys) => ({ ...opened, ...Object.fromEntries(keys.map((key) => [key, START[key]])) });
  const one = FILTERS.find((key) => shows(without([key])));
  return without(one ? [one] : FILTERS);
}

/** @param {Omit<Shown, "lit">} shown @param {string} node */
function isShown(shown, node) {
  return shown.towns.has(node) || shown.forums.has(node) || shown.organisations.has(node);
}
