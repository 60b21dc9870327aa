// Step 3 by theme: strengths first, a figure beside a map, who was not heard, what is taken along, and the dossier on paper.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launch, story } from './lib/browser.mjs';
import { demoLinks, link, signIn } from './lib/people.mjs';
import { EMBEDDED, startServer } from './lib/server.mjs';

/** One row for the invented buurt, one for its wijk and one for its city; 2023. */
const FIGURES = [
  'code;naam;Tevreden met de woning;Vochtig huis;Inwoners 0 tot 15 jaar;Inwoners 15 tot 65 jaar;Inwoners 65 jaar of ouder',
  'VB0000AA01;Voorbeeldbuurt;61,5;22;150;600;250',
  'WK0363AA;Kerkwijk;70;15;1500;6000;2500',
  'GM0363;Amsterdam;72,25;12;15000;60000;25000', '',
].join('\n');
const SIZES = ['desktop', 'tablet', 'tablet-upright', 'phone'];

let browser;
let folder;
before(async () => {
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), 'buurtblik-'));
  writeFileSync(join(folder, 'cijfers.csv'), FIGURES);
});
after(() => {
  rmSync(folder, { recursive: true, force: true });
  return browser?.close();
});

for (const database of EMBEDDED) {
  describe(`the verdieping by theme, on ${database.name}`, () => {
    let server;
    let traject;
    before(async () => {
      server = await startServer({ postgres: database.postgres, args: ['--demo'] });
      await story(browser, { size: 'desktop', origin: server.url }, async (told) => {
        await signIn(told, demoLinks(server).professional);
        await told.press(link(told, 'Bekijk de kaarten').first());
        await told.page.waitForURL('**/traject/*');
        traject = new URL(told.page.url()).pathname.split('/').at(-1);
      });
      const about = ['--source', 'Proefbron', '--year', '2023', '--area-field', 'code', '--name-field', 'naam'];
      await server.cli('indicators', 'import', join(folder, 'cijfers.csv'), ...about, '--traject', traject, '--domain', 'wonen', '--counts', 'mensen', '--better', 'meer');
    });
    after(() => server?.stop());

    async function signedIn(size, told, { role = 'professional', ...options } = {}) {
      const staff = await server.cli('staff', 'add', '--name', 'Proefpersoon', '--role', role, '--traject', traject);
      await story(browser, { size, origin: server.url, ...options }, async (one) => {
        await signIn(one, new URL(staff.login_url).pathname);
        await told(one);
      });
    }

    for (const size of database.postgres ? ['desktop'] : SIZES) {
      test(`reads a theme, strengths first, with its figures, at ${size}`, () => signedIn(size, async (told) => {
        await told.goto(`/traject/${traject}/themas`);
        await told.shot('themas', { fullPage: true });
        await told.checkAccessible();
        await told.checkFits();
        await told.press(link(told, 'Huis en portiek'));
        await told.page.waitForURL('**/thema/wonen');
        const halves = await told.page.locator('.theme-half > h2').allInnerTexts();
        assert.match(halves[0], /^Sterk/);
        assert.match(halves[1], /^Beter/);
        await told.page.getByText('Tevreden met de woning (2023)').waitFor();
        assert.equal(await told.page.locator('.figure-card').count(), 5);
        await told.press(told.page.getByText('Alle cijfers als tabel'));
        const row = told.page.locator('.figures-table tbody tr', { hasText: 'Tevreden met de woning' });
        // An invented buurt lies in no wijk and no city: nothing is put in their place.
        assert.deepEqual((await row.locator('td').allInnerTexts()).slice(0, 4), ['2023', '61,5', '–', '–']);
        await told.shot('thema', { fullPage: true });
        await told.checkAccessible();
        await told.checkFits();
      }));

      test(`lays a figure beside a map and moves both, at ${size}`, () => signedIn(size, async (told) => {
        await told.goto(`/traject/${traject}/naast?thema=all`);
        await told.page.locator('.beside[data-live]').waitFor();
        const boxes = () => told.page.locator('.beside-svg').evaluateAll((all) => all.map((one) => one.getAttribute('viewBox')));
        const [first, other] = await boxes();
        assert.equal(first, other);
        await told.shot('naast', { fullPage: true });
        await told.press(told.page.getByRole('button', { name: 'Dichterbij' }).or(told.page.locator('[data-zoom=in]')).first());
        const [zoomed, too] = await boxes();
        assert.notEqual(zoomed, first);
        assert.equal(zoomed, too, 'the other goes along');
        await told.page.locator('.beside-view').last().focus();
        await told.page.keyboard.press('ArrowLeft');
        const [moved, along] = await boxes();
        assert.ok(moved !== zoomed && moved === along, 'with the keyboard too');
        await told.checkAccessible();
        await told.checkFits();
        await told.page.locator('select[name=wijze]').selectOption('schuif');
        await told.press(told.page.getByRole('button', { name: 'Toon' }));
        await told.page.locator('.beside[data-live][data-way=schuif]').waitFor();
        const range = told.page.getByRole('slider');
        await range.fill('80');
        const clip = await told.page.locator('.beside-view').last().evaluate((one) => one.style.clipPath);
        assert.match(clip, /80%/);
        await told.shot('schuif', { fullPage: true });
        await told.checkFits();
      }));

      test(`sees who was not heard and where to find them, at ${size}`, () => signedIn(size, async (told) => {
        await told.goto(`/traject/${traject}/niet-gehoord`);
        await told.page.getByRole('heading', { name: 'Waar niemand iets over zei' }).waitFor();
        await told.shot('niet-gehoord', { fullPage: true });
        await told.checkAccessible();
        await told.checkFits();
      }));

      test(`takes the traject along as files, at ${size}`, () => signedIn(size, async (told) => {
        await told.goto(`/traject/${traject}/meenemen`);
        await told.shot('meenemen', { fullPage: true });
        await told.checkAccessible();
        await told.checkFits();
        const [coming] = await Promise.all([
          told.page.waitForEvent('download'), told.press(link(told, 'Download GeoPackage')),
        ]);
        assert.match(coming.suggestedFilename(), /\.gpkg$/);
        const file = join(folder, `${size}-${database.name.replace(/\W/g, '')}.gpkg`);
        await coming.saveAs(file);
        const names = execFileSync('ogrinfo', ['-ro', '-q', file], { encoding: 'utf8' });
        for (const layer of ['warmte_alle_themas_sterk (Multi Polygon)', 'citaten (Point)', 'cijfers (None)']) assert.ok(names.includes(layer), names);
      }));

      test(`reads the dossier, at ${size}`, () => signedIn(size, async (told) => {
        await told.goto(`/traject/${traject}/dossier`);
        await told.page.getByRole('heading', { name: '1. Wat sterk is' }).waitFor();
        await told.shot('dossier', { fullPage: true });
        await told.checkAccessible();
        await told.checkFits();
      }));
    }

    test('without script there are two drawings beside each other, and every choice is a form', () => signedIn('desktop', async (told) => {
      const page = await told.context.newPage();
      await page.route('**/*.mjs', (route) => route.abort());
      await page.goto(new URL(`/traject/${traject}/naast?wijze=schuif`, server.url).href);
      const tops = await page.locator('.beside-view').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
      assert.equal(tops.length, 2);
      assert.ok(Math.abs(tops[0] - tops[1]) < 2, 'beside each other');
      assert.ok(await page.locator('.beside-tools').isHidden());
      await page.locator('select[name=soort]').selectOption('beter');
      await page.getByRole('button', { name: 'Toon' }).click();
      await page.locator('.beside-pane h2', { hasText: 'Beter' }).waitFor();
      told.allow(/ERR_FAILED/);
    }));

    test('a begeleider plans a moment where people are, from the list of who was not heard', () => signedIn('desktop', async (told) => {
      await told.goto(`/traject/${traject}/niet-gehoord`);
      const plan = told.page.getByRole('link', { name: /^Plan een moment bij/ }).first();
      const name = (await plan.getAttribute('aria-label')).replace('Plan een moment bij ', '');
      await told.press(plan);
      await told.page.waitForURL('**/momenten/nieuw**');
      assert.equal(await told.page.locator('[name=vindplaats]').inputValue(), name);
    }, { role: 'begeleider' }));

    test('the dossier is A4 with page numbers, headings and drawings on paper', () => signedIn('desktop', async (told) => {
      await told.goto(`/traject/${traject}/dossier`);
      const file = join(process.env.BUURTBLIK_SHOTS ?? folder, `dossier-${database.name.replace(/\W/g, '')}.pdf`);
      await told.page.pdf({ path: file, preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
      const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
      assert.match(info, /Page size:\s+59\d(\.\d+)? x 84\d/);
      assert.match(info, /Tagged:\s+yes/);
      const pages = Number(/Pages:\s+(\d+)/.exec(info)[1]);
      assert.ok(pages >= 8, `${pages} pages`);
      const text = (page) => execFileSync('pdftotext', ['-f', page, '-l', page, '-layout', file, '-'].map(String), { encoding: 'utf8' });
      assert.match(text(2), new RegExp(`2 / ${pages}`), 'a number on each page');
      assert.match(text(1), /Verdiepingsdossier[^]*Voorbeeldtraject[^]*verzonnen/);
      assert.doesNotMatch(text(1), /Afmelden|Druk af/, 'nothing that is only for the screen');
    }));
  });
}
