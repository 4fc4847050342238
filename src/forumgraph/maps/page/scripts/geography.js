// The view of places: the tile grid and the map, with buttons over the tiles, and the legend in figures below.
// What is drawn stands in tiles.js and points.js; here is what can be pressed, and where it all goes on the page.

const BOARD = { least: 44, tallest: 0.74, map: 620 };

/**
 * Fills `place` with both figures.
 * @param {Store} store @param {HTMLElement} place
 */
function geography(store, place) {
  const words = store.data.words.geography;
  const board = tileBoard(store);
  const map = placeMap(store);
  const strangers = strangersLine(store);
  const note = element("p", { className: "geo-note" });
  const legend = element("div", { className: "geo-legend" });
  const figure = (/** @type {string} */ name, /** @type {string} */ remark, /** @type {Node} */ drawing) =>
    element("section", { className: `geo-figure geo-${name}`, children: [element("h2", { text: words[name] }), element("p", { className: "geo-remark", text: remark }), drawing] });
  const own = store.data.places.boundaries.length > 0;
  const none = nothingLeft(store, place);
  place.tabIndex = -1;
  const figures = element("div", {
    className: "geo-figures",
    children: [figure("tiles", words.tiles_note, board.element), figure("map", own ? ownNote(store) : words.map_note, map.element)],
  });
  const towns = placedTowns(store);
  const grid = tileGrid(towns);
  const missing = towns.filter((town) => !store.data.places.towns[town.node] && !store.data.places.boundaries.some((one) => one.node === town.node));
  place.append(element("div", {
    className: grid.across > 12 ? "geo geo-wide" : "geo",
    children: [
      none, note, legend, figures,
      ...(missing.length ? [element("p", { className: "geo-remark", text: counted(words.without_place, missing.length) })] : []),
      strangers.element,
      element("p", { className: "geo-source", text: store.data.places.attribution }),
    ],
  }));

  function update() {
    const area = store.data.areas.find((one) => one.id === store.state.area);
    const colours = screenColours(store.data);
    const shown = placedTowns(store).some((town) => store.shown.towns.has(town.node));
    none.hidden = shown || !placedTowns(store).length;
    for (const one of [note, legend, figures]) one.hidden = !none.hidden;
    if (!none.hidden) return;
    note.textContent = placesNote(store, area);
    legend.replaceChildren(...(area ? areaLegend(store, area) : overallLegend(store, colours)));
    board.update(colours);
    map.update(colours);
    strangers.update();
  }
  let width = 0;
  new ResizeObserver(() => {
    if (Math.abs(place.clientWidth - width) < 2) return;
    width = place.clientWidth;
    if (width) update();
  }).observe(place);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => place.clientWidth && update());
  return { update };
}

/** What the colours say, in which round, and which filter is set. @param {Store} store @param {Area | undefined} area */
function placesNote(store, area) {
  const words = store.data.words.geography;
  const round = area ? columnRound(store, area) : "";
  const said = area ? filled(words.area_note, { area: round ? `${area.name} (${round})` : area.name }) : words.overall_note;
  const latest = !area && !store.state.round && hasRounds(store.data) ? words.latest : "";
  return [said, latest, statusFilterWords(store)].filter(Boolean).join(" ");
}

/** How many of the municipalities the user's own file has boundaries of. @param {Store} store */
function ownNote(store) {
  const words = store.data.words.geography;
  const towns = placedTowns(store);
  const own = new Set(store.data.places.boundaries.map((one) => one.node));
  const n = towns.filter((town) => own.has(town.node)).length;
  return n === towns.length ? words.map_note_own : `${words.map_note_own} ${filled(words.map_note_some, { n, of: towns.length })}`;
}

/** Chooses a municipality, or lets go of it where it is chosen already. @param {Store} store @param {Town} town */
function pressTown(store, town) {
  store.choose(store.state.chosen === town.node ? "" : town.node);
}

/** The tiles with a button over each; the arrow keys move between them. @param {Store} store */
function tileBoard(store) {
  const { words } = store.data;
  const towns = placedTowns(store);
  const stage = element("div", { className: "geo-stage" });
  const scroll = element("div", { className: "geo-scroll", children: [stage] });
  const drawing = element("div", { className: "geo-drawing" });
  drawing.setAttribute("aria-hidden", "true");
  const hint = element("p", { className: "geo-keys", text: words.geography.keys });
  hint.id = "geo-keys";
  stage.setAttribute("role", "group");
  stage.setAttribute("aria-label", words.geography.tiles);
  stage.setAttribute("aria-describedby", hint.id);
  const buttons = new Map(inReadingOrder(towns).map((town) => [town.node, pressable("", () => pressTown(store, town), "geo-tile")]));
  stage.append(drawing, ...buttons.values());
  /** @type {Tile[]} */
  let tiles = [];
  let current = "";

  /** Only one button is reached by Tab: the chosen one, or where the keyboard was last. @param {string} node */
  function rove(node) {
    current = node;
    for (const [one, button] of buttons) button.tabIndex = one === node ? 0 : -1;
  }
  /** @param {KeyboardEvent} event */
  function move(event) {
    const next = nextTile(tiles.filter((tile) => !buttons.get(tile.town.node)?.disabled), current, event.key);
    if (!next) return;
    event.preventDefault();
    rove(next);
    buttons.get(next)?.focus();
  }
  stage.addEventListener("keydown", move);
  stage.addEventListener("focusin", (/** @type {FocusEvent} */ event) => {
    for (const [node, button] of buttons) if (button === event.target) rove(node);
  });

  /** @param {Colours} colours */
  function update(colours) {
    const box = boardBox(towns, scroll.clientWidth - 8);
    tiles = tilesIn(store, colours, box);
    const pen = svgPen(box.width, box.height);
    paintTiles(pen, store, colours, tiles);
    drawing.replaceChildren(pen.element);
    stage.style.width = `${box.width}px`;
    stage.style.height = `${box.height}px`;
    for (const tile of tiles) cover(/** @type {HTMLButtonElement} */ (buttons.get(tile.town.node)), tile);
    const here = tiles.find((tile) => placeMark(store, tile.town) === "chosen") || tiles.find((tile) => tile.town.node === current);
    const first = inReadingOrder(towns).find((town) => store.shown.towns.has(town.node));
    rove(here && store.shown.towns.has(here.town.node) ? here.town.node : first ? first.node : "");
  }
  /** Lays a button over its tile. @param {HTMLButtonElement} button @param {Tile} tile */
  function cover(button, { town, face, x, y, width, height }) {
    Object.assign(button.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
    button.setAttribute("aria-label", face.label);
    button.title = face.label;
    button.setAttribute("aria-pressed", String(placeMark(store, town) === "chosen"));
    button.disabled = !store.shown.towns.has(town.node);
  }
  return { element: element("div", { children: [scroll, hint] }), update };
}

/** From the north down, and from west to east. @param {Town[]} towns */
function inReadingOrder(towns) {
  return [...towns].sort((a, b) => a.tile[1] - b.tile[1] || a.tile[0] - b.tile[0]);
}

/** The room that the tiles get: the width there is, but no tile narrower than a name, and no higher than the window. @param {Town[]} towns @param {number} width */
function boardBox(towns, width) {
  const grid = tileGrid(towns);
  const wide = Math.max(width, grid.across * BOARD.least);
  const size = tileSize(grid, { width: wide, height: Math.max(320, innerHeight * BOARD.tallest, grid.down * BOARD.least) });
  return { x: 0, y: 0, width: wide, height: Math.ceil(size.high * grid.down) + 8 };
}

/** The tile that an arrow key leads to: the nearest in its direction, straight ahead before aside. @param {Tile[]} tiles @param {string} from @param {string} key */
function nextTile(tiles, from, key) {
  const ways = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] });
  const here = tiles.find((tile) => tile.town.node === from);
  const way = ways[key];
  if (!here || !way) return "";
  const cost = (/** @type {Tile} */ { x, y }) => {
    const [dx, dy] = [(x - here.x) / here.width, (y - here.y) / here.height];
    const [ahead, aside] = [dx * way[0] + dy * way[1], Math.abs(dx * way[1]) + Math.abs(dy * way[0])];
    return ahead > 0.3 ? ahead + aside * 3 : Infinity;
  };
  const [best] = [...tiles].sort((a, b) => cost(a) - cost(b));
  return cost(best) < Infinity ? best.town.node : "";
}

/** The map; a press chooses the municipality under it. For the keyboard the tiles do the same. @param {Store} store */
function placeMap(store) {
  const drawing = element("div", { className: "geo-map-drawing" });
  /** @type {PlaceSpot[]} */
  let spots = [];
  const under = (/** @type {MouseEvent} */ event) => {
    const frame = drawing.getBoundingClientRect();
    return hitSpot(spots, event.clientX - frame.left, event.clientY - frame.top);
  };
  drawing.addEventListener("click", (/** @type {MouseEvent} */ event) => {
    const spot = under(event);
    if (spot) pressTown(store, spot.town);
  });
  drawing.addEventListener("pointermove", (/** @type {PointerEvent} */ event) => {
    const spot = under(event);
    drawing.title = spot ? spot.face.label : "";
    drawing.classList.toggle("pointing", Boolean(spot));
  });

  /** @param {Colours} colours */
  function update(colours) {
    const [, , wide, high] = store.data.places.box;
    const width = drawing.clientWidth;
    const height = Math.min((width * high) / wide, BOARD.map);
    const pen = svgPen(width, height);
    spots = paintPoints(pen, store, colours, { x: 0, y: 0, width, height });
    pen.element.setAttribute("aria-label", store.data.words.geography.map_label);
    drawing.replaceChildren(pen.element);
  }
  return { element: drawing, update };
}

/** The municipality at a place of the map: its point, or the area that the place lies in. @param {PlaceSpot[]} spots @param {number} x @param {number} y */
function hitSpot(spots, x, y) {
  const far = (/** @type {PlaceSpot} */ spot) => Math.hypot(spot.x - x, spot.y - y);
  const [near] = [...spots].sort((a, b) => far(a) - far(b));
  if (near && far(near) <= near.r + 5) return near;
  return spots.find((spot) => spot.rings.filter((ring) => encloses(ring, x, y)).length % 2);
}

/** Whether a ring goes around a place: a ray from it meets the ring an odd number of times. @param {[number, number][]} ring @param {number} x @param {number} y */
function encloses(ring, x, y) {
  let inside = false;
  ring.forEach(([ax, ay], index) => {
    const [bx, by] = ring[(index + 1) % ring.length];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  });
  return inside;
}

/** Those who were not asked and are only named by others: no tile, but a name to press. @param {Store} store */
function strangersLine(store) {
  const { towns, words } = store.data;
  const placed = new Set(placedTowns(store));
  const buttons = towns.filter((town) => !placed.has(town)).map((town) => ({ town, button: pressable(clipped(town.name, 60), () => pressTown(store, town), "go") }));
  const line = element("p", { className: "geo-strangers", text: `${words.geography.strangers} `, children: separated(buttons.map(({ button }) => button)) });
  line.hidden = !buttons.length;
  function update() {
    for (const { town, button } of buttons) {
      button.setAttribute("aria-pressed", String(placeMark(store, town) === "chosen"));
      button.classList.toggle("lit", Boolean(placeMark(store, town)));
    }
  }
  return { element: line, update };
}

/** The six answers with how many gave each, of how many who were asked. @param {Store} store @param {Area} area @returns {Node[]} */
function areaLegend(store, area) {
  const words = store.data.words.geography;
  const total = /** @type {Total & Record<string, number>} */ (store.totals().find((one) => one.area === area.id));
  const line = (/** @type {string} */ status) => {
    const said = filled(words.total, { n: total[status], asked: total.asked });
    const word = capital(store.data.words.status[status]);
    const text = status === "not_asked" ? filled(words.not_in_asked, { n: total[status] }) : `${word}: ${said}`;
    return element("li", { children: [statusSign(store, status), element("span", { text: status === "not_asked" ? capital(text) : text })] });
  };
  const keys = Object.keys(store.data.looks.status).filter((status) => total[status]);
  return [list([...keys.map(line), element("li", { text: filled(words.answered, total) })])];
}

/** From no area to all, and what says that something is unanswered. @param {Store} store @param {Colours} colours @returns {Node[]} */
function overallLegend(store, colours) {
  const { areas, words } = store.data;
  const swatch = (/** @type {number} */ n) => {
    const made = element("span", { className: "geo-swatch", text: String(n) });
    const look = shadeOf(colours, n / areas.length);
    Object.assign(made.style, { background: look.fill, color: look.text, borderColor: look.line });
    return made;
  };
  const scale = element("span", { className: "geo-scale", children: [0, ...areas.map((_, index) => index + 1)].map(swatch) });
  const silent = element("span", { text: words.geography.unanswered_key });
  return [list([
    element("li", { children: [element("span", { text: words.geography.scale }), scale] }),
    element("li", { className: "geo-key", children: [statusSign(store, "no_reply"), silent] }),
  ])];
}
