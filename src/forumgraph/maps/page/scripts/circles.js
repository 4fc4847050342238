// Draws the circles of municipalities that meet in the same fora: an outline each, and its name at its edge.

const CIRCLE_AIR = 96; // from a municipality's middle to the outline
const ASTRAY = 60; // cost of a place that would be read as another outline's: what stands back rather has no name

/** @typedef {{ circle: Circle, corners: Point[], n: number }} Outline */

/** @type {{ shown: Shown | null, outlines: Outline[] }} */
const outlineMemory = { shown: null, outlines: [] };

/**
 * The circles with at least three municipalities on the map that were asked: around fewer, a hull says nothing.
 * @param {Store} store
 */
function circlesShown(store) {
  if (outlineMemory.shown !== store.shown) Object.assign(outlineMemory, { shown: store.shown, outlines: outlinesOf(store) });
  return outlineMemory.outlines;
}

/** @param {Store} store @returns {Outline[]} */
function outlinesOf(store) {
  const { links, towns: shown, at } = store.shown;
  const meet = (/** @type {Circle} */ circle) => new Set(links.filter((link) => link.standing === "known" && circle.forums.includes(link.forum)).map((link) => link.town));
  return store.data.circles
    .map((circle) => ({ circle, met: at < 0 ? shown : meet(circle) })) // in a round: who is known to have met then
    .map(({ circle, met }) => ({ circle, towns: circle.members.filter((node) => shown.has(node) && met.has(node)).map((node) => /** @type {Town} */ (store.thing(node))) }))
    .filter(({ towns }) => towns.filter((town) => town.answers.length).length > 2)
    .map(({ circle, towns }, n) => ({ circle, n, corners: softHull(towns.map((town) => town.spot), CIRCLE_AIR) }));
}

/** @param {Store} store @param {Canvas} canvas */
function paintCircles(store, { pen, scale, colours }) {
  const light = store.shown.lit ? 0.4 : 1;
  for (const { corners, n } of circlesShown(store)) {
    edgePath(pen, corners);
    pen.fillStyle = colours.hulls[n % colours.hulls.length];
    pen.globalAlpha = 0.09 * light;
    pen.fill();
    pen.strokeStyle = colours.hullInks[n % colours.hullInks.length];
    pen.globalAlpha = 0.8 * light;
    pen.lineWidth = 1.5 / Math.min(1, scale);
    pen.setLineDash([]);
    pen.stroke();
    pen.globalAlpha = 1;
  }
}

/** Each circle's name at its own edge and in its own colour. @param {Store} store @param {Canvas} canvas @param {Taken[]} taken */
function paintCircleNames(store, canvas, taken) {
  const size = Math.max(FONT.forum, (canvas.sizes.forum + 1) / canvas.scale);
  const font = `italic 600 ${size}px ${FACE}`;
  for (const outline of circlesShown(store)) {
    const few = taken.length > MOST_TAKEN ? taken.filter((one) => one.name) : taken;
    const best = circlePlace(store, canvas, outline, { size, font, taken: few });
    if (!best || (store.shown.lit && best.cost >= ASTRAY)) continue;
    taken.push({ node: outline.circle.id, name: true, ...best.rect });
    write(canvas, { ...best, size, font, ink: canvas.colours.hullInks[outline.n % canvas.colours.hullInks.length] });
  }
}

/**
 * The best of many places along the outline, on one line or two.
 * @param {Store} store @param {Canvas} canvas @param {Outline} outline @param {{ size: number, font: string, taken: Taken[] }} look
 */
function circlePlace(store, canvas, outline, { size, font, taken }) {
  const text = clipped(outline.circle.name, 80);
  const others = circlesShown(store).filter((other) => other !== outline).map((other) => other.corners);
  /** @type {{ rect: Rect, lines: string[], cost: number } | null} */
  let best = null;
  canvas.pen.font = font;
  for (const lines of [[text], halved(text, 12)]) {
    const width = Math.max(...lines.map((line) => canvas.pen.measureText(line).width));
    for (const { rect, start } of edgePlaces(outline.corners, width, lines.length * size * FONT.line, size)) {
      if (!within(rect, canvas.window)) continue;
      let cost = start + takenCost(rect, taken);
      if (!best || cost < best.cost) cost += edgeCost(rect, size, outline.corners, others);
      if (best && cost >= best.cost) continue; // counting the lines it would cross takes longer
      const whole = cost + 0.4 * linesUnder(store, rect);
      if (!best || whole < best.cost) best = { rect, lines, cost: whole };
    }
  }
  return best;
}

/** Places along an outline: above is better than below, outside better than inside, near better than far. @param {Point[]} corners @param {number} width @param {number} height @param {number} size */
function edgePlaces(corners, width, height, size) {
  const edge = alongEdge(corners, 56);
  return [0.25, 1.2, 2.4].flatMap((gap, n) => edgePlacesAt(edge, width, height, gap * size).map(({ rect, start }) => ({ rect, start: start + 8 * n })));
}

/** @param {(Point & { nx: number, ny: number })[]} edge @param {number} width @param {number} height @param {number} gap */
function edgePlacesAt(edge, width, height, gap) {
  return edge.flatMap(({ x, y, nx, ny }) => {
    // Beside a slope the name's nearest corner stands at the edge; beside a level or an upright part, its middle.
    const [sx, sy] = [nx, ny].map((one) => Math.max(-1, Math.min(1, one * 3)));
    const away = gap + (Math.abs(nx) * (1 - Math.abs(sx)) * width + Math.abs(ny) * (1 - Math.abs(sy)) * height) / 2;
    const [right, down] = [nx * away + (sx * width) / 2, ny * away + (sy * height) / 2];
    return [1, -1].map((side) => ({ rect: around(x + side * right, y + side * down, width, height), start: (ny + 1) * 1.5 + (side < 0 ? 4 : 0) }));
  });
}

/** How much a name would cover there. @param {Rect} rect @param {Taken[]} taken */
function takenCost(rect, taken) {
  let cost = 0;
  for (const one of taken) if (meets(one, rect)) cost += one.name ? 200 : 40;
  return cost;
}

/** How much it would stand over other outlines or nearer to them. @param {Rect} rect @param {number} size @param {Point[]} own @param {Point[][]} others */
function edgeCost(rect, size, own, others) {
  let cost = 0;
  const middle = { x: (rect.left + rect.right) / 2, y: (rect.top + rect.bottom) / 2 };
  for (const corners of others) {
    if (isInside(corners, middle)) cost += 3;
    if (edgeDistance(corners, middle) < edgeDistance(own, middle)) cost += ASTRAY;
    if (onEdge(corners, widened(rect, size * 0.7))) cost += onEdge(corners, rect) ? 14 : 7;
  }
  return cost;
}

/** How far a point is from an outline. @param {Point[]} corners @param {Point} point */
function edgeDistance(corners, { x, y }) {
  return Math.min(...corners.map((a, n) => {
    const b = corners[(n + 1) % corners.length];
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const along = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
    return Math.hypot(x - a.x - along * dx, y - a.y - along * dy);
  }));
}

/** @param {Point[]} corners @param {Rect} rect */
function onEdge(corners, rect) {
  return corners.some((corner, n) => crosses(corner, corners[(n + 1) % corners.length], rect));
}

/** How many lines a name would cover. @param {Store} store @param {Rect} rect */
function linesUnder(store, rect) {
  const { links } = store.shown;
  return links.length > DENSE ? 0 : links.filter((link) => crossesLink(store, link, rect)).length;
}

/** @param {Store} store @param {Link} link @param {Rect} rect */
function crossesLink(store, link, rect) {
  const [a, b] = [link.town, link.forum].map((node) => /** @type {Thing} */ (store.thing(node)).spot);
  return crosses(a, b, rect);
}
