// What a resident sent stays on this tablet until the server has it: in order, once, and by itself.
// IndexedDB holds it (turn-store.mjs), so that a reload, a flat battery or an evening without Wi-Fi loses nothing. Photos that
// were chosen and not sent yet are drafts: kept as well, made small first, and gone when the turn ends. Where the browser keeps
// nothing, things live in this page only: the page says so, and who leaves is asked first. So it is until the browser has answered that
// it kept them.
import { alone } from "./alone.mjs";
import { mustWait, read, words } from "./answer.mjs";
import { Batches } from "./batches.mjs";
import { report, reported } from "./device.mjs";
import { asLate, isTooLate, ofLate, stamp } from "./late.mjs";
import { moveOldStores } from "./old-stores.mjs";
import { shrink } from "./shrink.mjs";
import { Box, endBoxes, endOthers, inOrder, keepsThings, onReturn } from "./turn-store.mjs";
import { upload } from "./upload.mjs";

const FIRST_WAIT = 2_000; // milliseconds
const LONGEST_WAIT = 30_000;
const PATIENCE = 60_000;
/** A browser that keeps nothing: then at least for as long as the page is open. */
const memory = { next: 1, list: new Map() };

/** Drafts are kept apart from what waits: they are deleted with the turn, as a database. */
const boxOf = ({ code, participant, draft }) =>
  draft ? { box: Box.of("beurt", code, participant), store: "photos" } : { box: Box.of("uit", code, participant), store: "sending" };

const stay = (event) => event.preventDefault();
/** How many things the browser was asked to keep that it keeps nowhere yet. */
let asked = 0;
/**
 * Says where things live: on this device (`kept`), or in this page only, which then asks before it goes: because the browser keeps
 * nothing (`none`), or has not answered yet (`keeping`).
 */
function sayWhere() {
  if (memory.list.size || asked) addEventListener("beforeunload", stay);
  else removeEventListener("beforeunload", stay);
  const here = asked ? "keeping" : "kept";
  tell({ kind: "store", state: memory.list.size || !keepsThings() ? "none" : here });
}

/** What comes of asking the browser to keep something new, of which it is said meanwhile that it is not kept yet. */
async function asking(work) {
  const count = (more) => {
    asked += more;
    // Not in the midst of what the page is just doing.
    queueMicrotask(sayWhere);
  };
  count(1);
  return work().finally(() => count(-1));
}

/** What is about a thing that lives in this page only does so too: it is sent in order. */
const follows = ({ ref, seq }) => seq === undefined && [...memory.list.values()].some((one) => one.ref === ref);

/** Its place in memory: numbers are those of one turn's database. */
const slot = (item) => (typeof item.seq === "string" ? item.seq : `${boxOf(item).box.name} ${item.seq}`);

/** Keeps an item, which has a number from then on. */
async function keep(item) {
  const { box, store } = boxOf(item);
  if (typeof item.seq !== "string" && !follows(item)) {
    const put = () => inOrder(() => box.put(store, item)).catch(() => null);
    const seq = await (item.seq === undefined ? asking(put) : put());
    if (seq !== null) return Object.assign(item, { seq });
  }
  item.seq ??= `m${memory.next++}`;
  memory.list.set(slot(item), item);
  sayWhere();
  return item;
}

async function forget(item) {
  if (memory.list.delete(slot(item))) sayWhere();
  if (typeof item.seq !== "number") return;
  const { box, store } = boxOf(item);
  // Where it cannot be deleted it is sent once more, which does nothing twice.
  await inOrder(() => box.delete(store, item.seq)).catch(() => {});
}

let moved;
/** Everything that is here of every turn, oldest turn first; of each in order. */
async function everything() {
  await (moved ??= moveOldStores());
  const boxes = await inOrder(() => Promise.all([Box.all("uit"), Box.all("beurt")])).catch(() => [[], []]);
  const lists = [];
  for (const box of boxes.flat()) lists.push(await inOrder(() => box.getAll(box.kind === "uit" ? "sending" : "photos")).catch(() => []));
  // One that could not be kept again, such as one that was tried, is here as it is now.
  const kept = lists.flat().filter((item) => !memory.list.has(slot(item)));
  return [...kept, ...memory.list.values()];
}

const pictures = new Map();
/** An address for the small picture of a photo, once for each. */
function picture({ photoId, thumb, photo }) {
  if (!pictures.has(photoId)) pictures.set(photoId, URL.createObjectURL(thumb ?? photo));
  return pictures.get(photoId);
}

/** What of this session and turn is still here: drafts, waiting, or refused with the reason. */
export async function waiting(code, participant) {
  const mine = (await everything()).filter((item) => item.code === code && item.participant === participant);
  return mine.map(({ photo, thumb, ...item }) => (photo ? { ...item, picture: picture({ photo, thumb, ...item }) } : item));
}

/** Takes back what was not sent yet about one pin; true where its own PUT never went out. */
export async function withdraw(ref) {
  const all = (await everything()).filter((item) => item.ref === ref);
  for (const item of all) await forget(item);
  return all.some((item) => item.creates && !item.tried);
}

let tell = () => {};
let wait = FIRST_WAIT;
let timer;
const batches = new Batches((participant, progress) => tell({ kind: "progress", participant, ...progress }));

function later() {
  clearTimeout(timer);
  timer = setTimeout(flush, wait);
  wait = Math.min(wait * 2, LONGEST_WAIT);
}

async function sendRequest(item) {
  const headers = { Participant: item.participant };
  if (item.body) headers["Content-Type"] = item.method === "PATCH" ? "application/merge-patch+json" : "application/json";
  return read(await fetch(item.url, {
    method: item.method, headers, body: item.body, credentials: "omit", signal: AbortSignal.timeout(PATIENCE),
  }));
}

function sendPhoto(item) {
  batches.add(item.participant, item.photoId, item.photo.size);
  const fields = { caption: item.caption, poster: item.poster ? "1" : "" };
  return upload({ ...item, fields }, (loaded) => batches.moved(item.participant, item.photoId, loaded));
}

async function refuse(item, detail) {
  item.refused = detail;
  await keep(item);
  if (item.photo) batches.done(item.participant, item.photoId);
  tell({ ref: item.ref, kind: item.kind, photo: item.photoId, state: "refused", detail });
  return true;
}

/**
 * The server refused because of the hour. A pin is laid before the begeleider, with everything that was said about it since;
 * what is about one that lies there is asked of that one; what cannot be stays here, for the file.
 */
async function tooLate(item, detail) {
  const since = (await everything()).filter((one) => one.ref === item.ref && one.participant === item.participant && one.seq !== item.seq && !one.refused && !one.photo);
  if (item.creates && since.some(({ method }) => method === "DELETE")) {
    // Taken back before the server ever had it.
    for (const one of [item, ...since]) await forget(one);
    return true;
  }
  const changes = since.filter(({ method }) => method === "PATCH");
  const late = asLate(item, changes);
  const next = late ?? ofLate(item, detail);
  if (!next) {
    item.stuck = true;
    await refuse(item, item.why ?? detail);
    heardOfStuck();
    return true;
  }
  await keep(next);
  if (late) for (const one of changes) await forget(one);
  return true;
}

/** Sends one; true when the next may follow. */
async function sendOne(item) {
  const about = { ref: item.ref, kind: item.kind, photo: item.photoId };
  if (!item.tried) await keep(Object.assign(item, { tried: true }));
  const answer = await (item.photo ? sendPhoto(item) : sendRequest(item)).catch(() => null);
  if (mustWait(answer, item.url)) {
    tell({ ...about, state: "waiting" });
    return false;
  }
  const { status, body } = answer;
  // "Dat zie ik ook" has no words of its own: it is told that it came too late, and nothing waits for a begeleider.
  if (isTooLate(answer) && item.kind !== "me-too") return tooLate(item, words(body, status));
  // What is to be taken back and is not there has been taken back.
  if (status < 300 || (item.method === "DELETE" && (status === 404 || status === 410))) {
    await forget(item);
    if (item.photo) batches.done(item.participant, item.photoId);
    tell({ ...about, state: item.late && item.method !== "DELETE" ? "late" : "sent" });
    return true;
  }
  return refuse(item, words(body, status));
}

/** Tells the server of each session how much of it is still here. */
async function reportAll() {
  const held = new Map(reported().map((code) => [code, 0]));
  for (const { code, refused, draft, stuck: late } of await everything()) {
    if (!draft && (!refused || late)) held.set(code, (held.get(code) ?? 0) + 1);
  }
  for (const [code, count] of held) await report(code, count);
}

async function drain() {
  try {
    await sendAll();
  } finally {
    reportAll().catch(() => {});
  }
}

async function sendAll() {
  for (;;) {
    const all = (await everything()).filter((one) => !one.refused && !one.draft);
    for (const { photo, participant, photoId } of all) if (photo) batches.add(participant, photoId, photo.size);
    const item = all[0];
    if (!item) {
      wait = FIRST_WAIT;
      await tidy();
      return;
    }
    if (!(await sendOne(item))) {
      later();
      return;
    }
    wait = FIRST_WAIT;
  }
}

/** Deletes the databases of turns that are over and of which everything was answered. */
async function tidy() {
  await inOrder(async () => {
    for (const box of await Box.all("uit")) await box.tidy();
  }).catch(() => {});
}

let running = Promise.resolve();
/** Sends what waits, one tab at a time. */
export function flush() {
  clearTimeout(timer);
  running = running.then(() => alone("buurtblik-outbox", drain)).catch(later);
  return running;
}

/** Keeps `item` and sends it: `{code, participant, ref, kind, method, url, body?, creates?}`. */
export async function send(item) {
  await keep({ ...item, stamp: stamp() });
  flush();
}

/**
 * Makes chosen files small and keeps them as drafts of `item`, whose `url` ends before the photo's id. The listener hears of
 * each: `busy`, then `draft`, or `unreadable` with the kind of it.
 */
export async function choose(item, files, uuid) {
  const chosen = files.map((file) => ({ file, photoId: uuid() }));
  for (const { photoId } of chosen) tell({ ref: item.ref, kind: "photo", photo: photoId, state: "busy" });
  for (const { file, photoId } of chosen) {
    const about = { ref: item.ref, kind: "photo", photo: photoId };
    try {
      const small = await shrink(file);
      const draft = await keep({ ...item, ...small, url: `${item.url}${photoId}`, photoId, draft: true });
      const words = early.get(photoId);
      if (early.delete(photoId)) await keep({ ...draft, ...words });
      tell({ ...about, state: "draft", picture: picture(draft) });
    } catch (error) {
      tell({ ...about, state: "unreadable", detail: error.kind ?? "unreadable" });
    }
  }
}

/** Sends drafts, each with its words: `[{id, caption, poster}]`. */
export async function sendDrafts(list) {
  for (const { id } of list) dropCaption(id);
  const drafts = new Map((await everything()).filter((item) => item.draft).map((item) => [item.photoId, item]));
  for (const { id, caption, poster } of list) {
    const known = drafts.get(id);
    if (!known) continue;
    const { draft, seq, ...item } = known;
    // First where it waits, then away where it was: never in neither.
    await keep({ ...item, caption, poster });
    await forget(known);
  }
  flush();
}

const captions = new Map();
/** What was typed at photos that were not kept yet: it is kept with them. */
const early = new Map();
function dropCaption(id) {
  clearTimeout(captions.get(id));
  captions.delete(id);
}

/** Keeps what is said of a photo that was chosen and not sent, a moment after the last key. */
export function keepCaption(id, caption, poster) {
  dropCaption(id);
  const timer = setTimeout(async () => {
    const known = (await everything()).find((item) => item.draft && item.photoId === id);
    // It may have been sent meanwhile, or is still being made small.
    if (captions.get(id) !== timer) return;
    if (known) await keep({ ...known, caption, poster });
    else early.set(id, { caption, poster });
  }, 250);
  captions.set(id, timer);
}

/** Forgets one photo that was chosen and not sent. */
export async function dropDraft(id) {
  dropCaption(id);
  for (const item of await everything()) if (item.draft && item.photoId === id) await forget(item);
}

/** The turn of `participant` is over: nothing of it stays but what waits for the server. */
export async function endTurn(code, participant) {
  for (const id of [...captions.keys()]) dropCaption(id);
  for (const [seq, item] of memory.list) if (item.draft && item.participant === participant) memory.list.delete(seq);
  await endBoxes(code, participant).catch(() => {});
}

/** Every turn of a session but that of `participant` is over. */
export async function endOtherTurns(code, participant) {
  for (const [seq, item] of memory.list) if (item.draft && item.code === code && item.participant !== participant) memory.list.delete(seq);
  await endOthers(code, participant).catch(() => {});
}

let heardOfStuck = () => {};
/** From now on `listener()` hears when something turns out to be too late. */
export function onStuck(listener) {
  heardOfStuck = listener;
}

/** What of a session, of every turn, cannot come in any more. */
export const stuck = async (code) => (await everything()).filter((item) => item.stuck && item.code === code);

/** Throws it away: it was saved as a file. */
export async function dropStuck(code) {
  for (const one of await stuck(code)) await forget(one);
  await reportAll();
}

/** From now on `listener({ref, kind, state, …})` hears what became of each. */
export function listen(listener) {
  tell = listener;
  // Said before anything is, and taken back where the store answers after all.
  inOrder(() => Box.all("uit")).catch(() => {}).finally(sayWhere);
  onReturn(sayWhere);
  addEventListener("online", () => {
    wait = FIRST_WAIT;
    flush();
  });
  flush();
}
