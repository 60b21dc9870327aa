// A whole wijksessie with two browsers: a begeleider at a laptop and residents at one shared tablet.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, story } from './lib/browser.mjs';
import {
  REFUSED, boardReady, button, demoLinks, eventually, isSent, link, newSession, newTraject, openBoard, placePin, putPin, signIn, step,
} from './lib/people.mjs';
import { DATABASES, startServer } from './lib/server.mjs';

const PROMISE = ['We willen weten wat u ziet.', 'We maken er kaarten van.', 'In juni hoort u wat ermee gebeurt.'];
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

/** The begeleider makes a traject and a moment, and opens it; returns its code. */
async function prepare(laptop) {
  await laptop.press(link(laptop, 'Nieuw traject'));
  await laptop.page.getByLabel('Titel van het traject').fill('Rond het plein');
  await laptop.page.getByLabel('Voorbeeldbuurt').check();
  await laptop.page.getByLabel(/De vraag, in één zin/).fill('Wat houdt u bezig in deze buurt?');
  await laptop.page.getByLabel(/^De belofte/).fill(PROMISE.join('\n'));
  await laptop.press(button(laptop, 'Bewaar'));
  await laptop.press(link(laptop, 'Plan een moment'));
  await laptop.page.getByLabel('Titel van het moment').fill('Koffie met buurtmoeders');
  await laptop.page.getByLabel(/Welke groep/).fill('buurtmoeders');
  await laptop.page.getByLabel('Hoeveel mensen verwacht u?').fill('12');
  await laptop.press(button(laptop, 'Plan dit moment'));
  const code = await laptop.page.locator('.join-code').innerText();
  assert.match(code, /^[34679ACDEFGHJKMPQRTVWXY]{6}$/);
  await laptop.press(button(laptop, 'Open de bijeenkomst'));
  await laptop.page.getByText('Bewoners kunnen meedoen met deze code.').waitFor();
  return code;
}

/** One resident at the tablet, from the promise to five words. */
async function oneTurn(tablet, text, at) {
  await placePin(tablet, { text, at, word: 'kracht' });
  await isSent(tablet);
  await tablet.press(button(tablet, 'Ik ben klaar').first());
  await step(tablet, 'Dank u wel').waitFor();
  const words = tablet.page.locator('.receipt-words li');
  await words.nth(4).waitFor();
  return words.allInnerTexts();
}

for (const database of DATABASES) {
  describe(`a wijksessie, on ${database.name}`, () => {
    let server;
    before(async () => { server = await startServer({ postgres: database.postgres, args: ['--demo'] }); });
    after(() => server?.stop());
    const tell = (size, told, options) => story(browser, { size, origin: server.url, ...options }, told);
    const both = (told) => tell('desktop', (laptop) => tell('tablet', (tablet) => told(laptop, tablet)));

    test('goes from a question to what professionals see, and back to who said it', () => both(async (laptop, tablet) => {
      await signIn(laptop, demoLinks(server).begeleider);
      const code = await prepare(laptop);

      await tablet.goto('/');
      await tablet.page.getByLabel('Code van de bijeenkomst').fill(code.toLowerCase());
      await tablet.press(button(tablet, 'Begin'));
      await boardReady(tablet);
      for (const line of PROMISE) await tablet.page.getByText(line).waitFor();
      await tablet.shot('wijksessie-promise');
      const first = await oneTurn(tablet, 'De bank onder de boom, mevrouw Jansen zit er ook.', [0.45, 0.45]);
      await tablet.shot('wijksessie-words');
      await tablet.press(button(tablet, 'De volgende kan beginnen'));
      await oneTurn(tablet, 'Wij eten op vrijdag samen.', [0.55, 0.5]);

      await laptop.press(link(laptop, 'Scherm voor de zaal'));
      const total = (id, number) => laptop.page.locator(`#${id}`, { hasText: new RegExp(`^${number}$`) }).waitFor();
      await total('aantal-stippen', 2);
      assert.equal(await laptop.page.locator('.screen-dot').count(), 0, 'two people are not shown yet');
      await tablet.press(button(tablet, 'De volgende kan beginnen'));
      await oneTurn(tablet, 'Hier spelen de kinderen.', [0.5, 0.55]);
      await total('aantal-stippen', 3);
      await laptop.page.locator('.screen-dot').nth(2).waitFor();
      assert.doesNotMatch(await laptop.page.locator('main').innerText(), /bank onder/, 'nothing is read before it was approved');

      // Moderating by keyboard: the name is blanked with one press, and the next is there.
      await laptop.goto(`/sessie/${code}/bekijken`);
      await laptop.page.getByText('Nog 3 te bekijken').waitFor();
      for (let left = 3; left > 0; left -= 1) {
        const hint = laptop.page.locator('.moderation-card:not([hidden]) [data-blank]');
        if (await hint.count()) await laptop.press(hint.first());
        await laptop.page.keyboard.press('Control+Enter');
        await laptop.page.getByText(left > 1 ? `Nog ${left - 1} te bekijken` : 'Alles is bekeken. Dank u wel.').first().waitFor();
      }
      await laptop.shot('wijksessie-moderated');
      await laptop.goto(`/sessie/${code}/scherm`);
      await laptop.page.locator('#citaten').getByText('Wij eten op vrijdag samen.').waitFor();
      await laptop.page.locator('#citaten').getByText('▇▇▇').waitFor();
      await laptop.shot('wijksessie-screen');

      // Another resident reads what was approved, and sees it too.
      await tablet.press(button(tablet, 'De volgende kan beginnen'));
      await tablet.page.reload();
      await boardReady(tablet);
      await tablet.press(tablet.page.getByRole('button', { name: 'Dat zie ik ook' }).first());
      await eventually(async () => /\b4\b/.test(await laptop.page.locator('#aantal-mensen').innerText()));

      await laptop.goto(`/sessie/${code}`);
      await laptop.press(button(laptop, 'Sluit de bijeenkomst'));
      await laptop.page.getByLabel('55 tot 75').fill('9');
      await laptop.press(button(laptop, 'Bewaar'));
      await laptop.goto(`/sessie/${code}/thuis`);
      await laptop.page.getByText('In juni hoort u wat ermee gebeurt.').waitFor();
      await laptop.page.getByText('De kaart van wat er is gezegd, staat hier als').waitFor();
      await laptop.shot('wijksessie-home', { fullPage: true });
      await laptop.goto(`/sessie/${code}`);
      await laptop.press(link(laptop, 'Geef vrij'));
      await laptop.page.getByText('Dit zien de professionals').waitFor();
      await laptop.page.getByText('Wij eten op vrijdag samen.').waitFor();
      await laptop.press(button(laptop, 'Geef dit vrij'));
      await laptop.page.getByText('vrijgegeven').first().waitFor();

      // With five words somebody finds their pin back, and takes it away.
      // A telephone that read the code of the receipt has them filled in, and not in its address any more.
      await tablet.goto(`/s/${code}/terug#${first.join('-')}`);
      await eventually(async () => (await tablet.page.getByLabel('Uw vijf woorden').inputValue()) === first.join(' '));
      assert.equal(new URL(tablet.page.url()).hash, '');
      await tablet.page.getByLabel('Uw vijf woorden').fill(`${first.slice(0, 4).join(' ')} ${first[4]}x`);
      await tablet.press(tablet.page.locator('main form button[type=submit]').first());
      await tablet.page.getByText(`‘${first[4]}x’ is geen woord van ons.`).waitFor();
      await tablet.shot('wijksessie-slip');
      await tablet.page.getByLabel('Uw vijf woorden').fill(first.join(' '));
      await tablet.press(tablet.page.locator('main form button[type=submit]').first());
      await tablet.page.getByText('De bank onder de boom').first().waitFor();
      assert.doesNotMatch(await tablet.page.locator('main').innerText(), /vrijdag/);
      await tablet.shot('wijksessie-found', { fullPage: true });
      await tablet.press(tablet.page.getByRole('button', { name: 'Haal deze stip weg' }).first());
      await tablet.press(button(tablet, 'Ja, haal hem weg'));
      await tablet.page.getByText('Uw stip is weggehaald.').waitFor();
      assert.doesNotMatch(await tablet.page.locator('main').innerText(), /bank onder/);
      await laptop.goto(laptop.page.url().replace('/momenten', ''));
      assert.doesNotMatch(await laptop.page.locator('main').innerText(), /bank onder/, 'its words went at once');
    }));

    test('leaves nothing of a turn in a second tab, behind the back button, or in a form', () => tell('tablet', async (told) => {
      const code = await newSession(server);
      await openBoard(told, code);
      await placePin(told, { text: 'Alleen van mij.' });
      await isSent(told);
      const second = await told.context.newPage();
      await second.goto(new URL(`/s/${code}/lijst`, told.origin).href);
      await second.getByText('Alleen van mij.').waitFor();
      const third = await told.context.newPage();
      await third.goto(new URL(`/s/${code}`, told.origin).href);
      await third.locator('.pin-item', { hasText: 'Alleen van mij.' }).waitFor();
      await third.bringToFront();
      await told.page.bringToFront();
      await told.press(button(told, 'Ik ben klaar').first());
      await step(told, 'Dank u wel').waitFor();
      await eventually(async () => !/Alleen van mij/.test(await third.locator('body').innerText()));
      await second.reload();
      assert.doesNotMatch(await second.locator('body').innerText(), /Alleen van mij/);
      await second.goto(new URL(`/s/${code}/formulier?plek=buurt`, told.origin).href);
      await second.goBack();
      assert.doesNotMatch(await second.locator('body').innerText(), /Alleen van mij/);
      await told.page.goto('about:blank');
      await told.page.goBack();
      await boardReady(told, null);
      assert.doesNotMatch(await told.page.locator('body').innerText(), /Alleen van mij/);
    }));

    if (database.postgres) return;

    test('asks after a time without touch, can be extended, and then ends the turn by itself', () => tell('tablet', async (told) => {
      const traject = await newTraject(server);
      const code = await newSession(server, { traject });
      const url = (await server.cli('staff', 'add', '--name', 'Bea', '--role', 'begeleider', '--traject', traject)).token;
      const answer = await fetch(new URL(`/sessie/${code}/aanwezig`, server.url), {
        method: 'POST', headers: { authorization: `Bearer ${url}` }, body: new URLSearchParams({ pause: '30' }), redirect: 'manual',
      });
      assert.equal(answer.status, 303);
      await told.page.clock.install();
      await openBoard(told, code);
      await placePin(told, { text: 'Ik ben weggelopen.' });
      await isSent(told);
      await told.page.clock.runFor(32_000);
      await told.page.getByText('Bent u er nog?').waitFor();
      await told.shot('wijksessie-still-there');
      await told.press(button(told, 'Ja, ik ga door'));
      await told.page.getByText('Bent u er nog?').waitFor({ state: 'hidden' });
      await step(told, 'Uw stip staat op de kaart').waitFor();
      await told.page.clock.runFor(32_000);
      await told.page.getByText('Bent u er nog?').waitFor();
      await told.page.clock.runFor(25_000);
      await step(told, 'Dank u wel').waitFor();
      assert.doesNotMatch(await told.page.locator('body').innerText(), /weggelopen/);
      await told.page.getByText('Daarom is de beurt vanzelf gestopt.').waitFor();
      assert.equal(await told.page.locator('.receipt-words').count(), 0, 'nobody is there to read five words');
    }));

    test('of two begeleiders who decide about the same, the second hears that it is done', () => tell('desktop', async (one) => {
      const traject = await newTraject(server);
      const code = await newSession(server, { traject });
      await putPin(server, code, { text: 'Een enkele tekst.' });
      const staff = async (name) => new URL((await server.cli('staff', 'add', '--name', name, '--role', 'begeleider', '--traject', traject)).login_url).pathname;
      await signIn(one, await staff('Bea'));
      await one.goto(`/sessie/${code}/bekijken`);
      await one.page.getByText('Nog 1 te bekijken').waitFor();
      await tell('desktop', async (other) => {
        await signIn(other, await staff('Ali'));
        await other.goto(`/sessie/${code}/bekijken`);
        await other.press(button(other, 'Laat zien'));
        await other.page.getByText('Alles is bekeken.').first().waitFor();
      }, { javaScriptEnabled: false });
      one.allow(REFUSED('409'));
      await one.press(button(one, 'Verberg'));
      await one.page.getByText('Alles is bekeken. Dank u wel.').first().waitFor();
    }));
  });
}
