// The colours of the page as it stands, light or dark, and of what is taken away, which is always light.

const FACE = 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif';

// Okabe and Ito's, each around one circle; the circle's name stands at its edge.
const HULLS = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"];

/**
 * @typedef {{ ink: string, soft: string, paper: string, ground: string, line: string, faint: string, accent: string,
 *   halo: string, hull: string, hulls: string[], alert: string, status: { [key: string]: Look } }} Colours
 */

/** @param {Data} data @returns {Colours} */
function lightColours(data) {
  return {
    ink: "#1b1f24", soft: "#4d545b", paper: "#ffffff", ground: "#f5f6f8", line: "#868d95", faint: "#e4e7ea",
    accent: "#005a8e", halo: "rgba(255,255,255,.92)", hull: "rgba(0,114,178,.07)", hulls: HULLS, alert: "#b3261e", status: data.looks.status,
  };
}

/** @param {Data} data @returns {Colours} */
function screenColours(data) {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  if (!dark) return lightColours(data);
  return {
    ink: "#f2f4f6", soft: "#b9c1c9", paper: "#171b20", ground: "#20262d", line: "#8b949e", faint: "#2e353d",
    accent: "#7cc4f0", halo: "rgba(23,27,32,.92)", hull: "rgba(86,180,233,.10)", hulls: HULLS, alert: "#ffb4ab", status: data.looks.dark.status,
  };
}
