// Photos: at a pin, along a walk, and under the hands of a begeleider, with real files through a real file chooser.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { launch, story } from './lib/browser.mjs';
import {
  MIDDLE, NO_NETWORK, REFUSED, button, eventually, isSent, newSession, newTraject, openBoard, ownPins, placePin, signIn, step, storedIn, tapMap,
  turnOf,
} from './lib/people.mjs';
import { asFile, fromData, gpx, jpeg, withExif } from './lib/pictures.mjs';
import { EMBEDDED, startServer } from './lib/server.mjs';

const PATIENCE = 45_000;
/** Amsterdam, Null Island, the North Sea. */
const ELSEWHERE = [[4.9, 52.37], [0, 0], [3.2, 53.1]];
let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

const photoRow = (told, stage) => told.page.locator(`[data-photo=${stage}]`);

/** Every byte that the server keeps. */
async function stored(server) {
  const names = await readdir(join(server.dataDir, 'photos'), { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile());
  return Promise.all(files.map((one) => readFile(join(one.parentPath ?? one.path, one.name))));
}

/** A line of places through the middle of the buurt, some 350 m. */
const line = () => Array.from({ length: 11 }, (_, n) => [MIDDLE[0] - 0.0025 + n * 0.0005, MIDDLE[1]]);

for (const database of EMBEDDED) {
  describe(`photos, on ${database.name}`, () => {
    let server;
    before(async () => { server = await startServer({ postgres: database.postgres, args: ['--demo'] }); });
    after(() => server?.stop());
    const tell = (size, told, options) => story(browser, { size, origin: server.url, ...options }, told);

    for (const size of database.postgres ? ['phone'] : ['tablet', 'tablet-upright', 'phone']) {
      test(`several photos at a pin, each with its words, through a cut in the network, at ${size}`, () => tell(size, async (told) => {
        told.allow(NO_NETWORK);
        const code = await newSession(server);
        await openBoard(told, code);
        await placePin(told, { text: 'Het plein.' });
        await isSent(told);
        await told.page.getByText('Staan er mensen op? Vraag het eerst.').waitFor();
        const pictures = await Promise.all([0, 60, 200].map((hue) => jpeg(told.page, { width: 3000, height: 2000, hue })));
        const files = pictures.map((picture, at) => asFile(`foto-${at}.jpg`, withExif(picture, { place: MIDDLE, time: '2026:06:01 10:00:00' })));
        await told.page.locator('#foto').setInputFiles(files);
        await photoRow(told, 'draft').nth(2).waitFor();
        await photoRow(told, 'draft').nth(0).getByLabel('Wat wilt u met deze foto laten zien?').fill('De fontein');
        await photoRow(told, 'draft').nth(1).getByLabel('Mag deze foto op de poster?').check();
        await told.checkAccessible();
        await told.checkFits();
        await told.shot('photos-chosen', { fullPage: true });
        assert.equal((await ownPins(told, server, code))[0].properties.photos.length, 0, 'nothing left the tablet yet');

        // The first goes through, then the network is cut in the middle.
        let sent = 0;
        await told.page.route('**/photos/*', async (route) => {
          sent += 1;
          if (sent === 1) return route.continue();
          return sent < 4 ? route.abort('internetdisconnected') : route.continue();
        });
        await told.press(button(told, 'Zet deze 3 foto’s erbij'));
        await photoRow(told, 'waiting').first().waitFor();
        await told.shot('photos-under-way', { fullPage: true });
        await photoRow(told, 'sent').nth(2).waitFor({ timeout: PATIENCE });
        await told.page.locator('.progress[data-sent="3"]').waitFor();
        const { photos } = (await ownPins(told, server, code))[0].properties;
        assert.deepEqual(photos.map(({ caption }) => caption).sort(), ['', '', 'De fontein']);
        assert.deepEqual(photos.map(({ poster }) => poster).sort(), [false, false, true]);
        assert.ok(photos.every(({ width }) => width === 2048), 'made small before it left');
        for (const bytes of await stored(server)) assert.ok(!bytes.includes('Fatima'), 'a name is kept');
        await told.shot('photos-sent', { fullPage: true });
      }, { serviceWorkers: 'block' }));
    }

    test('a begeleider covers a face with mouse and keys, and only then it is seen', () => tell('desktop', async (laptop) => {
      const traject = await newTraject(server);
      const code = await newSession(server, { traject });
      await tell('phone', async (told) => {
        await openBoard(told, code);
        await placePin(told, { text: 'Op de markt.' });
        await isSent(told);
        await told.page.locator('#foto').setInputFiles(asFile('markt.jpg', await jpeg(told.page)));
        await told.press(button(told, 'Zet deze foto erbij'));
        await photoRow(told, 'sent').waitFor();
      });
      const url = (await server.cli('staff', 'add', '--name', 'Bea', '--role', 'begeleider', '--traject', traject)).login_url;
      await signIn(laptop, new URL(url).pathname);
      await laptop.goto(`/sessie/${code}/bekijken`);
      const shown = laptop.page.locator('.moderation-card:not([hidden])');
      if (!(await shown.locator('.moderation-photo').count())) await laptop.page.keyboard.press('Alt+ArrowRight');
      await shown.getByText(/De computer vond geen gezichten|misschien gezichten/).waitFor({ timeout: PATIENCE });
      const old = await shown.locator('.moderation-photo img').getAttribute('src');

      // By mouse: a box is drawn over the chequered square.
      const stage = await shown.locator('.retouch-stage').boundingBox();
      const at = (across, down) => [stage.x + stage.width * across, stage.y + stage.height * down];
      await laptop.page.mouse.move(...at(0.24, 0.24));
      await laptop.page.mouse.down();
      await laptop.page.mouse.move(...at(0.3, 0.35), { steps: 4 });
      await laptop.page.mouse.move(...at(0.36, 0.4), { steps: 4 });
      await laptop.page.mouse.up();
      assert.equal(await shown.locator('.retouch-box').count(), 1);
      // By key: larger to the right and down; another one is added, moved and taken away.
      for (const key of ['Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowDown']) await laptop.page.keyboard.press(key);
      await laptop.press(button(laptop, 'Vak erbij'));
      await laptop.page.keyboard.press('ArrowLeft');
      assert.equal(await shown.locator('.retouch-box').count(), 2);
      await laptop.page.keyboard.press('Delete');
      assert.equal(await shown.locator('.retouch-box').count(), 1);
      await laptop.checkAccessible();
      await laptop.shot('photo-cover');
      await laptop.press(shown.getByRole('button', { name: 'Laat zien' }));
      await shown.getByText('die nog niet zijn bewaard').waitFor();
      await laptop.press(shown.getByRole('button', { name: 'Bewaar de foto zo' }));
      await shown.getByText('Wat onder de vakken zat is voorgoed weg.').waitFor();
      await laptop.shot('photo-covered');
      assert.equal((await server.request('GET', old)).status, 410, 'its old address is gone');
      assert.equal((await stored(server)).length % 2, 0);
      await laptop.press(shown.getByRole('button', { name: 'Laat zien' }));
      const token = (await server.cli('staff', 'add', '--name', 'Ali', '--role', 'begeleider', '--traject', traject)).token;
      const left = await server.request('GET', `/api/v1/sessions/${code}/moderation`, { headers: { authorization: `Bearer ${token}` } });
      assert.deepEqual(left.body.filter(({ of }) => of === 'photo'), []);
    }));

    test('by finger: boxes drawn and taken away, a photo turned and cut; and one that nobody may see', () => tell('tablet', async (tablet) => {
      const traject = await newTraject(server);
      const code = await newSession(server, { traject });
      await tell('phone', async (told) => {
        await openBoard(told, code);
        await placePin(told, { text: 'Bij de school.' });
        await isSent(told);
        await told.page.locator('#foto').setInputFiles(asFile('school.jpg', await jpeg(told.page)));
        await told.press(button(told, 'Zet deze foto erbij'));
        await photoRow(told, 'sent').waitFor();
      });
      const url = (await server.cli('staff', 'add', '--name', 'Bea', '--role', 'begeleider', '--traject', traject)).login_url;
      await signIn(tablet, new URL(url).pathname);
      await tablet.goto(`/sessie/${code}/bekijken`);
      const shown = tablet.page.locator('.moderation-card:not([hidden])');
      if (!(await shown.locator('.moderation-photo').count())) await tablet.page.keyboard.press('Alt+ArrowRight');
      await shown.getByText(/De computer vond geen gezichten|misschien gezichten/).waitFor({ timeout: PATIENCE });
      const boxes = shown.locator('.retouch-box');
      await shown.locator('.retouch-stage').scrollIntoViewIfNeeded();
      const finger = await tablet.context.newCDPSession(tablet.page);
      const stroke = async (...path) => {
        const stage = await shown.locator('.retouch-stage').boundingBox();
        const touches = path.map(([across, down]) => [{ x: stage.x + stage.width * across, y: stage.y + stage.height * down }]);
        await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: touches[0] });
        for (const touchPoints of touches.slice(1)) await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
        await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      };
      await stroke([0.1, 0.1], [0.2, 0.2], [0.3, 0.3]);
      await stroke([0.6, 0.6], [0.7, 0.7], [0.8, 0.8]);
      assert.equal(await boxes.count(), 2);
      await tablet.shot('photo-by-finger', { fullPage: true });
      // The first one is touched, and goes.
      await stroke([0.2, 0.2]);
      await tablet.press(button(tablet, 'Vak weg'));
      assert.equal(await boxes.count(), 1);
      const left = await boxes.first().evaluate((box) => Number.parseFloat(box.style.left));
      assert.ok(Math.abs(left - 60) < 2, `the other one stays: ${left}`);
      // It is moved by its middle and made larger by its corner.
      await stroke([0.7, 0.7], [0.6, 0.6], [0.5, 0.5]);
      // The browser takes a tap right behind a stroke for the end of it: a person sees that nothing turned, and taps again.
      await eventually(async () => {
        const upright = async () => { const stage = await shown.locator('.retouch-stage').boundingBox(); return stage.height > stage.width; };
        if (!(await upright())) await tablet.press(shown.getByRole('button', { name: 'Draai een kwartslag' }));
        return upright();
      });
      await tablet.press(shown.getByRole('button', { name: 'Snijd bij' }));
      assert.equal(await shown.locator('.retouch-crop').count(), 1);
      await tablet.checkAccessible();
      await tablet.shot('photo-cut');
      await tablet.press(shown.getByRole('button', { name: 'Bewaar de foto zo' }));
      await shown.getByText('Wat onder de vakken zat is voorgoed weg.').waitFor();
      const picture = shown.locator('.moderation-photo img');
      const [width, height] = await picture.evaluate((image) => [image.naturalWidth, image.naturalHeight]);
      assert.ok(width < height, `turned: ${width} × ${height}`);
      assert.ok(Math.abs(height - 1600 * 0.8) < 4, `cut: ${width} × ${height}`);
      const address = new URL(await picture.getAttribute('src'), server.url).pathname;
      await tablet.press(shown.getByRole('button', { name: /^Verberg/ }).first());
      const token = (await server.cli('staff', 'add', '--name', 'Ali', '--role', 'begeleider', '--traject', traject)).token;
      await eventually(async () => {
        const { body } = await server.request('GET', `/api/v1/sessions/${code}/moderation`, { headers: { authorization: `Bearer ${token}` } });
        return body.filter(({ of }) => of === 'photo').length === 0;
      });
      assert.notEqual((await server.request('GET', address)).status, 200, 'the address of a photo that was hidden is gone');
      const stranger = await server.request('GET', `/api/v1/sessions/${code}/pins`);
      assert.ok(!JSON.stringify(stranger.body).includes('photos/'), 'nobody else sees it');
    }));

    test('a walk: places from photos, by a line, by hand; sent through a cut and a reload, each photo once; a story', () => tell('desktop', async (told) => {
      told.allow(NO_NETWORK);
      const traject = await newTraject(server);
      const code = await newSession(server, { traject });
      await told.goto(`/s/${code}/wandeling`);
      await told.page.locator('#kaart[data-map=ready]').waitFor({ state: 'attached' });
      const picture = (hue) => jpeg(told.page, { hue });
      const files = [
        asFile('bij-het-plein.jpg', withExif(await picture(10), { place: [MIDDLE[0], MIDDLE[1] + 0.0002], time: '2026:06:01 12:01:00' })),
        asFile('op-de-route.jpg', withExif(await picture(90), { time: '2026:06:01 12:05:00' })),
        asFile('zonder-iets.jpg', await picture(170)),
        ...(await Promise.all(ELSEWHERE.map(async (place, at) => asFile(`elders-${at}.jpg`, withExif(await picture(200 + at * 20), { place }))))),
      ];
      await told.page.locator('#fotos').setInputFiles(files);
      const cards = told.page.locator('.walk-card');
      await cards.nth(5).waitFor({ timeout: PATIENCE });
      await told.page.locator('#fotos').setInputFiles(files.slice(0, 1));
      await told.page.getByText('1 foto’s had u al gekozen.').waitFor();
      assert.equal(await cards.count(), 6);
      const placedBy = () => cards.evaluateAll((all) => all.map((one) => one.dataset.placed));
      assert.deepEqual(await placedBy(), Array(6).fill('no'), 'asked first, nothing is placed silently');
      await told.shot('walk-asks', { fullPage: true });
      await told.press(button(told, 'Ja, zet ze op de kaart'));
      await eventually(async () => (await placedBy()).filter((by) => by === 'gps').length === 1);
      assert.equal((await placedBy()).filter((by) => by === 'no').length, 5, 'a place outside the buurt is never used');
      await told.page.locator('#gpx').setInputFiles({ name: 'route.gpx', mimeType: 'application/gpx+xml', buffer: gpx(line()) });
      await eventually(async () => (await placedBy()).filter((by) => by === 'time').length === 1);
      // A clock that is off by hours: the photo leaves the line, and comes back.
      await told.page.locator('#klok').fill('300');
      await eventually(async () => (await placedBy()).filter((by) => by === 'time').length === 0);
      await told.page.locator('#klok').fill('1');
      await told.press(button(told, '1 minuut terug'));
      await told.page.getByText('De klok is 0 minuten verschoven.').waitFor();
      await eventually(async () => (await placedBy()).filter((by) => by === 'time').length === 1);
      // By hand, in order; and one from the list of streets.
      await told.press(told.page.locator('#wijs-aan'));
      await tapMap(told, 0.45, 0.45);
      await tapMap(told, 0.5, 0.5);
      await eventually(async () => (await placedBy()).filter((by) => by === 'hand').length === 2);
      const unplaced = told.page.locator('.walk-card[data-placed=no]').last();
      // The card is drawn anew when a place is kept, also between a finger's down and up.
      await eventually(async () => {
        if (!(await unplaced.locator('details').evaluate(({ open }) => open))) await unplaced.locator('summary').click();
        return unplaced.getByLabel('Of kies een straat of plek').isVisible();
      });
      const streets = await unplaced.locator('datalist option').evaluateAll((all) => all.map((one) => one.value));
      await unplaced.getByLabel('Of kies een straat of plek').fill(streets[0]);
      await unplaced.getByLabel('Of kies een straat of plek').press('Tab');
      await eventually(async () => (await placedBy()).filter((by) => by === 'hand').length === 3);
      const first = cards.first();
      await first.locator('summary').click();
      await first.getByLabel('Wat wilt u laten zien?').fill('Hier begint de markt');
      await first.getByLabel('Wat ziet u hier?').selectOption('kracht');
      await first.getByLabel('Deze foto is belangrijk').check();
      await told.page.locator('#naam').fill('Rond het plein');
      await told.checkAccessible();
      await told.shot('walk-made', { fullPage: true });

      // Closed and opened again: it is still there.
      await eventually(async () => (await storedIn(told, 'walks')).some(({ title }) => title === 'Rond het plein'));
      await eventually(async () => (await storedIn(told, 'photos')).some(({ caption, kind, matters }) => caption && kind && matters));
      await told.page.reload();
      await told.page.getByText('Er staat nog een wandeling op dit apparaat: ‘Rond het plein’, met 6 foto’s.').waitFor();
      await told.press(button(told, 'Ga verder met deze wandeling'));
      await cards.nth(5).waitFor();
      let puts = 0;
      await told.page.route('**/walks/*/photos/*', async (route) => {
        puts += 1;
        if (puts === 2) {
          await route.fetch();
          return route.abort('connectionreset');
        }
        return puts === 3 ? route.abort('internetdisconnected') : route.continue();
      });
      await told.press(button(told, 'Verstuur 6 foto’s'));
      await told.page.locator('#voortgang[data-sent="1"]').waitFor();
      await told.page.getByText('Er is nu geen verbinding.').waitFor();
      await told.shot('walk-under-way');
      await told.page.reload();
      await told.page.locator('#verstuurd').waitFor({ timeout: PATIENCE });
      const turn = await turnOf(told, code);
      const { body } = await server.request('GET', `/api/v1/sessions/${code}/walks`, { headers: { Participant: turn } });
      assert.equal(body.features.length, 1);
      const { title, stops } = body.features[0].properties;
      assert.deepEqual([title, stops.length, stops[0].caption, stops[0].matters], ['Rond het plein', 6, 'Hier begint de markt', true]);
      for (const bytes of await stored(server)) assert.ok(!bytes.includes('Fatima'), 'a name is kept');

      await told.press(told.page.getByRole('link', { name: 'Bekijk uw wandeling' }));
      await told.page.locator('.walk-stop-now').waitFor();
      await told.page.locator('#kaart[data-map=ready]').waitFor({ state: 'attached' });
      await told.page.getByText('Foto 1 van 6').waitFor();
      await told.press(button(told, 'Volgende'));
      await told.page.getByText('Foto 2 van 6').waitFor();
      await told.page.keyboard.press('ArrowRight');
      await told.page.getByText('Foto 3 van 6').waitFor();
      await told.checkAccessible();
      await told.checkFits();
      await told.shot('walk-story');
      const pdf = process.env.BUURTBLIK_SHOTS;
      if (pdf) await told.page.pdf({ path: join(pdf, 'walk-story.pdf'), format: 'A4' });
      const path = new URL(told.page.url()).pathname;
      await tell('phone', async (stranger) => {
        stranger.allow(REFUSED(404));
        const answer = await stranger.goto(path);
        assert.equal(answer.status(), 404, 'nobody else sees it');
      });
      for (const size of ['tablet', 'tablet-upright', 'phone']) {
        await tell(size, async (own) => {
          await own.context.addCookies([{ name: 'beurt', value: turn, url: new URL(`/s/${code}`, server.url).href }]);
          await own.goto(path);
          await own.page.locator('#kaart[data-map=ready]').waitFor({ state: 'attached' });
          await own.checkAccessible();
          await own.checkFits();
          await own.shot('walk-story');
        });
      }
      const url = (await server.cli('staff', 'add', '--name', 'Bea', '--role', 'begeleider', '--traject', traject)).login_url;
      await tell('desktop', async (laptop) => {
        await signIn(laptop, new URL(url).pathname);
        await laptop.goto(`/sessie/${code}/wandelingen`);
        await laptop.page.getByText('nog niet bekeken').first().waitFor();
        await laptop.goto(`/sessie/${code}/bekijken`);
        await laptop.page.getByText('Nog 7 te bekijken').waitFor();
      });
    }));

    if (database.postgres) return;

    test('what a browser cannot read never leaves it, and the text says what to do', () => tell('tablet', async (told) => {
      const code = await newSession(server);
      await openBoard(told, code);
      await placePin(told, { text: 'Iets raars.' });
      await isSent(told);
      const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(200)]);
      await told.page.locator('#foto').setInputFiles([asFile('iphone.jpg', heic), asFile('leeg.jpg', Buffer.alloc(0)), asFile('pagina.jpg', Buffer.from('<html>'))]);
      await told.page.getByText('Meest compatibel').waitFor();
      await told.page.getByText('Dit apparaat kan dit bestand niet lezen als foto.').nth(1).waitFor();
      assert.equal((await ownPins(told, server, code))[0].properties.photos.length, 0);
    }));

    test('photos that were chosen are offered after a reload, and go when the turn ends', () => tell('tablet', async (told) => {
      const code = await newSession(server);
      await openBoard(told, code);
      await placePin(told, { text: 'De bank.' });
      await isSent(told);
      await told.page.locator('#foto').setInputFiles(asFile('bank.jpg', await jpeg(told.page)));
      await photoRow(told, 'draft').waitFor();
      await told.page.reload();
      await told.page.getByText('U koos 1 foto’s bij ‘De bank.’.').waitFor();
      await told.press(button(told, 'Ga verder met de foto’s'));
      await told.press(button(told, 'Ik ben klaar').first());
      await told.page.getByText('U koos foto’s die nog niet zijn verstuurd.').waitFor();
      await told.press(button(told, 'Toch niet deze foto'));
      await told.press(button(told, 'Ik ben klaar').first());
      await step(told, 'Dank u wel').waitFor();
    }));

    test('real photos of every orientation stand upright', () => tell('tablet', async (told) => {
      const held = [1, 3, 6, 8].map((n) => fromData(`photos/orientation/Portrait_${n}.jpg`)).filter(Boolean);
      if (held.length < 4) return;
      const code = await newSession(server);
      await openBoard(told, code);
      await placePin(told, { text: 'Rechtop.' });
      await isSent(told);
      await told.page.locator('#foto').setInputFiles(held);
      await photoRow(told, 'draft').nth(3).waitFor({ timeout: PATIENCE });
      await told.press(button(told, 'Zet deze 4 foto’s erbij'));
      await photoRow(told, 'sent').nth(3).waitFor({ timeout: PATIENCE });
      const { photos } = (await ownPins(told, server, code))[0].properties;
      assert.ok(photos.every(({ width, height }) => width < height), JSON.stringify(photos));
    }));
  });
}
