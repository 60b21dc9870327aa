// The MapLibre style of a plattegrond: one GeoJSON source, told apart by `class`.
import { PAPER } from "./shapes.mjs";

const FONT = ["Noto Sans"];
/** Pixels per metre at zoom 16 in the Netherlands (52.2° N). */
const PIXELS_PER_METRE = 1.365;

const is = (...classes) => ["in", ["get", "class"], ["literal", classes]];
const stops = (...pairs) => ["interpolate", ["linear"], ["zoom"], ...pairs];

/** A line as wide as it is on the ground, `extra` pixels wider, but never thinner than `least`. */
function metres(width, least, extra = 0) {
  const at = (zoom) => Math.max(least, width * PIXELS_PER_METRE * 2 ** (zoom - 16)) + extra;
  const pairs = [12, 13, 14, 15, 16, 17, 18, 19, 20, 21].flatMap((zoom) => [zoom, at(zoom)]);
  return ["interpolate", ["exponential", 2], ["zoom"], ...pairs];
}

const fill = (id, filter, paint, more = {}) => ({ id, type: "fill", source: "plattegrond", filter, paint, ...more });

const line = (id, filter, paint, layout = {}) => ({
  id,
  type: "line",
  source: "plattegrond",
  filter,
  paint,
  layout: { "line-cap": "round", "line-join": "round", ...layout },
});

const areas = () => [
  fill("square", is("square"), { "fill-color": PAPER.square }),
  fill("green", is("green"), { "fill-color": PAPER.green }),
  fill("wood", is("wood"), { "fill-color": PAPER.wood }),
  fill("sport", is("sport"), { "fill-color": PAPER.sport, "fill-outline-color": "#B9CC90" }),
  fill("water", is("water"), { "fill-color": PAPER.water }),
  line("waterway", is("waterway"), { "line-color": PAPER.water, "line-width": metres(4, 1.2) }),
  line("water-edge", is("water"), { "line-color": "#86BBD3", "line-width": stops(14, 0.4, 18, 1.4) }),
];

const streets = () => [
  line("path", is("path"), {
    "line-color": PAPER.path,
    "line-width": metres(1.2, 0.9),
    "line-dasharray": [2.4, 1.6],
  }, { "line-cap": "butt" }),
  line("service-edge", is("service"), { "line-color": PAPER.streetEdge, "line-width": metres(3.6, 1, 1.4) }),
  line("street-edge", is("street"), { "line-color": PAPER.streetEdge, "line-width": metres(7, 2, 1.8) }),
  line("main-edge", is("street-main"), { "line-color": PAPER.mainEdge, "line-width": metres(11, 3, 2.2) }),
  line("service", is("service"), { "line-color": PAPER.street, "line-width": metres(3.6, 1) }),
  line("street", is("street"), { "line-color": PAPER.street, "line-width": metres(7, 2) }),
  line("main", is("street-main"), { "line-color": PAPER.main, "line-width": metres(11, 3) }),
  line("rail", is("rail"), { "line-color": PAPER.rail, "line-width": metres(2.2, 1.6) }, { "line-cap": "butt" }),
  line("rail-ties", is("rail"), {
    "line-color": PAPER.paper,
    "line-width": metres(1.2, 0.8),
    "line-dasharray": [5, 5],
  }, { "line-cap": "butt" }),
];

const buildings = () => [
  fill("building-shadow", is("building"), {
    "fill-color": PAPER.buildingEdge,
    "fill-opacity": stops(15, 0, 16.5, 0.55),
    "fill-translate": stops(16, ["literal", [0.8, 1]], 19, ["literal", [3, 4]]),
  }, { minzoom: 15 }),
  fill("building", is("building"), { "fill-color": PAPER.building }),
  line("building-edge", is("building"), {
    "line-color": PAPER.buildingEdge,
    "line-width": stops(14, 0.2, 16, 0.6, 19, 1.2),
  }),
];

const boundary = () => [
  { id: "outside", type: "fill", source: "rand", filter: is("outside"), paint: { "fill-color": PAPER.paper, "fill-opacity": 0.52 } },
  {
    id: "boundary-halo",
    type: "line",
    source: "rand",
    filter: is("boundary"),
    paint: { "line-color": PAPER.halo, "line-width": stops(13, 3, 18, 7), "line-opacity": 0.6 },
  },
  {
    id: "boundary",
    type: "line",
    source: "rand",
    filter: is("boundary"),
    layout: { "line-join": "round" },
    paint: { "line-color": PAPER.boundary, "line-width": stops(13, 1.6, 18, 3.2), "line-dasharray": [3, 2] },
  },
];

const halo = { "text-halo-color": PAPER.halo, "text-halo-width": 1.8, "text-halo-blur": 0.4 };

function label(id, filter, layout, paint = {}, more = {}) {
  return {
    id,
    type: "symbol",
    source: "plattegrond",
    filter: ["all", ["has", "name"], filter],
    layout: { "text-field": ["get", "name"], "text-font": FONT, "text-max-width": 8, ...layout },
    paint: { "text-color": PAPER.label, ...halo, ...paint },
    ...more,
  };
}

const along = (sizes, spacing) => ({
  "symbol-placement": "line",
  "symbol-spacing": spacing,
  "text-size": stops(...sizes),
  "text-max-angle": 32,
  "text-padding": 3,
});

const labels = () => [
  label("area-name", is("green", "wood", "square", "sport"), { "text-size": stops(14, 10.5, 18, 14) }, { "text-color": ["match", ["get", "class"], "square", "#6B5A3C", "#44602C"] }, { minzoom: 15 }),
  label("water-name", is("water"), { "text-size": stops(14, 11, 18, 15), "text-letter-spacing": 0.06 }, { "text-color": "#27607D" }, { minzoom: 14.5 }),
  label("waterway-name", is("waterway"), { ...along([14, 11, 18, 15], 320), "text-letter-spacing": 0.08 }, { "text-color": "#27607D" }),
  label("path-name", is("path", "service"), along([16, 10.5, 19, 13.5], 300), { "text-color": "#655C4C" }, { minzoom: 16.3 }),
  label("street-name", is("street"), along([14, 9.5, 16, 12, 18, 15.5, 20, 19], 260), {}, { minzoom: 14.3 }),
  label("main-name", is("street-main"), along([13, 10.5, 16, 13.5, 18, 17, 20, 21], 340)),
  {
    id: "place",
    type: "symbol",
    source: "plattegrond",
    filter: is("place"),
    minzoom: 14.6,
    layout: {
      "icon-image": ["concat", "place-", ["get", "kind"]],
      "icon-size": stops(14.6, 0.72, 16.5, 1, 19, 1.35),
      "icon-padding": 1,
      "text-field": ["step", ["zoom"], "", 16.2, ["coalesce", ["get", "name"], ""]],
      "text-font": FONT,
      "text-size": stops(16, 11, 19, 14),
      "text-variable-anchor-offset": ["top", [0, 1], "left", [1.1, 0], "right", [-1.1, 0]],
      "text-optional": true,
      "text-max-width": 9,
    },
    paint: { "text-color": PAPER.label, ...halo },
  },
];

/**
 * The whole style.
 *
 * @param plattegrond the FeatureCollection of the plattegrond (WGS84)
 * @param edge        the boundary and the dimmed rest of the world, from `edgeOf`
 * @param fontUrl     address of the variable Noto Sans (woff2); no glyph server is asked
 */
export function styleOf(plattegrond, edge, fontUrl) {
  const face = [{ url: fontUrl, "unicode-range": ["U+0000-FFFF"] }];
  return {
    version: 8,
    "font-faces": { [FONT[0]]: face },
    sources: {
      plattegrond: { type: "geojson", data: plattegrond, maxzoom: 17, tolerance: 0.2, buffer: 64 },
      rand: { type: "geojson", data: edge, maxzoom: 16, tolerance: 0.2 },
    },
    layers: [
      { id: "paper", type: "background", paint: { "background-color": PAPER.paper } },
      ...areas(),
      ...streets(),
      ...buildings(),
      ...boundary(),
      ...labels(),
    ],
  };
}

/** Layers under which heat is drawn: names stay readable above it. */
export const FIRST_LABEL = "area-name";

/** The boundary as it is, and everything outside it as one polygon with holes. */
export function edgeOf(plattegrond) {
  const own = plattegrond.features.filter((feature) => feature.properties.class === "boundary");
  const polygons = own.flatMap(({ geometry }) => (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates));
  const world = [[-20, 30], [40, 30], [40, 70], [-20, 70], [-20, 30]];
  const outside = {
    type: "Feature",
    properties: { class: "outside" },
    geometry: { type: "Polygon", coordinates: [world, ...polygons.map((rings) => rings[0])] },
  };
  return { type: "FeatureCollection", features: polygons.length > 0 ? [outside, ...own] : own };
}
