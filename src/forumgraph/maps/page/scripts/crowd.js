// Draws the fora: those too small for numbers in one path for all that look alike, since a country has thousands.

/** @param {Store} store @param {Canvas} canvas @param {Forum[]} forums */
function paintForums(store, canvas, forums) {
  const alike = grouped(forums, (forum) => commonLook(store, canvas, forum));
  const own = alike.get("") || [];
  alike.delete("");
  for (const those of alike.values()) paintAlike(store, canvas, those);
  for (const forum of own) paintForum(store, canvas, forum);
}

/** The look that a forum has in common with others: its area's colour, faded or not; "" where it has one of its own. @param {Store} store @param {Canvas} canvas @param {Forum} forum */
function commonLook(store, canvas, forum) {
  if (forumRadius(canvas, forum.spot) * 1.2 * canvas.scale >= LEAST_NUMBER || forum.areas.length > 1) return "";
  const { sign, struck, hollow, dashes } = store.data.looks.forum[store.forumState(forum)];
  if (sign || struck || hollow || dashes.length || isPicked(store, canvas, forum.node) || hasFormer(store, forum.node)) return "";
  return `${forum.areas[0]} ${dimmed(store, canvas, forum.node)}`;
}

/** @param {Store} store @param {Canvas} canvas @param {Forum[]} forums */
function paintAlike(store, canvas, forums) {
  const { pen, colours, scale } = canvas;
  const area = store.data.areas.find((one) => one.id === forums[0].areas[0]);
  pen.save();
  pen.globalAlpha = dimmed(store, canvas, forums[0].node) ? FADED : 1;
  pen.beginPath();
  for (const { spot } of forums) {
    const r = forumRadius(canvas, spot);
    pen.moveTo(spot.x + r, spot.y);
    pen.arc(spot.x, spot.y, r, 0, 2 * Math.PI);
  }
  pen.fillStyle = area ? area.colour : colours.paper;
  pen.fill();
  pen.strokeStyle = colours.ink;
  pen.lineWidth = edgeWidth(scale, false);
  pen.stroke();
  pen.restore();
}
