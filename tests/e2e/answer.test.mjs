// The answer to residents: from a released moment to the poster on the wall.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { launch, story } from './lib/browser.mjs';
import { REFUSED, button, eventually, link, signIn } from './lib/people.mjs';
import { CAPTION, QUOTE, releasedTraject, staff } from './lib/released.mjs';
import { DATABASES, startServer } from './lib/server.mjs';

const run = promisify(execFile);
let browser;
let folder;
before(async () => { [browser, folder] = await Promise.all([launch(), mkdtemp(join(tmpdir(), 'antwoord-'))]); });
after(async () => {
  await browser?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** Figures of which residents may see the first file only. */
async function publicFigures(server, traject) {
  for (const [name, more] of [['Tevreden met de buren', ['--public']], ['Alleen voor het team', []]]) {
    const file = join(folder, `${name}.csv`);
    await writeFile(file, `code;naam;${name}\nVB0000AA01;Voorbeeldbuurt;81,5\nWK0363AA;Kerkwijk;74\nGM0363;Amsterdam;70,2\n`);
    await server.cli('indicators', 'import', file, '--source', 'Proefbron', '--year', '2024', '--traject', traject, '--area-field', 'code', '--name-field', 'naam', '--unit', '%', '--domain', 'samenleven-integratie', ...more);
  }
}

/** One of several, by its words. */
const choose = (told, name) => told.press(told.page.getByRole('radio', { name, exact: true }));

for (const database of DATABASES) {
  describe(`the answer to residents, on ${database.name}`, () => {
    let server;
    before(async () => { server = await startServer({ postgres: database.postgres, args: ['--demo'] }); });
    after(() => server?.stop());
    const tell = (size, told, more = {}) => story(browser, { size, origin: server.url, ...more }, told);

    test('from a released moment to the poster on the wall, and a resident reads what became of their words', () => tell('desktop', async (told) => {
      told.allow(REFUSED('4\\d\\d'));
      const { traject, code, words: five } = await releasedTraject(server, { more: ['--erase-on', '2099-12-31'], pictured: true });
      await publicFigures(server, traject);
      await signIn(told, (await staff(server, 'professional', traject, 'Noor')).path);
      const points = [
        { what: 'Stoepvegen ondersteunen', where: 'Kerkpad', when: 'maart', who: 'opbouwwerk', status: 'Klaar', words: 'We geven bezems en een koffiepot aan de buren die samen vegen.', time: 'sinds maart', quick: true },
        { what: 'Lantaarns', where: 'Kerkpad', when: 'mei', who: 'stadsdeel', status: 'Bezig', words: 'Er komen twee lantaarns bij het pad naar de kerk.', time: 'in mei 2027' },
        { what: 'Bankjes', where: 'plein', when: 'juni', who: 'stadsdeel', status: 'Afgesproken', words: 'Op het plein komen twee banken in de schaduw.', time: 'vóór de zomer van 2027' },
        { what: 'Zwembad', status: 'Gaat niet door', words: 'Een zwembad in de buurt.', why: 'Daar is geen plek voor. Kinderen kunnen met korting naar het zwembad in de wijk hiernaast.' },
      ];
      for (const point of points) {
        await told.goto(`/traject/${traject}/agenda/nieuw`);
        await told.page.getByLabel('Wat doen we?').fill(point.what);
        if (point.where) await told.page.getByLabel('Waar, in woorden').fill(point.where);
        if (point.when) await told.page.getByLabel('Wanneer?').fill(point.when);
        if (point.who) await told.page.getByLabel('Wie doet het?').fill(point.who);
        if (point.quick) await told.page.getByLabel('Dit kan snel').check();
        await choose(told, point.status);
        await told.page.getByLabel('Dit mogen bewoners zien').check();
        await told.page.getByLabel('Wat bewoners lezen').fill(point.words);
        if (point.time) await told.page.getByLabel('Wanneer, voor bewoners').fill(point.time);
        if (point.why) await told.page.getByLabel('Waarom niet, voor bewoners').fill(point.why);
        await told.press(button(told, 'Bewaar'));
        await told.page.getByText('Het staat erbij.').waitFor();
        if (point.quick) {
          await told.press(link(told, 'Leg er bewijs bij'));
          await told.press(told.page.getByText(QUOTE));
          await told.press(button(told, 'Leg dit erbij'));
          await told.page.locator('.evidence blockquote', { hasText: QUOTE }).waitFor();
          await told.shot('agenda-point', { fullPage: true });
        }
      }
      await told.press(told.page.locator('.room-step', { hasText: 'Delen' }));
      await told.press(link(told, 'Terugkoppeling'));
      await told.page.getByLabel('In het kort').fill('Dank u wel. Met 8 mensen spraken we bij de kerk. Dit hebben we gehoord en dit gaan we doen.');
      await told.page.getByLabel('Wat bewoners sterk vinden').fill('De buren rond de kerk doen veel samen.\nNa de dienst is er koffie voor iedereen.');
      await told.page.getByLabel('Wat volgens bewoners beter kan').fill('’s Avonds is het pad naar de kerk donker.');
      await told.page.getByLabel('Hoe gaat het verder?').fill('In juni komen we terug met koffie. Vragen? Loop binnen bij het buurthuis.');
      await told.press(button(told, 'Bewaar'));
      await told.page.getByText('Bewaard.').waitFor();
      await told.press(button(told, `Zet erop: ${CAPTION}`));
      await button(told, `Haal eraf: ${CAPTION}`).waitFor();
      await told.page.getByLabel('Kies een cijfer').selectOption({ label: 'Tevreden met de buren (2024, Proefbron)' });
      await told.press(button(told, 'Zet dit cijfer erop'));
      await button(told, 'Haal eraf: Tevreden met de buren (2024, Proefbron)').waitFor();
      await told.shot('feedback-desk', { fullPage: true });
      await told.checkAccessible();
      await told.press(link(told, 'Bekijk het voorbeeld'));
      await told.page.getByText('Dit voorbeeld ziet alleen het team.').waitFor();
      await told.goto(`/traject/${traject}/terugkoppeling`);
      await told.press(button(told, 'Zet de pagina online'));
      await told.page.getByText('De pagina staat online.', { exact: true }).waitFor();
      const address = await told.page.locator('a[href^="/terug/"]').getAttribute('href');
      await told.goto(`/traject/${traject}/terugkoppeling/poster`);
      await told.shot('feedback-poster', { fullPage: true });
      await told.checkAccessible();
      const file = process.env.BUURTBLIK_SHOTS ? join(process.env.BUURTBLIK_SHOTS, 'feedback-poster.pdf') : join(folder, 'poster.pdf');
      await writeFile(file, await told.page.pdf({ preferCSSPageSize: true, printBackground: true }));
      const { stdout } = await run('pdfinfo', [file]);
      assert.match(stdout, /Pages:\s+1\n/, 'four points on one sheet');
      assert.match(stdout, /Page size:\s+59[45][.\d]* x 84[12]/, 'of A4');
      const paper = (await run('pdftotext', ['-raw', file, '-'])).stdout;
      // A long address may go on on the next line.
      const words = paper.replace(/\s/g, '');
      for (const part of ['Dit doen we met wat u vertelde', CAPTION, 'bezems', 'zwembad', address]) assert.ok(words.includes(part.replace(/\s/g, '')), `${part} in\n${paper}`);
      assert.doesNotMatch(paper, /opbouwwerk|Concept|Direct naar/);

      for (const size of ['desktop', 'tablet', 'tablet-upright', 'phone']) {
        await tell(size, async (reader) => {
          reader.allow(REFUSED('4\\d\\d'));
          assert.equal((await reader.goto(address)).status(), 200);
          const heads = await reader.page.locator('h2').allInnerTexts();
          assert.deepEqual(heads, ['Dit vertelde u ons', 'Dit doen we', 'Dit doen we niet, en waarom', 'Cijfers over de buurt', 'Hoe gaat het verder?']);
          const pictured = reader.page.getByRole('img', { name: CAPTION });
          await pictured.scrollIntoViewIfNeeded();
          await eventually(() => pictured.evaluate((img) => img.complete && img.naturalWidth > 0));
          await reader.checkAccessible();
          await reader.checkFits();
          await reader.shot('feedback-public', { fullPage: true });
          if (size !== 'phone') return;
          await reader.goto(`/s/${code}/terug`);
          await reader.page.getByLabel(/vijf woorden/i).fill(five.join(' '));
          await reader.press(button(reader, 'Zoek').or(reader.page.locator('main form button')).first());
          await reader.page.getByText('Het team legde uw woorden of foto bij dit punt').waitFor();
          await reader.page.getByText('We geven bezems').waitFor();
          await reader.checkAccessible();
          await reader.shot('receipt-became', { fullPage: true });
          await reader.press(link(reader, 'Lees alles wat ermee gebeurt'));
          await reader.page.waitForURL(`**${address}`);
        });
      }
    }));
  });
}
