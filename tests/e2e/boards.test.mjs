// The boards of step 3, from what a team assumes to what it agrees, and back to the table.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { launch, story } from './lib/browser.mjs';
import { NO_NETWORK, REFUSED, button, eventually, link, newSession, signIn, tapMap } from './lib/people.mjs';
import { CHURCH, QUOTE, releasedTraject, staff } from './lib/released.mjs';
import { DATABASES, startServer } from './lib/server.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

/** One of several, by its words. */
const choose = (told, name, within = told.page) => told.press(within.getByRole('radio', { name, exact: typeof name === 'string' }));
/** Opens what is folded away under these words. */
const unfold = (told, words) => told.press(told.page.locator('summary', { hasText: words }));

for (const database of DATABASES) {
  describe(`the boards of step 3, on ${database.name}`, () => {
    let server;
    before(async () => { server = await startServer({ postgres: database.postgres, args: ['--demo'] }); });
    after(() => server?.stop());
    const tell = (size, told, more = {}) => story(browser, { size, origin: server.url, ...more }, told);

    test('the team writes down what it assumes, says that it is ready, and only then sees the layers', () => tell('desktop', async (told) => {
      told.allow(REFUSED(403));
      const { traject } = await releasedTraject(server, { more: ['--assume-first'] });
      await signIn(told, (await staff(server, 'professional', traject, 'Noor')).path);
      await told.press(link(told, 'Schrijf eerst op wat u verwacht'));
      await told.page.getByText('De kaarten van bewoners zijn nog dicht').waitFor();
      await told.shot('assume-empty');
      const refused = await told.goto(`/traject/${traject}`);
      assert.equal(refused.status(), 403);
      await told.shot('layers-closed');
      await told.press(link(told, 'Naar Aannames'));
      await told.page.getByLabel('Wat wij denken').fill('Rond de kerk is het ’s avonds onveilig.');
      await told.press(button(told, 'Schrijf op'));
      await told.page.getByText('Het staat erbij.').waitFor();
      await told.checkAccessible();
      await told.shot('assume-closed', { fullPage: true });
      await told.press(link(told, 'Wij zijn klaar'));
      await told.page.getByText('Dit kan niet terug').waitFor();
      await told.shot('assume-ready');
      await told.press(button(told, 'Wij zijn klaar'));
      await told.page.getByText('De kaarten van bewoners zijn open.').waitFor();
      assert.equal((await told.goto(`/traject/${traject}`)).status(), 200);
      await told.page.locator('#kaart-0[data-map=ready]').waitFor();
      // From the map: this place, as evidence.
      const box = await told.page.locator('#kaart-0').boundingBox();
      await told.page.mouse.click(box.x + box.width * 0.5, box.y + box.height * 0.45);
      await told.press(link(told, 'Gebruik deze plek als bewijs'));
      await choose(told, /^Rond de kerk is het/);
      await told.shot('evidence-from-map');
      await told.press(button(told, 'Leg dit erbij'));
      await told.page.getByText('Het bewijs ligt erbij.').waitFor();
      await told.press(link(told, 'Leg er bewijs bij'));
      await told.page.getByLabel('Zoek in kaarten').fill('stoep');
      await told.press(button(told, 'Zoek'));
      await told.press(told.page.getByText(QUOTE));
      await told.shot('evidence-picker', { fullPage: true });
      await told.checkAccessible();
      await told.press(button(told, 'Leg dit erbij'));
      await choose(told, 'Genuanceerd');
      await told.page.getByLabel('Waarom?').fill('Bewoners noemen de kerk juist als sterke plek.');
      await told.press(button(told, 'Bewaar').first());
      await told.page.getByText('Laatst beoordeeld door Noor').waitFor();
      await unfold(told, 'Geschiedenis');
      await told.page.locator('.history').getByText('Beoordeeld').waitFor();
      await told.checkAccessible();
      await told.checkFits();
      await told.shot('assumption', { fullPage: true });
    }));

    test('two people write on one row at once: the second sees both, chooses, and no word is lost', async () => {
      const { traject } = await releasedTraject(server);
      const [noor, bas] = [await staff(server, 'professional', traject, 'Noor'), await staff(server, 'professional', traject, 'Bas')];
      await tell('desktop', (one) => tell('desktop', async (two) => {
        two.allow(REFUSED(409));
        await signIn(one, noor.path);
        await one.goto(`/traject/${traject}/aannames`);
        await one.page.getByLabel('Wat wij denken').fill('Jongeren vervelen zich.');
        await one.press(button(one, 'Schrijf op'));
        await one.press(link(one, 'Jongeren vervelen zich.'));
        await one.page.waitForURL('**/aannames/*');
        const row = new URL(one.page.url()).pathname;
        await signIn(two, bas.path);
        await two.goto(row);
        for (const [who, words] of [[one, 'Jongeren vervelen zich op het plein.'], [two, 'Jongeren missen een eigen plek.']]) {
          await unfold(who, 'Verander');
          await who.page.getByLabel('Wat wij denken').fill(words);
        }
        await one.press(button(one, 'Bewaar').last());
        await one.page.getByText('Bewaard.').waitFor();
        await two.press(button(two, 'Bewaar').last());
        await two.page.getByText('Iemand anders was net eerder').waitFor();
        await two.page.getByText('Noor, ').first().waitFor();
        for (const words of ['Jongeren vervelen zich op het plein.', 'Jongeren missen een eigen plek.']) await two.page.locator('.typed', { hasText: words }).waitFor();
        await two.checkAccessible();
        await two.shot('two-at-once', { fullPage: true });
        await choose(two, 'Maak er samen één tekst van');
        await two.page.getByLabel('Beide teksten').fill('Jongeren vervelen zich op het plein en missen een eigen plek.');
        await two.press(button(two, 'Bewaar mijn keuze'));
        await two.page.getByText('Bewaard.').waitFor();
        await one.goto(row);
        await one.page.locator('h2', { hasText: 'en missen een eigen plek' }).waitFor();
        await unfold(one, 'Geschiedenis');
        const history = await one.page.locator('.history').innerText();
        for (const words of ['Jongeren vervelen zich.', 'op het plein.', 'Jongeren missen een eigen plek.', 'maar niet zo bewaard']) assert.ok(history.includes(words), `${words} in ${history}`);
        await one.shot('history', { fullPage: true });
      }));
    });

    test('what is typed and not saved stays on the device when the network goes or the page is left', () => tell('desktop', async (told) => {
      told.allow(NO_NETWORK);
      const { traject } = await releasedTraject(server);
      await signIn(told, (await staff(server, 'professional', traject, 'Noor')).path);
      await told.goto(`/traject/${traject}/agenda/nieuw`);
      await told.page.getByLabel('Wat doen we?').fill('Twee lantaarns bij het pad');
      await told.page.getByText('Dit kan snel').click();
      await told.goto('/mijn');
      await told.goto(`/traject/${traject}/agenda/nieuw`);
      await told.page.getByText('Dit typte u eerder op dit apparaat.').waitFor();
      assert.equal(await told.page.getByLabel('Wat doen we?').inputValue(), 'Twee lantaarns bij het pad');
      assert.equal(await told.page.getByLabel('Dit kan snel').isChecked(), true);
      await told.press(button(told, 'Bewaar'));
      await told.page.getByText('Het staat erbij.').waitFor();
      await told.goto(`/traject/${traject}/agenda/nieuw`);
      assert.equal(await told.page.getByLabel('Wat doen we?').inputValue(), '', 'saved: nothing is left');
    }));

    for (const size of database.postgres ? ['desktop'] : ['desktop', 'tablet-upright', 'phone']) {
      test(`an agenda point gets its place by a tap on the map, and stands there by its number, at ${size}`, () => tell(size, async (told) => {
        told.allow(REFUSED(422));
        const { traject } = await releasedTraject(server);
        await signIn(told, (await staff(server, 'professional', traject, 'Noor')).path);
        await told.goto(`/traject/${traject}/agenda`);
        await told.shot('agenda-empty');
        await told.press(link(told, 'Nieuw agendapunt'));
        await told.page.locator('#kaart[data-map=ready]').waitFor();
        await tapMap(told, 0.4, 0.5);
        await eventually(async () => /Op de kaart gekozen/.test(await told.page.locator('#plek option:checked').innerText()));
        await told.page.getByLabel('Wat doen we?').fill('Twee lantaarns bij het Kerkpad');
        await told.shot('agenda-new', { fullPage: true });
        await told.checkAccessible();
        await told.checkFits();
        await choose(told, 'Afgesproken');
        await told.press(button(told, 'Bewaar'));
        await told.page.getByText('Bij een afspraak hoort precies waar, wanneer en wie.').first().waitFor();
        assert.equal(await told.page.getByLabel('Wat doen we?').inputValue(), 'Twee lantaarns bij het Kerkpad');
        await told.page.getByLabel('Wanneer?').fill('vóór 1 mei 2027');
        await told.page.getByLabel('Wie doet het?').fill('stadsdeel');
        await told.press(button(told, 'Bewaar'));
        await told.page.getByText('Het staat erbij.').waitFor();
        await told.goto(`/traject/${traject}/agenda`);
        await told.page.locator('#kaart[data-map=ready]').waitFor();
        await told.page.getByRole('button', { name: 'Agendapunt 1' }).waitFor();
        await told.shot('agenda', { fullPage: true });
        await told.checkAccessible();
        await told.checkFits();
      }));
    }

    test('without script a point gets its place by the name of a street', () => tell('desktop', async (told) => {
      const { traject } = await releasedTraject(server);
      await signIn(told, (await staff(server, 'professional', traject, 'Noor')).path);
      await told.goto(`/traject/${traject}/agenda/nieuw`);
      await told.page.getByLabel('Wat doen we?').fill('Bank bij de kerk');
      await told.page.getByLabel('Waar op de kaart?').selectOption({ label: 'Vredekerk' });
      await told.press(button(told, 'Bewaar'));
      await told.page.getByText('Het staat erbij.').waitFor();
      await told.page.locator('dd', { hasText: 'Vredekerk' }).waitFor();
      await told.goto(`/traject/${traject}/agenda`);
      assert.equal(await told.page.locator('.map-numbers g').count(), 1);
    }, { javaScriptEnabled: false }));

    for (const size of database.postgres ? ['tablet'] : ['tablet', 'tablet-upright', 'phone']) {
      test(`residents look at the released maps and the plans and say whether they are right, at ${size}`, () => tell(size, async (told) => {
        told.allow(NO_NETWORK);
        const { traject, guide } = await releasedTraject(server);
        const pro = await staff(server, 'professional', traject, 'Noor');
        const point = { id: randomUUID(), what: 'Lantaarns', where: 'Kerkpad', when: 'mei', who: 'stadsdeel', status: 'afgesproken', public: '1', public_words: 'Er komen twee lantaarns bij de kerk.', public_when: 'in mei', plek: CHURCH.join() };
        const sent = await server.request('POST', `/traject/${traject}/agenda`, {
          body: new URLSearchParams(point).toString(), headers: { authorization: `Bearer ${pro.token}`, 'content-type': 'application/x-www-form-urlencoded' },
        });
        assert.equal(sent.status, 303, sent.body);
        const { code } = await server.cli('session', 'create', '--traject', traject, '--title', 'Klopt het?', '--method', 'teruglegging', '--audience', 'bewoners');
        await told.goto(`/s/${code}`);
        await told.page.locator('#kaart[data-map=ready]').waitFor();
        await told.page.getByRole('heading', { name: 'Klopt dit?' }).waitFor();
        await told.shot('teruglegging');
        await told.checkAccessible();
        await told.checkFits();
        await tapMap(told, 0.5, 0.45);
        await told.page.locator('#antwoord-kop').waitFor();
        await choose(told, 'Klopt niet', told.page.locator('#antwoord'));
        await told.page.locator('#antwoord textarea').fill('Hier is het juist gezellig');
        await told.shot('teruglegging-place', { fullPage: true });
        await told.press(told.page.locator('#antwoord').getByRole('button', { name: 'Verstuur mijn antwoord' }));
        await told.page.getByRole('status').getByText('Uw antwoord is verstuurd.').waitFor();
        const answers = async () => {
          const beurt = (await told.context.cookies(new URL(`/s/${code}`, told.origin).href)).find(({ name }) => name === 'beurt').value;
          return (await server.request('GET', `/api/v1/sessions/${code}/answers`, { headers: { participant: beurt } })).body.answers;
        };
        assert.deepEqual((await answers()).map(({ about, says }) => [about, says]), [['sterk', 'klopt-niet']]);

        await told.press(told.page.getByRole('navigation', { name: 'Wat u bekijkt' }).getByText('Plannen'));
        await told.page.getByText('Er komen twee lantaarns bij de kerk.').waitFor();
        await told.page.locator('#kaart[data-map=ready]').waitFor();
        assert.equal(await told.page.getByText('stadsdeel').count(), 0);
        await told.checkAccessible();
        await told.checkFits();
        // Without a network it stays on the tablet, and goes out by itself.
        await told.context.setOffline(true);
        await choose(told, 'Hier mist iets', told.page.locator('#punt-1'));
        await told.page.locator('#punt-1 textarea').fill('Ook een bank');
        await told.shot('teruglegging-plans', { fullPage: true });
        await told.press(told.page.locator('#punt-1').getByRole('button', { name: 'Verstuur mijn antwoord' }));
        await told.page.getByRole('status').getByText('Uw antwoord staat op dit apparaat.').waitFor();
        await told.context.setOffline(false);
        await eventually(async () => (await answers()).length === 2, 40);

        await told.press(button(told, 'Ik ben klaar'));
        await told.page.locator('.receipt-words li').first().waitFor();
        assert.equal(await told.page.locator('.receipt-words li').count(), 5);
        await told.goto(`/s/${code}`);
        assert.equal(await told.page.getByText('Ook een bank').count(), 0, 'nothing of the turn before is left');

        // Two more people; then the board hears it.
        for (let n = 0; n < 3; n += 1) {
          const json = { about: 'punt', point: point.id, says: 'klopt', words: '', participant: randomUUID() };
          assert.equal((await server.request('PUT', `/api/v1/sessions/${code}/answers/${randomUUID()}`, { json })).status, 201);
        }
        await server.cli('session', 'close', code);
        await server.cli('session', 'release', code);
        await story(browser, { size: 'desktop', origin: server.url }, async (team) => {
          await signIn(team, pro.path);
          await team.goto(`/traject/${traject}/teruglegging`);
          await team.page.getByText('minstens 3 mensen').waitFor();
          assert.equal(await team.page.getByText('Ook een bank').count(), 0, 'nobody approved it');
          await team.checkAccessible();
          await team.shot('teruglegging-board', { fullPage: true });
        });
        assert.ok(guide.token);
      }));
    }

    test('without script a tap on the drawing, a street from the list and a form are enough, by keyboard too', () => tell('tablet', async (told) => {
      const { traject } = await releasedTraject(server);
      const { code } = await server.cli('session', 'create', '--traject', traject, '--title', 'Klopt het?', '--method', 'teruglegging', '--audience', 'bewoners');
      await told.goto(`/s/${code}`);
      await told.press(link(told, 'Kan beter'));
      await tapMap(told, 0.5, 0.5);
      await told.page.waitForURL('**plek=**');
      await told.page.locator('#antwoord-kop', { hasText: 'Op de kaart staat hier' }).waitFor();
      await told.goto(`/s/${code}?kaart=sterk`);
      await told.press(told.page.locator('summary', { hasText: 'Kies een straat of plek' }));
      const church = told.page.locator('a[data-naam="Vredekerk"]');
      await church.focus();
      await told.page.keyboard.press('Enter');
      await told.page.locator('#antwoord-kop', { hasText: 'Vredekerk' }).waitFor();
      await told.page.locator('#antwoord input[value=klopt]').check();
      await told.press(button(told, 'Verstuur mijn antwoord'));
      await told.page.getByText('Uw antwoord is verstuurd.').waitFor();
      await told.page.locator('#antwoorden li', { hasText: 'Klopt' }).waitFor();
      await told.shot('teruglegging-no-script', { fullPage: true });
      await told.press(button(told, 'Haal mijn antwoord weg'));
      await told.page.getByText('Uw antwoord is weg.').waitFor();
    }, { javaScriptEnabled: false }));
  });
}
