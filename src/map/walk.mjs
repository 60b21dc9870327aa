// A walk on the map: a line, and its stops as numbers that can be pressed.
const LINE = "wandeling";

/** Draws exactly this walk: `{line: [[[lon, lat], …], …], stops: [{number, text, lon, lat, label, current}]}`; without a text the number stands there. */
export function drawWalk(handle, { line, stops }, onStop) {
  const { map, maplibre } = handle;
  handle.stops ??= new Map();
  const data = { type: "Feature", properties: {}, geometry: { type: "MultiLineString", coordinates: line.filter((piece) => piece.length > 1) } };
  if (map.getSource(LINE)) {
    map.getSource(LINE).setData(data);
  } else {
    map.addSource(LINE, { type: "geojson", data });
    const look = { type: "line", source: LINE, layout: { "line-cap": "round", "line-join": "round" } };
    map.addLayer({ ...look, id: `${LINE}-edge`, paint: { "line-color": "#FFFFFF", "line-width": 8 } });
    map.addLayer({ ...look, id: LINE, paint: { "line-color": "#14505E", "line-width": 4 } });
  }
  const wanted = new Set(stops.map(({ number }) => number));
  for (const [number, marker] of handle.stops) {
    if (wanted.has(number)) continue;
    marker.remove();
    handle.stops.delete(number);
  }
  for (const { number, text, lon, lat, label, current } of stops) {
    let marker = handle.stops.get(number);
    if (!marker) {
      const element = Object.assign(document.createElement("button"), { type: "button", className: "walk-mark", textContent: text ?? String(number) });
      element.addEventListener("click", () => onStop?.(number));
      marker = new maplibre.Marker({ element }).setLngLat([lon, lat]).addTo(map);
      handle.stops.set(number, marker);
    }
    marker.setLngLat([lon, lat]);
    marker.getElement().setAttribute("aria-label", label);
    marker.getElement().classList.toggle("walk-mark-now", Boolean(current));
  }
  keepInside(handle);
}

/** A number outside the view must not take focus. */
export function keepInside({ map, stops }) {
  const { clientWidth, clientHeight } = map.getContainer();
  for (const marker of stops?.values() ?? []) {
    const { x, y } = map.project(marker.getLngLat());
    marker.getElement().inert = x < 0 || y < 0 || x > clientWidth || y > clientHeight;
  }
}
