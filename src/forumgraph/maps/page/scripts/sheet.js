// Composes one picture to take away: title, what is shown, the view, what its signs mean, source and date.
// It knows what stands on a sheet, not how a view is drawn nor where the picture goes.

/** A4 landscape inside its margins, in units of which a text of 13 is read comfortably on paper. */
const SHEET = { width: 1200, height: 822, pad: 6 };
const SHEET_INK = { text: "#1b1f24", soft: "#4d545b", line: "#cdd2d7", ground: "#f5f6f8", accent: "#005a8e" };

/** @param {number} size @param {number} [weight] */
function sheetFont(size, weight = 400) {
  return `${weight} ${size}px ${PEN_FONT}`;
}

/** Sets a pen for text. @param {Pen} pen @param {number} size @param {{ weight?: number, colour?: string, align?: CanvasTextAlign }} [look] */
function sheetType(pen, size, { weight = 400, colour = SHEET_INK.text, align = "left" } = {}) {
  pen.font = sheetFont(size, weight);
  pen.fillStyle = colour;
  pen.textAlign = align;
  pen.textBaseline = "middle";
}

/** Sets a pen for a text that shall not be cut: smaller where the width asks for it, within reason. @param {Pen} pen @param {string} text @param {number} width @param {number} size @param {number} [weight] */
function sheetFit(pen, text, width, size, weight = 400) {
  sheetType(pen, size, { weight });
  const wide = pen.measureText(text.slice(0, 200)).width;
  sheetType(pen, wide > width ? Math.max(size * 0.8, (size * width) / wide) : size, { weight });
}

/** As much of a text as the width holds, with a sign where something was cut. @param {Pen} pen @param {string} text @param {number} width */
function fittedText(pen, text, width) {
  // By whole signs, as half an emoji is none; and without those that turn the direction of what follows.
  const signs = [...text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "").replace(/\s+/g, " ").slice(0, 600)];
  const whole = signs.join("");
  if (text.length <= 600 && pen.measureText(whole).width <= width) return whole;
  let [fits, fails] = [0, signs.length + 1];
  while (fails - fits > 1) {
    const middle = Math.floor((fits + fails) / 2);
    if (pen.measureText(`${signs.slice(0, middle).join("")}…`).width <= width) fits = middle;
    else fails = middle;
  }
  return `${signs.slice(0, fits).join("").trimEnd()}…`;
}

/** A word in pieces that fit, each but the last with a hyphen. @param {Pen} pen @param {string} word @param {number} width @returns {string[]} */
function wordPieces(pen, word, width) {
  if (!word || pen.measureText(word).width <= width) return word ? [word] : [];
  const signs = [...word];
  let fits = signs.length - 1;
  while (fits > 1 && pen.measureText(`${signs.slice(0, fits).join("")}-`).width > width) fits -= 1;
  return [`${signs.slice(0, Math.max(1, fits)).join("")}-`, ...wordPieces(pen, signs.slice(Math.max(1, fits)).join(""), width)];
}

/** A text broken into at most so many lines; the last is cut where it must be. @param {Pen} pen @param {string} text @param {number} width @param {number} most */
function brokenText(pen, text, width, most) {
  const parts = text.slice(0, 600).split(/\s+/).flatMap((word) => wordPieces(pen, word, width));
  /** @type {string[]} */
  const lines = [];
  while (parts.length && lines.length < most - 1) {
    let line = String(parts.shift());
    while (parts.length && pen.measureText(`${line} ${parts[0]}`).width <= width) line += ` ${parts.shift()}`;
    lines.push(fittedText(pen, line, width));
  }
  return parts.length ? [...lines, fittedText(pen, parts.join(" "), width)] : lines;
}

/** The places of a list, all spelled out while they are few. @param {Store} store @param {string[]} names */
function sheetNames(store, names) {
  const few = names.slice(0, 4).join(", ");
  return names.length <= 4 ? few : filled(store.data.words.take.sheet.more, { names: few, n: names.length - 4 });
}

/** The area that is chosen, by name; "" where none is. @param {Store} store */
function sheetArea(store) {
  const area = store.data.areas.find((one) => one.id === store.state.area);
  return area ? area.name : "";
}

/** What the atlas was made for and what the filters leave out, each as a few words. @param {Store} store @returns {string[]} */
function sheetFilters(store) {
  const { narrowed } = store.data.meta;
  return [...(narrowed ? [narrowed] : []), ...stateFilters(store)];
}

/** What the filters leave out. @param {Store} store @returns {string[]} */
function stateFilters(store) {
  const { data, state } = store;
  const words = data.words.take.filter;
  const said = (/** @type {Words} */ table, /** @type {string[]} */ keys) => keys.map((key) => (table && table[key]) || key).join(", ");
  const round = data.rounds.find((one) => one.id === state.round);
  const towns = state.towns.map((node) => store.thing(node)?.name || node);
  const basis = DRAWN.filter((one) => state.basis.includes(one));
  /** @type {[string, string][]} */
  const kept = [
    ["", round ? filled(data.words.slider.on_paper, { ...round }) : ""],
    ["kkr", state.kkr.join(", ")],
    ["towns", sheetNames(store, towns)],
    ["status", said(data.words.status, state.status)],
    ["standing", said(data.words.forum_status, state.standing)],
    ["level", state.level && said(data.words.level, [state.level])],
    ["kind", state.kind],
    ["basis", basis.length && basis.length < 3 ? said(data.words.basis, basis) : ""],
  ];
  return kept.filter(([, value]) => value).map(([key, value]) => (key ? filled(words[key], { value }) : value));
}

/** The view in words: what is drawn, of which area, and what was filtered. @param {Store} store @param {State["view"]} view */
function sheetSubtitle(store, view) {
  const { atlas, take } = store.data.words;
  const area = sheetArea(store);
  const framed = (/** @type {string} */ value) => filled(take.sheet.framed, { value });
  const named = area && view === "matrix" ? framed(area) : area;
  const total = area && view !== "matrix" ? [sheetTotal(store)] : [];
  const chosen = store.state.chosen ? [framed(sheetChosen(store))] : [];
  return [atlas.view[view], named || take.sheet.all_areas, ...total, ...chosen, ...sheetFilters(store)].join(" · ");
}

/** What is chosen, by name; a cell by those of its row and its column. @param {Store} store */
function sheetChosen(store) {
  const { data, state } = store;
  const cell = cellOf(state.chosen);
  const name = store.thing(cell ? cell.town : state.chosen)?.name || "";
  const area = cell && data.areas.find((one) => one.id === cell.area);
  return clipped(area ? `${name}, ${area.name}` : name);
}

/** How many have what the chosen area asks for: views without a row of totals say it in words. @param {Store} store */
function sheetTotal(store) {
  const total = store.totals().find((one) => one.area === store.state.area);
  const { share = "", answered = "" } = total ? totalWords(store, total) : {};
  return [filled(store.data.words.take.total.in_words, { share }), answered].filter(Boolean).join(", ");
}

/** Where the picture comes from and how old it is. @param {Store} store @param {State["view"]} view */
function sheetSource(store, view) {
  const { meta, places } = store.data;
  const line = filled(store.data.words.take.sheet.source, { source: meta.source, date: meta.day });
  const open = view === "matrix" && store.totals().some((total) => total.no_reply);
  if (open) return `${line} · ${store.data.words.take.total.note}`;
  return view === "places" && places.attribution ? `${line} · ${places.attribution}` : line;
}

/** @typedef {(pen: Pen, store: Store, box: SheetBox) => string | void} DrawView what a view says of itself once it is drawn, if anything */

/** A pen that notes each text before it writes it. @param {Pen} pen @param {(text: string, font: string) => void} note @returns {Pen} */
function notingPen(pen, note) {
  return new Proxy(pen, {
    get(target, key) {
      const held = Reflect.get(target, key);
      if (typeof held !== "function") return held;
      return (/** @type {any[]} */ ...given) => {
        if (key === "fillText") note(String(given[0]), target.font);
        return held.apply(target, given);
      };
    },
    set: (target, key, value) => Reflect.set(target, key, value),
  });
}

/** Draws the network, and says how many of its fora have their name on the picture. @type {DrawView} */
function drawNamedNetwork(pen, store, box) {
  /** @type {Map<string, number>} */
  const written = new Map();
  const note = (/** @type {string} */ text, /** @type {string} */ font) => {
    if (!font.startsWith("italic")) written.set(text, (written.get(text) || 0) + 1); // so are the names of circles
  };
  drawNetwork(notingPen(pen, note), store, box);
  if (store.data.meta.overview && store.state.group < 0) return "";
  const shown = store.data.forums.filter((one) => store.shown.forums.has(one.node));
  const alike = grouped(shown, (one) => titleLines(store, one).join("\n"));
  const named = [...alike].reduce((sum, [lines, those]) => sum + Math.min(those.length, ...lines.split("\n").map((line) => written.get(line) || 0)), 0);
  return named < shown.length ? filled(store.data.words.take.sheet.named, { n: named, of: shown.length }) : "";
}

/**
 * Draws the whole sheet and returns the box that was left to the view.
 * @param {Pen} pen @param {Store} store
 * @param {{ width: number, height: number, view?: State["view"], part?: string }} size `part` says which of several pages
 * @param {DrawView} drawView
 */
function drawSheet(pen, store, size, drawView) {
  const view = size.view || store.state.view;
  const [left, width] = [SHEET.pad, size.width - 2 * SHEET.pad];
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, size.width, size.height);
  const top = sheetHead(pen, store, view, { left, width, part: size.part || "" });
  const line = view === "network" ? 18 : 0; // for what is only known once it is drawn
  const foot = sheetFoot(pen, store, view, { left, width, bottom: size.height - SHEET.pad }) - line;
  const key = keyRows(pen, keyItems(store, view), width);
  const keyTop = foot - 8 - key.length * KEY_ROW;
  drawKey(pen, key, left, keyTop);
  const air = view === "network" ? 16 : 0; // the names of the circles stand on their edges
  const box = { x: left + air, y: top + 8 + air, width: width - 2 * air, height: keyTop - top - 16 - 2 * air };
  pen.save();
  const said = drawView(pen, store, box);
  pen.restore();
  sheetType(pen, 12, { colour: SHEET_INK.soft });
  if (said) pen.fillText(fittedText(pen, said, width), left, foot + line / 2 - 2);
  return box;
}

/** Title and what is shown; returns where they end. @param {Pen} pen @param {Store} store @param {State["view"]} view @param {{ left: number, width: number, part: string }} at */
function sheetHead(pen, store, view, { left, width, part }) {
  const { meta } = store.data;
  sheetType(pen, 24, { weight: 700 });
  pen.fillText(fittedText(pen, meta.title, width - (part ? 160 : 0)), left, SHEET.pad + 14);
  sheetType(pen, 14, { colour: SHEET_INK.soft, align: "right" });
  if (part) pen.fillText(part, left + width, SHEET.pad + 14);
  sheetType(pen, 14.5, { colour: SHEET_INK.soft });
  const lines = brokenText(pen, sheetSubtitle(store, view), width, 2);
  lines.forEach((line, index) => pen.fillText(line, left, SHEET.pad + 40 + 19 * index));
  return SHEET.pad + 30 + 19 * lines.length;
}

/** Source and date under a line; returns where they begin. @param {Pen} pen @param {Store} store @param {State["view"]} view @param {{ left: number, width: number, bottom: number }} at */
function sheetFoot(pen, store, view, { left, width, bottom }) {
  sheetType(pen, 12, { colour: SHEET_INK.soft });
  const lines = brokenText(pen, sheetSource(store, view), width, 2);
  const top = bottom - 16 * lines.length - 6;
  lines.forEach((line, index) => pen.fillText(line, left, top + 14 + 16 * index));
  pen.fillStyle = SHEET_INK.line;
  pen.fillRect(left, top, width, 1);
  return top;
}
