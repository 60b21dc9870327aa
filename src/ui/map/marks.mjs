// Pins, walks and numbers on the map. One's own pins and the stops of a walk are buttons with a name; pins of others, which may be
// hundreds, are shapes in the drawing.
import { DivIcon, Marker } from "leaflet";
import { KINDS } from "./shapes.mjs";

const SVG = "http://www.w3.org/2000/svg";
const STEP = 8; // pixels an arrow key moves a pin
const LARGE_STEP = 40; // with Shift
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const PIN_PX = 28; // across, of others' pins

function svgElement(name, attributes, ...children) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** The shape of a kind of pin, 32 units across. */
const shapeOf = (kind) => KINDS[kind] ?? KINDS["gaat-goed"];
const pathsOf = ({ shape, fill, mark, ink }) => [svgElement("path", { d: shape, fill, class: "pin-edge" }), svgElement("path", { d: mark, fill: ink })];

function button(className, ...children) {
  const element = Object.assign(document.createElement("button"), { type: "button", className });
  element.append(...children);
  return element;
}

function markerOf(element, [lon, lat], { size, anchor, ...more }) {
  const icon = new DivIcon({ html: element, className: "map-mark", iconSize: size, iconAnchor: anchor });
  return new Marker([lat, lon], { icon, keyboard: false, ...more });
}

function draftElement() {
  const drop = svgElement("svg", { viewBox: "0 0 44 54", "aria-hidden": "true" },
    svgElement("path", { d: "M22 2c10.5 0 19 8.3 19 18.6c0 12.4-15.2 27.2-19 31.4c-3.8-4.2-19-19-19-31.4c0-10.3 8.5-18.6 19-18.6z", class: "pin-drop" }),
    svgElement("path", { d: "M22 12.5a8 8 0 1 1 0 16a8 8 0 1 1 0-16z", class: "pin-core" }));
  return button("pin-draft", drop);
}

/** Keeps buttons by their name: exactly those of the list are there; elements that stay keep the focus. */
class Buttons {
  #all = new Map();

  constructor(chart) {
    this.chart = chart;
    chart.on("moveend", () => this.inert());
  }

  /** `make(item)` a marker; `update(element, item)` how its button looks now. */
  set(items, make, update) {
    const wanted = new Set(items.map(({ name }) => name));
    for (const [name, { marker }] of this.#all) {
      if (wanted.has(name)) continue;
      marker.remove();
      this.#all.delete(name);
    }
    for (const item of items) {
      let known = this.#all.get(item.name);
      if (!known) {
        known = make(item);
        this.#all.set(item.name, known);
        known.marker.addTo(this.chart);
      }
      known.marker.setLatLng([item.at[1], item.at[0]]);
      update(known.element, item);
    }
    this.inert();
  }

  /** A button outside the view must not take focus. */
  inert() {
    const { x: width, y: height } = this.chart.getSize();
    for (const { marker, element } of this.#all.values()) {
      const { x, y } = this.chart.latLngToContainerPoint(marker.getLatLng());
      element.inert = x < 0 || y < 0 || x > width || y > height;
    }
  }
}

/** What a map shows over its drawing. */
export class Marks {
  #draft = null;

  constructor({ chart, stage, callbacks, calm }) {
    Object.assign(this, { chart, stage, callbacks, calm, own: new Buttons(chart), stops: new Buttons(chart) });
    this.line = stage.shapes.appendChild(svgElement("g", { class: "map-walk" }));
    this.others = stage.shapes.appendChild(svgElement("g", {}));
    const symbol = ([kind, look]) => svgElement("symbol", { id: `pin-${kind}`, viewBox: "-2 -2 36 36" }, ...pathsOf(look));
    stage.shapes.prepend(svgElement("defs", {}, ...Object.entries(KINDS).map(symbol)));
  }

  setPins(pins) {
    const own = pins.filter((pin) => pin.own).map((pin) => ({ ...pin, name: pin.id, at: [pin.lon, pin.lat] }));
    this.own.set(own, (pin) => this.#ownPin(pin), (element, { kind, label, waiting }) => {
      element.replaceChildren(svgElement("svg", { viewBox: "-2 -2 36 36", "aria-hidden": "true" }, ...pathsOf(shapeOf(kind))));
      element.setAttribute("aria-label", label);
      element.classList.toggle("pin-waiting", waiting === true);
    });
    const half = -PIN_PX / 2;
    const others = pins.filter((pin) => !pin.own).map(({ kind, lon, lat }) => {
      const [x, y] = this.stage.point([lon, lat]);
      const use = svgElement("use", { href: `#pin-${kind in KINDS ? kind : "gaat-goed"}`, x: half, y: half, width: PIN_PX, height: PIN_PX, class: "map-fixed" });
      return svgElement("g", { transform: `translate(${x} ${y})` }, use);
    });
    this.others.replaceChildren(...others);
  }

  #ownPin({ id, at }) {
    const element = button("pin-own");
    element.dataset.pin = id;
    element.addEventListener("click", () => this.callbacks.onPin?.(id));
    return { element, marker: markerOf(element, at, { size: [48, 48] }) };
  }

  /** Shows the pin that is being placed, `{lon, lat, label, onMoved}`, or none. */
  setDraft(draft) {
    if (!draft) {
      this.#draft?.marker.remove();
      this.#draft = null;
      return;
    }
    if (!this.#draft) {
      const element = draftElement();
      const marker = markerOf(element, [draft.lon, draft.lat], { size: [48, 59], anchor: [24, 59], draggable: true, autoPan: true, zIndexOffset: 1000 });
      this.#draft = { element, marker };
      element.addEventListener("keydown", (event) => this.#moveByKey(event));
      marker.on("dragend", () => this.#told());
      marker.addTo(this.chart);
    }
    this.#draft.onMoved = draft.onMoved ?? this.#draft.onMoved;
    this.#draft.marker.setLatLng([draft.lat, draft.lon]);
    this.#draft.element.setAttribute("aria-label", draft.label);
  }

  #told() {
    const { lng, lat } = this.#draft.marker.getLatLng();
    this.#draft.onMoved?.(lng, lat);
  }

  #moveByKey(event) {
    const direction = ARROWS[event.key];
    if (!direction || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const { chart } = this;
    const { marker } = this.#draft;
    const step = event.shiftKey ? LARGE_STEP : STEP;
    const { x, y } = chart.latLngToContainerPoint(marker.getLatLng());
    const to = chart.containerPointToLatLng([x + direction[0] * step, y + direction[1] * step]);
    marker.setLatLng(to);
    if (!chart.getBounds().contains(to)) chart.panTo(to, { animate: !this.calm });
    this.#told();
  }

  /** Exactly this walk: `{line: [[[lon, lat], …], …], stops: [{number, text, lon, lat, label, current}]}`; without a text the number stands there. */
  setWalk({ line, stops }, onStop) {
    const pieces = line.filter((piece) => piece.length > 1).map((piece) => piece.map((place) => this.stage.point(place).join(",")).join(" "));
    this.line.replaceChildren(...["map-walk-edge", "map-walk-line"].flatMap((name) => pieces.map((points) => svgElement("polyline", { points, class: name }))));
    const items = stops.map((stop) => ({ ...stop, name: stop.number, at: [stop.lon, stop.lat] }));
    this.onStop = onStop;
    const make = ({ number, at }) => {
      const element = button("walk-mark");
      element.addEventListener("click", () => this.onStop?.(number));
      return { element, marker: markerOf(element, at, { size: [0, 0], anchor: [0, 0] }) };
    };
    this.stops.set(items, make, (element, { number, text, label, current }) => {
      element.textContent = text ?? String(number);
      element.setAttribute("aria-label", label);
      element.classList.toggle("walk-mark-now", Boolean(current));
    });
  }
}
