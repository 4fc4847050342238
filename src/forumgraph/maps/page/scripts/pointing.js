// Says what of the network is under the pointer: what is drawn there, and of small things the nearest.

const REACH = 10; // pixels from a thing's middle within which it is pressed, however small it is drawn

/**
 * The node at a place of the map, or "": a sign on a line belongs to the line's forum.
 * @param {Store} store @param {Canvas} canvas @param {Map<string, Rect>} boxes @param {Point} point @returns {string}
 */
function nodeAt(store, canvas, boxes, point) {
  const boxed = [...boxes].find(([, rect]) => holds(rect, point));
  if (boxed) return boxed[0];
  const seen = thingsIn(store, canvas.window);
  const small = [...seen.towns.filter((town) => !boxes.has(town.node)), ...seen.forums, ...seen.organisations];
  const near = small.map((one) => ({ one, far: Math.hypot(one.spot.x - point.x, one.spot.y - point.y) })).sort((a, b) => a.far - b.far);
  const drawn = near.find(({ one, far }) => far < thingRadius(canvas, one));
  if (drawn) return drawn.one.node;
  const sign = contestedShown(store, canvas).find((link) => {
    const { x, y, r } = contestedSpot(store, canvas.scale, link);
    return Math.hypot(x - point.x, y - point.y) < r;
  });
  if (sign) return sign.forum;
  return near.length && near[0].far < REACH / canvas.scale ? near[0].one.node : "";
}
