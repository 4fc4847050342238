// The signs of the legend, drawn as small pictures that are not read aloud: a word stands beside each. Knows no state.

/** @param {SVGElement[]} children @returns {SVGElement} */
function sign(children) {
  return drawn("svg", { class: "sign", width: 26, height: 18, viewBox: "0 0 26 18", "aria-hidden": "true", focusable: "false" }, children);
}

/** An area's number in its colour. @param {Area} area */
function areaSign(area) {
  const number = drawn("text", { x: 13, y: 13.2, "text-anchor": "middle", class: "sign-number" });
  number.textContent = String(area.number);
  return sign([drawn("circle", { cx: 13, cy: 9, r: 8, fill: area.colour, class: "sign-edge" }), number]);
}

/** A status as its cell looks, with its symbol. @param {Store} store @param {string} status @returns {HTMLElement} */
function statusSign(store, status) {
  const made = element("span", { className: `sign-status look-${status}`, text: wordOf(store, "symbol", status) });
  made.setAttribute("aria-hidden", "true");
  return made;
}

/** A line with its dashes. @param {number[]} dashes */
function lineSign(dashes, look = "sign-line") {
  const short = dashes.map((length) => Math.max(1.5, length * 0.5)); // the map's dashes are too long for so short a line
  return sign([drawn("line", { x1: 1, y1: 9, x2: 25, y2: 9, class: look, "stroke-dasharray": short.join(" ") })]);
}

/** A circle that stands where it stood under another name. */
function formerSign() {
  return sign([drawn("circle", { cx: 13, cy: 9, r: 8, class: "sign-hollow" }), drawn("circle", { cx: 13, cy: 9, r: 5, class: "sign-full" })]);
}

/** A forum's circle. @param {Mark} mark */
function markSign({ hollow, struck, dashes, sign: text }) {
  const circle = drawn("circle", { cx: 13, cy: 9, r: 7, class: hollow ? "sign-hollow" : "sign-full", "stroke-dasharray": dashes.join(" ") });
  const letter = drawn("text", { x: 13, y: 13, "text-anchor": "middle", class: "sign-contested" });
  letter.textContent = text;
  return sign([circle, ...(text ? [letter] : []), ...(struck ? [drawn("line", { x1: 5, y1: 16, x2: 21, y2: 2, class: "sign-strike" })] : [])]);
}

function townSign() {
  return sign([drawn("rect", { x: 2, y: 3, width: 22, height: 12, rx: 3, class: "sign-town" })]);
}

function organisationSign() {
  return sign([drawn("path", { d: "M13 1 L21 9 L13 17 L5 9 Z", class: "sign-hollow" })]);
}

/** A municipality that is only named by others. */
function strangerSign() {
  return sign([drawn("rect", { x: 2, y: 3, width: 22, height: 12, rx: 3, class: "sign-town", "stroke-dasharray": "2 3" })]);
}

/** The ground around municipalities that keep meeting. */
function circleSign() {
  return sign([drawn("rect", { x: 1, y: 1, width: 24, height: 16, rx: 8, class: "sign-circle" })]);
}

/** A line that someone contradicts, as the map draws it. */
function contestedSign() {
  const mark = drawn("text", { x: 13, y: 13.4, "text-anchor": "middle", class: "sign-contested" });
  mark.textContent = "≠";
  return sign([drawn("line", { x1: 0, y1: 9, x2: 26, y2: 9, class: "sign-line" }), drawn("circle", { cx: 13, cy: 9, r: 7.5, class: "sign-hollow" }), mark]);
}
