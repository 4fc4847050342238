// Brings the parts together: what is chosen, which area is shown, map or table.

/** @param {string} id @returns {any} */
const byId = (id) => document.getElementById(id);

const data = JSON.parse(byId("data").textContent);
const all = new Map([...data.municipalities, ...data.forums].map((one) => [one.node, one]));

/** @type {View} */
const view = { area: null, selected: null, hovered: null, near: null };

byId("tools").hidden = false;
byId("map").hidden = false;
byId("table").hidden = true;
if (window.matchMedia("(max-width: 820px)").matches) byId("legend").open = false;

/** @type {any} */
const vis = /** @type {any} */ (window).vis;
const nodes = new vis.DataSet(data.network.nodes);
const edges = new vis.DataSet(data.network.edges);
const paint = painter(data, view, () => network.getScale(), onScreen);
const options = data.network.options;
options.nodes.ctxRenderer = paint.renderer;
/** @type {any} */
const network = new vis.Network(byId("canvas"), { nodes, edges }, options);
const details = panel(data, byId("details"), go, () => choose(null));

/** What of the world is on the screen. @returns {Rect} */
function onScreen() {
  const { clientWidth, clientHeight } = byId("canvas");
  const { x: left, y: top } = network.DOMtoCanvas({ x: 0, y: 0 });
  const { x: right, y: bottom } = network.DOMtoCanvas({ x: clientWidth, y: clientHeight });
  return { left, top, right, bottom };
}

/** Moves the map so that this much of the world fills the screen. @param {number[]} extent @param {number} most */
function frame([left, top, right, bottom], most) {
  const { clientWidth, clientHeight } = byId("canvas");
  if (!clientWidth) return; // the table is shown instead
  const scale = Math.min(clientWidth / (right - left), clientHeight / (bottom - top), most);
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation: false });
}

/** Shows the whole map; on a small screen without the outermost names, which nobody could read there. */
function fit() {
  const small = byId("canvas").clientWidth / (data.extent[2] - data.extent[0]) < 0.4;
  frame(small ? data.core : data.extent, 1.6);
  untouched = true;
}

/** Shows a node with all its neighbours. @param {Set<string>} near */
function frameNear(near) {
  const spots = [...near].map((node) => all.get(node).spot);
  const xs = spots.map((spot) => spot.x);
  const ys = spots.map((spot) => spot.y);
  frame([Math.min(...xs) - 260, Math.min(...ys) - 90, Math.max(...xs) + 260, Math.max(...ys) + 110], 1.1);
  untouched = false;
}

/** @param {number} factor */
function zoom(factor) {
  network.moveTo({ scale: Math.min(6, Math.max(0.05, network.getScale() * factor)), animation: false });
  untouched = false;
}

let untouched = true; // nobody has zoomed or moved: a new window size may show the whole map again

/**
 * Chooses a node: it and its neighbours stand out, the panel tells about it. null chooses nothing.
 * @param {string | null} node
 */
function choose(node) {
  view.selected = node;
  view.near = node ? new Set([node, ...network.getConnectedNodes(node)]) : null;
  const near = (/** @type {any} */ edge) => !node || edge.from === node || edge.to === node;
  const ink = (/** @type {any} */ edge) => ({
    id: edge.id,
    color: { color: near(edge) ? (node ? data.looks.ink : data.looks.line) : "#e4e7ea" },
    width: node && near(edge) ? 3 : 1.6,
  });
  edges.update(data.network.edges.map(ink));
  if (node) details.show(all.get(node));
  else details.rest();
  network.redraw();
}

/** Chooses a node by name: also moves the map there, and the keyboard to its details. @param {string} node */
function go(node) {
  const one = all.get(node);
  if (view.area && one.areas && !one.areas.includes(view.area.id)) {
    byId("area").value = "";
    filter(null);
    byId("status").textContent = data.words.ui.filter_cleared;
  }
  choose(node);
  if (!byId("map").hidden) {
    frameNear(/** @type {Set<string>} */ (view.near));
  }
  byId("details").querySelector("h2").focus();
}

/** Shows one area's fora and every municipality's answer in it, or all fora. @param {any} area */
function filter(area) {
  view.area = area;
  const hidden = new Set(data.forums.filter((/** @type {any} */ one) => area && !one.areas.includes(area.id)).map((/** @type {any} */ one) => one.node));
  nodes.update(data.forums.map((/** @type {any} */ one) => ({ id: one.node, hidden: hidden.has(one.node) })));
  edges.update(data.network.edges.map((/** @type {any} */ edge) => ({ id: edge.id, hidden: hidden.has(edge.to) })));
  filterTables(area);
  byId("status").textContent = summary(area, data.forums.length - hidden.size);
  if (view.selected && hidden.has(view.selected)) choose(null);
  network.redraw();
}

/** @param {any} area */
function filterTables(area) {
  for (const cell of document.querySelectorAll("#answers [data-area]")) {
    cell.toggleAttribute("hidden", area !== null && cell.getAttribute("data-area") !== String(area.number));
  }
  for (const line of document.querySelectorAll("#forums tbody tr")) {
    const own = (line.getAttribute("data-areas") || "").split(" ");
    line.toggleAttribute("hidden", area !== null && !own.includes(String(area.number)));
  }
}

/** How many municipalities gave which answer, in the order of the statuses. @param {any} area @param {number} shown */
function summary(area, shown) {
  if (!area) return "";
  const asked = data.municipalities.filter((/** @type {any} */ town) => town.answers.length);
  const given = asked.map((/** @type {any} */ town) => answerIn(town, area.id).status);
  const counts = Object.keys(data.words.status)
    .map((key) => ({ key, n: given.filter((/** @type {string} */ one) => one === key).length }))
    .filter(({ n }) => n)
    .map(({ key, n }) => `${data.words.symbol[key]} ${n} ${data.words.status[key]}`);
  return `${area.name}: ${counts.join(", ")}. ${counted(data.words.count.shown, shown)}.`;
}

function toggle() {
  const table = byId("table").hidden;
  byId("table").hidden = !table;
  byId("map").hidden = table;
  byId("save").hidden = table;
  byId("toggle").textContent = table ? data.words.ui.show_map : data.words.ui.show_table;
  if (!table) window.requestAnimationFrame(fit);
}

/** Offers the picture as it stands on the screen, on white. */
function save() {
  const drawn = byId("canvas").querySelector("canvas");
  const copy = document.createElement("canvas");
  [copy.width, copy.height] = [drawn.width, drawn.height];
  const ctx = /** @type {CanvasRenderingContext2D} */ (copy.getContext("2d"));
  ctx.fillStyle = "#ffffff";
  ctx.fillRect(0, 0, copy.width, copy.height);
  ctx.drawImage(drawn, 0, 0);
  const link = document.createElement("a");
  link.download = `${data.words.ui.file_name}.png`;
  link.href = copy.toDataURL("image/png");
  link.click();
}

/** The names in the tables become buttons: without script they would be buttons that do nothing. */
function wireTables() {
  for (const cell of document.querySelectorAll("th[data-node]")) {
    const button = element("button", { className: "go", text: cell.textContent || "" });
    button.type = "button";
    button.addEventListener("click", () => go(/** @type {string} */ (cell.getAttribute("data-node"))));
    cell.replaceChildren(button);
  }
}

/** @param {string | null} node */
function hover(node) {
  view.hovered = node;
  byId("canvas").classList.toggle("pointing", node !== null);
  network.redraw();
}

network.on("beforeDrawing", paint.drawMargin);
network.on("afterDrawing", paint.drawNames);
network.on("click", (/** @type {any} */ event) => choose(event.nodes[0] || null));
network.on("hoverNode", (/** @type {any} */ event) => hover(event.node));
network.on("blurNode", () => hover(null));
network.on("zoom", () => (untouched = false));
network.on("dragEnd", () => (untouched = false));
network.on("resize", () => untouched && window.requestAnimationFrame(fit)); // after vis-network's own adjustment
byId("area").addEventListener("change", () => filter(data.areas[Number(byId("area").value) - 1] || null));
byId("toggle").addEventListener("click", toggle);
byId("save").addEventListener("click", save);
byId("fit").addEventListener("click", fit);
byId("in").addEventListener("click", () => zoom(1.3));
byId("out").addEventListener("click", () => zoom(1 / 1.3));
document.addEventListener("keydown", (event) => event.key === "Escape" && view.selected && choose(null));
wireTables();
searchField(data, byId("search"), byId("results"), go);
details.rest();
fit();

// The page's only own global (vis-network leaves `vis` beside it): what the tests, and a curious analyst, look at.
Object.assign(window, { forumgraph: { network, nodes, edges, data, view, searchText } });
