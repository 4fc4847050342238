// Circles, shares of circles, rectangles and lines of text: geometry that knows nothing of the map.

/** @param {Pen} pen */
function disc(pen, /** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ r, /** @type {string} */ fill) {
  pen.beginPath();
  pen.arc(x, y, r, 0, 2 * Math.PI);
  pen.fillStyle = fill;
  pen.fill();
}

/** The path of one area's share of a circle. @param {Pen} pen */
function slice(pen, /** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ r, /** @type {number} */ index, /** @type {number} */ count) {
  const half = Math.PI / count;
  const turn = middle(index, count);
  pen.beginPath();
  if (count > 1) pen.moveTo(x, y);
  pen.arc(x, y, r, turn - half, turn + half);
  pen.closePath();
}

/** The direction of a share's middle: the first of two points left. */
function middle(/** @type {number} */ index, /** @type {number} */ count) {
  return Math.PI + (2 * Math.PI * index) / count;
}

/** @param {Pen} pen */
function strike(pen, /** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ r) {
  pen.beginPath();
  pen.moveTo(x - r * 0.9, y + r * 0.9);
  pen.lineTo(x + r * 0.9, y - r * 0.9);
  pen.lineWidth = 2;
  pen.stroke();
}

/** @returns {Rect} */
function around(/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ width, /** @type {number} */ height) {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

/** @param {Rect} one @param {Rect} other */
function meets(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** @param {Rect} inner @param {Rect} outer */
function within(inner, outer) {
  return inner.left >= outer.left && inner.top >= outer.top && inner.right <= outer.right && inner.bottom <= outer.bottom;
}

/** A text on lines of at most so many letters. @param {string} text @returns {string[]} */
function broken(text, /** @type {number} */ columns, /** @type {number} */ rows) {
  const lines = [""];
  for (const word of text.slice(0, columns * rows * 2).split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (`${last} ${word}`.length <= columns || !last) lines[lines.length - 1] = `${last} ${word}`.trim().slice(0, columns * 2);
    else lines.push(word.slice(0, columns * 2));
  }
  return lines.length > rows ? [...lines.slice(0, rows - 1), `${lines[rows - 1]}…`] : lines;
}

/** An arrow between two places. @param {Pen} pen @param {{ x: number, y: number }} from @param {{ x: number, y: number }} to @param {string} colour */
function arrow(pen, from, to, colour) {
  const way = Math.atan2(to.y - from.y, to.x - from.x);
  const head = 9;
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.lineTo(to.x, to.y);
  for (const side of [-0.5, 0.5]) {
    pen.moveTo(to.x, to.y);
    pen.lineTo(to.x - head * Math.cos(way + side), to.y - head * Math.sin(way + side));
  }
  pen.strokeStyle = colour;
  pen.lineWidth = 2;
  pen.stroke();
}

/** Whether the way from one place to another crosses a rectangle (Liang and Barsky). @param {Point} from @param {Point} to @param {Rect} rect */
function crosses(from, to, rect) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [enters, leaves] = [0, 1];
  for (const [way, room] of [[-dx, from.x - rect.left], [dx, rect.right - from.x], [-dy, from.y - rect.top], [dy, rect.bottom - from.y]]) {
    if (!way && room < 0) return false;
    if (way < 0) enters = Math.max(enters, room / way);
    if (way > 0) leaves = Math.min(leaves, room / way);
  }
  return enters <= leaves;
}

/** @param {Rect} rect @param {number} air @returns {Rect} */
function widened(rect, air) {
  return { left: rect.left - air, top: rect.top - air, right: rect.right + air, bottom: rect.bottom + air };
}

/** The rectangle moved as little as it takes to stand inside another. @param {Rect} rect @param {Rect} outer @returns {Rect} */
function moved(rect, outer) {
  const right = Math.max(0, outer.left - rect.left) || Math.min(0, outer.right - rect.right);
  const down = Math.max(0, outer.top - rect.top) || Math.min(0, outer.bottom - rect.bottom);
  return { left: rect.left + right, top: rect.top + down, right: rect.right + right, bottom: rect.bottom + down };
}

/** A text on one line, or on two of about the same length. @param {string} text @param {number} columns @returns {string[]} */
function halved(text, columns) {
  const middle = text.length / 2;
  const gaps = [...text.matchAll(/\s/g)].map((found) => found.index || 0);
  if (text.length <= columns || !gaps.length) return [text];
  const gap = gaps.reduce((a, b) => (Math.abs(b - middle) < Math.abs(a - middle) ? b : a));
  return [text.slice(0, gap), text.slice(gap + 1)];
}
