// How things stand in the round that is chosen, and which of the fora at one place is drawn there. Knows no view.

/** @type {Record<string, Standing>} */
const STANDS = { k: "known", e: "ended", n: "not_yet", u: "unknown" };

/** The round that is chosen by its place, or -1: for all rounds, and where there is only one. @param {Data} data @param {State} state */
function roundAt(data, state) {
  return data.rounds.length > 1 ? data.rounds.findIndex((round) => round.id === state.round) : -1;
}

/** How something stands in a round by its place. @param {{ stands: Stands }} one @param {number} at @returns {Standing} */
function standsAt({ stands }, at) {
  return (at >= 0 && stands && STANDS[stands[at]]) || "known";
}

/** A forum's state in a round: its own where it is known, but that it had not ended yet then. @param {Forum} forum @param {number} at */
function forumStateAt(forum, at) {
  const standing = standsAt(forum, at);
  if (standing !== "known") return standing;
  return at >= 0 && forum.status === "ended" ? "existing" : forum.status;
}

/** Whether a municipality was none (yet, any more) in a round. @param {Town} town @param {number} at */
function isAbsent(town, at) {
  return standsAt(town, at) !== "known";
}

/**
 * Fora that took a new name share a place: the one that is known, or else the latest, is drawn there, and what is chosen
 * before all. Returns which ones are behind which.
 * @param {Data} data @param {State} state @param {Set<string>} shown @returns {Map<string, string>}
 */
function standingBehind(data, state, shown) {
  const at = roundAt(data, state);
  const order = ["known", "unknown", "ended", "not_yet"];
  const sharing = data.forums.filter((forum) => forum.kept && shown.has(forum.node));
  const rank = (/** @type {Forum} */ forum) => (forum.node === state.chosen ? -1 : order.indexOf(standsAt(forum, at)));
  const names = (/** @type {Forum} */ forum) => (forum.kept ? forum.kept[1] : 0);
  /** @type {Map<string, string>} */
  const behind = new Map();
  for (const [, those] of grouped(sharing, (forum) => (forum.kept ? forum.kept[0] : ""))) {
    const [front, ...rest] = those.sort((one, other) => rank(one) - rank(other) || names(other) - names(one));
    for (const forum of rest) behind.set(forum.node, front.node);
  }
  return behind;
}

/** What a forum at a place that others share was called before, and is called now. @param {Store} store @param {Forum} forum @returns {string[]} */
function otherNames(store, forum) {
  const words = store.data.words.slider;
  const names = (/** @type {Forum} */ one) => (one.kept ? one.kept[1] : 0);
  return [...store.shown.behind].filter(([, front]) => front === forum.node)
    .map(([one]) => /** @type {Forum} */ (store.thing(one)))
    .map((one) => filled(names(one) < names(forum) ? words.formerly : words.later, { name: clipped(one.name, 30) }));
}

/** Claims of which nothing says whether they held in the round. @param {Store} store @param {string} node */
function unsureOf(store, node) {
  return store.claims(node).filter((claim) => store.standing(claim) === "unknown");
}

/** How many of the fora that are drawn are known in the round, unknown or ended. @param {Store} store */
function standingWords(store) {
  const { forums, behind } = store.shown;
  const by = grouped(store.data.forums.filter((forum) => forums.has(forum.node) && !behind.has(forum.node)), (forum) => store.standing(forum));
  const said = ["known", "unknown", "ended"].map((key) => ({ key, n: (by.get(key) || []).length })).filter(({ key, n }) => n || key === "known");
  return said.map(({ key, n }) => counted(store.data.words.slider.not_known[key], n)).join(", ");
}

/** Why a municipality has no answer in a round: when it began, or ended. @param {Store} store @param {Town} town */
function absentWords(store, { dates: [since, until] }) {
  const words = store.data.words.slider;
  return [since && filled(words.town_since, { moment: since }), until && filled(words.town_until, { moment: until })].filter(Boolean).join(" ");
}
