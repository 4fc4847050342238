// The matrix, municipality by area: builds its cells once and then only changes them; knows no other view.
//
// Keyboard (the grid pattern of the ARIA practices): the table is one stop of the tabulator. Arrows move between heads and
// cells, Home and End within a row, with Ctrl to the first and last row; Enter or space chooses, as on any button.

/**
 * @typedef {{ button: HTMLButtonElement, cell: HTMLElement, shown: string }} Cell
 * @typedef {{ town: Town, row: HTMLElement, head: HTMLButtonElement, cells: Cell[], covered: HTMLElement, open: HTMLElement }} TownRow
 */

const MATRIX_ROWS = 120; // more than the country has municipalities; further rows are made when they are asked for

/**
 * The matrix in its place.
 * @param {Store} store
 * @param {HTMLElement} place
 * @returns {{ update(): void }}
 */
function matrix(store, place) {
  const words = store.data.words.views.matrix;
  const areas = store.data.areas;
  const towns = surveyed(store.data);
  /** @type {Map<Town, TownRow>} */ const rows = new Map(); // made when they are first shown
  const heads = areas.map((area) => matrixAreaHead(store, area));
  const feet = areas.map(() => element("td"));
  const severalKkr = new Set(towns.map(({ kkr }) => kkr)).size > 1;
  const body = element("tbody");
  const left = element("p", { className: "matrix-left" });
  const sorts = /** @type {const} */ (["name", "kkr", "covered"]).filter((key) => key !== "kkr" || severalKkr);
  const sorters = sorts.map((sort) => pressed(words.sort[sort], () => store.set({ sort })));
  const scroll = element("div", { className: "matrix-scroll", children: [matrixTable(store, heads, body, feet)] });
  scroll.tabIndex = 0; // a region that scrolls must be reachable without a mouse
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", words.region);
  const sorting = element("div", { className: "matrix-sort", children: [element("span", { text: words.sort.by }), ...sorters] });
  sorting.setAttribute("role", "group");
  sorting.setAttribute("aria-label", words.sort.by);
  lookColours(store.data);
  place.classList.add("matrix");
  const hint = element("p", { className: "matrix-hint", text: `${words.hint} `, children: [element("span", { text: words.hint_keys })] });
  const title = element("strong", { className: "matrix-title", text: words.caption });
  title.setAttribute("aria-hidden", "true"); // the table's caption says the same
  const frame = element("div", { className: "matrix-frame", children: [scroll] });
  const none = nothingLeft(store, scroll);
  place.replaceChildren(element("div", { className: "matrix-tools", children: [title, hint, sorting, left] }), frame, none);
  matrixEdge(frame, scroll);
  let order = "";
  let last = " "; // what was scrolled to
  let most = MATRIX_ROWS;
  /** @type {TownRow[]} */ let seen = [];
  const more = pressable("", () => { most = Infinity; update(); }, "matrix-more");
  scroll.append(more);
  const walk = matrixKeys(scroll, () => [heads.map((head) => head.button), ...seen.map(({ head, cells }) => [head, ...cells.map((cell) => cell.button)])]);

  /** @param {Town} town @returns {TownRow} */
  function rowOf(town) {
    const held = rows.get(town) || matrixRow(store, town);
    rows.set(town, held);
    return held;
  }

  /** Puts the rows that are shown into their order; leaves the table alone where nothing moved. */
  function arrange() {
    const { sort } = store.state;
    const shown = towns.filter((town) => store.shown.towns.has(town.node)).map((town) => ({ town }));
    const kept = matrixSorted(store, shown).map(({ town }) => ({ town, group: sort === "kkr" && !severalKkr ? "" : matrixGroupOf(store, town) }));
    matrixText(left, matrixLeft(store, towns.length - kept.length));
    none.hidden = kept.length > 0 || !towns.length;
    frame.hidden = !none.hidden;
    const key = `${most} ${kept.map(({ town, group }) => `${group} ${town.code}`).join(" ")}`;
    if (key === order) return;
    order = key;
    seen = kept.slice(0, most).map(({ town }) => rowOf(town));
    more.hidden = kept.length <= most;
    more.textContent = filled(words.show_all, { n: kept.length });
    body.replaceChildren(...seen.flatMap(({ row }, at) => {
      const { group } = kept[at];
      return group && (!at || kept[at - 1].group !== group) ? [matrixGroup(group, areas.length), row] : [row];
    }));
  }

  function update() {
    const { area, sort } = store.state;
    arrange();
    sorters.forEach((button, at) => button.setAttribute("aria-pressed", String(sorts[at] === sort)));
    heads.forEach((head, at) => {
      head.button.setAttribute("aria-pressed", String(areas[at].id === area));
      head.cell.classList.toggle("is-on", areas[at].id === area);
      feet[at].classList.toggle("is-on", areas[at].id === area);
      matrixText(head.round, columnRound(store, areas[at]));
    });
    seen.forEach((row) => matrixShow(store, row));
    matrixTotals(store, feet);
    walk();
    reveal();
  }

  /** Scrolls to what was chosen since, here or in another view. */
  function reveal() {
    const { chosen, area } = store.state;
    const key = `${chosen} ${area}`;
    if (key === last) return;
    last = key;
    const target = scroll.querySelector("tbody [aria-current]") || scroll.querySelector("thead .is-on");
    if (target) matrixReveal(scroll, target);
  }

  return { update };
}

/** What the filters leave out, and what the totals are of where a filter keeps some answers only. @param {Store} store @param {number} away */
function matrixLeft(store, away) {
  const words = store.data.words.views.matrix;
  return [away ? counted(words.left_out, away) : "", statusFilterWords(store)].filter(Boolean).join(" ");
}

/** Says where a table goes on to the right. @param {HTMLElement} frame @param {HTMLElement} scroll */
function matrixEdge(frame, scroll) {
  const look = () => frame.classList.toggle("goes-on", scroll.scrollLeft + scroll.clientWidth < scroll.scrollWidth - 4);
  scroll.addEventListener("scroll", look, { passive: true });
  new ResizeObserver(look).observe(scroll);
}

/** The municipalities that some round asked; one that is only named by others has no row and is in no total. @param {Data} data */
function surveyed(data) {
  return data.towns.filter((town) => town.answers.length);
}

/** A button that is on or off. @param {string} text @param {() => void} press @returns {HTMLButtonElement} */
function pressed(text, press) {
  const button = pressable(text, press, "toggle");
  button.setAttribute("aria-pressed", "false");
  return button;
}

/** @param {Store} store @param {{ cell: HTMLElement }[]} heads @param {HTMLElement} body @param {HTMLElement[]} feet */
function matrixTable(store, heads, body, feet) {
  const words = store.data.words.views.matrix;
  const column = (/** @type {string} */ text, className = "") => matrixHead("col", [document.createTextNode(text)], className);
  const ends = [column(words.covered, "matrix-sum"), column(words.unanswered, "matrix-sum")];
  const top = element("tr", { children: [column(words.municipality, "matrix-corner"), ...heads.map(({ cell }) => cell), ...ends] });
  const total = matrixHead("row", [document.createTextNode(words.total)]);
  total.title = words.total_note;
  const rest = element("td", { className: "matrix-sum" });
  rest.colSpan = 2;
  const table = element("table", {
    children: [
      element("caption", { children: [element("span", { text: words.caption })] }),
      element("thead", { children: [top] }),
      body,
      element("tfoot", { children: [element("tr", { children: [total, ...feet, rest] })] }),
    ],
  });
  table.setAttribute("role", "grid");
  return table;
}

/** @param {string} scope @param {Node[]} children */
function matrixHead(scope, children, className = "") {
  const head = element("th", { className, children });
  head.scope = scope;
  return head;
}

/** @param {Store} store @param {Area} area */
function matrixAreaHead(store, area) {
  const number = element("span", { className: "matrix-number", text: String(area.number) });
  number.style.borderColor = area.colour;
  // What was chosen is let go, so that the panel says who lacks a forum in the area.
  const button = pressed("", () => store.set({ area: store.state.area === area.id ? "" : area.id, chosen: "" }));
  const round = element("span", { className: "matrix-round" });
  button.append(number, element("span", { children: [document.createTextNode(` ${area.name} `), round] }));
  button.tabIndex = -1;
  return { button, round, cell: matrixHead("col", [button]) };
}

/** @param {string} text @param {number} areas */
function matrixGroup(text, areas) {
  const head = matrixHead("rowgroup", [element("span", { text })]);
  head.colSpan = areas + 3;
  return element("tr", { className: "matrix-group", children: [head] });
}

/** @param {Store} store @param {Town} town @returns {TownRow} */
function matrixRow(store, town) {
  const head = element("button", { text: town.name });
  const covered = element("td", { className: "matrix-sum" });
  const open = element("td", { className: "matrix-sum" });
  const cells = store.data.areas.map((area) => {
    const button = element("button");
    button.addEventListener("click", () => store.choose(`c:${town.code}:${area.id}`));
    return { button, cell: element("td", { children: [button] }), shown: "" };
  });
  head.addEventListener("click", () => store.choose(town.node));
  [head, ...cells.map(({ button }) => button)].forEach((button) => {
    button.type = "button";
    button.tabIndex = -1;
  });
  const row = element("tr", { children: [matrixHead("row", [head]), ...cells.map(({ cell }) => cell), covered, open] });
  return { town, row, head, cells, covered, open };
}

/** Brings one row up to date. @param {Store} store @param {TownRow} one */
function matrixShow(store, one) {
  const { chosen, area } = store.state;
  const { lit } = store.shown;
  const count = matrixCount(store, one.town);
  const words = store.data.words.views.matrix;
  one.row.classList.toggle("is-lit", Boolean(lit && lit.has(one.town.node)));
  matrixMark(one.head, chosen === one.town.node);
  const nothing = count.absent ? statusWord(store, "absent") : words.not_asked;
  matrixText(one.covered, count.asked ? coveredOf(store, count) : nothing);
  matrixText(one.open, count.asked ? String(count.open) : "–");
  one.cells.forEach((cell, at) => {
    const id = store.data.areas[at].id;
    const answer = store.answer(one.town, id);
    matrixFill(store, cell, answer, one.town, store.data.areas[at]);
    cell.cell.classList.toggle("is-on", id === area);
    cell.cell.classList.toggle("is-named", chosen.startsWith("f:") && answer.forums.includes(chosen));
    matrixMark(cell.button, chosen === `c:${one.town.code}:${id}`);
  });
}

/** Writes only what is new: a text that is written again makes the browser lay the whole table out again. @param {HTMLElement} place @param {string} text */
function matrixText(place, text) {
  if (place.textContent !== text) place.textContent = text;
}

/** @param {HTMLElement} button @param {boolean} on */
function matrixMark(button, on) {
  if (on) button.setAttribute("aria-current", "true");
  else button.removeAttribute("aria-current");
}

/** Writes an answer into its cell, where it is another than before. @param {Store} store @param {Cell} cell @param {Answer} answer @param {Town} town @param {Area} area */
function matrixFill(store, cell, answer, town, area) {
  const doubt = doubtOf(store, answer);
  const before = beforeWords(store, town, answer);
  const key = `${answer.status} ${doubt} ${before}`;
  if (key === cell.shown) return;
  cell.shown = key;
  cell.button.className = `matrix-cell look-${answer.status}`;
  cell.button.replaceChildren(...statusSigns(store, answer.status));
  if (doubt) {
    const mark = element("span", { className: "matrix-doubt", text: "*" });
    mark.setAttribute("aria-hidden", "true");
    cell.button.append(mark);
  }
  cell.button.title = doubt || before;
  const name = `${town.name}, ${area.name}: ${before || statusWord(store, answer.status)}`;
  cell.button.setAttribute("aria-label", doubt ? `${name} (${doubt})` : name);
}

/** Says what is doubtful in a reading, "" where nothing is. @param {Store} store @param {Answer} answer */
function doubtOf(store, answer) {
  const words = store.data.words.views.matrix;
  const other = answer.alternative ? filled(words.alternative, { status: statusWord(store, answer.alternative) }) : "";
  return [answer.confidence === "uncertain" ? words.uncertain : "", other].filter(Boolean).join("; ");
}

/** @param {Store} store @param {HTMLElement[]} feet */
function matrixTotals(store, feet) {
  const words = store.data.words.views.matrix;
  const totals = new Map(store.totals().map((total) => [total.area, total]));
  feet.forEach((foot, at) => {
    const total = totals.get(store.data.areas[at].id);
    const lines = total && total.asked ? [filled(words.of, { n: total.established, of: total.asked }), shareOf(store, total), filled(words.answered, { n: total.answered })] : [words.nobody_asked];
    if (foot.textContent !== lines.join("")) foot.replaceChildren(...lines.map((text) => element("span", { text })));
  });
}

/** The share of those asked, from the silent taken as no to the silent taken as yes. @param {Store} store @param {Total} total */
function shareOf(store, total) {
  const low = Math.round((100 * total.established) / total.asked);
  const high = Math.round((100 * (total.established + total.no_reply)) / total.asked);
  return filled(store.data.words.views.matrix.per_cent, { share: low === high ? low : `${low}–${high}` });
}
