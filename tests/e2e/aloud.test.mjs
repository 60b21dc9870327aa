// What is read aloud of the table: by its own button, with a voice of the device, and by a help that reads the page: names, roles, states and what is said, at each step from the first page to the five words.
// The trees stand in `trees/`; BUURTBLIK_TREES=write writes them anew, to be read before they are kept.
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, story } from './lib/browser.mjs';
import { boardReady, button, eventually, isSent, kind, newSession, openBoard, painted, step, tapMap } from './lib/people.mjs';
import { startServer } from './lib/server.mjs';

const TREES = fileURLToPath(new URL('./trees/', import.meta.url));
const WRITES = process.env.BUURTBLIK_TREES === 'write';
const MONTHS = 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december';

let browser;
let server;
before(async () => { [browser, server] = await Promise.all([launch(), startServer({ args: ['--demo'] })]); });
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** The tree without what is another one each time: the code, days and times, the five words, addresses. */
const timeless = (tree, code) => tree
  .replaceAll(code, 'CODE')
  .replace(new RegExp(`\\d{1,2} (${MONTHS}) \\d{4}`, 'g'), 'DAG')
  .replace(/\b\d{1,2}:\d{2}\b/g, 'TIJD')
  .replace(/127\.0\.0\.1:\d+/g, 'HIER')
  .replace(/\/url: .*/g, '/url: …')
  .replace(/^(\s*- listitem: )[a-z]+$/gm, '$1WOORD');

/** Holds what is read aloud now against what is kept under this name. */
async function reads(told, code, name) {
  await painted(told);
  const read = async () => `${timeless(await told.page.locator('body').ariaSnapshot(), code)}\n`;
  const file = join(TREES, `${name}.yml`);
  if (WRITES) {
    await mkdir(TREES, { recursive: true });
    await writeFile(file, await read());
    return;
  }
  const kept = await readFile(file, 'utf8');
  // What is said goes after a while, and comes a moment after what is seen.
  for (const until = Date.now() + 10_000; Date.now() < until;) if ((await read()) === kept) return;
  assert.equal(await read(), kept, name);
}

test('each step from the first page to the five words says its name, what can be done, and what changed', () => story(browser, { size: 'tablet', origin: server.url }, async (told) => {
  const code = await newSession(server);
  const look = (name) => reads(told, code, name);
  await openBoard(told, code);
  await step(told, 'Wat ziet u in uw buurt?').waitFor();
  await look('1-where');
  await told.press(button(told, 'Zoek een straat of plek'));
  await told.page.getByLabel('Naam van de straat of plek').fill('hoed');
  await told.page.locator('.results button').first().waitFor();
  await look('2-search');
  await told.press(told.page.locator('.results button').first());
  await step(told, 'Wat ziet u hier?').waitFor();
  await look('3-what');
  await told.press(kind(told, 'kracht'));
  await step(told, 'Dit maakt de buurt sterk').waitFor();
  await look('4-words');
  await told.press(button(told, 'Zet op de kaart'));
  await told.page.getByRole('alert').getByText('Schrijf een paar woorden, of kies een plaatje.').waitFor();
  await look('5-no-words');
  await told.page.locator('#woorden').fill('De buurvrouw helpt.');
  await told.press(button(told, 'Zet op de kaart'));
  await isSent(told);
  await look('6-done');
  await told.press(button(told, 'Ik ben klaar').first());
  await step(told, 'Dank u wel').waitFor();
  await look('7-thanks');
}));

/** In the page: voices as the story wants them, and what they were asked to say. */
function giveVoices(voices) {
  globalThis.asked = [];
  globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  const speech = { getVoices: () => voices, addEventListener() {}, speak: (words) => asked.push(words), cancel() {} };
  Object.defineProperty(globalThis, 'speechSynthesis', { value: speech });
}
const FAR = { name: 'Ver', lang: 'nl-NL', localService: false };
const OTHER = { name: 'Anders', lang: 'en-GB', localService: true };
const OWN = { name: 'Eigen', lang: 'nl_NL', localService: true };

/** Somebody at a tablet with these voices. */
const hears = (voices, told, size = 'tablet') => story(browser, { size, origin: server.url }, async (one) => {
  await one.context.addInitScript(giveVoices, voices);
  await one.goto(`/s/${await newSession(server)}`);
  await step(one, 'Wat ziet u in uw buurt?').waitFor();
  await told(one, one.page.locator('[data-aloud]'));
});
const said = (told) => told.page.evaluate(() => asked.map(({ text, voice }) => [text.trim(), voice.name]));
const ends = (told) => told.page.evaluate(() => asked.at(-1).onend());

describe('the button that reads aloud', () => {
  for (const [what, voices] of [['no voice', []], ['only a voice from elsewhere, or of another language', [FAR, OTHER]]]) {
    test(`is not there where the device has ${what}`, () => hears(voices, async (told, read) => {
      await read.waitFor({ state: 'hidden' });
      assert.equal(await read.isVisible(), false);
    }));
  }

  test('reads the step and its choices with a voice of the device, marks the word that is spoken, and stops with the step', () => hears([FAR, OTHER, OWN], async (told, read) => {
    await read.waitFor();
    assert.equal(await read.innerText(), 'Lees voor');
    await boardReady(told);
    await tapMap(told);
    await step(told, 'Wat ziet u hier?').waitFor();
    await told.press(read);
    await told.shot('aloud-reads');
    assert.equal(await read.innerText(), 'Stop');
    const title = await told.page.locator('#stap').innerText();
    assert.deepEqual(await said(told), [[title, 'Eigen']]);
    const marked = await told.page.evaluate(() => {
      asked.at(-1).onboundary({ name: 'word', charIndex: 4, charLength: 4 });
      return [...CSS.highlights.get('aloud')].join();
    });
    assert.equal(marked, title.slice(4, 8));
    await told.shot('aloud-marked');
    for (let count = 1; (await read.innerText()) === 'Stop'; count += 1) {
      await ends(told);
      await eventually(async () => (await said(told)).length > count || (await read.innerText()) === 'Lees voor');
    }
    const words = (await said(told)).map(([text]) => text);
    for (const choice of ['Dit gaat goed', 'Ik heb een idee', 'Terug']) assert.ok(words.some((one) => one.startsWith(choice)), `${choice}: ${words}`);
    assert.ok(!words.some((one) => one.includes('Privacy')), 'nothing beside the step');
    assert.equal(await told.page.evaluate(() => CSS.highlights.has('aloud')), false);

    await told.press(read);
    await told.press(kind(told, 'kracht'));
    await read.filter({ hasText: 'Lees voor' }).waitFor();
    const before = (await said(told)).length;
    await ends(told);
    assert.equal((await said(told)).length, before, 'of the step before nothing more is said');
  }));

  test('a voice that never ends, or fails, gives the button back', () => hears([OWN], async (told, read) => {
    await told.press(read);
    await told.page.evaluate(() => asked.at(-1).onerror());
    await read.filter({ hasText: 'Lees voor' }).waitFor();
    await told.press(read);
    await read.filter({ hasText: 'Lees voor' }).waitFor();
    assert.equal((await said(told)).length, 2);
  }, 'phone'));
});
