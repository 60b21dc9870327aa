// A walk that is being made or sent, kept on this device: one for each turn, in a database of that turn's own. Photos are kept small.
import { Box, inOrder } from "../turn-store.mjs";

const boxOf = ({ code, participant }) => Box.of("wandeling", code, participant);

/** The walk of this turn in this session, where there is one. */
export const readWalk = (code, participant) => inOrder(() => boxOf({ code, participant }).get("walks", code));
export const keepWalk = (walk) => inOrder(() => boxOf(walk).put("walks", walk));
export const keepPhoto = (walk, photo) => inOrder(() => boxOf(walk).put("photos", photo));
export const dropPhoto = (walk, id) => inOrder(() => boxOf(walk).delete("photos", id));
export const readPhotos = async (walk) => (await inOrder(() => boxOf(walk).getAll("photos"))).sort((a, b) => a.seq - b.seq);

/** Forgets a walk with its photos: its database is deleted. */
export const dropWalk = (walk) => inOrder(() => boxOf(walk).drop());

/** Walks that are on their way and whose turn is over: nobody looks at them any more. */
export async function walksLeft() {
  const found = [];
  for (const box of await inOrder(() => Box.all("wandeling"))) {
    if (box.ended) found.push(...(await inOrder(() => box.getAll("walks"))).filter(({ phase }) => phase === "sending"));
  }
  return found;
}
