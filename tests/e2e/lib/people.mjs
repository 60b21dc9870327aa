// What residents and professionals do in the stories: open the page, tap the map, place a pin, sign in.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { SIZES } from './browser.mjs';

/** The invented buurt that ships with the program. */
export const BUURT = 'VB0000AA01';
/** Where the invented pins of the demonstration lie, middle of the Voorbeeldbuurt. */
export const MIDDLE = [4.8204, 52.3446];
/** What the browser writes on its console when there is no network, and when the server refuses. */
// On a busy machine a worker of the map may still be on its way when the network goes.
export const NO_NETWORK = /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|FAILED|NETWORK_CHANGED)|Worker failed to load/;
export const REFUSED = (status) => new RegExp(`the server responded with a status of ${status}`);

/** Says once why the stories do not run on PostgreSQL, where they do not. */
if (!process.env.BUURTBLIK_TEST_POSTGRES) {
  process.stderr.write('PostgreSQL: not told, BUURTBLIK_TEST_POSTGRES is not set (tools/with-postgres.sh sets it)\n');
}

/** The links that `serve --demo` printed last: `{code, begeleider, professional, beheerder}`, the last three as paths. */
export function demoLinks(server) {
  const last = (pattern) => [...server.log.matchAll(pattern)].at(-1)?.[1];
  const found = {
    code: last(/\/s\/(\w+)/g),
    professional: last(/Professional:\s+https?:\/\/[^/\s]+(\/login\/\S+)/g),
    begeleider: last(/Begeleider:\s+https?:\/\/[^/\s]+(\/login\/\S+)/g),
    beheerder: last(/Beheerder:\s+https?:\/\/[^/\s]+(\/login\/\S+)/g),
  };
  assert.ok(found.code && found.professional && found.beheerder, `the demonstration prints its links:\n${server.log}`);
  return found;
}

/** A traject of its own in the Voorbeeldbuurt; returns its id. */
export async function newTraject(server, title = 'Proeftraject') {
  return (await server.cli('traject', 'create', '--buurt', BUURT, '--title', title)).id;
}

/** An open wijksessie of its own; returns its code. */
export async function newSession(server, { traject, title = 'Koffie in de hal', more = [] } = {}) {
  const id = traject ?? (await newTraject(server));
  const asked = ['--traject', id, '--title', title, '--method', 'koffiekar', '--audience', 'bewoners', ...more];
  return (await server.cli('session', 'create', ...asked)).code;
}

/** A moment in which a turn ends by itself after half a minute. */
export async function newQuickSession(server) {
  const traject = await newTraject(server);
  const code = await newSession(server, { traject });
  const { token } = await server.cli('staff', 'add', '--name', 'Bea', '--role', 'begeleider', '--traject', traject);
  const answer = await fetch(new URL(`/sessie/${code}/aanwezig`, server.url), {
    method: 'POST', headers: { authorization: `Bearer ${token}` }, body: new URLSearchParams({ pause: '30' }), redirect: 'manual',
  });
  assert.equal(answer.status, 303);
  return code;
}

/** Puts a pin as the page would, without a browser; returns its id. */
export async function putPin(server, code, { text, kind = 'gaat-goed', participant = randomUUID(), place = MIDDLE, ...rest }) {
  const id = randomUUID();
  const geometry = place && { type: 'Point', coordinates: place };
  const json = { type: 'Feature', geometry, properties: { kind, text, participant, ...rest } };
  const { status, body } = await server.request('PUT', `/api/v1/sessions/${code}/pins/${id}`, { json });
  assert.equal(status, 201, JSON.stringify(body));
  return id;
}

/** Pins that a participant sees: others' come in groups, so whoever asks for nobody in particular may see none. */
export async function pinsOf(server, code, participant) {
  const { status, body } = await server.request('GET', `/api/v1/sessions/${code}/pins`, { headers: { Participant: participant } });
  assert.equal(status, 200);
  return body.features;
}

/** Whose turn it is in this browser, from the cookie of the wijksessie's pages. */
export async function turnOf(told, code) {
  const cookies = await told.context.cookies(new URL(`/s/${code}`, told.origin).href);
  return cookies.find(({ name }) => name === 'beurt')?.value;
}

/** Pins that this browser's turn owns, as the server has them. */
export async function ownPins(told, server, code) {
  const turn = await turnOf(told, code);
  return (await pinsOf(server, code, turn)).filter(({ properties }) => properties.mine);
}

/** Opens the page of a wijksessie and waits until the panel answers; `map`: `ready`, `drawing`, or nothing to wait for. */
export async function openBoard(told, code, { map = 'ready' } = {}) {
  await told.goto(`/s/${code}`);
  await boardReady(told, map);
}

/** Waits until the panel answers, and the map is as far as asked: a tap on it counts from then on. */
export async function boardReady(told, map = 'ready') {
  await told.page.locator('html[data-islands=ready]').waitFor({ state: 'attached' });
  if (map) await told.page.locator(`#kaart[data-map=${map}]`).waitFor({ state: 'attached' });
}

/** Touches (or clicks) the map at a share of its width and height. */
export async function tapMap(told, across = 0.5, down = 0.5) {
  const map = told.page.locator('#kaart');
  await told.counted(async () => {
    await map.scrollIntoViewIfNeeded();
    const box = await map.boundingBox();
    const [x, y] = [box.x + box.width * across, box.y + box.height * down];
    await (SIZES[told.size].hasTouch ? told.page.touchscreen.tap(x, y) : told.page.mouse.click(x, y));
  });
}

/** The heading of the step one is at. */
export const step = (told, name) => told.page.locator('#stap', name ? { hasText: name } : {});
export const button = (told, name) => told.page.getByRole('button', { name, exact: true });
export const link = (told, name) => told.page.getByRole('link', { name, exact: true });
export const kind = (told, word) => told.page.locator(`.choice[data-kind=${word}]`);
export const chip = (told, label) => told.page.locator('.chip', { hasText: new RegExp(`^\\s*${label}\\s*$`) });

/** A whole pin, from the tap on the map to "Uw stip staat op de kaart". */
export async function placePin(told, { at = [0.5, 0.5], word = 'gaat-goed', text, picture } = {}) {
  await tapMap(told, ...at);
  await told.press(kind(told, word));
  if (picture) await told.press(chip(told, picture));
  if (text) await told.page.locator('#woorden').fill(text);
  await told.press(button(told, 'Zet op de kaart'));
  await step(told, 'Uw stip staat op de kaart').waitFor();
}

/** Takes the pin away that is being changed, and says that it is meant. */
export async function takeAway(told) {
  await told.press(button(told, 'Haal deze stip weg'));
  await told.press(button(told, 'Ja, haal hem weg'));
}

/** Waits until the server has the pin that was just placed. */
export const isSent = (told) => told.page.locator('[data-sent=yes]').waitFor();

/** Signs in with a login link: the button on its page. */
export async function signIn(told, path) {
  await told.goto(path);
  await told.press(button(told, 'Meld mij aan'));
  await told.page.waitForURL('**/mijn');
}

/** Presses Tab until the element has focus; nobody presses it a hundred times. */
export async function tabTo(told, locator, most = 60) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await locator.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await told.page.keyboard.press('Tab');
  }
  assert.fail(`${locator} is not reached with Tab`);
}

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** A photo as a file for a file chooser: a PNG with a slope of colours. */
export function photo(width = 640, height = 480, name = 'plein.png') {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows.set([(x * 255) / width, (y * 255) / height, 120], y * (1 + width * 3) + 1 + x * 3);
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return { name, mimeType: 'image/png', buffer: Buffer.concat([signature, ...parts]) };
}

/** The words of the invented residents of one wijksessie (`open` or `vrijgegeven`), those long enough to be nobody else's. */
export function inventedWords(session) {
  const file = new URL('../../../maps/voorbeeldbuurt-stippen.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).filter((pin) => pin.session === session).map(({ text }) => text).filter((text) => text.length > 15);
}

/** A tablet to which what moves the map never comes: the drawing of the server stays as it is. The story blocks service workers. */
export async function withoutMap(told) {
  told.allow(/plattegrond|ERR_FAILED/);
  await told.page.route('**/assets/plattegrond.*', (route) => route.abort());
}

/** Counts every touch and click on the page from now on; call what it returns. */
export async function countTaps(told) {
  let taps = 0;
  await told.page.exposeBinding('tapped', () => { taps += 1; });
  await told.page.addInitScript(() => addEventListener('pointerdown', () => globalThis.tapped(), true));
  return async () => taps;
}

/** Waits until the page has drawn everything that it was told until now. */
export const painted = (told) => told.page.evaluate(() => new Promise((drawn) => {
  requestAnimationFrame(() => requestAnimationFrame(() => drawn()));
}));

/** Everything that this device keeps in stores of the given name, of whatever database. */
export const storedIn = (told, store) => told.page.evaluate(async (name) => {
  const found = [];
  for (const one of await indexedDB.databases()) {
    const db = await new Promise((done, failed) => {
      const opening = indexedDB.open(one.name);
      // One that was deleted meanwhile is not made again.
      opening.onupgradeneeded = () => opening.transaction.abort();
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => (opening.error.name === 'AbortError' ? done(null) : failed(opening.error));
    });
    if (!db) continue;
    if (db.objectStoreNames.contains(name)) {
      const values = await new Promise((done, failed) => {
        const asked = db.transaction(name).objectStore(name).getAll();
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => failed(asked.error);
      });
      found.push(...values.map((value) => ({ ...value, photo: undefined, thumb: undefined })));
    }
    db.close();
  }
  return found;
}, store);

/**
 * Waits until a file or page is in the browser's own caches, or is not any more. Asked from here again and again: a wait inside the page
 * takes the promise of an answer for a yes.
 */
export async function isCached(told, path, wanted = true) {
  const kept = () => told.page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => [name, (await (await caches.open(name)).keys()).map(({ url }) => url)]));
    const { installing, waiting, active } = (await navigator.serviceWorker.getRegistration()) ?? {};
    return { ...Object.fromEntries(all), installing: installing?.state, waiting: waiting?.state, active: active?.state };
  });
  const isSo = () => told.page.evaluate((asked) => caches.match(asked).then(Boolean), path);
  await eventually(async () => (await isSo()) === wanted, 30, async () => `${path} is ${wanted ? 'not ' : ''}in ${JSON.stringify(await kept())}`);
}

/** Waits until the page of a wijksessie opens without network. */
export const keptForOffline = (told, code) => isCached(told, `/s/${code}`);

/** Waits until it is so; what reaches the server does so a moment later. */
export async function eventually(isSo, seconds = 10, tell = () => `${isSo}`) {
  for (const until = Date.now() + seconds * 1000; Date.now() < until;) {
    if (await isSo()) return;
    await new Promise((next) => { setTimeout(next, 100); });
  }
  if (!(await isSo())) assert.fail(`not within ${seconds} seconds: ${await tell()}`);
}

/** The files below a folder that hold a word. A browser throws files away while they are read: what is gone holds nothing. */
export async function filesWith(folder, word) {
  const unlessGone = (nothing) => (error) => {
    if (error.code !== 'ENOENT') throw error;
    return nothing;
  };
  const entries = await readdir(folder, { withFileTypes: true }).catch(unlessGone([]));
  const found = await Promise.all(entries.map(async (entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesWith(path, word);
    if (!entry.isFile()) return [];
    return (await readFile(path, 'latin1').catch(unlessGone(''))).includes(word) ? [path] : [];
  }));
  return found.flat();
}
