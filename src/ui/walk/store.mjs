// A walk that is being made or sent, kept on this device: one for each turn, in a database of that turn's own. Photos are kept small.
// Where the browser keeps nothing it lives in this page only, which then asks before it goes.
import { Box, inOrder, keepsThings } from "../turn-store.mjs";

const boxOf = ({ code, participant }) => Box.of("wandeling", code, participant);
const memory = { walks: new Map(), photos: new Map() };
const turn = ({ code, participant }) => `${code} ${participant}`;

const stay = (event) => event.preventDefault();
function here(list, key, value) {
  memory[list].set(key, value);
  addEventListener("beforeunload", stay);
}
function notHere(list, key) {
  memory[list].delete(key);
  if (memory.walks.size + memory.photos.size === 0) removeEventListener("beforeunload", stay);
}

/** Whether a walk would outlive this page. */
export const keepsWalks = () => keepsThings() && memory.walks.size + memory.photos.size === 0;

/** The walk of this turn in this session, where there is one. */
export async function readWalk(code, participant) {
  const kept = memory.walks.get(turn({ code, participant }));
  return kept ?? inOrder(() => boxOf({ code, participant }).get("walks", code)).catch(() => undefined);
}

export const keepWalk = (walk) => inOrder(() => boxOf(walk).put("walks", walk)).catch(() => here("walks", turn(walk), walk));
export const keepPhoto = (walk, photo) => inOrder(() => boxOf(walk).put("photos", photo)).catch(() => here("photos", photo.id, photo));

export async function dropPhoto(walk, id) {
  notHere("photos", id);
  await inOrder(() => boxOf(walk).delete("photos", id)).catch(() => {});
}

export async function readPhotos(walk) {
  const kept = await inOrder(() => boxOf(walk).getAll("photos")).catch(() => []);
  const own = [...memory.photos.values()].filter((photo) => photo.walk === walk.id);
  const all = [...kept.filter(({ id }) => !memory.photos.has(id)), ...own];
  return all.sort((a, b) => a.seq - b.seq);
}

/** Forgets a walk with its photos: its database is deleted. */
export async function dropWalk(walk) {
  for (const [id, photo] of memory.photos) if (photo.walk === walk.id) notHere("photos", id);
  notHere("walks", turn(walk));
  await inOrder(() => boxOf(walk).drop()).catch(() => {});
}

/** Walks that are on their way and whose turn is over: nobody looks at them any more. */
export async function walksLeft() {
  const found = [];
  for (const box of await inOrder(() => Box.all("wandeling"))) {
    if (box.ended) found.push(...(await inOrder(() => box.getAll("walks"))).filter(({ phase, late }) => phase === "sending" && !late));
  }
  return found;
}

/** Walks of this session, of every turn, that cannot come in any more. */
export async function lateWalks(code) {
  const found = [...memory.walks.values()];
  for (const box of await inOrder(() => Box.all("wandeling"))) found.push(...(await inOrder(() => box.getAll("walks"))));
  return found.filter((walk) => walk.late && walk.code === code);
}
