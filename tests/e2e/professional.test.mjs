// A professional signs in with a link and sees what residents see happen: as maps, as figures, as a table. Never their words.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, story } from './lib/browser.mjs';
import {
  NO_NETWORK, REFUSED, button, demoLinks, inventedWords, link, newSession, newTraject, putPin, signIn,
} from './lib/people.mjs';
import { EMBEDDED, startServer } from './lib/server.mjs';

/** At the Vredekerk of the Voorbeeldbuurt, but not where its sign stands. */
const CHURCH = [4.820304, 52.345234];

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

/** A login link of its own, as a path: each works once. */
async function newLink(server, { role = 'professional', traject } = {}) {
  const asked = ['--name', 'Proefpersoon', '--role', role, ...(traject ? ['--traject', traject] : [])];
  return new URL((await server.cli('staff', 'add', ...asked)).login_url).pathname;
}

/** From the list of one's trajecten to the first of them; returns its id. */
async function openTraject(told) {
  await told.press(link(told, 'Bekijk de kaarten').first());
  await told.page.waitForURL('**/traject/*');
  return new URL(told.page.url()).pathname.split('/').at(-1);
}

for (const database of EMBEDDED) {
  describe(`a professional, on ${database.name}`, () => {
    let server;
    let traject;
    before(async () => {
      server = await startServer({ postgres: database.postgres, args: ['--demo'] });
      await story(browser, { size: 'desktop', origin: server.url }, async (told) => {
        await signIn(told, demoLinks(server).professional);
        traject = await openTraject(told);
      });
    });
    after(() => server?.stop());
    const tell = (size, told) => story(browser, { size, origin: server.url }, told);
    const signedIn = (size, told) => tell(size, async (one) => {
      await signIn(one, await newLink(server, { traject }));
      await told(one);
    });

    test('signs in with a link that looking at does not use up, and that works once', () => tell('desktop', async (told) => {
      told.allow(REFUSED('4\\d\\d'));
      const path = await newLink(server, { traject });
      for (let preview = 0; preview < 3; preview += 1) assert.equal((await server.request('GET', path)).status, 200);
      await told.goto(path);
      await told.shot('login');
      await told.press(button(told, 'Meld mij aan'));
      await told.page.waitForURL('**/mijn');
      await told.page.getByText('Dag Proefpersoon').waitFor();
      await told.shot('mijn');
      assert.equal(await told.page.locator('main .card').count(), 1, 'only one’s own traject');
      const [cookie] = await told.context.cookies();
      assert.ok(cookie.httpOnly && cookie.sameSite !== 'None', JSON.stringify(cookie));

      await told.press(button(told, 'Afmelden'));
      const answer = await told.goto(`/traject/${traject}`);
      assert.equal(answer.status(), 401);
      await told.goto(path);
      if (await button(told, 'Meld mij aan').count() > 0) await told.press(button(told, 'Meld mij aan'));
      await told.page.getByText('Deze link werkt niet meer').waitFor();
      await told.shot('login-used');
    }));

    for (const size of database.postgres ? ['desktop'] : ['desktop', 'tablet', 'phone']) {
      test(`sees sterk over beter on one map, with a legend and what they rest on, at ${size}`, () => signedIn(size, async (told) => {
        await openTraject(told);
        await told.page.locator('#kaart-0[data-map=ready] .map-stage').waitFor();
        const card = told.page.locator('.heat-card');
        assert.deepEqual(await card.locator('h2').allTextContents(), ['Sterk en beter op één kaart']);
        assert.deepEqual(await card.locator('h3').allTextContents(), [
          'Sterk: wat goed gaat en wat de buurt sterk maakt', 'Beter: wat beter kan en ideeën',
        ]);
        for (const layer of await card.locator('.heat-layer').all()) {
          await layer.getByText(/^Minstens \d+ stemmen van bewoners, 1 moment: koffiekar$/).waitFor();
          await layer.getByRole('group', { name: 'Legenda' }).getByText('weinig', { exact: true }).waitFor();
        }
        await card.getByText('alles komt van één moment (koffiekar)').first().waitFor();
        for (const why of ['Geen of te weinig antwoorden om te tonen', 'Hier is niemand iets gevraagd, of bijna niemand']) {
          await card.locator('.legend').getByText(why).waitFor();
        }
        await told.page.getByText(/^Deze kaarten rusten op minstens \d+ stemmen\./).first().waitFor();
        await told.page.getByText('Voorbeeld: deze buurt en deze stippen zijn verzonnen.').first().waitFor();
        await told.shot('traject');
        await told.shot('traject-whole', { fullPage: true });
        await told.checkFits();

        await told.press(link(told, 'Naast elkaar'));
        for (const at of [0, 1]) await told.page.locator(`#kaart-${at}[data-map=ready] .map-stage`).waitFor();
        assert.equal(await told.page.locator('.heat-card').count(), 2);
        await told.shot('traject-beside', { fullPage: true });
      }));
    }

    test('chooses among what says what it holds, without another page; what holds nothing to see is no link', () => signedIn('desktop', async (told) => {
      await openTraject(told);
      await told.page.locator('#kaart-0[data-map=ready]').waitFor();
      await told.page.evaluate(() => { globalThis.same = true; });
      const menu = (name) => told.page.locator(`[data-menu=${name}]`);
      for (const name of ['thema', 'soort', 'moment']) {
        await told.press(menu(name).locator('summary'));
        const links = await menu(name).locator('a').allInnerTexts();
        assert.ok(links.every((one) => /\d+ (sterk|beter|stem)/.test(one)), links.join('\n'));
        for (const none of await menu(name).locator('.menu-none').all()) assert.match(await none.innerText(), /te weinig/);
        await told.shot(`choices-${name}`);
      }
      assert.equal(await menu('thema').locator('.menu-none', { hasText: 'Iets anders' }).count(), 1, 'of a theme of few there is no map');
      await told.press(menu('soort').locator('summary'));
      await told.press(menu('soort').getByText('Dit kan beter', { exact: true }));
      await told.page.locator('.heat-card h2', { hasText: 'Dit kan beter' }).waitFor();
      await told.page.getByRole('status').getByText(/Dit kan beter: Minstens \d+ stemmen/).waitFor();
      assert.match(told.page.url(), /soort=zorg/);
      await told.page.goBack();
      await told.page.locator('.heat-card h2', { hasText: 'Sterk en beter' }).waitFor();
      assert.equal(await told.page.evaluate(() => globalThis.same), true, 'it is still the same page');
    }));

    test('switches grain on the live map without another page', () => signedIn('desktop', async (told) => {
      await openTraject(told);
      await told.page.locator('#kaart-0[data-map=ready]').waitFor();
      await told.page.evaluate(() => { globalThis.same = true; });
      const paths = () => told.page.locator('[data-deel=lagen-0] path').evaluateAll((all) => all.map((one) => one.getAttribute('d').length));
      let before = await paths();
      const took = [];
      for (const metres of [120, 50, 75]) {
        // Until the page has its parts; measured in the page, for the report and for no verdict.
        took.push(await told.page.evaluate((grain) => new Promise((done) => {
          const start = performance.now();
          const main = document.getElementById('inhoud');
          new MutationObserver((_, observer) => {
            if (!main.dataset.shown?.includes(`korrel=${grain}`)) return;
            observer.disconnect();
            done(Math.round(performance.now() - start));
          }).observe(main, { attributes: true });
          [...main.querySelectorAll('[data-menu=korrel] a')].find(({ href }) => href.includes(`korrel=${grain}`)).click();
        }), metres));
        const now = await paths();
        assert.notDeepEqual(now, before, `other bands at ${metres} m`);
        before = now;
        await told.page.locator('[data-menu=korrel] [aria-current=true]').waitFor();
      }
      process.stderr.write(`grains on ${database.name}: ${took.join(', ')} ms\n`);
      assert.equal(await told.page.evaluate(() => globalThis.same), true);
      await told.shot('grain');
    }));

    test('clicks on a place, or chooses it from the table with the keyboard, and reads what was said there', () => signedIn('desktop', async (told) => {
      await openTraject(told);
      await told.page.locator('#kaart-0[data-map=ready]').waitFor();
      const box = await told.page.locator('#kaart-0').boundingBox();
      await told.page.mouse.click(box.x + box.width * 0.5, box.y + box.height * 0.45);
      const panel = told.page.locator('#plek');
      await panel.locator('h2', { hasText: 'Op deze plek:' }).waitFor();
      assert.equal(await panel.locator('dt').count(), 2, 'strengths and what can be better');
      await panel.locator('.quote').first().waitFor();
      await told.shot('place', { fullPage: true });
      assert.match(told.page.url(), /plek=/);

      const summary = told.page.getByText('Dezelfde kaart als tabel');
      await summary.focus();
      await told.page.keyboard.press('Enter');
      const table = told.page.locator('.heat-card table');
      const rows = await table.locator('tbody tr').allInnerTexts();
      assert.match(rows[0], /veel/, 'the most answers first');
      assert.ok(rows.some((row) => /meer|weinig/.test(row)), 'and where there are fewer');
      const place = table.getByRole('link', { name: 'Vredekerk' });
      await place.focus();
      await told.page.keyboard.press('Enter');
      await panel.locator('h2', { hasText: /Vredekerk|kerk/i }).waitFor();
      assert.equal(await told.page.evaluate(() => document.activeElement?.id), 'plek-kop');
      await told.checkAccessible();
      // With the keyboard on the map: Enter tells about the middle.
      await told.page.locator('#kaart-0 .map-live').focus();
      await told.page.keyboard.press('Enter');
      await panel.locator('h2', { hasText: 'Op deze plek:' }).waitFor();
    }));

    test('an address of what holds nothing to see says so and offers the rest, without a map', () => signedIn('desktop', async (told) => {
      await told.goto(`/traject/${traject}?thema=algemeen`);
      await told.page.getByText('Hier is te weinig om te tonen').waitFor();
      assert.equal(await told.page.locator('.heat-map').count(), 0);
      await told.press(told.page.locator('[data-menu=thema] summary'));
      await told.press(told.page.locator('[data-menu=thema] a').first());
      await told.page.locator('#kaart-0[data-map=ready]').waitFor();
    }));

    test('without a network keeps the map that is there, says what to do, and goes on afterwards', () => signedIn('desktop', async (told) => {
      told.allow(NO_NETWORK);
      await openTraject(told);
      await told.page.locator('#kaart-0[data-map=ready]').waitFor();
      await told.context.setOffline(true);
      await told.press(told.page.locator('[data-menu=soort] summary'));
      await told.press(told.page.locator('[data-menu=soort]').getByText('Dit gaat goed', { exact: true }));
      await told.page.getByRole('alert').getByText('Er is geen verbinding.').waitFor();
      assert.equal(await told.page.locator('#kaart-0 .map-live').count(), 1);
      await told.shot('no-network');
      await told.context.setOffline(false);
      await told.press(told.page.locator('[data-menu=soort]').getByText('Dit gaat goed', { exact: true }));
      await told.page.locator('.heat-card h2', { hasText: 'Dit gaat goed' }).waitFor();
      assert.equal(await told.page.getByRole('alert').count(), 0);
    }));

    test('finds all layers in a table, and what holds nothing is no link there', () => signedIn('desktop', async (told) => {
      await openTraject(told);
      const overview = told.page.getByRole('region', { name: 'Alle kaarten' }).locator('table');
      const cells = overview.locator('tbody td');
      const empty = cells.filter({ hasText: 'te weinig' });
      assert.ok((await empty.count()) > 0, 'some slices hold too little');
      assert.equal(await empty.locator('a').count(), 0, 'and are no link');
      const full = cells.filter({ hasText: /\d/ }).locator('a');
      assert.equal((await full.count()) + (await empty.count()), await cells.count());
      const row = overview.locator('tbody tr', { hasText: 'Buren en contact' });
      await told.press(row.locator('a').first());
      await told.page.locator('.heat-card h2', { hasText: 'Buren en contact' }).waitFor();
      await told.shot('traject-one', { fullPage: true });
    }));

    test('takes along what is shown: a picture for a report, and files for other programs', () => signedIn('desktop', async (told) => {
      await told.goto(`/traject/${traject}?korrel=120&soort=beter`);
      await told.press(told.page.getByText('Neem deze kaart mee'));
      const links = await told.page.locator('[data-deel=onder] a:not([href*="/bewijs"])').evaluateAll((all) => all.map((one) => one.href));
      assert.equal(links.length, 6);
      for (const one of links) {
        const answer = await told.context.request.get(one);
        assert.equal(answer.status(), 200, one);
        assert.match(one, /(korrel|bandwidth)=120/);
      }
    }));

    test('without script has the same by links: a theme, a place, two maps', () => story(browser, { size: 'desktop', origin: server.url, javaScriptEnabled: false }, async (told) => {
      await signIn(told, await newLink(server, { traject }));
      await openTraject(told);
      assert.equal(await told.page.locator('#kaart-0 [data-deel=lagen-0] path').count() > 4, true);
      await told.press(link(told, 'Naast elkaar'));
      await told.page.locator('#kaart-1').waitFor();
      await told.press(told.page.locator('[data-menu=thema] summary'));
      await told.press(told.page.locator('[data-menu=thema] a').nth(1));
      await told.page.locator('.heat-card').first().waitFor();
      await told.goto(`/traject/${traject}`);
      await told.press(told.page.getByText('Dezelfde kaart als tabel'));
      await told.press(told.page.locator('.heat-card table').getByRole('link', { name: 'Vredekerk' }));
      await told.page.locator('#plek h2', { hasText: 'Op deze plek:' }).waitFor();
      await told.shot('without-script');
    }));

    test('sees a strength that is one of a kind by the name of its public place, once the begeleider says so and it is released', () => tell('desktop', async (told) => {
      const own = await newTraject(server, 'Eén kerk');
      const code = await newSession(server, { traject: own });
      const text = 'Na de kerk is er koffie voor iedereen.';
      await putPin(server, code, { text, kind: 'kracht', place: CHURCH, moment: 'avond' });
      await putPin(server, code, { text: 'Mooi gebouw.', kind: 'gaat-goed', place: CHURCH });
      await putPin(server, code, { text: 'Verderop.', kind: 'kracht', place: [4.821863, 52.346858] });
      // Enough people for a square of its own: a strong place is shown where its maker counts.
      for (let more = 0; more < 2; more += 1) await putPin(server, code, { text: 'Warm.', kind: 'gaat-goed', place: CHURCH });
      await signIn(told, await newLink(server, { role: 'begeleider', traject: own }));
      await told.goto(`/sessie/${code}/bekijken`);
      const asked = told.page.locator('.moderation-card:not([hidden])');
      for (let left = 5; left > 0; left -= 1) {
        const isChurch = (await asked.locator('textarea').inputValue()) === text;
        const select = asked.getByLabel('Deze plek mag met naam op de kaart');
        assert.equal(await select.count(), isChurch ? 1 : 0, 'only for a strength at a public place');
        if (isChurch) {
          await select.selectOption('Vredekerk');
          await told.checkAccessible();
          await told.shot('moderation-place');
        }
        await told.press(asked.getByRole('button', { name: 'Laat zien' }));
        await told.page.locator('#teller', { hasText: left > 1 ? `Nog ${left - 1}` : 'Alles is bekeken' }).waitFor();
      }
      const professional = await server.cli('staff', 'add', '--name', 'Kijker', '--role', 'professional', '--traject', own);
      const bearer = { headers: { authorization: `Bearer ${professional.token}` } };
      const page = async () => (await server.request('GET', `/traject/${own}`, bearer)).body;
      assert.ok(!(await page()).includes('Sterke plekken'), 'before the release');
      await server.cli('session', 'close', code);
      await told.goto(`/traject/${own}/vrijgeven`);
      await told.page.locator('.strong-places li', { hasText: 'Vredekerk' }).waitFor();
      await told.shot('release-preview', { fullPage: true });
      assert.ok(!(await page()).includes('Sterke plekken'), 'looking beforehand releases nothing');
      await server.cli('session', 'release', code);
      const html = await page();
      assert.match(html, /Sterke plekken/);
      assert.match(html, /Vredekerk/);
      const stars = [...html.matchAll(/<g class="strong-place"[^>]* transform="translate\((\d+) (\d+)\)"|<g transform="translate\((\d+) (\d+)\)" class="strong-place"/g)];
      assert.equal(stars.length, 1, 'one star');
      const [left, top, scale] = ['left', 'top', 'scale'].map((name) => Number(new RegExp(`data-${name}="([^"]+)"`).exec(html)[1]));
      const [lon, lat] = CHURCH.map((degrees) => (degrees * Math.PI) / 180);
      const pin = [(lon - left) * scale, (top - Math.log(Math.tan(Math.PI / 4 + lat / 2))) * scale];
      const star = stars[0].slice(1).filter(Boolean).map(Number);
      assert.ok(Math.hypot(star[0] - pin[0], star[1] - pin[1]) > 1, 'the place, not the pin');
      await signIn(told, await newLink(server, { role: 'beheerder' }));
      await told.goto('/beheer/logboek');
      await told.page.locator('td', { hasText: 'liet een sterke plek met naam zien' }).first().waitFor();
    }));

    test('gets the words that were approved and released, and no other', () => signedIn('desktop', async (told) => {
      const bodies = [];
      told.page.on('response', (response) => {
        if (/json|html|text\/plain/.test(response.headers()['content-type'] ?? '')) bodies.push(response.text().catch(() => ''));
      });
      await openTraject(told);
      await told.page.locator('#kaart-0[data-map=ready]').waitFor();
      await told.goto(`/traject/${traject}?thema=samenleven-integratie&soort=kracht`);
      const api = `/api/v1/trajects/${traject}/layers`;
      const paths = [api, ...['all/sterk.json', 'all/beter.geojson', 'all/all.geojson', 'leefomgeving-openbare-ruimte/zorg.json'].map((one) => `${api}/${one}`)];
      for (const path of paths) {
        const answer = await told.context.request.get(new URL(path, told.origin).href);
        assert.ok(answer.ok() || answer.status() === 404, `${path}: ${answer.status()}`);
        bodies.push(answer.text());
      }
      const all = (await Promise.all(bodies)).join('\n');
      assert.ok(all.includes('"class"') && all.includes('Alle kaarten'), 'the layers and the pages were read');
      assert.deepEqual(inventedWords('open').filter((text) => all.includes(text)), [], 'what was not released');
      const shown = inventedWords('vrijgegeven').filter((text) => all.includes(text));
      assert.ok(shown.length > 5, 'what was approved and released');
    }));

    test('of another traject is told that it is not theirs; without signing in, to do so first', () => tell('desktop', async (told) => {
      told.allow(REFUSED('40[13]'));
      const without = await told.goto(`/traject/${traject}`);
      assert.equal(without.status(), 401);
      await told.page.getByText('Meld u eerst aan').first().waitFor();
      await told.shot('not-signed-in');
      assert.equal((await told.goto('/mijn')).status(), 401);
      const other = await newTraject(server, 'Een ander traject');
      await signIn(told, await newLink(server, { traject: other }));
      const refused = await told.goto(`/traject/${traject}`);
      assert.equal(refused.status(), 403);
      await told.page.getByText('Dit is niet voor u te zien').first().waitFor();
      await told.shot('forbidden');
      const layer = new URL(`/api/v1/trajects/${traject}/layers/all/sterk.geojson`, told.origin).href;
      assert.equal((await told.context.request.get(layer)).status(), 403);
      assert.equal((await server.request('GET', new URL(layer).pathname)).status, 401);
      await told.goto(`/traject/${other}`);
      await told.page.getByText('Er is nog niets vrijgegeven.').waitFor();
      await told.shot('traject-nothing', { fullPage: true });
    }));

    test('whose access was taken away is signed out at once', () => tell('desktop', async (told) => {
      told.allow(REFUSED(401));
      const added = await server.cli('staff', 'add', '--name', 'Tijdelijk', '--role', 'professional', '--traject', traject);
      await signIn(told, new URL(added.login_url).pathname);
      const bearer = { headers: { authorization: `Bearer ${added.token}` } };
      assert.equal((await server.request('GET', `/api/v1/trajects/${traject}/layers`, bearer)).status, 200);
      await server.cli('staff', 'revoke', added.id);
      assert.equal((await told.goto(`/traject/${traject}`)).status(), 401);
      assert.equal((await server.request('GET', `/api/v1/trajects/${traject}/layers`, bearer)).status, 401);
    }));

    test('a beheerder, who may not see the maps, is offered nothing that is then refused', () => tell('tablet', async (told) => {
      await signIn(told, demoLinks(server).beheerder);
      await told.page.getByText('Voorbeeldtraject').first().waitFor();
      for (const path of await told.page.locator('main a').evaluateAll((all) => all.map((one) => one.getAttribute('href')))) {
        assert.equal((await told.context.request.get(new URL(path, told.origin).href)).status(), 200, path);
      }
      assert.equal((await told.context.request.get(new URL(`/traject/${traject}`, told.origin).href)).status(), 403);
    }));
  });
}
