// The few things WebAssembly asks of the browser, in one place: `globalThis.buurtblik`.
import { openMap } from "../map/open.mjs";
import * as outbox from "./outbox.mjs";
import { participant, uuid } from "./turn.mjs";
import { dropWalk, readWalk } from "./walk/store.mjs";


const turns = "BroadcastChannel" in globalThis ? new BroadcastChannel("buurtblik-beurt") : null;

/** One person's turn ends: nothing of it stays at this device, in no tab. What waits is still sent. */
function endTurn(code) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `beurt=; Path=/s/${code}; SameSite=Strict; Max-Age=0${secure}`;
  turns?.postMessage(code);
  outbox.dropDrafts(code, "");
  // A walk that was not sent yet goes with the turn; one that is on its way goes on.
  readWalk(code).then((walk) => walk?.phase === "making" && dropWalk(code)).catch(() => {});
}

/** The session whose page this is. */
const here = () => /^\/s\/([^/]+)/.exec(location.pathname)?.[1];
turns?.addEventListener("message", ({ data }) => {
  if (data === here()) location.replace(`/s/${data}`);
});
// A page that the back button brings back as it was shows somebody else's turn.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && here()) location.reload();
});

const ASK_FOR = 20; // seconds in which somebody can still say that they are there

/**
 * Tells after `pause` seconds without touch how many seconds are left, each second, and -1 when somebody touched.
 * By the clock: a tablet that slept asks nothing when it wakes, the turn has ended.
 */
function idle(pause, tell) {
  let touched = Date.now();
  let asking = false;
  const touch = () => {
    touched = Date.now();
    // A moment later: the button under the finger must still be there when the finger goes up.
    if (asking) setTimeout(() => tell(-1), 400);
    asking = false;
  };
  for (const name of ["pointerdown", "keydown", "input", "wheel"]) {
    addEventListener(name, touch, { capture: true, passive: true });
  }
  setInterval(() => {
    const left = pause + ASK_FOR - Math.floor((Date.now() - touched) / 1000);
    if (left > ASK_FOR) return;
    asking = true;
    tell(Math.max(left, 0));
    if (left <= 0) touch();
  }, 1000);
}

/** Runs `work` every so many seconds while the page is looked at. */
function every(seconds, work) {
  setInterval(() => document.hidden || work(), seconds * 1000);
}

/** Puts the focus on a step's heading when it is there, and the step in view: on a phone with the map above it. */
function focus(id) {
  requestAnimationFrame(() => {
    const heading = document.getElementById(id);
    heading?.focus({ preventScroll: true });
    heading?.closest(".tafel-panel")?.scrollTo(0, 0);
    scrollTo(0, 0);
  });
}

/** JSON from the server as text; rejects when there is no network or no success. */
async function get(url, whose) {
  const answer = await fetch(url, { headers: whose ? { Participant: whose } : {}, credentials: "omit" });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return answer.text();
}

/** The answer to a POST without a body, as text; rejects when there is no network or no success. */
async function post(url, whose) {
  const answer = await fetch(url, { method: "POST", headers: { Participant: whose }, credentials: "omit" });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return answer.text();
}

/** Keeps the photos that were chosen in a file field as drafts, `most` at the most; how many were chosen. */
function choosePhotos(item, field, most) {
  const files = [...field.files];
  field.value = "";
  outbox.choose(JSON.parse(item), files.slice(0, most), uuid);
  return files.length;
}

globalThis.buurtblik = {
  uuid,
  participant,
  endTurn,
  idle,
  every,
  focus,
  get,
  post,
  print: () => print(),
  pause: (ms) => new Promise((done) => setTimeout(done, ms)),
  openMap,
  now: () => new Date().toISOString(),
  send: (item) => outbox.send(JSON.parse(item)),
  choosePhotos,
  sendPhotos: (list) => outbox.sendDrafts(JSON.parse(list)),
  dropPhoto: outbox.dropDraft,
  withdraw: outbox.withdraw,
  listen: (listener) => outbox.listen((event) => listener(JSON.stringify(event))),
  waiting: async (code, whose) => {
    await outbox.dropDrafts(code, whose);
    return JSON.stringify(await outbox.waiting(code, whose));
  },
};
