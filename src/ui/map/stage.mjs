// The drawing of a page as one thing that Leaflet moves: the ground, what lies over it, and the letters that fit how near one looks.
import { DomUtil, SVGOverlay, Util } from "leaflet";

const SVG = "http://www.w3.org/2000/svg";
const PATTERN_PX = 11; // from one dot, cross or slanting line to the next
const PATTERN_UNITS = 36; // the same in the drawing (`heat/svg.rs`)
const NEAR = 0.5; // pixels for each unit from which names of marks have room
const MARK = 3; // units of a mark that are one pixel

const whenIdle = (work) => (globalThis.requestIdleCallback ?? setTimeout)(work);

/** The elements of the page that make up its drawing, in their order. */
export function takenFrom(section) {
  const stage = document.createElement("div");
  stage.className = "map-stage";
  stage.append(...section.querySelectorAll(":scope > .map-drawing, :scope > .map-letters, :scope > .walk-drawing > *"));
  return stage;
}

/** Letters that are one picture from now on, whatever screen they were chosen for at first; paper keeps those of the whole. */
function lettersOf(stage) {
  const picture = stage.querySelector("picture.map-letters");
  const letters = picture?.querySelector("img");
  if (!letters) return null;
  if (letters.currentSrc) letters.src = letters.currentSrc;
  const paper = letters.cloneNode();
  paper.classList.add("map-letters-paper");
  letters.classList.add("map-letters-screen");
  picture.replaceWith(letters, paper);
  return letters;
}

export const Stage = SVGOverlay.extend({
  initialize(element, { drawing: [west, south, east, north], size, letters, leastPx }) {
    Object.assign(this, { size, sets: letters, leastPx, letters: lettersOf(element) });
    this.shapes = document.createElementNS(SVG, "svg");
    this.shapes.setAttribute("class", "map-drawing map-over map-shapes");
    this.shapes.setAttribute("viewBox", `0 0 ${size.join(" ")}`);
    this.shapes.setAttribute("aria-hidden", "true");
    element.append(this.shapes);
    SVGOverlay.prototype.initialize.call(this, element, [[south, west], [north, east]], {});
    this.patterns();
    addEventListener("beforeprint", () => this.measured(1));
    addEventListener("afterprint", () => this.scaled());
  },

  getEvents() {
    return { ...SVGOverlay.prototype.getEvents.call(this), zoom: this._stretch, zoomend: this._reset };
  },

  /** While two fingers move, the picture is stretched; it is drawn anew when they rest. */
  _stretch() {
    // Told so, the browser stretches what it has painted instead of painting at every step.
    this._image.style.willChange = "transform";
    const corner = this._map.latLngToLayerPoint(this.getBounds().getNorthWest());
    DomUtil.setTransform(this._image, corner, this._map.getZoomScale(this._map.getZoom(), this.drawnAt));
  },

  _reset() {
    this._image.style.willChange = "";
    SVGOverlay.prototype._reset.call(this);
    this.drawnAt = this._map.getZoom();
    this.scaled();
  },

  /** Pixels of the screen for each unit of the drawing. */
  pixels() {
    const [a, b] = [this.getBounds().getNorthWest(), this.getBounds().getNorthEast()].map((at) => this._map.project(at));
    return (b.x - a.x) / this.size[0];
  },

  /** What keeps its size on the screen, and the letters for how near this is. */
  scaled() {
    const pixels = this.pixels();
    this._image.style.setProperty("--map-unit", String(1 / pixels));
    this._image.style.setProperty("--map-mark", String(1 / (pixels * MARK)));
    this._image.toggleAttribute("data-near", pixels >= NEAR);
    this.measured(PATTERN_PX / (PATTERN_UNITS * pixels));
    this.letter(pixels);
  },

  /** Dots, crosses and lines so many times as far from each other as they are drawn. */
  measured(scale) {
    for (const pattern of this.shapes.querySelectorAll("pattern")) pattern.setAttribute("patternTransform", `scale(${scale.toFixed(3)})`);
  },

  /** Shows the nearest set of letters that can still be read. */
  async letter(pixels) {
    const best = this.sets.findLast(([, size]) => size * pixels >= this.leastPx) ?? this.sets[0];
    if (!this.letters || !best || this.wanted === best[0]) return;
    this.wanted = best[0];
    whenIdle(() => this.ahead(best));
    if (this.letters.getAttribute("src") === best[0]) return;
    const coming = new Image();
    coming.src = best[0];
    try {
      await coming.decode();
    } catch {
      // Without network the letters of another nearness stay: large or small, they say the same.
      if (this.wanted === best[0]) this.wanted = null;
      return;
    }
    if (this.wanted === best[0]) this.letters.src = best[0];
  },

  /** Whoever looks closer looks one or two sets closer: they are there by then. */
  ahead(best) {
    const at = this.sets.indexOf(best);
    for (const [address] of this.sets.slice(at + 1, at + 3)) new Image().src = address;
  },

  /** Patterns of the page are in the measure of its drawing, and its legend has them too: the map has copies that keep their size. */
  patterns() {
    for (const shape of this._url.querySelectorAll('[fill^="url(#"]')) {
      const id = shape.getAttribute("fill").slice(5, -1);
      if (id.startsWith("kaart-")) continue;
      const copy = `kaart-${id}`;
      const known = document.getElementById(id);
      if (!this.shapes.querySelector(`[id="${copy}"]`) && known) {
        const made = known.cloneNode(true);
        made.id = copy;
        this.shapes.append(made);
      }
      shape.setAttribute("fill", `url(#${copy})`);
    }
  },

  redrawn() {
    this.patterns();
    this.scaled();
  },

  /** A place in units of the drawing. */
  point([lon, lat]) {
    const bounds = this.getBounds();
    const at = this._map.project([lat, lon]);
    const [corner, pixels] = [this._map.project(bounds.getNorthWest()), this.pixels()];
    return [at.x - corner.x, at.y - corner.y].map((away) => Util.formatNum(away / pixels, 1));
  },
});
