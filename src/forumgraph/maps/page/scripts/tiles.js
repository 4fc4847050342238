// Draws the tile grid, one tile a municipality, with any pen: on the page and on what is taken away from it.
// It knows where tiles stand and what is written in them, not what happens when one is pressed.

/** @typedef {{ x: number, y: number, width: number, height: number }} PlaceBox */
/** @typedef {{ look: Look, symbol: string, note: string, brief: string, label: string }} PlaceFace `brief` says the same as `note` in a few signs */
/** @typedef {PlaceBox & { town: Town, face: PlaceFace }} Tile */

const TILE = { most: 132, gap: 3, pad: 5, sea: 0.5 };
const TILE_SIZES = [15, 14, 13, 12, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5]; // the last ones only on paper: the page has no tile so narrow
const ONSETS = ["bj", "bl", "br", "dj", "dr", "fj", "fl", "fr", "gl", "gr", "kl", "kr", "pr", "st", "tr"];

/** Draws the tiles into a box, as they are taken away: always light. @param {Pen} pen @param {Store} store @param {PlaceBox} box */
function drawTiles(pen, store, box) {
  paintTiles(pen, store, lightColours(store.data), tilesIn(store, lightColours(store.data), box));
}

/** What a municipality shows in either figure. @param {Store} store @param {Colours} colours @param {Town} town @returns {PlaceFace} */
function placeFace(store, colours, town) {
  const { data, state } = store;
  const { status: word, symbol, geography: words } = data.words;
  const area = data.areas.find((one) => one.id === state.area);
  const alike = (/** @type {string} */ key, /** @type {string} */ label) => ({ look: colours.status[key], symbol: symbol[key], note: word[key], brief: "", label });
  if (area) {
    const { status } = store.answer(town, area.id);
    return alike(status, filled(words.label_area, { town: town.name, status: word[status], area: area.name }));
  }
  const answers = data.areas.map((one) => store.answer(town, one.id).status);
  const given = answers.filter((one) => one !== "not_asked" && one !== "absent");
  if (!given.length && answers.includes("absent")) return alike("absent", `${town.name}: ${absentWords(store, town)}`);
  if (!given.length) return alike("not_asked", filled(words.label_unasked, { town: town.name }));
  const [covered, silent] = ["established", "no_reply"].map((key) => given.filter((one) => one === key).length);
  // Nothing is known: not the same as nothing being there.
  if (silent === given.length) return alike("no_reply", counted(words.label_silent, silent, { town: town.name }));
  const rest = silent ? counted(words.rest, silent) : "";
  const known = fromTo(covered, covered + silent);
  const label = counted(words.label_overall, given.length, { town: town.name, covered: known, rest });
  return {
    look: shadeOf(colours, covered / given.length), symbol: "", label,
    note: filled(words.count_short, { covered: known, asked: given.length }),
    brief: `${known}/${given.length}`,
  };
}

/** From empty to full, with a text that is read on it. @param {Colours} colours @param {number} share @returns {Look} */
function shadeOf(colours, share) {
  const [empty, full] = [colours.status.none.fill, colours.status.established.fill].map(rgbOf);
  const fill = empty.map((part, index) => Math.round(part + (full[index] - part) * share));
  // Black itself: of white and black one is always read on a colour (4.58 to 1 or more), of white and nearly black not.
  const text = contrast(fill, [255, 255, 255]) > contrast(fill, [0, 0, 0]) ? "#ffffff" : "#000000";
  return { fill: `rgb(${fill.join(",")})`, line: colours.status.established.line, text, dashes: [] };
}

/** @param {string} colour as "#rrggbb" @returns {number[]} */
function rgbOf(colour) {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
}

/** How well two colours are told apart, after WCAG. @param {number[]} one @param {number[]} other */
function contrast(one, other) {
  const [dark, light] = [one, other].map(luminance).sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {number[]} rgb */
function luminance(rgb) {
  const [r, g, b] = rgb.map((part) => (part <= 10 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The municipalities that have a place in the figures: those that were asked, or all where none was. @param {Store} store */
function placedTowns(store) {
  const asked = store.data.towns.filter((town) => town.answers.length);
  return asked.length ? asked : store.data.towns;
}

/** How many tiles there are across and down; empty columns or rows side by side leave a strait. @param {Town[]} towns */
function tileGrid(towns) {
  const column = squeezed(towns.map((town) => town.tile[0]));
  const row = squeezed(towns.map((town) => town.tile[1]));
  return { column, row, across: Math.max(0, ...column.values()) + 1, down: Math.max(0, ...row.values()) + 1 };
}

/** @param {number[]} numbers @returns {Map<number, number>} */
function squeezed(numbers) {
  let last = -1;
  /** @type {Map<number, number>} */
  const places = new Map();
  [...new Set(numbers)].sort((a, b) => a - b).forEach((number, index, all) => {
    last += index && number - all[index - 1] > 1 ? 1 + TILE.sea : 1;
    places.set(number, last);
  });
  return places;
}

/** How large a tile can be in a box: about square, higher where it is narrow and a name takes several lines. @param {{ across: number, down: number }} grid @param {{ width: number, height: number }} box */
function tileSize({ across, down }, { width, height }) {
  const wide = Math.min(width / across, TILE.most);
  const high = Math.min(height / down, wide * (wide < 64 ? 1.25 : 0.9));
  return { wide: Math.min(wide, high / 0.62), high };
}

/** The tiles of all municipalities, in the middle of a box. @param {Store} store @param {Colours} colours @param {PlaceBox} box @returns {Tile[]} */
function tilesIn(store, colours, box) {
  const towns = placedTowns(store);
  const grid = tileGrid(towns);
  const { wide, high } = tileSize(grid, box);
  const left = box.x + (box.width - wide * grid.across) / 2;
  const top = box.y + (box.height - high * grid.down) / 2;
  return towns.map((town) => ({
    town,
    face: placeFace(store, colours, town),
    x: left + Number(grid.column.get(town.tile[0])) * wide + TILE.gap / 2,
    y: top + Number(grid.row.get(town.tile[1])) * high + TILE.gap / 2,
    width: wide - TILE.gap,
    height: high - TILE.gap,
  }));
}

/** @param {Pen} pen @param {Store} store @param {Colours} colours @param {Tile[]} tiles */
function paintTiles(pen, store, colours, tiles) {
  const type = tileType(pen, tiles);
  const marked = (/** @type {Tile} */ tile) => placeMark(store, tile.town);
  for (const tile of tiles) paintTile(pen, tile, type, lookIn(store, colours, tile.town, tile.face.look));
  // Outlines come last: they reach over the tiles beside.
  for (const tile of tiles) if (marked(tile)) outlineTile(pen, colours, tile, marked(tile));
}

/** @param {Pen} pen @param {Tile} tile @param {TileType} type @param {Look} look */
function paintTile(pen, tile, type, look) {
  const { symbol, note, brief } = tile.face;
  pen.save();
  pen.beginPath();
  pen.roundRect(tile.x + 0.5, tile.y + 0.5, tile.width - 1, tile.height - 1, 5);
  pen.fillStyle = look.fill;
  pen.fill();
  pen.strokeStyle = look.line;
  pen.lineWidth = 1.5;
  pen.setLineDash(look.dashes.map((dash) => dash * 0.7));
  pen.stroke();
  pen.setLineDash([]);
  const names = type.names(tile.town.name);
  const notes = type.note ? [note] : [brief].filter(Boolean);
  const sign = symbol ? type.sign * 2.5 : 0;
  const height = sign + (names.length + notes.length * 0.95) * type.size * 1.12;
  let y = tile.y + (tile.height - height) / 2;
  const middle = tile.x + tile.width / 2;
  if (symbol) drawSymbol(pen, symbol, middle, y + type.sign * 1.1, type.sign, look.text);
  y += sign + type.size * 0.56;
  for (const [lines, weight, size] of /** @type {[string[], number, number][]} */ ([[names, 600, type.size], [notes, 400, type.size * 0.95]])) {
    for (const line of lines) {
      placeText(pen, line, middle, y, { size, weight, colour: look.text });
      y += size * 1.12;
    }
  }
  pen.restore();
}

/** @param {Pen} pen @param {Colours} colours @param {Tile} tile @param {string} mark */
function outlineTile(pen, colours, { x, y, width, height }, mark) {
  const [reach, line] = mark === "chosen" ? [2.5, 4.5] : [1.5, 2.5];
  for (const [colour, more] of /** @type {[string, number][]} */ ([[colours.paper, 2], [mark === "chosen" ? colours.ink : colours.accent, 0]])) {
    pen.beginPath();
    pen.roundRect(x - reach, y - reach, width + 2 * reach, height + 2 * reach, 7);
    pen.strokeStyle = colour;
    pen.lineWidth = line + more;
    pen.stroke();
  }
}

/** How a municipality stands out: "chosen", "lit" beside what is chosen, or "". @param {Store} store @param {Town} town */
function placeMark(store, { node }) {
  const cell = cellOf(store.state.chosen);
  if (node === (cell ? cell.town : store.state.chosen)) return "chosen";
  return store.shown.lit && store.shown.lit.has(node) && store.shown.towns.has(node) ? "lit" : "";
}

/** One line around its middle. @param {Pen} pen @param {string} text @param {number} x @param {number} y @param {{ size: number, weight?: number, colour: string, align?: CanvasTextAlign }} look */
function placeText(pen, text, x, y, { size, weight = 400, colour, align = "center" }) {
  pen.font = `${weight} ${size}px ${FACE}`;
  pen.fillStyle = colour;
  pen.textAlign = align;
  pen.textBaseline = "middle";
  pen.fillText(text, x, y);
}

/** @typedef {{ size: number, sign: number, note: boolean, names: (name: string) => string[] }} TileType */

/** The largest type in which all names fit, and whether the answer's word fits below them. @param {Pen} pen @param {Tile[]} tiles @returns {TileType} */
function tileType(pen, tiles) {
  const { width = 0, height = 0 } = tiles[0] || {};
  const ruler = placeRuler(pen);
  const least = TILE_SIZES[TILE_SIZES.length - 1];
  const notes = Math.max(0, ...tiles.map((tile) => ruler(tile.face.note, 400)));
  const sign = Math.min(8, height * 0.1);
  const plain = tiles.some((tile) => tile.face.brief) ? 1 : 0; // a number instead of a sign
  /** How many lines a name can have. @param {number} size @param {boolean} note */
  const rowsOf = (size, note) => {
    const room = (height - TILE.pad - (plain ? 0 : sign * 2.5)) / (size * 1.12);
    return Math.floor(room - (note || plain ? 1 : 0) + 0.05);
  };
  const fits = (/** @type {number} */ size, /** @type {boolean} */ note) => {
    if (note && notes * size * 0.95 > width - TILE.pad) return false;
    return usual.every((name) => holds(name, size, rowsOf(size, note)));
  };
  const holds = (/** @type {string} */ name, /** @type {number} */ size, /** @type {number} */ rows) => {
    const lines = nameLines(name, (width - TILE.pad) / size, ruler);
    return lines.length <= rows && lines.every((line) => ruler(line, 600) * size <= width - TILE.pad);
  };
  // A name that no size makes fit is cut; it does not make all others small.
  const usual = tiles.map((tile) => clipped(tile.town.name, 40)).filter((name) => holds(name, least, 4));
  const best = (/** @type {boolean} */ note) => TILE_SIZES.find((size) => fits(size, note)) || 0;
  const note = best(true) >= 9.5;
  const size = best(note) || least;
  const most = Math.max(1, rowsOf(size, note));
  return {
    size, sign, note,
    names(name) {
      const inside = (/** @type {string} */ line) => ruler(line, 600) * size <= width - TILE.pad;
      const lines = nameLines(clipped(name, 40), (width - TILE.pad) / size, ruler).flatMap((line) => (inside(line) ? [line] : cutLine(line, inside)));
      return lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1].replace(/-$/, "")}…`] : lines;
    },
  };
}

/** Measures a text in units of its own size, each text once. @param {Pen} pen */
function placeRuler(pen) {
  /** @type {Map<string, number>} */
  const held = new Map();
  return (/** @type {string} */ text, /** @type {number} */ weight) => {
    const key = `${weight} ${text}`;
    const known = held.get(key);
    if (known !== undefined) return known;
    pen.font = `${weight} 100px ${FACE}`;
    const width = pen.measureText(text).width / 100;
    held.set(key, width);
    return width;
  };
}

/** A name on lines of a width: whole words where they fit, else broken between syllables. @param {string} name @param {number} width @param {(text: string, weight: number) => number} ruler */
function nameLines(name, width, ruler) {
  const fits = (/** @type {string} */ text) => ruler(text, 600) <= width;
  /** @type {string[]} */
  const lines = [];
  let line = "";
  for (const word of name.match(/[^\s-]+-?/g) || [name]) {
    const glue = line && !line.endsWith("-") ? " " : "";
    if (fits(line + glue + word)) { line += glue + word; continue; }
    if (line) lines.push(line);
    line = "";
    const parts = fits(word) ? [word] : brokenWord(word, fits, ruler);
    lines.push(...parts.slice(0, -1));
    line = parts[parts.length - 1];
  }
  return [...lines, line].filter(Boolean);
}

/** A word on as few lines as it needs, and these as even as its syllables let them be. @param {string} word @param {(text: string) => boolean} fits @param {(text: string, weight: number) => number} ruler @returns {string[]} */
function brokenWord(word, fits, ruler) {
  const parts = syllables(word);
  if (parts.length > 8) return [word]; // no Danish name; the ways to break it would be too many
  /** @type {{ lines: string[], cost: number } | null} */
  let best = null;
  for (let cuts = 1; cuts < 2 ** (parts.length - 1); cuts += 1) {
    const lines = parts.reduce((/** @type {string[]} */ all, part, index) => {
      if (index && !(cuts & (2 ** (index - 1)))) return [...all.slice(0, -1), all[all.length - 1] + part];
      return [...all, part];
    }, []).map((line, index, all) => (index < all.length - 1 ? `${line}-` : line));
    if (!lines.every(fits)) continue;
    const widths = lines.map((line) => ruler(line, 600));
    // Haders-lev, not Ha-derslev: the end of a Danish place name is mostly a word of its own.
    const short = lines.filter((line) => line.replace("-", "").length < 3).length + (widths[0] < widths[widths.length - 1] ? 0.4 : 0);
    const cost = Math.max(...widths) + short + 100 * lines.length;
    if (!best || cost < best.cost) best = { lines, cost };
  }
  return best ? best.lines : [word];
}

/** A line that nothing in it lets break, cut where the width ends. @param {string} line @param {(text: string) => boolean} fits @returns {string[]} */
function cutLine(line, fits) {
  const pieces = [""];
  for (const sign of line) {
    const last = pieces[pieces.length - 1];
    if (last && !fits(last + sign)) pieces.push(sign);
    else pieces[pieces.length - 1] = last + sign;
  }
  return pieces;
}

/** A Danish word in parts that may end a line: before the last consonant between two vowels, Frede-riks-havn. @param {string} word @returns {string[]} */
function syllables(word) {
  const parts = [...word.matchAll(/[aeiouyæøå]([^aeiouyæøå-]+)(?=[aeiouyæøå])/gi)];
  const cuts = parts.map(({ index, 1: between }) => {
    const onset = ONSETS.includes(between.slice(-2).toLowerCase()) ? 2 : 1;
    return index + 1 + Math.max(0, between.length - onset);
  });
  // Two letters alone are no part of a word that anyone would write on a line of its own: Haders-lev, never Ha-derslev.
  const kept = cuts.filter((cut, index) => cut - (index ? cuts[index - 1] : 0) > 1 && cut > 2 && word.length - cut > 1);
  return [...kept, word.length].map((end, index) => word.slice(index ? kept[index - 1] : 0, end));
}
