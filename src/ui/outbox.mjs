// What a resident sent stays on this tablet until the server has it: in order, once, and by itself.
// IndexedDB holds it, so that a reload, a flat battery or an evening without Wi-Fi loses nothing.
import { shrink } from "./shrink.mjs";

const FIRST_WAIT = 2_000; // milliseconds
const LONGEST_WAIT = 30_000;
const PATIENCE = 60_000; // a photo over a slow line
const memory = { next: 1, list: new Map() };

let opened;
function database() {
  opened ??= new Promise((resolve) => {
    const request = indexedDB.open("buurtblik-outbox", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("sending", { keyPath: "seq", autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    // A browser that keeps nothing: then at least for as long as the page is open.
    request.onerror = () => resolve(null);
  });
  return opened;
}

async function inStore(mode, work) {
  const db = await database();
  if (!db) return null;
  return new Promise((resolve, reject) => {
    const transaction = db.transaction("sending", mode, { durability: "strict" });
    const request = work(transaction.objectStore("sending"));
    transaction.oncomplete = () => resolve({ value: request.result });
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

async function keep(item) {
  const kept = await inStore("readwrite", (store) => store.put(item)).catch(() => null);
  if (kept) return kept.value;
  item.seq ??= `m${memory.next++}`;
  memory.list.set(item.seq, item);
  return item.seq;
}

async function forget(seq) {
  memory.list.delete(seq);
  if (typeof seq === "number") await inStore("readwrite", (store) => store.delete(seq));
}

async function everything() {
  const kept = await inStore("readonly", (store) => store.getAll());
  return [...(kept?.value ?? []), ...memory.list.values()];
}

/** What of this session and turn is still here: waiting, or refused with the reason. */
export async function waiting(code, participant) {
  const all = await everything();
  return all.filter((item) => item.code === code && item.participant === participant);
}

/** Takes back what was not sent yet about one pin; true where its own PUT never went out. */
export async function withdraw(ref) {
  const all = (await everything()).filter((item) => item.ref === ref);
  for (const item of all) await forget(item.seq);
  return all.some((item) => item.creates && !item.tried);
}

let tell = () => {};
let wait = FIRST_WAIT;
let timer;

function later() {
  clearTimeout(timer);
  timer = setTimeout(flush, wait);
  wait = Math.min(wait * 2, LONGEST_WAIT);
}

function request(item) {
  const headers = { Participant: item.participant };
  let body = item.body;
  if (item.photo) {
    body = new FormData();
    body.append("photo", item.photo, "foto.jpg");
    body.append("caption", item.caption ?? "");
  } else if (body) {
    headers["Content-Type"] = item.method === "PATCH" ? "application/merge-patch+json" : "application/json";
  }
  return fetch(item.url, { method: item.method, headers, body, credentials: "omit", signal: AbortSignal.timeout(PATIENCE) });
}

async function reason(answer) {
  try {
    const problem = await answer.json();
    return (problem.errors ?? []).map((error) => error.detail).join(" ") || problem.detail || "";
  } catch {
    return "";
  }
}

/** Sends one; true when the next may follow. */
async function sendOne(item) {
  // Kept as it was chosen, so that a reload loses nothing; made small once, so that a second try sends the same.
  if (item.photo && !item.small) await keep(Object.assign(item, { photo: await shrink(item.photo), small: true }));
  if (!item.tried) await keep(Object.assign(item, { tried: true }));
  let answer;
  try {
    answer = await request(item);
  } catch {
    tell({ ref: item.ref, kind: item.kind, state: "waiting" });
    return false;
  }
  // What is to be taken back and is not there has been taken back.
  const done = answer.ok || (item.method === "DELETE" && (answer.status === 404 || answer.status === 410));
  if (done) {
    await forget(item.seq);
    tell({ ref: item.ref, kind: item.kind, state: "sent" });
    return true;
  }
  if (answer.status === 408 || answer.status === 429 || answer.status >= 500) {
    tell({ ref: item.ref, kind: item.kind, state: "waiting" });
    return false;
  }
  item.refused = (await reason(answer)) || `HTTP ${answer.status}`;
  await keep(item);
  tell({ ref: item.ref, kind: item.kind, state: "refused", detail: item.refused });
  return true;
}

async function drain() {
  for (;;) {
    const item = (await everything()).find((one) => !one.refused);
    if (!item) {
      wait = FIRST_WAIT;
      return;
    }
    if (!(await sendOne(item))) {
      later();
      return;
    }
    wait = FIRST_WAIT;
  }
}

let running = Promise.resolve();
/** Sends what waits, one tab at a time. */
export function flush() {
  clearTimeout(timer);
  running = running.then(() => (navigator.locks ? navigator.locks.request("buurtblik-outbox", drain) : drain())).catch(later);
  return running;
}

/** Keeps `item` and sends it: `{code, participant, ref, kind, method, url, body?, photo?, caption?, creates?}`. */
export async function send(item) {
  await keep(item);
  flush();
}

/** From now on `listener({ref, kind, state, detail})` hears what became of each. */
export function listen(listener) {
  tell = listener;
  addEventListener("online", () => {
    wait = FIRST_WAIT;
    flush();
  });
  flush();
}
