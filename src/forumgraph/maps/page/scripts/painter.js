// Draws the network with a pen: the screen's canvas, a picture to save, or an SVG. It decides nothing: the store does.

const FONT = { town: 20, forum: 15, line: 1.25 }; // world units
const LEAST_NUMBER = 5; // pixels below which a number in a circle is no use
const DENSE = 4000; // lines above which they are drawn thin
const FADED = 0.2; // of what is not part of what is chosen

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Rect */
/** Pixels below which letters are no use, and the least radius of a forum. @typedef {{ town: number, forum: number, dot: number }} Sizes */
/**
 * `covered` is what stands over the map, so that no name may.
 * @typedef {{ pen: Pen, scale: number, window: Rect, colours: Colours, hovered: string, moving: boolean,
 *   narrow: boolean, sizes: Sizes, covered: Rect[] }} Canvas
 */
/** @typedef {{ towns: Town[], forums: Forum[], organisations: Organisation[] }} Seen */

/**
 * Everything that is shown, from the back to the front; returns where the municipalities' boxes stand.
 * @param {Store} store @param {Canvas} canvas @returns {Map<string, Rect>}
 */
function paintNetwork(store, canvas) {
  const { towns, forums } = store.shown;
  if (store.data.meta.overview && store.state.group < 0) return paintGroups(store, canvas);
  if (!towns.size && !forums.size) return paintNothing(store, canvas);
  if (store.state.circles) paintCircles(store, canvas);
  if (!(canvas.moving && store.shown.links.length > 2 * DENSE)) paintLinks(store, canvas);
  paintSeats(store, canvas);
  if (store.state.unfolded) paintSuccession(store, canvas);
  const seen = thingsIn(store, canvas.window);
  paintForums(store, canvas, seen.forums);
  for (const one of seen.organisations) paintOrganisation(store, canvas, one);
  const boxes = townBoxes(store, canvas, seen.towns);
  const faded = (/** @type {Town} */ town) => Number(!dimmed(store, canvas, town.node));
  for (const town of seen.towns) if (!boxes.has(town.node)) paintSmallTown(store, canvas, town);
  for (const town of [...seen.towns].sort((a, b) => faded(a) - faded(b))) paintTown(store, canvas, town, boxes.get(town.node));
  paintNames(store, canvas, seen, boxes);
  return boxes;
}

/** Says that the filters leave nothing, where something would be. @param {Store} store @param {Canvas} canvas @returns {Map<string, Rect>} */
function paintNothing(store, canvas) {
  const { window, scale } = canvas;
  const size = 16 / scale;
  const wide = (window.right - window.left) * scale;
  const lines = broken(store.data.words.atlas.ui.none_shown, Math.max(12, Math.floor(wide / 10)), 4);
  const high = lines.length * size * FONT.line;
  write(canvas, { lines, size, rect: around((window.left + window.right) / 2, (window.top + window.bottom) / 2, wide, high) });
  return new Map();
}

/** What stands whole in the window: half a thing at the edge would be a thing half read. @param {Store} store @param {Rect} window @returns {Seen} */
function thingsIn(store, window) {
  const inside = (/** @type {Thing} */ { spot: { x, y, r } }) =>
    x - r > window.left && x + r < window.right && y - r > window.top && y + r < window.bottom;
  const { towns, forums, organisations, behind } = store.shown;
  return {
    towns: store.data.towns.filter((one) => towns.has(one.node) && inside(one)),
    forums: store.data.forums.filter((one) => forums.has(one.node) && !behind.has(one.node) && inside(one)),
    organisations: store.data.organisations.filter((one) => organisations.has(one.node) && inside(one)),
  };
}

/** Whether something else is chosen than what this belongs to. @param {Store} store @param {Canvas} canvas @param {string} node */
function dimmed(store, canvas, node) {
  const lit = store.shown.lit || hoverLight(store, canvas);
  return lit !== null && !lit.has(node) && node !== canvas.hovered;
}

/** @type {{ node: string, shown: Shown | null, lit: Set<string> | null }} */
const hoverMemory = { node: "", shown: null, lit: null };

/** What belongs to the thing under the pointer, while nothing is chosen. @param {Store} store @param {Canvas} canvas */
function hoverLight(store, canvas) {
  if (!canvas.hovered) return null;
  if (hoverMemory.node !== canvas.hovered || hoverMemory.shown !== store.shown) {
    Object.assign(hoverMemory, { node: canvas.hovered, shown: store.shown, lit: neighbours(canvas.hovered, store.shown) });
  }
  return hoverMemory.lit;
}

/** The lines, all of one look in one stroke. @param {Store} store @param {Canvas} canvas */
function paintLinks(store, canvas) {
  const { pen, colours } = canvas;
  const lit = store.shown.lit || hoverLight(store, canvas);
  const groups = grouped(store.shown.links, (link) => `${lit ? (touches(store, canvas, link, lit) ? "lit" : "dim") : "all"} ${link.standing === "known" ? link.basis : link.standing}`);
  const thin = store.shown.links.length > DENSE;
  for (const [look, links] of [...groups].sort(([a], [b]) => (a < b ? 1 : -1)).sort(([a], [b]) => Number(a.startsWith("lit")) - Number(b.startsWith("lit")))) {
    const [light, basis] = look.split(" ");
    pen.beginPath();
    for (const link of links) path(store, pen, link.town, link.forum);
    const past = basis === "ended";
    pen.strokeStyle = light === "dim" || (past && light !== "lit") ? colours.faint : light === "lit" && !past ? colours.ink : colours.line;
    pen.lineWidth = (light === "lit" ? 2.6 : thin ? 0.8 : 1.5) * Math.max(1, 0.5 / canvas.scale);
    pen.globalAlpha = thin && light !== "lit" ? 0.35 : 1;
    pen.setLineDash(thin && light !== "lit" ? [] : basis === "unknown" ? store.data.looks.unknown : store.data.looks.basis[basis] || []);
    pen.stroke();
    pen.globalAlpha = 1;
  }
  pen.setLineDash([]);
  for (const link of contestedShown(store, canvas)) paintContested(store, canvas, link);
}

/** The lines that bear a sign, as reporters differ. @param {Store} store @param {Canvas} canvas */
function contestedShown(store, canvas) {
  if (store.shown.links.length > DENSE) return [];
  const lit = store.shown.lit || hoverLight(store, canvas);
  return store.shown.links.filter((link) => link.contested && link.standing === "known" && (!lit || touches(store, canvas, link, lit)));
}

/** @param {Store} store @param {Canvas} canvas @param {Link} link @param {Set<string>} lit */
function touches(store, canvas, link, lit) {
  const centre = store.shown.lit ? store.state.chosen : canvas.hovered;
  return centre === link.town || centre === link.forum || (/^[co]:/.test(centre) && lit.has(link.town) && lit.has(link.forum));
}

/** @template T @param {T[]} all @param {(one: T) => string} key @returns {Map<string, T[]>} */
function grouped(all, key) {
  /** @type {Map<string, T[]>} */
  const found = new Map();
  for (const one of all) {
    const held = found.get(key(one));
    if (held) held.push(one);
    else found.set(key(one), [one]);
  }
  return found;
}

/** @param {Store} store @param {Pen} pen @param {string} from @param {string} to */
function path(store, pen, from, to) {
  const [a, b] = [from, to].map((node) => /** @type {Thing} */ (store.thing(node)).spot);
  pen.moveTo(a.x, a.y);
  pen.lineTo(b.x, b.y);
}

/** A sign in the middle of a line on which reporters differ. @param {Store} store @param {Canvas} canvas @param {Link} link */
function paintContested(store, { pen, scale, colours }, link) {
  const { x, y, r } = contestedSpot(store, scale, link);
  paintSign(pen, x, y, r, "≠", colours);
}

/** Where that sign stands. @param {Store} store @param {number} scale @param {Link} link */
function contestedSpot(store, scale, link) {
  const [a, b] = [link.town, link.forum].map((node) => /** @type {Thing} */ (store.thing(node)).spot);
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, r: Math.max(8, 6 / scale) };
}

/** @param {Pen} pen @param {number} x @param {number} y @param {number} r @param {string} sign @param {Colours} colours */
function paintSign(pen, x, y, r, sign, colours) {
  disc(pen, x, y, r, colours.paper);
  pen.strokeStyle = colours.ink;
  pen.lineWidth = r * 0.18;
  pen.stroke();
  pen.font = `700 ${r * 1.5}px ${FACE}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillStyle = colours.ink;
  pen.fillText(sign, x, y + r * 0.1);
}

/** @param {Store} store @param {Canvas} canvas */
function paintSeats(store, canvas) {
  const { pen, colours } = canvas;
  for (const seat of store.shown.seats) {
    const dim = dimmed(store, canvas, seat.organisation) || dimmed(store, canvas, seat.forum);
    pen.beginPath();
    path(store, pen, seat.organisation, seat.forum);
    pen.strokeStyle = dim ? colours.faint : colours.accent;
    pen.lineWidth = (seat.runs ? 2.4 : 1.1) * Math.max(1, 0.5 / canvas.scale);
    pen.stroke();
  }
}

/** The arrows along the chosen body's line: from what it carries on, to what carries it on. @param {Store} store @param {Canvas} canvas */
function paintSuccession(store, { pen, colours }) {
  const { chosen } = store.state;
  const own = store.data.forums.filter((one) => one.node === chosen || one.succeeds.includes(chosen));
  for (const forum of own) {
    for (const node of forum.succeeds.filter((one) => forum.node === chosen || one === chosen)) {
      if (!store.shown.forums.has(node) || !store.shown.forums.has(forum.node)) continue;
      arrow(pen, /** @type {Forum} */ (store.thing(node)).spot, forum.spot, colours.accent);
    }
  }
}

/** Drawn small, two numbers still need more room than one: what is larger stays larger. @param {Canvas} canvas @param {Spot} spot */
const forumRadius = ({ scale, sizes }, spot) => Math.max(spot.r, (sizes.dot * Math.min(1.25, Math.max(1, spot.r / 10))) / scale);

/** @param {Store} store @param {Canvas} canvas @param {Forum} forum */
function paintForum(store, canvas, forum) {
  const { pen, colours } = canvas;
  const state = store.forumState(forum);
  const mark = store.data.looks.forum[state];
  const edge = mark.sign ? colours.soft : colours.ink;
  const { x, y } = forum.spot;
  const r = forumRadius(canvas, forum.spot);
  const own = forum.areas.map((id) => /** @type {Area} */ (store.data.areas.find((area) => area.id === id)));
  const alpha = dimmed(store, canvas, forum.node) ? FADED : store.shown.at >= 0 && state === "ended" ? 0.6 : 1;
  pen.save();
  pen.globalAlpha = alpha;
  if (hasFormer(store, forum.node)) paintFormer(canvas, forum.spot, r);
  pen.globalAlpha = alpha;
  disc(pen, x, y, r, colours.paper);
  pen.globalAlpha = alpha * (mark.struck ? 0.35 : 1);
  if (!mark.sign) own.forEach((area, index) => { slice(pen, x, y, r, index, own.length); pen.fillStyle = area.colour; pen.fill(); });
  pen.globalAlpha = alpha;
  if (mark.hollow && !mark.sign) disc(pen, x, y, r * 0.66, colours.paper);
  pen.beginPath();
  pen.arc(x, y, r, 0, 2 * Math.PI);
  outline(store, canvas, forum.node, edge, mark.dashes);
  if (mark.struck) strike(pen, x, y, r);
  if (mark.sign) paintForumSign(canvas, mark.sign, forum.spot, r);
  else paintNumbers(canvas, own, forum.spot, r, mark.hollow ? colours.ink : "#1b1f24");
  if (store.said(forum.conflicts).length && r * canvas.scale > 5) paintSign(pen, x + r * 0.8, y - r * 0.8, r * 0.55, "≠", colours);
  pen.restore();
}

/** @param {Store} store @param {string} node */
const hasFormer = (store, node) => [...store.shown.behind.values()].includes(node);

/** The edge of a former name behind the circle: it stands at the same place. @param {Canvas} canvas @param {Spot} spot @param {number} r */
function paintFormer({ pen, scale, colours }, { x, y }, r) {
  pen.beginPath();
  pen.arc(x, y, r + Math.max(4, 3.5 / scale), 0, 2 * Math.PI);
  pen.strokeStyle = colours.ink;
  pen.lineWidth = 1.2 * Math.max(1, 0.6 / scale);
  pen.stroke();
}

/** A sign in place of the numbers. @param {Canvas} canvas @param {string} text @param {Spot} spot @param {number} r */
function paintForumSign({ pen, scale, colours }, text, { x, y }, r) {
  if (r * 1.2 * scale < LEAST_NUMBER) return;
  pen.font = `700 ${r * 1.2}px ${FACE}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillStyle = colours.soft;
  pen.fillText(text, x, y + r * 0.07);
}

/** The areas' numbers in the circle: what the colour says, the number says too. @param {Canvas} canvas @param {Area[]} own @param {Spot} spot @param {number} r @param {string} ink */
function paintNumbers({ pen, scale }, own, { x, y }, r, ink) {
  const size = own.length > 1 ? r * 0.82 : r * 1.2;
  if (size * scale < LEAST_NUMBER) return;
  pen.font = `700 ${size}px ${FACE}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillStyle = ink;
  own.forEach((area, index) => {
    const way = middle(index, own.length);
    const away = own.length > 1 ? r * 0.55 : 0;
    pen.fillText(String(area.number), x + away * Math.cos(way), y + away * Math.sin(way) + size * 0.06);
  });
}

/** Whether a node is chosen or under the pointer. @param {Store} store @param {Canvas} canvas @param {string} node */
function isPicked(store, canvas, node) {
  const cell = cellOf(store.state.chosen);
  return node === canvas.hovered || node === (cell ? cell.town : store.state.chosen);
}

/** @param {number} scale @param {boolean} chosen */
const edgeWidth = (scale, chosen) => (chosen ? 4 : 1.8) * Math.max(1, 0.6 / scale);

/** Strokes the current path; thick where the node is chosen. @param {Store} store @param {Canvas} canvas @param {string} node @param {string} colour @param {number[]} dashes */
function outline(store, canvas, node, colour, dashes) {
  const chosen = isPicked(store, canvas, node);
  canvas.pen.strokeStyle = chosen ? canvas.colours.ink : colour;
  canvas.pen.lineWidth = edgeWidth(canvas.scale, chosen);
  canvas.pen.setLineDash(dashes);
  canvas.pen.stroke();
  canvas.pen.setLineDash([]);
}

/** @param {Store} store @param {Canvas} canvas @param {Organisation} one */
function paintOrganisation(store, canvas, one) {
  const { pen, colours } = canvas;
  const r = forumRadius(canvas, one.spot) * 1.15;
  pen.save();
  pen.globalAlpha = dimmed(store, canvas, one.node) ? FADED : 1;
  pen.beginPath();
  [[0, -r], [r, 0], [0, r], [-r, 0]].forEach(([x, y], n) => (n ? pen.lineTo(one.spot.x + x, one.spot.y + y) : pen.moveTo(one.spot.x + x, one.spot.y + y)));
  pen.closePath();
  pen.fillStyle = colours.ground;
  pen.fill();
  outline(store, canvas, one.node, colours.accent, []);
  pen.restore();
}
