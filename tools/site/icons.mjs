// The icon sprite, from @tabler/icons (MIT) and our own shapes.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { KINDS } from "../../src/ui/map/shapes.mjs";

/** The drawing inside one icon's file, without the invisible 24 × 24 frame. */
function inside(root, name) {
  const svg = readFileSync(join(root, "node_modules", "@tabler", "icons", "icons", "outline", `${name}.svg`), "utf8");
  return svg
    .replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, "")
    .replace(/<path stroke="none"[^>]*\/>/, "")
    .replace(/\s*\n\s*/g, "")
    .replace(/ \/>/g, "/>");
}

const pen = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';

/** One SVG with a symbol per icon of src/ui/icons.json, and `stip-KIND` for each kind of pin. */
export function iconSprite(root) {
  const icons = JSON.parse(readFileSync(join(root, "src", "ui", "icons.json"), "utf8"));
  const drawn = Object.entries(icons).map(
    ([id, name]) => `<symbol id="${id}" viewBox="0 0 24 24"><g ${pen}>${inside(root, name)}</g></symbol>`,
  );
  const pins = Object.entries(KINDS).map(
    ([kind, { fill, ink, shape, mark }]) =>
      `<symbol id="stip-${kind}" viewBox="0 0 32 32"><path fill="${fill}" d="${shape}"/><path fill="${ink}" d="${mark}"/></symbol>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg">${[...drawn, ...pins].join("")}</svg>\n`;
}
