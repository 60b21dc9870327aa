// Pictures for the map, drawn in code: no sprite, no request.
import paths from "tabler:places";
import { HATCH, KINDS, PLACES } from "./shapes.mjs";

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

/** Every picture the style names, as `[name, image]`. */
export function* pictures() {
  for (const [kind, look] of Object.entries(PLACES)) yield [`place-${kind}`, badge(look, paths[look.icon])];
  for (const [kind, look] of Object.entries(KINDS)) yield [`pin-${kind}`, pin(look)];
  yield ["hatch", hatch(HATCH, 2)];
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
