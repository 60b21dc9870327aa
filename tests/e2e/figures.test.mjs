// The team brings figures in, writes down what is coming, and lays residents beside figures: with and without script.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, story } from './lib/browser.mjs';
import { REFUSED, button, demoLinks, link, signIn, tapMap } from './lib/people.mjs';
import { DATABASES, startServer } from './lib/server.mjs';

/** Homes of the invented buurt, its wijk and its municipality, as a city would send them. */
const HOMES = [
  'Wonen in Voorbeeldstad;;;', ';Huis;;', 'gebied;Vocht in huis;Huur;Last van geluid', ';%;euro;%',
  'GM0000    ;12,5;650,00;20,0', 'WK0000AA  ;15,5;640,50;22,5', 'VB0000AA01; 21,25;.;30,0', 'BU00009999;1,5;500,00;9,0',
].join('\r\n');
const FILE = { name: 'wonen.csv', mimeType: 'text/csv', buffer: Buffer.from(HOMES, 'latin1') };

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

async function newLink(server, traject) {
  const made = await server.cli('staff', 'add', '--name', 'Proefpersoon', '--role', 'professional', '--traject', traject);
  return new URL(made.login_url).pathname;
}

/** Chooses a file and looks at what is in it. */
async function upload(told, traject) {
  await told.goto(`/traject/${traject}/cijfers`);
  await told.press(link(told, 'Cijfers toevoegen'));
  await told.page.getByLabel('Bestand').setInputFiles(FILE);
  await told.press(button(told, 'Kijk wat erin staat'));
  await told.page.getByRole('heading', { name: 'Wat we vonden' }).waitFor();
}

for (const database of DATABASES) {
  describe(`figures beside residents, on ${database.name}`, () => {
    let server;
    let traject;
    before(async () => {
      server = await startServer({ postgres: database.postgres, args: ['--demo'] });
      await story(browser, { size: 'desktop', origin: server.url }, async (told) => {
        await signIn(told, demoLinks(server).professional);
        traject = (await told.page.locator('a[href^="/traject/"]').first().getAttribute('href')).split('/').at(-1);
      });
    });
    after(() => server?.stop());
    const tell = (size, told, more = {}) => story(browser, { size, origin: server.url, ...more }, async (one) => {
      await signIn(one, await newLink(server, traject));
      await told(one);
    });
    const sizes = database.postgres ? ['desktop'] : ['desktop', 'tablet', 'tablet-upright', 'phone'];

    for (const size of sizes) {
      test(`a file is looked at before it is kept, and says what matches, at ${size}`, () => tell(size, async (told) => {
        await told.goto(`/traject/${traject}/cijfers`);
        await told.shot('figures-none', { fullPage: true });
        await upload(told, traject);
        await told.page.getByText('Voor 1 buurt is er een eigen cijfer: Voorbeeldbuurt.').waitFor();
        await told.page.getByText('BU00009999').first().waitFor();
        await told.shot('figures-preview', { fullPage: true });
        await told.checkFits();
        await told.checkAccessible();
        await told.page.getByLabel('Wie maakte de cijfers?').fill('Woningcorporatie De Voorbeeldige Samenwerking');
        await told.page.getByLabel('Over welk jaar?').fill('2024');
        await told.page.getByLabel('Thema').first().selectOption('wonen');
        await told.page.getByLabel('Wat is beter?').first().selectOption('minder');
        await told.press(button(told, 'Bewaar deze cijfers'));
        const row = told.page.getByRole('row', { name: /Huis – Vocht in huis/ });
        await row.getByText('Voorbeeldbuurt: 21,25%').waitFor();
        await row.getByText('12,5%').waitFor();
        await told.page.getByRole('row', { name: /Huur/ }).getByText('Voorbeeldbuurt: geheim').waitFor();
        await told.shot('figures-file', { fullPage: true });
        await told.checkFits();
        await told.checkAccessible();
      }));

      test(`a plan is put on the map by a tap and stands on the map of the traject, at ${size}`, () => tell(size, async (told) => {
        await told.goto(`/traject/${traject}/plannen`);
        await told.page.locator('#kaart[data-map=ready]').waitFor();
        await tapMap(told, 0.55, 0.45);
        await told.page.waitForURL(/plek=4\.8/);
        await told.page.getByText('Gekozen:').waitFor();
        await told.page.getByLabel('Soort').selectOption('sloop');
        await told.page.getByLabel('In een paar woorden').fill(`Flat op ${size} gaat weg`);
        await told.page.getByLabel('Vanaf wanneer?').fill('2027-03');
        await told.shot('coming-new', { fullPage: true });
        await told.checkFits();
        await told.checkAccessible();
        await told.press(button(told, 'Bewaar'));
        await told.page.getByText('vanaf maart 2027').first().waitFor();
        await told.page.locator('#kaart[data-map=ready]').waitFor();
        await told.shot('coming-list', { fullPage: true });
        await told.checkFits();
        await told.checkAccessible();
        await told.goto(`/traject/${traject}`);
        await told.page.getByRole('heading', { name: 'Wat eraan komt' }).waitFor();
        await told.page.getByText(`Flat op ${size} gaat weg`).waitFor();
        await told.page.locator('#kaart-0[data-map=ready]').waitFor();
        await told.shot('coming-on-map');
        await told.goto(`/traject/${traject}/thema/samenleven-integratie`);
        await told.page.getByText(`Flat op ${size} gaat weg`).waitFor();
        assert.ok((await told.page.locator('.heat-map .coming-mark').count()) > 0, 'on the map of the theme too');
        await told.shot('coming-on-theme', { fullPage: true });
        await told.checkFits();
        await told.checkAccessible();
      }));

      test(`the team confirms what residents and figures say, and why, at ${size}`, () => tell(size, async (told) => {
        await told.goto(`/traject/${traject}/vergelijken`);
        await told.shot('compare', { fullPage: true });
        await told.checkFits();
        await told.checkAccessible();
        const row = told.page.getByRole('region', { name: /^Huis en portiek/ }).getByRole('row', { name: /De hele buurt/ });
        await row.getByText('ongunstig').waitFor();
        await told.press(row.getByRole('link'));
        await told.page.getByText('Huis – Vocht in huis (2024): 21,25%; gemeente 12,5%').first().waitFor();
        await told.shot('compare-one', { fullPage: true });
        await told.press(told.page.locator('.radio-card', { hasText: 'niet duidelijk' }));
        await told.page.getByLabel('Waarom?').fill(`Op ${size} zien wij het anders.`);
        await told.checkFits();
        await told.checkAccessible();
        await told.press(button(told, 'Bewaar'));
        await told.page.getByText(`Op ${size} zien wij het anders.`).waitFor();
      }));
    }

    test('all of it works without script', () => tell('desktop', async (told) => {
      await upload(told, traject);
      await told.page.getByLabel('Wie maakte de cijfers?').fill('Corporatie');
      await told.page.getByLabel('Over welk jaar?').fill('2023');
      await told.press(button(told, 'Bewaar deze cijfers'));
      await told.page.getByRole('row', { name: /Last van geluid/ }).getByText('30%').waitFor();

      await told.goto(`/traject/${traject}/plannen/nieuw`);
      await told.page.getByLabel('Straat of plek').fill('Vredekerk');
      await told.press(button(told, 'Zoek'));
      await told.press(told.page.locator('.results a').first());
      await told.page.getByText('Gekozen: Vredekerk').waitFor();
      await told.page.getByLabel('In een paar woorden').fill('De kerk wordt opgeknapt');
      await told.page.getByLabel('Soort').selectOption('renovatie');
      await told.page.getByLabel('Vanaf wanneer?').fill('2026');
      await told.press(button(told, 'Bewaar'));
      const plan = told.page.locator('li.card', { hasText: 'De kerk wordt opgeknapt' });
      await plan.getByText('Vredekerk').first().waitFor();
      await told.press(plan.getByRole('button', { name: /^Haal weg/ }));
      await plan.waitFor({ state: 'detached' });
    }, { javaScriptEnabled: false }));

    test('two people at once: the second sees what the first wrote and chooses', () => tell('desktop', async (first) => {
      first.allow(REFUSED('409'));
      const page = `/traject/${traject}/vergelijken/oordeel?thema=gezondheid&deel=zuidwest`;
      await first.goto(page);
      await tell('desktop', async (second) => {
        await second.goto(page);
        await second.press(second.page.locator('.radio-card', { hasText: 'tegenspraak' }));
        await second.page.getByLabel('Waarom?').fill('De huisarts zegt iets anders.');
        await second.press(button(second, 'Bewaar'));
        await second.page.getByText('De huisarts zegt iets anders.').waitFor();
      });
      await first.press(first.page.locator('.radio-card', { hasText: 'hetzelfde' }));
      await first.page.getByLabel('Waarom?').fill('Wij zien geen verschil.');
      await first.press(button(first, 'Bewaar'));
      await first.page.getByText('Nu staat er: tegenspraak. De huisarts zegt iets anders. (Proefpersoon)').waitFor();
      assert.equal(await first.page.getByLabel('Waarom?').inputValue(), 'Wij zien geen verschil.');
      await first.shot('compare-second', { fullPage: true });
      await first.checkAccessible();
      await first.press(button(first, 'Bewaar'));
      await first.page.getByText('Wij zien geen verschil.').waitFor();
    }));
  });
}
