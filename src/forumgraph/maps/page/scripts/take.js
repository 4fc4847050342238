// The menu that lets a view be taken away: as a picture, a table, a print or an address.
// It knows which files there are, not what stands in them.

const PNG_SCALE = 2;
const PNG_LIMIT = 8192; // pixels a side: beyond that some browsers give an empty picture
const MANY_TILES = 40; // beyond that, tiles need the room more than the map does
const FILE_TYPES = {
  svg: "image/svg+xml",
  csv: "text/csv;charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** A part of a file's name in plain letters: "Ærøs fora" becomes "aeroes-fora". @param {string} text */
function plainLetters(text) {
  const danish = text.toLowerCase().replace(/[æøåäöüß]/g, (sign) => ({ æ: "ae", ø: "oe", å: "aa", ä: "ae", ö: "oe", ü: "ue", ß: "ss" })[sign] || sign);
  const plain = danish.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60).replace(/-+$/, "");
}

/** The name of what is saved: the atlas, the view, the area that is chosen, and whether something is filtered out. @param {Store} store @param {string} ending */
function takeName(store, ending) {
  const { data, state } = store;
  const atlas = (data.meta.file || data.meta.title).replace(/\.[a-z]+$/i, "");
  const words = data.words.take.file;
  const parts = [plainLetters(atlas) || "fora", plainLetters(words[state.view]), plainLetters(sheetArea(store)), stateFilters(store).length ? words.filtered : ""];
  return `${parts.filter(Boolean).join("-")}.${ending}`;
}

/** Draws the view's own part of a sheet. @param {Store} store @param {State["view"]} view @returns {DrawView} */
function viewDrawer(store, view) {
  if (view === "matrix") return (pen, whole, box) => drawMatrix(pen, whole, box);
  if (view === "network") return drawNamedNetwork;
  return (pen, whole, box) => {
    const wide = (box.width - 16) * (placedTowns(store).length > MANY_TILES ? 0.62 : 0.5);
    const parts = /** @type {[typeof drawTiles, number, number][]} */ ([[drawTiles, 0, wide], [drawPoints, wide + 16, box.width - 16 - wide]]);
    for (const [draw, left, width] of parts) {
      pen.save();
      draw(pen, whole, { ...box, x: box.x + left, width });
      pen.restore();
    }
  };
}

/** The sheet of the view as it stands: a matrix grows with its rows. @param {Store} store */
function takeSize(store) {
  if (store.state.view !== "matrix") return { ...SHEET, pad: 0 };
  return { width: SHEET.width, height: Math.max(420, matrixHeight(surveyedTowns(store).length) + 190) };
}

/** The view as an SVG file. @param {Store} store */
function takeSvg(store) {
  const size = bordered(takeSize(store));
  const pen = svgPen(size.width, size.height);
  pen.name(store.data.meta.title, `${sheetSubtitle(store, store.state.view)}. ${sheetSource(store, store.state.view)}`);
  drawBordered(pen, store, size);
  return pen.text();
}

/** A picture for a document or a slide has some white around it; paper has its margins. @param {{ width: number, height: number }} size */
function bordered(size) {
  return { width: size.width + 48, height: size.height + 40 };
}

/** @param {Pen} pen @param {Store} store @param {{ width: number, height: number }} size */
function drawBordered(pen, store, { width, height }) {
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, width, height);
  pen.translate(24, 20);
  drawSheet(pen, store, { width: width - 48, height: height - 40 }, viewDrawer(store, store.state.view));
}

/** The view as a PNG: painted anew by the same code, since the page may load no picture, not even its own. @param {Store} store @returns {Promise<Blob | null>} */
function takePng(store) {
  const size = bordered(takeSize(store));
  const scale = Math.min(PNG_SCALE, PNG_LIMIT / Math.max(size.width, size.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.floor(size.width * scale);
  canvas.height = Math.floor(size.height * scale);
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.scale(scale, scale);
  drawBordered(pen, store, size);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

/** @param {Store} store */
function takeCsv(store) {
  const [table] = viewTables(store);
  return csvText([...table.rows, ...(store.state.view === "matrix" ? totalLine(store) : []), ...filterLine(store)]);
}

/** Hands a file to the browser. @param {Blob} blob @param {string} name */
function saveFile(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000); // the browser may still be asking where to put it
}

/**
 * Puts into `place` a button that opens what can be taken away, with a line under it that says what was done.
 * @param {Store} store @param {HTMLElement} place
 */
function takeAway(store, place) {
  const words = store.data.words.take;
  const opener = pressable(words.menu.title, () => open(panel.hidden));
  const panel = element("div", { className: "take-panel" });
  const said = element("p", { className: "take-said" });
  const address = addressField(words);
  opener.setAttribute("aria-expanded", "false");
  panel.id = "take-panel";
  opener.setAttribute("aria-controls", panel.id);
  said.setAttribute("role", "status");

  /** @param {boolean} shown */
  function open(shown) {
    panel.hidden = !shown;
    opener.setAttribute("aria-expanded", String(shown));
    if (!shown) address.hide();
    if (shown) said.textContent = "";
    if (shown) panel.querySelector("button")?.focus();
  }
  /** Does one thing and says how it went; a failure is said, never swallowed. @param {() => Promise<string>} work */
  const doing = (work) => async () => {
    said.textContent = "";
    said.textContent = await work().catch((/** @type {unknown} */ error) => filled(words.said.failed, { reason: String(error) }));
  };
  const save = (/** @type {string} */ ending, /** @type {() => Promise<Blob | null>} */ make) =>
    doing(async () => {
      const [name, blob] = [takeName(store, ending), await make()];
      if (!blob) return words.said.too_large;
      saveFile(blob, name);
      return filled(words.said.saved, { name });
    });
  const file = (/** @type {"svg" | "csv" | "xlsx"} */ ending, /** @type {() => BlobPart | Promise<BlobPart>} */ make) =>
    save(ending, async () => new Blob([await make()], { type: FILE_TYPES[ending] }));
  /** @type {[string, () => void][]} */
  const entries = [
    [words.menu.png, save("png", () => takePng(store))],
    [words.menu.svg, file("svg", () => takeSvg(store))],
    [words.menu.csv, file("csv", () => takeCsv(store))],
    [words.menu.xlsx, file("xlsx", () => xlsx(viewTables(store)))],
    [words.menu.print, () => window.print()],
    [words.menu.copy, doing(() => copyAddress(words, address))],
  ];
  panel.append(list(entries.map(([text, work]) => element("li", { children: [pressable(text, work)] }))), address.element, said);
  panel.hidden = true;
  place.classList.add("take");
  place.append(opener, panel);
  closing(place, opener, () => panel.hidden, () => open(false));
}

/** Escape, a press elsewhere and the focus that moves on close; Escape gives the focus back. @param {HTMLElement} place @param {HTMLElement} opener @param {() => boolean} closed @param {() => void} close */
function closing(place, opener, closed, close) {
  place.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || closed()) return;
    event.stopPropagation();
    close();
    opener.focus();
  });
  place.addEventListener("focusout", (event) => {
    const next = /** @type {Node | null} */ (event.relatedTarget);
    if (next && !closed() && !place.contains(next)) close(); // or it would cover what has the focus
  });
  document.addEventListener("pointerdown", (event) => {
    if (!closed() && !place.contains(/** @type {Node} */ (event.target))) close();
  });
}

/** The address as a text to mark and copy by hand, where the browser does not let a page do it. @param {Words} words */
function addressField(words) {
  const field = element("input", {});
  field.type = "text";
  field.readOnly = true;
  const label = element("label", { text: words.menu.address, children: [field] });
  label.hidden = true;
  return {
    element: label,
    hide: () => void (label.hidden = true),
    show(/** @type {string} */ address) {
      field.value = address;
      label.hidden = false;
      field.focus();
      field.select();
    },
  };
}

/** Copies the address of the view, or shows it. @param {Words} words @param {ReturnType<typeof addressField>} field @returns {Promise<string>} */
async function copyAddress(words, field) {
  const local = location.protocol === "file:" ? ` ${words.said.local}` : "";
  try {
    await navigator.clipboard.writeText(location.href);
    return words.said.copied + local;
  } catch {
    field.show(location.href); // no clipboard: an old browser, or one that does not trust pages from a folder
    return words.said.copy_yourself + local;
  }
}
