// The search field: a combobox over the names and aliases of everything on the map.

const MOST = 12; // results that fit a screen

/**
 * What is typed, in the letters that names are compared in. The same as search.py does to the names.
 * @param {string} text
 */
function searchText(text) {
  return text
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[æä]/g, "ae")
    .replace(/[øö]/g, "oe")
    .replace(/å/g, "aa")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/oe/g, "o")
    .replace(/aa/g, "a");
}

/**
 * Those that a query finds, names that start with it first.
 * @param {any[]} all
 * @param {string} query
 */
function found(all, query) {
  const wanted = searchText(query.trim().slice(0, 200));
  if (!wanted) return [];
  /** @param {any} one */
  const rank = (one) => {
    const [name, ...aliases] = one.search;
    if (name.startsWith(wanted)) return one.node.startsWith("m:") ? 0 : 1;
    if (name.includes(` ${wanted}`)) return 2;
    if (name.includes(wanted)) return 3;
    return aliases.some((/** @type {string} */ alias) => alias.includes(wanted)) ? 4 : 9;
  };
  const ranked = all.map((one) => ({ one, rank: rank(one) })).filter((hit) => hit.rank < 9);
  return ranked.sort((a, b) => a.rank - b.rank).map((hit) => hit.one); // sort() is stable: equals stay alphabetical
}

/**
 * Wires the field: arrows move, Enter chooses, Escape closes.
 * @param {any} data the page's data block
 * @param {HTMLInputElement} field
 * @param {HTMLElement} box
 * @param {(node: string) => void} choose
 */
function searchField(data, field, box, choose) {
  const all = [...data.towns, ...data.forums, ...data.organisations];
  /** @type {any[]} */ let hits = [];
  let active = -1;
  const { ui } = data.words.atlas;

  function close() {
    box.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
    active = -1;
  }

  /** @param {any} hit @param {number} index */
  function option(hit, index) {
    const kind = { m: ui.municipality, f: ui.forum, o: ui.organisation }[/** @type {string} */ (hit.node).slice(0, 1)];
    const made = element("li", { text: `${clipped(hit.name)} `, children: [element("small", { text: kind })] });
    made.id = `result-${index}`;
    made.setAttribute("role", "option");
    made.setAttribute("aria-selected", "false");
    made.addEventListener("pointerdown", (/** @type {Event} */ event) => event.preventDefault()); // the field keeps focus
    made.addEventListener("click", () => take(hit));
    return made;
  }

  function refresh() {
    const every = found(all, field.value);
    hits = every.slice(0, MOST);
    close();
    if (!field.value.trim()) return;
    const more = every.length - hits.length;
    const words = hits.length ? (more ? counted(data.words.atlas.count.more, more) : "") : ui.no_hits;
    const note = element("li", { children: [element("small", { text: words })] });
    note.setAttribute("role", "presentation");
    box.replaceChildren(...hits.map(option), ...(words ? [note] : []));
    box.hidden = false;
    field.setAttribute("aria-expanded", "true");
    move(hits.length ? 0 : -1);
  }

  /** @param {number} index */
  function move(index) {
    active = index;
    [...box.querySelectorAll('[role="option"]')].forEach((one, place) => {
      one.setAttribute("aria-selected", String(place === active));
      if (place === active) one.scrollIntoView({ block: "nearest" });
    });
    if (active >= 0) field.setAttribute("aria-activedescendant", `result-${active}`);
  }

  /** @param {any} hit */
  function take(hit) {
    close();
    field.value = "";
    choose(hit.node);
  }

  field.addEventListener("input", refresh);
  field.addEventListener("focus", () => field.value && refresh());
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length && !box.hidden) move((active + step + hits.length) % hits.length);
    else if (event.key === "Enter" && active >= 0) take(hits[active]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
}
