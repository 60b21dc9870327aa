// Making a walk: choose photos and a line, say where they are, a few words with each, send. Everything is kept on this device
// until the server has it, and nothing leaves it before "Verstuur".
import { openMap } from "../map/open.mjs";
import { alone } from "../alone.mjs";
import { mapFile } from "../answer.mjs";
import { Helper } from "../helper.mjs";
import { shrink } from "../shrink.mjs";
import { hold } from "../tap.mjs";
import { asFile, save } from "../late.mjs";
import { participant, uuid } from "../turn.mjs";
import { endOthers } from "../turn-store.mjs";
import { sendWalksLeft } from "../walks-left.mjs";
import { el, fill } from "../walk/dom.mjs";
import { taken } from "../walk/camera.mjs";
import { card, picture } from "../walk/card.mjs";
import { asFeatures } from "../walk/file.mjs";
import { Sending } from "../walk/sending.mjs";
import { dropPhoto, dropWalk, keepPhoto, keepWalk, keepsWalks, readPhotos, readWalk } from "../walk/store.mjs";
import { areaTest } from "../walk/area.mjs";
import { course, hasTimes, readTrack } from "../walk/course.mjs";

/** Filled in by tools/site.mjs: the address of workers/where.mjs. */
const where = new Helper(__WHERE__, 15_000);
const MOST_SHIFT = 720; // minutes a camera's clock may be off
/** Asked for pictures alone, a phone opens its album, which takes the place out of photos; so routes may be chosen there too. */
const PICTURES = "image/*,.jpg,.jpeg,.png,.webp,.gpx,application/gpx+xml";
const root = document.getElementById("maken");
const setup = JSON.parse(root.closest("[data-setup]").dataset.setup);
const { code, texts } = setup;
let walk = null;
let photos = [];
let isInside = () => false;
let knowsArea = false;
let active = null; // the photo whose place is pointed at
let busy = "";
let notes = [];
let gone = null; // the photo that was taken away last, and where it stood
let way = null; // what is known of the recording

/** A recording that was chosen, or what was said about it, has changed. */
function chart() {
  // As it was kept before recordings had tracks.
  if (walk?.line && !walk.tracks) walk.tracks = [walk.line.map((piece) => piece.map(([lon, lat, time]) => [lon, lat, time === null ? null : Math.floor(time / 1000)]))];
  way = walk?.tracks ? course(walk.tracks, setup.map.bbox, walk.homes) : null;
}

const map = openMap("kaart", JSON.stringify(setup.map), { onTap: (lon, lat) => tapped([lon, lat]) });
const say = (text) => el("p", { class: "utrecht-alert utrecht-alert--info", role: "status" }, text);
const button = (text, kind, onclick, more = {}) => el("button", { type: "button", class: `utrecht-button utrecht-button--${kind}`, onclick, ...more }, text);

/** When a photo was taken, with the clock as it is moved. */
const when = ({ time, satellite }) => taken({ clock: time, satellite }, walk.shift * 60_000);

/** Where a photo is, and who says so; nothing where nobody does. */
function placed(photo) {
  if (walk.phase === "sending") return { place: photo.place ?? null, by: null };
  if (photo.hand) return { place: photo.hand, by: "hand" };
  if (walk.gps === true && photo.gps && isInside(photo.gps)) return { place: photo.gps, by: "gps" };
  const time = when(photo);
  const at = way && time !== null ? way.placeAt(Math.floor(time / 1000)) : null;
  return at && isInside(at) ? { place: at, by: "time" } : { place: null, by: null };
}

/** Where a photo is sent: where it was taken at a place that is not kept, at the nearest end of the line, or without a place. */
function sentTo(photo) {
  const { place } = placed(photo);
  const to = place && way ? way.settle(place) : place;
  return to && (to === place || isInside(to)) ? to : null;
}

const names = new Map();
const view = {
  setup,
  names,
  placed,
  /** What is odd about what the camera says of a photo that has no place by hand. */
  doubts: (photo) => [
    walk.gps === true && photo.gps !== null && !isInside(photo.gps) && texts.outside,
    photo.oddPlace && texts["odd-place"],
    photo.oddTime && walk.tracks && hasTimes(walk.tracks) && texts["odd-time"],
  ].filter((text) => text && !photo.hand),
  isActive: (photo) => photo === active,
  change(photo, change) {
    Object.assign(photo, change);
    keepPhoto(walk, photo);
  },
  mayMatter: () => photos.filter(({ matters }) => matters).length < setup.mostMatter,
  say: (text) => {
    notes = [text];
    draw();
  },
  point(photo) {
    active = photo;
    draw();
    showMap();
  },
  place(photo, place) {
    view.change(photo, { hand: place });
    draw();
  },
  samePlace(photo) {
    const before = photos[photos.indexOf(photo) - 1];
    const { place } = before ? placed(before) : {};
    if (place) view.place(photo, place);
  },
  async away(photo) {
    gone = { photo, at: photos.indexOf(photo) };
    photos = photos.filter((one) => one !== photo);
    if (active === photo) active = null;
    await dropPhoto(walk, photo.id);
    draw();
    document.getElementById("zet-terug")?.focus();
  },
};

/** A photo that was taken away, with what was said of it, comes back where it stood. */
async function putBack() {
  const { photo, at } = gone;
  gone = null;
  photos.splice(at, 0, photo);
  await keepPhoto(walk, photo);
  draw();
  document.querySelector(`#foto-${photo.id} summary`)?.focus();
}

const undo = () => gone && el("div", { class: "card row", id: "foto-weg" }, el("p", { role: "status" }, texts["away-done"]), button(texts["away-undo"], "secondary-action", putBack, { id: "zet-terug" }));

/** On a phone the panel lies over the map: the page goes to where the map is free. */
function showMap() {
  const [map, panel] = [document.getElementById("kaart"), root.closest(".tafel-panel")].map((part) => part.getBoundingClientRect());
  if (panel.left < map.right) root.closest(".tafel").scrollIntoView({ block: "start" });
}

function tapped(place) {
  if (!active || walk?.phase !== "making") return;
  // Of two taps the second would be the place of the next photo.
  hold();
  view.change(active, { hand: place });
  // In order: the next one without a place is asked for.
  const rest = photos.slice(photos.indexOf(active) + 1);
  active = rest.find((photo) => !placed(photo).place) ?? null;
  draw();
}

function drawMap() {
  const stops = photos.map((photo, at) => ({ photo, at, place: placed(photo).place })).filter(({ place }) => place);
  const recorded = walk?.kept ?? walk?.tracks?.flat().map((piece) => piece.map(([lon, lat]) => [lon, lat]));
  const line = recorded ?? [stops.map(({ place }) => place)];
  map.setWalk({
    line: line.filter((piece) => piece.length > 1),
    stops: stops.map(({ photo, at, place: [lon, lat] }) => ({ number: at + 1, lon, lat, current: photo === active, label: fill(texts.photo, { n: at + 1 }) })),
  }, (number) => view.point(photos[number - 1]));
}

async function begin() {
  walk ??= { code, id: uuid(), participant: participant(code, false), title: texts["name-first"], tracks: null, homes: {}, shift: 0, gps: null, phase: "making" };
  await keepWalk(walk);
}

/** Whether the very same picture was chosen before, under whatever name. */
async function isThere(photo) {
  for (const one of photos) {
    if (one.size !== photo.size) continue;
    const [a, b] = await Promise.all([one.photo, photo].map(async (blob) => new Uint8Array(await blob.arrayBuffer())));
    if (a.every((byte, at) => byte === b[at])) return true;
  }
  return false;
}

async function addPhotos(chosen) {
  await begin();
  notes = [];
  gone = null;
  const isTrack = ({ name }) => /\.gpx$/i.test(name);
  const files = chosen.filter((file) => !isTrack(file));
  const track = chosen.find(isTrack);
  let twice = 0;
  for (const [at, file] of files.entries()) {
    if (photos.length >= setup.most) {
      notes.push(fill(texts.many, { n: setup.most }));
      break;
    }
    busy = fill(texts.reading, { n: at + 1, all: files.length });
    draw();
    // Place and time are read here and stay here until somebody says that they may be used; the picture is made anew.
    const known = await where.ask({ file }).catch(() => ({ place: null, clock: null }));
    try {
      const small = await shrink(file);
      if (await isThere(small.photo)) {
        twice += 1;
        continue;
      }
      const photo = { id: uuid(), walk: walk.id, seq: photos.length, gps: known.place, time: known.clock, satellite: known.satellite, oddPlace: known.oddPlace, oddTime: known.oddTime, hand: null, caption: "", kind: "", theme: "", matters: false, size: small.photo.size, ...small };
      await keepPhoto(walk, photo);
      photos.push(photo);
    } catch (error) {
      notes.push(fill(texts[error.kind ?? "unreadable"], { name: file.name }));
    }
  }
  busy = "";
  if (twice) notes.push(fill(texts.twice, { n: twice }));
  // As they were taken, where the camera says so.
  const order = photos.map((photo) => [photo, when(photo) ?? Infinity]);
  order.sort(([a, first], [b, second]) => (first === second ? a.seq - b.seq : first - second));
  photos = order.map(([photo]) => photo);
  for (const [at, photo] of photos.entries()) if (photo.seq !== at) view.change(photo, { seq: at });
  if (track) await addTrack(track, notes);
  draw();
}

async function addTrack(file, before = []) {
  await begin();
  try {
    const { tracks, ...remarks } = await readTrack(file);
    // Told at once; the server would refuse it after everything was sent.
    if (knowsArea && !tracks.flat(2).some(isInside)) {
      notes = [...before, fill(texts["track-elsewhere"], { name: file.name })];
      return draw();
    }
    if (course(tracks, setup.map.bbox).isTooMany) {
      notes = [...before, fill(texts["track-many"], { name: file.name })];
      return draw();
    }
    Object.assign(walk, { tracks, homes: {} });
    chart();
    notes = [...before, fill(texts["track-told"], { name: file.name }), ...remarked(remarks)];
    await keepWalk(walk);
  } catch (error) {
    notes = [...before, fill(texts[TRACK_WRONG[error.kind] ?? "track-bad"], { name: file.name, line: error.line })];
  }
  return draw();
}

/** What is wrong with a file, as the reader says it, and the text that tells. */
const TRACK_WRONG = { broken: "track-broken", large: "track-large", points: "track-large", notrack: "track-empty", nopoint: "track-points" };

/** What somebody should know of the recording that they chose. */
function remarked({ passedOver, withoutZone, unreadable, impossible, year }) {
  const told = [];
  if (passedOver > 0) told.push(fill(texts["track-passed-over"], { n: passedOver }));
  if (year !== null) told.push(fill(texts["track-year"], { n: year }));
  else if (!hasTimes(walk.tracks)) told.push(texts[unreadable > 0 ? "track-bad-times" : "track-no-times"]);
  else {
    if (unreadable > 0) told.push(fill(texts["track-unreadable"], { n: unreadable }));
    if (impossible > 0) told.push(fill(texts["track-impossible"], { n: impossible }));
  }
  if (withoutZone && year === null) told.push(texts["track-no-zone"]);
  if (way.kept.length === 0) told.push(texts["track-short"]);
  return told;
}

const file = (text, id, more, use) => el("label", { class: "file-button utrecht-button utrecht-button--secondary-action" }, text, el("input", {
  type: "file", id, ...more, onchange: ({ target }) => {
    const files = [...target.files];
    target.value = "";
    if (files.length) use(files);
  },
}));

function choosing() {
  return el("div", { class: "stack" },
    walk && el("label", { class: "field" }, el("span", {}, texts.name), el("input", {
      class: "utrecht-textbox", id: "naam", dir: "auto", maxlength: "200", value: walk.title, autocomplete: "off",
      oninput: ({ target }) => {
        walk.title = target.value;
        keepWalk(walk);
      },
    })),
    el("p", { class: "field-hint" }, texts.ask),
    el("p", { class: "field-hint" }, texts.words),
    el("div", { class: "row" },
      file(texts.choose, "fotos", { accept: PICTURES, multiple: true }, addPhotos),
      file(texts.gpx, "gpx", {}, ([track]) => addTrack(track))),
    busy && el("p", { role: "status", class: "soft" }, busy),
    notes.map(say), !keepsWalks() && say(texts.unkept));
}

/** Photos without a place: a phone may have left it out. */
function placeless() {
  if (busy || !photos.length || photos.some(({ gps }) => gps)) return null;
  return el("p", { class: "utrecht-alert utrecht-alert--info", id: "geen-plek" }, texts["gps-none"]);
}

function asking() {
  const own = photos.filter(({ gps }) => gps).length;
  if (!own || walk.gps !== null) return null;
  const answer = async (gps) => {
    walk.gps = gps;
    await keepWalk(walk);
    draw();
  };
  return el("div", { class: "card", id: "gps-vraag" }, el("p", {}, fill(texts["gps-ask"], { n: own })),
    el("div", { class: "row" }, button(texts["gps-yes"], "primary-action", () => answer(true)), button(texts["gps-no"], "secondary-action", () => answer(false))));
}

/** Whether somebody lives where the recording stayed; as long as nobody says, that place is not kept. Without times nobody can say. */
function home() {
  const asked = way?.stayed.filter(({ from }) => from !== null) ?? [];
  const stay = asked.find(({ from }) => walk.homes?.[from] === undefined);
  if (!stay) return null;
  const days = new Set([stay.from, stay.to, ...asked.map(({ from }) => from)].map((time) => new Date(time * 1000).toDateString()));
  const when = { hour: "2-digit", minute: "2-digit", ...(days.size > 1 && { weekday: "long" }) };
  const [from, to] = [stay.from, stay.to].map((time) => new Date(time * 1000).toLocaleString("nl-NL", when));
  const answer = async (isHome) => {
    walk.homes = { ...walk.homes, [stay.from]: isHome };
    chart();
    await keepWalk(walk);
    draw();
  };
  return el("div", { class: "card", id: "thuis-vraag" }, el("p", {}, fill(texts["home-ask"], { from, to })), el("p", { class: "soft" }, texts["home-why"]),
    el("div", { class: "row" }, button(texts["home-yes"], "primary-action", () => answer(true)), button(texts["home-no"], "secondary-action", () => answer(false))));
}

function clock() {
  if (!walk?.tracks || !hasTimes(walk.tracks) || !photos.some(({ time }) => time !== null)) return null;
  const told = el("output", { class: "small", for: "klok" });
  const slider = el("input", { type: "range", id: "klok", min: -MOST_SHIFT, max: MOST_SHIFT, step: 1, value: walk.shift });
  const shift = (minutes) => {
    slider.value = minutes;
    walk.shift = Number(slider.value);
    told.textContent = fill(texts["clock-now"], { n: walk.shift });
    drawMap();
  };
  const settle = () => keepWalk(walk).then(draw);
  slider.addEventListener("input", () => shift(slider.value));
  slider.addEventListener("change", settle);
  // A finger on a slider of a day is not precise to the minute.
  const step = (by, id) => button(texts[id], "secondary-action", () => {
    shift(walk.shift + by);
    settle();
  }, { id });
  told.textContent = fill(texts["clock-now"], { n: walk.shift });
  return el("div", { class: "field" }, el("label", { for: "klok" }, texts.clock), slider, told,
    el("div", { class: "row" }, step(-1, "clock-back"), step(1, "clock-on")));
}

function pointing() {
  if (active) {
    return el("div", { class: "utrecht-alert utrecht-alert--info walk-pointing", role: "status" }, el("img", { class: "photo-small", src: picture(active), alt: "" }),
      el("span", {}, fill(texts["hand-now"], { n: photos.indexOf(active) + 1 })));
  }
  const first = photos.find((photo) => !placed(photo).place);
  return first && !asking() ? button(texts.hand, "secondary-action", () => view.point(first), { id: "wijs-aan" }) : null;
}

function sendPart() {
  if (!photos.length) return null;
  const without = photos.filter((photo) => !placed(photo).place).length;
  return el("div", { class: "stack" }, without > 0 && el("p", { class: "soft" }, fill(texts["send-unplaced"], { n: without })),
    button(fill(texts.send, { n: photos.length }), "primary-action", send, { id: "verstuur", disabled: busy !== "" }));
}

/** Draws the page anew; what has the focus keeps it. */
function draw() {
  const focus = document.activeElement?.id;
  const open = new Set([...root.querySelectorAll("details[open]")].map(({ id }) => id));
  if (walk?.phase !== "making" && walk) return;
  const cards = photos.map((photo, at) => card(view, photo, at));
  for (const one of cards) {
    const details = one.querySelector("details");
    details.open = open.has(details.id);
  }
  root.replaceChildren(...[choosing(), undo(), placeless(), walk && asking(), home(), clock(), walk && pointing(), el("ol", { class: "list-plain stack walk-cards" }, cards), sendPart()].filter(Boolean));
  if (focus) document.getElementById(focus)?.focus();
  drawMap();
}

const megabytes = (bytes) => (bytes / 1_000_000).toFixed(1).replace(".", ",");

async function send() {
  if (!walk.title.trim()) walk.title = texts["name-first"];
  if (walk.phase !== "sending" || walk.kept === undefined) {
    walk.phase = "making";
    // Where each belongs is settled now. What may not be kept stays on this device no longer than until here.
    for (const photo of photos) {
      photo.place = sentTo(photo);
      await keepPhoto(walk, photo);
    }
    walk.kept = way?.kept ?? null;
    walk.tracks = walk.line = way = null;
  }
  walk.phase = "sending";
  active = null;
  await keepWalk(walk);
  const bar = el("progress", { max: 1, value: 0, "aria-label": texts.send.replace("%n% ", "") });
  const text = el("p", { role: "status" });
  const told = el("div", { class: "stack" });
  root.replaceChildren(el("div", { class: "progress", id: "voortgang" }, bar, text), el("p", { class: "soft" }, keepsWalks() ? texts["keep-open"] : texts.unkept), told);
  drawMap();
  const sending = new Sending(walk, photos, ({ place }) => place, (progress) => {
    Object.assign(bar, { max: progress.bytes || 1, value: progress.loaded });
    const words = { ...progress, loaded: megabytes(progress.loaded), bytes: megabytes(progress.bytes) };
    root.querySelector("#voortgang").dataset.sent = progress.sent;
    text.textContent = `${fill(texts.progress, words)}${progress.waiting ? ` ${keepsWalks() ? texts.waiting : texts["waiting-unkept"]}` : ""}`;
  }, ({ photo, why, all }) => told.append(say(all ? why : fill(photo ? texts.refused : texts["track-refused"], { n: photo, why }))));
  const run = () => sending.run();
  // One tab at a time.
  const done = await alone(`buurtblik-wandeling-${walk.id}`, run);
  if (sending.late) return tooLate(told);
  if (done !== true) return;
  const { id } = walk;
  await dropWalk(walk);
  root.replaceChildren(el("div", { class: "utrecht-alert utrecht-alert--ok", role: "status", id: "verstuurd" }, texts.done), told,
    el("div", { class: "row" }, el("a", { class: "utrecht-button utrecht-button--primary-action", href: `/s/${code}/wandeling/${id}` }, texts["done-link"]),
      el("a", { class: "utrecht-button utrecht-button--secondary-action", href: `/s/${code}/wandeling` }, texts.again)));
}

/** The session closed before it was all there: the rest is for the begeleider, as a file, and goes by hand. */
function tooLate(told) {
  const away = button(texts["late-drop"], "subtle", async () => {
    await dropWalk(walk);
    location.reload();
  }, { hidden: true, id: "te-laat-wis" });
  const keep = button(texts["late-save"], "primary-action", async () => {
    save(code, await asFile(code, [], await asFeatures(walk, photos)));
    away.hidden = false;
  }, { id: "te-laat-bewaar" });
  root.replaceChildren(el("div", { class: "card stack", id: "te-laat" }, told, el("p", { role: "status" }, texts.late), keep, away));
}

let warned = false;
const end = document.querySelector(".walk-end");
// "Ik ben klaar" with photos that were not sent: they go with the turn, so that is said first.
end.addEventListener("submit", (event) => {
  if (warned || walk?.phase !== "making" || photos.length === 0) return;
  event.preventDefault();
  warned = true;
  hold();
  end.prepend(el("p", { class: "utrecht-alert utrecht-alert--warning", role: "alert" }, texts["end-unsent"]));
});

/** A walk of this turn that is still on this device: one that is on its way goes on by itself, another is offered. */
async function start() {
  const whose = participant(code, false);
  await endOthers(code, whose).catch(() => {});
  sendWalksLeft();
  const [kept, test] = await Promise.all([readWalk(code, whose).catch(() => null), areaTest(setup.area).catch(() => null)]);
  isInside = test ?? isInside;
  knowsArea = test !== null;
  mapFile(setup.names).then((list) => {
    for (const [name, lon, lat] of list) names.set(name, [lon, lat]);
    if (walk) draw();
  }).catch(() => {});
  if (!kept) return draw();
  const resume = async () => {
    walk = kept;
    chart();
    photos = await readPhotos(kept);
    if (kept.phase === "sending") send();
    else draw();
  };
  if (kept.phase === "sending") return resume();
  const count = (await readPhotos(kept)).length;
  root.replaceChildren(el("div", { class: "card stack", id: "staat-klaar" }, el("p", {}, fill(texts.left, { title: kept.title, n: count })),
    el("div", { class: "row" }, button(texts["left-go"], "primary-action", resume), button(texts["left-drop"], "secondary-action", async () => {
      await dropWalk(kept);
      draw();
    }))));
}

start();
