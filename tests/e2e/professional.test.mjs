// A professional signs in with a link and sees what residents see happen: as maps, as figures, as a table. Never their words.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, story } from './lib/browser.mjs';
import { REFUSED, button, demoLinks, inventedWords, link, newTraject, signIn } from './lib/people.mjs';
import { DATABASES, startServer } from './lib/server.mjs';

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

for (const database of DATABASES) {
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

    for (const size of database.postgres ? ['desktop'] : ['desktop', 'tablet']) {
      test(`sees sterk and beter over the map, with a legend and what they rest on, at ${size}`, () => signedIn(size, async (told) => {
        await openTraject(told);
        for (const at of [0, 1]) await told.page.locator(`#kaart-${at}[data-map=ready] canvas`).waitFor();
        const cards = told.page.locator('.heat-card');
        assert.deepEqual(await cards.locator('h2').allTextContents(), [
          'Sterk: wat goed gaat en wat de buurt sterk maakt', 'Beter: wat beter kan en ideeën',
        ]);
        for (const card of await cards.all()) {
          await card.getByText(/^\d+ stippen van \d+ bewoners$/).waitFor();
          await card.getByRole('group', { name: 'Legenda' }).getByText('weinig', { exact: true }).waitFor();
          await card.getByText('Te weinig antwoorden om te tonen').first().waitFor();
        }
        await told.page.getByText(/Deze kaarten rusten op \d+ stippen van \d+ bewoners\./).waitFor();
        await told.page.getByText('Voorbeeld: deze buurt en deze stippen zijn verzonnen.').waitFor();
        await told.shot('traject');
        await told.shot('traject-whole', { fullPage: true });
      }));
    }

    test('reads the same as a table, and chooses a theme that holds something', () => signedIn('desktop', async (told) => {
      await openTraject(told);
      await told.press(told.page.getByText('Dezelfde kaart als tabel').first());
      const table = told.page.locator('.heat-card table').first();
      const rows = await table.locator('tbody tr').allInnerTexts();
      assert.ok(rows.length > 5 && rows.every((row) => /(veel|meer|weinig)$/.test(row.trim())), rows.join('\n'));
      assert.match(rows[0], /veel/, 'the most answers first');
      await told.shot('traject-table');

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
      assert.equal(await told.page.locator('.heat-card').count(), 1);
      await told.page.locator('#kaart-0[data-map=ready]').waitFor();
      await told.shot('traject-one', { fullPage: true });
      await told.press(link(told, 'grof (120 m)'));
      await told.page.locator('.tab[aria-current=true]', { hasText: 'grof' }).waitFor();
      await told.press(link(told, 'Terug naar sterk en beter'));
      assert.equal(await told.page.locator('.heat-card').count(), 2);
    }));

    test('a time of day with too few answers says so, and draws nothing', () => signedIn('desktop', async (told) => {
      await openTraject(told);
      await told.press(link(told, '’s Nachts'));
      await told.page.locator('.tab[aria-current=true]', { hasText: '’s Nachts' }).waitFor();
      assert.equal(await told.page.locator('.heat-card').count(), 2);
      await told.shot('traject-night');
    }));

    test('gets the words that were approved and released, and no other', () => signedIn('desktop', async (told) => {
      const bodies = [];
      told.page.on('response', (response) => {
        if (/json|html|text\/plain/.test(response.headers()['content-type'] ?? '')) bodies.push(response.text().catch(() => ''));
      });
      await openTraject(told);
      await told.page.locator('#kaart-1[data-map=ready]').waitFor();
      await told.goto(`/traject/${traject}?thema=samenleven-integratie&soort=kracht`);
      await told.page.locator('#kaart-0[data-map=ready]').waitFor();
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
