// The legend of a sheet: the signs that occur in a view, and only those, each with its word.
// It knows how things look, not where they stand in a view.

const KEY_ROW = 24;
const KEY_SIGN = 30;

/** @typedef {{ text: string, sign: (pen: Pen, x: number, y: number) => void }} KeyItem a sign is drawn with its middle left at x, y */
/** @typedef {{ x: number, y: number, width: number, height: number }} SheetBox */

/** The sign of a status, drawn: fonts have these signs in all sizes, and some have them not. @param {Pen} pen @param {string} symbol @param {number} x @param {number} y @param {number} r @param {string} colour */
function drawSymbol(pen, symbol, x, y, r, colour) {
  pen.fillStyle = colour;
  pen.strokeStyle = colour;
  pen.lineWidth = r / 3.2;
  pen.setLineDash([]);
  pen.beginPath();
  if (symbol === "●") pen.arc(x, y, r, 0, 2 * Math.PI);
  else if (symbol === "◐") pen.arc(x, y, r * 0.92, 0, 2 * Math.PI);
  else if (symbol === "△") [[0, -0.95], [1.05, 0.85], [-1.05, 0.85]].forEach(([px, py], index) => (index ? pen.lineTo(x + px * r, y + py * r) : pen.moveTo(x + px * r, y + py * r)));
  else if (symbol === "✕") [-0.75, 0.75].forEach((side) => [pen.moveTo(x - side * r, y - 0.75 * r), pen.lineTo(x + side * r, y + 0.75 * r)]);
  else if (symbol === "·") pen.arc(x, y, r / 3, 0, 2 * Math.PI);
  else return drawSign(pen, symbol, x, y, r, colour);
  if (symbol === "△") pen.closePath();
  if (symbol === "●" || symbol === "·") pen.fill();
  else pen.stroke();
  if (symbol !== "◐") return;
  pen.beginPath();
  pen.arc(x, y, r * 0.92, Math.PI / 2, 1.5 * Math.PI);
  pen.closePath();
  pen.fill();
}

/** @param {Pen} pen @param {string} sign @param {number} x @param {number} y @param {number} r @param {string} colour */
function drawSign(pen, sign, x, y, r, colour) {
  sheetType(pen, r * 2.6, { weight: 700, colour, align: "center" });
  pen.fillText(sign, x, y);
}

/** A box that looks as its status does. @param {Pen} pen @param {Look} look @param {SheetBox} box @param {number} [radius] */
function drawStatusBox(pen, look, box, radius = 4) {
  pen.beginPath();
  pen.roundRect(box.x, box.y, box.width, box.height, radius);
  pen.fillStyle = look.fill;
  pen.fill();
  pen.strokeStyle = look.line;
  pen.lineWidth = 1.2;
  pen.setLineDash(look.dashes.map((dash) => dash * 0.6));
  pen.stroke();
  pen.setLineDash([]);
}

/** The statuses that the shown municipalities have, in the order of the house. @param {Store} store @param {string[]} areas */
function keyStatuses(store, areas) {
  const found = new Set(surveyedTowns(store).flatMap((town) => areas.map((area) => store.answer(town, area).status)));
  return Object.keys(store.data.looks.status).filter((status) => found.has(status));
}

/** @param {Store} store @param {string} status @returns {KeyItem} */
function keyStatus(store, status) {
  const { looks, words } = store.data;
  const sign = (/** @type {Pen} */ pen, /** @type {number} */ x, /** @type {number} */ y) => {
    drawStatusBox(pen, looks.status[status], { x, y: y - 8, width: 24, height: 16 });
    drawSymbol(pen, words.symbol[status], x + 12, y, 4.6, looks.status[status].text);
  };
  return { text: words.status[status], sign };
}

/** @param {Store} store @param {State["view"]} view @returns {KeyItem[]} */
function keyItems(store, view) {
  const { data, state } = store;
  const areas = view === "matrix" || !state.area ? data.areas.map((area) => area.id) : [state.area];
  const doubtful = view === "matrix" && surveyedTowns(store).some((town) => areas.some((area) => doubtOf(store, store.answer(town, area))));
  const note = { text: data.words.take.key.doubt, sign: keyGlyph("*") };
  if (view === "network" && data.meta.overview && state.group < 0) return []; // circles of communities, which say what they are
  if (view === "places" && !state.area) return keyShades(store);
  if (view !== "network") return [...keyStatuses(store, areas).map((one) => keyStatus(store, one)), ...(doubtful ? [note] : [])];
  return [...keyTowns(store), ...keyForums(store), ...keyLines(store)];
}

/** What tiles and points say of all areas together: how many are covered, and of how many nothing is known. @param {Store} store @returns {KeyItem[]} */
function keyShades(store) {
  const { data } = store;
  const shade = (/** @type {Pen} */ pen, /** @type {number} */ x, /** @type {number} */ y) =>
    [0, 0.5, 1].forEach((share, at) => drawStatusBox(pen, shadeOf(lightColours(data), share), { x: x + 8 * at, y: y - 8, width: 8, height: 16 }, 0));
  const given = surveyedTowns(store).map((town) => new Set(data.areas.map((area) => store.answer(town, area.id).status)));
  const alone = ["no_reply", "not_asked", "absent"].filter((status) => given.some((one) => one.size === 1 && one.has(status)));
  const some = given.some((one) => one.size > 1 && one.has("no_reply"));
  const silent = { text: data.words.take.key.silent, sign: keyGlyph(data.words.symbol.no_reply) };
  return [{ text: data.words.take.key.shade, sign: shade }, ...(some ? [silent] : []), ...alone.map((status) => keyStatus(store, status))];
}

/** @param {string} glyph @returns {KeyItem["sign"]} */
function keyGlyph(glyph) {
  return (pen, x, y) => {
    sheetType(pen, 16, { weight: 700, align: "center" });
    pen.fillText(glyph, x + 12, y);
  };
}

/** Municipalities as the network has them: by their answer where an area is chosen. @param {Store} store @returns {KeyItem[]} */
function keyTowns(store) {
  const { data, state, shown } = store;
  const drawn = sheetTowns(store);
  const box = (/** @type {Town} */ one) => (/** @type {Pen} */ pen, /** @type {number} */ x, /** @type {number} */ y) =>
    drawStatusBox(pen, townFace(store, lightColours(data), one).look, { x, y: y - 8, width: 24, height: 16 });
  const [asked, stranger] = [drawn.find((one) => one.answers.length && store.standing(one) === "known"), drawn.find((one) => !one.answers.length)];
  const absent = !state.area && drawn.some((one) => one.answers.length && store.standing(one) !== "known") ? [keyStatus(store, "absent")] : [];
  const plain = asked ? [{ text: data.words.take.key.town, sign: box(asked) }] : [];
  const outside = stranger ? [{ text: data.words.take.key.stranger, sign: box(stranger) }] : [];
  const organisation = {
    text: data.words.take.key.organisation,
    sign: (/** @type {Pen} */ pen, /** @type {number} */ x, /** @type {number} */ y) => keyDiamond(pen, x + 12, y),
  };
  const towns = state.area ? keyStatuses(store, [state.area]).map((one) => keyStatus(store, one)) : plain;
  return [...towns, ...absent, ...outside, ...(shown.organisations.size ? [organisation] : [])];
}

/** @param {Pen} pen @param {number} x @param {number} y */
function keyDiamond(pen, x, y) {
  pen.beginPath();
  pen.moveTo(x, y - 9);
  pen.lineTo(x + 9, y);
  pen.lineTo(x, y + 9);
  pen.lineTo(x - 9, y);
  pen.closePath();
  pen.fillStyle = "#ffffff";
  pen.fill();
  pen.strokeStyle = SHEET_INK.text;
  pen.lineWidth = 1.6;
  pen.stroke();
}

/** The areas' colours and numbers and the fora's states that are drawn. @param {Store} store @returns {KeyItem[]} */
function keyForums(store) {
  const { data, shown } = store;
  const drawn = data.forums.filter((one) => shown.forums.has(one.node));
  const areas = data.areas.filter((area) => drawn.some((one) => one.areas.includes(area.id)));
  const states = Object.keys(data.looks.forum).filter((key) => key !== "existing" && drawn.some((one) => store.forumState(one) === key));
  return [
    ...areas.map((area) => ({
      text: area.name,
      sign: (/** @type {Pen} */ pen, /** @type {number} */ x, /** @type {number} */ y) =>
        drawAreaSign(pen, x + 12, y, area, data.looks.forum.existing),
    })),
    ...states.map((key) => ({
      text: key === "unknown" ? data.words.slider.forum_unknown : filled(data.words.take.key.forum, { status: data.words.forum_status[key] }),
      sign: (/** @type {Pen} */ pen, /** @type {number} */ x, /** @type {number} */ y) =>
        drawAreaSign(pen, x + 12, y, null, data.looks.forum[key]),
    })),
  ];
}

/** A forum's circle with its area's number. @param {Pen} pen @param {number} x @param {number} y @param {Area | null} area @param {Mark} [mark] */
function drawAreaSign(pen, x, y, area, mark = { hollow: false, struck: false, dashes: [], sign: "" }) {
  pen.beginPath();
  pen.arc(x, y, 9, 0, 2 * Math.PI);
  pen.fillStyle = mark.hollow ? "#ffffff" : area ? area.colour : "#cdd2d7";
  pen.fill();
  pen.strokeStyle = SHEET_INK.text;
  pen.lineWidth = 1.3;
  pen.setLineDash(mark.dashes);
  pen.stroke();
  pen.setLineDash([]);
  if (mark.struck) drawStroke(pen, x - 8, y + 8, x + 8, y - 8);
  sheetType(pen, 11.5, { weight: 700, align: "center" });
  if (area || mark.sign) pen.fillText(mark.sign || String(area && area.number), x, y);
}

/** @param {Pen} pen @param {number} fromX @param {number} fromY @param {number} toX @param {number} toY */
function drawStroke(pen, fromX, fromY, toX, toY) {
  pen.beginPath();
  pen.moveTo(fromX, fromY);
  pen.lineTo(toX, toY);
  pen.stroke();
}

/** The kinds of membership that are drawn, and what is contested among them. @param {Store} store @returns {KeyItem[]} */
function keyLines(store) {
  const { data, shown } = store;
  const bases = Object.keys(data.looks.basis).filter((key) => shown.links.some((link) => link.basis === key && link.standing === "known"));
  const contested = {
    text: data.words.take.key.contested,
    sign: (/** @type {Pen} */ pen, /** @type {number} */ x, /** @type {number} */ y) => paintSign(pen, x + 12, y, 9, "≠", lightColours(data)),
  };
  const lines = bases.map((key) => ({
    text: filled(data.words.take.key.member, { basis: data.words.basis[key] }),
    sign: (/** @type {Pen} */ pen, /** @type {number} */ x, /** @type {number} */ y) => {
      pen.strokeStyle = SHEET_INK.soft;
      pen.lineWidth = 2;
      pen.setLineDash(data.looks.basis[key].map((dash) => dash * 0.6));
      drawStroke(pen, x, y, x + 24, y);
      pen.setLineDash([]);
    },
  }));
  const stands = /** @type {const} */ (["unknown", "ended"]).filter((key) => shown.links.some((link) => link.standing === key));
  lines.push(...stands.map((key) => ({
    text: data.words.slider[`line_${key}`],
    sign: (/** @type {Pen} */ pen, /** @type {number} */ x, /** @type {number} */ y) => {
      pen.strokeStyle = key === "unknown" ? SHEET_INK.soft : SHEET_INK.line;
      pen.lineWidth = 2;
      pen.setLineDash(key === "unknown" ? data.looks.unknown.map((dash) => dash * 0.6) : []);
      drawStroke(pen, x, y, x + 24, y);
      pen.setLineDash([]);
    },
  })));
  const differ = shown.links.some((link) => link.contested) || data.forums.some((one) => shown.forums.has(one.node) && store.said(one.conflicts).length);
  return [...lines, ...(differ ? [contested] : []), ...keyCircles(store)];
}

/** The soft outlines around those who keep meeting. @param {Store} store @returns {KeyItem[]} */
function keyCircles(store) {
  const { data, shown, state } = store;
  const drawn = state.circles && circlesShown(store).length > 0;
  const { hull: fill, accent: line, ink: text } = lightColours(data);
  const sign = (/** @type {Pen} */ pen, /** @type {number} */ x, /** @type {number} */ y) =>
    drawStatusBox(pen, { fill, line, text, dashes: [] }, { x, y: y - 9, width: 24, height: 18 }, 9);
  return drawn ? [{ text: data.words.take.key.circle, sign }] : [];
}

/** The items in rows that fit the width. @param {Pen} pen @param {KeyItem[]} items @param {number} width @returns {(KeyItem & { x: number })[][]} */
function keyRows(pen, items, width) {
  pen.font = sheetFont(13);
  /** @type {(KeyItem & { x: number })[][]} */
  const rows = [];
  let x = width;
  for (const item of items) {
    const text = fittedText(pen, item.text, width - KEY_SIGN);
    const wide = KEY_SIGN + pen.measureText(text).width + 18;
    if (x + wide - 18 > width) {
      rows.push([]);
      x = 0;
    }
    rows[rows.length - 1].push({ ...item, text, x });
    x += wide;
  }
  return rows;
}

/** @param {Pen} pen @param {ReturnType<typeof keyRows>} rows @param {number} left @param {number} top */
function drawKey(pen, rows, left, top) {
  rows.forEach((row, index) => {
    const y = top + KEY_ROW * (index + 0.5);
    for (const item of row) {
      item.sign(pen, left + item.x, y);
      sheetType(pen, 13);
      pen.fillText(item.text, left + item.x + KEY_SIGN, y);
    }
  });
}
