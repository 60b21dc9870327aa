// A resident at a tablet or a phone puts a pin on the map within 20 seconds, and may say more, change it, take it back.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { RESIDENT_SIZES, launch, story } from './lib/browser.mjs';
import {
  boardReady, button, chip, countTaps, demoLinks, eventually, isSent, kind, newSession, openBoard, ownPins, photo, pinsOf, placePin, step,
  painted, takeAway, tapMap, turnOf,
} from './lib/people.mjs';
import { EMBEDDED, startServer } from './lib/server.mjs';

const MOST_SECONDS = 20;
const MOST_TAPS = 5;
const DANGER = 'Gevaar? Bel 112. Iets melden dat vandaag gemaakt moet worden? Dat kan bij de gemeente.';

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

for (const database of EMBEDDED) {
  describe(`a resident, on ${database.name}`, () => {
    let server;
    before(async () => { server = await startServer({ postgres: database.postgres, args: ['--demo'] }); });
    after(() => server?.stop());
    const tell = (size, told, options) => story(browser, { size, origin: server.url, ...options }, told);

    for (const size of database.postgres ? ['tablet'] : RESIDENT_SIZES) {
      test(`puts a pin on the map within ${MOST_SECONDS} seconds and ${MOST_TAPS} taps, at ${size}`, () => tell(size, async (told) => {
        const { code } = demoLinks(server);
        const taps = await countTaps(told);
        const began = performance.now();
        await openBoard(told, code);
        await told.shot('board-start');
        await tapMap(told);
        await step(told, 'Wat ziet u hier?').waitFor();
        const choices = await told.page.locator('.choice').evaluateAll((all) => all.map((one) => one.dataset.kind));
        assert.deepEqual(choices, ['gaat-goed', 'kracht', 'zorg', 'idee'], 'strengths come first');
        const sizes = await told.page.locator('.choice').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
        assert.ok(sizes.every((height) => height >= 56), `the choices are large: ${sizes}`);
        await told.shot('board-kind');
        await told.press(kind(told, 'gaat-goed'));
        await told.shot('board-words');
        await told.press(chip(told, 'gezellig'));
        await told.press(button(told, 'Zet op de kaart'));
        await step(told, 'Uw stip staat op de kaart').waitFor();
        await isSent(told);
        const seconds = (performance.now() - began) / 1000;
        assert.ok(seconds <= MOST_SECONDS, `${seconds} s`);
        assert.ok((await taps()) <= MOST_TAPS, `${await taps()} taps`);
        await told.shot('board-done');
        const [pin] = await ownPins(told, server, code);
        assert.equal(pin.properties.text, 'gezellig');
        await told.page.getByText(DANGER).waitFor();
        await told.page.getByText('Voorbeeld: deze buurt en deze stippen zijn verzonnen.').waitFor();
        await told.page.locator('.pin-own').first().waitFor();
        assert.equal(await told.page.getByLabel(/naam$/i).count(), 0, 'nothing asks for a name');
      }));
    }

    test('says more, changes, moves, and takes back', () => tell('tablet', async (told) => {
      const code = await newSession(server);
      const own = async () => (await ownPins(told, server, code))[0];
      await openBoard(told, code);
      await placePin(told, { word: 'zorg', picture: 'donker', text: 'Bij de poort zie je niets.' });
      await isSent(told);
      const first = await own();
      assert.equal(first.properties.text, 'donker: Bij de poort zie je niets.');

      await told.press(chip(told, '’s Avonds'));
      assert.equal(await chip(told, '’s Avonds').getAttribute('aria-pressed'), 'true');
      await told.page.getByLabel('Waar gaat het over?').selectOption({ label: 'Veilig voelen' });
      await eventually(async () => (await own()).properties.theme === 'veiligheid-criminaliteit');
      assert.equal((await own()).properties.moment, 'avond');

      await told.page.getByText('Staan er mensen op? Vraag het eerst.').waitFor();
      const chosen = told.page.waitForEvent('filechooser');
      await told.press(told.page.locator('.file-button', { hasText: 'Kies foto’s' }));
      await (await chosen).setFiles(photo(2400, 1200, 'poort.png'));
      await told.page.getByLabel('Wat wilt u met deze foto laten zien?').fill('De poort zonder lamp');
      await told.press(button(told, 'Zet deze foto erbij'));
      await told.page.locator('[data-photo=sent]', { hasText: 'De poort zonder lamp' }).waitFor();
      assert.equal((await own()).properties.photos[0].caption, 'De poort zonder lamp');
      await told.shot('board-more', { fullPage: true });

      await told.press(button(told, 'Verplaats'));
      await step(told, 'Waar moet de stip staan?').waitFor();
      await told.shot('board-move');
      await tapMap(told, 0.35, 0.4);
      await step(told, 'Uw stip staat op de kaart').waitFor();
      await eventually(async () => (await own()).geometry.coordinates[0] < first.geometry.coordinates[0]);

      await told.press(button(told, 'Verander'));
      await step(told, 'Verander uw stip').waitFor();
      await told.page.locator('#andere-woorden').fill('Een lamp bij de poort zou helpen.');
      await told.press(told.page.locator('.radio-card', { hasText: 'Ik heb een idee' }));
      await told.shot('board-change', { fullPage: true });
      await told.press(button(told, 'Bewaar'));
      await isSent(told);
      await eventually(async () => (await own()).properties.kind === 'idee');
      assert.equal((await own()).properties.text, 'Een lamp bij de poort zou helpen.');

      await told.press(button(told, 'Verander'));
      await told.press(button(told, 'Over de hele buurt'));
      await eventually(async () => (await own()).geometry === null);

      await told.press(button(told, 'Verander'));
      await takeAway(told);
      await step(told, 'Wat ziet u in uw buurt?').waitFor();
      await eventually(async () => (await own()) === undefined);
      assert.equal(await told.page.locator('.pin-own').count(), 0);
    }));

    test('finds one’s own pins again after a reload, and leaves nothing behind when done', () => tell('tablet-upright', async (told) => {
      const code = await newSession(server);
      await openBoard(told, code);
      await placePin(told, { text: 'Hier leest mijn dochter.' });
      await isSent(told);
      await told.press(button(told, 'Nog een stip'));
      await told.press(button(told, 'Over de hele buurt'));
      await step(told, 'Wat ziet u in de buurt?').waitFor();
      await told.press(kind(told, 'kracht'));
      await told.page.locator('#woorden').fill('Wij koken voor elkaar.');
      await told.press(button(told, 'Zet op de kaart'));
      await isSent(told);
      assert.equal((await ownPins(told, server, code)).filter(({ geometry }) => geometry === null).length, 1);

      await told.page.reload();
      await boardReady(told);
      for (const text of ['Hier leest mijn dochter.', 'Wij koken voor elkaar.']) await told.page.locator('.pin-item', { hasText: text }).waitFor();
      await told.page.locator('.pin-own').waitFor();
      await told.shot('board-mine', { fullPage: true });

      const turn = await turnOf(told, code);
      await told.press(button(told, 'Ik ben klaar').first());
      await step(told, 'Dank u wel').waitFor();
      await told.shot('board-thanks');
      const nothingLeft = async () => {
        assert.doesNotMatch(await told.page.locator('body').innerText(), /dochter|Wij koken/);
        assert.equal(await told.page.locator('.pin-own').count(), 0);
        assert.equal(await told.page.locator('#paneel .pin-item').count(), 0);
      };
      await nothingLeft();
      await told.press(button(told, 'De volgende kan beginnen'));
      await nothingLeft();
      await told.page.reload();
      await boardReady(told);
      await nothingLeft();
      await told.goto(`/s/${code}/lijst`);
      await told.page.getByText('U hebt nog geen stippen gezet.').waitFor();
      await nothingLeft();
      const listed = told.page.waitForResponse((answer) => answer.url().endsWith(`/sessions/${code}/pins`));
      await told.page.goBack();
      await boardReady(told, null);
      await (await listed).finished();
      await painted(told);
      await nothingLeft();
      assert.notEqual(await turnOf(told, code), turn);
      assert.equal((await pinsOf(server, code, turn)).length, 2, 'the pins themselves stay');
    }));

    test('goes back to a list that was open before, and sees nothing of the one who is done', () => tell('tablet', async (told) => {
      const code = await newSession(server);
      await openBoard(told, code);
      await placePin(told, { text: 'Alleen voor mij te lezen.' });
      await isSent(told);
      await told.goto(`/s/${code}/lijst`);
      await told.page.getByText('Alleen voor mij te lezen.').waitFor();
      await told.press(told.page.getByRole('link', { name: 'Naar de kaart' }));
      await boardReady(told);
      await told.press(button(told, 'Ik ben klaar').first());
      await step(told, 'Dank u wel').waitFor();
      await told.page.goBack();
      await told.page.getByRole('heading', { name: 'Alle stippen als lijst' }).waitFor();
      assert.doesNotMatch(await told.page.locator('body').innerText(), /Alleen voor mij/);
    }));

    if (database.postgres) return;

    /** Holds a script of the page until the function that comes back is called. */
    const hold = async (told, script) => {
      let letGo;
      const held = new Promise((resolve) => { letGo = resolve; });
      await told.page.route(`**/assets/${script}.*`, async (route) => {
        await held;
        await route.continue();
      });
      return letGo;
    };

    test('may tap before the map can be moved: the tap leads to the form for that place', () => tell('tablet', async (told) => {
      const comes = await hold(told, 'plattegrond');
      const code = await newSession(server);
      await openBoard(told, code, { map: null });
      await tapMap(told, 0.55, 0.45);
      await told.page.waitForURL('**/formulier?plek=*');
      comes();
      await told.page.locator('textarea[name=text]').fill('Hier zit ik graag.');
      await told.press(told.page.locator('label', { has: told.page.locator('input[name=kind][value=gaat-goed]') }));
      await told.press(told.page.locator('main form button[type=submit]').first());
      await eventually(async () => (await ownPins(told, server, code)).length === 1);
      assert.ok((await ownPins(told, server, code))[0].geometry);
    }, { serviceWorkers: 'block' }));

    test('who taps too far away hears how far, and loses nothing', () => tell('tablet', async (told) => {
      told.allow(/status of 422/);
      const code = await newSession(server);
      await openBoard(told, code);
      // The answer may be there before anybody could see that the pin was on the map.
      await tapMap(told, 0.03, 0.04);
      await told.press(kind(told, 'gaat-goed'));
      await told.page.locator('#woorden').fill('Dit hoort er voor mij ook bij.');
      await told.press(button(told, 'Zet op de kaart'));
      await told.page.getByRole('alert').getByText(/\d+ meter buiten (de )?Voorbeeldbuurt/).waitFor();
      assert.equal(await told.page.locator('#andere-woorden').inputValue(), 'Dit hoort er voor mij ook bij.');
      await told.shot('board-too-far');
      await told.press(button(told, 'Over de hele buurt'));
      await eventually(async () => (await ownPins(told, server, code)).length === 1);
    }));

    test('at a table says with how many they sit there', () => tell('tablet', async (told) => {
      const code = await newSession(server, { more: ['--tables'] });
      await openBoard(told, code);
      await told.page.getByLabel('Met hoeveel zit u hier?').selectOption('6');
      let sent;
      told.page.on('request', (request) => { if (request.method() === 'PUT') sent = request.postDataJSON(); });
      await placePin(told, { picture: 'groen' });
      await isSent(told);
      assert.equal(sent.properties.people, 6);
    }));

    test('in a closed wijksessie sees that it is closed', () => tell('phone', async (told) => {
      const code = await newSession(server);
      await server.cli('session', 'close', code);
      await openBoard(told, code);
      await step(told, 'Deze bijeenkomst is gesloten').waitFor();
      await tapMap(told);
      await painted(told);
      await step(told, 'Deze bijeenkomst is gesloten').waitFor();
      await told.shot('board-closed');
    }));
  });
}
