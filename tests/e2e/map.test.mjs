// The plattegrond that moves: what is seen of it on every screen and on paper, and where a tap lands.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, story } from './lib/browser.mjs';
import { button, eventually, isSent, newSession, openBoard, painted, placePin, step, tapMap } from './lib/people.mjs';
import { startServer } from './lib/server.mjs';

let browser;
let server;
before(async () => { [browser, server] = await Promise.all([launch(), startServer({ args: ['--demo'] })]); });
after(async () => {
  await browser?.close();
  await server?.stop();
});
const tell = (size, told, options) => story(browser, { size, origin: server.url, ...options }, told);

/** Where the area lies: all of it within the map, and near to two of its sides. 150 m more are drawn round it. */
const whole = (told) => told.page.evaluate(() => {
  const [stage, map] = ['.map-stage', '#kaart'].map((one) => document.querySelector(one).getBoundingClientRect());
  const { width } = document.querySelector('.map-stage svg').viewBox.baseVal;
  const margin = (300 / width) * stage.width;
  const rooms = [stage.left + margin - map.left, map.right - stage.right + margin, stage.top + margin - map.top, map.bottom - stage.bottom + margin];
  const within = rooms.every((room) => room > 0);
  return { within, fits: within && (rooms[0] + rooms[1] < 60 || rooms[2] + rooms[3] < 60) };
});
const fits = async (told) => (await whole(told)).fits;

const SCREENS = [[1440, 900], [390, 844], [844, 390], [320, 640], [1024, 768]];

test('the whole buurt is seen on every screen, and again after the window turns, until somebody moves the map', () => tell('desktop', async (told) => {
  await openBoard(told, await newSession(server));
  for (const [width, height] of SCREENS) {
    await told.page.setViewportSize({ width, height });
    await eventually(() => fits(told));
  }
  await told.press(button(told, 'Dichterbij'));
  await eventually(async () => !(await fits(told)));
  await told.page.setViewportSize({ width: 1200, height: 768 });
  await painted(told);
  assert.equal(await fits(told), false, 'who moved the map keeps what was looked at');
}));

test('whoever looked closer and turned the tablet comes back to the whole, and no button takes the focus away', () => tell('desktop', async (told) => {
  await openBoard(told, await newSession(server));
  await told.press(button(told, 'Dichterbij'));
  await told.page.setViewportSize({ width: 390, height: 844 });
  const further = button(told, 'Verder weg');
  await further.focus();
  for (let presses = 0; presses < 6; presses += 1) await told.page.keyboard.press('Enter');
  await eventually(async () => (await whole(told)).within);
  assert.equal(await further.getAttribute('aria-disabled'), 'true');
  assert.ok(await further.evaluate((one) => one === document.activeElement));
}));

test('the next person sees the whole again, also when the last one was still going closer', () => tell('tablet', async (told) => {
  await openBoard(told, await newSession(server));
  await placePin(told, { picture: 'groen' });
  await isSent(told);
  await told.looked();
  // Both within the time that the movement takes.
  await told.page.evaluate(() => {
    document.querySelector('.map-zoom-in').click();
    [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === 'Ik ben klaar').click();
  });
  await step(told, 'Dank u wel').waitFor();
  await eventually(() => fits(told));
}, { reducedMotion: 'no-preference' }));

test('pressed as a whole, by what reads the page aloud, the map means its middle, wherever was tapped before', () => tell('tablet', async (told) => {
  await openBoard(told, await newSession(server));
  const draft = () => told.page.locator('.pin-draft').evaluate((pin) => {
    const [drop, map] = [pin, document.querySelector('#kaart .map-live')].map((one) => one.getBoundingClientRect());
    return [(drop.x + drop.width / 2 - map.x) / map.width, (drop.bottom - map.y) / map.height].map((share) => Math.round(share * 20) / 20);
  });
  await tapMap(told, 0.3, 0.7);
  await step(told, 'Wat ziet u hier?').waitFor();
  await told.press(button(told, 'Terug'));
  await step(told, 'Wat ziet u in uw buurt?').waitFor();
  await told.looked();
  await told.page.evaluate(() => document.querySelector('#kaart .map-live').click());
  await step(told, 'Wat ziet u hier?').waitFor();
  assert.deepEqual(await draft(), [0.5, 0.5]);
}));

test('on paper stands the whole drawing, with its own letters and hatchings, however near was looked', () => tell('desktop', async (told) => {
  await openBoard(told, await newSession(server));
  const onPaper = () => told.page.evaluate(() => ({
    shown: [...document.querySelectorAll('.map-stage > img')].filter((one) => getComputedStyle(one).display !== 'none').map((one) => one.src),
    mark: getComputedStyle(document.querySelector('.map-stage')).getPropertyValue('--map-mark'),
  }));
  await told.page.emulateMedia({ media: 'print' });
  const before = await onPaper();
  assert.equal(before.shown.length, 1);
  await told.page.emulateMedia({ media: 'screen' });
  // The page was as wide as paper: the map is fitted anew before it is near enough for three presses to be too many.
  await eventually(() => fits(told));
  for (let presses = 0; presses < 2; presses += 1) await told.press(button(told, 'Dichterbij'));
  await eventually(async () => !(await onPaper()).shown.includes(before.shown[0]));
  await told.page.emulateMedia({ media: 'print' });
  assert.deepEqual(await onPaper(), before);
  assert.equal(before.mark.trim(), '1');
}));
