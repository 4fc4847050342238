// Draws the matrix on a sheet: a row for each municipality, a column for each area, and what they add up to.
// It knows no frame around it and no page it is printed on.

const MATRIX_ROW = 27;
const MATRIX_HEAD = 52;
const MATRIX_TOTAL = 46;

/** The municipalities that are shown, in the order of the matrix. @param {Store} store @returns {Town[]} */
function sheetTowns(store) {
  const shown = store.data.towns.filter((town) => store.shown.towns.has(town.node));
  return matrixSorted(store, /** @type {any[]} */ (shown.map((town) => ({ town })))).map(({ town }) => town);
}

/** Those of them that have a row in the matrix: one that is only named by others has none. @param {Store} store */
function surveyedTowns(store) {
  return sheetTowns(store).filter((town) => town.answers.length);
}

/** How high the matrix of so many rows stands comfortably. @param {number} rows */
function matrixHeight(rows) {
  return MATRIX_HEAD + rows * MATRIX_ROW + MATRIX_TOTAL + 4;
}

/** Where the columns of the matrix begin. @param {Pen} pen @param {Store} store @param {SheetBox} box @param {Town[]} towns */
function matrixColumns(pen, store, box, towns) {
  const several = new Set(towns.map((town) => town.kkr)).size > 1;
  pen.font = sheetFont(14, 700);
  const widest = Math.max(90, ...towns.map((town) => pen.measureText(town.name.slice(0, 60)).width));
  const name = Math.min(widest + 20, box.width * 0.22);
  const kkr = several ? Math.min(120, box.width * 0.12) : 0;
  const each = (box.width - name - kkr) / Math.max(1, store.data.areas.length);
  return { name, kkr, each, at: (/** @type {number} */ index) => box.x + name + kkr + each * index };
}

/**
 * @param {Pen} pen @param {Store} store @param {SheetBox} box
 * @param {Town[]} [towns] the rows of this page, all where none are named
 * @param {boolean} [totals] whether the totals stand under them
 */
function drawMatrix(pen, store, box, towns = surveyedTowns(store), totals = true) {
  const columns = matrixColumns(pen, store, box, towns);
  const room = box.height - MATRIX_HEAD - (totals ? MATRIX_TOTAL : 0);
  const row = Math.min(34, room / Math.max(1, towns.length));
  drawMatrixHead(pen, store, box, columns);
  const top = box.y + MATRIX_HEAD;
  towns.forEach((town, index) => drawMatrixRow(pen, store, town, { ...box, y: top + row * index, height: row }, columns));
  const bottom = top + row * towns.length;
  if (totals) drawMatrixTotals(pen, store, { ...box, y: bottom, height: MATRIX_TOTAL }, columns);
  const area = store.data.areas.findIndex((one) => one.id === store.state.area);
  if (area < 0) return;
  const height = bottom - box.y + (totals ? MATRIX_TOTAL : 0);
  drawFrame(pen, { x: columns.at(area), y: box.y, width: columns.each, height });
}

/** @typedef {ReturnType<typeof matrixColumns>} MatrixColumns */

/** A frame around what is chosen. @param {Pen} pen @param {SheetBox} box */
function drawFrame(pen, box) {
  pen.strokeStyle = SHEET_INK.text;
  pen.lineWidth = 2.2;
  pen.setLineDash([]);
  pen.beginPath();
  pen.roundRect(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1, 6);
  pen.stroke();
}

/** @param {Pen} pen @param {Store} store @param {SheetBox} box @param {MatrixColumns} columns */
function drawMatrixHead(pen, store, box, columns) {
  const words = store.data.words.take.table;
  const base = box.y + MATRIX_HEAD - 14;
  const longest = store.data.areas.flatMap((area) => area.name.split(/\s+/)).reduce((most, word) => (word.length > most.length ? word : most), "");
  sheetType(pen, 13, { weight: 700 });
  pen.fillText(fittedText(pen, words.town, columns.name - 10), box.x + 4, base);
  if (columns.kkr) pen.fillText(words.kkr, box.x + columns.name, base);
  store.data.areas.forEach((area, index) => {
    const x = columns.at(index) + 6;
    sheetFit(pen, longest, columns.each - 32, 13, 700);
    const lines = brokenText(pen, area.name, columns.each - 32, 3);
    lines.forEach((line, place) => pen.fillText(line, x + 24, base - 14 * (lines.length - 1 - place)));
    drawAreaSign(pen, x + 9, base - 7 * (lines.length - 1), area);
  });
  pen.fillStyle = SHEET_INK.text;
  pen.fillRect(box.x, box.y + MATRIX_HEAD - 1.5, box.width, 1.5);
}

/** @param {Pen} pen @param {Store} store @param {Town} town @param {SheetBox} row @param {MatrixColumns} columns */
function drawMatrixRow(pen, store, town, row, columns) {
  const middle = row.y + row.height / 2;
  const size = Math.min(14, row.height * 0.62);
  pen.fillStyle = SHEET_INK.line;
  pen.fillRect(row.x, row.y + row.height - 0.5, row.width, 0.5);
  sheetType(pen, size, { weight: 700 });
  pen.fillText(fittedText(pen, town.name, columns.name - 12), row.x + 4, middle);
  sheetType(pen, size, { colour: SHEET_INK.soft });
  if (columns.kkr) pen.fillText(fittedText(pen, town.kkr, columns.kkr - 10), row.x + columns.name, middle);
  store.data.areas.forEach((area, index) => {
    const cell = { x: columns.at(index) + 3, y: row.y + 2, width: columns.each - 6, height: row.height - 4 };
    drawMatrixCell(pen, store, store.answer(town, area.id), cell);
    if (store.state.chosen === `c:${town.code}:${area.id}`) drawFrame(pen, { ...cell, x: cell.x - 2, y: row.y, width: cell.width + 4, height: row.height });
  });
  if (store.state.chosen === town.node) drawFrame(pen, row);
}

/** @param {Pen} pen @param {Store} store @param {Answer} answer @param {SheetBox} cell */
function drawMatrixCell(pen, store, answer, cell) {
  const { looks, words } = store.data;
  const look = looks.status[answer.status];
  const [size, middle] = [Math.min(13.5, cell.height * 0.66), cell.y + cell.height / 2];
  drawStatusBox(pen, look, cell);
  drawSymbol(pen, words.symbol[answer.status], cell.x + 15, middle, size * 0.38, look.text);
  sheetType(pen, size, { colour: look.text });
  const [word, mark] = [words.status[answer.status], doubtOf(store, answer) ? " *" : ""];
  const room = cell.width - 32 - pen.measureText(mark).width; // a word may be cut, the mark behind it never
  if (cell.width > 60) pen.fillText(fittedText(pen, word, room) + mark, cell.x + 28, middle);
  else if (mark) pen.fillText("*", cell.x + Math.min(24, cell.width - 8), middle);
}

/** A total as people read it: how many of those asked, the interval, how many answered. @param {Store} store @param {Total} total */
function totalWords(store, total) {
  const words = store.data.words.take.total;
  if (!total.asked) return { share: words.nobody, answered: "" };
  const percent = (/** @type {number | null} */ share) => Math.round(100 * (share || 0));
  const [low, high] = [percent(total.low), percent(total.high)];
  const text = low === high ? words.share : words.interval;
  return { share: filled(text, { ...total, low, high }), answered: filled(words.answered, { n: total.answered }) };
}

/** @param {Pen} pen @param {Store} store @param {SheetBox} row @param {MatrixColumns} columns */
function drawMatrixTotals(pen, store, row, columns) {
  const words = store.data.words.take.total;
  pen.fillStyle = SHEET_INK.ground;
  pen.fillRect(row.x, row.y + 1.5, row.width, row.height - 1.5);
  pen.fillStyle = SHEET_INK.text;
  pen.fillRect(row.x, row.y, row.width, 1.5);
  const totals = new Map(store.totals().map((total) => [total.area, totalWords(store, total)]));
  const write = (/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ line, /** @type {number} */ width) => {
    sheetFit(pen, text, width, line ? 12.5 : 13.5, line ? 400 : 700);
    pen.fillText(fittedText(pen, text, width), x, row.y + 16 + 18 * line);
  };
  write(words.title, row.x + 4, 0, columns.name - 8);
  write(words.answered_title, row.x + 4, 1, columns.name + columns.kkr - 8);
  store.data.areas.forEach((area, index) => {
    const said = totals.get(area.id) || { share: "", answered: "" };
    write(said.share, columns.at(index) + 9, 0, columns.each - 12);
    write(said.answered, columns.at(index) + 9, 1, columns.each - 12);
  });
}
