// Draws the levels of the chosen forum as a stack beside it, on the side that has room.

/** The levels, the top one first. @param {Store} store @param {Canvas} canvas @param {Taken[]} taken */
function paintTiers(store, canvas, taken) {
  const forum = /** @type {Forum | undefined} */ (store.thing(store.state.chosen));
  if (!forum || !forum.tiers || !forum.tiers.length || !store.shown.forums.has(forum.node)) return;
  const stack = stackOf(store, canvas, forum);
  const rect = stackPlace(store, canvas, forum, stack, taken);
  taken.push({ node: forum.node, name: true, ...rect });
  lead(canvas, forum, rect);
  paintGround(canvas, rect, stack.size * 0.4, canvas.colours.accent);
  paintStack(canvas, rect, stack);
}

/** @typedef {{ lines: string[], size: number, step: number, width: number, height: number }} Stack */

/** @param {Store} store @param {Canvas} canvas @param {Forum} forum @returns {Stack} */
function stackOf(store, { pen, scale, sizes }, forum) {
  const size = Math.max(FONT.forum, (sizes.forum + 1) / scale);
  const lines = [...forum.tiers].sort((a, b) => a.rank - b.rank).map((tier) => `${tier.rank}. ${clipped(tier.name, 40)} · ${store.data.words.level[tier.level] || ""}`);
  pen.font = `${size}px ${FACE}`;
  const step = size * 1.9;
  return { lines, size, step, width: Math.max(...lines.map((line) => pen.measureText(line).width)) + size * 2, height: lines.length * step + size * 0.6 };
}

/**
 * The place that covers least of what is lit, the nearer the better.
 * @param {Store} store @param {Canvas} canvas @param {Forum} forum @param {Stack} stack @param {Taken[]} taken @returns {Rect}
 */
function stackPlace(store, canvas, forum, { size, width, height }, taken) {
  const lit = store.shown.lit || new Set();
  const links = store.shown.links.filter((link) => touches(store, canvas, link, lit));
  const cost = (/** @type {Rect} */ rect) =>
    taken.filter((other) => meets(other, widened(rect, size * 0.3))).length * 100 + links.filter((link) => crossesLink(store, link, rect)).length * 4;
  /** @type {{ rect: Rect, cost: number } | null} */
  let best = null;
  for (let away = 1; away < 24; away *= 1.5) {
    for (let n = 0; n < 24; n += 1) {
      const [x, y] = [Math.cos((n * Math.PI) / 12), Math.sin((n * Math.PI) / 12)];
      const reach = forumRadius(canvas, forum.spot) + away * size;
      const rect = moved(around(forum.spot.x + x * (reach + width / 2), forum.spot.y + y * (reach + height / 2), width, height), canvas.window);
      const here = cost(rect) + away;
      if (!best || here < best.cost) best = { rect, cost: here };
    }
  }
  return /** @type {{ rect: Rect }} */ (best).rect;
}

/** @param {Canvas} canvas @param {Rect} rect @param {Stack} stack */
function paintStack({ pen, scale, colours }, rect, { lines, size, step }) {
  const [left, width] = [rect.left + size * 0.5, rect.right - rect.left - size];
  pen.font = `${size}px ${FACE}`;
  lines.forEach((line, n) => {
    const y = rect.top + size * 0.3 + (n + 0.5) * step;
    pen.beginPath();
    pen.roundRect(left, y - size * 0.75, width, size * 1.5, size * 0.3);
    pen.strokeStyle = colours.accent;
    pen.lineWidth = 1.5 / scale;
    pen.stroke();
    pen.textAlign = "left";
    pen.textBaseline = "middle";
    pen.fillStyle = colours.ink;
    pen.fillText(line, left + size * 0.5, y);
    if (n) arrow(pen, { x: left + width / 2, y: y - step + size * 0.75 }, { x: left + width / 2, y: y - size * 0.75 }, colours.accent);
  });
}
