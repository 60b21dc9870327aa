// Sends walks whose turn is over and that are on their way: beside the page, which shows nothing of them.
import { Sending } from "../walk/sending.mjs";
import { dropWalk, readPhotos, walksLeft } from "../walk/store.mjs";

async function finish(walk) {
  const nobody = () => {};
  const sending = new Sending(walk, await readPhotos(walk), ({ place }) => place ?? null, nobody, nobody);
  await sending.run();
  // Sent, or refused for good: answered, and so nothing of it stays. What only came too late is offered as a file.
  if (!sending.late) await dropWalk(walk);
}

/** One tab at a time. */
const once = (walk, work) =>
  navigator.locks ? navigator.locks.request(`buurtblik-wandeling-${walk.id}`, { ifAvailable: true }, (lock) => lock && work()) : work();

for (const walk of await walksLeft()) await once(walk, () => finish(walk)).catch(() => {});
close();
