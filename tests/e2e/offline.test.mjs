// Bad Wi-Fi, a server that falls over, an answer that gets lost: a pin stays on the tablet and goes out by itself, once.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launch, story } from './lib/browser.mjs';
import {
  NO_NETWORK, REFUSED, boardReady, button, chip, eventually, isCached, isSent, keptForOffline, newSession, openBoard, ownPins, painted, photo, pinsOf, placePin, step, storedIn, takeAway, turnOf,
} from './lib/people.mjs';
import { DATABASES, PROGRAM, startServer } from './lib/server.mjs';

/** The outbox waits at most half a minute between two tries. */
const PATIENCE = 45_000;
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

/** Waits until so much of what is to be sent is in the tablet's own store: a change and a photo count too. */
const keptOnTablet = (told, count) => eventually(async () => (await storedIn(told, 'sending')).length >= count);

const waits = (told, count) => told.page.locator(`[data-waiting="${count}"]`).waitFor();
const allSent = (told) => told.page.locator('[data-waiting]').waitFor({ state: 'detached', timeout: PATIENCE });

/** Which versions of the worker there are, by what the browser itself says: a worker that is stopped answers nobody. */
async function versionsOfTheWorker(told) {
  const [states, session] = [new Map(), await told.context.newCDPSession(told.page)];
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { versionId, status } of versions) states.set(versionId, status);
  });
  await session.send('ServiceWorker.enable');
  return () => [...states.values()];
}

/** The site as another version of the program has it: its styles have another name, and so has the service worker's cache. */
async function otherVersion() {
  const folder = await mkdtemp(join(tmpdir(), 'site-'));
  await cp(join(dirname(dirname(PROGRAM)), 'site'), folder, { recursive: true });
  const at = (...parts) => join(folder, ...parts);
  const hash = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const names = JSON.parse(await readFile(at('assets.json'), 'utf8'));
  const [old, styles] = [names['app.css'], `${await readFile(at('assets', names['app.css']), 'utf8')}\n/* another version */`];
  const name = `app.${hash(styles)}.css`;
  for (const file of [...['', '.br', '.gz'].map((end) => at('assets', `${old}${end}`)), at('sw.js.br'), at('sw.js.gz')]) await rm(file);
  await writeFile(at('assets', name), styles);
  await writeFile(at('assets.json'), JSON.stringify({ ...names, 'app.css': name }));
  const worker = await readFile(at('sw.js'), 'utf8');
  const files = worker.match(/\/assets\/[\w.-]+/g);
  const version = (list) => hash(list.join());
  const renewed = worker.replaceAll(old, name).replaceAll(version(files), version(files.map((file) => file.replace(old, name))));
  assert.notEqual(renewed, worker.replaceAll(old, name), 'the worker has another version');
  await writeFile(at('sw.js'), renewed);
  return { folder, styles: `/assets/${name}`, old: `/assets/${old}` };
}

for (const database of DATABASES) {
  describe(`a pin that cannot be sent, on ${database.name}`, () => {
    let server;
    before(async () => { server = await startServer({ postgres: database.postgres, args: ['--demo'] }); });
    after(() => server?.stop());
    const tell = (told, options) => story(browser, { size: 'tablet', origin: server.url, ...options }, async (resident) => {
      resident.allow(NO_NETWORK);
      await told(resident);
    });

    test('without network it waits on the tablet, survives a reload, and goes out once', () => tell(async (told) => {
      const code = await newSession(server);
      await openBoard(told, code);
      await keptForOffline(told, code);
      await told.context.setOffline(true);
      await placePin(told, { picture: 'groen', text: 'De geveltuintjes.' });
      await told.page.locator('[data-sent=waiting]').getByText('Nog te versturen').waitFor();
      await waits(told, 1);
      await told.shot('offline-waiting');
      await told.press(chip(told, 'Overdag'));
      await told.page.locator('#foto').setInputFiles(photo());
      await told.press(button(told, 'Zet deze foto erbij'));
      await waits(told, 2);
      await keptOnTablet(told, 3);

      await told.page.reload();
      await boardReady(told, null);
      const item = told.page.locator('.pin-item', { hasText: 'groen: De geveltuintjes.' });
      await item.getByText('nog te versturen').waitFor();
      await told.shot('offline-reload');
      assert.deepEqual(await ownPins(told, server, code), []);

      await told.context.setOffline(false);
      await allSent(told);
      await eventually(async () => (await ownPins(told, server, code))[0]?.properties.photos.length === 1, 20);
      const own = await ownPins(told, server, code);
      assert.equal(own.length, 1);
      assert.equal(own[0].properties.text, 'groen: De geveltuintjes.');
      assert.equal(own[0].properties.moment, 'overdag');
      await item.getByText('nog te versturen').waitFor({ state: 'detached' });
    }));

    test('a server killed in the middle and started again has every pin once', () => tell(async (told) => {
      const code = await newSession(server);
      await openBoard(told, code);
      await placePin(told, { text: 'Voor de stroom uitviel.' });
      await isSent(told);
      await server.kill();
      await told.press(button(told, 'Nog een stip'));
      await placePin(told, { at: [0.6, 0.4], word: 'zorg', text: 'Toen de stroom weg was.' });
      await told.page.locator('[data-sent=waiting]').waitFor();
      await server.start();
      await told.page.locator('[data-sent=yes]').waitFor({ timeout: PATIENCE });
      await allSent(told);
      const texts = (await ownPins(told, server, code)).map(({ properties }) => properties.text);
      assert.deepEqual(texts.sort(), ['Toen de stroom weg was.', 'Voor de stroom uitviel.']);
      assert.equal((await server.request('GET', '/healthz')).status, 200);
    }));

    test('an answer that got lost is asked for again and makes no second pin', () => tell(async (told) => {
      const code = await newSession(server);
      let lost = 0;
      await told.page.route('**/api/v1/sessions/*/pins/*', async (route) => {
        if (route.request().method() !== 'PUT' || lost > 0) return route.continue();
        lost += 1;
        await route.fetch();
        return route.abort('connectionreset');
      });
      await openBoard(told, code);
      await placePin(told, { text: 'Eén keer is genoeg.' });
      await told.page.locator('[data-sent=waiting]').waitFor();
      await told.page.locator('[data-sent=yes]').waitFor({ timeout: PATIENCE });
      assert.equal(lost, 1);
      assert.equal((await ownPins(told, server, code)).length, 1);
    }, { serviceWorkers: 'block' }));

    if (database.postgres) return;

    test('what is taken back before it was sent never arrives', () => tell(async (told) => {
      told.allow(REFUSED(404));
      const code = await newSession(server);
      await openBoard(told, code);
      await keptForOffline(told, code);
      await told.context.setOffline(true);
      await placePin(told, { text: 'Toch maar niet.' });
      await told.page.locator('[data-sent=waiting]').waitFor();
      await told.press(button(told, 'Verander'));
      await takeAway(told);
      await step(told, 'Wat ziet u in uw buurt?').waitFor();
      await told.context.setOffline(false);
      await placePin(told, { text: 'Dit wel.' });
      await isSent(told);
      await allSent(told);
      assert.deepEqual((await ownPins(told, server, code)).map(({ properties }) => properties.text), ['Dit wel.']);
      assert.equal(await told.page.getByRole('alert').count(), 0, 'nobody is bothered with it');
    }));

    test('the next person does not see what still waits, and it goes out all the same', () => tell(async (told) => {
      const code = await newSession(server);
      await openBoard(told, code);
      await keptForOffline(told, code);
      await told.context.setOffline(true);
      await placePin(told, { text: 'Van de vorige.' });
      const turn = await turnOf(told, code);
      await told.press(button(told, 'Ik ben klaar').first());
      await step(told, 'Dank u wel').waitFor();
      await told.press(button(told, 'De volgende kan beginnen'));
      // By the time that the list of the server failed, what is kept here has been read.
      const asked = told.page.waitForEvent('requestfailed', (request) => request.url().endsWith(`/sessions/${code}/pins`));
      await told.page.reload();
      await boardReady(told, null);
      await asked;
      await painted(told);
      assert.doesNotMatch(await told.page.locator('body').innerText(), /Van de vorige/);
      await told.context.setOffline(false);
      await eventually(async () => (await pinsOf(server, code, turn)).length === 1, PATIENCE / 1000);
      assert.doesNotMatch(await told.page.locator('body').innerText(), /Van de vorige/);
    }));

    test('after an update one visit online is enough to open offline, each page with its own files', () => tell(async (told) => {
      const [before, during, unseen] = [await newSession(server), await newSession(server), await newSession(server)];
      const other = await otherVersion();
      for (const code of [before, unseen]) {
        await openBoard(told, code);
        await keptForOffline(told, code);
      }
      await server.terminate();
      server.args = [...server.args, '--site', other.folder];
      try {
        await server.start();
        // One page that was kept before, and one that is seen for the first time while the worker of the version before is there.
        for (const code of [before, during]) {
          await openBoard(told, code, { map: null });
          // A visit is a page that is there: until its map answers, not until it is left again.
          await told.page.locator('#kaart[data-map]').waitFor();
        }
        await isCached(told, other.old, false);
        for (const code of [before, during]) await keptForOffline(told, code);
        // The tablet is put away: at the latest when nobody has a page of it open any more the new version takes over.
        await told.goto('about:blank');
        const states = await versionsOfTheWorker(told);
        const isThere = (state) => ['activated', 'redundant'].includes(state);
        await eventually(() => states().includes('activated') && states().every(isThere), 30, () => `${states()}`);
        await told.context.setOffline(true);
        for (const code of [before, during, unseen]) {
          await told.goto(`/s/${code}`);
          await boardReady(told);
          assert.equal(await told.page.locator('link[rel=stylesheet]').first().getAttribute('href'), other.styles);
          assert.equal(await told.page.evaluate(() => getComputedStyle(document.body).margin), '0px', 'its styles are there');
        }
      } finally {
        await told.context.setOffline(false);
        await server.terminate();
        server.args = server.args.slice(0, -2);
        await server.start();
        await rm(other.folder, { recursive: true });
      }
    }));
  });
}
