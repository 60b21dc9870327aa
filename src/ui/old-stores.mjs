// Versions before this one kept every turn of a device in two databases. What still waits in them moves to where each turn has
// its own, and they are deleted.
import { Box, inOrder, within } from "./turn-store.mjs";

/** The database where it is there; nothing where it would be made only now. */
function openOld(name) {
  return within(2_000, new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.transaction.abort();
    request.onerror = () => resolve(null);
    request.onsuccess = () => resolve(request.result);
  }));
}

const read = (db, store) => new Promise((resolve, reject) => {
  const request = db.transaction(store).objectStore(store).getAll();
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

async function move(name, work) {
  const db = await openOld(name);
  if (!db) return;
  try {
    await work(db);
  } finally {
    db.close();
  }
  indexedDB.deleteDatabase(name);
}

/** Brings over what waits and what was chosen; a walk that was not on its way belongs to nobody here any more. */
export async function moveOldStores() {
  try {
    await move("buurtblik-outbox", async (db) => {
      for (const { seq, ...item } of await read(db, "sending")) {
        const [kind, store] = item.draft ? ["beurt", "photos"] : ["uit", "sending"];
        await inOrder(() => Box.of(kind, item.code, item.participant).put(store, item));
      }
    });
    await move("buurtblik-wandeling", async (db) => {
      const photos = await read(db, "photos");
      for (const walk of await read(db, "walks")) {
        const box = Box.of("wandeling", walk.code, walk.participant);
        for (const photo of photos.filter((one) => one.walk === walk.id)) await inOrder(() => box.put("photos", photo));
        await inOrder(() => box.put("walks", walk));
      }
    });
  } catch (error) {
    // They stay as they are, for the next visit.
    console.warn("what an earlier version kept stays where it is", error);
  }
}
