// What the panel says of a municipality: contradictions and gaps first, its circles and what links it to them, its answers.

/** @param {Store} store @param {Town} town @returns {HTMLElement[]} */
function townDetails(store, town) {
  const words = store.data.words.views.details;
  const claims = mergedClaims(store.memberships(town.node));
  const answers = store.data.areas.map((area) => store.answer(town, area.id));
  return [
    ...townLine(store, town, answers, claims),
    ...titled(words.contradictions, townConflicts(store, town, claims), "torn"),
    ...titled(words.unknown, textList(store, answers.flatMap((answer) => answerUnknown(store, answer))), "unknown"),
    ...townCircles(store, town, claims),
    ...titled(words.answers, answers.map((answer) => answerShort(store, town, answer))),
    ...titled(words.memberships, claims.length ? byBasis(store, claims, (claim) => claim.forum) : [paragraph(words.no_memberships)]),
    ...unsureClaims(store, town.node, (claim) => claim.forum),
    ...titled(words.wishes, store.said(town.wishes).map((wish) => wishEntry(store, wish))),
  ];
}

/** How many areas it has a forum in, of how many it was asked about. @param {Store} store @param {Town} town @param {Answer[]} answers @param {Membership[]} claims @returns {HTMLElement[]} */
function townLine(store, town, answers, claims) {
  const words = store.data.words.views.details;
  const where = `KKR ${town.kkr}, ${filled(words.code, { code: town.code })}`;
  const asked = answers.some((answer) => answer.status !== "not_asked" && answer.status !== "absent");
  const said = asked ? townFigure(words, answers) : townUnasked(store, town, claims);
  return [paragraph(where, "lead"), paragraph(said)];
}

/** Who was not asked: in the round that is shown, or at all. @param {Store} store @param {Town} town @param {Membership[]} claims @returns {string} */
function townUnasked(store, town, claims) {
  const words = store.data.words.views.details;
  const { round } = store.state;
  const absent = absentWords(store, town);
  if (absent && store.standing(town) !== "known") return absent;
  const before = town.answers.some((answer) => answer.status !== "not_asked");
  if (before) return filled(words.town_before, { round: round ? roundName(store.data, round) : words.latest_round });
  return claims.length || (round && hasRounds(store.data)) ? words.town_outside : words.town_unnamed;
}

/** @param {Words} words @param {Answer[]} answers @returns {string} */
function townFigure(words, answers) {
  const of = (/** @type {string} */ status) => answers.filter((answer) => answer.status === status).length;
  const asked = answers.length - of("not_asked") - of("absent");
  const [established, open] = [of("established"), of("no_reply")];
  if (open === asked) return counted(words.town_silent, asked);
  if (asked === 1) return established ? words.town_only : words.town_only_none;
  return filled(open ? words.town_open : words.town_line, { n: fromTo(established, established + open), of: asked, answered: asked - open });
}

/** Claims of several rounds that count a municipality into a forum as one, on the firmest basis, with all who say so and all lines; those that count it out for themselves. @param {Membership[]} claims @returns {Membership[]} */
function mergedClaims(claims) {
  /** @type {Map<string, Membership>} */ const found = new Map();
  claims.forEach((claim) => {
    const key = `${claim.town} ${claim.forum} ${DRAWN.includes(claim.basis)}`;
    const before = found.get(key);
    if (!before) found.set(key, claim);
    else {
      const [firm] = [before, claim].sort((one, other) => CLAIMED.indexOf(one.basis) - CLAIMED.indexOf(other.basis));
      found.set(key, { ...firm, by: [...new Set([...before.by, ...claim.by])], evidence: [...before.evidence, ...claim.evidence], contested: before.contested || claim.contested });
    }
  });
  return [...found.values()];
}

/** Contradictions about it, and those in which it takes a side. @param {Store} store @param {Town} town @param {Membership[]} claims @returns {HTMLElement[]} */
function townConflicts(store, town, claims) {
  const told = store.data.forums.flatMap((forum) =>
    store.said(forum.conflicts)
      .filter((conflict) => conflict.subject === town.name || conflict.sides.some((side) => side.by.includes(town.name)))
      .map((conflict) => ({ forum, conflict })),
  );
  const known = new Set(told.filter(({ conflict }) => conflict.subject === town.name).map(({ forum }) => forum.node));
  const torn = claims.filter((claim) => claim.contested && claim.basis !== "excluded" && !known.has(claim.forum));
  return [
    ...told.map(({ forum, conflict }) => linkedConflict(store, forum.node, contradiction(store, conflict, conflictTitle(store, conflict)))),
    ...torn.map(({ forum }) => linkedConflict(store, forum, tornClaim(store, claims.filter((claim) => claim.forum === forum), town.name))),
  ];
}

/** @param {Store} store @param {string} forum @param {HTMLElement} box */
function linkedConflict(store, forum, box) {
  box.prepend(goTo(store, forum));
  return box;
}

/** What an answer leaves open, in words. @param {Store} store @param {Answer} answer @returns {string[]} */
function answerUnknown(store, answer) {
  const words = store.data.words.views.details;
  const area = areaName(store, answer.area);
  const round = roundName(store.data, answer.round);
  const left = [];
  if (answer.status === "no_reply") left.push(words.unknown_no_reply);
  if (answer.status === "not_asked") left.push(store.data.rounds.length > 1 && round ? words.unknown_not_asked_in : words.unknown_not_asked);
  if (answer.status === "established" && !answer.forums.length) left.push(words.unknown_forum);
  if (answer.confidence === "uncertain" || answer.alternative) left.push(words.unknown_uncertain);
  return left.map((text) => filled(text, { area, round }));
}

/** One line an area: the answer, and the fora named; the cell has the rest. @param {Store} store @param {Town} town @param {Answer} answer @returns {HTMLElement} */
function answerShort(store, town, answer) {
  const area = goButton(areaName(store, answer.area), () => store.choose(`c:${town.code}:${answer.area}`));
  const fora = answer.forums.map((id) => goTo(store, id));
  const before = beforeWords(store, town, answer);
  return element("div", {
    className: "answer",
    children: [
      element("p", { children: [area, document.createTextNode(" "), statusChip(store, answer.status)] }),
      ...(before ? [paragraph(before, "small")] : []),
      ...longList(store, fora, "fora"),
    ],
  });
}

/** @param {Store} store @param {Wish} wish @returns {HTMLElement} */
function wishEntry(store, wish) {
  const word = store.data.words.views.details.wish[wish.answer] || wish.answer;
  return element("div", { children: [...labelled(word, wish.summary), ...evidenceLines(store, wish.evidence)] });
}

/** The circles it is in, and the fora through which it meets each. @param {Store} store @param {Town} town @param {Membership[]} claims @returns {HTMLElement[]} */
function townCircles(store, town, claims) {
  const words = store.data.words.views.details;
  const own = circlesOf(store, town);
  if (!own.length) return [];
  const bridge = own.length > 1 ? [paragraph(filled(words.bridge, { name: town.name, n: own.length }), "bridge")] : [];
  const mine = new Set(claims.filter(isMember).map((claim) => claim.forum));
  const title = own.length > 1 ? words.circles_bridge : words.circle;
  return titled(title, [paragraph(store.data.words.views.explain.circle, "small"), ...bridge, ...own.map((circle) => circleEntry(store, town, circle, mine)), ...reaching(store, town, own, mine)]);
}

/** Whether a claim counts as membership in a figure. @param {Membership} claim */
function isMember(claim) {
  return claim.basis === "self_reported" || claim.basis === "named_by_other";
}

/** @param {Store} store @param {Town} town */
function circlesOf(store, town) {
  return store.data.circles.filter((circle) => circle.members.includes(town.node));
}

/** @param {Store} store @param {Town} town @param {Circle} circle @param {Set<string>} mine @returns {HTMLElement} */
function circleEntry(store, town, circle, mine) {
  const words = store.data.words.views.details;
  const through = circle.forums.filter((forum) => mine.has(forum));
  const others = circle.members.filter((node) => node !== town.node);
  return element("div", {
    className: "circle",
    children: [
      element("h4", { text: filled(words.circle_name, { name: circle.name, n: circle.members.length }) }),
      ...labelledList(store, words.through, through.map((forum) => goTo(store, forum))),
      ...labelledItems(words.meets_there, others.map((node) => goTo(store, node))),
    ],
  });
}

/** Fora that reach two of its circles by members other than itself: those that connect the circles beyond the bridge. @param {Store} store @param {Town} town @param {Circle[]} own @param {Set<string>} mine @returns {HTMLElement[]} */
function reaching(store, town, own, mine) {
  const words = store.data.words.views.details;
  if (own.length < 2) return [];
  const found = store.data.forums.map((forum) => ({ forum, reached: reachedBy(store, town, own, forum) })).filter(({ reached }) => reached.length > 1);
  const entries = found.map(({ forum, reached }) =>
    element("li", {
      children: [
        goTo(store, forum.node),
        element("span", { className: "tag", text: filled(mine.has(forum.node) ? words.also_in : words.not_in, { name: town.name }) }),
        ...reached.map(({ circle, names }) => paragraph(`${circle.name}: ${names.join(", ")}`, "small")),
      ],
    }),
  );
  const title = element("h4", { text: words.reaching });
  return [title, ...(entries.length ? longList(store, entries, "claims") : [paragraph(filled(words.reaching_none, { name: town.name }))])];
}

/** The circles that a forum reaches by members who are in that one only. @param {Store} store @param {Town} town @param {Circle[]} own @param {Forum} forum */
function reachedBy(store, town, own, forum) {
  if (store.forumState(forum) !== "existing") return [];
  const members = new Set(store.memberships(forum.node).filter(isMember).map((claim) => claim.town));
  return own
    .map((circle) => ({ circle, nodes: circle.members.filter((node) => node !== town.node && members.has(node) && own.filter((one) => one.members.includes(node)).length === 1) }))
    .filter(({ nodes }) => nodes.length)
    .map(({ circle, nodes }) => ({ circle, names: nodes.map((node) => nameOf(store, node)) }));
}
