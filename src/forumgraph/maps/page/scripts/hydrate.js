// Puts back what the data block leaves out to be small: empty values, round ids, texts to search in.

/** @param {any} data @returns {Data} */
function hydrated(data) {
  const rounds = data.rounds.map((/** @type {Round} */ round) => round.id);
  /** @param {any[]} all @param {any} empty */
  const fill = (all, empty) => {
    for (const one of all) {
      for (const key in empty) if (one[key] === undefined) one[key] = Array.isArray(empty[key]) ? [] : empty[key];
      one.round = one.round === null || one.round === undefined ? null : rounds[one.round];
    }
  };
  const places = new Map(data.network.nodes.map((/** @type {any} */ { id, x, y }) => [id, { x, y }]));
  const said = { confidence: null, alternative: null, note: null, forums: [], evidence: [] };
  const fact = { by: [], evidence: [], round: null };
  data.memberships = data.memberships.map((/** @type {any[]} */ row) => membership(row, data, rounds));
  fill(data.seats, { by: [], runs: false, evidence: [] });
  fill(data.towns, { answers: [], wishes: [], place: null, dates: ["", ""], group: 0 });
  fill(data.organisations, { aliases: [], group: 0 });
  const unknown = Object.values(data.words.atlas.unknown); // in the order in which payload.py numbers them
  fill(data.circles, { members: [], forums: [], others: [] });
  fill(data.forums, { areas: [], levels: [], aliases: [], facts: [], conflicts: [], tiers: [], succeeds: [], part_of: null, unknown: [], kept: null, known: null, timeline: [], group: 0 });
  for (const town of data.towns) {
    fill(town.answers, said);
    fill(town.wishes, { evidence: [] });
  }
  for (const forum of data.forums) {
    forum.id = forum.node.slice(2);
    forum.unknown = forum.unknown.map((/** @type {number} */ n) => unknown[n]);
    fill(forum.facts, fact);
    fill(forum.timeline, { by: [], evidence: [], forum: null });
    fill(forum.conflicts, { subject: null });
    for (const conflict of forum.conflicts) fill(conflict.sides, fact);
  }
  for (const one of [...data.towns, ...data.forums]) one.stands = data.stands[one.stands] || "";
  for (const one of [...data.towns, ...data.forums, ...data.organisations]) {
    one.spot = { r: 0, ...one.spot, ...places.get(one.node) };
    one.spot.lines ||= [one.name];
    one.search = [...new Set([one.name, ...(one.aliases || [])])].map(searchText);
  }
  return data;
}


/** @param {any[]} row @param {Data} data @param {string[]} rounds @returns {Membership} */
function membership([town, forum, basis, round = 0, by = 0, evidence = [], stands = 0, reason = 0, contested = 0], data, rounds) {
  const who = data.towns[town];
  return {
    town: who.node, forum: data.forums[forum].node, basis: CLAIMED[basis], round: rounds[round], by: by || [who.name],
    evidence, stands: stands ? data.stands[stands - 1] : "", reason: reason || null, contested: Boolean(contested),
  };
}
