// The table behind a view, as rows for a spreadsheet, filtered as the view is; and the same as CSV.
// It knows nothing of files and buttons.

/** @typedef {{ name: string, rows: SheetRows }} SheetTable */

/** The tables of the view: the first is what is seen, the others go with it into a workbook. @param {Store} store @returns {SheetTable[]} */
function viewTables(store) {
  const tables = { matrix: matrixTables, network: networkTables, places: placesTables }[store.state.view](store);
  return [...tables, aboutTable(store)];
}

/** @param {Store} store @returns {SheetTable[]} */
function matrixTables(store) {
  const { data } = store;
  const { table, sheet } = data.words.take;
  const head = [table.town, table.code, table.kkr, ...data.areas.map((area) => area.name)];
  const rows = surveyedTowns(store).map((town) => [town.name, town.code, town.kkr, ...data.areas.map((area) => answerWords(store, town, area.id))]);
  return [{ name: sheet.answers, rows: [head, ...rows] }, { name: sheet.totals, rows: totalRows(store) }];
}

/** An answer in words, with what else it could be read as. @param {Store} store @param {Town} town @param {string} area */
function answerWords(store, town, area) {
  const { words } = store.data;
  const { status, alternative } = store.answer(town, area);
  const said = words.status[status];
  return alternative ? filled(words.take.table.or, { status: said, alternative: words.status[alternative] }) : said;
}

/** The totals as numbers, an area a row; shares in percent. @param {Store} store @returns {SheetRows} */
function totalRows(store) {
  const { data } = store;
  const { table } = data.words.take;
  const counted = /** @type {const} */ (["established", "informal", "planned", "none", "no_reply", "not_asked"]);
  const names = new Map(data.areas.map((area) => [area.id, area.name]));
  const percent = (/** @type {number | null} */ share) => (share === null ? null : Math.round(share * 1000) / 10);
  const head = [table.area, ...counted.map((key) => data.words.status[key]), table.asked, table.answered, table.low, table.high];
  const rows = store.totals().map((one) => [
    names.get(one.area) || one.area, ...counted.map((key) => one[key]), one.asked, one.answered, percent(one.low), percent(one.high),
  ]);
  return [head, ...rows];
}

/** The last line under the matrix as CSV has it: each area's total in words. @param {Store} store @returns {SheetRows} */
function totalLine(store) {
  const { total } = store.data.words.take;
  const said = new Map(store.totals().map((one) => [one.area, totalWords(store, one)]));
  const cells = store.data.areas.map((area) => {
    const { share = "", answered = "" } = said.get(area.id) || {};
    return [share, answered].filter(Boolean).join(", ");
  });
  return [[total.title, null, null, ...cells]];
}

/** The very last line of a table that is filtered: by what. @param {Store} store @returns {SheetRows} */
function filterLine(store) {
  const filters = sheetFilters(store);
  return filters.length ? [[store.data.words.take.table.filters, filters.join("; ")]] : [];
}

/** Titles of the sources, and the lines in each. @param {Store} store @param {Evidence[]} evidence */
function evidenceCells(store, evidence) {
  const titles = evidence.map(([source]) => store.data.sources[source]?.title || "");
  return [[...new Set(titles)].join("; "), evidence.map(([, lines]) => lines).join("; ")];
}

/** @param {Store} store @returns {SheetTable[]} */
function networkTables(store) {
  const { sheet, table } = store.data.words.take;
  const head = [table.forum, table.town, table.basis, ...(store.shown.at < 0 ? [] : [table.then]), table.by, table.contested, table.source, table.lines];
  const tables = [{ name: sheet.memberships, rows: [head, ...membershipRows(store)] }];
  return store.shown.seats.length ? [...tables, { name: sheet.seats, rows: seatRows(store) }] : tables;
}

/** One row for each claim behind the lines that are drawn, forum by forum. @param {Store} store @returns {SheetRows} */
function membershipRows(store) {
  const { data, shown, state } = store;
  const { table } = data.words.take;
  const drawn = new Set(shown.links.map((link) => `${link.town} ${link.forum}`));
  const kept = (/** @type {Membership} */ one) =>
    drawn.has(`${one.town} ${one.forum}`) && one.basis !== "excluded" && (!state.basis.length || state.basis.includes(one.basis));
  const order = new Map([...data.forums, ...data.towns].map((one, index) => [one.node, index]));
  const at = (/** @type {string} */ node) => order.get(node) ?? order.size;
  const claims = [...shown.towns].flatMap((town) => [...store.memberships(town), ...unsureOf(store, town)].filter(kept));
  claims.sort((a, b) => at(a.forum) - at(b.forum) || at(a.town) - at(b.town));
  return claims.map((one) => [
    nameOf(store, one.forum), nameOf(store, one.town), data.words.basis[one.basis], ...(shown.at < 0 ? [] : [thenWords(store, one)]), one.by.join(", "),
    one.contested ? table.yes : table.no, ...evidenceCells(store, one.evidence),
  ]);
}

/** Whether a membership is known to hold in the round. @param {Store} store @param {Membership} one */
function thenWords(store, one) {
  const { take, forum_status: words } = store.data.words;
  return store.standing(one) === "known" ? take.table.known : words.unknown;
}

/** @param {Store} store @returns {SheetRows} */
function seatRows(store) {
  const { table } = store.data.words.take;
  const drawn = new Set(store.shown.seats.map((one) => `${one.organisation} ${one.forum}`));
  const seats = store.data.seats.filter((one) => drawn.has(`${one.organisation} ${one.forum}`) && (!store.state.round || one.round === store.state.round));
  const head = [table.forum, table.organisation, table.runs, table.by, table.source, table.lines];
  const rows = seats.map((one) => [
    nameOf(store, one.forum), nameOf(store, one.organisation), one.runs ? table.yes : table.no, one.by.join(", "),
    ...evidenceCells(store, one.evidence),
  ]);
  return [head, ...rows];
}

/** @param {Store} store @returns {SheetTable[]} */
function placesTables(store) {
  const { data, state } = store;
  const { sheet, table } = data.words.take;
  const areas = data.areas.filter((area) => !state.area || area.id === state.area);
  const head = [table.town, table.code, table.kkr, ...areas.map((area) => area.name), table.longitude, table.latitude];
  const rows = sheetTowns(store).map((town) => [
    town.name, town.code, town.kkr, ...areas.map((area) => answerWords(store, town, area.id)), ...(town.place || [null, null]).map((degrees) => degrees && Math.round(degrees * 1e4) / 1e4),
  ]);
  return [{ name: sheet.places, rows: [head, ...rows] }];
}

/** What the workbook is of, as its picture says it. @param {Store} store @returns {SheetTable} */
function aboutTable(store) {
  const { data, state } = store;
  const { sheet, table } = data.words.take;
  const rows = [
    [table.title, data.meta.title],
    [table.shown, sheetSubtitle(store, state.view)],
    [table.filters, sheetFilters(store).join("; ") || table.unfiltered],
    [table.source, data.sources.map((one) => one.title).join("; ")],
    [table.date, data.meta.day],
    ...(state.view === "places" && data.places.attribution ? [[table.places, data.places.attribution]] : []),
  ];
  return { name: sheet.about, rows: [[table.about, table.value], ...rows] };
}

/** A cell that Excel leaves as it is: what begins like a formula gets an apostrophe in front, as in the reports. @param {string | number | null} value */
function csvCell(value) {
  if (value === null) return "";
  if (typeof value === "number") return String(value).replace(".", ",");
  const text = /^[ ']*[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[;"\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** A table as a Danish Excel opens it with a double click: with a byte order mark, semicolons and its own line ends. @param {SheetRows} rows */
function csvText(rows) {
  return `\ufeff${rows.map((row) => row.map(csvCell).join(";")).join("\r\n")}\r\n`;
}
