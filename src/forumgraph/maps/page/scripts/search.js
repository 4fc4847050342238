// The search field: a combobox over the names and aliases of everything on the map.

const MOST = 12; // results that fit a screen
const PASSED_OVER = ["kommune", "kommunes"]; // said with every municipality's name, and in none of them
const ENDINGS = /(erne|ene|ens|ets|en|et|er|e|s)$/; // of Danish nouns: "trekanten" finds "Trekantområdet"

/**
 * What is typed, in the letters that names are compared in; what stands between words is one space. The same as search.py
 * does to the names.
 * @param {string} text
 */
function searchText(text) {
  return text
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[æä]/g, "ae")
    .replace(/[øö]/g, "oe")
    .replace(/å/g, "aa")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/oe/g, "o")
    .replace(/aa/g, "a")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** What is looked for: the words of a query but those that say nothing. @param {string} query */
function wantedWords(query) {
  const words = searchText(query.slice(0, 200)).split(" ").filter(Boolean);
  const telling = words.filter((word) => !PASSED_OVER.includes(word));
  return telling.length ? telling : words;
}

/**
 * Those that a query finds: exact names first, then what begins with it, has it as whole words, has all its words, has its letters.
 * @param {any[]} all
 * @param {string} query
 */
function found(all, query) {
  const words = wantedWords(query);
  if (!words.length) return [];
  const ranked = all.map((one) => ({ one, rank: rankOf(one, words) })).filter((hit) => hit.rank < 9);
  return ranked.sort((a, b) => a.rank - b.rank).map((hit) => hit.one); // sort() is stable: equals stay alphabetical
}

/** How well a thing fits, 0 the best and 9 not at all; a municipality before others, a name before an alias. @param {any} one @param {string[]} words */
function rankOf(one, words) {
  const town = one.node.startsWith("m:");
  if (town && words.length === 1 && /^\d{3,4}$/.test(words[0]) && Number(words[0]) === Number(one.code)) return 0;
  const ranks = one.search.map((/** @type {string} */ text, /** @type {number} */ at) => textRank(text, words) + (at ? 0.4 : 0));
  return Math.min(...ranks) + (town ? 0 : 0.2);
}

/** @param {string} text @param {string[]} words */
function textRank(text, words) {
  const wanted = words.join(" ");
  if (text === wanted) return 0;
  const whole = ` ${text} `.includes(` ${wanted} `);
  // Letters as few as an acronym's begin many a word that has nothing to do with it.
  if (text.startsWith(wanted)) return whole ? 1 : wanted.length > 3 ? 2 : 3.5;
  if (whole) return 3;
  const own = text.split(" ");
  const begins = (/** @type {string} */ word) => own.some((one) => one.startsWith(word));
  if (words.every(begins)) return 4;
  if (words.every((word) => begins(word) || begins(stemOf(word)))) return 5;
  if (words.every((word) => text.includes(word) || (word.length > 3 && text.includes(stemOf(word))))) return 6;
  return runTogether(own, words.join("")) ? 7 : 9;
}

/** A word without its ending, where enough is left to tell it by. @param {string} word */
function stemOf(word) {
  const stem = word.replace(ENDINGS, "");
  return stem.length > 4 ? stem : word;
}

/** Whether words written together have the letters, from where one of them begins: "akasser" of "a-kasser". @param {string[]} own @param {string} letters */
function runTogether(own, letters) {
  return letters.length > 3 && own.some((_, at) => own.slice(at).join("").startsWith(letters));
}

/**
 * The names that come nearest to what was typed and found nothing: at most two letters off.
 * @param {any[]} all
 * @param {string} query
 */
function nearestNames(all, query) {
  const wanted = wantedWords(query).join(" ");
  const most = wanted.length > 4 ? 2 : wanted.length > 2 ? 1 : 0;
  const off = (/** @type {string[]} */ texts) => Math.min(...texts.map((text) => editDistance(text, wanted, most)));
  const wordsOf = (/** @type {any} */ one) => one.search.flatMap((/** @type {string} */ text) => text.split(" ").filter((word) => word.length > 3));
  for (const texts of [(/** @type {any} */ one) => one.search, wordsOf]) {
    const close = all.map((one) => ({ one, off: off(texts(one)) })).filter((hit) => hit.off <= most);
    if (close.length) return close.sort((a, b) => a.off - b.off).slice(0, 3).map((hit) => hit.one);
  }
  return [];
}

/** How many letters must be put in, taken out or changed; more than `most` is only told as that. @param {string} one @param {string} other @param {number} most */
function editDistance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1)));
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[other.length];
}

/**
 * Wires the field: arrows move, Enter chooses, Escape closes.
 * @param {any} data the page's data block
 * @param {HTMLInputElement} field
 * @param {HTMLElement} box
 * @param {(node: string) => void} choose
 */
function searchField(data, field, box, choose) {
  const all = [...data.towns, ...data.forums, ...data.organisations];
  /** @type {any[]} */ let hits = [];
  let active = -1;
  const { ui } = data.words.atlas;

  function close() {
    box.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
    active = -1;
  }

  /** @param {any} hit @param {number} index @param {boolean} guess it is not what was typed */
  function option(hit, index, guess) {
    const kind = { m: ui.municipality, f: ui.forum, o: ui.organisation }[/** @type {string} */ (hit.node).slice(0, 1)];
    const name = clipped(hit.name);
    const made = element("li", { text: `${guess ? filled(data.words.views.search.meant, { name }) : name} `, children: [element("small", { text: kind })] });
    made.id = `result-${index}`;
    made.setAttribute("role", "option");
    made.setAttribute("aria-selected", "false");
    made.addEventListener("pointerdown", (/** @type {Event} */ event) => event.preventDefault()); // the field keeps focus
    made.addEventListener("click", () => take(hit));
    return made;
  }

  function refresh() {
    const every = found(all, field.value);
    const near = every.length ? [] : nearestNames(all, field.value);
    hits = every.length ? every.slice(0, MOST) : near;
    close();
    if (!field.value.trim()) return;
    const more = every.length - MOST;
    const words = every.length ? (more > 0 ? counted(data.words.atlas.count.more, more) : "") : ui.no_hits;
    const note = element("li", { children: [element("small", { text: words })] });
    note.setAttribute("role", "presentation");
    const options = hits.map((hit, index) => option(hit, index, near.length > 0));
    box.replaceChildren(...(near.length ? [note] : []), ...options, ...(words && !near.length ? [note] : []));
    box.hidden = false;
    field.setAttribute("aria-expanded", "true");
    move(every.length ? 0 : -1); // a guess is only taken by who says yes to it
  }

  /** @param {number} index */
  function move(index) {
    active = index;
    [...box.querySelectorAll('[role="option"]')].forEach((one, place) => {
      one.setAttribute("aria-selected", String(place === active));
      if (place === active) one.scrollIntoView({ block: "nearest" });
    });
    if (active >= 0) field.setAttribute("aria-activedescendant", `result-${active}`);
  }

  /** @param {any} hit */
  function take(hit) {
    close();
    field.value = "";
    choose(hit.node);
  }

  field.addEventListener("input", refresh);
  field.addEventListener("focus", () => field.value && refresh());
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length && !box.hidden) move(active < 0 ? (step > 0 ? 0 : hits.length - 1) : (active + step + hits.length) % hits.length);
    else if (event.key === "Enter" && active >= 0) take(hits[active]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
}
