// One handle on the map of a page. It works at once on the drawing the server made, and goes over to
// MapLibre when that is there; where MapLibre cannot run (no WebGL, no memory) the drawing stays.
const SVG = "http://www.w3.org/2000/svg";
const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

/** The server's drawing: Web Mercator, scaled; `data-left`, `data-top` (radians) and `data-scale` tell how. */
class Drawing {
  constructor(section, callbacks) {
    this.svg = section.querySelector("svg.map-drawing");
    this.layer = this.svg.appendChild(document.createElementNS(SVG, "g"));
    this.sketch = this.svg.appendChild(document.createElementNS(SVG, "g"));
    const { left, top, scale } = this.svg.dataset;
    Object.assign(this, { left: Number(left), top: Number(top), scale: Number(scale) });
    this.listener = (event) => {
      event.preventDefault();
      callbacks.onTap?.(...this.place(event));
    };
    if (callbacks.onTap) this.svg.addEventListener("click", this.listener);
  }

  place(event) {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.svg.getScreenCTM().inverse());
    const lat = 2 * Math.atan(Math.exp(this.top - at.y / this.scale)) - Math.PI / 2;
    return [((at.x / this.scale + this.left) * 180) / Math.PI, (lat * 180) / Math.PI];
  }

  point([lon, lat]) {
    const y = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
    return [((lon * Math.PI) / 180 - this.left) * this.scale, (this.top - y) * this.scale];
  }

  dot(layer, place, kind, radius) {
    const [x, y] = this.point(place);
    const dot = document.createElementNS(SVG, "circle");
    for (const [name, value] of Object.entries({ cx: x, cy: y, r: radius, class: `drawn-pin drawn-${kind}` })) dot.setAttribute(name, value);
    layer.append(dot);
  }

  setPins(pins) {
    this.layer.replaceChildren();
    for (const { lon, lat, kind, own } of pins) this.dot(this.layer, [lon, lat], kind, own ? 22 : 12);
  }

  setDraft(draft) {
    this.sketch.replaceChildren();
    if (draft) this.dot(this.sketch, draft.slice(0, 2), "draft", 26);
  }

  setSpot(place) {
    this.sketch.replaceChildren();
    if (place) this.dot(this.sketch, place, "spot", 30);
  }

  /** The page has the walk on its drawing where it is settled; here it is while it is made. */
  setWalk({ stops }) {
    this.layer.replaceChildren();
    for (const { lon, lat, current } of stops) this.dot(this.layer, [lon, lat], "draft", current ? 30 : 20);
  }

  fly() {}

  showAll() {}

  end() {
    this.svg.removeEventListener("click", this.listener);
  }
}

/** MapLibre behind the same few calls. */
class Live {
  constructor(program, handle) {
    Object.assign(this, { program, handle });
  }

  setPins(pins) {
    this.program.setPins(this.handle, pins);
  }

  setDraft(draft) {
    if (draft) this.program.setDraft(this.handle, ...draft);
    else this.program.clearDraft(this.handle);
  }

  setSpot(place) {
    this.program.showSpot(this.handle, place);
  }

  setHeat(shown) {
    this.program.showHeat(this.handle, shown);
  }

  setComing(plans) {
    this.program.showComing(this.handle, plans);
  }

  setWalk(walk, onStop) {
    this.program.setWalk(this.handle, walk, onStop);
  }

  fly(lon, lat) {
    this.program.flyTo(this.handle, lon, lat);
  }

  showAll() {
    this.program.showAll(this.handle);
  }
}

/** What the island holds: remembers what is shown, so that MapLibre can take over in the middle. */
class Shown {
  constructor(drawing, section) {
    Object.assign(this, { section, maps: [drawing], pins: [], draft: null, heat: null, spot: null, coming: null, walk: null });
  }

  #tell(what, ...values) {
    for (const map of this.maps) map[what]?.(...values);
  }

  setPins(json) {
    this.pins = JSON.parse(json);
    this.#tell("setPins", this.pins);
  }

  setDraft(lon, lat, label, onMoved) {
    this.draft = [lon, lat, label, onMoved];
    this.#tell("setDraft", this.draft);
  }

  clearDraft() {
    this.draft = null;
    this.#tell("setDraft", null);
  }

  /** The place that is told about, or none. */
  setSpot(place) {
    this.spot = place;
    this.#tell("setSpot", place);
  }

  /** Shows heat; MapLibre does not take over without what the drawing already has. */
  async setHeat(heat) {
    this.heat = heat;
    const shown = await heat;
    if (this.heat === heat) this.#tell("setHeat", shown);
  }

  /** What is coming; the page has it on its drawing already. */
  setComing(plans) {
    this.coming = plans;
    this.#tell("setComing", plans);
  }

  setWalk(walk, onStop) {
    this.walk = [walk, onStop];
    this.#tell("setWalk", walk, onStop);
  }

  fly(lon, lat) {
    this.#tell("fly", lon, lat);
  }

  /** As the page was opened, for the next person: what to do is told again. */
  showAll() {
    delete this.section.dataset.tapped;
    this.#tell("showAll");
  }

  /** From now on both are told: until MapLibre has drawn, the drawing is what one sees and taps. */
  async join(live) {
    let heat;
    let shown;
    // Another layer may be chosen while this one comes.
    do {
      heat = this.heat;
      shown = await heat;
    } while (heat !== this.heat);
    live.setPins(this.pins);
    if (this.draft) live.setDraft(this.draft);
    if (shown) live.setHeat(shown);
    live.setSpot(this.spot);
    if (this.coming) live.setComing(this.coming);
    if (this.walk) live.setWalk(...this.walk);
    this.maps.push(live);
  }

  /** MapLibre has drawn. */
  takeOver() {
    const [drawing, live] = this.maps;
    drawing.end();
    this.maps = [live];
    this.section.dataset.map = "ready";
  }
}

function addStyleSheet() {
  const href = meta("buurtblik-map-css");
  if (!href || document.querySelector(`link[href="${href}"]`)) return;
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
}

async function goLive(section, shown, options, callbacks) {
  addStyleSheet();
  const program = await import(meta("buurtblik-map"));
  const container = section.querySelector(".map-live");
  const lost = () => delete section.dataset.map;
  const handle = await program.create(container, options, { ...callbacks, onLost: lost });
  await shown.join(new Live(program, handle));
  handle.map.once("idle", () => shown.takeOver());
  handle.map.triggerRepaint();
}

/**
 * Opens the map in the section with this id.
 *
 * @param options   JSON as for `create` in plattegrond.mjs
 * @param callbacks `{onTap(lon, lat)?, onPin(id)?}`
 */
export function openMap(id, options, callbacks) {
  const section = document.getElementById(id);
  const told = JSON.parse(options);
  const { onTap } = callbacks;
  if (onTap) {
    callbacks.onTap = (lon, lat) => {
      section.dataset.tapped = "yes";
      onTap(lon, lat);
    };
  }
  const shown = new Shown(new Drawing(section, callbacks), section);
  goLive(section, shown, told, callbacks).catch((error) => {
    section.dataset.map = "drawing";
    console.info("the drawing stays:", error.name);
  });
  return shown;
}
