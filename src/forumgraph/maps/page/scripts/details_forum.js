// What the panel says of a forum or an organisation: contradictions first, then what is not known, then what is known.

const FACT_KINDS = ["meetings", "political", "since", "reach", "theme", "task", "tier", "note", "merged", "apart"];

/** @param {Store} store @param {Forum} forum @returns {HTMLElement[]} */
function forumDetails(store, forum) {
  const words = store.data.words.views.details;
  const claims = mergedClaims(store.memberships(forum.node));
  return [
    paragraph(forumLine(store, forum), "lead"),
    ...forumThen(store, forum),
    ...titled(words.contradictions, forumConflicts(store, forum, claims), "torn"),
    ...titled(words.unknown, textList(store, forumUnknown(store, forum, claims)), "unknown"),
    ...unfolder(store, forum),
    ...titled(words.members, [...memberCount(store, claims), ...byBasis(store, claims, (claim) => claim.town)]),
    ...unsureClaims(store, forum.node, (claim) => claim.town),
    ...titled(store.data.words.slider.timeline, timelineOf(store, forum)),
    ...titled(words.organisations, seated(store, store.seats(forum.node), (seat) => seat.organisation)),
    ...aliasFacts(store, forum),
    ...FACT_KINDS.flatMap((kind) => forumFacts(store, forum, kind)),
    ...forumPlace(store, forum),
  ];
}

/** Kind, standing, areas and levels in one line each. @param {Store} store @param {Forum} forum */
function forumLine(store, forum) {
  const areas = forum.areas.map((id) => areaName(store, id)).join(", ");
  const levels = forum.levels.map((level) => wordOf(store, "level", level)).join(", ");
  const parts = [capital(forum.kind), wordOf(store, "forum_status", store.forumState(forum)), areas, levels];
  return parts.filter(Boolean).join("; ");
}

/** Both sides of each contradiction; a membership that is counted in and out stands for itself where no conflict names it. @param {Store} store @param {Forum} forum @param {Membership[]} claims */
function forumConflicts(store, forum, claims) {
  const told = store.said(forum.conflicts).map((conflict) => contradiction(store, conflict, conflictTitle(store, conflict)));
  const named = new Set(store.said(forum.conflicts).map((conflict) => conflict.subject));
  const torn = claims.filter((claim) => claim.basis !== "excluded" && claim.contested).filter((claim) => !named.has(nameOf(store, claim.town)));
  return [...told, ...[...new Set(torn.map((claim) => claim.town))].map((town) => tornClaim(store, claims.filter((claim) => claim.town === town), nameOf(store, town)))];
}

/** Claims that put one municipality both in and out. @param {Store} store @param {Membership[]} claims @param {string} name */
function tornClaim(store, claims, name) {
  const words = store.data.words.views.details;
  const sides = claims.map((claim) => ({
    kind: "side", text: claim.basis === "excluded" ? words.is_out : words.is_in, by: claim.by, evidence: claim.evidence, round: claim.round,
  }));
  return contradiction(store, { about: "members", subject: name, sides, round: "" }, filled(words.conflict.members_of, { subject: name }));
}

/** @param {Store} store @param {string} node */
function nameOf(store, node) {
  const thing = store.thing(node);
  return thing ? thing.name : node.slice(2);
}

/** @param {Store} store @param {Forum} forum @param {Membership[]} claims @returns {string[]} */
function forumUnknown(store, forum, claims) {
  const words = store.data.words.views.details;
  const guessed = claims.filter((claim) => claim.basis === "inferred").length;
  return [...forum.unknown, ...(guessed ? [counted(words.unknown_inferred, guessed)] : [])];
}

/** How many are in, and who counts as that. @param {Store} store @param {Membership[]} claims @returns {HTMLElement[]} */
function memberCount(store, claims) {
  const firm = new Set(claims.filter(isMember).map((claim) => claim.town));
  return claims.length ? [paragraph(counted(store.data.words.views.details.member_count, firm.size), "small")] : [];
}

/** Claims by basis, the firmest first; each with who says so, why, and where. @param {Store} store @param {Membership[]} claims @param {(claim: Membership) => string} other @returns {HTMLElement[]} */
function byBasis(store, claims, other) {
  return CLAIMED.flatMap((basis) => {
    const own = claims.filter((claim) => claim.basis === basis);
    if (!own.length) return [];
    const title = `${capital(wordOf(store, "basis", basis))} (${own.length})`;
    return [element("h4", { text: title }), ...longList(store, own.map((claim) => () => claimed(store, claim, other(claim))), "claims")];
  });
}

/** @param {Store} store @param {Membership} claim @param {string} node @returns {HTMLElement} */
function claimed(store, claim, node) {
  const words = store.data.words.views.details;
  const torn = claim.contested ? [element("span", { className: "tag", text: words.contested })] : [];
  const why = claim.reason ? labelled(words.reason, claim.reason) : [];
  const by = claim.basis === "self_reported" ? claim.by.filter((name) => name !== nameOf(store, claim.town)) : claim.by;
  const label = claim.basis === "self_reported" ? words.says_too : words.says;
  return element("li", { children: [goTo(store, node), ...torn, ...why, ...labelled(label, by.join(", ")), ...evidenceLines(store, claim.evidence)] });
}

/** @param {Store} store @param {Seat[]} seats @param {(seat: Seat) => string} other @returns {HTMLElement[]} */
function seated(store, seats, other) {
  const words = store.data.words.views.details;
  const entries = seats.map((seat) => {
    const runs = seat.runs ? [element("span", { className: "tag", text: words.runs })] : [];
    return element("li", { children: [goTo(store, other(seat)), ...runs, ...saidIn(store, seat.round), ...saidBy(store, seat.by, seat.evidence)] });
  });
  return longList(store, entries, "claims");
}

/** Other names, each with who uses it; phrases that stand in place of a name for themselves. @param {Store} store @param {Forum} forum @returns {HTMLElement[]} */
function aliasFacts(store, forum) {
  const words = store.data.words.views.details;
  const told = new Set(forum.facts.map((fact) => fact.text));
  const bare = forum.aliases.filter((alias) => !told.has(alias) && alias !== forum.name).map((alias) => element("li", { text: alias }));
  const used = forum.facts.filter((fact) => fact.kind === "alias").map((fact) => quoted(store, fact));
  const phrases = forum.facts.filter((fact) => fact.kind === "described").map((fact) => quoted(store, fact));
  return [...titled(words.aliases, longList(store, [...used, ...bare])), ...titled(words.described, longList(store, phrases))];
}

/** @param {Store} store @param {Fact} fact @returns {HTMLElement} */
function quoted(store, fact) {
  const words = store.data.words.views.details;
  const by = labelled(words.used_by, fact.by.join(", "));
  return element("li", { children: [document.createTextNode(fact.text), ...saidIn(store, fact.round), ...by, ...evidenceLines(store, fact.evidence)] });
}

/** Facts of one kind. @param {Store} store @param {Forum} forum @param {string} kind @returns {HTMLElement[]} */
function forumFacts(store, forum, kind) {
  const entries = forum.facts
    .filter((fact) => fact.kind === kind)
    .map((fact) => element("li", { children: [document.createTextNode(fact.text), ...saidIn(store, fact.round), ...saidBy(store, fact.by, fact.evidence)] }));
  return titled(store.data.words.views.details.fact[kind], longList(store, entries));
}

/** What it carries on, what carries it on, what it is part of, which circles it makes. @param {Store} store @param {Forum} forum @returns {HTMLElement[]} */
function forumPlace(store, forum) {
  const words = store.data.words.views.details;
  const names = (/** @type {string[]} */ nodes) => nodes.map((node) => goTo(store, node));
  const after = store.data.forums.filter((one) => one.succeeds.includes(forum.node));
  const parts = store.data.forums.filter((one) => one.part_of === forum.node);
  const circles = store.data.circles.filter((circle) => circle.forums.includes(forum.node));
  return titled(words.relations, [
    ...labelledList(store, words.succeeds, names(forum.succeeds)),
    ...labelledList(store, words.succeeded_by, names(after.map((one) => one.node))),
    ...labelledList(store, words.part_of, names(forum.part_of ? [forum.part_of] : [])),
    ...labelledList(store, words.parts, names(parts.map((one) => one.node))),
    ...circles.map((circle) => paragraph(filled(words.makes_circle, { name: circle.name, n: circle.members.length }))),
  ]);
}

/** The button that unfolds levels and predecessors on the map. @param {Store} store @param {Forum} forum @returns {HTMLElement[]} */
function unfolder(store, forum) {
  const after = store.data.forums.some((one) => one.succeeds.includes(forum.node));
  if (!forum.tiers.length && !forum.succeeds.length && !after) return [];
  return [pressable(unfoldText(store), () => store.set({ unfolded: !store.state.unfolded }), "unfold")];
}

/** What a press on that button does. @param {Store} store */
function unfoldText(store) {
  const { fold, unfold } = store.data.words.views.details;
  return store.state.unfolded ? fold : unfold;
}

/** @param {Store} store @param {Organisation} organisation @returns {HTMLElement[]} */
function organisationDetails(store, organisation) {
  const words = store.data.words.views.details;
  const seats = store.seats(organisation.node);
  const forums = new Set(seats.map((seat) => seat.forum));
  const met = new Set([...forums].flatMap((forum) => store.memberships(forum)).filter(isMember).map((claim) => claim.town));
  return [
    paragraph(capital(organisation.kind), "lead"),
    ...titled(words.aliases, textList(store, organisation.aliases)),
    ...titled(words.sits_in, seated(store, seats, (seat) => seat.forum)),
    ...titled(words.meets, longList(store, [...met].map((town) => () => goTo(store, town)), "names")),
  ];
}
