// The few things WebAssembly asks of the browser, in one place: `globalThis.buurtblik`.
import { openMap } from "./map/open.mjs";
import { json, mapFile } from "./answer.mjs";
import * as outbox from "./outbox.mjs";
import { hold } from "./tap.mjs";
import { endTurn as endHere, idle } from "./turn-end.mjs";
import { knownTurn, participant, uuid } from "./turn.mjs";
import { keepTyped, readTyped } from "./typed.mjs";
import { sendWalksLeft } from "./walks-left.mjs";

/** One person's turn ends at this device. What waits is still sent. */
const endTurn = (code) => endHere(code, outbox.endTurn);

/** Runs `work` every so many seconds while the page is looked at. */
function every(seconds, work) {
  setInterval(() => document.hidden || work(), seconds * 1000);
}

/** Puts the focus on a step's heading when it is there, and the step in view: on a phone with the map above it. */
function focus(id) {
  hold();
  requestAnimationFrame(() => {
    const heading = document.getElementById(id);
    heading?.focus({ preventScroll: true });
    heading?.closest(".tafel-panel")?.scrollTo(0, 0);
    scrollTo(0, 0);
    // Enlarged, the map leaves no room for a step beside it: then the step comes first.
    if (heading?.getBoundingClientRect().bottom > innerHeight) heading.scrollIntoView();
  });
}

/** Puts the focus on something that has just come, where it is. */
function focusHere(id) {
  hold();
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}

// A field that has the focus counts as seen for a browser also where the buttons at the foot of the panel lie over it.
addEventListener("focusin", ({ target }) => {
  if (target.matches(".panel-body :is(textarea, [type=search])")) target.scrollIntoView({ block: "nearest" });
});

/** JSON from the server as text; rejects when there is no network, no success, or a portal's page in its place. */
async function asked(url, options) {
  const answer = await fetch(url, { ...options, credentials: "omit" });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  const text = await answer.text();
  if (answer.redirected || json(text) === null) throw new Error("not the server's answer");
  return text;
}

const isMap = (url) => url.startsWith("/plattegrond/");
const get = async (url, whose) =>
  isMap(url) ? JSON.stringify(await mapFile(url)) : asked(url, { headers: whose ? { Participant: whose } : {} });
/** The answer to a POST without a body. */
const post = (url, whose) => asked(url, { method: "POST", headers: { Participant: whose } });

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
  focusHere,
  hold,
  keepTyped: (code, name, json) => keepTyped(code, name, json === "" ? null : JSON.parse(json)),
  typed: async (code, name) => JSON.stringify(await readTyped(code, name)),
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
  keepCaption: outbox.keepCaption,
  withdraw: outbox.withdraw,
  listen: (listener) => outbox.listen((event) => listener(JSON.stringify(event))),
  waiting: async (code, whose) => {
    // Somebody may ask for what is left of a turn that has ended, while the next one has begun.
    if (whose === knownTurn()) await outbox.endOtherTurns(code, whose).then(sendWalksLeft);
    return JSON.stringify(await outbox.waiting(code, whose));
  },
};
