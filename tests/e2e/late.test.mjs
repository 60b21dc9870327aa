// Said before closing, sent after it: the begeleider takes it in or not; what comes even later stays on the tablet, as a file.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { launch, story } from './lib/browser.mjs';
import {
  NO_NETWORK, REFUSED, boardReady, button, chip, eventually, isSent, keptForOffline, newSession, newTraject, openBoard, ownPins, painted, photo, placePin, putPin, step, takeAway,
} from './lib/people.mjs';
import { asFile, jpeg } from './lib/pictures.mjs';
import { startServer } from './lib/server.mjs';

const PATIENCE = 45_000;
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

const tell = (told) => story(browser, { size: 'tablet', origin: server.url }, async (resident) => {
  resident.allow(NO_NETWORK, REFUSED(410));
  await told(resident);
});

/** Somebody's words without network; the begeleider closes meanwhile. */
async function saidBeforeClosing(told, { meanwhile = async () => {} } = {}) {
  const traject = await newTraject(server);
  const code = await newSession(server, { traject });
  const { token } = await server.cli('staff', 'add', '--name', 'Bea', '--role', 'begeleider', '--traject', traject);
  await openBoard(told, code, { map: null });
  await keptForOffline(told, code);
  await told.context.setOffline(true);
  await placePin(told, { text: 'De geveltuintjes.' });
  await told.page.locator('[data-sent=waiting]').waitFor();
  await meanwhile(code);
  await server.cli('session', 'close', code);
  const queue = async () => {
    const { body } = await server.request('GET', `/api/v1/sessions/${code}/moderation`, { headers: { authorization: `Bearer ${token}` } });
    return body;
  };
  const decide = (id, verdict) => server.request('POST', `/api/v1/sessions/${code}/moderation/${id}`, { json: verdict, headers: { authorization: `Bearer ${token}` } });
  return { code, traject, token, queue, decide };
}

/** Reads a file in with the form of the begeleider: how many things came in. */
async function readIn({ code, token, file, elsewhere = false }) {
  const form = new FormData();
  if (elsewhere) form.append('other', '1');
  form.append('file', new Blob([JSON.stringify(file)]), 'buurtblik.geojson');
  const answer = await fetch(`${server.url}/sessie/${code}/inlezen`, { method: 'POST', body: form, headers: { authorization: `Bearer ${token}` } });
  const page = await answer.text();
  assert.equal(answer.status, 200, page);
  assert.doesNotMatch(page, /kon niet binnenkomen/);
  return Number(/Binnengekomen: (\d+)/.exec(page)?.[1]);
}

describe('after closing', () => {
  test('what a tablet still held is laid before the begeleider, with what was said about it later, and counts once it is taken in', () => tell(async (told) => {
    const { code, queue, decide } = await saidBeforeClosing(told, { meanwhile: () => told.press(chip(told, 'Overdag')) });
    await told.context.setOffline(false);
    await eventually(async () => (await queue()).length === 1, PATIENCE / 1000);
    await told.page.getByText('de begeleider kijkt of hij meetelt').waitFor();
    const [item] = await queue();
    assert.deepEqual([item.of, item.text, item.kind], ['late', 'De geveltuintjes.', 'gaat-goed']);
    assert.deepEqual(await ownPins(told, server, code), []);
    assert.equal((await decide(item.id, { of: 'late', decision: 'approve' })).status, 200);
    const [pin] = await ownPins(told, server, code);
    assert.deepEqual([pin.properties.text, pin.properties.moment], ['De geveltuintjes.', 'overdag']);
    assert.deepEqual(await queue(), []);
    assert.equal(await told.page.locator('#overgebleven').isVisible(), false, 'nothing is left on the tablet');
  }));

  test('of two guests both are told, and both come in', () => tell(async (told) => {
    // Who has nothing on the server yet gets no five words.
    told.allow(REFUSED(422));
    const { code, queue } = await saidBeforeClosing(told, {
      meanwhile: async () => {
        await told.press(button(told, 'Ik ben klaar').first());
        await step(told, 'Dank u wel').waitFor();
        await told.press(button(told, 'De volgende kan beginnen'));
        await placePin(told, { at: [0.6, 0.4], word: 'zorg', text: 'Het is er donker.' });
      },
    });
    await told.context.setOffline(false);
    await eventually(async () => (await queue()).length === 2, PATIENCE / 1000);
    assert.deepEqual((await queue()).map(({ text }) => text).sort(), ['De geveltuintjes.', 'Het is er donker.']);
    assert.deepEqual(await ownPins(told, server, code), []);
  }));

  test('what was taken back before it was sent is laid before nobody', () => tell(async (told) => {
    const { queue } = await saidBeforeClosing(told, {
      meanwhile: async () => {
        await told.press(button(told, 'Nog een stip'));
        await placePin(told, { at: [0.6, 0.4], text: 'Toch maar niet.' });
        await told.press(button(told, 'Verander'));
        await takeAway(told);
      },
    });
    await told.context.setOffline(false);
    await eventually(async () => (await queue()).length === 1, PATIENCE / 1000);
    assert.equal((await queue())[0].text, 'De geveltuintjes.');
  }));

  test('who takes it away while it waits finds it gone from the queue at once', () => tell(async (told) => {
    const { queue } = await saidBeforeClosing(told);
    await told.context.setOffline(false);
    await eventually(async () => (await queue()).length === 1, PATIENCE / 1000);
    await told.page.getByText('de begeleider kijkt of hij meetelt').first().waitFor();
    await told.press(button(told, 'Verander'));
    await takeAway(told);
    await eventually(async () => (await queue()).length === 0, PATIENCE / 1000);
    assert.equal(await told.page.locator('#overgebleven').isVisible(), false, 'nothing is left for a file');
  }));

  test('what comes after the release stays on the tablet, is offered as a file, and goes by hand', () => tell(async (told) => {
    const { code, traject, token } = await saidBeforeClosing(told, {
      async meanwhile(moment) {
        for (let n = 0; n < 3; n += 1) await putPin(server, moment, { text: `Van een ander ${n}` });
      },
    });
    await server.cli('session', 'release', code);
    await told.context.setOffline(false);
    const offer = told.page.locator('#overgebleven');
    await offer.waitFor({ timeout: PATIENCE });
    await told.shot('late-file');
    await told.page.reload();
    await boardReady(told, null);
    await offer.getByText('1').waitFor();
    const saving = told.page.waitForEvent('download');
    await told.press(offer.getByRole('button', { name: 'Bewaar als bestand' }));
    const file = JSON.parse(await readFile(await (await saving).path(), 'utf8'));
    assert.deepEqual([file.code, file.features.length, file.features[0].properties.text], [code, 1, 'De geveltuintjes.']);
    const other = await newSession(server, { traject });
    await server.cli('session', 'close', other);
    assert.equal(await readIn({ code: other, token, file, elsewhere: true }), 1, 'the begeleider reads it in elsewhere');
    const headers = { Participant: file.features[0].properties.participant };
    const { body } = await server.request('GET', `/api/v1/sessions/${other}/pins`, { headers });
    assert.deepEqual(body.features.map(({ properties }) => properties.text), ['De geveltuintjes.']);
    await told.press(offer.getByRole('button', { name: /Wis dit van dit apparaat/ }));
    await offer.waitFor({ state: 'hidden' });
    await told.page.reload();
    await boardReady(told, null);
    await painted(told);
    assert.equal(await offer.isVisible(), false);
  }));

  test('a photo, a change and a withdrawal that come too late are kept for the begeleider, and said so', () => tell(async (told) => {
    const traject = await newTraject(server);
    const code = await newSession(server, { traject });
    const { token } = await server.cli('staff', 'add', '--name', 'Bea', '--role', 'begeleider', '--traject', traject);
    await openBoard(told, code, { map: null });
    await placePin(told, { text: 'De bank.' });
    await isSent(told);
    await told.context.setOffline(true);
    await told.page.locator('#foto').setInputFiles(photo());
    await told.press(button(told, 'Zet deze foto erbij'));
    await told.press(chip(told, 'Overdag'));
    await server.cli('session', 'close', code);
    await told.context.setOffline(false);
    const offer = told.page.locator('#overgebleven');
    await offer.getByText('2').waitFor({ timeout: PATIENCE });
    const saving = told.page.waitForEvent('download');
    await told.press(offer.getByRole('button', { name: 'Bewaar als bestand' }));
    const file = JSON.parse(await readFile(await (await saving).path(), 'utf8'));
    const { features } = file;
    assert.deepEqual(features.map(({ properties }) => properties.does).sort(), ['change', 'photo']);
    assert.ok(features.some(({ properties }) => properties.photo?.startsWith('data:image/jpeg')));
    assert.equal(await readIn({ code, token, file }), 2);
    const [{ properties }] = await ownPins(told, server, code);
    assert.deepEqual([properties.moment, properties.photos.length], ['overdag', 1]);
  }));

  test('a walk that comes too late stays on the device and comes in by its file', () => tell(async (told) => {
    const traject = await newTraject(server);
    const code = await newSession(server, { traject });
    const { token } = await server.cli('staff', 'add', '--name', 'Bea', '--role', 'begeleider', '--traject', traject);
    await told.goto(`/s/${code}/wandeling`);
    await told.page.locator('#kaart[data-map=ready]').waitFor({ state: 'attached' });
    const pictures = await Promise.all([0, 180].map(async (hue, at) => asFile(`foto-${at}.jpg`, await jpeg(told.page, { width: 320, height: 240, hue }))));
    await told.page.locator('#fotos').setInputFiles(pictures);
    await told.page.locator('.walk-card').nth(1).waitFor();
    await told.context.setOffline(true);
    await told.press(told.page.locator('#verstuur'));
    await told.page.locator('#voortgang').waitFor();
    await server.cli('session', 'close', code);
    await told.context.setOffline(false);
    await told.page.locator('#te-laat').waitFor({ timeout: PATIENCE });
    await told.goto(`/s/${code}`);
    const offer = told.page.locator('#overgebleven');
    await offer.getByText('3').waitFor({ timeout: PATIENCE });
    const saving = told.page.waitForEvent('download');
    await told.press(offer.getByRole('button', { name: 'Bewaar als bestand' }));
    const file = JSON.parse(await readFile(await (await saving).path(), 'utf8'));
    assert.deepEqual(file.features.map(({ properties }) => properties.does), ['walk', 'stop', 'stop']);
    assert.equal(await readIn({ code, token, file }), 3);
    await told.press(offer.getByRole('button', { name: /Wis dit van dit apparaat/ }));
    await offer.waitFor({ state: 'hidden' });
  }));
});
