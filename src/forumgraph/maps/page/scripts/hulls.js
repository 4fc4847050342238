// Soft outlines around groups of places: a convex hull with round corners. Geometry only.

/** @typedef {{ x: number, y: number }} Point */

/** The corners of the hull in turn (Andrew's monotone chain). @param {Point[]} points @returns {Point[]} */
function hull(points) {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  const half = (/** @type {Point[]} */ row) => {
    /** @type {Point[]} */
    const found = [];
    for (const point of row) {
      while (found.length > 1 && turn(found[found.length - 2], found[found.length - 1], point) <= 0) found.pop();
      found.push(point);
    }
    return found.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/** @param {Point} a @param {Point} b @param {Point} c */
function turn(a, b, c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/** The path along an outline. @param {Pen} pen @param {Point[]} corners */
function edgePath(pen, corners) {
  pen.beginPath();
  corners.forEach((corner, index) => (index ? pen.lineTo(corner.x, corner.y) : pen.moveTo(corner.x, corner.y)));
  pen.closePath();
}

/** The outline around some places, so far away from each; round where it turns. @param {Point[]} points @param {number} away @returns {Point[]} */
function softHull(points, away) {
  return hull(points.flatMap((point) => ring(point, away)));
}

/**
 * So many places along an outline, as far from each other, each with the direction that leads away from it.
 * @param {Point[]} corners @param {number} count @returns {(Point & { nx: number, ny: number })[]}
 */
function alongEdge(corners, count) {
  const sides = corners.map((from, n) => {
    const to = corners[(n + 1) % corners.length];
    return { from, to, length: Math.hypot(to.x - from.x, to.y - from.y) };
  });
  const step = sides.reduce((sum, side) => sum + side.length, 0) / count;
  const found = [];
  let next = step / 2;
  for (const { from, to, length } of sides) {
    const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
    // The corners go round so that the outside is at this hand.
    for (; next < length; next += step) found.push({ x: from.x + ux * next, y: from.y + uy * next, nx: uy, ny: -ux });
    next -= length;
  }
  return found;
}

/** Whether a place is within an outline. @param {Point[]} corners @param {Point} point */
function isInside(corners, point) {
  return corners.every((corner, n) => turn(corner, corners[(n + 1) % corners.length], point) >= 0);
}

/** @param {Point} point @param {number} away @returns {Point[]} */
function ring(point, away) {
  return Array.from({ length: 16 }, (_, n) => ({
    x: point.x + away * Math.cos((n * Math.PI) / 8),
    y: point.y + away * Math.sin((n * Math.PI) / 8),
  }));
}
