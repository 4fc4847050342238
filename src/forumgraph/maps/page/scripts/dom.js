// Makes elements and fills texts. Every text goes in as text (textContent), never as HTML: a name can be any string.

/** @param {string} id @returns {any} */
const byId = (id) => document.getElementById(id);

/**
 * An element with text and children.
 * @param {string} tag
 * @param {{ className?: string, text?: string, children?: Node[] }} content
 * @returns {any}
 */
function element(tag, { className = "", text = "", children = [] } = {}) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  made.append(...children);
  return made;
}

/**
 * An element of a drawing with its attributes.
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {Node[]} children
 * @returns {SVGElement}
 */
function drawn(tag, attributes = {}, children = []) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

/** A button that does something. @param {string} text @param {() => void} press @param {string} className @returns {HTMLButtonElement} */
function pressable(text, press, className = "") {
  const made = element("button", { text, className });
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}

/** @param {Node[]} items @returns {HTMLUListElement} */
function list(items) {
  return element("ul", { children: items });
}

/** A list of texts, or nothing. @param {string[]} texts @returns {Node[]} */
function listed(texts) {
  return texts.length ? [list(texts.map((text) => element("li", { text })))] : [];
}

/** @param {Node[]} items @returns {Node[]} */
function separated(items) {
  return items.flatMap((item, index) => (index ? [document.createTextNode(", "), item] : [item]));
}

/** A text of the catalogue with its placeholders filled in. @param {string} text @param {Record<string, unknown>} values */
function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, key) => (Object.hasOwn(values, key) ? String(values[key]) : whole));
}

/** A text that depends on a count. @param {{ one: string, other: string }} text @param {number} n */
function counted(text, n, values = {}) {
  return filled(n === 1 ? text.one : text.other, { n, ...values });
}

/** @param {string} text */
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A name that fits a line; the details give it whole. @param {string} name */
function clipped(name, most = 120) {
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
}

/** A share of 1 as people read it. @param {number} share */
function percent(share) {
  return `${Math.round(share * 100)}`;
}
