// Draws the municipalities as points over the coast, or as the user's own areas, with any pen.
// It knows where things are and how they look, not what happens when one is pressed.

/** @typedef {{ town: Town, face: PlaceFace, x: number, y: number, r: number, rings: [number, number][][] }} PlaceSpot */

const LABEL = { size: 11.5, gap: 3 };

/** Draws the map into a box, as it is taken away: always light. @param {Pen} pen @param {Store} store @param {PlaceBox} box */
function drawPoints(pen, store, box) {
  paintPoints(pen, store, lightColours(store.data), box);
}

/** Draws the map and returns where each municipality is on it. @param {Pen} pen @param {Store} store @param {Colours} colours @param {PlaceBox} box @returns {PlaceSpot[]} */
function paintPoints(pen, store, colours, box) {
  const { places } = store.data;
  const frame = mapFrame(places.box, box);
  const own = places.boundaries.length > 0;
  pen.fillStyle = colours.faint;
  pen.fillRect(frame.x, frame.y, frame.width, frame.height);
  // The user's areas have a finer coast of their own.
  if (!own) for (const data of places.coast) paintRings(pen, ringsOf(data, frame), { fill: colours.paper, line: colours.line, dashes: [] }, 1);
  const spots = placeSpots(store, colours, frame);
  for (const spot of spots) if (spot.rings.length) paintArea(pen, store, colours, spot);
  for (const spot of spots) paintSpot(pen, store, colours, spot);
  paintLabels(pen, store, colours, spots, frame);
  pen.strokeStyle = colours.line;
  pen.lineWidth = 1;
  pen.strokeRect(frame.x + 0.5, frame.y + 0.5, frame.width - 1, frame.height - 1);
  return spots;
}

/** The map's own box, as large as it fits into the middle of another. @param {number[]} own @param {PlaceBox} box */
function mapFrame([x, y, width, height], box) {
  const scale = Math.min(box.width / width, box.height / height);
  const left = box.x + (box.width - width * scale) / 2;
  const top = box.y + (box.height - height * scale) / 2;
  const at = (/** @type {number} */ px, /** @type {number} */ py) => /** @type {[number, number]} */ ([left + (px - x) * scale, top + (py - y) * scale]);
  return { x: left, y: top, width: width * scale, height: height * scale, at };
}

/** The rings of a path's data: an absolute start each, then steps, as the page's data block has them. @param {string} data @param {ReturnType<typeof mapFrame>} frame @returns {[number, number][][]} */
function ringsOf(data, frame) {
  return data.split("M").slice(1).map((ring) => {
    const numbers = (ring.match(/-?\d+/g) || []).map(Number);
    let [x, y] = numbers;
    const points = [frame.at(x, y)];
    for (let index = 2; index + 1 < numbers.length; index += 2) {
      x += numbers[index];
      y += numbers[index + 1];
      points.push(frame.at(x, y));
    }
    return points;
  });
}

/** @param {Pen} pen @param {[number, number][][]} rings @param {{ fill: string, line: string, dashes: number[] }} look @param {number} width */
function paintRings(pen, rings, look, width) {
  pen.beginPath();
  for (const ring of rings) {
    ring.forEach(([x, y], index) => (index ? pen.lineTo(x, y) : pen.moveTo(x, y)));
    pen.closePath();
  }
  if (look.fill) {
    pen.fillStyle = look.fill;
    pen.fill();
  }
  pen.strokeStyle = look.line;
  pen.lineWidth = width;
  pen.setLineDash(look.dashes.map((dash) => dash * 0.6));
  pen.stroke();
  pen.setLineDash([]);
}

/** Where each municipality with a known place is drawn. @param {Store} store @param {Colours} colours @param {ReturnType<typeof mapFrame>} frame @returns {PlaceSpot[]} */
function placeSpots(store, colours, frame) {
  const { places } = store.data;
  const towns = placedTowns(store);
  const areas = new Map(places.boundaries.map((one) => [one.node, ringsOf(one.d, frame)]));
  const r = towns.length <= 40 ? 9 : frame.width < 500 ? 5.5 : 7;
  const spots = towns.flatMap((town) => {
    const rings = areas.get(town.node) || [];
    const place = places.towns[town.node] ? frame.at(...places.towns[town.node]) : middleOf(rings);
    return place ? [{ town, face: placeFace(store, colours, town), x: place[0], y: place[1], r, rings }] : [];
  });
  apart(spots, frame);
  return spots;
}

/** The middle of the largest ring. @param {[number, number][][]} rings @returns {[number, number] | null} */
function middleOf(rings) {
  const [ring] = [...rings].sort((a, b) => b.length - a.length);
  if (!ring) return null;
  const middle = (/** @type {0 | 1} */ axis) => (Math.min(...ring.map((point) => point[axis])) + Math.max(...ring.map((point) => point[axis]))) / 2;
  return [middle(0), middle(1)];
}

/** Moves points that would cover each other just so far that each is seen, and keeps them on the map. @param {PlaceSpot[]} spots @param {PlaceBox} frame */
function apart(spots, frame) {
  for (let round = 0; round < 60; round += 1) {
    let moved = false;
    spots.forEach((one, index) => {
      for (const other of spots.slice(index + 1)) {
        const [dx, dy] = [other.x - one.x || 0.01, other.y - one.y];
        const short = one.r + other.r + 1.5 - Math.hypot(dx, dy);
        if (short <= 0.2) continue;
        const step = short / 2 / Math.hypot(dx, dy);
        one.x -= dx * step;
        one.y -= dy * step;
        other.x += dx * step;
        other.y += dy * step;
        moved = true;
      }
    });
    if (!moved) break;
  }
  for (const spot of spots) {
    spot.x = Math.min(Math.max(spot.x, frame.x + spot.r + 3), frame.x + frame.width - spot.r - 3);
    spot.y = Math.min(Math.max(spot.y, frame.y + spot.r + 3), frame.y + frame.height - spot.r - 3);
  }
}

/** A look as it is, or as it stands back where the filters leave the municipality out: without its colour, and still read. @param {Store} store @param {Colours} colours @param {Town} town @param {Look} look @returns {Look} */
function lookIn(store, colours, town, look) {
  return store.shown.towns.has(town.node) ? look : { fill: colours.paper, line: colours.faint, text: colours.soft, dashes: look.dashes };
}

/** @param {Pen} pen @param {Store} store @param {Colours} colours @param {PlaceSpot} spot */
function paintArea(pen, store, colours, { town, face, rings }) {
  const mark = placeMark(store, town);
  pen.save();
  paintRings(pen, rings, lookIn(store, colours, town, face.look), 1.2);
  if (mark) paintRings(pen, rings, { fill: "", line: mark === "chosen" ? colours.ink : colours.accent, dashes: [] }, mark === "chosen" ? 4 : 2.5);
  pen.restore();
}

/** A point with its sign; on an area the sign alone. @param {Pen} pen @param {Store} store @param {Colours} colours @param {PlaceSpot} spot */
function paintSpot(pen, store, colours, { town, face, x, y, r, rings }) {
  const { symbol, brief } = face;
  const look = lookIn(store, colours, town, face.look);
  const mark = placeMark(store, town);
  pen.save();
  if (!rings.length) {
    if (mark) paintDisc(pen, x, y, r + (mark === "chosen" ? 4.5 : 3.5), { fill: mark === "chosen" ? colours.ink : colours.accent });
    if (mark) paintDisc(pen, x, y, r + 1.5, { fill: colours.paper });
    paintDisc(pen, x, y, r, { fill: look.fill, line: look.line, dashes: look.dashes });
  }
  if (symbol) drawSymbol(pen, symbol, x, y, r * 0.48, look.text);
  else pointText(pen, brief.replace(/\/.*$/, ""), x, y, r, look.text);
  pen.restore();
}

/** A number on a point, or two where something is unanswered. @param {Pen} pen @param {string} text @param {number} x @param {number} y @param {number} r @param {string} colour */
function pointText(pen, text, x, y, r, colour) {
  placeText(pen, text, x, y, { size: r * (text.length > 1 ? 0.95 : 1.35), weight: 600, colour });
}

/** @param {Pen} pen @param {number} x @param {number} y @param {number} r @param {{ fill: string, line?: string, dashes?: number[] }} look */
function paintDisc(pen, x, y, r, { fill, line = "", dashes = [] }) {
  pen.beginPath();
  pen.arc(x, y, r, 0, 2 * Math.PI);
  pen.fillStyle = fill;
  pen.fill();
  if (!line) return;
  pen.strokeStyle = line;
  pen.lineWidth = 1.5;
  pen.setLineDash(dashes.map((dash) => dash * 0.5));
  pen.stroke();
  pen.setLineDash([]);
}

/** Names beside the points, as many as fit without covering anything; what stands out comes first. @param {Pen} pen @param {Store} store @param {Colours} colours @param {PlaceSpot[]} spots @param {PlaceBox} frame */
function paintLabels(pen, store, colours, spots, frame) {
  const ruler = placeRuler(pen);
  const outer = { left: frame.x + 2, top: frame.y + 2, right: frame.x + frame.width - 2, bottom: frame.y + frame.height - 2 };
  const taken = spots.map((spot) => around(spot.x, spot.y, 2 * spot.r, 2 * spot.r));
  const shown = spots.filter((spot) => store.shown.towns.has(spot.town.node));
  const first = ["chosen", "lit", ""];
  const rank = (/** @type {PlaceSpot} */ spot) => first.indexOf(placeMark(store, spot.town));
  for (const spot of [...shown].sort((a, b) => rank(a) - rank(b))) {
    const name = clipped(spot.town.name, 40);
    const width = ruler(name, rank(spot) ? 400 : 700) * LABEL.size;
    const free = labelPlaces(spot, width).find((rect) => within(rect, outer) && !taken.some((one) => meets(rect, one)));
    if (!free) continue;
    taken.push(free);
    paintLabel(pen, colours, name, free, rank(spot) ? 400 : 700);
  }
}

/** @param {Pen} pen @param {Colours} colours @param {string} name @param {Rect} rect @param {number} weight */
function paintLabel(pen, colours, name, rect, weight) {
  const [x, y] = [rect.left, (rect.top + rect.bottom) / 2];
  pen.font = `${weight} ${LABEL.size}px ${FACE}`;
  pen.textAlign = "left";
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  pen.lineWidth = 3;
  pen.strokeStyle = colours.halo;
  pen.strokeText(name, x, y);
  placeText(pen, name, x, y, { size: LABEL.size, weight, colour: colours.ink, align: "left" });
}

/** Where a name can stand: right, left, below, above, then at the corners. @param {PlaceSpot} spot @param {number} width @returns {Rect[]} */
function labelPlaces({ x, y, r, rings }, width) {
  const high = LABEL.size * 1.15;
  const reach = r + LABEL.gap + width / 2;
  const rise = r + LABEL.gap / 2 + high / 2;
  const sides = [[reach, 0], [-reach, 0], [0, rise], [0, -rise], [reach - r, rise - 3], [reach - r, 3 - rise], [r - reach, rise - 3], [r - reach, 3 - rise]];
  const order = rings.length ? [2, 3, 0, 1, 4, 5, 6, 7] : [0, 1, 2, 3, 4, 5, 6, 7];
  return order.map((index) => around(x + sides[index][0], y + sides[index][1], width, high));
}
