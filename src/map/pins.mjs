// Pins on the map. One's own are elements that can be focused; those of others, which may be
// hundreds, are drawn on the canvas.
import { pinElement } from "./figures.mjs";

const STEP = 8; // pixels an arrow key moves a pin
const LARGE_STEP = 40; // with Shift
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const feature = ({ id, lon, lat, kind }) => ({
  type: "Feature",
  properties: { id, kind },
  geometry: { type: "Point", coordinates: [lon, lat] },
});

function ownElement(pin, onPin) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "pin-own";
  button.dataset.pin = pin.id;
  if (onPin) button.addEventListener("click", () => onPin(pin.id));
  return button;
}

/** Draws exactly these pins; elements of pins that stay are kept, so focus is too. */
export function drawPins(handle, pins) {
  const { map, maplibre, own, callbacks } = handle;
  const mine = new Map(pins.filter((pin) => pin.own).map((pin) => [pin.id, pin]));
  for (const [id, marker] of own) {
    if (mine.has(id)) continue;
    marker.remove();
    own.delete(id);
  }
  for (const [id, pin] of mine) {
    const marker = own.get(id) ?? new maplibre.Marker({ element: ownElement(pin, callbacks.onPin) });
    const element = marker.getElement();
    element.replaceChildren(pinElement(pin.kind));
    element.setAttribute("aria-label", pin.label);
    element.classList.toggle("pin-waiting", pin.waiting === true);
    marker.setLngLat([pin.lon, pin.lat]);
    if (own.has(id)) continue;
    marker.addTo(map);
    own.set(id, marker);
  }
  const features = pins.filter((pin) => !pin.own).map(feature);
  map.getSource("stippen").setData({ type: "FeatureCollection", features });
  makeOthersInert(handle);
}

/** A marker outside the view must not take focus. */
export function makeOthersInert({ map, own }) {
  const { clientWidth, clientHeight } = map.getContainer();
  for (const marker of own.values()) {
    const { x, y } = map.project(marker.getLngLat());
    marker.getElement().inert = x < 0 || y < 0 || x > clientWidth || y > clientHeight;
  }
}

function moveByKey(handle, event) {
  const direction = ARROWS[event.key];
  if (!direction || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  const { map, draft, reducedMotion } = handle;
  const step = event.shiftKey ? LARGE_STEP : STEP;
  const { x, y } = map.project(draft.marker.getLngLat());
  const to = map.unproject([x + direction[0] * step, y + direction[1] * step]);
  draft.marker.setLngLat(to);
  if (!map.getBounds().contains(to)) map.panTo(to, { animate: !reducedMotion });
  draft.onMoved(to.lng, to.lat);
}

function draftElement(handle) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "pin-draft";
  const drop = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  drop.setAttribute("viewBox", "0 0 44 54");
  drop.setAttribute("aria-hidden", "true");
  const shapes = [
    ["M22 2c10.5 0 19 8.3 19 18.6c0 12.4-15.2 27.2-19 31.4c-3.8-4.2-19-19-19-31.4c0-10.3 8.5-18.6 19-18.6z", "pin-drop"],
    ["M22 12.5a8 8 0 1 1 0 16a8 8 0 1 1 0-16z", "pin-core"],
  ];
  for (const [d, name] of shapes) {
    const path = document.createElementNS(drop.namespaceURI, "path");
    path.setAttribute("d", d);
    path.setAttribute("class", name);
    drop.append(path);
  }
  button.append(drop);
  button.addEventListener("keydown", (event) => moveByKey(handle, event));
  return button;
}

/** Shows the draft pin, or moves it. */
export function placeDraft(handle, lon, lat, label, onMoved) {
  if (handle.draft) {
    handle.draft.onMoved = onMoved ?? handle.draft.onMoved;
    handle.draft.marker.setLngLat([lon, lat]);
  } else {
    const element = draftElement(handle);
    const marker = new handle.maplibre.Marker({ element, anchor: "bottom", draggable: true }).setLngLat([lon, lat]);
    handle.draft = { marker, onMoved: onMoved ?? (() => {}) };
    marker.on("dragend", () => {
      const at = marker.getLngLat();
      handle.draft?.onMoved(at.lng, at.lat);
    });
    marker.addTo(handle.map);
  }
  handle.draft.marker.getElement().setAttribute("aria-label", label);
}

/** Takes the draft pin away. */
export function clearDraft(handle) {
  handle.draft?.marker.remove();
  handle.draft = null;
}
