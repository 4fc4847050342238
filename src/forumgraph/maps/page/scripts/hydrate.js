// Makes the data of the block's rows again: what is said by number, left out or derived. things.py writes it.

/** How the values under a name are read; one is 0 where there is none. @typedef {{ [name: string]: (value: any) => any }} Readers */

/** @param {any} block @returns {Data} */
function hydrated(block) {
  // The tables that others refer to, which nobody needs afterwards, and the rest.
  const { texts, lists, cites, answers, wishes, facts, conflicts, tiers, moments, ...data } = block;
  const [towns, forums, organisations] = [nodesOf(data.towns, "m"), nodesOf(data.forums, "f"), nodesOf(data.organisations, "o")];
  const text = numbered(texts, null);
  /** What many things have. @type {Readers} */
  const many = {
    by: numbered(lists, []), evidence: numbered(cites, []), stands: numbered(data.stands, ""),
    round: numbered(data.rounds.map((/** @type {Round} */ round) => round.id), null),
    status: text, kind: text, reason: text, aliases: itself([]),
  };
  const linked = { ...many, town: numbered(towns, null), forum: numbered(forums, null), organisation: numbered(organisations, null) };
  const drawn = {
    forums: rowsOf(data.forums, { ...many, ...forumReaders(block, linked, forums) }),
    organisations: rowsOf(data.organisations, many),
    towns: rowsOf(data.towns, { ...many, ...townReaders(block, many, forums) }),
  };
  for (const forum of drawn.forums) forum.aliases = aliasesOf(forum);
  placeAll([...drawn.forums, ...drawn.organisations, ...drawn.towns], [...forums, ...organisations, ...towns], data.network);
  return {
    ...data, ...drawn,
    memberships: rowsOf(data.memberships, { ...linked, basis: (at) => CLAIMED[at], contested: Boolean }),
    seats: rowsOf(data.seats, { ...linked, runs: Boolean }),
    circles: rowsOf(data.circles, { members: several(towns), forums: several(forums), others: itself([]) }),
  };
}

/** @param {any} block @param {Readers} linked @param {string[]} nodes @returns {Readers} */
function forumReaders({ texts, lists, facts, conflicts, tiers, moments, words }, linked, nodes) {
  const [text, list] = [numbered(texts, null), numbered(lists, [])];
  const told = several(rowsOf(facts, linked));
  const unknown = Object.values(words.atlas.unknown); // in the order in which things.py numbers them
  return {
    areas: list, levels: list, known: numbered(lists, null), facts: told,
    unknown: (at) => list(at).map((/** @type {number} */ n) => unknown[n]),
    conflicts: several(rowsOf(conflicts, { ...linked, about: text, subject: text, sides: told })),
    tiers: several(rowsOf(tiers, { level: text })),
    timeline: several(rowsOf(moments, { ...linked, when: text, text })),
    succeeds: several(nodes), part_of: numbered(nodes, null),
    kept: (kept) => (kept ? [nodes[kept[0] - 1], kept[1]] : null),
  };
}

/** @param {any} block @param {Readers} many @param {string[]} forums @returns {Readers} */
function townReaders({ texts, areas, answers, wishes }, many, forums) {
  const text = numbered(texts, null);
  const area = numbered(areas.map((/** @type {Area} */ one) => one.id), null);
  return {
    kkr: text, place: itself(null), dates: itself(["", ""]),
    answers: several(rowsOf(answers, { ...many, area, confidence: text, alternative: text, note: text, forums: several(forums) })),
    wishes: several(rowsOf(wishes, { ...many, answer: text })),
  };
}

/** Rows as things with the names that stand above them. @param {any[][]} rows @param {Readers} readers @returns {any[]} */
function rowsOf([names = [], ...rows], readers) {
  const columns = names.map((/** @type {string} */ name) => ({ name, read: readers[name] || itself(0) }));
  return rows.map((row) => {
    /** @type {any} */
    const one = {};
    for (let n = 0; n < columns.length; n += 1) one[columns[n].name] = columns[n].read(row[n] || 0);
    return one;
  });
}

/** Reads a number, from 1 on, as what it stands for; a text is itself. @param {any[]} all @param {any} nothing @returns {(at: any) => any} */
function numbered(all, nothing) {
  return (at) => (typeof at === "string" ? at : at ? all[at - 1] : nothing);
}

/** Reads several numbers. @param {any[]} all @returns {(numbers: any) => any[]} */
function several(all) {
  const read = numbered(all, null);
  return (numbers) => (numbers || []).map(read);
}

/** Reads what stands in the row itself. @param {any} nothing @returns {(value: any) => any} */
function itself(nothing) {
  return (value) => value || nothing;
}

/** The nodes of a table's things, whose ids stand first. @param {any[][]} table @param {string} letter @returns {string[]} */
function nodesOf(table, letter) {
  return table.slice(1).map(([id]) => `${letter}:${id}`);
}

/** A forum's names, as its facts have them and beyond. @param {any} forum @returns {string[]} */
function aliasesOf(forum) {
  const names = forum.facts.filter((/** @type {Fact} */ fact) => fact.kind === "alias" || fact.kind === "described");
  return [...new Set([...names.map((/** @type {Fact} */ fact) => fact.text), ...forum.aliases])];
}

/** Gives things their node, place and texts to search in, and vis-network its nodes. @param {any[]} things @param {string[]} nodes @param {any} network */
function placeAll(things, nodes, network) {
  things.forEach((one, n) => {
    const [x, y] = network.nodes[n];
    one.node = nodes[n];
    const [r = 0, ...lines] = one.spot || [];
    one.spot = { x, y, r, lines: lines.length ? linesOf(one.name, lines) : [one.name] };
    one.search = [...new Set([one.name, ...(one.aliases || [])])].map(searchText);
    network.nodes[n] = { id: one.node, x, y };
  });
}

/** The lines of a name by how many letters each has, below 0 where … stands for the rest; a text is itself. @param {string} name @param {(number | string)[]} lines @returns {string[]} */
function linesOf(name, lines) {
  const letters = [...name];
  let end = -1;
  return lines.map((line) => {
    if (typeof line === "string") return line;
    const start = end + 1;
    end = start + Math.abs(line);
    return letters.slice(start, end).join("") + (line < 0 ? "…" : "");
  });
}
