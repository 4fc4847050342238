// Puts the sheets on paper: just before the page is printed it lays them into it, afterwards it takes them out again.
// It knows the order of the pages, not what is drawn on them.

const PRINT_ROWS = 30; // municipalities that a page holds in a size that is read

/** The rows of each page, as even as they come; one page where there are none. @param {Town[]} towns */
function printPages(towns) {
  const pages = Math.max(1, Math.ceil(towns.length / PRINT_ROWS));
  const each = Math.ceil(towns.length / pages);
  return Array.from({ length: pages }, (_, index) => towns.slice(index * each, (index + 1) * each));
}

/** One page as a picture of lines. @param {Store} store @param {State["view"]} view @param {string} part @param {DrawView} draw */
function printSheet(store, view, part, draw) {
  const pen = svgPen(SHEET.width, SHEET.height);
  drawSheet(pen, store, { width: SHEET.width, height: SHEET.height, view, part }, draw);
  pen.name(store.data.meta.title, sheetSubtitle(store, view));
  return pen.element;
}

/** All pages: the whole matrix, the network, the tiles with the map. @param {Store} store @returns {SVGSVGElement[]} */
function printSheets(store) {
  const pages = printPages(surveyedTowns(store));
  const part = (/** @type {number} */ index) => (pages.length > 1 ? filled(store.data.words.take.sheet.part, { n: index + 1, of: pages.length }) : "");
  const matrix = pages.map((towns, index) =>
    printSheet(store, "matrix", part(index), (pen, whole, box) => drawMatrix(pen, whole, box, towns, index === pages.length - 1)),
  );
  return [...matrix, printSheet(store, "network", "", viewDrawer(store, "network")), printSheet(store, "places", "", viewDrawer(store, "places"))];
}

/** Prepares the sheets whenever the page is printed; `place` is the page's body. @param {Store} store @param {HTMLElement} place */
function printing(store, place) {
  /** @type {HTMLElement | null} */
  let section = null;
  const clear = () => {
    section?.remove();
    section = null;
  };
  const build = () => {
    clear();
    section = /** @type {HTMLElement} */ (element("section", { className: "sheets", children: printSheets(store) }));
    place.append(section);
  };
  window.addEventListener("beforeprint", build);
  window.addEventListener("afterprint", clear);
}
