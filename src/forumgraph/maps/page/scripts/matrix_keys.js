// The keys of the matrix: one stop for the tabulator, arrows from there. Knows nothing of what the cells say.

/**
 * Moves the focus by the arrow keys; returns what keeps one stop for the tabulator after a change.
 * @param {HTMLElement} place
 * @param {() => HTMLElement[][]} lines heads first; the line of heads has no first cell
 */
function matrixKeys(place, lines) {
  /** @type {HTMLElement | null} */ let stop = null;
  const take = (/** @type {HTMLElement | undefined} */ next) => {
    if (!next) return;
    if (stop) stop.tabIndex = -1;
    stop = next;
    stop.tabIndex = 0;
  };
  place.addEventListener("focusin", (event) => take(/** @type {HTMLElement} */ (event.target).closest("td button, th button") ? /** @type {HTMLElement} */ (event.target) : undefined));
  place.addEventListener("keydown", (event) => {
    const grid = lines();
    grid[0] = [grid[0][0], ...grid[0]]; // above the names: the first area
    const from = grid.findIndex((line) => line.includes(/** @type {HTMLElement} */ (event.target)));
    if (from < 0 || event.altKey || event.metaKey) return;
    const column = grid[from].lastIndexOf(/** @type {HTMLElement} */ (event.target));
    const [line, at] = matrixStep(event, from, column, grid.length - 1, grid[from].length - 1);
    if (line === from && at === column) return;
    event.preventDefault();
    grid[line][at].focus();
  });
  return () => {
    if (!stop || !stop.isConnected) take(lines()[0][0]);
  };
}

/** Where a key leads: line and column. @param {KeyboardEvent} event @param {number} line @param {number} column @param {number} last @param {number} end @returns {[number, number]} */
function matrixStep(event, line, column, last, end) {
  const leap = event.ctrlKey;
  switch (event.key) {
    case "ArrowUp": return [Math.max(0, line - 1), column];
    case "ArrowDown": return [Math.min(last, line + 1), column];
    case "ArrowLeft": return [line, Math.max(line ? 0 : 1, column - 1)];
    case "ArrowRight": return [line, Math.min(end, column + 1)];
    case "Home": return [leap ? 0 : line, line && !leap ? 0 : 1];
    case "End": return [leap ? last : line, end];
    default: return [line, column];
  }
}

/** Scrolls a place, and nothing around it, until a cell is seen beside what sticks to its edges. @param {HTMLElement} place @param {Element} cell */
function matrixReveal(place, cell) {
  const corner = place.querySelector(".matrix-corner");
  const inner = corner && getComputedStyle(corner).position === "sticky" ? corner.getBoundingClientRect() : { width: 0, height: 0 };
  const foot = place.querySelector("tfoot th");
  const below = foot && getComputedStyle(foot).position === "sticky" && getComputedStyle(foot).bottom === "0px" ? foot.getBoundingClientRect().height : 0;
  const box = place.getBoundingClientRect();
  const at = cell.getBoundingClientRect();
  const ahead = cell.closest("thead") ? 0 : Math.min(0, at.top - box.top - inner.height) || Math.max(0, at.bottom - box.bottom + below);
  const aside = cell.closest("tbody th") ? 0 : Math.min(0, at.left - box.left - inner.width) || Math.max(0, at.right - box.right);
  const air = 8; // so that its outline is seen as well
  if (ahead) place.scrollTop += ahead + Math.sign(ahead) * air;
  if (aside) place.scrollLeft += aside + Math.sign(aside) * air;
}
