// Writes names beside what they name: the most important first, each only where it covers nothing and can be read.

/** What a name may not cover; `name` marks another name. @typedef {Rect & { node: string, name?: boolean }} Taken */
/** @typedef {{ lines: string[], size: number, width: number, height: number, font: string }} Wording */

const MOST_NAMES = 400; // more than a screen has room for
const MOST_TAKEN = 1500; // obstacles above which it would take too long to look farther off
const MOST_LED = 60; // names that are put farther off, with a line to what they name

/**
 * What is chosen and all that belongs to it is named first and whatever it takes; what stands back may be covered.
 * @param {Store} store @param {Canvas} canvas @param {Seen} seen @param {Map<string, Rect>} boxes
 */
function paintNames(store, canvas, seen, boxes) {
  const taken = obstacles(store, canvas, seen, boxes);
  const hovered = canvas.hovered ? store.thing(canvas.hovered) : undefined;
  const plate = hovered && !hovered.node.startsWith("m:") ? plateOf(store, canvas, hovered, taken) : null;
  if (plate) taken.push({ node: "", name: true, ...plate.rect });
  const lit = store.shown.lit || hoverLight(store, canvas);
  if (lit) {
    if (store.state.unfolded) paintTiers(store, canvas, taken);
    paintThingNames(store, canvas, wantedNames(store, canvas, seen, boxes), taken);
  }
  if (store.state.circles) paintCircleNames(store, canvas, taken);
  paintLooseCaption(store, canvas, seen.forums, taken);
  if (!lit) paintThingNames(store, canvas, wantedNames(store, canvas, seen, boxes), taken);
  if (plate) paintPlate(canvas, plate);
}

/** What is to be named beside itself, the most urgent first. @param {Store} store @param {Canvas} canvas @param {Seen} seen @param {Map<string, Rect>} boxes @returns {Thing[]} */
function wantedNames(store, canvas, seen, boxes) {
  return [...seen.towns.filter((town) => !boxes.has(town.node)), ...seen.forums, ...seen.organisations]
    .filter((one) => !dimmed(store, canvas, one.node) && one.node !== canvas.hovered)
    .sort((a, b) => urgency(store, b) - urgency(store, a))
    .slice(0, MOST_NAMES);
}

/** @param {Store} store @param {Canvas} canvas @param {Thing[]} things @param {Taken[]} taken */
function paintThingNames(store, canvas, things, taken) {
  const lit = store.shown.lit || hoverLight(store, canvas);
  const placed = things.map((one, n) => place(store, canvas, one, taken, n < MOST_LED && (lit !== null || isAsked(one)))).filter((one) => one !== null);
  for (const { one, rect } of placed) lead(canvas, one, rect);
  for (const { text, rect } of placed) write(canvas, { ...text, rect });
}

/** A municipality that was asked is named wherever there is room. @param {Thing} one */
function isAsked(one) {
  return one.node.startsWith("m:") && /** @type {Town} */ (one).answers.length > 0;
}

/** @param {Store} store @param {Thing} one */
function urgency(store, one) {
  if (one.node === store.state.chosen) return 1000;
  return one.spot.r + (one.node.startsWith("m:") ? 50 : 0) + (store.shown.lit && store.shown.lit.has(one.node) ? 100 : 0);
}

/** All that no name may cover: what stands back is not among it. @param {Store} store @param {Canvas} canvas @param {Seen} seen @param {Map<string, Rect>} boxes @returns {Taken[]} */
function obstacles(store, canvas, seen, boxes) {
  const bright = (/** @type {{ node: string }} */ one) => !dimmed(store, canvas, one.node);
  const towns = [...boxes].map(([node, rect]) => ({ node, ...rect })).filter(bright);
  const small = seen.towns.filter((town) => !boxes.has(town.node));
  const discs = [...small, ...seen.forums, ...seen.organisations].filter(bright).map((one) => {
    const wide = 2 * thingRadius(canvas, one);
    return { node: one.node, ...around(one.spot.x, one.spot.y, wide, wide) };
  });
  const signs = contestedShown(store, canvas).map((link) => {
    const { x, y, r } = contestedSpot(store, canvas.scale, link);
    return { node: "", ...around(x, y, 2 * r, 2 * r) };
  });
  return [...towns, ...discs, ...signs, ...canvas.covered.map((rect) => ({ node: "", name: true, ...rect }))];
}

/** How far a thing reaches from its middle, where it has no box. @param {Canvas} canvas @param {Thing} one */
function thingRadius(canvas, one) {
  if (one.node.startsWith("m:")) return SMALL_TOWN / canvas.scale;
  return forumRadius(canvas, one.spot) * (one.node.startsWith("o:") ? 1.15 : 1);
}

/**
 * Finds a name's place: on a side of its thing where it covers nothing; farther off for what must be named.
 * @param {Store} store @param {Canvas} canvas @param {Thing} one @param {Taken[]} taken @param {boolean} must
 * @returns {{ one: Thing, text: Wording, rect: Rect } | null}
 */
function place(store, canvas, one, taken, must) {
  const text = nameText(store, canvas, one);
  const free = (/** @type {Rect} */ rect) => within(rect, canvas.window) && !taken.some((other) => (other.node !== one.node || other.name) && meets(other, rect));
  const near = sidesOf(one, canvas, text);
  const rect = near.find(free) || (must && taken.length < MOST_TAKEN ? farther(one, canvas, text, free, taken) : null);
  if (!rect) return null;
  taken.push({ node: one.node, name: true, ...rect });
  return { one, text, rect };
}

/** A name's lines with the room that they take. @param {Store} store @param {Canvas} canvas @param {Thing} one @returns {Wording} */
function nameText(store, { pen, scale, sizes }, one) {
  const size = Math.max(FONT.forum, sizes.forum / scale);
  const lines = titleLines(store, one);
  const font = `${one.node.startsWith("m:") ? 600 : 400} ${size}px ${FACE}`;
  pen.font = font;
  return { lines, size, font, width: Math.max(0, ...lines.map((line) => pen.measureText(line).width)), height: lines.length * size * FONT.line };
}

/** Where a name may stand beside its thing: below, above, right, left, at the corners. @param {Thing} one @param {Canvas} canvas @param {Wording} text @returns {Rect[]} */
function sidesOf(one, canvas, { size, width, height }) {
  const away = thingRadius(canvas, one) + size * 0.2;
  const [dx, dy] = [away + width / 2, away + height / 2];
  const [cx, cy] = [away * 0.7 + width / 2, away * 0.7 + height / 2];
  return [[0, dy], [0, -dy], [dx, 0], [-dx, 0], [cx, cy], [-cx, cy], [cx, -cy], [-cx, -cy]]
    .map(([right, down]) => around(one.spot.x + right, one.spot.y + down, width, height));
}

/**
 * The nearest free place around a thing whose line crosses no name; where there is none, the one that covers least.
 * @param {Thing} one @param {Canvas} canvas @param {Wording} text @param {(rect: Rect) => boolean} free @param {Taken[]} taken
 */
function farther(one, canvas, { size, width, height }, free, taken) {
  const names = taken.filter((other) => other.name);
  const clear = (/** @type {Rect} */ rect) => !names.some((other) => crosses(one.spot, nearest(rect, one.spot), other));
  const every = [];
  for (let away = 1.5; away < 16; away *= 1.35) {
    for (let n = 0; n < 16; n += 1) {
      const [x, y] = [Math.cos((n * Math.PI) / 8), Math.sin((n * Math.PI) / 8)];
      const reach = thingRadius(canvas, one) + away * size;
      const rect = around(one.spot.x + x * (reach + width / 2), one.spot.y + y * (reach + height / 2), width, height);
      if (within(rect, canvas.window)) every.push(rect);
    }
  }
  const open = every.filter(free);
  const covered = (/** @type {Rect} */ rect) => taken.reduce((sum, other) => sum + (meets(other, rect) ? (other.name ? 20 : 1) : 0), 0);
  const least = every.length ? every.reduce((a, b) => (covered(b) < covered(a) ? b : a)) : null;
  return open.find(clear) || open[0] || (least && covered(least) < 20 ? least : null);
}

/** The place in a rectangle that is nearest to a point. @param {Rect} rect @param {Point} point @returns {Point} */
function nearest(rect, { x, y }) {
  return { x: Math.min(rect.right, Math.max(rect.left, x)), y: Math.min(rect.bottom, Math.max(rect.top, y)) };
}

/** A fine line from a thing to its name, where the name does not stand beside it. @param {Canvas} canvas @param {Thing} one @param {Rect} rect */
function lead(canvas, one, rect) {
  const { pen, scale, colours } = canvas;
  const to = nearest(rect, one.spot);
  const [far, r] = [Math.hypot(to.x - one.spot.x, to.y - one.spot.y), thingRadius(canvas, one)];
  if (far < r + 7 / scale) return;
  pen.beginPath();
  pen.moveTo(one.spot.x + ((to.x - one.spot.x) * r) / far, one.spot.y + ((to.y - one.spot.y) * r) / far);
  pen.lineTo(to.x, to.y);
  pen.setLineDash([]);
  for (const [colour, wide] of /** @type {[string, number][]} */ ([[colours.paper, 3], [colours.accent, 1]])) {
    pen.strokeStyle = colour;
    pen.lineWidth = wide / scale;
    pen.stroke();
  }
}

/** A body that does not exist (yet, any more) says so in words. @param {Store} store @param {Thing} one */
function titleLines(store, one) {
  // Unknown are many, and the sign in the circle says it: there the words wait for the pointer.
  return store.standing(/** @type {any} */ (one)) === "unknown" ? one.spot.lines : [...one.spot.lines, ...stateLines(store, one)];
}

/** A forum's state in the round in words, where it is not simply there; what it was called before. @param {Store} store @param {Thing} one @returns {string[]} */
function stateLines(store, one) {
  if (!("facts" in one)) return [];
  const state = store.forumState(one);
  const said = state === "existing" ? [] : [store.data.words.forum_status[state]];
  return [...said, ...otherNames(store, one)].map((text) => `(${text})`);
}

/** @param {Canvas} canvas @param {{ lines: string[], size: number, rect: Rect, font?: string, ink?: string }} text */
function write({ pen, colours }, { lines, size, rect, font, ink }) {
  pen.font = font || `${size}px ${FACE}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  pen.lineWidth = size * 0.3;
  pen.strokeStyle = colours.halo;
  pen.fillStyle = ink || colours.ink;
  lines.forEach((line, index) => {
    const y = rect.top + (index + 0.5) * size * FONT.line;
    pen.strokeText(line, (rect.left + rect.right) / 2, y);
    pen.fillText(line, (rect.left + rect.right) / 2, y);
  });
}

/** The whole name of what is under the pointer, inside the window and on the side where it covers least. @param {Store} store @param {Canvas} canvas @param {Thing} one @param {Taken[]} taken */
function plateOf(store, canvas, one, taken) {
  const { pen, scale, window } = canvas;
  const size = Math.max(FONT.forum, 13 / scale);
  const lines = [...broken(one.name, 34, 6), ...stateLines(store, one)];
  pen.font = `${size}px ${FACE}`;
  const width = Math.max(...lines.map((line) => pen.measureText(line).width));
  const height = lines.length * size * FONT.line;
  const sides = sidesOf(one, canvas, { lines, size, font: "", width: width + size, height: height + size * 0.4 });
  const costs = sides.map((rect, n) => ({ rect: moved(rect, widened(window, -size / 2)), n })).map(({ rect, n }) => ({ rect, cost: takenCost(rect, taken) + n }));
  const { rect } = costs.reduce((a, b) => (b.cost < a.cost ? b : a));
  return { lines, size, rect: { left: rect.left + size * 0.5, top: rect.top + size * 0.2, right: rect.right - size * 0.5, bottom: rect.bottom - size * 0.2 } };
}

/** @param {Canvas} canvas @param {{ lines: string[], size: number, rect: Rect }} text */
function paintPlate(canvas, { lines, size, rect }) {
  paintGround(canvas, { left: rect.left - size * 0.5, top: rect.top - size * 0.2, right: rect.right + size * 0.5, bottom: rect.bottom + size * 0.2 }, size * 0.3, canvas.colours.ink);
  write(canvas, { lines, size, rect });
}

/** A plate of paper that hides what is under it. @param {Canvas} canvas @param {Rect} rect @param {number} round @param {string} edge */
function paintGround({ pen, scale, colours }, rect, round, edge) {
  pen.fillStyle = colours.paper;
  pen.strokeStyle = edge;
  pen.lineWidth = 1 / scale;
  pen.setLineDash([]);
  pen.beginPath();
  pen.roundRect(rect.left, rect.top, rect.right - rect.left, rect.bottom - rect.top, round);
  pen.fill();
  pen.stroke();
}

/** Says beside the row below the map why no line reaches the fora in it. @param {Store} store @param {Canvas} canvas @param {Forum[]} forums @param {Taken[]} taken */
function paintLooseCaption(store, canvas, forums, taken) {
  const loose = forums.filter((forum) => !forum.kept && !store.claims(forum.node).some((claim) => DRAWN.includes(claim.basis)));
  if (!loose.length) return;
  const { pen, scale, sizes, colours } = canvas;
  const size = Math.max(FONT.forum, (sizes.forum + 1) / scale);
  const font = `600 ${size}px ${FACE}`;
  pen.font = font;
  const row = rectOf(loose, Math.max(...loose.map((forum) => forumRadius(canvas, forum.spot))));
  const free = (/** @type {{ rect: Rect }} */ { rect }) => within(rect, canvas.window) && !taken.some((other) => meets(other, rect));
  const found = captionPlaces(store.data.words.atlas.ui.loose, row, size, (text) => pen.measureText(text).width).find(free);
  if (!found) return;
  taken.push({ node: "", name: true, ...widened(found.rect, size * 0.2) });
  write(canvas, { ...found, size, font, ink: colours.soft });
}

/** Above the row, on one line or two, or else at its sides. @param {string} text @param {Rect} row @param {number} size @param {(text: string) => number} wide */
function captionPlaces(text, row, size, wide) {
  return [[text], halved(text, 12)].flatMap((lines) => {
    const width = Math.max(...lines.map(wide));
    const high = lines.length * size * FONT.line;
    const at = (/** @type {number} */ left, /** @type {number} */ top) => ({ lines, rect: { left, top, right: left + width, bottom: top + high } });
    const middle = (row.top + row.bottom - high) / 2;
    return [at(row.left, row.top - high - size * 0.8), at(row.left, row.top - high - size * 0.1), at(row.right + size, middle), at(row.left - width - size, middle)];
  });
}
