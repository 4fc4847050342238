// The details panel: shows what is chosen, or a welcome with the chosen area's gaps; knows no view, and text goes in as text.

/**
 * The panel in its place.
 * @param {Store} store
 * @param {HTMLElement} place
 * @returns {{ update(): void }}
 */
function details(store, place) {
  let shown = "";
  let chosen = store.state.chosen;
  const jump = detailsJump(store, place);
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
    if (unfold) unfold.textContent = unfoldText(store);
    jump.label();
    if (store.state.chosen && store.state.chosen !== chosen) jump.go();
    chosen = store.state.chosen;
  }

  return { update };
}

/** Where the panel stands below the view: leads to it after a choice by pointer, and back again. @param {Store} store @param {HTMLElement} place */
function detailsJump(store, place) {
  let pointed = -Infinity; // when a finger or a mouse was last put down
  let from = 0;
  const narrow = matchMedia("(max-width: 820px)");
  const smooth = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");
  document.addEventListener("pointerdown", (event) => { pointed = event.timeStamp; }, { capture: true, passive: true });
  document.addEventListener("keydown", () => { pointed = -Infinity; }, { capture: true });
  place.addEventListener("click", (event) => {
    if (!(/** @type {HTMLElement} */ (event.target)).closest(".details-back")) return;
    scrollTo({ top: from, behavior: smooth() });
    const here = /** @type {HTMLElement | null} */ (document.querySelector(".view:not([hidden]) [aria-current], .view:not([hidden]) .geo-tile[aria-pressed='true']"));
    if (here) here.focus({ preventScroll: true });
  });
  return {
    /** The button's words follow the view. */
    label() {
      const button = place.querySelector(".details-back");
      if (button) button.textContent = store.data.words.views.details.back[store.state.view];
    },
    go() {
      // The network tells a tap from a double one before it chooses, so the pointer may be up for a while.
      if (!narrow.matches || performance.now() - pointed > 1500) return;
      if (place.getBoundingClientRect().top > innerHeight * 0.3) from = scrollY; // not from within the panel
      // What was pressed takes the focus only after this, which would stop the scrolling.
      setTimeout(() => place.scrollIntoView({ block: "start", behavior: smooth() }), 80);
    },
  };
}

/** The line above the heading: what it is, the way back to the view where the panel is below it, and the way out. @param {string} kind @param {HTMLElement} close @returns {HTMLElement} */
function detailsTop(kind, close) {
  const back = element("button", { className: "details-back" });
  back.type = "button";
  return element("div", { className: "details-top", children: [element("span", { className: "kind", text: kind }), back, close] });
}

/** What the panel's content depends on. @param {Store} store */
function detailsKey(store) {
  const { chosen, round, area } = store.state;
  return chosen ? `${chosen} ${round}` : ["", round, area, ...store.state.status, ...store.shown.towns].join(" ");
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
  return [detailsTop(kind, button), detailsTitle(name), ...roundLine(store)];
}

/** Which round the panel is of. @param {Store} store @returns {HTMLElement[]} */
function roundLine(store) {
  const text = shownRound(store);
  return text ? [paragraph(text, "round-of")] : [];
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
    ...answerWhole(store, answer, beforeWords(store, town, answer)),
    ...titled(words.unknown, textList(store, answerUnknown(store, answer)), "unknown"),
    ...titled(words.other_rounds, otherAnswers(store, town, answer)),
    ...titled(words.wishes, store.said(town.wishes).map((wish) => wishEntry(store, wish))),
    ...titled(words.more, [element("p", { children: [goTo(store, town.node)] }), element("p", { children: [goButton(filled(words.who_lacks, { area: areaName(store, area) }), () => store.set({ area, chosen: "" }))] })]),
  ];
}

/** @param {Store} store @param {Answer} answer @param {string} before what it answered in other rounds, where it was not asked @returns {HTMLElement[]} */
function answerWhole(store, answer, before) {
  const words = store.data.words.views.details;
  const round = store.data.rounds.find((one) => one.id === answer.round);
  const other = answer.alternative ? [element("p", { children: [element("span", { className: "label", text: `${words.alternative}: ` }), statusChip(store, answer.alternative)] })] : [];
  return [
    element("p", { className: "lead", children: [statusChip(store, answer.status)] }),
    paragraph(before ? `${capital(before)}.` : words.means[answer.status] || ""),
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
  const titleOf = (/** @type {string} */ id) => store.data.rounds.find((round) => round.id === id)?.title || id;
  return answeredBefore(store, town, answer)
    .map((one) => element("p", { children: [document.createTextNode(`${titleOf(one.round)} (${roundName(store.data, one.round)}): `), statusChip(store, one.status)] }));
}

/** Nothing is chosen: what the page shows, and who lacks what. @param {Store} store @returns {HTMLElement[]} */
function welcome(store) {
  const words = store.data.words.views.details;
  const area = store.data.areas.find((one) => one.id === store.state.area);
  if (area) return areaDetails(store, area);
  const lines = store.totals().filter((total) => total.asked).map((total) => {
    const name = goButton(areaName(store, total.area), () => store.set({ area: total.area }));
    const figure = filled(words.area_figure, { n: total.established, of: total.asked });
    const rest = total.no_reply ? filled(words.area_silent, { n: total.no_reply }) : "";
    return element("li", { children: [name, element("span", { text: ` ${figure}${rest}` })] });
  });
  return [
    detailsTitle(words.welcome_title),
    ...[words.welcome_shows, words.welcome_choose, words.welcome_unknown].map((text) => paragraph(text)),
    ...roundLine(store),
    ...(askedNobody(store) ? [paragraph(askedNobody(store))] : []),
    ...titled(words.welcome_areas, lines.length ? [element("ul", { className: "figures", children: lines }), ...filterNote(store)] : []),
  ];
}

/** Which filter on answers is set, beside figures that it leaves as they are. @param {Store} store @returns {HTMLElement[]} */
function filterNote(store) {
  const text = statusFilterWords(store);
  return text ? [paragraph(text, "small")] : [];
}

/** What an abbreviation in an area's name stands for, where it has one that few know. @param {Store} store @param {Area} area @returns {HTMLElement[]} */
function explained(store, area) {
  return /\bLBR\b/.test(area.name) ? [paragraph(store.data.words.views.explain.lbr, "small")] : [];
}

/** The numbers of an area, and which municipalities lack it, apart from those of whom it is unknown. @param {Store} store @param {Area} area @returns {HTMLElement[]} */
function areaDetails(store, area) {
  const words = store.data.words.views.details;
  const total = store.totals().find((one) => one.area === area.id);
  const towns = surveyed(store.data).filter((town) => store.shown.towns.has(town.node));
  const doubtful = towns.filter((town) => store.answer(town, area.id).alternative).map((town) => () => element("li", { children: [goButton(town.name, () => store.choose(`c:${town.code}:${area.id}`)), document.createTextNode(` ${doubtOf(store, store.answer(town, area.id))}`)] }));
  return [
    detailsTop(words.area, closeArea(store)),
    detailsTitle(areaName(store, area.id)),
    ...roundLine(store),
    ...explained(store, area),
    ...areaFigures(store, total),
    ...filterNote(store),
    ...["none", "informal", "planned", "no_reply", "not_asked", "absent", "established"].flatMap((status) => areaGroup(store, area, status, towns)),
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
