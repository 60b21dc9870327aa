// A tablet that goes from hand to hand: what is half said stays until the turn ends, and then nothing of it is left; and fingers that
// tap twice.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { RESIDENT_SIZES, Story, launch, launchProfile, story } from './lib/browser.mjs';
import {
  NO_NETWORK, REFUSED, boardReady, button, chip, eventually, filesWith, isSent, kind, link, newQuickSession, newSession, openBoard, ownPins, photo,
  painted, pinsOf, placePin, step, storedIn, tapMap, turnOf,
} from './lib/people.mjs';
import { startServer } from './lib/server.mjs';

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

/** The databases that the browser keeps of turns, without the list of them. */
const databases = (told) => told.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).filter((name) => name !== 'buurtblik-beurten').sort());
/** Waits until what was typed is kept: a moment after the last key. With `what`, until these words are in what is kept. */
const isKept = (told, what = '') => eventually(async () => JSON.stringify(await storedIn(told, 'typed')).includes(what)
  && (await databases(told)).some((name) => name.startsWith('buurtblik-beurt-')));
const words = (told) => told.page.locator('#woorden');
const metres = ([ax, ay], [bx, by]) => Math.hypot((ax - bx) * 68_000, (ay - by) * 111_300);

/** One whole turn with a pin at a share of the map's width and height; where the pin is, in degrees. */
async function oneTurn(told, code, at) {
  await placePin(told, { at, text: 'Een hele beurt.' });
  await isSent(told);
  const [{ geometry }] = await ownPins(told, server, code);
  await told.press(button(told, 'Ik ben klaar').first());
  await told.page.locator('.receipt-words li').nth(4).waitFor();
  await told.press(button(told, 'De volgende kan beginnen'));
  await step(told, 'Wat ziet u in uw buurt?').waitFor();
  return geometry.coordinates;
}

const body = (told) => told.page.locator('body').innerText();
const stillThere = (told) => told.page.getByText('Bent u er nog?');

describe('a half pin', () => {
  test('is there again after a reload, on the form without map, with another place, and back on the map', () => tell('tablet', async (told) => {
    const code = await newSession(server);
    await openBoard(told, code);
    await tapMap(told, 0.45, 0.45);
    await told.press(kind(told, 'zorg'));
    await told.press(chip(told, 'donker'));
    await words(told).fill('Tussen de garages');
    await isKept(told, 'Tussen de garages');
    await told.page.reload();
    await boardReady(told);
    await step(told, 'Dit kan beter').waitFor();
    assert.equal(await words(told).inputValue(), 'Tussen de garages');
    assert.equal(await chip(told, 'donker').getAttribute('aria-pressed'), 'true');
    await told.page.locator('.pin-draft').waitFor();
    await told.shot('turn-half-again');

    // A moment after the last key somebody goes on to the form.
    await words(told).fill('Tussen de garages is het');
    await told.press(link(told, 'Liever zonder kaart'));
    await told.page.getByText(/Gekozen plek: bij .+/).waitFor();
    await eventually(async () => (await words(told).inputValue()) === 'Tussen de garages is het');
    assert.ok(await told.page.locator('input[name=kind][value=zorg]').isChecked());
    assert.ok(await told.page.locator('label.chip', { hasText: 'donker' }).locator('input').isChecked());
    await words(told).fill('Tussen de garages is het donker.');
    await told.page.getByLabel('Wanneer is dat zo?').selectOption({ label: '’s Avonds' });
    await told.shot('turn-half-form', { fullPage: true });
    await told.press(button(told, 'Kies een andere plek'));
    await told.page.getByText('Wat u al invulde, is er nog.').waitFor();
    await told.page.getByLabel('Naam van een straat of plek in de buurt').fill('hennep');
    await told.shot('turn-half-place', { fullPage: true });
    await told.press(button(told, 'Zoek'));
    await told.press(button(told, 'Hennepkade'));
    await told.page.getByText('Gekozen plek: Hennepkade').waitFor();
    assert.equal((await words(told).inputValue()).trim(), 'Tussen de garages is het donker.');
    await isKept(told, 'Tussen de garages is het donker.');

    await told.press(link(told, 'Naar de kaart'));
    await boardReady(told);
    await step(told, 'Dit kan beter').waitFor();
    assert.equal((await words(told).inputValue()).trim(), 'Tussen de garages is het donker.');
    await told.press(button(told, 'Zet op de kaart'));
    await isSent(told);
    const [pin] = await ownPins(told, server, code);
    assert.equal(pin.properties.text, 'donker: Tussen de garages is het donker.');
    assert.equal(pin.properties.moment, 'avond');
    await told.page.reload();
    await boardReady(told);
    await step(told, 'Wat ziet u in uw buurt?').waitFor();
    await told.goto(`/s/${code}/formulier?plek=buurt`);
    await told.looked();
    await painted(told);
    assert.equal((await words(told).inputValue()).trim(), '', 'what was sent is no half pin any more');
  }));

  test('words that are being changed, and those beside a photo, are there again after a reload', () => tell('tablet-upright', async (told) => {
    const code = await newSession(server);
    await openBoard(told, code);
    await placePin(told, { text: 'Een bank.' });
    await isSent(told);
    await told.page.locator('#foto').setInputFiles(photo());
    await told.page.getByLabel('Wat wilt u met deze foto laten zien?').fill('De bank in de zon');
    await told.press(button(told, 'Verander'));
    await told.page.locator('#andere-woorden').fill('Een bank in de schaduw.');
    await isKept(told, 'Een bank in de schaduw.');
    await eventually(async () => JSON.stringify(await storedIn(told, 'photos')).includes('De bank in de zon'));
    await told.page.reload();
    await boardReady(told);
    await step(told, 'Verander uw stip').waitFor();
    assert.equal(await told.page.locator('#andere-woorden').inputValue(), 'Een bank in de schaduw.');
    await told.press(button(told, 'Bewaar'));
    await isSent(told);
    assert.equal((await ownPins(told, server, code))[0].properties.text, 'Een bank in de schaduw.');
    assert.equal(await told.page.getByLabel('Wat wilt u met deze foto laten zien?').inputValue(), 'De bank in de zon');
  }));

  for (const size of RESIDENT_SIZES) {
    test(`goes with the turn that ends by itself, after a warning that says so, at ${size}`, () => tell(size, async (told) => {
      const code = await newQuickSession(server);
      await told.page.clock.install();
      await openBoard(told, code);
      const at = [0.45, 0.4];
      const first = await oneTurn(told, code, at);
      await tapMap(told, ...at);
      await told.press(kind(told, 'kracht'));
      await words(told).fill('Half gezegd.');
      await told.page.clock.runFor(1_000);
      await isKept(told);
      await told.page.clock.runFor(31_000);
      await stillThere(told).waitFor();
      await told.page.getByText('Wat u nu invult is nog niet bewaard: dat gaat dan weg.').waitFor();
      await told.checkAccessible();
      await told.checkFits();
      await told.shot('turn-warning');
      await told.page.clock.runFor(25_000);
      await told.page.getByText('Wat nog niet op de kaart stond, is weggegooid.').waitFor();
      await told.shot('turn-ended');
      assert.equal(await told.page.locator('.receipt-words').count(), 0);
      await eventually(async () => (await databases(told)).length === 0);
      await told.page.clock.runFor(55_000);
      await step(told, 'Wat ziet u in uw buurt?').waitFor();
      // The map is whole again, and not at the place of the one before: the same spot is the same place.
      const again = await oneTurn(told, code, at);
      assert.ok(metres(first, again) < 2, `${metres(first, again)} m apart`);
      await told.page.reload();
      await boardReady(told);
      await step(told, 'Wat ziet u in uw buurt?').waitFor();
    }));
  }

  test('a moment that is closed while somebody changes words: says that nothing changed, and keeps the words', () => tell('tablet', async (told) => {
    told.allow(REFUSED(410));
    const code = await newSession(server);
    await openBoard(told, code);
    await placePin(told, { text: 'Een bank.' });
    await isSent(told);
    await told.press(button(told, 'Verander'));
    await told.page.locator('#andere-woorden').fill('Een bank in de zon.');
    await server.cli('session', 'close', code);
    await told.press(button(told, 'Bewaar'));
    await told.page.getByRole('alert').getByText('er kan niets meer veranderen').waitFor();
    await step(told, 'Verander uw stip').waitFor();
    assert.equal(await told.page.locator('#andere-woorden').inputValue(), 'Een bank in de zon.');
    assert.doesNotMatch(await body(told), /Uw stip is veranderd/);
    await told.shot('turn-closed-while-changing');
    // Taking it away does not work either, and says so.
    await told.press(button(told, 'Haal deze stip weg'));
    await told.press(button(told, 'Ja, haal hem weg'));
    await told.page.getByRole('alert').getByText('er kan niets meer veranderen').waitFor();
    assert.doesNotMatch(await body(told), /Uw stip is weggehaald/);
    await told.page.locator('.pin-item').waitFor();
  }));
});

describe('a shared tablet', () => {
  test('pages beside the map end by themselves too, after they asked', () => tell('tablet', async (told) => {
    const code = await newQuickSession(server);
    await told.page.clock.install();
    for (const path of ['lijst', 'formulier?plek=buurt', 'wandeling', 'terug']) {
      await openBoard(told, code);
      await placePin(told, { text: 'Van de vorige.' });
      await isSent(told);
      const turn = await turnOf(told, code);
      await told.goto(`/s/${code}/${path}`);
      await told.page.locator('main').waitFor();
      await painted(told);
      await told.page.clock.runFor(31_000);
      await stillThere(told).waitFor();
      await told.checkAccessible();
      await told.shot(`turn-asks-${path.split('?')[0]}`);
      // As what reads the page aloud presses it: a click without a pointer.
      if (path === 'lijst') await button(told, 'Ja, ik ga door').evaluate((stay) => stay.click());
      else await told.press(button(told, 'Ja, ik ga door'));
      await stillThere(told).waitFor({ state: 'detached' });
      await told.page.clock.runFor(31_000);
      await stillThere(told).waitFor();
      await told.page.clock.runFor(22_000);
      await told.page.waitForURL(`**/s/${code}`);
      await boardReady(told);
      assert.notEqual(await turnOf(told, code), turn, path);
      assert.doesNotMatch(await body(told), /Van de vorige/, path);
    }
  }));

  test('a photo walk ends: by its button, by itself, and the next person sees nothing of it', () => tell('tablet-upright', async (told) => {
    const code = await newQuickSession(server);
    const choose = async () => {
      await told.goto(`/s/${code}/wandeling`);
      await told.page.locator('#fotos').setInputFiles(photo());
      await told.page.locator('.walk-card').waitFor();
      await told.page.locator('#naam').fill('Mijn rondje');
    };
    await choose();
    await told.press(button(told, 'Ik ben klaar'));
    await told.page.getByRole('alert').getByText('U hebt nog foto’s die niet zijn verstuurd.').waitFor();
    await told.checkAccessible();
    await told.shot('turn-walk', { fullPage: true });
    await told.press(button(told, 'Ik ben klaar'));
    await told.page.getByText('Dank u wel').first().waitFor();
    await told.goto(`/s/${code}/wandeling`);
    await eventually(async () => (await databases(told)).length === 0);
    assert.equal(await told.page.locator('#staat-klaar, .walk-card').count(), 0);
    assert.doesNotMatch(await body(told), /Mijn rondje/);

    await told.page.clock.install();
    await choose();
    await told.page.clock.runFor(31_000);
    await stillThere(told).waitFor();
    await told.shot('turn-walk-asks');
    await told.page.clock.runFor(25_000);
    await told.page.waitForURL(`**/s/${code}`);
    await eventually(async () => (await databases(told)).length === 0);
    await told.goto(`/s/${code}/wandeling`);
    await told.page.locator('#fotos').waitFor({ state: 'attached' });
    assert.equal(await told.page.locator('#staat-klaar, .walk-card').count(), 0);
  }));

  test('a walk that is on its way when the turn ends arrives, and nobody sees it', () => tell('tablet', async (told) => {
    told.allow(NO_NETWORK);
    const code = await newSession(server);
    await told.goto(`/s/${code}/wandeling`);
    await told.page.locator('#fotos').setInputFiles(photo());
    await told.page.locator('.walk-card').waitFor();
    const turn = await turnOf(told, code);
    await told.context.route('**/walks/**', (route) => route.abort('connectionreset'));
    await told.press(button(told, 'Verstuur 1 foto’s'));
    await told.page.getByText('Er is nu geen verbinding.').waitFor();
    await told.press(button(told, 'Ik ben klaar'));
    await told.page.getByText('Dank u wel').first().waitFor();
    await told.press(link(told, 'De volgende kan beginnen'));
    await boardReady(told);
    await told.context.unroute('**/walks/**');
    await told.goto(`/s/${code}/wandeling`);
    await eventually(async () => {
      const { body: walks } = await server.request('GET', `/api/v1/sessions/${code}/walks`, { headers: { Participant: turn } });
      return walks.features[0]?.properties.stops.length === 1;
    }, 45);
    assert.equal(await told.page.locator('#staat-klaar, .walk-card, #voortgang').count(), 0);
    await eventually(async () => (await databases(told)).length === 0);
  }, { serviceWorkers: 'block' }));

  test('no word is left in the files of the browser: at the end of a turn, and once what waited has arrived', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'profile-'));
    const context = await launchProfile(folder, 'tablet');
    const found = (word) => filesWith(join(folder, 'Default'), word);
    try {
      const told = new Story(context, context.pages()[0], 'tablet', server.url);
      const code = await newSession(server);
      await openBoard(told, code);
      await context.setOffline(true);
      await placePin(told, { text: 'Wachtwoordenzin' });
      const turn = await turnOf(told, code);
      await told.page.locator('[data-sent=waiting]').waitFor();
      await told.press(button(told, 'Nog een stip'));
      await tapMap(told, 0.4, 0.4);
      await told.press(kind(told, 'idee'));
      await words(told).fill('Halvewoordenzin');
      await isKept(told);
      await eventually(async () => (await found('Wachtwoordenzin')).length > 0);
      await eventually(async () => (await found('Halvewoordenzin')).length > 0);
      await told.press(button(told, 'Terug'));
      await told.press(button(told, 'Terug'));
      await told.press(button(told, 'Ik ben klaar').first());
      await step(told, 'Dank u wel').waitFor();
      await eventually(async () => (await found('Halvewoordenzin')).length === 0);
      assert.notDeepEqual(await found('Wachtwoordenzin'), [], 'what waits outlives the turn');
      await context.setOffline(false);
      await eventually(async () => (await pinsOf(server, code, turn)).length === 1, 45);
      await eventually(async () => (await found('Wachtwoordenzin')).length === 0);
    } finally {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe('who taps twice does one thing', () => {
  /** Two taps of a finger at the middle of it, a tenth of a second apart. */
  async function twice(told, locator) {
    await told.looked();
    await locator.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await locator.boundingBox();
    await tapTwice(told, x + width / 2, y + height / 2);
  }

  async function tapTwice(told, x, y) {
    await told.page.touchscreen.tap(x, y);
    await told.page.waitForTimeout(100);
    await told.page.touchscreen.tap(x, y);
  }

  for (const size of RESIDENT_SIZES) {
    test(`on the map, a choice, "Zet op de kaart", "klaar", at ${size}`, () => tell(size, async (told) => {
      const code = await newSession(server);
      await openBoard(told, code);
      const map = await told.page.locator('#kaart').boundingBox();
      const at = [map.x + map.width * 0.62, map.y + map.height * 0.3];
      await tapTwice(told, ...at);
      await step(told, 'Wat ziet u hier?').waitFor();
      await twice(told, kind(told, 'gaat-goed'));
      await step(told, 'Dit gaat goed').waitFor();
      await told.looked();
      await painted(told);
      assert.equal(await told.page.locator('.chip[aria-pressed=true]').count(), 0, 'no picture was chosen');
      await words(told).fill('Twee keer getikt.');
      await twice(told, button(told, 'Zet op de kaart'));
      await isSent(told);
      await told.looked();
      await painted(told);
      const [pin] = await ownPins(told, server, code);
      assert.equal(pin.properties.moment ?? null, null, 'no time of day was chosen');
      let single;
      await tell(size, async (one) => {
        await openBoard(one, code);
        await one.page.touchscreen.tap(...at);
        await one.press(kind(one, 'gaat-goed'));
        await words(one).fill('Eén keer getikt.');
        await one.press(button(one, 'Zet op de kaart'));
        await isSent(one);
        [single] = await ownPins(one, server, code);
      });
      const apart = metres(pin.geometry.coordinates, single.geometry.coordinates);
      assert.ok(apart < 1, `the double tap landed ${apart} m from the single one`);
      await twice(told, button(told, 'Ik ben klaar').first());
      await step(told, 'Dank u wel').waitFor();
      await told.page.locator('.receipt-words li').nth(4).waitFor();
    }));
  }

  test('keys are not held back', () => tell('desktop', async (told) => {
    const code = await newSession(server);
    await openBoard(told, code);
    await button(told, 'Over de hele buurt').focus();
    await told.page.keyboard.press('Enter');
    await step(told, 'Wat ziet u in de buurt?').waitFor();
    await kind(told, 'idee').focus();
    await told.page.keyboard.press('Enter');
    // A press that is held back is not late: it does not count, and the step would never come.
    await step(told, 'Ik heb een idee').waitFor();
  }));

  test('taking a pin away asks, and can be called off', () => tell('phone', async (told) => {
    const code = await newSession(server);
    await openBoard(told, code);
    await placePin(told, { text: 'Blijft staan.' });
    await isSent(told);
    await told.press(button(told, 'Verander'));
    await twice(told, button(told, 'Haal deze stip weg'));
    await told.page.getByText('Wilt u deze stip weghalen?').waitFor();
    await told.looked();
    await painted(told);
    await told.checkAccessible();
    await told.checkFits();
    await told.shot('turn-remove-asks', { fullPage: true });
    await told.press(button(told, 'Nee, laat hem staan'));
    await button(told, 'Haal deze stip weg').waitFor();
    assert.equal((await ownPins(told, server, code)).length, 1);
  }));
});
