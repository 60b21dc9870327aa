// One handle on the map of a page. The plattegrond is there from the first paint, as the server drew it; when the few bytes that
// move it have come, the same drawing can be moved. Where they do not come it stays as it is, and a tap is a link.
const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

/** What the page holds: it remembers what is shown until the map can show it. */
class Shown {
  #map = null;
  #kept = new Map();
  #pins = "";

  constructor(section) {
    this.section = section;
  }

  #show(what, ...values) {
    this.#kept.set(what, values);
    this.#map?.[what](...values);
  }

  /** Shows these pins and no others: JSON of `[{id, lon, lat, kind, own, waiting, label}]`; degrees. */
  setPins(json) {
    // A panel says it again at each of its steps.
    if (json === this.#pins) return;
    this.#pins = json;
    this.#show("setPins", JSON.parse(json));
  }

  /** Shows the pin that is being placed; `onMoved(lon, lat)` after dragging or the arrow keys. */
  setDraft(lon, lat, label, onMoved) {
    this.#show("setDraft", { lon, lat, label, onMoved });
  }

  clearDraft() {
    this.#show("setDraft", null);
  }

  /** The place that is told about, `[lon, lat]`, or none. */
  setSpot(place) {
    this.#show("setSpot", place);
  }

  /** Shows this walk and no other; `onStop(number)` hears which of its numbers was pressed. */
  setWalk(walk, onStop) {
    this.#show("setWalk", walk, onStop);
  }

  /** The page has put another layer into the drawing. */
  redrawn() {
    this.#map?.redrawn();
  }

  /** Brings a place into the middle. */
  fly(lon, lat) {
    this.#map?.fly(lon, lat);
  }

  /** As the page was opened, for the next person: what to do is told again. */
  showAll() {
    delete this.section.dataset.tapped;
    this.#map?.showAll();
  }

  /** From now on the map is told. */
  join(map) {
    this.#map = map;
    for (const [what, values] of this.#kept) map[what](...values);
    this.section.dataset.map = "ready";
  }
}

/**
 * Opens the map in the section with this id.
 *
 * @param options   JSON of `MapOptions` in `mod.rs`
 * @param callbacks `{onTap(lon, lat)?, onPin(id)?}`; `onTap()` says: over the whole area
 */
export function openMap(id, options, callbacks) {
  const section = document.getElementById(id);
  const shown = new Shown(section);
  const { onTap } = callbacks;
  if (onTap) {
    callbacks.onTap = (lon, lat) => {
      section.dataset.tapped = "yes";
      onTap(lon, lat);
    };
  }
  import(meta("buurtblik-map"))
    .then(({ PlattegrondMap }) => shown.join(new PlattegrondMap(section, JSON.parse(options), callbacks)))
    .catch((error) => {
      section.dataset.map = "drawing";
      console.info("the drawing stays:", error.name);
    });
  return shown;
}
