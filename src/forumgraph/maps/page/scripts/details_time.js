// What the panel says of time: how a forum stands in the round, what is unknown then, its timeline. Knows no view.

/** How a forum stands in the round that is shown, and when it is known at all, in sentences. @param {Store} store @param {Forum} forum @returns {HTMLElement[]} */
function forumThen(store, forum) {
  const words = store.data.words.slider;
  const said = { known: "", unknown: words.not_known_then, ended: words.gone_then, not_yet: words.not_there_yet };
  const known = forum.known ? capital(filled(store.data.words.known[forum.known[1]], { span: forum.known[0] })) : "";
  return [said[store.standing(forum)], known && `${known}.`].filter(Boolean).map((text) => paragraph(text));
}

/** In which round something was said, where that is another than the one that is shown. @param {Store} store @param {string | null} round @returns {HTMLElement[]} */
function saidIn(store, round) {
  if (!round || store.data.rounds.length < 2 || round === store.state.round) return [];
  return [element("span", { className: "tag", text: filled(store.data.words.slider.said_in, { round: roundName(store.data, round) }) })];
}

/** Memberships of which nothing says whether they held in the round. @param {Store} store @param {string} node @param {(claim: Membership) => string} other @returns {HTMLElement[]} */
function unsureClaims(store, node, other) {
  const words = store.data.words.slider;
  const claims = mergedClaims(unsureOf(store, node));
  if (!claims.length) return [];
  const title = filled(words.unsure, { n: new Set(claims.map(other)).size });
  return titled(title, [paragraph(words.unsure_note, "small"), ...byBasis(store, claims, other)]);
}

/** What is said of a forum at which time, the earliest first. @param {Store} store @param {Forum} forum @returns {HTMLElement[]} */
function timelineOf(store, forum) {
  const entries = forum.timeline.map((moment) => element("li", {
    children: [
      element("strong", { text: moment.when }), element("span", { text: moment.text }),
      ...(moment.forum && store.thing(moment.forum) ? [document.createTextNode(" "), goTo(store, moment.forum)] : []),
      ...saidBy(store, moment.by, moment.evidence),
    ],
  }));
  return longList(store, entries, "timeline");
}
