// What could not come in any more after closing: offered as a file for the begeleider, and only then thrown away, by hand.
import { asFile } from "./late.mjs";
import { dropStuck, onStuck, stuck } from "./outbox.mjs";

const part = document.getElementById("overgebleven");

/** Shows how much there is, and the way to save it. */
async function show() {
  const { code, told } = part.dataset;
  const items = await stuck(code);
  part.hidden = items.length === 0;
  part.querySelector("p").textContent = told.replace("%n%", items.length);
}

async function save() {
  const { code } = part.dataset;
  const link = Object.assign(document.createElement("a"), {
    href: URL.createObjectURL(await asFile(code, await stuck(code))), download: `buurtblik-${code}.geojson`,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  part.querySelector("[data-do=wis]").hidden = false;
}

async function drop() {
  await dropStuck(part.dataset.code);
  await show();
}

if (part) {
  part.querySelector("[data-do=bewaar]").addEventListener("click", save);
  part.querySelector("[data-do=wis]").addEventListener("click", drop);
  onStuck(show);
  show();
}
