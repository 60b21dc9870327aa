// A portal that answers in the server's place: what somebody said waits until the server itself has it, and nothing of the
// portal's is kept as page, map or names.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, story } from './lib/browser.mjs';
import {
  NO_NETWORK, REFUSED, boardReady, button, eventually, isSent, keptForOffline, newSession, openBoard, ownPins, photo, placePin, step, takeAway, turnOf,
} from './lib/people.mjs';
import { WAYS, startPortal } from './lib/portal.mjs';
import { startServer } from './lib/server.mjs';

/** The outbox waits at most half a minute between two tries. */
const PATIENCE = 45_000;
const isInput = (path, method) => path.startsWith('/api/') && method !== 'GET';
let browser;
let server;
let portal;
before(async () => {
  browser = await launch();
  server = await startServer({ args: ['--demo'] });
  portal = await startPortal(server);
});
after(async () => {
  portal?.stop();
  await browser?.close();
  await server?.stop();
});

const tell = (told, options) => story(browser, { size: 'tablet', origin: portal.url, ...options }, async (resident) => {
  resident.allow(NO_NETWORK, REFUSED('(403|410|511)'));
  Object.assign(portal, { takes: () => false, taken: 0, passed: [] });
  await told(resident);
});

/** The portal answers so from now on, to what `takes` names; what is done meanwhile; then it lets everything through. */
async function behind(way, takes, work) {
  Object.assign(portal, { way: WAYS[way], takes, taken: 0 });
  await work();
  portal.takes = () => false;
}

/** The panel says that it waits, after the portal answered so often. */
async function waitsAfter(told, times) {
  await eventually(() => portal.taken >= times, PATIENCE / 1000);
  await told.page.locator('[data-sent=waiting]').waitFor();
  assert.equal(await told.page.locator('[data-sent=yes], [data-sent=refused]').count(), 0);
}

/** How many things in the caches are of the portal. */
const portalsKept = (told) => told.page.evaluate(async () => {
  const texts = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) texts.push(await (await cache.match(request)).text());
  }
  return texts.filter((text) => /Gratis wifi|"login"|^\[\]$/.test(text)).length;
});

describe('a portal', () => {
  for (const way of Object.keys(WAYS)) {
    test(`${way} is no answer to a pin: it waits, and then goes out once`, () => tell(async (told) => {
      const code = await newSession(server);
      await openBoard(told, code, { map: null });
      await behind(way, isInput, async () => {
        await placePin(told, { text: 'De geveltuintjes.' });
        await waitsAfter(told, 2);
      });
      await told.page.locator('[data-sent=yes]').waitFor({ timeout: PATIENCE });
      const own = await ownPins(told, server, code);
      assert.deepEqual(own.map(({ properties }) => properties.text), ['De geveltuintjes.']);
    }, { serviceWorkers: 'block' }));
  }

  test('nothing with 204 takes no pin away, and a page with 200 changes none', () => tell(async (told) => {
    const code = await newSession(server);
    await openBoard(told, code, { map: null });
    await placePin(told, { text: 'Toch anders.' });
    await isSent(told);
    await behind('a page with 200', isInput, async () => {
      await told.press(told.page.locator('.chip', { hasText: 'Overdag' }));
      await waitsAfter(told, 1);
    });
    await told.page.locator('[data-sent=yes]').waitFor({ timeout: PATIENCE });
    assert.equal((await ownPins(told, server, code))[0].properties.moment, 'overdag');
    await behind('nothing with 204', isInput, async () => {
      await told.press(button(told, 'Verander'));
      await takeAway(told);
      await eventually(() => portal.taken >= 1, PATIENCE / 1000);
      assert.equal((await ownPins(told, server, code)).length, 1);
    });
    await eventually(async () => (await ownPins(told, server, code)).length === 0, PATIENCE / 1000);
  }, { serviceWorkers: 'block' }));

  for (const way of ['a page with 200', 'a page with 403']) {
    test(`${way} is no answer to a photo`, () => tell(async (told) => {
      const code = await newSession(server);
      await openBoard(told, code, { map: null });
      await placePin(told, { text: 'Het plein.' });
      await isSent(told);
      await told.page.locator('#foto').setInputFiles(photo());
      await behind(way, isInput, async () => {
        await told.press(button(told, 'Zet deze foto erbij'));
        await eventually(() => portal.taken >= 2, PATIENCE / 1000);
        await told.page.locator('[data-photo=waiting]').waitFor();
      });
      await told.page.locator('[data-photo=sent]').waitFor({ timeout: PATIENCE });
      assert.equal((await ownPins(told, server, code))[0].properties.photos.length, 1);
    }, { serviceWorkers: 'block' }));
  }

  test('a page with 200 is no answer to a walk', () => tell(async (told) => {
    const code = await newSession(server);
    await told.goto(`/s/${code}/wandeling`);
    await told.page.locator('#fotos').setInputFiles(photo());
    await told.page.locator('.walk-card').waitFor();
    await behind('a page with 200', isInput, async () => {
      await told.press(button(told, 'Verstuur 1 foto’s'));
      await eventually(() => portal.taken >= 2, PATIENCE / 1000);
      assert.equal(await told.page.locator('#verstuurd').count(), 0);
    });
    await told.page.locator('#verstuurd').waitFor({ timeout: PATIENCE });
    const { body } = await server.request('GET', `/api/v1/sessions/${code}/walks`, { headers: { Participant: await turnOf(told, code) } });
    assert.equal(body.features[0].properties.stops.length, 1);
  }, { serviceWorkers: 'block' }));

  for (const way of ['a page with 200', 'JSON of its own with 200', 'an empty list with 200', 'a way to its page']) {
    test(`${way} is kept neither as page, nor as map, nor as names`, () => tell(async (told) => {
      const code = await newSession(server);
      // The page itself came through; what the browser and its worker fetch after it did not.
      const after = (path) => path.startsWith('/plattegrond/') || path.includes('schil=1');
      await behind(way, after, async () => {
        await openBoard(told, code, { map: null });
        await told.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
        await eventually(() => portal.taken >= 3, 20);
        await told.press(button(told, 'Zoek een straat of plek'));
        // Again, now that the worker is there and stands in between.
        await told.page.reload();
        await boardReady(told, null);
        await told.press(button(told, 'Zoek een straat of plek'));
        await told.page.getByText('Zoeken lukt nu niet').waitFor();
      });
      await told.page.reload();
      await boardReady(told);
      await keptForOffline(told, code);
      await told.context.setOffline(true);
      await told.page.reload();
      await boardReady(told);
      await step(told, 'Wat ziet u in uw buurt?').waitFor();
      assert.equal(await portalsKept(told), 0, 'something of the portal is kept');
      await told.context.setOffline(false);
    }));
  }

  test('a page with 200 in the place of the program’s own files is not kept: the next visit has the real ones', () => tell(async (told) => {
    // What the browser says of a page that comes in the place of a script.
    told.allow(/Failed to load module script: .*\/assets\/(plattegrond|start)/);
    const code = await newSession(server);
    await behind('a page with 200', (path) => path.startsWith('/assets/plattegrond'), async () => {
      await openBoard(told, code, { map: null });
      // The page asks once, and its worker twice: past the browser's own cache too.
      await eventually(() => portal.taken >= 3, 20);
      await eventually(() => told.page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length === 0), 20);
      assert.equal(await portalsKept(told), 0);
    });
    await told.page.reload();
    await boardReady(told);
    await keptForOffline(told, code);
    await told.context.setOffline(true);
    await told.page.reload();
    await boardReady(told);
    await told.context.setOffline(false);
  }));

  test('a page that is kept and did not change is not sent again; one that did is', () => tell(async (told) => {
    const code = await newSession(server);
    const answers = () => portal.passed.filter(([path]) => path === `/s/${code}`).map(([, status]) => status);
    await openBoard(told, code);
    await keptForOffline(told, code);
    await told.page.reload();
    await boardReady(told);
    assert.deepEqual(answers(), [200, 304]);
    await placePin(told, { text: 'Op de pagina van daarnet.' });
    await isSent(told);
    await server.cli('session', 'close', code);
    await told.page.reload();
    await told.page.getByText('Deze bijeenkomst is gesloten').first().waitFor();
    assert.deepEqual(answers(), [200, 304, 200]);
  }));
});
