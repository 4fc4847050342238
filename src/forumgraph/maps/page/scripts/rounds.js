// The slider over the rounds: one stop a round, all of them together first. It knows no view: the store tells them all.

const STEP_TIME = 1800; // milliseconds that a round is shown while they are played
const MOST_STOPS = 9; // names that have room below the track

/** The rounds that can be chosen: those up to the day that the page is of. @param {Data} data */
function stopsOf(data) {
  return data.rounds.filter((round) => round.date <= data.meta.as_of);
}

/** Which round is shown, in a sentence; "" where there is only one. @param {Store} store */
function shownRound(store) {
  const { rounds, words } = store.data;
  const round = rounds[store.shown.at];
  if (rounds.length < 2) return "";
  return round ? filled(words.slider.of_round, { ...round }) : words.slider.of_all;
}

/** That a round asked nobody, where one is shown that did not; else "". @param {Store} store */
function askedNobody(store) {
  const round = store.data.rounds[store.shown.at];
  return round && !round.answers ? store.data.words.slider.asked_nobody : "";
}

/** What is said beside the slider: which round, and how many it asked. @param {Store} store */
function roundSaid(store) {
  const { data, shown } = store;
  const words = data.words.slider;
  const round = data.rounds[shown.at];
  if (!round) return words.all_said;
  const asked = surveyed(data).filter((town) => town.answers.some((answer) => answer.round === round.id && answer.status !== "not_asked"));
  return `${filled(words.said, { ...round })} ${asked.length ? counted(words.asked, asked.length) : words.asked_nobody}`;
}

/**
 * Fills `place` with the slider; it stays hidden where there is nothing to choose between.
 * @param {Store} store @param {HTMLElement} place
 * @returns {{ update(): void }}
 */
function roundSlider(store, place) {
  const { data } = store;
  const words = data.words.slider;
  const stops = stopsOf(data);
  if (stops.length < 2) return { update() {} };
  const names = [words.all, ...stops.map((round) => roundName(data, round.id))];
  const range = element("input");
  Object.assign(range, { type: "range", id: "round", min: 0, max: stops.length, step: 1 });
  const label = element("label", { text: words.label });
  label.htmlFor = range.id;
  const crowded = (/** @type {number} */ at) => names.length > MOST_STOPS && at > 0 && at < names.length - 1;
  const marks = names.map((name, at) => stopMark(crowded(at) ? "·" : name));
  const scale = element("div", { className: "rounds-scale", children: marks });
  scale.setAttribute("aria-hidden", "true"); // the slider says its own value
  const said = element("p", { className: "rounds-said" });
  const track = element("div", { className: "rounds-track", children: [range, scale] });
  const player = roundPlayer(store, (keep) => go((Number(range.value) + 1) % (stops.length + 1), keep));
  track.style.setProperty("--stops", String(stops.length));
  place.replaceChildren(...player.nodes, label, track, said);
  place.hidden = false;

  /** Whoever draws the thumb along takes one step back with the browser's button, not one a stop. */
  let drawing = false;
  range.addEventListener("input", () => {
    player.stop();
    go(Number(range.value), drawing);
    drawing = true;
  });
  range.addEventListener("change", () => { drawing = false; });
  marks.forEach((mark, at) => mark.addEventListener("click", () => { player.stop(); go(at, false); }));

  /** @param {number} stop @param {boolean} keep */
  function go(stop, keep) {
    const standing = stop ? store.state.standing : store.state.standing.filter((one) => one !== "unknown");
    store.set({ round: stop ? stops[stop - 1].id : "", standing }, keep);
  }

  function update() {
    const stop = stops.findIndex((round) => round.id === store.state.round) + 1;
    const round = stops[stop - 1];
    range.value = String(stop);
    range.setAttribute("aria-valuetext", round ? filled(words.value, { ...round }) : words.all_title);
    marks.forEach((mark, at) => mark.classList.toggle("is-on", at === stop));
    said.textContent = roundSaid(store);
  }

  return { update };
}

/** The name of a stop; a month stands back where there is little room. @param {string} name @returns {HTMLElement} */
function stopMark(name) {
  const [, month = "", rest = name] = /^(\D+ )(\d{4})$/.exec(name) || [];
  const words = element("span", { children: [element("span", { className: "rounds-month", text: month }), document.createTextNode(rest)] });
  return element("span", { className: "rounds-mark", children: [words] });
}

/** The button that shows one round after the other; none for those who want nothing to move. @param {Store} store @param {(keep: boolean) => void} next */
function roundPlayer(store, next) {
  const { play, stop: pause } = store.data.words.slider;
  let timer = 0;
  const button = pressable("", () => (timer ? stop() : start()), "rounds-play");
  const show = () => {
    button.textContent = timer ? `■ ${pause}` : `▶ ${play}`;
    button.setAttribute("aria-label", timer ? pause : play);
  };
  const stop = () => {
    clearInterval(timer);
    timer = 0;
    show();
  };
  const start = () => {
    next(false); // one step back with the browser's button, however long it was played
    timer = window.setInterval(() => next(true), STEP_TIME);
    show();
  };
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const allow = () => { button.hidden = calm.matches; if (calm.matches) stop(); };
  calm.addEventListener("change", allow);
  show();
  allow();
  return { nodes: [button], stop };
}
