// Brings the parts together: three views, the details, the filters, the search, and what can be taken away.

const data = hydrated(JSON.parse(byId("data").textContent));
const store = makeStore(data);
const views = /** @type {State["view"][]} */ (["matrix", "network", "places"]);

byId("tools").hidden = false;
byId("views").hidden = false;
byId("main").hidden = false;
if (matchMedia("(max-width: 820px)").matches) byId("legend").open = false;

let asTable = false;
const net = networkView(store, byId("canvas"), { zoomIn: byId("in"), zoomOut: byId("out"), fit: byId("fit") });
const bodies = bodiesTable(store, byId("bodies"));
const parts = {
  matrix: matrix(store, byId("view-matrix")),
  network: { update: () => (asTable ? bodies.update() : net.update()) },
  places: geography(store, byId("view-places")),
};
const beside = [roundSlider(store, byId("rounds")), details(store, byId("details")), filters(store, byId("filters"))];

/** Shows the view that is chosen; on a wide screen the overview has the country beside it. */
function showView() {
  const { view } = store.state;
  const wide = matchMedia("(min-width: 1700px)").matches;
  document.body.dataset.view = view;
  for (const one of views) byId(`view-${one}`).hidden = one !== view && !(wide && view === "matrix" && one === "places");
  for (const button of byId("views").querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.dataset.view === view));
}

function update() {
  showView();
  for (const one of views) if (!byId(`view-${one}`).hidden) parts[one].update();
  for (const one of beside) one.update();
  byId("area").value = store.state.area;
  byId("status").textContent = summary() + chosenWords();
}

/** What is chosen, so that it is also heard. */
function chosenWords() {
  const cell = cellOf(store.state.chosen);
  const thing = store.thing(cell ? cell.town : store.state.chosen);
  return thing ? ` · ${filled(data.words.atlas.ui.chosen, { name: clipped(thing.name, 60) })}` : "";
}

/** How many answers of each kind an area has, and how many fora are shown. */
function summary() {
  const { words } = data;
  const shown = store.shown.at < 0 ? counted(words.atlas.count.shown, store.shown.forums.size) : standingWords(store);
  const total = store.totals().find((one) => one.area === store.state.area);
  const area = data.areas.find((one) => one.id === store.state.area);
  const asked = surveyed(data).filter((town) => store.shown.towns.has(town.node));
  if (!total || !area) return `${counted(words.atlas.count.towns, asked.length)}${othersDrawn(asked.length)} · ${shown}`;
  const counts = Object.keys(words.status)
    .map((key) => ({ key, n: /** @type {any} */ (total)[key] }))
    .filter(({ n }) => n)
    .map(({ key, n }) => `${words.symbol[key]} ${n} ${words.status[key]}`);
  return `${area.name}: ${counts.join(", ")}; ${shown}`;
}

/** How many more municipalities the network draws than those that were asked. @param {number} asked */
function othersDrawn(asked) {
  const others = store.state.view === "network" ? store.shown.towns.size - asked : 0;
  return others ? ` ${counted(data.words.atlas.count.others, others)}` : "";
}

/** Chosen by name: the map moves there, and the keyboard goes to the details. @param {string} node */
function go(node) {
  store.choose(node);
  net.show();
  byId("details").querySelector("h2")?.focus();
}

/** On a map that opens with communities: which of them is open, and the way back to all. @returns {HTMLSelectElement} */
function groupChoice() {
  const { ui } = data.words.atlas;
  const names = data.groups.map((group) => [group.id, filled(ui.group, { name: group.name })]);
  const made = element("select", { children: [[-1, ui.all_groups], ...names].map(([id, text]) => {
    const option = element("option", { text: String(text) });
    option.value = id;
    return option;
  }) });
  made.setAttribute("aria-label", ui.open_group);
  made.addEventListener("change", () => store.set({ group: Number(made.value), chosen: "" }));
  store.on(() => (made.value = String(store.state.group)));
  made.value = String(store.state.group);
  return made;
}

function toggleTable() {
  asTable = !asTable;
  byId("bodies").hidden = !asTable;
  byId("canvas").hidden = asTable;
  for (const id of ["in", "out", "fit"]) byId(id).hidden = asTable;
  byId("as-table").setAttribute("aria-pressed", String(asTable));
  byId("as-table").textContent = asTable ? data.words.atlas.ui.show_map : data.words.atlas.ui.show_table;
  update();
}

for (const button of byId("views").querySelectorAll("button")) button.addEventListener("click", () => store.set({ view: button.dataset.view }));
byId("area").addEventListener("change", () => store.set({ area: byId("area").value }));
byId("as-table").addEventListener("click", toggleTable);
document.querySelector(".skip")?.addEventListener("click", (event) => {
  event.preventDefault(); // the address is the state's: "#main" would throw it away
  byId("main").focus();
});
document.addEventListener("keydown", (event) => event.key === "Escape" && !event.defaultPrevented && store.state.chosen && store.choose(""));
matchMedia("(min-width: 1700px)").addEventListener("change", update);
if (data.groups.length) byId("fit").after(groupChoice());
store.on(update);
searchField(data, byId("search"), byId("results"), go);
takeAway(store, byId("take"));
printing(store, document.body);
update();

// The page's only own global (vis-network leaves `vis` beside it): what the tests, and a curious analyst, look at.
// `ready` is how many milliseconds the first picture took.
const ready = new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))));
Object.assign(window, { forumgraph: { data, store, searchText, net, ready } });
