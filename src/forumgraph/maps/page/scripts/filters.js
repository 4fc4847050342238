// The legend that filters: every sign of the page, and what it leaves when it is pressed. Knows no view.
//
// What occurs nowhere in the data is left out. A list of the state that is empty keeps everything.

/** @typedef {{ node: HTMLElement, update(): void }} Control */
/** @typedef {"kkr" | "towns" | "status" | "standing" | "basis"} Several */

/**
 * The legend in its place.
 * @param {Store} store
 * @param {HTMLElement} place
 * @returns {{ update(): void }}
 */
function filters(store, place) {
  const words = store.data.words.views.filters;
  const clear = pressable(words.clear, () => {
    store.set(clearedFilters());
    place.focus(); // the button goes as nothing is left to clear
  }, "clear");
  const controls = [
    areaFilter(store), answerFilter(store), basisFilter(store), standingFilter(store), kkrFilter(store), townFilter(store),
    levelFilter(store), kindFilter(store), layerFilter(store), signList(store),
  ].flat();
  place.classList.add("filters");
  place.tabIndex = -1;
  place.setAttribute("role", "group");
  place.setAttribute("aria-label", words.title);
  place.replaceChildren(element("div", { className: "filters-top", children: [paragraph(words.hint, "small"), clear] }), ...controls.map(({ node }) => node));
  return {
    update() {
      const active = activeFilters(store.state);
      clear.hidden = !active;
      clear.textContent = counted(words.clear_count, active);
      controls.forEach((control) => control.update());
    },
  };
}

/** The state of all filters as at the start; the round, and what is drawn besides (organisations, circles), stay. @returns {Partial<State>} */
function clearedFilters() {
  return { area: "", kkr: [], towns: [], status: [], standing: [], basis: [], level: "", kind: "" };
}

/** How many filters are set. @param {State} state */
function activeFilters(state) {
  const several = [state.kkr, state.towns, state.status, state.standing, state.basis].filter((one) => one.length);
  return several.length + [state.area, state.level, state.kind].filter(Boolean).length;
}

/** Says that the filters leave no municipality, with the way out. @param {Store} store @param {HTMLElement} after what is given the focus then @returns {HTMLElement} */
function nothingLeft(store, after) {
  const { nobody_left: text, clear } = store.data.words.views.filters;
  const button = pressable(clear, () => {
    store.set(clearedFilters());
    after.focus(); // the button goes
  });
  const made = element("div", { className: "nothing-left", children: [element("p", { text }), button] });
  made.hidden = true;
  return made;
}

/** Which answers a filter keeps, and that totals are of all; "" where it keeps all. @param {Store} store */
function statusFilterWords(store) {
  const { status } = store.state;
  const words = store.data.words.views.filters;
  if (!status.length) return "";
  const named = status.map((one) => filled(words.quoted, { word: statusWord(store, one) }));
  return filled(words.status_only, { status: named.join(words.or) });
}

/** A titled group of controls. @param {string} title @param {Node[]} children @returns {HTMLElement} */
function filterGroup(title, children) {
  return element("fieldset", { children: [element("legend", { text: title }), ...children] });
}

/** A button with a sign and a word. @param {Node} sign @param {string} text @param {() => void} press */
function signButton(sign, text, press) {
  const button = pressed("", press);
  button.classList.add("sign-button");
  button.append(sign, element("span", { text }));
  return button;
}

/**
 * Buttons of which several may be on.
 * @param {Store} store @param {Several} field @param {string} title @param {{ value: string, text: string, sign: Node }[]} options
 * @param {Node[]} rest
 * @returns {Control[]}
 */
function severalOf(store, field, title, options, rest = []) {
  if (!options.length) return [];
  const buttons = options.map(({ value, text, sign }) => signButton(sign, text, () => store.set({ [field]: turned(store.state[field], value) })));
  const update = () => buttons.forEach((button, at) => button.setAttribute("aria-pressed", String(store.state[field].includes(options[at].value))));
  return [{ node: filterGroup(title, [...buttons, ...rest]), update }];
}

/** A list with a value put in or taken out. @param {string[]} values @param {string} value */
function turned(values, value) {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}

/** @param {Store} store @returns {Control[]} */
function areaFilter(store) {
  const { areas } = store.data;
  if (!areas.length) return [];
  const buttons = areas.map((area) => signButton(areaSign(area), area.name, () => store.set({ area: store.state.area === area.id ? "" : area.id })));
  const update = () => buttons.forEach((button, at) => button.setAttribute("aria-pressed", String(areas[at].id === store.state.area)));
  return [{ node: filterGroup(store.data.words.views.filters.area, [...buttons, ...areas.flatMap((area) => explained(store, area))]), update }];
}

/** @param {Store} store @returns {Control[]} */
function answerFilter(store) {
  const given = new Set(store.data.towns.flatMap((town) => town.answers.map((answer) => answer.status)));
  const options = Object.keys(store.data.looks.status).filter((status) => given.has(status)).map((status) => ({ value: status, text: statusWord(store, status), sign: statusSign(store, status) }));
  return severalOf(store, "status", store.data.words.views.filters.status, options);
}

/** @param {Store} store @returns {Control[]} */
function basisFilter(store) {
  const words = store.data.words.views.filters;
  const claimed = new Set(store.data.memberships.map((claim) => claim.basis));
  const options = DRAWN.filter((basis) => claimed.has(basis)).map((basis) => ({ value: basis, text: wordOf(store, "basis", basis), sign: lineSign(store.data.looks.basis[basis] || []) }));
  const out = claimed.has("excluded") ? [paragraph(words.excluded, "small")] : [];
  return severalOf(store, "basis", words.basis, options, out);
}

/** @param {Store} store @returns {Control[]} */
function standingFilter(store) {
  const { forums, looks, words } = store.data;
  const stops = [-1, ...store.data.rounds.keys()];
  const known = new Set(forums.flatMap((forum) => stops.map((at) => forumStateAt(forum, at))));
  const options = Object.keys(looks.forum).filter((status) => known.has(status)).map((status) => ({ value: status, text: wordOf(store, "forum_status", status), sign: markSign(looks.forum[status]) }));
  const [control] = severalOf(store, "standing", words.views.filters.standing, options);
  if (!control) return [];
  const unknown = control.node.querySelectorAll("button")[options.findIndex(({ value }) => value === "unknown")];
  const update = () => {
    control.update();
    if (unknown) unknown.hidden = store.shown.at < 0; // all rounds together: what is unknown in one is known in another
  };
  return [{ node: control.node, update }];
}

/** @param {string} text @param {(on: boolean) => void} change */
function checkbox(text, change) {
  const box = element("input");
  box.type = "checkbox";
  box.addEventListener("change", () => change(box.checked));
  return { box, label: element("label", { className: "check", children: [box, element("span", { text })] }) };
}

/** @param {Store} store @returns {Control[]} */
function kkrFilter(store) {
  const all = distinct(store.data.towns.map((town) => town.kkr));
  if (all.length < 2) return [];
  const boxes = all.map((kkr) => checkbox(kkr, () => store.set({ kkr: turned(store.state.kkr, kkr) })));
  const update = () => boxes.forEach(({ box }, at) => { box.checked = store.state.kkr.includes(all[at]); });
  return [{ node: filterGroup(store.data.words.views.filters.kkr, boxes.map(({ label }) => label)), update }];
}

/** Values once each, by the Danish alphabet. @param {string[]} values */
function distinct(values) {
  return [...new Set(values)].filter(Boolean).sort((one, other) => one.localeCompare(other, "da"));
}

/** @param {string} text @param {{ value: string, text: string }[]} options @param {(value: string) => void} change */
function selectBox(text, options, change) {
  const select = element("select");
  select.append(...options.map((one) => {
    const option = element("option", { text: clipped(one.text, 60) });
    option.value = one.value;
    return option;
  }));
  select.addEventListener("change", () => change(select.value));
  return { select, label: element("label", { className: "choice", children: [element("span", { text }), select] }) };
}

/** A select for a field of which one value is kept; left out where there is nothing to choose between. @param {Store} store @param {"level" | "kind"} field @param {{ value: string, text: string }[]} options @returns {Control[]} */
function oneOf(store, field, options) {
  if (options.length < 2) return [];
  const words = store.data.words.views.filters;
  const { select, label } = selectBox(words[field], [{ value: "", text: words.all[field] }, ...options], (value) => store.set({ [field]: value }));
  return [{ node: label, update() { select.value = store.state[field]; } }];
}

/** @param {Store} store */
function levelFilter(store) {
  const known = new Set(store.data.forums.flatMap((forum) => forum.levels));
  return oneOf(store, "level", ["political", "management", "operational", ...known].filter((one, at, all) => known.has(one) && all.indexOf(one) === at).map((level) => ({ value: level, text: wordOf(store, "level", level) })));
}

/** @param {Store} store */
function kindFilter(store) {
  return oneOf(store, "kind", distinct(store.data.forums.map((forum) => forum.kind)).map((kind) => ({ value: kind, text: kind })));
}

/** Municipalities to keep: chosen one after another, each taken away by a press on its name. @param {Store} store @returns {Control[]} */
function townFilter(store) {
  const words = store.data.words.views.filters;
  const { towns } = store.data;
  if (towns.length < 2) return [];
  const chips = element("div", { className: "chips" });
  const options = [{ value: "", text: words.all.towns }, ...towns.map((town) => ({ value: town.node, text: town.name }))];
  const { select, label } = selectBox(words.towns, options, (value) => {
    if (value && !store.state.towns.includes(value)) store.set({ towns: [...store.state.towns, value] });
    else if (!value) store.set({ towns: [] });
  });
  const chip = (/** @type {string} */ node) => {
    const button = pressable(`${clipped(nameOf(store, node), 40)} ×`, () => { store.set({ towns: turned(store.state.towns, node) }); select.focus(); }, "remove");
    button.setAttribute("aria-label", filled(words.remove, { name: nameOf(store, node) }));
    return button;
  };
  let held = "";
  const update = () => {
    const chosen = store.state.towns;
    select.options[0].textContent = chosen.length ? words.some_towns : words.all.towns;
    select.value = "";
    if (chosen.join(" ") !== held) chips.replaceChildren(...chosen.map(chip));
    held = chosen.join(" ");
  };
  return [{ node: element("div", { className: "towns", children: [label, chips] }), update }];
}

/** What is drawn besides. @param {Store} store @returns {Control[]} */
function layerFilter(store) {
  const words = store.data.words.views.filters;
  const fields = /** @type {const} */ (["organisations", "circles"]).filter((field) => store.data[field].length);
  if (!fields.length) return [];
  const boxes = fields.map((field) => checkbox(words[field], (on) => store.set({ [field]: on })));
  const update = () => boxes.forEach(({ box }, at) => { box.checked = store.state[fields[at]]; });
  const circle = fields.includes("circles") ? [paragraph(store.data.words.views.explain.circle, "small")] : [];
  return [{ node: filterGroup(words.layers, [...boxes.map(({ label }) => label), ...circle]), update }];
}

/** What only a round's time needs signs for. @param {Store} store */
function roundSigns(store) {
  const { memberships, forums, looks, towns, words } = store.data;
  const stands = (/** @type {string} */ letter) => memberships.some((claim) => claim.stands.includes(letter));
  const absent = towns.some((town) => /[en]/.test(town.stands));
  return [
    ...(stands("u") ? [{ sign: lineSign(looks.unknown), text: words.slider.line_unknown }] : []),
    ...(stands("e") ? [{ sign: lineSign([], "sign-past"), text: words.slider.line_ended }] : []),
    ...(forums.some((forum) => forum.kept) ? [{ sign: formerSign(), text: words.slider.same_place }] : []),
    ...(absent ? [{ sign: statusSign(store, "absent"), text: words.views.filters.sign.absent }] : []),
  ];
}

/** What the shapes on the map mean; nothing to press. @param {Store} store @returns {Control[]} */
function signList(store) {
  const words = store.data.words.views.filters;
  const item = (/** @type {Node} */ sign, /** @type {string} */ text) => element("li", { children: [sign, element("span", { text })] });
  const outside = store.data.towns.some((town) => !town.answers.length) && surveyed(store.data).length;
  const items = [item(townSign(), words.sign.town), ...(outside ? [item(strangerSign(), words.sign.stranger)] : []), item(markSign({ hollow: false, struck: false, dashes: [], sign: "" }), words.sign.forum)];
  if (store.data.organisations.length) items.push(item(organisationSign(), words.sign.organisation));
  if (store.data.circles.length) items.push(item(circleSign(), words.sign.circle));
  items.push(...roundSigns(store).map(({ sign, text }) => item(sign, text)));
  if (store.data.memberships.some((claim) => claim.contested)) items.push(item(contestedSign(), words.sign.contested));
  if (surveyed(store.data).some((town) => town.answers.some((answer) => doubtOf(store, answer)))) items.push(item(element("span", { className: "sign-doubt", text: "*" }), words.sign.doubt));
  return [{ node: element("div", { children: [element("h3", { text: words.signs }), element("ul", { className: "signs", children: items })] }), update() {} }];
}
