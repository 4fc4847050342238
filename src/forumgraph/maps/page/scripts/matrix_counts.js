// What the matrix counts, how it orders its rows, and which round a column is of. Knows nothing of the table.

/** The statuses of a municipality in the round, counted. @param {Store} store @param {Town} town */
function matrixCount(store, town) {
  const found = store.data.areas.map((area) => store.answer(town, area.id).status);
  const of = (/** @type {string} */ status) => found.filter((one) => one === status).length;
  const absent = of("absent");
  return { covered: of("established"), asked: found.length - of("not_asked") - absent, open: of("no_reply"), absent };
}

/** What is known to what is possible: "2–4", or "2" where nothing is open. @param {number} low @param {number} high */
function fromTo(low, high) {
  return low === high ? String(low) : `${low}–${high}`;
}

/** Of how many areas asked about it has an established forum; one that is unanswered may have one. @param {Store} store @param {{ covered: number, asked: number, open: number }} count */
function coveredOf(store, { covered, asked, open }) {
  return filled(store.data.words.views.matrix.of, { n: fromTo(covered, covered + open), of: asked });
}

/** Rows in the order of the state; equals stay in the order of the data. @template {{ town: Town }} T @param {Store} store @param {T[]} rows @returns {T[]} */
function matrixSorted(store, rows) {
  if (store.state.sort === "kkr") return rows.sort((one, other) => one.town.kkr.localeCompare(other.town.kkr, "da"));
  if (store.state.sort !== "covered") return rows;
  const share = new Map(rows.map(({ town }) => [town, matrixShare(matrixCount(store, town))]));
  return rows.sort((one, other) => (share.get(other.town) || 0) - (share.get(one.town) || 0));
}

/** Those of whom nothing is known stand last, apart from those who said no. @param {{ covered: number, asked: number, open: number }} count */
function matrixShare({ covered, asked, open }) {
  if (!asked) return -3;
  return open === asked ? -2 : covered / asked - open / 1000;
}

/** The heading that a row stands under, "" for none: its KKR, or that nothing is known of it. @param {Store} store @param {Town} town */
function matrixGroupOf(store, town) {
  const words = store.data.words.views.matrix;
  if (store.state.sort === "kkr") return `KKR ${town.kkr}`;
  if (store.state.sort !== "covered") return "";
  const { asked, open } = matrixCount(store, town);
  if (!asked) return words.group_not_asked;
  return open === asked ? words.group_no_reply : "";
}

/** Whether answers are of several rounds, so that it must be said which one is meant. @param {Data} data */
function hasRounds(data) {
  return data.rounds.filter((round) => round.answers).length > 1;
}

/** A round in a word: its year, with the month where there are others in the year. @param {Data} data @param {string} id */
function roundName(data, id) {
  const year = (/** @type {Round} */ round) => round.date.slice(0, 4);
  const own = data.rounds.find((round) => round.id === id);
  if (!own) return "";
  return data.rounds.some((round) => round !== own && year(round) === year(own)) ? own.day.replace(/^\d+\.? /, "") : year(own);
}

/** Which round a column is of, "" where there is only one. @param {Store} store @param {Area} area */
function columnRound(store, area) {
  const { data, state } = store;
  if (!(hasRounds(data) || state.round) || !data.towns.length) return "";
  const { round } = store.answer(data.towns[0], area.id);
  const asked = data.rounds.some((one) => one.id === round && one.areas.includes(area.id));
  const name = roundName(data, round || state.round);
  return asked || !name ? name : filled(data.words.views.matrix.not_in_round, { round: name });
}

/** What it answered in the area in other rounds, the latest first. @param {Store} store @param {Town} town @param {Answer} answer @returns {Answer[]} */
function answeredBefore(store, town, answer) {
  const at = (/** @type {Answer} */ one) => store.data.rounds.findIndex((round) => round.id === one.round);
  const others = town.answers.filter((one) => one.area === answer.area && one.round !== answer.round && one.status !== "not_asked");
  return others.sort((one, other) => at(other) - at(one));
}

/** What it answered in another round, in words. @param {Store} store @param {Answer} one */
function answeredIn(store, one) {
  const words = store.data.words.views.matrix;
  return filled(one.status === "no_reply" ? words.silent_in : words.answered_in, { round: roundName(store.data, one.round), status: statusWord(store, one.status) });
}

/** Where it was not asked, or not there, what it answered in other rounds; else "". @param {Store} store @param {Town} town @param {Answer} answer */
function beforeWords(store, town, answer) {
  if (answer.status !== "not_asked" && answer.status !== "absent") return "";
  const words = store.data.words.views.matrix;
  const before = answeredBefore(store, town, answer);
  if (answer.status === "absent") return [absentWords(store, town), ...before.map((one) => answeredIn(store, one))].join(" ").trim();
  if (!before.length) return "";
  const said = before.map((one) => answeredIn(store, one));
  const round = roundName(store.data, answer.round);
  return [round ? filled(words.not_asked_in, { round }) : words.not_asked, ...said].join("; ");
}
