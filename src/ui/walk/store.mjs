// A walk that is being made or sent, kept on this device: one for each wijksessie. Photos are kept small.
let opened;
function database() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("buurtblik-wandeling", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("walks", { keyPath: "code" });
      request.result.createObjectStore("photos", { keyPath: "id" }).createIndex("of", "walk");
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}

async function inStore(name, mode, work) {
  const transaction = (await database()).transaction(name, mode, { durability: "strict" });
  return new Promise((resolve, reject) => {
    const request = work(transaction.objectStore(name));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

export const readWalk = (code) => inStore("walks", "readonly", (store) => store.get(code));
export const keepWalk = (walk) => inStore("walks", "readwrite", (store) => store.put(walk));
export const keepPhoto = (photo) => inStore("photos", "readwrite", (store) => store.put(photo));
export const dropPhoto = (id) => inStore("photos", "readwrite", (store) => store.delete(id));
export const readPhotos = async (walk) =>
  (await inStore("photos", "readonly", (store) => store.index("of").getAll(walk))).sort((a, b) => a.seq - b.seq);

/** Forgets the walk of a session with its photos. */
export async function dropWalk(code) {
  const walk = await readWalk(code);
  if (!walk) return;
  for (const { id } of await readPhotos(walk.id)) await dropPhoto(id);
  await inStore("walks", "readwrite", (store) => store.delete(code));
}
