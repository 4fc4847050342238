// Pieces that the details and the legend are put together of: names to press, signs, lists, citations. Knows no panel.

/** The house's word for a key, or the key where it has none. @param {Store} store @param {string} section @param {string} key @returns {string} */
function wordOf(store, section, key) {
  const words = store.data.words[section];
  return words && Object.hasOwn(words, key) ? words[key] : key;
}

/** @param {Store} store @param {string} status */
function statusWord(store, status) {
  return wordOf(store, "status", status);
}

/** Symbol and word of a status; the symbol is not read aloud. @param {Store} store @param {string} status @returns {HTMLElement[]} */
function statusSigns(store, status) {
  const symbol = element("span", { className: "look-symbol", text: wordOf(store, "symbol", status) });
  symbol.setAttribute("aria-hidden", "true");
  return [symbol, element("span", { className: "look-word", text: statusWord(store, status) })];
}

/** A status as a small label. @param {Store} store @param {string} status @returns {HTMLElement} */
function statusChip(store, status) {
  return element("span", { className: `chip look-${status}`, children: statusSigns(store, status) });
}

/** @param {Store} store @param {string} id */
function areaName(store, id) {
  const area = store.data.areas.find((one) => one.id === id);
  return area ? `${area.number} ${area.name}` : id;
}

/** A name that can be pressed; plain text where nothing on the page has it. @param {Store} store @param {string} node @returns {HTMLElement} */
function goTo(store, node) {
  const thing = store.thing(node);
  return thing ? goButton(thing.name, () => store.choose(node)) : element("span", { text: node.slice(2) });
}

/** A button that reads like a link. @param {string} text @param {() => void} press */
function goButton(text, press) {
  return pressable(clipped(text), press, "go");
}

/** @param {string} text @returns {HTMLElement} */
function paragraph(text, className = "") {
  return element("p", { text, className });
}

/** @param {string} label @param {string} text @returns {HTMLElement[]} nothing where there is no text */
function labelled(label, text) {
  return text ? [element("p", { children: [element("span", { className: "label", text: `${label}: ` }), document.createTextNode(text)] })] : [];
}

/** @param {string} label @param {Node[]} items @returns {HTMLElement[]} */
function labelledItems(label, items) {
  return items.length ? [element("p", { children: [element("span", { className: "label", text: `${label}: ` }), ...separated(items)] })] : [];
}

/** A label with a list under it: names that may be too long for one line. @param {Store} store @param {string} label @param {HTMLElement[]} items @returns {HTMLElement[]} */
function labelledList(store, label, items) {
  return items.length ? [element("p", { className: "label", text: `${label}:` }), ...longList(store, items)] : [];
}

/** A heading with what stands under it, or nothing. @param {string} title @param {Node[]} children @returns {HTMLElement[]} */
function titled(title, children, className = "") {
  if (!children.length) return [];
  return [element("section", { className: `part ${className}`.trim(), children: [element("h3", { text: title }), ...children] })];
}

/** Who says it and where it stands, as the last lines of an entry. @param {Store} store @param {string[]} by @param {Evidence[]} evidence @returns {HTMLElement[]} */
function saidBy(store, by, evidence) {
  const words = store.data.words.views.details;
  const said = by.length ? labelled(words.says, by.join(", ")) : [];
  return [...said, ...evidenceLines(store, evidence)];
}

/** @param {Store} store @param {Evidence[]} evidence @returns {HTMLElement[]} */
function evidenceLines(store, evidence) {
  const text = evidence.length ? store.cite(evidence) : "";
  return text ? [paragraph(text, "evidence")] : [];
}

const MOST_ENTRIES = 12; // of a list, until the rest is asked for

/**
 * A list that shows its first entries until the rest is asked for; an entry may be a function that makes it only then.
 * @param {Store} store
 * @param {(HTMLElement | (() => HTMLElement))[]} entries
 * @returns {HTMLElement[]}
 */
function longList(store, entries, className = "") {
  const made = (/** @type {typeof entries} */ some) => some.map((entry) => listItem(typeof entry === "function" ? entry() : entry));
  if (!entries.length) return [];
  const cut = entries.length > MOST_ENTRIES + 1 ? MOST_ENTRIES : entries.length; // a button in place of one name saves nothing
  const whole = element("ul", { className, children: made(entries.slice(0, cut)) });
  if (cut === entries.length) return [whole];
  const more = goButton(filled(store.data.words.views.details.show_all, { n: entries.length }), () => {
    const rest = made(entries.slice(cut));
    whole.append(...rest);
    more.remove();
    const next = /** @type {HTMLElement | null} */ (rest[0].querySelector("button"));
    if (next) next.focus();
  });
  more.classList.add("more");
  return [whole, more];
}

/** @param {HTMLElement} entry @returns {HTMLElement} */
function listItem(entry) {
  return entry.tagName === "LI" ? entry : element("li", { children: [entry] });
}

/** Lines of plain text as a list. @param {Store} store @param {string[]} texts @returns {HTMLElement[]} */
function textList(store, texts) {
  return longList(store, texts.map((text) => element("li", { text })));
}

/** Sides that contradict each other, each with who says so and where. @param {Store} store @param {Conflict} conflict @param {string} about @returns {HTMLElement} */
function contradiction(store, conflict, about) {
  const sides = conflict.sides.map((side) =>
    element("li", { children: [element("strong", { text: side.text }), ...saidBy(store, side.by, side.evidence)] }),
  );
  return element("div", { className: "alert", children: [element("h4", { text: about }), element("ul", { children: sides })] });
}

/** What a conflict is about, in words. @param {Store} store @param {Conflict} conflict */
function conflictTitle(store, conflict) {
  const words = store.data.words.views.details.conflict;
  const subject = conflict.subject ? wordOf(store, "level", conflict.subject) : "";
  return filled(subject ? words[`${conflict.about}_of`] : words[conflict.about], { subject }) || conflict.about;
}

/** Gives the style sheets the colours of the answers, light and dark. @param {Data} data */
function lookColours(data) {
  const { style } = document.documentElement;
  for (const [looks, end] of /** @type {const} */ ([[data.looks.status, ""], [data.looks.dark.status, "-dark"]])) {
    for (const [status, look] of Object.entries(looks)) {
      style.setProperty(`--${status}-fill${end}`, look.fill);
      style.setProperty(`--${status}-line${end}`, look.line);
      style.setProperty(`--${status}-text${end}`, look.text);
    }
  }
}
