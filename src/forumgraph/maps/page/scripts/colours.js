// The colours of the page as it stands, light or dark, and of what is taken away, which is always light.

const FACE = 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif';

// Okabe and Ito's, each within one circle; its outline and its name are the same hue, dark or light enough to be read.
const HULLS = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"];
const HULL_INKS = {
  light: ["#00609a", "#a34800", "#006e50", "#93386b", "#7d5600", "#1a6590"],
  dark: ["#4fb0ec", "#f5914a", "#35c99a", "#e7a0c9", "#f0b429", "#9bd6f7"],
};

/**
 * @typedef {{ ink: string, soft: string, paper: string, ground: string, line: string, faint: string, accent: string,
 *   halo: string, hull: string, hulls: string[], hullInks: string[], alert: string, status: { [key: string]: Look } }} Colours
 */

/** @param {Data} data @returns {Colours} */
function lightColours(data) {
  return {
    ink: "#1b1f24", soft: "#4d545b", paper: "#ffffff", ground: "#f5f6f8", line: "#868d95", faint: "#e4e7ea",
    accent: "#005a8e", halo: "rgba(255,255,255,.92)", hull: "rgba(0,114,178,.07)", hulls: HULLS, hullInks: HULL_INKS.light,
    alert: "#b3261e", status: data.looks.status,
  };
}

/** @param {Data} data @returns {Colours} */
function screenColours(data) {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  if (!dark) return lightColours(data);
  return {
    ink: "#f2f4f6", soft: "#b9c1c9", paper: "#171b20", ground: "#20262d", line: "#8b949e", faint: "#2e353d",
    accent: "#7cc4f0", halo: "rgba(23,27,32,.92)", hull: "rgba(86,180,233,.10)", hulls: HULLS, hullInks: HULL_INKS.dark,
    alert: "#ffb4ab", status: data.looks.dark.status,
  };
}
