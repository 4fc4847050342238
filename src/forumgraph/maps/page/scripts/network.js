// The network on the screen: vis-network moves and zooms it; the painter draws it, and says what is under the pointer.

const AIR = { across: 60, above: 30, below: 40, edge: 4 }; // pixels around what is framed: names reach beyond what they name
const BUTTONS_AIR = 16; // between the buttons and what is framed
const NARROW = 760; // pixels of width below which the view opens on the municipalities that were asked
const READABLE = 0.18; // scale below which it does so too: names and circles would lie on each other

/** Letters and circles in pixels, by the width that there is. @type {[number, Sizes][]} */
const SIZES = [
  [480, { town: 8.5, forum: 8.5, dot: 4 }],
  [NARROW, { town: 10, forum: 9.5, dot: 5 }],
  [Infinity, { town: 11, forum: 10, dot: 6 }],
];
const SHEET_SIZES = { town: 11, forum: 10, dot: 7.5 }; // on paper every circle has room for its number
const CROWD = 400; // fora above which they are drawn small and without numbers
const CROWD_DOT = 3.2;

/**
 * @param {Store} store
 * @param {HTMLElement} place
 * @param {{ zoomIn: HTMLElement, zoomOut: HTMLElement, fit: HTMLElement }} buttons
 */
function networkView(store, place, buttons) {
  const { data } = store;
  const bar = /** @type {HTMLElement} */ (buttons.fit.parentElement);
  /** @type {any} */ let vis = null;
  let hovered = "";
  let moving = false;
  let untouched = true; // nobody has zoomed or moved: a new window size may show the whole map again
  /** @type {{ group: number, whole: boolean } | null} */ let framed = null; // what the map was last opened for
  /** @type {Map<string, Rect>} */ let boxes = new Map(); // where the municipalities were drawn
  let quiet = false; // while the map is being put in place, nothing is painted

  /** vis-network is only started when the network is first seen. */
  function start() {
    const { Network, DataSet } = /** @type {any} */ (window).vis;
    const options = structuredClone(data.network.options);
    options.nodes.ctxRenderer = renderer;
    vis = new Network(place, { nodes: new DataSet(data.network.nodes), edges: new DataSet([]) }, options);
    vis.on("beforeDrawing", (/** @type {any} */ pen) => { if (!quiet) boxes = paintNetwork(store, canvas(pen)); });
    vis.on("click", clicked);
    place.addEventListener("pointermove", pointed);
    place.addEventListener("pointerleave", () => hover(""));
    vis.on("dragStart", () => (moving = true));
    vis.on("dragEnd", () => { moving = false; untouched = false; vis.redraw(); });
    vis.on("zoom", () => (untouched = false));
    vis.on("resize", () => untouched && requestAnimationFrame(open)); // after vis-network's own adjustment
    accessible();
    open();
  }

  /** The canvas is reached in the page's own order, and says what it is. */
  function accessible() {
    const frame = /** @type {HTMLElement} */ (place.querySelector(".vis-network"));
    frame.tabIndex = 0;
    frame.setAttribute("role", "application");
    frame.setAttribute("aria-label", data.words.atlas.ui.map);
  }

  /** vis-network draws no node and finds none under the pointer: it would not know which is nearest. */
  function renderer() {
    return { drawNode: () => undefined, nodeDimensions: { width: 0, height: 0 } };
  }

  const overview = () => data.meta.overview && store.state.group < 0;
  const ofAllRounds = () => store.shown.at < 0; // a round may be about any part of the country

  /** @param {any} pen @returns {Canvas} */
  function canvas(pen) {
    const sizes = sizesFor(store, place.clientWidth);
    return { pen, scale: vis.getScale(), window: widened(onScreen(), -AIR.edge / vis.getScale()), colours: screenColours(data), hovered: shownHovered(), moving, narrow: isNarrow(), sizes, covered: covered() };
  }

  /** A filter may have hidden what the pointer rests on. */
  const shownHovered = () => (isShown(store.shown, hovered) ? hovered : "");
  const isNarrow = () => place.clientWidth < NARROW;

  /** Where the map's buttons stand over it, in the world. @returns {Rect[]} */
  function covered() {
    const [own, foot] = [place.getBoundingClientRect(), bar.getBoundingClientRect()];
    const { x: left, y: top } = vis.DOMtoCanvas({ x: foot.left - own.left, y: foot.top - own.top });
    const { x: right, y: bottom } = vis.DOMtoCanvas({ x: foot.right - own.left, y: foot.bottom - own.top });
    return [{ left, top, right, bottom }];
  }

  /** What of the world is on the screen. @returns {Rect} */
  function onScreen() {
    if (!vis) return { left: 0, top: 0, right: 0, bottom: 0 };
    const { x: left, y: top } = vis.DOMtoCanvas({ x: 0, y: 0 });
    const { x: right, y: bottom } = vis.DOMtoCanvas({ x: place.clientWidth, y: place.clientHeight });
    return { left, top, right, bottom };
  }

  /** @param {any} event */
  function clicked(event) {
    const { x, y } = event.pointer.canvas;
    const group = overview() && data.groups.find((one) => Math.hypot(one.x - x, one.y - y) < groupRadius(store, one));
    if (group) store.set({ group: group.id, chosen: "" });
    else store.choose(at({ x, y }));
  }

  /** @param {Point} point */
  const at = (point) => (overview() ? "" : nodeAt(store, canvas(null), boxes, point));

  /** @param {PointerEvent} event */
  function pointed(event) {
    if (event.pointerType === "touch" || moving) return;
    const { left, top } = place.getBoundingClientRect();
    hover(at(vis.DOMtoCanvas({ x: event.clientX - left, y: event.clientY - top })));
  }

  /** @param {string} node */
  function hover(node) {
    if (node === hovered) return;
    hovered = node;
    place.classList.toggle("pointing", hovered !== "");
    vis.redraw();
  }

  /** Moves the map so that this much of the world fills the screen. @param {Rect} rect @param {number} most */
  function frame(rect, most) {
    const { clientWidth, clientHeight } = place;
    if (!clientWidth || !vis) return; // another view is shown
    const foot = bar.offsetHeight + BUTTONS_AIR;
    const [wide, high] = [clientWidth - 2 * Math.min(AIR.across, clientWidth / 16), clientHeight - foot - AIR.above - AIR.below];
    const scale = Math.max(0.005, Math.min(wide / (rect.right - rect.left), high / (rect.bottom - rect.top), most));
    const y = (rect.top + rect.bottom) / 2 + (foot + AIR.below - AIR.above) / 2 / scale;
    vis.moveTo({ position: { x: (rect.left + rect.right) / 2, y }, scale, animation: false });
  }

  /** Shows everything that there is, whatever the filters leave: each place stays where it was. */
  function fit() {
    const rect = overview() ? shownRect(store) : wholeRect(store, isNarrow());
    if (isNarrow() && !overview()) heighten(rect);
    frame(rect, 1.6);
    untouched = true;
  }

  /** A narrow view is as high as what it frames, so that it is filled; the window is the limit. @param {Rect} rect */
  function heighten(rect) {
    const high = (place.clientWidth * (rect.bottom - rect.top)) / (rect.right - rect.left) + bar.offsetHeight + BUTTONS_AIR + AIR.above + AIR.below;
    const view = /** @type {HTMLElement} */ (place.parentElement);
    const stacked = matchMedia("(max-width: 820px)").matches;
    view.style.minHeight = stacked ? `${Math.round(Math.max(320, Math.min(high, innerHeight * 0.92)))}px` : "";
  }

  /** @param {number} factor */
  function zoom(factor) {
    vis.moveTo({ scale: Math.min(6, Math.max(0.02, vis.getScale() * factor)), animation: false });
    untouched = false;
  }

  buttons.fit.addEventListener("click", fit);
  buttons.zoomIn.addEventListener("click", () => zoom(1.3));
  buttons.zoomOut.addEventListener("click", () => zoom(1 / 1.3));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => vis && vis.redraw());

  return {
    update() {
      if (!place.clientWidth) return;
      quiet = true;
      if (!vis) start();
      const { chosen, group } = store.state;
      const whole = ofAllRounds();
      if (framed?.group !== group || (untouched && framed.whole !== whole)) open();
      else if (chosen && !visible(chosen)) frame(nearRect(store), 1.1);
      framed = { group, whole };
      quiet = false;
      vis.redraw();
    },
    /** Chosen elsewhere (a search, a table): the map moves there. */
    show() { if (store.state.chosen && vis && place.clientWidth) { frame(nearRect(store), 1.1); untouched = false; } },
    get vis() { return vis; },
  };

  /** The first picture: all, unless nobody could read it; then what is chosen, or the municipalities that were asked. */
  function open() {
    fit();
    if (overview() || !(isNarrow() || vis.getScale() < READABLE)) return;
    if (store.shown.lit) frame(nearRect(store), 1.1);
    else if (ofAllRounds()) frame(wholeRect(store, true), 1.6);
  }

  /** @param {string} chosen */
  function visible(chosen) {
    const cell = cellOf(chosen);
    const thing = store.thing(cell ? cell.town : chosen);
    const { left, top, right, bottom } = onScreen();
    return !thing || (thing.spot.x > left && thing.spot.x < right && thing.spot.y > top && thing.spot.y < bottom);
  }
}

/** The frame of some things. @param {Thing[]} things @param {number} air @returns {Rect} */
function rectOf(things, air) {
  if (!things.length) return { left: -500, top: -400, right: 500, bottom: 400 };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { spot } of things) {
    left = Math.min(left, spot.x);
    top = Math.min(top, spot.y);
    right = Math.max(right, spot.x);
    bottom = Math.max(bottom, spot.y);
  }
  return { left: left - air, top: top - air, right: right + air, bottom: bottom + air };
}

/** @param {Store} store @returns {Rect} */
function shownRect(store) {
  const { towns, forums, organisations } = store.shown;
  const { data } = store;
  if (data.meta.overview && store.state.group < 0) {
    const [left, top, right, bottom] = data.extent;
    return { left, top, right, bottom };
  }
  const every = [...data.towns.filter((one) => towns.has(one.node)), ...data.forums.filter((one) => forums.has(one.node))];
  const rect = rectOf([...every, ...data.organisations.filter((one) => organisations.has(one.node))], 40);
  return { ...rect, bottom: rect.bottom + 70 }; // names stand below what they name
}

/**
 * The frame of all that the data have, or of the municipalities that were asked; of an open community, its own.
 * @param {Store} store @param {boolean} asked @returns {Rect}
 */
function wholeRect({ data, state }, asked) {
  const own = (/** @type {Thing} */ one) => state.group < 0 || one.group === state.group;
  const forums = data.forums.filter(own);
  const drawn = metIn(data, new Set(forums.map((forum) => forum.node)));
  const towns = data.towns.filter((town) => (own(town) && town.answers.length) || (!asked && drawn.has(town.node)));
  if (asked && towns.length) return rectOf(towns, CIRCLE_AIR);
  const rect = rectOf([...towns, ...forums], 40);
  return { ...rect, bottom: rect.bottom + 70 }; // names stand below what they name
}

/** Who a line ties to one of these fora under some filter. @param {Data} data @param {Set<string>} forums */
function metIn(data, forums) {
  return new Set(data.memberships.filter((claim) => DRAWN.includes(claim.basis) && forums.has(claim.forum)).map((claim) => claim.town));
}

/** @param {Store} store @param {number} width @returns {Sizes} */
function sizesFor(store, width) {
  const [, sizes] = /** @type {[number, Sizes]} */ (SIZES.find(([most]) => width < most));
  return store.shown.forums.size > CROWD ? { ...sizes, dot: CROWD_DOT } : sizes;
}

/** @param {Store} store @returns {Rect} */
function nearRect(store) {
  const near = [...(store.shown.lit || [])].map((node) => store.thing(node)).filter((one) => one !== undefined);
  return rectOf(/** @type {Thing[]} */ (near), 160);
}

/**
 * The network in a box of a sheet, whole and in light colours.
 * @param {Pen} pen @param {Store} store @param {{ x: number, y: number, width: number, height: number }} box
 */
function drawNetwork(pen, store, box) {
  const inner = shownRect(store);
  const air = (inner.right - inner.left) * 0.05;
  const rect = { left: inner.left - air, top: inner.top - air / 2, right: inner.right + air, bottom: inner.bottom + air };
  const scale = Math.min(box.width / (rect.right - rect.left), box.height / (rect.bottom - rect.top));
  pen.save();
  pen.translate(box.x + box.width / 2, box.y + box.height / 2);
  pen.scale(scale, scale);
  pen.translate(-(rect.left + rect.right) / 2, -(rect.top + rect.bottom) / 2);
  const sizes = store.shown.forums.size > CROWD ? { ...SHEET_SIZES, dot: CROWD_DOT } : SHEET_SIZES;
  const room = roomOf(box, rect, scale);
  paintNetwork(store, { pen, scale, window: room, colours: lightColours(store.data), hovered: "", moving: false, narrow: false, sizes, covered: [] });
  pen.restore();
}

/** All of the world that a box shows of a frame, as far as it reaches beyond. @param {{ width: number, height: number }} box @param {Rect} rect @param {number} scale @returns {Rect} */
function roomOf({ width, height }, rect, scale) {
  return around((rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2, width / scale, height / scale);
}
