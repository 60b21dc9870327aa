// Walks by finger, with real photos and tracks, and through everything that can happen to a laptop on the way.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { launch, story } from './lib/browser.mjs';
import { MIDDLE, NO_NETWORK, button, eventually, newSession, tapMap, turnOf } from './lib/people.mjs';
import { asFile, fromData, gpx, jpeg, withExif } from './lib/pictures.mjs';
import { startServer } from './lib/server.mjs';

const PATIENCE = 60_000;
let browser;
let server;
before(async () => {
  browser = await launch();
  server = await startServer({ args: ['--demo'] });
});
after(async () => {
  await browser?.close();
  await server?.stop();
});
const tell = (size, told, options) => story(browser, { size, origin: server.url, ...options }, told);

const cards = (told) => told.page.locator('.walk-card');
const placedBy = (told) => cards(told).evaluateAll((all) => all.map((one) => one.dataset.placed));

async function openMaker(told, code) {
  await told.goto(`/s/${code}/wandeling`);
  await told.page.locator('#kaart[data-map=ready]').waitFor({ state: 'attached' });
}

/** Small pictures, each of another colour. */
async function pictures(told, count, about = () => null) {
  const all = [];
  for (let at = 0; at < count; at += 1) {
    const picture = await jpeg(told.page, { width: 320, height: 240, hue: (at * 360) / count });
    const more = about(at);
    all.push(asFile(`foto-${String(at).padStart(2, '0')}.jpg`, more ? withExif(picture, more) : picture));
  }
  return all;
}

/** The only walk of this browser's turn, as the server has it. */
async function ownWalk(told, code) {
  const { body } = await server.request('GET', `/api/v1/sessions/${code}/walks`, { headers: { Participant: await turnOf(told, code) } });
  assert.equal(body.features.length, 1);
  return body.features[0];
}

/** A finger that strokes across an element, so many CSS pixels to the right (to the left: negative). */
async function swipe(told, locator, across) {
  const box = await locator.boundingBox();
  const [x, y] = [box.x + box.width / 2 - across / 2, box.y + box.height / 2];
  const cdp = await told.context.newCDPSession(told.page);
  const touch = (type, ...touchPoints) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', { x, y });
  for (let step = 1; step <= 10; step += 1) {
    await touch('touchMove', { x: x + (across * step) / 10, y });
    await told.page.waitForTimeout(16);
  }
  await touch('touchEnd');
  await cdp.detach();
}

/** A track as it came, but in the middle of the buurt. Where there is one, a planned route beside it is not the walk. */
function broughtHere({ name, buffer }) {
  const text = buffer.toString('utf8');
  const point = text.includes('<trkpt') ? 'trkpt' : 'rtept';
  const number = (attribute, value) => new RegExp(`<${point}[^>]*?\\b${attribute}="(-?[\\d.]+)"`).exec(value)?.[1];
  const [lon, lat] = ['lon', 'lat'].map((attribute) => Number(number(attribute, text)));
  const moved = text.replace(/\b(lat|lon)="(-?[\d.]+)"/g, (_, attribute, value) => {
    const by = attribute === 'lat' ? MIDDLE[1] - lat : MIDDLE[0] - lon;
    return `${attribute}="${(Number(value) + by).toFixed(7)}"`;
  });
  return { name: `hier-${name}`, buffer: Buffer.from(moved) };
}

describe('walks', () => {
  for (const size of ['phone', 'tablet-upright']) {
    test(`a walk by finger: chosen, pointed out on the map, sent, and followed by swiping, at ${size}`, () => tell(size, async (told) => {
      const code = await newSession(server);
      await openMaker(told, code);
      await told.page.locator('#fotos').setInputFiles(await pictures(told, 3));
      await cards(told).nth(2).waitFor();
      await told.press(told.page.locator('#wijs-aan'));
      for (const [at, place] of [[0.35, 0.2], [0.5, 0.3], [0.6, 0.2]].entries()) {
        await told.page.getByText(`Tik op de kaart waar foto ${at + 1} is gemaakt.`).waitFor();
        if (at === 1) await told.shot('walk-pointing');
        await tapMap(told, ...place);
      }
      await eventually(async () => (await placedBy(told)).every((by) => by === 'hand'));
      await told.checkAccessible();
      await told.checkFits();
      await told.shot('walk-by-finger', { fullPage: true });
      await told.press(button(told, 'Verstuur 3 foto’s'));
      await told.page.locator('#verstuurd').waitFor({ timeout: PATIENCE });
      await told.press(told.page.getByRole('link', { name: 'Bekijk uw wandeling' }));
      await told.page.locator('#kaart[data-map=ready]').waitFor({ state: 'attached' });
      await told.page.getByText('Foto 1 van 3').waitFor();
      const onMap = told.page.locator('.walk-mark-now');
      assert.equal(await onMap.textContent(), '1');
      // The strip moves with the map …
      await told.press(told.page.locator('.walk-mark', { hasText: /^3$/ }));
      await told.page.getByText('Foto 3 van 3').waitFor();
      // … and the map with the strip.
      const strip = told.page.locator('.walk-strip');
      await strip.scrollIntoViewIfNeeded();
      for (const [across, number] of [[300, 2], [300, 1], [-300, 2], [-300, 3]]) {
        await swipe(told, strip, across);
        await told.page.getByText(`Foto ${number} van 3`).waitFor();
        assert.equal(await onMap.textContent(), String(number));
      }
      await told.shot('walk-swiped');
    }));
  }

  test('a photo that was taken away comes back where it stood, with what was said of it', () => tell('phone', async (told) => {
    const code = await newSession(server);
    await openMaker(told, code);
    await told.page.locator('#fotos').setInputFiles(await pictures(told, 3));
    await cards(told).nth(2).waitFor();
    const second = cards(told).nth(1);
    await told.press(second.locator('summary'));
    await second.locator('input[type=text]').fill('De hoek');
    await told.press(second.getByRole('button', { name: 'Haal deze foto weg' }));
    await eventually(async () => (await cards(told).count()) === 2);
    await told.checkAccessible();
    await told.press(button(told, 'Zet de foto terug'));
    await eventually(async () => (await cards(told).count()) === 3);
    assert.equal(await cards(told).nth(1).locator('input[type=text]').inputValue(), 'De hoek');
    assert.equal(await told.page.locator('#foto-weg').count(), 0);
    await told.page.reload();
    await told.press(button(told, 'Ga verder met deze wandeling'));
    await cards(told).nth(2).waitFor();
    assert.equal(await cards(told).nth(1).locator('input[type=text]').inputValue(), 'De hoek');
  }));

  test('real photos with odd, damaged and empty EXIF through the file chooser: asked first, and nothing elsewhere is placed', () => tell('desktop', async (told) => {
    const names = ['adobe_coords', 'mapillary_corrupt_exif', 'mapillary_corrupt_exif_2', 'mapillary_corrupt_exif_large_thumbnail',
      'mapillary_corrupt_exif_trusted_wrong_type', 'mapillary_corrupt_exif_wrong_type', 'mapillary_empty_exif', 'mapillary_fixed_exif',
      'mapillary_fixed_exif_2', 'mapillary_test_exif'];
    const real = names.map((name) => fromData(`photos/mapillary/${name}.jpg`)).filter(Boolean);
    const track = fromData('gpx/Mojstrovka.gpx');
    if (real.length < names.length || !track) return;
    const code = await newSession(server);
    await openMaker(told, code);
    const outOfRange = withExif(await jpeg(told.page), { place: [200, 95] });
    await told.page.locator('#fotos').setInputFiles([...real, asFile('buiten-de-wereld.jpg', outOfRange)]);
    await told.page.locator('#gps-vraag').waitFor({ timeout: PATIENCE });
    // Some of them are the same picture with other metadata.
    const twice = Number(/^(\d+) foto’s had u al gekozen/.exec(await told.page.getByText('had u al gekozen').textContent().catch(() => ''))?.[1] ?? 0);
    const chosen = real.length + 1 - twice;
    await eventually(async () => (await cards(told).count()) === chosen);
    await told.press(button(told, 'Ja, zet ze op de kaart'));
    await told.page.getByText('De foto zegt dat hij buiten de buurt is gemaakt.').first().waitFor({ state: 'attached' });
    assert.deepEqual(await placedBy(told), Array(chosen).fill('no'));
    // A track from the mountains: told at once, and the photos go without.
    await told.page.locator('#gpx').setInputFiles({ ...track, mimeType: 'application/gpx+xml' });
    await told.page.getByText('De route in Mojstrovka.gpx ligt niet in deze buurt.').waitFor();
    await told.shot('walk-real-photos', { fullPage: true });
    await told.press(button(told, `Verstuur ${chosen} foto’s`));
    await told.page.locator('#verstuurd').waitFor({ timeout: PATIENCE });
    const { geometry, properties } = await ownWalk(told, code);
    assert.equal(geometry, null);
    assert.equal(properties.stops.length, chosen);
    assert.ok(properties.stops.every(({ place }) => place === null));
  }));

  for (const timezoneId of ['Europe/Amsterdam', 'UTC', 'Europe/London']) {
    test(`the time in a photo is read alike on a device on ${timezoneId}, a place of nought is none, and a route may be chosen with the photos`, () => tell('desktop', async (told) => {
      const code = await newSession(server);
      await openMaker(told, code);
      const line = Array.from({ length: 11 }, (_, n) => [MIDDLE[0] - 0.0025 + n * 0.0005, MIDDLE[1]]);
      const about = [{ time: '2026:06:01 12:06:00', place: [0, 0] }, { time: '2026:06:01 11:04:00', zone: '+01:00' }, { time: '2026-06-01T12:05:00' }];
      const chosen = await pictures(told, 3, (at) => about[at]);
      const accepted = (await told.page.locator('#fotos').getAttribute('accept')).split(',');
      assert.ok(accepted.some((kind) => !/^(image\/|\.(jpe?g|png|webp)$)/.test(kind)), 'pictures alone open the album, which takes places away');
      await told.page.locator('#fotos').setInputFiles([...chosen, { name: 'route.gpx', mimeType: 'application/gpx+xml', buffer: gpx(line) }]);
      await eventually(async () => (await placedBy(told)).filter((by) => by === 'time').length === 3);
      await told.page.locator('#geen-plek').waitFor();
      await told.checkAccessible();
      assert.equal(await told.page.locator('#gps-vraag').count(), 0);
      assert.equal(await told.page.getByText('buiten de buurt is gemaakt').count(), 0);
      await told.press(button(told, 'Verstuur 3 foto’s'));
      await told.page.locator('#verstuurd').waitFor({ timeout: PATIENCE });
      const { properties } = await ownWalk(told, code);
      properties.stops.forEach(({ place }, at) => assert.ok(Math.abs(place[0] - line[at + 4][0]) < 1e-4, `photo ${at} is at ${place}`));
    }, { timezoneId }));
  }

  test('real tracks through the file chooser: each is a line or is told what is wrong with it', () => tell('desktop', async (told) => {
    if (!fromData('gpx/unicode_with_bom.gpx')) return;
    const bad = new Set(['unicode_with_bom.gpx', 'bom.gpx', 'pagina.gpx', 'leeg.gpx']);
    const timeless = new Set(['hier-track-with-extremes.gpx']);
    const short = new Set(['hier-gpx1.1_with_all_fields.gpx', 'hier-track-with-empty-segment.gpx']);
    const folder = process.env.BUURTBLIK_TEST_DATA ?? new URL('../../../shared/data', import.meta.url).pathname;
    const real = readdirSync(`${folder}/gpx`).map((name) => fromData(`gpx/${name}`));
    const moved = real.filter(({ name }) => !bad.has(name)).map(broughtHere);
    const bomb = '<!DOCTYPE gpx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><gpx><trk><name>&b;</name></trk></gpx>';
    const own = { 'bom.gpx': Buffer.from(bomb), 'pagina.gpx': Buffer.from('<html></html>'), 'leeg.gpx': Buffer.alloc(0) };
    const all = [...real, ...moved, ...Object.entries(own).map(([name, buffer]) => ({ name, buffer }))];
    assert.ok(all.length >= 14);
    const code = await newSession(server);
    await openMaker(told, code);
    for (const { name, buffer } of all) {
      await told.page.locator('#gpx').setInputFiles({ name, buffer, mimeType: 'application/gpx+xml' });
      const elsewhere = `De route in ${name} ligt niet in deze buurt.`;
      const here = name.startsWith('hier-') ? `Route gekozen: ${name}.` : elsewhere;
      await told.page.getByText(bad.has(name) ? `${name} is geen GPX-bestand dat we kunnen lezen.` : here).waitFor();
      assert.equal(await told.page.getByText('In deze route staan geen tijden.').count(), timeless.has(name) ? 1 : 0, name);
      assert.equal(await told.page.getByText('Deze route is te kort').count(), short.has(name) ? 1 : 0, name);
      if (name === 'hier-Mojstrovka.gpx') await told.shot('walk-real-track', { fullPage: true });
    }
  }));

  test('a laptop that sleeps, loses its network and is closed in the middle sends on by itself, each photo once', () => tell('desktop', async (told) => {
    told.allow(NO_NETWORK);
    const code = await newSession(server);
    await openMaker(told, code);
    const start = Date.parse('2026-06-01T10:00:00Z');
    const time = (at) => {
      const there = new Date(start + at * 60_000 + 2 * 3600_000); // Dutch summer time
      return there.toISOString().slice(0, 19).replaceAll('-', ':').replace('T', ' ');
    };
    const line = Array.from({ length: 11 }, (_, n) => [MIDDLE[0] - 0.0025 + n * 0.0005, MIDDLE[1]]);
    await told.page.locator('#fotos').setInputFiles(await pictures(told, 8, (at) => ({ time: time(at + 1) })));
    await told.page.locator('#gpx').setInputFiles({ name: 'route.gpx', mimeType: 'application/gpx+xml', buffer: gpx(line) });
    await eventually(async () => (await placedBy(told)).filter((by) => by === 'time').length === 8);

    // Two photos reach the server; the third is under way, and held, when the network goes.
    const answered = new Map();
    let [network, cut, hold] = ['up'];
    const gone = new Promise((done) => { cut = done; });
    const held = new Promise((done) => { hold = done; });
    await told.context.route('**/walks/*/photos/*', async (route) => {
      if (network === 'up' && answered.size >= 2) {
        hold();
        await gone;
      }
      if (network === 'gone') return route.abort('internetdisconnected');
      const photo = route.request().url().split('/').at(-1);
      const response = await route.fetch();
      if (response.ok()) answered.set(photo, (answered.get(photo) ?? 0) + 1);
      return route.fulfill({ response });
    });
    await told.press(button(told, 'Verstuur 8 foto’s'));
    await held;
    // The laptop goes to sleep and wakes up without network.
    const cdp = await told.context.newCDPSession(told.page);
    await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
    await told.context.setOffline(true);
    network = 'gone';
    cut();
    await cdp.send('Page.setWebLifecycleState', { state: 'active' });
    await told.page.getByText('Er is nu geen verbinding.').waitFor();
    await told.shot('walk-without-network');
    assert.equal(answered.size, 2, 'it was in the middle');
    assert.deepEqual((await ownWalk(told, code)).properties.stops.map(({ id }) => id).sort(), [...answered.keys()].sort());
    await told.page.close();
    await told.context.setOffline(false);
    network = 'back';
    told.page = await told.context.newPage();
    await told.goto(`/s/${code}/wandeling`);
    await told.page.locator('#verstuurd').waitFor({ timeout: PATIENCE });
    const { geometry, properties } = await ownWalk(told, code);
    assert.equal(geometry.type, 'MultiLineString');
    assert.deepEqual(properties.stops.map(({ at }) => at), [0, 1, 2, 3, 4, 5, 6, 7]);
    // What was taken on the first and last hundred metres is at the cuts, and the rest where it was taken.
    const metres = ([ax, ay], [bx, by]) => Math.hypot((ax - bx) * 68_000, (ay - by) * 111_300);
    const [first, last] = [geometry.coordinates[0][0], geometry.coordinates.at(-1).at(-1)];
    const where = properties.stops.map(({ place }) => place);
    assert.ok(metres(first, line[0]) > 95 && metres(last, line[10]) > 95, 'the ends are not stored');
    for (const [at, cut] of [[0, first], [1, first], [7, last]]) assert.ok(metres(where[at], cut) < 3, `photo ${at} is ${metres(where[at], cut)} m from the cut`);
    for (const at of [3, 4, 5]) assert.ok(metres(where[at], line[at + 1]) < 3, `photo ${at} is ${metres(where[at], line[at + 1])} m from where it was taken`);
    assert.equal(new Set(properties.stops.map(({ id }) => id)).size, 8);
    assert.deepEqual([...answered.values()], Array(8).fill(1), 'each photo goes once');
    await told.page.reload();
    await told.page.getByText('Laat zien wat u onderweg zag').waitFor();
    assert.equal(await told.page.locator('#staat-klaar').count(), 0, 'nothing is left on the laptop');
  }));
});
