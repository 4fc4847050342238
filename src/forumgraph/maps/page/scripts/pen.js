// A pen that writes SVG where a canvas would paint: the same drawing code gives a picture of pixels and one of lines.
// It knows nothing of municipalities and fora.

/** One family for all signs in a picture: Arial and its equals have the same widths, so that what was measured fits. */
const PEN_FONT = 'Arial, "Helvetica Neue", Helvetica, "Liberation Sans", sans-serif';
const PEN_SVG = "http://www.w3.org/2000/svg";

/** A text as XML can hold it: what the standard forbids becomes the replacement character, a line break a space. */
function penText(/** @type {string} */ text) {
  return legalXml(text).replace(/[\t\n\r]+/g, " ");
}

/** Replaces control characters, halves of surrogate pairs and the two non-characters, which no XML may hold. */
function legalXml(/** @type {string} */ text) {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu, "\ufffd");
}

/** A number as short as a picture needs it. @param {number} value */
function penNumber(value) {
  return String(Math.round(value * 100) / 100 || 0);
}

/** @param {string} tag @param {Record<string, string | number>} attributes @returns {SVGElement} */
function penElement(tag, attributes) {
  const made = /** @type {SVGElement} */ (document.createElementNS(PEN_SVG, tag));
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, typeof value === "number" ? penNumber(value) : value);
  }
  return made;
}

/** A context that is never shown: measures texts, and knows what a colour or a font written in CSS means. */
function penRuler() {
  const ruler = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  const shifts = new Map();

  /** Size, weight and slant of a font. @param {string} font */
  const parts = (font) => {
    ruler.font = font;
    const found = /^(?:(italic|oblique)\S*\s+)?(?:small-caps\s+)?(?:(bold|bolder|lighter|\d+)\s+)?([\d.]+)px/.exec(ruler.font);
    return { slant: (found && found[1]) || "", weight: (found && found[2]) || "", size: found ? Number(found[3]) : 10 };
  };
  /** Sets the font with the one family. @param {string} font */
  const use = (font) => {
    const { slant, weight, size } = parts(font);
    ruler.font = `${slant} ${weight} ${size}px ${PEN_FONT}`;
  };
  return {
    parts,
    /** @param {string} text @param {string} font */
    measure(text, font) {
      use(font);
      return ruler.measureText(text);
    },
    /** How far below its anchor a text stands on its line: other programs than browsers know only that line. */
    shift(/** @type {string} */ font, /** @type {CanvasTextBaseline} */ baseline) {
      const key = `${baseline} ${font}`;
      if (!shifts.has(key)) {
        use(font);
        const tops = ["alphabetic", baseline].map((one) => {
          ruler.textBaseline = /** @type {CanvasTextBaseline} */ (one);
          return ruler.measureText("x").actualBoundingBoxAscent;
        });
        ruler.textBaseline = "alphabetic";
        shifts.set(key, tops[0] - tops[1]);
      }
      return shifts.get(key);
    },
    /** A colour without its transparency, and that by itself, from 0 to 1. @param {unknown} style */
    colour(style) {
      ruler.fillStyle = "#000000";
      ruler.fillStyle = String(style);
      const clear = /^rgba\((\d+), (\d+), (\d+), ([\d.]+)\)$/.exec(ruler.fillStyle);
      if (!clear) return { paint: ruler.fillStyle, opacity: 1 };
      return { paint: `rgb(${clear[1]},${clear[2]},${clear[3]})`, opacity: Number(clear[4]) };
    },
  };
}

/** Collects a path in the picture's own units; `at` moves and stretches a point as the pen stands. */
function penPath(/** @type {(x: number, y: number) => [number, number]} */ at) {
  /** @type {string[]} */
  let steps = [];
  const step = (/** @type {string} */ letter, /** @type {number[]} */ ...xy) => {
    const points = [];
    for (let index = 0; index < xy.length; index += 2) points.push(...at(xy[index], xy[index + 1]).map(penNumber));
    steps.push(letter + points.join(" "));
  };
  const line = (/** @type {number} */ x, /** @type {number} */ y) => step(steps.length ? "L" : "M", x, y);
  /** Half a turn or less, from where the path stands. */
  const bow = (/** @type {number[]} */ [x, y, rx, ry], /** @type {boolean} */ forward) => {
    const [zeroX, zeroY] = at(0, 0);
    const [wide, high] = at(rx, ry);
    const end = at(x, y).map(penNumber).join(" ");
    const mirrored = (wide < zeroX) !== (high < zeroY);
    steps.push(`A${penNumber(Math.abs(wide - zeroX))} ${penNumber(Math.abs(high - zeroY))} 0 0 ${forward === mirrored ? 0 : 1} ${end}`);
  };
  const path = {
    start: () => void (steps = []),
    text: () => steps.join(""),
    step,
    line,
    rect(/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ w, /** @type {number} */ h) {
      step("M", x, y);
      [[x + w, y], [x + w, y + h], [x, y + h]].forEach(([px, py]) => step("L", px, py));
      step("Z");
    },
    /** Four corners of one radius, as far as the rectangle has room for it. */
    rounded(/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ w, /** @type {number} */ h, /** @type {number} */ r) {
      const c = Math.max(0, Math.min(r, w / 2, h / 2));
      step("M", x + c, y);
      const corners = [[x + w - c, y, x + w, y + c], [x + w, y + h - c, x + w - c, y + h], [x + c, y + h, x, y + h - c], [x, y + c, x + c, y]];
      for (const [fromX, fromY, toX, toY] of corners) {
        step("L", fromX, fromY);
        bow([toX, toY, c, c], true);
      }
      step("Z");
    },
    arc(/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ r, /** @type {number} */ from, /** @type {number} */ to, back = false) {
      const turn = 2 * Math.PI;
      const wanted = back ? from - to : to - from;
      const sweep = wanted >= turn ? turn : ((wanted % turn) + turn) % turn;
      const bows = Math.max(1, Math.ceil(sweep / (Math.PI * 0.9)));
      line(x + r * Math.cos(from), y + r * Math.sin(from));
      for (let index = 1; index <= bows; index += 1) {
        const angle = from + ((back ? -1 : 1) * sweep * index) / bows;
        bow([x + r * Math.cos(angle), y + r * Math.sin(angle), r, r], !back);
      }
    },
  };
  return path;
}

/**
 * A pen over an SVG document of its own. `element` is the picture, `text()` the file, `name` says what it shows.
 * Long because a pen is one table of small strokes over one state, as the canvas has it.
 * @param {number} width @param {number} height
 * @returns {Pen & { element: SVGSVGElement, text(): string, name(title: string, description: string): void }}
 */
function svgPen(width, height) {
  const size = { viewBox: `0 0 ${penNumber(width)} ${penNumber(height)}`, width, height, role: "img", "font-family": PEN_FONT };
  const element = /** @type {SVGSVGElement} */ (penElement("svg", size));
  const ruler = penRuler();
  const plain = {
    fillStyle: /** @type {string | CanvasGradient | CanvasPattern} */ ("#000000"),
    strokeStyle: /** @type {string | CanvasGradient | CanvasPattern} */ ("#000000"),
    lineWidth: 1,
    lineJoin: /** @type {CanvasLineJoin} */ ("miter"),
    lineCap: /** @type {CanvasLineCap} */ ("butt"),
    font: "10px sans-serif",
    textAlign: /** @type {CanvasTextAlign} */ ("start"),
    textBaseline: /** @type {CanvasTextBaseline} */ ("alphabetic"),
    globalAlpha: 1,
  };
  let place = { x: 0, y: 0, sx: 1, sy: 1 };
  /** @type {number[]} */
  let dashes = [];
  /** @type {any[]} */
  const kept = [];
  const at = (/** @type {number} */ x, /** @type {number} */ y) => /** @type {[number, number]} */ ([place.x + x * place.sx, place.y + y * place.sy]);
  const path = penPath(at);
  const stretch = () => Math.sqrt(Math.abs(place.sx * place.sy));

  /** @param {"fill" | "stroke"} kind @param {unknown} style @returns {Record<string, string | number>} */
  const ink = (kind, style) => {
    const { paint, opacity } = ruler.colour(style);
    const clear = opacity * pen.globalAlpha;
    return clear < 1 ? { [kind]: paint, [`${kind}-opacity`]: clear } : { [kind]: paint };
  };
  const inked = () => ink("fill", pen.fillStyle);
  const stroked = () => {
    /** @type {Record<string, string | number>} */
    const line = { fill: "none", ...ink("stroke", pen.strokeStyle), "stroke-width": pen.lineWidth * stretch() };
    if (pen.lineJoin !== "miter") line["stroke-linejoin"] = pen.lineJoin;
    if (pen.lineCap !== "butt") line["stroke-linecap"] = pen.lineCap;
    if (dashes.length) line["stroke-dasharray"] = dashes.map((dash) => penNumber(dash * stretch())).join(" ");
    return line;
  };
  const draw = (/** @type {Record<string, string | number>} */ look) => {
    if (path.text()) element.append(penElement("path", { d: path.text(), ...look }));
  };
  /** A rectangle beside the path, which stays as it is. */
  const box = (/** @type {number[]} */ [x, y, w, h], /** @type {Record<string, string | number>} */ look) => {
    const [left, top] = at(Math.min(x, x + w), Math.min(y, y + h));
    element.append(penElement("rect", { x: left, y: top, width: Math.abs(w * place.sx), height: Math.abs(h * place.sy), ...look }));
  };
  const anchors = { left: "start", start: "start", center: "middle", right: "end", end: "end" };
  const write = (/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y, /** @type {Record<string, string | number>} */ look) => {
    const { slant, weight, size: em } = ruler.parts(pen.font);
    const [left, top] = at(x, y + ruler.shift(pen.font, pen.textBaseline));
    const made = penElement("text", { x: left, y: top, "font-size": em * stretch(), ...look });
    if (slant) made.setAttribute("font-style", slant);
    if (weight) made.setAttribute("font-weight", weight);
    if (anchors[pen.textAlign] !== "start") made.setAttribute("text-anchor", anchors[pen.textAlign]);
    made.textContent = penText(text);
    element.append(made);
  };

  const pen = {
    ...plain,
    element,
    save: () => void kept.push({ ...Object.fromEntries(Object.keys(plain).map((key) => [key, /** @type {any} */ (pen)[key]])), place, dashes }),
    restore() {
      const { place: before, dashes: lines, ...styles } = kept.pop() || { place, dashes };
      place = before;
      dashes = lines;
      Object.assign(pen, styles);
    },
    translate: (/** @type {number} */ x, /** @type {number} */ y) => void (place = { ...place, x: at(x, y)[0], y: at(x, y)[1] }),
    scale: (/** @type {number} */ x, /** @type {number} */ y) => void (place = { ...place, sx: place.sx * x, sy: place.sy * y }),
    beginPath: path.start,
    closePath: () => path.step("Z"),
    moveTo: (/** @type {number} */ x, /** @type {number} */ y) => path.step("M", x, y),
    lineTo: path.line,
    arc: path.arc,
    rect: path.rect,
    roundRect(/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ w, /** @type {number} */ h, /** @type {any} */ radii = 0) {
      const radius = Array.isArray(radii) ? radii[0] : radii;
      path.rounded(x, y, w, h, typeof radius === "number" ? radius : radius ? radius.x : 0);
    },
    fill: () => draw(inked()),
    stroke: () => draw(stroked()),
    fillRect: (/** @type {number[]} */ ...xywh) => box(xywh, inked()),
    strokeRect: (/** @type {number[]} */ ...xywh) => box(xywh, stroked()),
    fillText: (/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y) => write(text, x, y, inked()),
    /** The outline stands under the filled text as an element of its own: few programs know `paint-order`. */
    strokeText: (/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y) => write(text, x, y, { ...stroked(), "aria-hidden": "true" }),
    measureText: (/** @type {string} */ text) => ruler.measure(text, pen.font),
    setLineDash: (/** @type {Iterable<number>} */ lines) => void (dashes = [...lines]),
    name(/** @type {string} */ title, /** @type {string} */ description) {
      const said = [["title", title], ["desc", description]].map(([tag, text]) => {
        const made = penElement(tag, {});
        made.textContent = penText(text);
        return made;
      });
      element.prepend(...said);
    },
    text: () => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(element)}\n`,
  };
  return /** @type {any} */ (pen);
}
