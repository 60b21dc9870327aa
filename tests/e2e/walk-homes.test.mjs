// A walk keeps no home: what the page sends of a recording, and what it asks before.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, story } from './lib/browser.mjs';
import { MIDDLE, button, eventually, newSession, turnOf } from './lib/people.mjs';
import { asFile, jpeg, withExif } from './lib/pictures.mjs';
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
const tell = (size, told) => story(browser, { size, origin: server.url }, told);

/** The place so many metres east and north of the middle. */
const at = (east, north) => [MIDDLE[0] + east / 68_150, MIDDLE[1] + north / 111_270];
const metres = ([ax, ay], [bx, by]) => Math.hypot((ax - bx) * 68_150, (ay - by) * 111_270);
const START = Date.parse('2026-06-01T10:00:00Z');
/** What a camera in the Netherlands writes, so many seconds after the start. */
const camera = (seconds) => new Date(START + 2 * 3600_000 + seconds * 1000).toISOString().slice(0, 19).replaceAll('-', ':').replace('T', ' ');

/** A GPX file of tracks of segments of `[east, north, seconds]`. */
function recorded(tracks, time = (seconds) => new Date(START + seconds * 1000).toISOString()) {
  const point = ([east, north, seconds]) => {
    const [lon, lat] = at(east, north);
    return `<trkpt lat="${lat}" lon="${lon}"><time>${time(seconds)}</time></trkpt>`;
  };
  const track = (segments) => `<trk>${segments.map((segment) => `<trkseg>${segment.map(point).join('')}</trkseg>`).join('')}</trk>`;
  return `<gpx version="1.1">${tracks.map(track).join('')}</gpx>`;
}

const HOME = [-100, -40];
/** A round of 480 m from the door and back, a reading every twenty seconds. */
function round(start) {
  const corners = [[0, 0], [120, 0], [120, 120], [0, 120], [0, 0]].map(([x, y]) => [HOME[0] + x, HOME[1] + y]);
  const readings = corners.slice(1).flatMap((to, side) => Array.from({ length: 6 }, (_, n) => {
    const from = corners[side];
    return [from[0] + ((to[0] - from[0]) * n) / 6, from[1] + ((to[1] - from[1]) * n) / 6, start + side * 120 + n * 20];
  }));
  return [...readings, [...HOME, start + 480]];
}
const stayed = (start, seconds) => Array.from({ length: seconds / 30 + 1 }, (_, n) => [HOME[0] + (n % 2) * 5, HOME[1], start + n * 30]);

async function openMaker(told, code) {
  await told.goto(`/s/${code}/wandeling`);
  await told.page.locator('#kaart[data-map=ready]').waitFor({ state: 'attached' });
}

/** Photos of the door by their place, of the door by their time, and of the far side of the round. */
async function choosePhotos(told) {
  const make = async (hue, about) => withExif(await jpeg(told.page, { width: 320, height: 240, hue }), about);
  await told.page.locator('#fotos').setInputFiles([
    asFile('deur.jpg', await make(10, { place: at(HOME[0] + 2, HOME[1]), time: camera(400_000) })),
    asFile('thuis.jpg', await make(100, { time: camera(5) })),
    asFile('hoek.jpg', await make(200, { time: camera(240) })),
  ]);
  await told.page.locator('#gps-vraag').waitFor({ timeout: PATIENCE });
  await told.press(button(told, 'Ja, zet ze op de kaart'));
}

const choose = (told, text, name = 'route.gpx') => told.page.locator('#gpx').setInputFiles({ name, mimeType: 'application/gpx+xml', buffer: Buffer.from(text) });

/** Sends it; the walk as the server has it, and everything that went over the line as a track. */
async function send(told, code) {
  const tracks = [];
  told.page.on('request', (request) => {
    if (request.url().includes('/track')) tracks.push(request.postData() ?? '');
  });
  await told.press(button(told, 'Verstuur 3 foto’s'));
  await told.page.locator('#verstuurd').waitFor({ timeout: PATIENCE });
  const { body } = await server.request('GET', `/api/v1/sessions/${code}/walks`, { headers: { Participant: await turnOf(told, code) } });
  assert.equal(body.features.length, 1);
  const [walk] = body.features;
  // The line at every twentieth of each step.
  const between = ([a, b], [c, d]) => Array.from({ length: 21 }, (_, n) => [a + ((c - a) * n) / 20, b + ((d - b) * n) / 20]);
  const pieces = walk.geometry?.coordinates ?? [];
  const line = pieces.flatMap((piece) => piece.slice(1).flatMap((to, n) => between(piece[n], to)));
  return { walk, tracks, line, stops: walk.properties.stops };
}

const home = at(...HOME);
const corner = at(HOME[0] + 120, HOME[1] + 120);

describe('a walk keeps no home', () => {
  const recordings = {
    'two days from one door': [[round(0)], [round(86_400)]],
    'the later day first': [[round(86_400)], [round(0)]],
    'a pause at home between two segments': [[round(0), round(4_000)]],
  };
  test('of files in which somebody comes home more than once neither line nor photo of the door leaves the device', () => tell('tablet-upright', async (told) => {
    for (const [what, tracks] of Object.entries(recordings)) {
      const code = await newSession(server);
      await openMaker(told, code);
      assert.equal(await told.page.locator('#gpx').getAttribute('accept'), null, 'phones show what they do not know grey');
      await choosePhotos(told);
      await choose(told, recorded(tracks));
      await told.page.getByText('50 meter rond elke plek').waitFor();
      const { tracks: sent, line, stops } = await send(told, code);
      assert.ok(line.length > 4, what);
      const sentPlaces = [...sent.join('').matchAll(/lat="([\d.]+)" lon="([\d.]+)"/g)].map(([, lat, lon]) => [Number(lon), Number(lat)]);
      assert.ok(sentPlaces.length > 4 && !sent.join('').includes('<time>'), what);
      for (const place of [...line, ...sentPlaces, ...stops.map((stop) => stop.place).filter(Boolean)]) {
        assert.ok(metres(place, home) >= 50, `${what}: ${metres(place, home)} m from the door`);
      }
      assert.equal(stops.length, 3, `${what}: no photo is lost`);
      assert.ok(stops.some(({ place }) => place && metres(place, corner) < 3), `${what}: the photo at the corner stays there`);
    }
  }));

  for (const [answer, isKept] of [['Nee, die plek mag op de kaart', true], ['Ja, bewaar die plek niet', false], [null, false]]) {
    test(`who stayed somewhere is asked whether that is home: ${answer ?? 'no answer'}`, () => tell('phone', async (told) => {
      const code = await newSession(server);
      await openMaker(told, code);
      await choosePhotos(told);
      // Begins and ends elsewhere, and stays at the door for twenty minutes in between.
      const walk = [[-300, -40, 0], [-250, -40, 40], ...stayed(200, 1200), [120, -40, 1600], [250, -40, 1700]];
      await choose(told, recorded([[walk]]));
      const question = told.page.locator('#thuis-vraag');
      await question.getByText('Van 12:03 tot 12:23 bleef u op één plek. Was u daar thuis?').waitFor();
      await told.checkAccessible();
      await told.checkFits();
      await told.shot('walk-home', { fullPage: true });
      if (answer) {
        await told.press(question.getByRole('button', { name: answer }));
        await question.waitFor({ state: 'detached' });
      }
      const { line, stops } = await send(told, code);
      const nearest = Math.min(...line.map((place) => metres(place, home)));
      assert.equal(nearest < 30, isKept, `the line comes to ${nearest} m`);
      assert.ok(isKept || nearest >= 50, `the line comes to ${nearest} m`);
      const door = stops.find(({ at: seq }) => seq === 2);
      assert.ok(door.place && metres(door.place, home) < 5 === isKept, `the photo of the door is ${door.place && metres(door.place, home)} m from it`);
      assert.equal(stops.length, 3);
    }));
  }

  test('odd files are read as the command reads them, or it is said what is wrong', () => tell('desktop', async (told) => {
    const code = await newSession(server);
    await openMaker(told, code);
    await choosePhotos(told);
    const straight = [[Array.from({ length: 11 }, (_, n) => [n * 60 - 300, 40, n * 60])]];
    const right = recorded(straight);
    const placed = () => told.page.locator('.walk-card').evaluateAll((all) => all.filter((one) => one.dataset.placed === 'time').length);
    const odd = {
      'a bare &': right.replace('<trk>', '<trk><name>Brink & Middenweg</name>'),
      'a page in CDATA': right.replace('<trk>', '<trk><desc><![CDATA[<!DOCTYPE html><b>]]></desc>'),
      'a prefix of nobody': right.replaceAll('<time>', '<gpxx:a/><time>'),
      'decimal commas': right.replaceAll(/"(-?\d+)\.(\d+)"/g, '"$1,$2"'),
      'times without a zone': recorded(straight, (seconds) => new Date(START + 2 * 3600_000 + seconds * 1000).toISOString().slice(0, 19)),
      'a planned route beside it': right.replace('</gpx>', '<rte><rtept lat="52.4" lon="4.9"/></rte></gpx>'),
      'one impossible time': right.replace(/<time>[^<]*/, '<time>0000-01-01T00:00:00Z'),
    };
    for (const [what, text] of Object.entries(odd)) {
      await choose(told, text, `${what}.gpx`.replaceAll('&', 'en'));
      await told.page.getByText(`Route gekozen: ${what.replaceAll('&', 'en')}.gpx`).waitFor();
      await eventually(async () => (await placed()) === 2);
      const said = await told.page.locator('#maken').innerText();
      assert.equal(said.includes('tijdzone'), what === 'times without a zone', what);
      assert.equal(said.includes('tijd die niet kan'), what === 'one impossible time', what);
    }
    await choose(told, right.replace('<trkpt', '<trkpt lat="x" lon="y"/><trkpt'), 'half.gpx');
    await told.page.getByText('Die zijn overgeslagen: 1.').waitFor();
    await choose(told, right.replaceAll('2026-06', '1970-06'), 'oud.gpx');
    await told.page.getByText('zijn van het jaar 1970').waitFor();
    await choose(told, '<gpx>\n<trk>\n</gpx>', 'stuk.gpx');
    await told.page.getByText('In regel 3 klopt iets niet.').waitFor();
  }));
});
