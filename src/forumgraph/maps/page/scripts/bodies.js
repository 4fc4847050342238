// The network as a table: every forum that is shown with its members by basis. What a screen reader is given.

/**
 * @param {Store} store
 * @param {HTMLElement} place
 */
function bodiesTable(store, place) {
  const words = store.data.words;
  const { plain } = words.atlas;
  const most = 300; // rows at a time

  /** @param {string} text */
  const head = (text) => { const made = element("th", { text }); made.scope = "col"; return made; };

  /** @param {Forum} forum @param {Map<string, Link[]>} links */
  function row(forum, links) {
    const button = pressable(clipped(forum.name), () => store.choose(forum.node), "go");
    const name = element("th", { children: [button] });
    name.scope = "row";
    const areas = store.data.areas.filter((area) => forum.areas.includes(area.id)).map((area) => area.name).join(", ");
    const cells = [words.forum_status[forum.status], forum.kind, areas].map((text) => element("td", { text }));
    const line = element("tr", { children: [name, ...cells, element("td", { children: members(links.get(forum.node) || []) })] });
    const lit = store.shown.lit;
    if (store.state.chosen === forum.node) button.setAttribute("aria-current", "true");
    line.classList.toggle("chosen", store.state.chosen === forum.node);
    line.classList.toggle("lit", lit !== null && lit.has(forum.node));
    line.classList.toggle("dim", lit !== null && !lit.has(forum.node));
    return line;
  }

  /** @param {Link[]} links @returns {Node[]} */
  function members(links) {
    if (!links.length) return [document.createTextNode(plain.no_members)];
    return [...grouped(links, (link) => link.basis)].map(([basis, own]) => {
      const names = own.map((link) => /** @type {Town} */ (store.thing(link.town)).name + (link.contested ? " ≠" : ""));
      return element("span", { className: "claim", children: [element("em", { text: `${words.basis[basis]}: ` }), document.createTextNode(names.join(", "))] });
    });
  }

  return {
    update() {
      const links = grouped(store.shown.links, (link) => link.forum);
      const shown = store.data.forums.filter((forum) => store.shown.forums.has(forum.node));
      const heads = [plain.forum, plain.status, plain.kind, plain.areas, plain.members].map(head);
      const table = element("table", { children: [
        element("caption", { text: plain.forums }),
        element("thead", { children: [element("tr", { children: heads })] }),
        element("tbody", { children: shown.slice(0, most).map((forum) => row(forum, links)) }),
      ] });
      const left = shown.length > most ? [element("p", { text: filled(plain.left, { n: shown.length - most }) })] : [];
      place.replaceChildren(table, ...left);
    },
  };
}
