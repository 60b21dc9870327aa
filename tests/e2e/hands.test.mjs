// The table for every hand and eye: enlarged, with large letters, without dragging, in one's own colours, read aloud.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { RESIDENT_SIZES, launch, story } from './lib/browser.mjs';
import { NO_NETWORK, button, eventually, isSent, kind, newQuickSession, newSession, openBoard, ownPins, placePin, step, tapMap } from './lib/people.mjs';
import { startServer } from './lib/server.mjs';

let browser;
let server;
before(async () => { [browser, server] = await Promise.all([launch(), startServer({ args: ['--demo'] })]); });
after(async () => {
  await browser?.close();
  await server?.stop();
});
const tell = (size, told, options) => story(browser, { size, origin: server.url, ...options }, told);

/** How much of an element can be seen, as a share: what lies over it, or out of view, cannot; nor can the corners of a round button. */
const seen = (told, selector) => told.page.evaluate((name) => {
  const element = document.querySelector(name);
  if (!element) return 0;
  const { left, top, width, height } = element.getBoundingClientRect();
  const steps = [...Array(20).keys()].map((step) => (step + 0.5) / 20);
  const points = steps.flatMap((across) => steps.map((down) => [left + across * width, top + down * height]));
  const hits = points.filter(([x, y]) => element.contains(document.elementFromPoint(x, y)));
  return hits.length / points.length;
}, selector);
const isSeen = (told, selector, share = 0.95) => eventually(async () => (await seen(told, selector)) >= share);
const focused = (told) => told.page.evaluate(() => document.activeElement?.id);

/** A step at which words are asked. */
async function writing(told, code) {
  await openBoard(told, code);
  await tapMap(told, 0.45, 0.45);
  await told.press(kind(told, 'idee'));
  await step(told, 'Ik heb een idee').waitFor();
}

const SCREENS = [...RESIDENT_SIZES.map((size) => [size, {}]), ['tablet', { viewport: { width: 1366, height: 768 } }], ['phone', { viewport: { width: 320, height: 568 } }]];

describe('whoever writes', () => {
  for (const [size, options] of SCREENS) {
    const name = options.viewport ? `${size} of ${options.viewport.width} px` : size;
    test(`sees what they write, and what is wrong beside it, at a ${name}`, () => tell(size, async (told) => {
      await writing(told, await newSession(server));
      await told.page.locator('#woorden').focus();
      await told.page.keyboard.type('Een bankje');
      await isSeen(told, '#woorden');
      await told.page.locator('#woorden').fill('  ');
      await told.press(button(told, 'Zet op de kaart'));
      await told.page.locator('#fout').waitFor();
      await isSeen(told, '#fout');
      await isSeen(told, '#woorden');
      assert.equal(await focused(told), 'woorden');
      assert.equal(await told.page.locator('#woorden').getAttribute('aria-invalid'), 'true');
      await told.shot(`hands-empty-${(options.viewport ?? {}).width ?? ''}`);
      await told.page.locator('#woorden').fill('Een bankje');
      await told.press(button(told, 'Zet op de kaart'));
      await step(told, 'Uw stip staat op de kaart').waitFor();
    }, options));
  }

  test('is told beside words that were changed to nothing, too', () => tell('phone', async (told) => {
    await openBoard(told, await newSession(server));
    await placePin(told, { text: 'De Brink.' });
    await told.press(button(told, 'Verander'));
    await told.page.locator('#andere-woorden').fill('');
    await told.press(button(told, 'Bewaar'));
    await isSeen(told, '#fout');
    assert.equal(await focused(told), 'andere-woorden');
  }));
});

test('enlarged to 400 % each step is seen as it comes, and so is the question whether somebody is still there', () => tell('desktop', async (told) => {
  const code = await newQuickSession(server);
  await openBoard(told, code);
  await told.press(button(told, 'Zoek een straat of plek'));
  await isSeen(told, '#stap');
  await told.shot('hands-enlarged');
  await told.press(button(told, 'Terug'));
  await step(told, 'Wat ziet u in uw buurt?').waitFor();
  await isSeen(told, '#stap');
  await told.press(button(told, 'Over de hele buurt'));
  await isSeen(told, '#stap');
  await told.press(kind(told, 'zorg'));
  await isSeen(told, '#stap');
  await told.page.evaluate(() => scrollTo(0, 0));
  await told.page.locator('.leaving').waitFor({ timeout: 45_000 });
  await isSeen(told, '.leaving h2');
  await isSeen(told, '.leaving button');
  await told.shot('hands-enlarged-leaving');
}, { viewport: { width: 320, height: 256 } }));

describe('letters of twice the size', () => {
  for (const way of ['of the page', 'of the browser']) {
    test(`${way} cover nothing: the map, the panel and what to do in danger are seen`, async () => {
      const own = way === 'of the browser' ? await launch('--blink-settings=defaultFontSize=32') : browser;
      try {
        await story(own, { size: 'tablet', origin: server.url }, async (told) => {
          await openBoard(told, await newSession(server));
          if (own === browser) await told.page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
          await told.checkFits();
          await told.page.locator('.site-footer').scrollIntoViewIfNeeded();
          await isSeen(told, '.site-footer p');
          await told.shot(`hands-letters-${own === browser ? 'page' : 'browser'}`);
          await told.page.locator('#kaart').scrollIntoViewIfNeeded();
          const { width, height } = await told.page.locator('#kaart').boundingBox();
          assert.ok(width > 400 && height > 200, `${width} × ${height}`);
          await tapMap(told, 0.6, 0.6);
          await step(told, 'Wat ziet u hier?').waitFor();
        });
      } finally {
        if (own !== browser) await own.close();
      }
    });
  }
});

describe('without dragging', () => {
  test('a pin is moved to a street by its name', () => tell('tablet', async (told) => {
    const code = await newSession(server);
    await openBoard(told, code);
    await placePin(told, { text: 'Eerst hier.' });
    await isSent(told);
    const [before] = await ownPins(told, server, code);
    await told.press(button(told, 'Verplaats'));
    await told.page.getByRole('searchbox').fill('brink');
    await told.press(told.page.locator('.results button').first());
    await step(told, 'Uw stip staat op de kaart').waitFor();
    await eventually(async () => {
      const [after] = await ownPins(told, server, code);
      return after.geometry.coordinates.join() !== before.geometry.coordinates.join();
    });
  }));

  test('what is of the whole buurt is said on the map, too', () => tell('phone', async (told) => {
    const code = await newSession(server);
    await openBoard(told, code);
    await told.press(button(told, 'Over de hele buurt, niet op één plek'));
    await step(told, 'Wat ziet u in de buurt?').waitFor();
    await told.press(kind(told, 'gaat-goed'));
    await told.page.locator('#woorden').fill('Wij kennen elkaar.');
    await told.press(button(told, 'Zet op de kaart'));
    await eventually(async () => (await ownPins(told, server, code)).length === 1);
    assert.equal((await ownPins(told, server, code))[0].geometry, null);
  }));
});

test('how many streets are found is said, and how many photos wait', () => tell('tablet', async (told) => {
  await openBoard(told, await newSession(server));
  await told.press(button(told, 'Zoek een straat of plek'));
  const said = told.page.locator('.panel-body [role=status]', { hasText: 'gevonden' });
  await told.page.getByRole('searchbox').fill('laan');
  await said.filter({ hasText: /^\s*\d plekken gevonden/ }).waitFor();
  await told.page.getByRole('searchbox').fill('xyzzy');
  await said.filter({ hasText: 'Niets gevonden' }).waitFor();
  await told.press(button(told, 'Terug'));
  told.allow(NO_NETWORK);
  await told.context.setOffline(true);
  await placePin(told, { text: 'Zonder netwerk.' });
  await told.page.locator('[role=status][data-waiting]').waitFor();
  await told.checkAccessible();
}));

test('in one’s own colours the cross of the map and its buttons are seen', () => tell('desktop', async (told) => {
  await openBoard(told, await newSession(server));
  await told.page.locator('.map-live').focus();
  await told.page.keyboard.press('ArrowUp');
  const shown = (selector, pseudo) => told.page.evaluate(([name, part]) => {
    const { forcedColorAdjust, backgroundColor, backgroundImage } = getComputedStyle(document.querySelector(name), part);
    return forcedColorAdjust === 'none' && (backgroundImage !== 'none' || backgroundColor !== 'rgba(0, 0, 0, 0)');
  }, [selector, pseudo]);
  assert.ok(await shown('.map-live', '::after'));
  assert.ok(await shown('.map-zoom-in', '::before'));
  await told.shot('hands-own-colours');
}, { forcedColors: 'active' }));
