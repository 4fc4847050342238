// The details panel: shows what is chosen, or a welcome with the chosen area's gaps; knows no view, and text goes in as text.

/**
 * The panel in its place.
 * @param {Store} store
 * @param {HTMLElement} place
 * @returns {{ update(): void }}
 */
function details(store, place) {
  let shown = "";
  place.classList.add("details");

  function update() {
    const key = detailsKey(store);
    if (key !== shown) {
      const inside = place.contains(document.activeElement);
      shown = key;
      place.replaceChildren(...detailsOf(store));
      for (const one of [place, place.parentElement]) if (one) one.scrollTop = 0; // whichever of them scrolls
      const title = /** @type {HTMLElement | null} */ (place.querySelector("h2"));
      if (inside && title) title.focus(); // what was pressed is gone: the focus must not fall back to the page's top
    }
    const unfold = place.querySelector(".unfold");
    if (unfold) unfold.setAttribute("aria-pressed", String(store.state.unfolded));
  }

  return { update };
}

/** What the panel's content depends on. @param {Store} store */
function detailsKey(store) {
  const { chosen, round, area } = store.state;
  return chosen ? `${chosen} ${round}` : ["", round, area, ...store.shown.towns].join(" ");
}

/** @param {Store} store @returns {HTMLElement[]} */
function detailsOf(store) {
  const { chosen } = store.state;
  const words = store.data.words.views.details;
  if (chosen.startsWith("c:")) return cellDetails(store, chosen) || welcome(store);
  const thing = store.thing(chosen);
  if (!thing) return welcome(store);
  if ("answers" in thing) return [...detailsHead(store, words.municipality, thing.name), ...townDetails(store, thing)];
  if ("facts" in thing) return [...detailsHead(store, words.forum, thing.name), ...forumDetails(store, thing)];
  return [...detailsHead(store, words.organisation, thing.name), ...organisationDetails(store, thing)];
}

/** @param {Store} store @param {string} kind @param {string} name @returns {HTMLElement[]} */
function detailsHead(store, kind, name) {
  const button = pressable(store.data.words.views.details.close, () => store.choose(""), "close");
  return [element("div", { className: "details-top", children: [element("span", { className: "kind", text: kind }), button] }), detailsTitle(name)];
}

/** A heading that can be given the focus. @param {string} text @returns {HTMLElement} */
function detailsTitle(text) {
  const title = element("h2", { text });
  title.tabIndex = -1;
  return title;
}

/** One answer with everything said of it; undefined where the address names none. @param {Store} store @param {string} chosen @returns {HTMLElement[] | undefined} */
function cellDetails(store, chosen) {
  const words = store.data.words.views.details;
  const [, code, area] = chosen.split(":");
  const town = store.data.towns.find((one) => one.code === code);
  if (!town || !store.data.areas.some((one) => one.id === area)) return undefined;
  const answer = store.answer(town, area);
  return [
    ...detailsHead(store, words.answer, `${town.name}: ${areaName(store, area)}`),
    ...answerWhole(store, answer),
    ...titled(words.unknown, textList(store, answerUnknown(store, answer)), "unknown"),
    ...titled(words.other_rounds, otherAnswers(store, town, answer)),
    ...titled(words.wishes, town.wishes.map((wish) => wishEntry(store, wish))),
    ...titled(words.more, [element("p", { children: [goTo(store, town.node)] }), element("p", { children: [goButton(filled(words.who_lacks, { area: areaName(store, area) }), () => store.set({ area, chosen: "" }))] })]),
  ];
}

/** @param {Store} store @param {Answer} answer @returns {HTMLElement[]} */
function answerWhole(store, answer) {
  const words = store.data.words.views.details;
  const round = store.data.rounds.find((one) => one.id === answer.round);
  const other = answer.alternative ? [element("p", { children: [element("span", { className: "label", text: `${words.alternative}: ` }), statusChip(store, answer.alternative)] })] : [];
  return [
    element("p", { className: "lead", children: [statusChip(store, answer.status)] }),
    paragraph(words.means[answer.status] || ""),
    ...(answer.confidence && answer.confidence !== "certain" ? labelled(words.reading, wordOf(store, "confidence", answer.confidence)) : []),
    ...other,
    ...labelled(words.note, answer.note || ""),
    ...labelledList(store, words.forums, answer.forums.map((id) => goTo(store, id))),
    ...labelled(words.round, round ? round.title : ""),
    ...evidenceLines(store, answer.evidence),
  ];
}

/** What it answered in the area in other rounds. @param {Store} store @param {Town} town @param {Answer} answer @returns {HTMLElement[]} */
function otherAnswers(store, town, answer) {
  return store.data.rounds
    .filter((round) => round.id !== answer.round)
    .flatMap((round) => town.answers.filter((one) => one.area === answer.area && one.round === round.id).map((one) => ({ round, one })))
    .map(({ round, one }) => element("p", { children: [document.createTextNode(`${round.title}: `), statusChip(store, one.status)] }));
}

/** Nothing is chosen: what the page shows, and who lacks what. @param {Store} store @returns {HTMLElement[]} */
function welcome(store) {
  const words = store.data.words.views.details;
  const area = store.data.areas.find((one) => one.id === store.state.area);
  if (area) return areaDetails(store, area);
  const lines = store.totals().filter((total) => total.asked).map((total) => {
    const name = goButton(areaName(store, total.area), () => store.set({ area: total.area }));
    return element("li", { children: [name, element("span", { text: ` ${filled(words.area_figure, { n: total.established, of: total.asked })}` })] });
  });
  return [
    detailsTitle(words.welcome_title),
    ...[words.welcome_shows, words.welcome_choose, words.welcome_unknown].map((text) => paragraph(text)),
    ...titled(words.welcome_areas, lines.length ? [element("ul", { className: "figures", children: lines })] : []),
  ];
}

/** The numbers of an area, and which municipalities lack it, apart from those of whom it is unknown. @param {Store} store @param {Area} area @returns {HTMLElement[]} */
function areaDetails(store, area) {
  const words = store.data.words.views.details;
  const total = store.totals().find((one) => one.area === area.id);
  const towns = surveyed(store.data).filter((town) => store.shown.towns.has(town.node));
  const doubtful = towns.filter((town) => store.answer(town, area.id).alternative).map((town) => () => element("li", { children: [goButton(town.name, () => store.choose(`c:${town.code}:${area.id}`)), document.createTextNode(` ${doubtOf(store, store.answer(town, area.id))}`)] }));
  return [
    element("div", { className: "details-top", children: [element("span", { className: "kind", text: words.area }), closeArea(store)] }),
    detailsTitle(areaName(store, area.id)),
    ...areaFigures(store, total),
    ...["none", "informal", "planned", "no_reply", "not_asked", "established"].flatMap((status) => areaGroup(store, area, status, towns)),
    ...titled(words.area_doubt, longList(store, doubtful)),
  ];
}

/** @param {Store} store */
function closeArea(store) {
  const button = pressable(store.data.words.views.details.all_areas, () => store.set({ area: "" }), "close");
  return button;
}

/** @param {Store} store @param {Total | undefined} total @returns {HTMLElement[]} */
function areaFigures(store, total) {
  const words = store.data.words.views.details;
  if (!total || !total.asked) return [paragraph(words.area_nobody)];
  const figure = filled(words.area_line, { n: total.established, of: total.asked, answered: total.answered });
  return [paragraph(figure, "lead"), ...(total.no_reply ? [paragraph(filled(words.area_share, { share: shareOf(store, total) }))] : [])];
}

/** The municipalities with one answer, as names to press. @param {Store} store @param {Area} area @param {string} status @param {Town[]} towns @returns {HTMLElement[]} */
function areaGroup(store, area, status, towns) {
  const words = store.data.words.views.details;
  const own = towns.filter((town) => store.answer(town, area.id).status === status);
  if (!own.length) return [];
  const names = own.map((town) => () => goButton(town.name, () => store.choose(`c:${town.code}:${area.id}`)));
  const head = element("h3", { children: [statusChip(store, status), document.createTextNode(` ${own.length}`)] });
  return [element("section", { className: "part", children: [head, paragraph(words.group[status], "small"), ...longList(store, names, "names")] })];
}
