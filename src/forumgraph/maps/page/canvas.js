// Draws municipalities, fora and their names on vis-network's canvas. It decides nothing: `view` says what is chosen.

const FACE = 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif';
const LEAST = { municipality: 9, forum: 8, number: 6 }; // pixels below which letters are no use

/**
 * @typedef {{ left: number, top: number, right: number, bottom: number }} Rect
 * @typedef {{ area: any, selected: string | null, hovered: string | null, near: Set<string> | null }} View
 */

/**
 * The painter of one map.
 * @param {any} data the page's data block
 * @param {View} view what is chosen; changed by map.js
 * @param {() => number} scale pixels a world unit
 * @param {() => Rect} window_ what of the world is on the screen
 */
function painter(data, view, scale, window_) {
  const towns = new Map(data.municipalities.map((/** @type {any} */ one) => [one.node, one]));
  const forums = new Map(data.forums.map((/** @type {any} */ one) => [one.node, one]));
  const areas = new Map(data.areas.map((/** @type {any} */ one) => [one.id, one]));
  const byRank = [...forums.values()].sort((a, b) => b.spot.radius - a.spot.radius);
  const linked = new Set(data.network.edges.map((/** @type {any} */ edge) => edge.from));
  /** @param {string} node */
  const dimmed = (node) => view.near !== null && !view.near.has(node);
  /** @param {any} forum */
  const shown = (forum) => !view.area || forum.areas.includes(view.area.id);

  /** The lines in a municipality's box, and how the box looks. @param {any} town */
  function face(town) {
    // Only named by others, from outside the round: it has no answer to show, and says so by being hollow.
    if (!town.answers.length) return { lines: [town.spot.lines[0]], look: { fill: "#ffffff", line: data.looks.municipality, text: data.looks.municipality, dashes: [] } };
    const status = view.area
      ? [answerIn(town, view.area.id).status]
      : linked.has(town.node)
        ? []
        : [...new Set(town.answers.map((/** @type {any} */ answer) => answer.status))];
    const words = status.map((key) => `${data.words.symbol[key]} ${data.words.status[key]}`);
    const look =
      status.length === 1
        ? data.looks.status[status[0]]
        : status.length
          ? data.looks.status.none
          : { fill: data.looks.municipality, line: data.looks.municipality, text: "#ffffff", dashes: [] };
    return { lines: words.length ? [town.spot.lines[0], words.join(" · ")] : [town.spot.lines[0]], look };
  }

  /** A municipality's box in world units. @param {CanvasRenderingContext2D} ctx @param {any} town */
  function townBox(ctx, town) {
    const size = Math.max(data.fonts.municipality, LEAST.municipality / scale());
    const { lines, look } = face(town);
    const widths = lines.map((line, index) => {
      ctx.font = index ? `${size * 0.85}px ${FACE}` : `600 ${size}px ${FACE}`;
      return ctx.measureText(line).width;
    });
    return { size, lines, look, width: Math.max(...widths) + size, height: lines.length * size * 1.15 + size * 0.4 };
  }

  /** @param {CanvasRenderingContext2D} ctx @param {any} town @param {number} x @param {number} y */
  function drawTown(ctx, town, x, y) {
    const box = townBox(ctx, town);
    ctx.save();
    ctx.globalAlpha = dimmed(town.node) ? 0.25 : 1;
    ctx.beginPath();
    ctx.roundRect(x - box.width / 2, y - box.height / 2, box.width, box.height, box.size * 0.3);
    ctx.fillStyle = box.look.fill;
    ctx.fill();
    outline(ctx, box.look.line, box.look.dashes, town.node);
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillStyle = box.look.text;
    box.lines.forEach((line, index) => {
      ctx.font = index ? `${box.size * 0.85}px ${FACE}` : `600 ${box.size}px ${FACE}`;
      ctx.fillText(line, x, y + (index - (box.lines.length - 1) / 2) * box.size * 1.1 + box.size * 0.05);
    });
    ctx.restore();
  }

  /**
   * Strokes the current path; thick where the node is chosen.
   * @param {CanvasRenderingContext2D} ctx @param {string} colour @param {number[]} dashes @param {string} node
   */
  function outline(ctx, colour, dashes, node) {
    const chosen = node === view.selected || node === view.hovered;
    ctx.strokeStyle = chosen ? data.looks.ink : colour;
    ctx.lineWidth = (chosen ? 3.5 : 1.8) * Math.max(1, 0.6 / scale());
    ctx.setLineDash(dashes);
    ctx.stroke();
    ctx.setLineDash([]);
  }

  /** @param {any} forum */
  const radius = (forum) => Math.max(forum.spot.radius, 4 / scale());

  /** @param {CanvasRenderingContext2D} ctx @param {any} forum @param {number} x @param {number} y */
  function drawForum(ctx, forum, x, y) {
    const mark = data.looks.forum[forum.status];
    const r = radius(forum);
    const alpha = dimmed(forum.node) ? 0.2 : 1;
    const own = forum.areas.map((/** @type {string} */ id) => areas.get(id));
    ctx.save();
    ctx.globalAlpha = alpha;
    disc(ctx, x, y, r, "#ffffff");
    ctx.globalAlpha = alpha * (mark.struck ? 0.35 : 1);
    own.forEach((/** @type {any} */ area, /** @type {number} */ index) => {
      slice(ctx, x, y, r, index, own.length);
      ctx.fillStyle = area.colour;
      ctx.fill();
    });
    ctx.globalAlpha = alpha;
    if (mark.hollow) disc(ctx, x, y, r * 0.66, "#ffffff");
    ctx.beginPath();
    ctx.arc(x, y, r, 0, 2 * Math.PI);
    outline(ctx, data.looks.ink, mark.dashes, forum.node);
    if (mark.struck) strike(ctx, x, y, r);
    numbers(ctx, own, x, y, r);
    ctx.restore();
  }

  /**
   * Writes the areas' numbers into the circle: what the colour says, the number says too.
   * @param {CanvasRenderingContext2D} ctx @param {any[]} own @param {number} x @param {number} y @param {number} r
   */
  function numbers(ctx, own, x, y, r) {
    const size = own.length > 1 ? r * 0.82 : r * 1.2;
    if (size * scale() < LEAST.number) return;
    ctx.font = `700 ${size}px ${FACE}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillStyle = data.looks.ink;
    own.forEach((area, index) => {
      const turn = middle(index, own.length);
      const away = own.length > 1 ? r * 0.55 : 0;
      ctx.fillText(String(area.number), x + away * Math.cos(turn), y + away * Math.sin(turn) + size * 0.06);
    });
  }

  /** The names of fora, the most important first, each only where it covers nothing and can be read whole. */
  function drawNames(/** @type {CanvasRenderingContext2D} */ ctx) {
    const taken = [...obstacles(ctx)];
    const screen = window_();
    const wanted = byRank.filter((forum) => shown(forum) && !dimmed(forum.node) && forum.node !== view.hovered);
    const urgent = wanted.filter((forum) => forum.node === view.selected || (view.near && view.near.has(forum.node)));
    for (const forum of new Set([...urgent, ...wanted])) {
      const text = nameBox(ctx, forum);
      if (!within(text.rect, screen) || taken.some((rect) => rect.node !== forum.node && meets(rect, text.rect))) continue;
      taken.push({ node: forum.node, ...text.rect });
      write(ctx, text);
    }
    const hovered = forums.get(view.hovered);
    if (hovered && shown(hovered)) plate(ctx, hovered);
  }

  /** @returns {Generator<any>} @param {CanvasRenderingContext2D} ctx */
  function* obstacles(ctx) {
    for (const town of towns.values()) {
      const { width, height } = townBox(ctx, town);
      yield { node: town.node, ...around(town.spot.x, town.spot.y, width, height) };
    }
    for (const forum of forums.values()) {
      if (shown(forum)) yield { node: forum.node, ...around(forum.spot.x, forum.spot.y, 2 * radius(forum), 2 * radius(forum)) };
    }
  }

  /** Where a forum's name stands, and its lines. @param {CanvasRenderingContext2D} ctx @param {any} forum */
  function nameBox(ctx, forum) {
    const size = Math.max(data.fonts.forum, LEAST.forum / scale());
    const { x, y, side } = forum.spot;
    const lines = withStatus(forum);
    ctx.font = `${size}px ${FACE}`;
    const width = Math.max(0, ...lines.map((/** @type {string} */ line) => ctx.measureText(line).width));
    const height = lines.length * size * data.fonts.line;
    const away = radius(forum) + size * 0.35;
    const left = side === "right" ? x + away : side === "left" ? x - away - width : x - width / 2;
    const top = side === "below" ? y + radius(forum) + size * 0.2 : y - height / 2;
    return { lines, size, side, rect: { left, top, right: left + width, bottom: top + height } };
  }

  /** The name's lines; a forum that does not exist (yet, any more) says so in words. @param {any} forum */
  function withStatus(forum) {
    if (forum.status === "existing") return forum.spot.lines;
    const word = `(${data.words.forum_status[forum.status]})`;
    if (forum.spot.side === "below") return [...forum.spot.lines, word];
    return [...forum.spot.lines.slice(0, -1), `${forum.spot.lines[forum.spot.lines.length - 1]} ${word}`];
  }

  /** @param {CanvasRenderingContext2D} ctx @param {any} text */
  function write(ctx, { lines, size, side, rect }) {
    ctx.font = `${size}px ${FACE}`;
    ctx.textAlign = side === "below" ? "center" : side === "left" ? "right" : "left";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    ctx.lineWidth = size * 0.3;
    ctx.strokeStyle = "rgba(255,255,255,.92)";
    ctx.fillStyle = data.looks.ink;
    const x = side === "below" ? (rect.left + rect.right) / 2 : side === "left" ? rect.right : rect.left;
    lines.forEach((/** @type {string} */ line, /** @type {number} */ index) => {
      const y = rect.top + (index + 0.5) * size * data.fonts.line;
      ctx.strokeText(line, x, y);
      ctx.fillText(line, x, y);
    });
  }

  /** The whole name of the forum under the pointer, on a plate above everything. */
  function plate(/** @type {CanvasRenderingContext2D} */ ctx, /** @type {any} */ forum) {
    const lines = broken(forum.name, 34, 6);
    if (forum.status !== "existing") lines.push(`(${data.words.forum_status[forum.status]})`);
    const size = Math.max(data.fonts.forum, 13 / scale());
    ctx.font = `${size}px ${FACE}`;
    const width = Math.max(...lines.map((line) => ctx.measureText(line).width));
    const top = forum.spot.y + radius(forum) + size * 0.4;
    const rect = { left: forum.spot.x - width / 2, top, right: forum.spot.x + width / 2, bottom: top + lines.length * size * 1.25 };
    ctx.fillStyle = "#ffffff";
    ctx.strokeStyle = data.looks.ink;
    ctx.lineWidth = 1 / scale();
    ctx.beginPath();
    ctx.roundRect(rect.left - size * 0.5, top - size * 0.2, width + size, rect.bottom - top + size * 0.4, size * 0.3);
    ctx.fill();
    ctx.stroke();
    write(ctx, { lines, size, side: "below", rect });
  }

  /** The frame around those that no line reaches. @param {CanvasRenderingContext2D} ctx */
  function drawMargin(ctx) {
    const frame = data.margin;
    if (!frame) return;
    const size = Math.max(data.fonts.forum, LEAST.forum / scale());
    ctx.fillStyle = "#f5f6f8";
    ctx.strokeStyle = "#cdd2d7";
    ctx.lineWidth = 1.5;
    ctx.beginPath();
    ctx.roundRect(frame.left, frame.top, frame.width, frame.height, 12);
    ctx.fill();
    ctx.stroke();
    ctx.font = `600 ${size}px ${FACE}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "top";
    ctx.fillStyle = "#4d545b";
    ctx.fillText(data.words.ui.margin, frame.left + frame.width / 2, frame.top + 12);
  }

  /** What vis-network calls for each node. @param {any} call */
  function renderer({ ctx, id, x, y }) {
    const town = towns.get(id);
    const forum = forums.get(id);
    const box = town ? townBox(ctx, town) : { width: 2 * radius(forum), height: 2 * radius(forum) };
    return {
      drawNode: () => (town ? drawTown(ctx, town, x, y) : drawForum(ctx, forum, x, y)),
      nodeDimensions: { width: box.width, height: box.height },
    };
  }

  return { renderer, drawNames, drawMargin };
}

/** A municipality's answer in an area; where it has no row, it was not asked. @param {any} town @param {string} area */
function answerIn(town, area) {
  return town.answers.find((/** @type {any} */ answer) => answer.area === area) || { area, status: "not_asked", forums: [], evidence: [] };
}
