// Writes names beside what they name: the most important first, each only where it covers nothing and can be read.

/**
 * @param {Store} store @param {Canvas} canvas
 * @param {{ towns: Town[], forums: Forum[], organisations: Organisation[] }} seen @param {Map<string, Rect>} boxes
 */
function paintNames(store, canvas, seen, boxes) {
  const taken = obstacles(store, canvas, seen, boxes);
  if (store.state.circles) paintCircleNames(store, canvas, taken);
  paintLooseCaption(store, canvas, seen.forums, taken);
  const wanted = [...seen.forums, ...seen.organisations]
    .filter((one) => !dimmed(store, canvas, one.node) && one.node !== canvas.hovered)
    .sort((a, b) => urgency(store, b) - urgency(store, a));
  const most = 400; // more than a screen has room for
  for (const one of wanted.slice(0, most)) place(store, canvas, one, taken);
  const hovered = canvas.hovered && store.thing(canvas.hovered);
  if (hovered && !hovered.node.startsWith("m:")) plate(store, canvas, hovered);
}

/** @param {Store} store @param {Thing} one */
function urgency(store, one) {
  if (one.node === store.state.chosen) return 1000;
  return one.spot.r + (store.shown.lit && store.shown.lit.has(one.node) ? 100 : 0);
}

/** @param {Store} store @param {Canvas} canvas @param {{ towns: Town[], forums: Forum[], organisations: Organisation[] }} seen @param {Map<string, Rect>} boxes @returns {(Rect & { node: string })[]} */
function obstacles(store, canvas, seen, boxes) {
  const towns = [...boxes].map(([node, rect]) => ({ node, ...rect }));
  const discs = [...seen.forums, ...seen.organisations].map((one) => {
    const wide = 2 * forumRadius(canvas, one.spot);
    return { node: one.node, ...around(one.spot.x, one.spot.y, wide, wide) };
  });
  const signs = store.shown.links.filter((link) => link.contested).map((link) => {
    const { x, y, r } = contestedSpot(store, canvas.scale, link);
    return { node: "", ...around(x, y, 2 * r, 2 * r) };
  });
  return [...towns, ...discs, ...signs];
}

/** Writes a name on the first side of its thing where it covers nothing. @param {Store} store @param {Canvas} canvas @param {Thing} one @param {(Rect & { node: string })[]} taken */
function place(store, canvas, one, taken) {
  const text = nameText(store, canvas, one);
  const free = (/** @type {Rect} */ rect) => within(rect, canvas.window) && !taken.some((other) => other.node !== one.node && meets(other, rect));
  const sides = sidesOf(one, canvas, text);
  // Unfolded levels stand to the right of the chosen forum: its name goes above.
  const places = store.state.unfolded && one.node === store.state.chosen ? [sides[1]] : sides;
  const rect = places.find(free) || (urgency(store, one) >= 1000 ? places[0] : null);
  if (!rect) return;
  taken.push({ node: one.node, ...rect });
  write(canvas, { ...text, rect });
}

/** A name's lines with the room that they take. @param {Store} store @param {Canvas} canvas @param {Thing} one */
function nameText(store, { pen, scale }, one) {
  const size = Math.max(FONT.forum, LEAST.forum / scale);
  const lines = titleLines(store, one);
  pen.font = `${size}px ${FACE}`;
  return { lines, size, width: Math.max(0, ...lines.map((line) => pen.measureText(line).width)), height: lines.length * size * FONT.line };
}

/** Where a name may stand: below its thing, above, right, left. @param {Thing} one @param {Canvas} canvas @param {{ size: number, width: number, height: number }} text @returns {Rect[]} */
function sidesOf(one, canvas, { size, width, height }) {
  const away = forumRadius(canvas, one.spot) + size * 0.2;
  const { x, y } = one.spot;
  return [[x, y + away + height / 2], [x, y - away - height / 2], [x + away + width / 2, y], [x - away - width / 2, y]]
    .map(([middleX, middleY]) => around(middleX, middleY, width, height));
}

/** A body that does not exist (yet, any more) says so in words. @param {Store} store @param {Thing} one */
function titleLines(store, one) {
  const status = /** @type {Forum} */ (one).status;
  return !status || status === "existing" ? one.spot.lines : [...one.spot.lines, `(${store.data.words.forum_status[status]})`];
}

/** @param {Canvas} canvas @param {{ lines: string[], size: number, rect: Rect }} text */
function write({ pen, colours }, { lines, size, rect }) {
  pen.font = `${size}px ${FACE}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  pen.lineWidth = size * 0.3;
  pen.strokeStyle = colours.halo;
  pen.fillStyle = colours.ink;
  lines.forEach((line, index) => {
    const y = rect.top + (index + 0.5) * size * FONT.line;
    pen.strokeText(line, (rect.left + rect.right) / 2, y);
    pen.fillText(line, (rect.left + rect.right) / 2, y);
  });
}

/** The whole name of what is under the pointer, on a plate above everything. @param {Store} store @param {Canvas} canvas @param {Thing} one */
function plate(store, canvas, one) {
  const { pen, scale, colours } = canvas;
  const size = Math.max(FONT.forum, 13 / scale);
  const status = /** @type {Forum} */ (one).status;
  const lines = [...broken(one.name, 34, 6), ...(status && status !== "existing" ? [`(${store.data.words.forum_status[status]})`] : [])];
  pen.font = `${size}px ${FACE}`;
  const width = Math.max(...lines.map((line) => pen.measureText(line).width));
  const top = one.spot.y + forumRadius(canvas, one.spot) + size * 0.4;
  const rect = { left: one.spot.x - width / 2, top, right: one.spot.x + width / 2, bottom: top + lines.length * size * FONT.line };
  pen.fillStyle = colours.paper;
  pen.strokeStyle = colours.ink;
  pen.lineWidth = 1 / scale;
  pen.beginPath();
  pen.roundRect(rect.left - size * 0.5, top - size * 0.2, width + size, rect.bottom - top + size * 0.4, size * 0.3);
  pen.fill();
  pen.stroke();
  write(canvas, { lines, size, rect });
}

/** Each circle's name at its upper edge. @param {Store} store @param {Canvas} canvas @param {(Rect & { node: string })[]} taken */
function paintCircleNames(store, canvas, taken) {
  const { pen, scale, colours } = canvas;
  const size = Math.max(FONT.forum, 11 / scale);
  pen.font = `italic 600 ${size}px ${FACE}`;
  for (const { circle, spots } of circlesShown(store)) {
    const top = spots.reduce((a, b) => (b.y < a.y ? b : a));
    const text = clipped(circle.name, 44);
    const width = pen.measureText(text).width;
    const rect = around(top.x, top.y - 96 - size * 0.75, width, size * 1.3);
    if (taken.some((other) => meets(other, rect))) continue;
    taken.push({ node: circle.id, ...rect });
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillStyle = colours.accent;
    pen.fillText(text, top.x, (rect.top + rect.bottom) / 2);
  }
}

/** Says above the row below the map why no line reaches the fora in it. @param {Store} store @param {Canvas} canvas @param {Forum[]} forums @param {(Rect & { node: string })[]} taken */
function paintLooseCaption(store, { pen, scale, colours }, forums, taken) {
  const loose = forums.filter((forum) => !store.memberships(forum.node).some((claim) => DRAWN.includes(claim.basis)));
  if (!loose.length) return;
  const size = Math.max(FONT.forum, 11 / scale);
  const left = Math.min(...loose.map((forum) => forum.spot.x - forum.spot.r));
  const top = Math.min(...loose.map((forum) => forum.spot.y - forum.spot.r)) - size * 2;
  pen.font = `600 ${size}px ${FACE}`;
  pen.textAlign = "left";
  pen.textBaseline = "middle";
  pen.fillStyle = colours.soft;
  const text = store.data.words.atlas.ui.loose;
  pen.fillText(text, left, top);
  taken.push({ node: "", left, top: top - size, right: left + pen.measureText(text).width, bottom: top + size * 1.4 });
}

/** The levels of the chosen forum as a stack beside it, the top one first. @param {Store} store @param {Canvas} canvas */
function paintTiers(store, canvas) {
  const forum = /** @type {Forum | undefined} */ (store.thing(store.state.chosen));
  if (!forum || !forum.tiers || !forum.tiers.length) return;
  const { pen, scale, colours } = canvas;
  const size = Math.max(FONT.forum, 12 / scale);
  const lines = [...forum.tiers].sort((a, b) => a.rank - b.rank).map((tier) => `${tier.rank}. ${clipped(tier.name, 40)} · ${store.data.words.level[tier.level] || ""}`);
  pen.font = `${size}px ${FACE}`;
  const width = Math.max(...lines.map((line) => pen.measureText(line).width)) + size;
  const [left, step] = [forum.spot.x + forumRadius(canvas, forum.spot) + size, size * 1.9];
  const first = forum.spot.y - ((lines.length - 1) / 2) * step;
  lines.forEach((line, n) => {
    const y = first + n * step;
    pen.beginPath();
    pen.roundRect(left, y - size * 0.75, width, size * 1.5, size * 0.3);
    pen.fillStyle = colours.paper;
    pen.fill();
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
