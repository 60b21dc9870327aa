// Pictures for the map, drawn in code: no sprite, no request.
import paths from "tabler:places";
import { CROSSES, DOTS, HATCH, KINDS, PLACES } from "./shapes.mjs";

/** Drawn this much finer than shown, so that they stay sharp on a tablet. */
const SCALE = 3;

function picture(size, draw) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.round(size * SCALE);
  const context = canvas.getContext("2d");
  context.scale(SCALE, SCALE);
  draw(context);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

function badge({ fill }, path) {
  return picture(22, (context) => {
    context.beginPath();
    context.arc(11, 11, 10, 0, 2 * Math.PI);
    context.fillStyle = fill;
    context.fill();
    context.lineWidth = 1.4;
    context.strokeStyle = "#FFFFFF";
    context.stroke();
    context.translate(4.4, 4.4);
    context.scale(0.55, 0.55);
    context.lineWidth = 2.2;
    context.lineCap = context.lineJoin = "round";
    context.stroke(new Path2D(path));
  });
}

function pin({ fill, ink, shape, mark }) {
  return picture(38, (context) => {
    context.translate(3, 3);
    context.shadowColor = "rgba(40, 30, 20, 0.45)";
    context.shadowBlur = 2.5 * SCALE;
    context.shadowOffsetY = SCALE;
    context.lineJoin = "round";
    context.lineWidth = 3.4;
    context.strokeStyle = "#FFFFFF";
    context.stroke(new Path2D(shape));
    context.shadowColor = "transparent";
    context.fillStyle = fill;
    context.fill(new Path2D(shape));
    context.fillStyle = ink;
    context.fill(new Path2D(mark));
  });
}

/** Slanting lines: too few answers to show. They meet at the edges of the tile. */
function hatch(colour, width) {
  return picture(12, (context) => {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    for (const x of [-12, 0, 12]) {
      context.moveTo(x - 2, 14);
      context.lineTo(x + 14, -2);
    }
    context.stroke();
  });
}

/** Where nobody was asked: small crosses on a veil. */
function crosses({ colour, veil }) {
  return picture(22, (context) => {
    context.fillStyle = veil;
    context.fillRect(0, 0, 22, 22);
    context.strokeStyle = colour;
    context.lineWidth = 1.1;
    context.stroke(new Path2D("M8.5 8.5l5 5m0-5l-5 5"));
  });
}

/** Strengths over concerns: two dots in a tile, as on the five of a die. */
function dots(share) {
  const tile = 16;
  return picture(tile, (context) => {
    for (const at of [tile / 4, (3 * tile) / 4]) {
      context.beginPath();
      context.arc(at, at, share * tile * Math.SQRT1_2, 0, 2 * Math.PI);
      context.lineWidth = 1.6;
      context.strokeStyle = "rgba(255, 255, 255, 0.85)";
      context.stroke();
      context.fillStyle = DOTS.colour;
      context.fill();
    }
  });
}

/** A strength that is one of a kind: a white star in a ring, no pin. */
function strong() {
  return picture(28, (context) => {
    context.beginPath();
    context.arc(14, 14, 12, 0, 2 * Math.PI);
    context.fillStyle = DOTS.colour;
    context.fill();
    context.lineWidth = 2;
    context.strokeStyle = "#FFFFFF";
    context.stroke();
    context.translate(5.6, 5.2);
    context.scale(0.525, 0.525);
    context.fillStyle = "#FFFFFF";
    context.fill(new Path2D(KINDS.kracht.shape));
  });
}

/** Every picture the style names, as `[name, image]`. */
export function* pictures() {
  for (const [kind, look] of Object.entries(PLACES)) yield [`place-${kind}`, badge(look, paths[look.icon])];
  for (const [kind, look] of Object.entries(KINDS)) yield [`pin-${kind}`, pin(look)];
  yield ["hatch", hatch(HATCH, 2)];
  yield ["nobody", crosses(CROSSES)];
  yield ["strong", strong()];
  for (const [at, share] of DOTS.radii.entries()) yield [`dots-${at + 1}`, dots(share)];
}

/** How much finer than shown the pictures are (MapLibre's `pixelRatio`). */
export const PIXEL_RATIO = SCALE;

const SVG = "http://www.w3.org/2000/svg";

/** The same pin as an SVG element, for a marker that can be focused and dragged. */
export function pinElement(kind) {
  const look = KINDS[kind] ?? KINDS["gaat-goed"];
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "-2 -2 36 36");
  svg.setAttribute("aria-hidden", "true");
  for (const [d, fill, edge] of [[look.shape, look.fill, true], [look.mark, look.ink, false]]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    path.setAttribute("fill", fill);
    if (edge) path.setAttribute("class", "pin-edge");
    svg.append(path);
  }
  return svg;
}
