// The network on the screen: vis-network moves and zooms it and says what is under the pointer; the painter draws it.

const AIR = { across: 60, down: 24 }; // pixels around what is framed: names reach beyond what they name
const BUTTONS = 56; // pixels at the foot that the map's buttons cover

/**
 * @param {Store} store
 * @param {HTMLElement} place
 * @param {{ zoomIn: HTMLElement, zoomOut: HTMLElement, fit: HTMLElement }} buttons
 */
function networkView(store, place, buttons) {
  const { data } = store;
  /** @type {any} */ let vis = null;
  let hovered = "";
  let moving = false;
  let untouched = true; // nobody has zoomed or moved: a new window size may show the whole map again
  let framed = "";
  let quiet = false; // while the map is being put in place, nothing is painted

  /** vis-network is only started when the network is first seen. */
  function start() {
    const { Network, DataSet } = /** @type {any} */ (window).vis;
    const options = structuredClone(data.network.options);
    options.nodes.ctxRenderer = renderer;
    vis = new Network(place, { nodes: new DataSet(data.network.nodes), edges: new DataSet([]) }, options);
    vis.on("beforeDrawing", (/** @type {any} */ pen) => quiet || paintNetwork(store, canvas(pen)));
    vis.on("click", clicked);
    vis.on("hoverNode", (/** @type {any} */ event) => hover(event.node));
    vis.on("blurNode", () => hover(""));
    vis.on("dragStart", () => (moving = true));
    vis.on("dragEnd", () => { moving = false; untouched = false; vis.redraw(); });
    vis.on("zoom", () => (untouched = false));
    vis.on("resize", () => untouched && requestAnimationFrame(fit)); // after vis-network's own adjustment
    accessible();
    fit();
  }

  /** The canvas is reached in the page's own order, and says what it is. */
  function accessible() {
    const frame = /** @type {HTMLElement} */ (place.querySelector(".vis-network"));
    frame.tabIndex = 0;
    frame.setAttribute("role", "application");
    frame.setAttribute("aria-label", data.words.atlas.ui.map);
  }

  /** What vis-network asks of each node: only how large it is, to know what is under the pointer. @param {any} call */
  function renderer({ id }) {
    const thing = store.thing(id);
    const size = thing && isShown(store.shown, id) && !overview() ? hitSize(thing) : { width: 0, height: 0 };
    return { drawNode: () => undefined, nodeDimensions: size };
  }

  /** @param {Thing} thing */
  function hitSize(thing) {
    if (thing.node.startsWith("m:")) return townBox(store, canvas(place.querySelector("canvas")?.getContext("2d")), /** @type {Town} */ (thing));
    const wide = 2 * Math.max(thing.spot.r, 4 / vis.getScale());
    return { width: wide, height: wide };
  }

  const overview = () => data.meta.overview && store.state.group < 0;

  /** @param {any} pen @returns {Canvas} */
  function canvas(pen) {
    return { pen, scale: vis ? vis.getScale() : 1, window: onScreen(), colours: screenColours(data), hovered, moving };
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
    else store.choose(event.nodes[0] && isShown(store.shown, event.nodes[0]) ? event.nodes[0] : "");
  }

  /** @param {string} node */
  function hover(node) {
    hovered = node && isShown(store.shown, node) && !overview() ? node : "";
    place.classList.toggle("pointing", hovered !== "");
    vis.redraw();
  }

  /** Moves the map so that this much of the world fills the screen. @param {Rect} rect @param {number} most */
  function frame(rect, most) {
    const { clientWidth, clientHeight } = place;
    if (!clientWidth || !vis) return; // another view is shown
    const [wide, high] = [clientWidth - 2 * Math.min(AIR.across, clientWidth / 16), clientHeight - BUTTONS - 2 * AIR.down];
    const scale = Math.max(0.005, Math.min(wide / (rect.right - rect.left), high / (rect.bottom - rect.top), most));
    const y = (rect.top + rect.bottom) / 2 + BUTTONS / 2 / scale;
    vis.moveTo({ position: { x: (rect.left + rect.right) / 2, y }, scale, animation: false });
  }

  /** Shows everything that the filters leave. */
  function fit() {
    frame(shownRect(store), 1.6);
    untouched = true;
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
      if (framed !== `${group}`) fit();
      else if (chosen && !visible(chosen)) frame(nearRect(store), 1.1);
      framed = `${group}`;
      quiet = false;
      vis.redraw();
    },
    /** Chosen elsewhere (a search, a table): the map moves there. */
    show() { if (store.state.chosen && vis && place.clientWidth) { frame(nearRect(store), 1.1); untouched = false; } },
    get vis() { return vis; },
  };

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
  paintNetwork(store, { pen, scale, window: rect, colours: lightColours(store.data), hovered: "", moving: false });
  pen.restore();
}
