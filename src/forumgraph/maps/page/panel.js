// Fills the details panel. Every text goes in as text (textContent), never as HTML: a name can be any string.

/**
 * The panel of one map.
 * @param {any} data the page's data block
 * @param {HTMLElement} place the element to fill
 * @param {(node: string) => void} go what a press on a name does
 * @param {() => void} close what a press on the close button does
 */
function panel(data, place, go, close) {
  const words = data.words;
  const names = new Map([...data.municipalities, ...data.forums].map((one) => [one.node, one.name]));
  const areaName = new Map(data.areas.map((/** @type {any} */ area) => [area.id, `${area.number} ${area.name}`]));
  const bases = ["self_reported", "named_by_other", "inferred", "excluded"];

  /** A name that can be pressed; an id where nothing on the map has it. @param {string} node */
  const link = (node) => {
    if (!names.has(node)) return element("span", { text: node.slice(2) });
    const button = element("button", { className: "go", text: names.get(node) });
    button.type = "button";
    button.addEventListener("click", () => go(node));
    return button;
  };
  const row = (/** @type {string} */ label, /** @type {string} */ text) => element("p", { text: `${label}: ${text}` });
  const status = (/** @type {string} */ key) => `${words.symbol[key]} ${words.status[key]}`;
  const evidence = (/** @type {string[]} */ lines) =>
    lines.length ? [element("p", { className: "evidence", text: `${words.panel.evidence}: ${lines.join("; ")}` })] : [];
  const says = (/** @type {string[]} */ by) => (by.length ? [row(words.panel.says, by.join(", "))] : []);
  const titled = (/** @type {string} */ title, /** @type {Node[]} */ children) =>
    children.length ? [element("h3", { text: title }), ...children] : [];

  /** @param {any} town */
  function municipality(town) {
    const outside = !town.answers.length;
    const answers = outside ? [] : data.areas.map((/** @type {any} */ area) => answerIn(town, area.id));
    const claims = data.memberships.filter((/** @type {any} */ claim) => claim.municipality === town.node);
    const own = claimed(claims, (claim) => claim.forum);
    return [
      ...head(words.ui.municipality, town.name),
      row(words.panel.code, town.code),
      row(words.panel.kkr, town.kkr),
      ...(outside ? [element("p", { text: words.panel.outside })] : []),
      ...titled(words.panel.unknown, listed(answers.flatMap(unknown))),
      ...titled(words.panel.answers, answers.flatMap(answered)),
      ...titled(words.panel.memberships, own.length ? own : [element("p", { text: words.panel.no_memberships })]),
    ];
  }

  /** @param {any} answer */
  function answered(answer) {
    const fora = answer.forums.map(link);
    return [
      element("h4", { text: areaName.get(answer.area) }),
      element("p", { className: "status", text: status(answer.status) }),
      ...(answer.confidence ? [row(words.panel.confidence, words.confidence[answer.confidence] || answer.confidence)] : []),
      ...(answer.alternative ? [row(words.panel.alternative, status(answer.alternative))] : []),
      ...(answer.note ? [row(words.panel.note, answer.note)] : []),
      ...(fora.length ? [element("p", { text: `${words.panel.forums}: `, children: separated(fora) })] : []),
      ...evidence(answer.evidence),
    ];
  }

  /** What an answer leaves open, in words. @param {any} answer @returns {string[]} */
  function unknown(answer) {
    const area = areaName.get(answer.area);
    const left = [];
    if (answer.status === "no_reply") left.push("unknown_no_reply");
    if (answer.status === "not_asked") left.push("unknown_not_asked");
    if (answer.status === "established" && !answer.forums.length) left.push("unknown_forum");
    if (answer.confidence === "uncertain") left.push("unknown_uncertain");
    return left.map((key) => filled(words.panel[key], { area }));
  }

  /** @param {any} forum */
  function body(forum) {
    const claims = data.memberships.filter((/** @type {any} */ claim) => claim.forum === forum.node);
    const areas = forum.areas.map((/** @type {string} */ id) => areaName.get(id));
    const named = new Set(forum.facts.filter((/** @type {any} */ f) => f.kind === "alias").map((/** @type {any} */ f) => f.text));
    const others = forum.aliases.filter((/** @type {string} */ alias) => !named.has(alias));
    const told = [...new Set(forum.facts.map((/** @type {any} */ fact) => fact.kind))];
    return [
      ...head(words.ui.forum, forum.name),
      ...(forum.kind ? [row(words.panel.kind, forum.kind)] : []),
      row(words.panel.status, words.forum_status[forum.status]),
      ...(areas.length ? [row(words.panel.areas, areas.join(", "))] : []),
      ...(forum.levels.length ? [row(words.panel.levels, forum.levels.join(", "))] : []),
      ...(others.length ? [row(words.panel.aliases, others.join(" · "))] : []),
      ...titled(words.panel.members, claimed(claims, (claim) => claim.municipality)),
      ...(claims.length ? [] : titled(words.panel.unknown, listed([words.panel.unknown_members]))),
      ...told.flatMap((kind) => facts(forum, kind)),
    ];
  }

  /** @param {any} forum @param {string} kind */
  function facts(forum, kind) {
    const own = forum.facts.filter((/** @type {any} */ fact) => fact.kind === kind);
    return titled(
      words.fact[kind] || kind,
      own.flatMap((/** @type {any} */ fact) => [element("p", { text: fact.text }), ...says(fact.by), ...evidence(fact.evidence)]),
    );
  }

  /** Claims of membership by basis, each with who says so; contradictions are said first. */
  function claimed(/** @type {any[]} */ claims, /** @type {(claim: any) => string} */ other) {
    const out = new Set(claims.filter((claim) => claim.basis === "excluded").map(other));
    const torn = [...out].filter((node) => claims.some((claim) => claim.basis !== "excluded" && other(claim) === node));
    const alerts = torn.map((node) =>
      element("p", { className: "alert", text: filled(words.panel.contradiction, { name: names.get(node) }) }),
    );
    const groups = bases.flatMap((basis) => {
      const own = claims.filter((claim) => claim.basis === basis);
      return own.length ? [element("h4", { text: capital(words.basis[basis]) }), list(own.map((claim) => member(claim, other(claim))))] : [];
    });
    return [...alerts, ...groups];
  }

  /** @param {any} claim @param {string} node */
  function member(claim, node) {
    const by = claim.basis === "self_reported" ? [] : says(claim.by);
    const reason = claim.reason ? [row(words.panel.reason, claim.reason)] : [];
    return element("li", { children: [link(node), ...by, ...reason, ...evidence(claim.evidence)] });
  }

  /** @param {string} kind @param {string} name */
  function head(kind, name) {
    const title = element("h2", { text: name });
    title.tabIndex = -1;
    const button = element("button", { className: "close", text: words.ui.close });
    button.type = "button";
    button.addEventListener("click", close);
    return [button, element("small", { text: kind }), title];
  }

  return {
    /** Shows a municipality or a forum. @param {any} one */
    show(one) {
      place.hidden = false;
      place.replaceChildren(...(one.node.startsWith("m:") ? municipality(one) : body(one)));
      if (place.parentElement) place.parentElement.scrollTop = 0;
    },
    /** Says what can be done, as nothing is chosen. */
    rest() {
      place.hidden = false;
      place.replaceChildren(element("p", { text: words.ui.hint }));
    },
  };
}

/**
 * An element with text and children.
 * @param {string} tag
 * @param {{ className?: string, text?: string, children?: Node[] }} content
 * @returns {any}
 */
function element(tag, { className = "", text = "", children = [] }) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  made.append(...children);
  return made;
}

/** @param {Node[]} items */
function list(items) {
  return element("ul", { children: items });
}

/** A list of texts, or nothing. @param {string[]} texts @returns {Node[]} */
function listed(texts) {
  return texts.length ? [list(texts.map((text) => element("li", { text })))] : [];
}

/** @param {Node[]} items @returns {Node[]} */
function separated(items) {
  return items.flatMap((item, index) => (index ? [document.createTextNode(", "), item] : [item]));
}

/** A text of the catalogue with its placeholders filled in. @param {string} text @param {Record<string, unknown>} values */
function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? String(values[key]) : whole));
}

/** A text that depends on a count. @param {{ one: string, other: string }} text @param {number} n */
function counted(text, n) {
  return filled(n === 1 ? text.one : text.other, { n });
}

/** @param {string} text */
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
