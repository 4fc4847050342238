// The network as a table: every forum that is shown with its members by basis. What a screen reader is given.

const BODIES = { table: 100, cards: 30 }; // until the rest is asked for

/**
 * @param {Store} store
 * @param {HTMLElement} place
 */
function bodiesTable(store, place) {
  const words = store.data.words;
  const { plain } = words.atlas;
  const titles = [plain.forum, plain.status, plain.kind, plain.areas, plain.members];
  const most = matchMedia("(max-width: 820px)").matches ? BODIES.cards : BODIES.table;
  let whole = false;

  /** @param {Forum} forum @param {Map<string, Link[]>} links */
  function row(forum, links) {
    const button = pressable(clipped(forum.name), () => store.choose(forum.node), "go");
    const areas = store.data.areas.filter((area) => forum.areas.includes(area.id)).map((area) => area.name).join(", ");
    const texts = [words.forum_status[store.forumState(forum)], forum.kind, areas].map((text) => [document.createTextNode(text)]);
    const cells = [...texts, bodyMembers(store, forum, links.get(forum.node) || [])].map((children, at) => bodyCell(children, titles[at + 1]));
    const head = element("th", { children: [button] });
    head.scope = "row";
    const line = element("tr", { children: [as("rowheader", head), ...cells] });
    const lit = store.shown.lit;
    if (store.state.chosen === forum.node) button.setAttribute("aria-current", "true");
    line.classList.toggle("chosen", store.state.chosen === forum.node);
    line.classList.toggle("lit", lit !== null && lit.has(forum.node));
    line.classList.toggle("dim", lit !== null && !lit.has(forum.node));
    return as("row", line);
  }

  function update() {
    const links = grouped(store.shown.links, (link) => link.forum);
    const shown = store.data.forums.filter((forum) => store.shown.forums.has(forum.node));
    const heads = as("row", element("tr", { children: titles.map(bodyHead) }));
    const table = element("table", { children: [
      element("caption", { text: plain.forums }),
      as("rowgroup", element("thead", { children: [heads] })),
      as("rowgroup", element("tbody", { children: shown.slice(0, whole ? Infinity : most).map((forum) => row(forum, links)) })),
    ] });
    place.replaceChildren(as("table", table), ...(shown.length > most && !whole ? [more(shown.length)] : []));
  }

  /** @param {number} n */
  function more(n) {
    return pressable(filled(words.views.details.show_all, { n }), () => {
      whole = true;
      update();
      const next = /** @type {HTMLElement | null} */ (place.querySelector(`tbody tr:nth-child(${most + 1}) button`));
      if (next) next.focus();
    }, "bodies-more");
  }

  bodiesStart(place);
  return { update };
}

/** Leads to the table's start whenever it comes into sight, wherever the page stood. @param {HTMLElement} place */
function bodiesStart(place) {
  let seen = false;
  place.tabIndex = 0; // a region that scrolls must be reachable without a mouse
  place.setAttribute("role", "region");
  new ResizeObserver(() => {
    const now = place.clientHeight > 0;
    const caption = place.querySelector("caption");
    if (caption) place.setAttribute("aria-label", caption.textContent || "");
    if (now && !seen) {
      place.scrollTop = 0;
      const view = /** @type {HTMLElement} */ (place.parentElement);
      if (view.getBoundingClientRect().top < 0) view.scrollIntoView({ block: "start" });
    }
    seen = now;
  }).observe(place);
}

/** An element that keeps its part in the table where a narrow window lays it out as cards. @template {HTMLElement} T @param {string} role @param {T} made @returns {T} */
function as(role, made) {
  made.setAttribute("role", role);
  return made;
}

/** @param {string} text */
function bodyHead(text) {
  const made = element("th", { text });
  made.scope = "col";
  return as("columnheader", made);
}

/** A cell that can say of itself what it is. @param {Node[]} children @param {string} title */
function bodyCell(children, title) {
  const made = element("td", { children });
  made.dataset.title = title;
  return as("cell", made);
}

/** The members by basis, those whom a source counts out, and the organisations. @param {Store} store @param {Forum} forum @param {Link[]} links @returns {Node[]} */
function bodyMembers(store, forum, links) {
  const { words } = store.data;
  const name = (/** @type {string} */ node) => /** @type {Thing} */ (store.thing(node)).name;
  const out = store.memberships(forum.node).filter((claim) => claim.basis === "excluded").map((claim) => claim.town);
  const seated = store.seats(forum.node).map((seat) => seat.organisation);
  const said = (/** @type {Link} */ link) => (link.standing === "known" ? words.basis[link.basis] : words.forum_status[link.standing]);
  const groups = [...grouped(links, said)].map(([title, own]) =>
    bodyClaim(title, own.map((link) => name(link.town) + (link.contested ? " ≠" : ""))));
  return [
    ...(groups.length ? groups : [document.createTextNode(words.atlas.plain.no_members)]),
    ...(out.length ? [bodyClaim(words.basis.excluded, out.map(name))] : []),
    ...(seated.length ? [bodyClaim(words.atlas.plain.organisations, seated.map(name))] : []),
  ];
}

/** @param {string} title @param {string[]} names */
function bodyClaim(title, names) {
  const own = [...new Set(names)].join(", ");
  return element("span", { className: "claim", children: [element("em", { text: `${title}: ` }), document.createTextNode(own)] });
}
