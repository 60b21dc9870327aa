// Our bindings to MapLibre: the few things the program asks of a map, called from WebAssembly.
//
// Everything structured may be handed over as an object or as JSON text. What is drawn on the
// canvas does not exist for a screen reader: a list or form beside the map says it all again.
import { edgeOf, styleOf } from "./style.mjs";
import { PIXEL_RATIO, pictures } from "./figures.mjs";
import { drawWalk, keepInside } from "./walk.mjs";
import { clearDraft, drawPins, makeOthersInert, placeDraft } from "./pins.mjs";

/** Filled in by tools/site.mjs: hashed addresses. */
const [MAPLIBRE, WORKER, FONT] = [__MAPLIBRE__, __WORKER__, __FONT__];

const ROUND_THE_BUURT = 0.006; // degrees one may wander off, about 500 m

const read = (value) => (typeof value === "string" && /^\s*[[{]/.test(value) ? JSON.parse(value) : value);

/** There is no map to be had here; the drawing the server made stays. `name` tells why. */
class MapUnavailable extends Error {
  constructor(name, cause) {
    super(`${name}: ${cause?.message ?? "no map on this device"}`, { cause });
    this.name = name;
  }
}

function needWebGl() {
  const context = document.createElement("canvas").getContext("webgl2");
  if (!context) throw new MapUnavailable("NoWebGl");
  context.getExtension("WEBGL_lose_context")?.loseContext();
}

async function fetchJson(url) {
  const answer = await fetch(url, { credentials: "same-origin" });
  if (!answer.ok) throw new MapUnavailable("NoPlattegrond", new Error(`HTTP ${answer.status}`));
  return answer.json();
}

/** The source of the map, in words, always in view. */
class Attribution {
  constructor(words) {
    this.words = words;
  }
  onAdd() {
    this.element = document.createElement("div");
    this.element.className = "maplibregl-ctrl map-attribution";
    const about = /openstreetmap/i.test(this.words);
    const text = document.createElement(about ? "a" : "span");
    if (about) Object.assign(text, { href: "https://www.openstreetmap.org/copyright", target: "_blank", rel: "noopener" });
    text.textContent = this.words;
    this.element.append(text);
    return this.element;
  }
  onRemove() {
    this.element.remove();
  }
}

function bounds(bbox, round) {
  const [west, south, east, north] = bbox;
  return [[west - round, south - round / 1.6], [east + round, north + round / 1.6]];
}

/** Room round the area, in pixels. */
const edge = (container) => Math.min(24, container.clientWidth / 20);

function mapOptions(container, options, style) {
  return {
    container,
    style,
    bounds: bounds(options.bbox, 0),
    fitBoundsOptions: { padding: edge(container) },
    maxBounds: bounds(options.bbox, ROUND_THE_BUURT),
    minZoom: 11,
    maxZoom: 19.9,
    interactive: options.interactive !== false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    rollEnabled: false,
    renderWorldCopies: false,
    attributionControl: false,
    fadeDuration: options.reducedMotion ? 0 : 200,
    validateStyle: false,
    locale: {
      "Map.Title": options.labels.map,
      "NavigationControl.ZoomIn": options.labels.zoomIn,
      "NavigationControl.ZoomOut": options.labels.zoomOut,
    },
  };
}

function onSomething(map, callbacks) {
  const { onTap, onMove, onReady, onLost } = callbacks;
  if (onTap) {
    // A tap is at the place that was under the finger when it came down, wherever the map went meanwhile; and of two taps
    // none makes the map jump.
    map.doubleClickZoom.disable();
    let aimed = null;
    const surface = map.getCanvasContainer();
    surface.addEventListener("pointerdown", ({ clientX, clientY, isPrimary }) => {
      const { left, top } = surface.getBoundingClientRect();
      aimed = isPrimary ? map.unproject([clientX - left, clientY - top]) : null;
    }, { capture: true, passive: true });
    map.on("click", ({ originalEvent, lngLat }) => {
      if (originalEvent.target.closest(".maplibregl-marker")) return;
      const { lng, lat } = aimed ?? lngLat;
      onTap(lng, lat);
    });
    // With the keyboard: move the map under the cross, then Enter.
    map.getCanvas().addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      const { lng, lat } = map.getCenter();
      onTap(lng, lat);
    });
  }
  if (onMove) map.on("moveend", () => onMove(map.getZoom(), ...map.getCenter().toArray()));
  if (onReady) map.once("idle", () => onReady());
  if (onLost) map.on("webglcontextlost", () => onLost());
}

function addPinLayer(map) {
  map.addSource("stippen", { type: "geojson", data: { type: "FeatureCollection", features: [] } });
  map.addLayer({
    id: "stippen",
    type: "symbol",
    source: "stippen",
    layout: {
      "icon-image": ["concat", "pin-", ["get", "kind"]],
      "icon-size": ["interpolate", ["linear"], ["zoom"], 13, 0.42, 16, 0.66, 19, 0.86],
      "icon-allow-overlap": true,
      "icon-ignore-placement": true,
    },
  });
}

/**
 * Puts a map in `container` and resolves with its handle once it can be used.
 *
 * @param container element the map fills
 * @param options   `{plattegrondUrl, bbox: [west, south, east, north] (degrees), labels: {map, zoomIn, zoomOut},
 *                  interactive?, reducedMotion?}`
 * @param callbacks `{onReady(), onTap(lon, lat), onMove(zoom, lon, lat), onPin(id), onLost()}`, each optional
 * @throws an error whose `name` is `NoWebGl`, `NoPlattegrond` or `NoMap`
 */
export async function create(container, options, callbacks = {}) {
  needWebGl();
  const told = read(options);
  const reducedMotion = told.reducedMotion ?? matchMedia("(prefers-reduced-motion: reduce)").matches;
  const [maplibre, plattegrond] = await Promise.all([import(MAPLIBRE), fetchJson(told.plattegrondUrl)]);
  maplibre.setWorkerUrl(new URL(WORKER, location.href).href);
  const style = styleOf(plattegrond, edgeOf(plattegrond), new URL(FONT, location.href).href);
  let map;
  try {
    map = new maplibre.Map(mapOptions(container, { ...told, reducedMotion }, style));
  } catch (error) {
    throw new MapUnavailable("NoMap", error);
  }
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  if (told.interactive !== false) map.addControl(new maplibre.NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new Attribution(plattegrond.attribution ?? "© OpenStreetMap-bijdragers"), "bottom-right");
  onSomething(map, callbacks);
  await new Promise((resolve) => map.once("style.load", resolve));
  for (const [name, image] of pictures()) map.addImage(name, image, { pixelRatio: PIXEL_RATIO });
  addPinLayer(map);
  const handle = { map, maplibre, callbacks, reducedMotion, bbox: told.bbox, own: new Map(), draft: null };
  map.on("moveend", () => {
    makeOthersInert(handle);
    keepInside(handle);
  });
  return handle;
}

/** Shows these pins and no others: `[{id, lon, lat, kind, own, waiting, label}]`; degrees. */
export function setPins(handle, pins) {
  drawPins(handle, read(pins));
}

/** Shows the pin that is being placed; `onMoved(lon, lat)` after dragging or the arrow keys. */
export function setDraft(handle, lon, lat, label, onMoved) {
  placeDraft(handle, lon, lat, label, onMoved);
}

export { clearDraft };

/** Shows this walk and no other; `onStop(number)` hears which of its numbers was pressed. */
export function setWalk(handle, walk, onStop) {
  drawWalk(handle, walk, onStop);
}

/** Brings a place (degrees) into the middle; at `zoom` when told, never further out than now. */
export function flyTo(handle, lon, lat, zoom) {
  const { map, reducedMotion } = handle;
  const target = { center: [lon, lat], zoom: Math.max(zoom ?? 17, map.getZoom()) };
  if (reducedMotion) map.jumpTo(target);
  else map.easeTo({ ...target, duration: 600 });
}

/** Shows the whole area, as the map began. */
export function showAll({ map, bbox }) {
  map.stop();
  map.fitBounds(bounds(bbox, 0), { padding: edge(map.getContainer()), animate: false });
}

export { showComing } from "./coming.mjs";
export { showHeat, showSpot } from "./heat.mjs";
