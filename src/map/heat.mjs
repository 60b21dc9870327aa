// Heat on the live map: bands of one or two layers, what is not shown and why, and strengths that are one of a kind.
import { RAMPS } from "./shapes.mjs";
import { showComing } from "./coming.mjs";
import { FIRST_LABEL } from "./style.mjs";

const PLACE_FONT = ["Noto Sans"];

/** The value a ramp has for the class (1–5) of a band. */
function byClass(ramp, column) {
  const pairs = RAMPS[ramp].flatMap((look, i) => [i + 1, look[column]]);
  return ["match", ["get", "class"], ...pairs, RAMPS[ramp][0][column]];
}

function paintOf({ ramp, dots }) {
  if (dots) return { "fill-pattern": ["concat", "dots-", ["to-string", ["get", "class"]]] };
  return { "fill-color": byClass(ramp, 0), "fill-opacity": byClass(ramp, 1), "fill-antialias": false };
}

function setSource(map, id, data) {
  const known = map.getSource(id);
  if (known) known.setData(data);
  else map.addSource(id, { type: "geojson", data, tolerance: 0.2 });
  return !known;
}

const NOTHING = { type: "FeatureCollection", features: [] };

/** Bands of the layer at `slot`; the look of a slot may change when another layer is chosen. */
function showBands(handle, slot, layer) {
  const { map } = handle;
  const id = `heat-${slot}`;
  setSource(map, id, layer?.bands ?? NOTHING);
  const look = layer ? `${layer.ramp}${layer.dots}` : handle.looks[slot];
  if (handle.looks[slot] === look) return;
  handle.looks[slot] = look;
  for (const old of [id, `${id}-edge`]) if (map.getLayer(old)) map.removeLayer(old);
  const over = `heat-${slot + 1}`;
  const before = map.getLayer(over) ? over : FIRST_LABEL;
  map.addLayer({ id, type: "fill", source: id, paint: paintOf(layer) }, before);
  if (layer.dots) return;
  const edge = { "line-color": "#FFFFFF", "line-width": 1, "line-opacity": 0.55 };
  map.addLayer({ id: `${id}-edge`, type: "line", source: id, paint: edge }, before);
}

function showHidden({ map }, hidden) {
  if (!setSource(map, "heat-hidden", hidden)) return;
  const pattern = ["match", ["get", "why"], "nobody", "nobody", "hatch"];
  map.addLayer({ id: "heat-hidden", type: "fill", source: "heat-hidden", paint: { "fill-pattern": pattern } }, FIRST_LABEL);
}

function showStrong({ map }, strong) {
  const features = strong.map(({ name, lon, lat }) => ({
    type: "Feature", properties: { name }, geometry: { type: "Point", coordinates: [lon, lat] },
  }));
  if (!setSource(map, "sterke-plekken", { type: "FeatureCollection", features })) return;
  map.addLayer({
    id: "sterke-plekken",
    type: "symbol",
    source: "sterke-plekken",
    layout: {
      "icon-image": "strong",
      "icon-allow-overlap": true,
      "icon-ignore-placement": false,
      "text-field": ["step", ["zoom"], "", 15, ["get", "name"]],
      "text-font": PLACE_FONT,
      "text-size": 13,
      "text-variable-anchor-offset": ["top", [0, 1.1], "left", [1.2, 0], "right", [-1.2, 0]],
      "text-optional": true,
      "text-max-width": 9,
    },
    paint: { "text-color": "#0B3566", "text-halo-color": "#FFFFFF", "text-halo-width": 2 },
  });
}

/**
 * Shows these layers and no others.
 *
 * @param shown `{layers: [{ramp: "sterk" | "beter", dots, bands}], hidden, strong: [{name, lon, lat}]}`: layers from
 *              below; `bands` a FeatureCollection with `class` 1 (little) to 5 (much); `hidden` one with `why`: `few` (no, or
 *              too few, answers) or `nobody` (nobody was asked)
 */
export function showHeat(handle, { layers, hidden, strong, coming }) {
  handle.looks ??= [];
  // What is not shown lies at the bottom.
  showHidden(handle, hidden);
  for (let slot = 0; slot < Math.max(layers.length, handle.looks.length); slot += 1) showBands(handle, slot, layers[slot]);
  showStrong(handle, strong);
  if (coming?.features.length > 0) showComing(handle, coming);
}

/** A ring round the place that is told about (`[lon, lat]`), or none. */
export function showSpot({ map }, place) {
  const features = place ? [{ type: "Feature", properties: {}, geometry: { type: "Point", coordinates: place } }] : [];
  if (!setSource(map, "plek", { type: "FeatureCollection", features })) return;
  const ring = (color, width) => ({
    "circle-radius": 15, "circle-color": "rgba(0, 0, 0, 0)", "circle-stroke-color": color, "circle-stroke-width": width,
  });
  map.addLayer({ id: "plek-edge", type: "circle", source: "plek", paint: ring("#FFFFFF", 7) });
  map.addLayer({ id: "plek", type: "circle", source: "plek", paint: ring("#16213F", 3.5) });
}
