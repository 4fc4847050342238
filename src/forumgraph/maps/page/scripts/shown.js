// What follows from the filters and from what is chosen: which things are shown, which lines, what stands out.

const DRAWN = ["self_reported", "named_by_other", "inferred"]; // the strongest first
const CLAIMED = [...DRAWN, "excluded"]; // as things.py numbers them

/** @param {Data} data @param {Facts} facts @param {State} state @returns {Shown} */
function derived(data, facts, state) {
  const towns = new Set(data.towns.filter((town) => keepsTown(data, facts, state, town)).map((town) => town.node));
  const kept = new Set(data.forums.filter((forum) => keepsForum(data, state, forum)).map((forum) => forum.node));
  const at = roundAt(data, state);
  const behind = standingBehind(data, state, kept);
  // In a round, what stands behind is another time's: its lines would be read as those of what stands before it.
  const links = linked(data.memberships, state, towns, kept, at).filter((link) => at < 0 || !behind.has(link.forum));
  if (state.view === "network" && state.group >= 0) leaveOthers(data, state, towns, links);
  const narrowed = state.kkr.length || state.towns.length || state.basis.length || state.status.length;
  const reached = new Set(links.map((link) => link.forum));
  const forums = narrowed ? reached : kept;
  const strangers = new Set(links.map((link) => link.town));
  for (const town of data.towns) if (!town.answers.length && !strangers.has(town.node)) towns.delete(town.node);
  const seats = state.organisations ? inRound(data.seats, state.round).filter((seat) => forums.has(seat.forum)) : [];
  const organisations = new Set(seats.map((seat) => seat.organisation));
  const shown = { towns, forums, organisations, links, seats, at, behind, lit: null };
  return { ...shown, lit: litBy(facts, state, shown) };
}

/** Whether a forum is in a community that is not open; communities are the network's alone. @param {State} state @param {Forum} forum */
function isClosed(state, forum) {
  return state.view === "network" && state.group >= 0 && forum.group !== state.group;
}

/** Takes away who is neither in the open community nor in one of its fora. @param {Data} data @param {State} state @param {Set<string>} towns @param {Link[]} links */
function leaveOthers(data, state, towns, links) {
  const met = new Set(links.map((link) => link.town));
  for (const town of data.towns) if (town.group !== state.group && !met.has(town.node)) towns.delete(town.node);
}

/** @param {Data} data @param {Facts} facts @param {State} state @param {Town} town */
function keepsTown(data, facts, state, town) {
  if (state.kkr.length && !state.kkr.includes(town.kkr)) return false;
  if (state.towns.length && !state.towns.includes(town.node)) return false;
  if (!state.status.length) return true;
  const areas = state.area ? [state.area] : data.areas.map((area) => area.id);
  return town.answers.length > 0 && areas.some((area) => state.status.includes(answerIn(facts, state.round, town, area).status));
}

/** @param {Data} data @param {State} state @param {Forum} forum */
function keepsForum(data, state, forum) {
  return (
    !isClosed(state, forum) &&
    (!state.area || forum.areas.includes(state.area)) &&
    (!state.standing.length || state.standing.includes(forumStateAt(forum, roundAt(data, state)))) &&
    (!state.level || forum.levels.includes(state.level)) &&
    (!state.kind || forum.kind === state.kind) &&
    standsAt(forum, roundAt(data, state)) !== "not_yet"
  );
}

/**
 * One line a pair: the strongest of the claims that are kept.
 * @param {Membership[]} claims @param {State} state @param {Set<string>} towns @param {Set<string>} forums @param {number} at
 * @returns {Link[]}
 */
function linked(claims, state, towns, forums, at) {
  /** @type {Map<string, Link>} */
  const found = new Map();
  for (const claim of claims) {
    const { town, forum, basis, contested } = claim;
    const standing = standsAt(claim, at);
    if (!DRAWN.includes(basis) || !towns.has(town) || !forums.has(forum) || standing === "not_yet") continue;
    if (state.basis.length && !state.basis.includes(basis)) continue;
    const key = `${town}\n${forum}`;
    const held = found.get(key);
    if (!held) found.set(key, { town, forum, basis, contested, standing });
    else {
      if (DRAWN.indexOf(basis) < DRAWN.indexOf(held.basis)) held.basis = basis;
      held.contested ||= contested;
    }
  }
  return [...found.values()];
}

/** @param {Facts} facts @param {State} state @param {Omit<Shown, "lit">} shown @returns {Set<string> | null} */
function litBy(facts, state, shown) {
  const cell = cellOf(state.chosen);
  if (cell) return cellLight(facts, cell.town, cell.area, shown);
  // What a filter hides lights nothing up, or everything else would stand back for no reason that can be seen.
  return isShown(shown, state.chosen) ? neighbours(state.chosen, shown) : null;
}

/** A node with all that a line ties it to. @param {string} node @param {Omit<Shown, "lit">} shown */
function neighbours(node, shown) {
  const lit = new Set([node]);
  for (const { town, forum } of shown.links) {
    if (town === node) lit.add(forum);
    if (forum === node) lit.add(town);
  }
  for (const { organisation, forum } of shown.seats) {
    if (organisation === node) lit.add(forum);
    if (forum === node) lit.add(organisation);
  }
  // An organisation meets the municipalities of its fora.
  if (node.startsWith("o:")) for (const { town, forum } of shown.links) if (lit.has(forum)) lit.add(town);
  return lit;
}

/** A municipality, its fora in an area, and all who are in these. @param {Facts} facts @param {string} town @param {string} area @param {Omit<Shown, "lit">} shown */
function cellLight(facts, town, area, shown) {
  const inArea = (/** @type {string} */ node) => /** @type {Forum} */ (facts.things.get(node)).areas.includes(area);
  const own = new Set(shown.links.filter((link) => link.town === town && inArea(link.forum)).map((link) => link.forum));
  const lit = new Set([town, ...own]);
  for (const link of shown.links) if (own.has(link.forum)) lit.add(link.town);
  return lit;
}
