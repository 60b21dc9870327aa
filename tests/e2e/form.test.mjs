// A resident who cannot use the map: forms and a list, without JavaScript; and everything with the keyboard alone.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { RESIDENT_SIZES, launch, story } from './lib/browser.mjs';
import {
  MIDDLE, REFUSED, boardReady, button, chip, isSent, kind, link, newSession, openBoard, ownPins, photo, step, tabTo, tapMap, withoutMap,
  eventually,
} from './lib/people.mjs';
import { EMBEDDED, startServer } from './lib/server.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

const alert = (told) => told.page.getByRole('alert');
const status = (told) => told.page.getByRole('status');
const chooseKind = (told, label) => told.press(told.page.locator('label.radio-card', { hasText: label }));
const words = (told) => told.page.getByLabel('Uw woorden');
const send = (told) => told.press(button(told, 'Zet op de kaart'));

/** Sends a form once more, as a browser that got no answer would; returns the status. */
async function post(told, code, form) {
  const answer = await told.context.request.post(new URL(`/s/${code}/formulier`, told.origin).href, {
    form, headers: { origin: told.origin }, maxRedirects: 0,
  });
  return answer.status();
}

/** From the page of the wijksessie to a form with the place chosen by its name. */
async function findPlace(told, code, typed, name) {
  await told.goto(`/s/${code}`);
  await told.press(link(told, 'Liever zonder kaart'));
  await told.page.getByLabel('Naam van een straat of plek in de buurt').fill(typed);
  await told.press(button(told, 'Zoek'));
  await told.press(link(told, name));
  await told.page.getByText(`Gekozen plek: ${name}`).waitFor();
}

for (const database of EMBEDDED) {
  describe(`without JavaScript, on ${database.name}`, () => {
    let server;
    let code;
    before(async () => {
      server = await startServer({ postgres: database.postgres, args: ['--demo'] });
      code = await newSession(server);
    });
    after(() => server?.stop());
    const tell = (size, told) => story(browser, { size, origin: server.url, javaScriptEnabled: false }, told);

    for (const size of database.postgres ? ['phone'] : RESIDENT_SIZES) {
      test(`a resident finds a street, writes, changes, adds a photo and takes back, at ${size}`, () => tell(size, async (told) => {
        await findPlace(told, code, 'hennep', 'Hennepkade');
        await told.shot('form-fields', { fullPage: true });
        await chooseKind(told, 'Dit maakt de buurt sterk');
        await told.press(told.page.locator('label.chip', { hasText: 'zitten' }));
        await words(told).fill('Op de bankjes praat iedereen met elkaar.');
        await send(told);
        await status(told).getByText('Uw stip staat op de kaart.').waitFor();
        const item = told.page.locator('.pin-item', { hasText: 'Op de bankjes' });
        assert.equal(await item.locator('.pin-text').textContent(), 'zitten: Op de bankjes praat iedereen met elkaar.');
        await item.getByText('bij Hennepkade').waitFor();
        await told.shot('form-list', { fullPage: true });

        await told.press(item.getByRole('link', { name: 'Verander' }));
        assert.equal(await words(told).inputValue(), 'zitten: Op de bankjes praat iedereen met elkaar.');
        assert.ok(await told.page.locator('input[name=kind][value=kracht]').isChecked());
        await words(told).fill('’s Avonds praat hier iedereen met elkaar.');
        await told.page.getByLabel('Waar gaat het over?').selectOption({ label: 'Buren en contact' });
        await told.page.getByLabel('Wanneer is dat zo?').selectOption({ label: '’s Avonds' });
        await told.press(button(told, 'Bewaar'));
        const changed = told.page.locator('.pin-item', { hasText: '’s Avonds praat hier' });
        await changed.waitFor();
        assert.equal(await told.page.locator('.pin-item', { hasText: 'Op de bankjes' }).count(), 0);
        const [pin] = await ownPins(told, server, code);
        assert.equal(pin.properties.theme, 'samenleven-integratie');
        assert.equal(pin.properties.moment, 'avond');

        await told.press(changed.getByRole('link', { name: 'Foto erbij' }));
        await told.page.getByText('Staan er mensen op? Vraag het eerst.').waitFor();
        await told.page.getByLabel('Maak of kies een foto').setInputFiles(photo());
        await told.page.getByLabel('Wat wilt u met deze foto laten zien?').fill('De bankjes aan het water');
        await told.shot('form-photo');
        await told.press(button(told, 'Bewaar'));
        await status(told).getByText('Uw foto is bewaard.').waitFor();
        const picture = changed.getByAltText('De bankjes aan het water');
        await picture.scrollIntoViewIfNeeded();
        await told.page.waitForFunction((image) => image.complete && image.naturalWidth > 0, await picture.elementHandle());

        await told.press(changed.getByRole('button', { name: 'Haal weg' }));
        await told.page.getByText('Wilt u deze stip weghalen?').waitFor();
        await told.shot('form-remove');
        await told.press(button(told, 'Ja, haal hem weg'));
        await status(told).getByText('Uw stip is weggehaald.').waitFor();
        assert.equal(await changed.count(), 0);
        assert.deepEqual(await ownPins(told, server, code), []);
      }));
    }

    test('a tap on the map of the server leads to the form with that place', () => tell('tablet', async (told) => {
      const places = [];
      for (const [across, down] of [[0.4, 0.5], [0.6, 0.35]]) {
        await told.goto(`/s/${code}`);
        await tapMap(told, across, down);
        await told.page.waitForURL(/formulier\?plek=/);
        await told.page.getByText(/Gekozen plek: bij .+/).waitFor();
        places.push(new URL(told.page.url()).searchParams.get('plek').split(',').map(Number));
      }
      const [first, second] = places;
      assert.ok(second[0] > first[0] && second[1] > first[1], `further right and up is further east and north: ${places}`);
      await chooseKind(told, 'Ik heb een idee');
      await words(told).fill('Hier kan een boom staan.');
      await send(told);
      await status(told).getByText('Uw stip staat op de kaart.').waitFor();
      const [pin] = await ownPins(told, server, code);
      assert.deepEqual(pin.geometry.coordinates.map((degrees) => degrees.toFixed(5)), second.map((degrees) => degrees.toFixed(5)));
    }));

    test('a part of the name is enough', () => tell('phone', async (told) => {
      await findPlace(told, code, 'KADE', 'Hennepkade');
    }));

    test('"over de hele buurt" has no place and is in the list', () => tell('phone', async (told) => {
      await told.goto(`/s/${code}/formulier`);
      await told.press(link(told, 'Over de hele buurt'));
      await told.page.getByText('Gekozen plek: over de hele buurt').waitFor();
      await chooseKind(told, 'Dit gaat goed');
      await words(told).fill('Mensen groeten elkaar.');
      await send(told);
      await told.page.locator('.pin-item', { hasText: 'Mensen groeten elkaar.' }).getByText('over de hele buurt').waitFor();
      assert.equal((await ownPins(told, server, code))[0].geometry, null);
    }));

    test('with no words, what was chosen stays and the page says what to do', () => tell('phone', async (told) => {
      told.allow(REFUSED(422));
      await findPlace(told, code, 'De Brink', 'De Brink');
      await chooseKind(told, 'Dit kan beter');
      await told.page.getByLabel('Waar gaat het over?').selectOption({ label: 'Veilig voelen' });
      await send(told);
      await alert(told).getByText('Schrijf een paar woorden, of kies een plaatje.').waitFor();
      assert.ok(await told.page.locator('input[name=kind][value=zorg]').isChecked());
      assert.equal(await told.page.getByLabel('Waar gaat het over?').inputValue(), 'veiligheid-criminaliteit');
      await told.page.getByText('Gekozen plek: De Brink').waitFor();
      await told.shot('form-no-words', { fullPage: true });
      await words(told).fill('Het is hier donker.');
      await send(told);
      await told.page.locator('.pin-item', { hasText: 'Het is hier donker.' }).waitFor();
    }));

    test('a place too far away is told in metres, and the words stay', () => tell('phone', async (told) => {
      told.allow(REFUSED(422));
      await told.goto(`/s/${code}/formulier?plek=4.9,52.3`);
      await chooseKind(told, 'Ik heb een idee');
      await told.press(told.page.locator('label.chip', { hasText: 'groen' }));
      await words(told).fill('  Een <b>plein</b> & "meer" ’s avonds');
      await send(told);
      await alert(told).getByText(/\d+ meter buiten (de )?Voorbeeldbuurt/).waitFor();
      assert.equal((await words(told).inputValue()).trim(), 'Een <b>plein</b> & "meer" ’s avonds');
      assert.ok(await told.page.locator('label.chip', { hasText: 'groen' }).locator('input').isChecked());
      await told.shot('form-too-far', { fullPage: true });
      assert.deepEqual(await ownPins(told, server, code), []);
    }));

    test('sending twice does it once', () => tell('tablet', async (told) => {
      await findPlace(told, code, 'vredek', 'Vredekerk');
      await chooseKind(told, 'Dit gaat goed');
      await words(told).fill('De deur staat altijd open.');
      const plek = await told.page.locator('input[name=plek]').inputValue();
      await button(told, 'Zet op de kaart').dblclick();
      await status(told).getByText('Uw stip staat op de kaart.').waitFor();
      const [{ id }] = await ownPins(told, server, code);
      const [again, other] = ['De deur staat altijd open.', 'Iets anders.'].map((text) => ({ id, plek, kind: 'gaat-goed', text }));
      assert.equal(await post(told, code, again), 303);
      assert.equal(await post(told, code, other), 409, 'other words under the same number change nothing');
      await told.page.reload();
      assert.equal((await ownPins(told, server, code)).length, 1);
      assert.equal(await told.page.locator('.pin-item', { hasText: 'De deur staat altijd open.' }).count(), 1);
    }));
  });
}

describe('with the keyboard alone', () => {
  let server;
  let code;
  before(async () => {
    server = await startServer({ args: ['--demo'] });
    code = await newSession(server);
  });
  after(() => server?.stop());
  const tell = (told) => story(browser, { size: 'desktop', origin: server.url }, told);

  /** Reaches it with Tab, presses the key, and finds the focus on the heading of the next step. */
  async function go(told, locator, next, key = 'Enter') {
    await tabTo(told, locator);
    await told.page.keyboard.press(key);
    await onHeading(told, next);
  }

  async function onHeading(told, name) {
    await step(told, name).waitFor();
    await told.page.waitForFunction(() => document.activeElement?.id === 'stap');
  }

  async function writeAndPlace(told, text) {
    await go(told, kind(told, 'kracht'), 'Dit maakt de buurt sterk');
    await tabTo(told, chip(told, 'fijne buren'));
    await told.page.keyboard.press('Space');
    assert.equal(await chip(told, 'fijne buren').getAttribute('aria-pressed'), 'true');
    await tabTo(told, told.page.locator('#woorden'));
    await told.page.keyboard.type(text);
    await go(told, button(told, 'Zet op de kaart'), 'Uw stip staat op de kaart');
    await isSent(told);
  }

  test('a resident searches, chooses, writes, places, changes and takes back', () => tell(async (told) => {
    await openBoard(told, code);
    await go(told, button(told, 'Zoek een straat of plek'), 'Zoek een straat of plek', 'Space');
    await tabTo(told, told.page.getByLabel('Naam van de straat of plek'));
    await told.page.keyboard.type('weefk');
    const found = told.page.locator('.results button', { hasText: 'Buurthuis De Weefkamer' });
    await found.waitFor();
    await go(told, found, 'Wat ziet u hier?');
    await writeAndPlace(told, 'Iedereen kan binnenlopen.');
    const [pin] = await ownPins(told, server, code);
    assert.equal(pin.properties.text, 'fijne buren: Iedereen kan binnenlopen.');

    await go(told, button(told, 'Verander'), 'Verander uw stip');
    const area = told.page.locator('#andere-woorden');
    await tabTo(told, area);
    await told.page.keyboard.press('End');
    await told.page.keyboard.type(' Altijd.');
    await go(told, button(told, 'Bewaar'), 'Uw stip staat op de kaart');
    await isSent(told);
    assert.match((await ownPins(told, server, code))[0].properties.text, / Altijd\.$/);

    await go(told, button(told, 'Verander'), 'Verander uw stip');
    await tabTo(told, button(told, 'Haal deze stip weg'));
    await told.page.keyboard.press('Enter');
    await go(told, button(told, 'Ja, haal hem weg'), 'Wat ziet u in uw buurt?');
    await waitForOwn(told, 0);
  }));

  async function waitForOwn(told, count) {
    await eventually(async () => (await ownPins(told, server, code)).length === count);
  }

  test('a resident moves the map under the cross and presses Enter', () => tell(async (told) => {
    await openBoard(told, code);
    await tabTo(told, told.page.locator('#kaart .map-live'));
    await told.shot('keyboard-cross');
    await told.page.keyboard.press('ArrowRight');
    await told.page.keyboard.press('Enter');
    await onHeading(told, 'Wat ziet u hier?');
    const draft = told.page.locator('.pin-draft');
    await draft.waitFor();
    const before = await draft.boundingBox();
    await tabTo(told, draft, 80);
    await told.page.keyboard.press('ArrowUp');
    await eventually(async () => (await draft.boundingBox()).y < before.y);
    await writeAndPlace(told, 'Hier zit altijd iemand.');
    const [pin] = await ownPins(told, server, code);
    assert.ok(Math.abs(pin.geometry.coordinates[0] - MIDDLE[0]) < 0.02, 'the pin is in the buurt');
  }));

  test('without a map that moves, the same works with search', () => story(browser, { size: 'desktop', origin: server.url }, async (told) => {
    await withoutMap(told);
    await told.goto(`/s/${code}`);
    await boardReady(told, 'drawing');
    await go(told, button(told, 'Over de hele buurt'), 'Wat ziet u in de buurt?');
    await writeAndPlace(told, 'Wij kennen elkaar.');
    await go(told, button(told, 'Ik ben klaar'), 'Dank u wel');
  }));
});
