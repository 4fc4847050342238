// Draws municipalities as boxes with their name and, where an area is chosen, their answer; and groups of an overview.

const SMALL_TOWN = 6; // pixels: half the side of a municipality without a box

/** The lines in a municipality's box, and how it looks. @param {Store} store @param {Colours} colours @param {Town} town */
function townFace(store, colours, town) {
  const plain = { fill: "#0072B2", line: "#0072B2", text: "#ffffff", dashes: [] };
  const [name] = town.spot.lines;
  // Only named by others, from outside the rounds: it has no answer to show, and says so by being hollow.
  if (!town.answers.length) return { lines: [name], look: { fill: colours.paper, line: colours.accent, text: colours.ink, dashes: [2, 4] } };
  const absent = store.standing(town) !== "known";
  if (!store.state.area && !absent) return { lines: [name], look: plain };
  const status = absent ? "absent" : store.answer(town, store.state.area).status;
  const { words } = store.data;
  return { lines: [name, `${words.symbol[status]} ${words.status[status]}`], look: colours.status[status] };
}

/** A municipality's box in world units. @param {Store} store @param {Canvas} canvas @param {Town} town */
function townBox(store, { pen, scale, colours, sizes }, town) {
  const size = Math.max(FONT.town, sizes.town / scale);
  const { lines, look } = townFace(store, colours, town);
  const widths = lines.map((line, index) => {
    pen.font = index ? `${size * 0.85}px ${FACE}` : `600 ${size}px ${FACE}`;
    return pen.measureText(line).width;
  });
  return { size, lines, look, width: Math.max(...widths) + size, height: lines.length * size * 1.15 + size * 0.4 };
}

/**
 * The boxes that have room, the chosen and the busiest first; a municipality without room is drawn small and unnamed.
 * @param {Store} store @param {Canvas} canvas @param {Town[]} towns
 * @returns {Map<string, Rect>}
 */
function townBoxes(store, canvas, towns) {
  const busy = townWeights(store);
  const first = (/** @type {Town} */ town) => (dimmed(store, canvas, town.node) ? 0 : 1e6) + (busy.get(town.node) || 0);
  /** @type {Map<string, Rect>} */
  const found = new Map();
  const lit = store.shown.lit || hoverLight(store, canvas);
  // In a narrow window those that were asked come first: the others are named where room is left, or when they are lit.
  const boxed = towns.filter((town) => !canvas.narrow || town.answers.length || (lit && lit.has(town.node)));
  for (const town of boxed.sort((a, b) => first(b) - first(a))) {
    const { width, height } = townBox(store, canvas, town);
    const rect = boxPlaces(town.spot, width, height)
      .map((one) => moved(one, canvas.window))
      .find((one) => within(one, canvas.window) && holds(one, town.spot) && ![...found.values()].some((other) => meets(other, one)));
    if (rect) found.set(town.node, rect);
  }
  return found;
}

/** Where a box may stand: around its place, or else with its place at its side or at a corner. @param {Spot} spot @param {number} width @param {number} height */
function boxPlaces({ x, y }, width, height) {
  const [dx, dy] = [width * 0.4, height * 0.4];
  return [[0, 0], [0, -dy], [0, dy], [dx, 0], [-dx, 0], [dx, -dy], [-dx, -dy], [dx, dy], [-dx, dy]]
    .map(([right, down]) => around(x + right, y + down, width, height));
}

/** @param {Rect} rect @param {Point} point */
function holds(rect, { x, y }) {
  return x > rect.left && x < rect.right && y > rect.top && y < rect.bottom;
}

/** @type {{ shown: Shown | null, weights: Map<string, number> }} */
const weightMemory = { shown: null, weights: new Map() };

/** How many lines each municipality has. @param {Store} store */
function townWeights(store) {
  if (weightMemory.shown !== store.shown) {
    weightMemory.shown = store.shown;
    weightMemory.weights = new Map();
    for (const { town } of store.shown.links) weightMemory.weights.set(town, (weightMemory.weights.get(town) || 0) + 1);
  }
  return weightMemory.weights;
}

/** A municipality that has no room for its box. @param {Store} store @param {Canvas} canvas @param {Town} town */
function paintSmallTown(store, canvas, town) {
  const { pen, scale, colours } = canvas;
  const { look } = townFace(store, colours, town);
  const half = SMALL_TOWN / scale;
  pen.save();
  pen.globalAlpha = dimmed(store, canvas, town.node) ? 0.25 : 1;
  pen.beginPath();
  pen.roundRect(town.spot.x - half, town.spot.y - half, 2 * half, 2 * half, half / 3);
  pen.fillStyle = look.fill;
  pen.fill();
  outline(store, canvas, town.node, look.line, look.dashes);
  pen.restore();
}

/** @param {Store} store @param {Canvas} canvas @param {Town} town @param {Rect} [rect] its place, if it has one */
function paintTown(store, canvas, town, rect) {
  if (!rect && canvas.hovered !== town.node) return;
  const { pen } = canvas;
  const box = townBox(store, canvas, town);
  const { left, right, top, bottom } = rect || moved(around(town.spot.x, town.spot.y, box.width, box.height), canvas.window);
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  pen.save();
  pen.globalAlpha = dimmed(store, canvas, town.node) ? 0.25 : 1;
  pen.beginPath();
  pen.roundRect(x - box.width / 2, y - box.height / 2, box.width, box.height, box.size * 0.3);
  pen.fillStyle = box.look.fill;
  pen.fill();
  outline(store, canvas, town.node, box.look.line, box.look.dashes);
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillStyle = box.look.text;
  box.lines.forEach((line, index) => {
    pen.font = index ? `${box.size * 0.85}px ${FACE}` : `600 ${box.size}px ${FACE}`;
    pen.fillText(line, x, y + (index - (box.lines.length - 1) / 2) * box.size * 1.1 + box.size * 0.05);
  });
  pen.restore();
}

/** The overview of a large map: a community is one circle that opens. @param {Store} store @param {Canvas} canvas @returns {Map<string, Rect>} */
function paintGroups(store, { pen, scale, colours, hovered }) {
  const { ui } = store.data.words.atlas;
  for (const group of store.data.groups) {
    const r = groupRadius(store, group);
    const left = groupCounts(store).get(group.id) || { towns: 0, forums: 0 };
    pen.globalAlpha = left.forums ? 1 : 0.4; // nothing in it fits the filters
    disc(pen, group.x, group.y, r, colours.hull);
    pen.strokeStyle = colours.accent;
    pen.lineWidth = (hovered === `g:${group.id}` ? 4 : 2) / scale;
    pen.stroke();
    const size = Math.max(FONT.town, 14 / scale);
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillStyle = colours.ink;
    pen.font = `600 ${size}px ${FACE}`;
    pen.fillText(filled(ui.group, { name: group.name }), group.x, group.y - size * 0.6);
    pen.font = `${size * 0.85}px ${FACE}`;
    pen.fillText(filled(ui.group_size, left), group.x, group.y + size * 0.6);
    pen.globalAlpha = 1;
  }
  return new Map();
}

/** @type {{ shown: Shown | null, counts: Map<number, { towns: number, forums: number }> }} */
const countMemory = { shown: null, counts: new Map() };

/** How many municipalities and fora of each community the filters leave. @param {Store} store */
function groupCounts(store) {
  if (countMemory.shown === store.shown) return countMemory.counts;
  const counts = new Map(store.data.groups.map((group) => [group.id, { towns: 0, forums: 0 }]));
  const add = (/** @type {Town | Forum} */ one, /** @type {"towns" | "forums"} */ what) => { const held = counts.get(one.group); if (held) held[what] += 1; };
  for (const town of store.data.towns) if (store.shown.towns.has(town.node)) add(town, "towns");
  for (const forum of store.data.forums) if (store.shown.forums.has(forum.node)) add(forum, "forums");
  Object.assign(countMemory, { shown: store.shown, counts });
  return counts;
}

/** A group's area grows with its fora. @param {Store} store @param {Group} group */
function groupRadius(store, group) {
  const most = Math.max(1, ...store.data.groups.map((one) => one.forums));
  const [left, , right] = store.data.extent;
  return 0.04 * (right - left) + 0.07 * (right - left) * Math.sqrt(group.forums / most);
}
