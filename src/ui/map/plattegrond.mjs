// The plattegrond that can be moved: the server's drawing, moved by Leaflet. What a map shows beside it are buttons over it and
// shapes in it; a list or form beside the map says it all again.
import { Control, DivIcon, DomEvent, DomUtil, Draggable, LatLngBounds, Map as Chart, Marker } from "leaflet";
import { Marks } from "./marks.mjs";
import { Stage, takenFrom } from "./stage.mjs";

const EDGE = 24; // pixels round the area
const ROUND = 14; // pixels a finger may tremble in a tap
const NEAR = 0.55; // levels of zoom that a place in the middle stays away from the nearest look

// A tap of a hand that trembles moves nothing.
Draggable.mergeOptions({ clickTolerance: ROUND });

/** Closer and further away. */
const Zoom = Control.extend({
  options: { position: "topright" },
  onAdd(map) {
    const bar = DomUtil.create("div", "map-zoom");
    const button = (className, label, work) => {
      const one = DomUtil.create("button", className, bar);
      one.type = "button";
      one.setAttribute("aria-label", label);
      one.title = label;
      one.addEventListener("click", work);
      return one;
    };
    const { zoomIn, zoomOut } = this.options.labels;
    const closer = button("map-zoom-in", zoomIn, () => map.zoomIn());
    const further = button("map-zoom-out", zoomOut, () => map.zoomOut());
    // Not `disabled`, which would take the focus from under the hand of whoever uses keys.
    const spent = (one, yes) => one.setAttribute("aria-disabled", String(yes));
    const bounds = () => {
      spent(closer, map.getZoom() >= map.getMaxZoom() - 0.01);
      spent(further, map.getZoom() <= map.getMinZoom() + 0.01);
    };
    map.on("zoomend zoomlevelschange", bounds);
    DomEvent.disableClickPropagation(bar);
    DomEvent.disableScrollPropagation(bar);
    return bar;
  },
});

/** What is of the whole area, and of no place on it. */
const Whole = Control.extend({
  options: { position: "topright" },
  onAdd() {
    const { whole: [label, picture], onTap } = this.options;
    const bar = DomUtil.create("div", "map-zoom map-whole");
    const button = DomUtil.create("button", "", bar);
    button.type = "button";
    button.setAttribute("aria-label", label);
    button.title = label;
    button.innerHTML = '<svg class="icon" aria-hidden="true" focusable="false"><use></use></svg>';
    button.querySelector("use").setAttribute("href", picture);
    button.addEventListener("click", () => onTap());
    DomEvent.disableClickPropagation(bar);
    return bar;
  },
});

const corners = ([west, south, east, north]) => [[south, west], [north, east]];

/** The map of a section: `options` as `MapOptions` in `mod.rs`, callbacks as `openMap` has them. */
export class PlattegrondMap {
  #moved = false; // somebody moved the map: it is not fitted by itself any more
  #fitting = false;
  #gliding = false; // between two nearnesses: what is asked of Leaflet meanwhile is not heard
  #draft = null;
  #spot = null;

  constructor(section, options, callbacks) {
    const container = section.querySelector(".map-live");
    this.calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    Object.assign(this, { section, options, callbacks, container, bounds: corners(options.drawing) });
    const chart = new Chart(container, {
      attributionControl: false, zoomControl: false, doubleClickZoom: false, tapHold: false, boxZoom: false,
      trackResize: false, zoomSnap: 0, zoomDelta: 1, wheelPxPerZoomLevel: 90, maxBoundsViscosity: 1,
      zoomAnimation: !this.calm, fadeAnimation: false, inertia: !this.calm, minZoom: 0, maxZoom: options.maxZoom,
    });
    this.chart = chart;
    // Told as an option when it is made, Leaflet would glide back within its bounds after every movement, a fit too, and go on gliding
    // where the box changed meanwhile. So dragging, keys and buttons know the bounds, and what a pinch left outside comes back at once.
    chart.options.maxBounds = new LatLngBounds(this.bounds);
    chart.on("zoomend", () => {
      if (!this.#fitting) chart.panInsideBounds(chart.options.maxBounds, { animate: false });
    });
    container.setAttribute("role", "region");
    container.setAttribute("aria-label", options.labels.map);
    // Not every movement is somebody's.
    chart.on("dragstart zoomstart", () => {
      if (!this.#fitting) this.#moved = true;
    });
    chart.on("zoomanim", () => {
      this.#gliding = true;
    });
    chart.on("zoomend", () => {
      this.#gliding = false;
    });
    container.addEventListener("keydown", ({ key }) => {
      if (key.startsWith("Arrow")) this.#moved = true;
    });
    this.#fit();
    const drawing = takenFrom(section);
    try {
      this.stage = new Stage(drawing, options).addTo(chart);
      this.marks = new Marks(this);
      new Zoom({ labels: options.labels }).addTo(chart);
      if (options.whole && callbacks.onTap) new Whole({ whole: options.whole, onTap: callbacks.onTap }).addTo(chart);
      new ResizeObserver(() => this.#resized()).observe(container);
      if (callbacks.onTap) this.#listen(callbacks.onTap);
    } catch (error) {
      // Where nothing can move it, it lies in its page as it did.
      section.prepend(...drawing.children);
      throw error;
    }
  }

  /** Does what moves the map without anybody having moved it. */
  #quietly(work) {
    this.#fitting = true;
    work();
    this.#fitting = false;
  }

  /** Pixels that stay free round the area. */
  #room() {
    const room = Math.min(EDGE, this.chart.getSize().x / 20);
    return [room, room];
  }

  /** One step further away than the whole area lies all that is drawn round it; nobody needs to go further. */
  #reach() {
    const { chart } = this;
    chart.options.minZoom = 0;
    const [x, y] = this.#room();
    const whole = chart.getBoundsZoom(corners(this.options.bbox), false, [2 * x, 2 * y]);
    // Not nearer than now: Leaflet would go there, in its own time.
    chart.setMinZoom(Math.min(chart.getZoom(), whole, chart.getBoundsZoom(this.bounds)));
  }

  /** The whole area as large as the screen allows. */
  #fit() {
    const { chart } = this;
    if (this.#gliding) {
      chart.once("zoomend", () => this.#fit());
      return;
    }
    this.#quietly(() => {
      chart.stop();
      chart.setMinZoom(0);
      chart.fitBounds(corners(this.options.bbox), { animate: false, padding: this.#room() });
      this.#reach();
    });
    this.#moved = false;
  }

  #resized() {
    this.#quietly(() => {
      this.chart.invalidateSize({ animate: false, pan: false });
      if (this.#moved) this.#reach();
    });
    if (!this.#moved) this.#fit();
  }

  #listen(onTap) {
    const { chart, container } = this;
    // A tap is at the place that was under the finger when it came down, wherever the map went meanwhile.
    let aimed = null;
    container.addEventListener("pointerdown", (event) => {
      aimed = event.isPrimary ? chart.mouseEventToLatLng(event) : null;
    }, { capture: true, passive: true });
    chart.on("click", ({ latlng, originalEvent }) => {
      if (originalEvent.target.closest(".map-mark, .map-zoom")) return;
      // What reads the page aloud presses the map as a whole: that is its middle.
      const { lng, lat } = originalEvent.detail === 0 ? chart.getCenter() : aimed ?? latlng;
      aimed = null;
      onTap(lng, lat);
    });
    // With the keyboard: move the map under the cross, then Enter.
    container.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.target !== container) return;
      event.preventDefault();
      const { lng, lat } = chart.getCenter();
      onTap(lng, lat);
    });
  }

  setPins(pins) {
    this.marks.setPins(pins);
  }

  setDraft(draft) {
    this.marks.setDraft(draft);
  }

  setWalk(walk, onStop) {
    this.marks.setWalk(walk, onStop);
  }

  setSpot(place) {
    this.#spot?.remove();
    this.#spot = null;
    if (!place) return;
    const ring = DomUtil.create("div", "map-spot");
    ring.setAttribute("aria-hidden", "true");
    const icon = new DivIcon({ html: ring, className: "map-mark", iconSize: [24, 24] });
    this.#spot = new Marker([place[1], place[0]], { icon, interactive: false, keyboard: false }).addTo(this.chart);
  }

  redrawn() {
    this.stage.redrawn();
  }

  fly(lon, lat) {
    const { chart } = this;
    this.#moved = true;
    const zoom = Math.max(chart.getZoom(), chart.getMaxZoom() - NEAR - 1);
    chart.setView([lat, lon], zoom, { animate: !this.calm });
  }

  showAll() {
    this.#fit();
    // A button that was pressed just before begins its movement in the next frame.
    requestAnimationFrame(() => {
      if (this.#gliding) this.#fit();
    });
  }
}
