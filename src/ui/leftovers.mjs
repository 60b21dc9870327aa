// What could not come in any more after closing: offered as a file for the begeleider, and only then thrown away, by hand.
import { asFile, save } from "./late.mjs";
import { dropStuck, onStuck, stuck } from "./outbox.mjs";
import { asFeatures } from "./walk/file.mjs";
import { dropWalk, lateWalks, readPhotos } from "./walk/store.mjs";

const part = document.getElementById("overgebleven");

/** What is here of this session: things that were to be sent, and walks with their photos. */
async function left() {
  const walks = await lateWalks(part.dataset.code).catch(() => []);
  const lists = await Promise.all(walks.map(readPhotos));
  return { items: await stuck(part.dataset.code), walks: walks.map((walk, at) => ({ walk, photos: lists[at] })) };
}

/** Shows how much there is, and the way to save it. */
async function show() {
  const { items, walks } = await left();
  const count = walks.reduce((sum, { photos }) => sum + 1 + photos.length, items.length);
  part.hidden = count === 0;
  part.querySelector("p").textContent = part.dataset.told.replace("%n%", count);
}

async function keep() {
  const { items, walks } = await left();
  const features = [];
  for (const { walk, photos } of walks) features.push(...(await asFeatures(walk, photos)));
  save(part.dataset.code, await asFile(part.dataset.code, items, features));
  part.querySelector("[data-do=wis]").hidden = false;
}

async function drop() {
  for (const { walk } of (await left()).walks) await dropWalk(walk);
  await dropStuck(part.dataset.code);
  await show();
}

if (part) {
  part.querySelector("[data-do=bewaar]").addEventListener("click", keep);
  part.querySelector("[data-do=wis]").addEventListener("click", drop);
  onStuck(show);
  show();
}
