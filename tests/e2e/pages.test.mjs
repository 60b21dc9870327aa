// Every page, in every state, at every size: accessible, nothing over the edge, nothing from elsewhere, words shown as words.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { SIZES, launch, story } from './lib/browser.mjs';
import {
  REFUSED, boardReady, button, demoLinks, isSent, kind, newSession, newTraject, openBoard, placePin, putPin, signIn, step, tapMap, withoutMap,
} from './lib/people.mjs';
import { startServer } from './lib/server.mjs';

const DATA = process.env.BUURTBLIK_TEST_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
const LONG_WORDS = 'aansprakelijkheidsverzekeringsmaatschappij'.repeat(5);
/** Text that is markup, script or a trap elsewhere, and words here. */
const TRAPS = [
  '<script>document.title = "ran"</script>',
  '<img src=x onerror=alert(1)>',
  '</textarea><script>alert(2)</script>',
  '"><svg onload=alert(3)>',
  'javascript:alert(4)',
  '{{7*7}} ${7*7} %s %n <!-- --> ]]>',
  '&lt;b&gt; &amp; &#60;',
  'Ω≈ç√∫˜µ≤≥÷ 田中さん 👨‍👩‍👧 ٱلْعَرَبِيَّة שלום',
  '‮omgekeerd‬ T̗̺͖̹̯͓Ṯ̤͍̥͇͈h̲́e',
];
/**
 * With letters of twice the size a tablet has half the room, and so has a desk; a phone is held to the 320 px of the
 * guidelines. Each state is looked at in these widths too, where it is: what the styles ask is the width.
 */
const ZOOMED = { tablet: [[512, 384], [720, 450]], phone: [[320, 640]] };
// Where a pin is put at each: a tap on a pin that is there already would open that.
const SPOTS = { tablet: [0.45, 0.45], phone: [0.3, 0.65] };

let browser;
let server;
let code;
let closed;
let participant;
let pin;
let login;
let traject;
let own;

before(async () => {
  browser = await launch();
  server = await startServer({ args: ['--demo'] });
  await story(browser, { size: 'desktop', origin: server.url }, async (told) => {
    await signIn(told, demoLinks(server).professional);
    traject = await told.page.locator('a[href^="/traject/"]').getAttribute('href');
  });
  login = await newLink();
  own = await newTraject(server, `Rond de ${LONG_WORDS}`.slice(0, 180));
  code = await newSession(server, { traject: own });
  closed = await newSession(server, { traject: own });
  participant = randomUUID();
  pin = await putPin(server, code, { participant, text: `Wij hebben een ${LONG_WORDS} in de straat.`, kind: 'kracht' });
  await putPin(server, code, { participant, text: LONG_WORDS.toUpperCase(), place: null });
  await putPin(server, code, { text: 'Van een ander.' });
  await putPin(server, closed, { participant, text: 'Van voor het sluiten.' });
  await server.cli('session', 'close', closed);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** A login link, as a path; of a professional of the demonstration's traject unless told otherwise. */
async function newLink(role = 'professional', id = traject.split('/').at(-1)) {
  const of = role === 'beheerder' ? [] : ['--traject', id];
  const { login_url: url } = await server.cli('staff', 'add', '--name', 'Kijker', '--role', role, ...of);
  return new URL(url).pathname;
}

/** Somebody at a device, in the turn that has pins already. */
const visit = (size, told, options) => story(browser, { size, origin: server.url, ...options }, async (one) => {
  one.allow(REFUSED('4\\d\\d'));
  one.page.on('dialog', (dialog) => {
    one.seen.push(`dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });
  const path = (session) => ({ name: 'beurt', value: participant, url: new URL(`/s/${session}`, one.origin).href });
  await one.context.addCookies([path(code), path(closed)].map(({ url, ...cookie }) => ({ ...cookie, domain: '127.0.0.1', path: new URL(url).pathname, sameSite: 'Strict' })));
  await told(one);
});

/** What a check found, in one line. */
const inShort = (error) => (Array.isArray(error.actual) ? error.actual.join('; ') : error.message);

/** Pages that are there without doing anything: name, path, status. */
const pages = () => [
  ['home', '/', 200],
  ['form-where', `/s/${code}/formulier`, 200],
  ['form-found', `/s/${code}/formulier?zoek=hoed`, 200],
  ['form-none', `/s/${code}/formulier?zoek=xyzxyz`, 200],
  ['form-what', `/s/${code}/formulier?plek=4.8204,52.3446`, 200],
  ['list', `/s/${code}/lijst`, 200],
  ['edit', `/s/${code}/stip/${pin}`, 200],
  ['photo', `/s/${code}/stip/${pin}/foto`, 200],
  ['walk', `/s/${code}/wandeling`, 200],
  ['closed-walk', `/s/${closed}/wandeling`, 200],
  ['closed-form', `/s/${closed}/formulier`, 410],
  ['closed-list', `/s/${closed}/lijst`, 200],
  ['unknown-code', '/s/ZZZZZZ', 404],
  ['not-found', '/nergens', 404],
  ['not-signed-in', '/mijn', 401],
  ['login', login, 200],
  ['enter', '/inloggen', 200],
  ['privacy', '/privacy', 200],
  ['accessibility', '/toegankelijkheid', 200],
  ['words', `/s/${code}/terug`, 200],
];

/** Every step of the panel, one after the other; `look(name)` is called at each. */
async function everyStep(told, look) {
  await openBoard(told, code);
  await step(told, 'Wat ziet u in uw buurt?').waitFor();
  await told.page.locator('.pin-item').first().waitFor();
  await look('panel-start');
  await told.press(button(told, 'Zoek een straat of plek'));
  await told.page.getByLabel('Naam van de straat of plek').fill('hoed');
  await told.page.locator('.results button').first().waitFor();
  await look('panel-search');
  await told.press(button(told, 'Terug'));
  await tapMap(told, ...SPOTS[told.size]);
  await step(told, 'Wat ziet u hier?').waitFor();
  await look('panel-kind');
  await told.press(kind(told, 'kracht'));
  await step(told, 'Dit maakt de buurt sterk').waitFor();
  await look('panel-words');
  await told.press(button(told, 'Zet op de kaart'));
  await told.page.getByRole('alert').getByText('Schrijf een paar woorden, of kies een plaatje.').waitFor();
  await look('panel-no-words');
  await told.page.locator('#woorden').fill(`Een ${LONG_WORDS}`);
  await told.press(button(told, 'Zet op de kaart'));
  await isSent(told);
  await look('panel-done');
  await told.press(button(told, 'Verplaats'));
  await look('panel-move');
  await told.press(button(told, 'Terug'));
  await told.press(told.page.getByRole('button', { name: 'Verander deze stip' }).first());
  await look('panel-change');
  await told.press(button(told, 'Terug'));
  await told.press(button(told, 'Ik ben klaar').first());
  await step(told, 'Dank u wel').waitFor();
  await look('panel-thanks');
}

/** The closed page, and the pages of a professional. */
async function behindTheLogin(told, look) {
  await openBoard(told, closed);
  await look('panel-closed');
  await signIn(told, await newLink());
  await look('mijn');
  await told.goto(traject);
  await told.page.locator('#kaart-0[data-map=ready]').waitFor();
  await look('traject');
  await told.press(told.page.locator('[data-menu=thema] summary'));
  await look('traject-choices');
  await told.page.keyboard.press('Escape');
  for (const summary of await told.page.getByText('Dezelfde kaart als tabel').all()) await told.press(summary);
  await look('traject-tables');
  await told.press(told.page.locator('.heat-table a').first());
  await told.page.locator('#plek .here').waitFor();
  await look('traject-place');
  await told.goto(`${traject}?naast=1`);
  await told.page.locator('#kaart-1[data-map=ready]').waitFor();
  await look('traject-beside');
  await told.goto(`${traject}?thema=wonen&soort=zorg`);
  await look('traject-slice');
}

/** The pages of who prepares and guides, and of a beheerder. */
async function behindTheTable(told, look) {
  await signIn(told, await newLink('begeleider', own));
  const visited = {
    'mijn-begeleider': '/mijn', wachtwoord: '/mijn/wachtwoord', nieuw: '/traject/nieuw',
    voorbereiding: `/traject/${own}/voorbereiding`, momenten: `/traject/${own}/momenten`, plan: `/traject/${own}/momenten/nieuw`,
    moment: `/sessie/${code}`, papier: `/sessie/${code}/papier`, bekijken: `/sessie/${code}/bekijken`, wandelingen: `/sessie/${code}/wandelingen`, scherm: `/sessie/${code}/scherm`,
    thuis: `/sessie/${closed}/thuis`, vrijgeven: `/traject/${own}/vrijgeven`, poster: `/sessie/${code}/poster`,
  };
  for (const [name, path] of Object.entries(visited)) {
    assert.equal((await told.goto(path)).status(), 200, path);
    await look(name);
  }
  await signIn(told, await newLink('beheerder'));
  for (const name of ['medewerkers', 'buurten', 'logboek', 'organisatie']) {
    assert.equal((await told.goto(`/beheer/${name}`)).status(), 200, name);
    await look(name);
  }
}

/** All of it at one device. */
async function everything(told, look) {
  for (const [name, path] of pages()) {
    await told.goto(path);
    await look(name);
  }
  await everyStep(told, look);
  await behindTheLogin(told, look);
  await behindTheTable(told, look);
}

describe('every page', () => {
  test('has its status, a title in words, and a policy that lets nothing run but our own', () => visit('tablet', async (told) => {
    for (const [, path, status] of [...pages(), ['board', `/s/${code}`, 200], ['closed', `/s/${closed}`, 200]]) {
      const answer = await told.goto(path);
      assert.equal(answer.status(), status, path);
      const policy = answer.headers()['content-security-policy'];
      assert.match(policy, /default-src 'none'/, path);
      assert.match(policy, /script-src 'self' 'wasm-unsafe-eval';/, path);
      assert.doesNotMatch(policy, /unsafe-inline|https?:|\*/, path);
      assert.match(await told.page.title(), /^[^<>]+ · Buurtblik$/, path);
      assert.doesNotMatch(await answer.text(), /<script(?![^>]* src=)|<style|<[a-z][^>]* (style|on[a-z]+)=/, `nothing inline on ${path}`);
    }
  }));

  for (const size of Object.keys(ZOOMED)) {
    test(`is accessible and fits, at ${size} and with letters of twice the size`, () => visit(size, async (told) => {
      const wrong = [];
      await everything(told, async (name) => {
        const hold = (check, at) => told[check]().catch((error) => wrong.push(`${name}${at}: ${inShort(error)}`));
        await told.shot(`page-${name}`, { fullPage: !name.startsWith('panel') });
        await hold('checkAccessible', '');
        await hold('checkFits', '');
        for (const [width, height] of ZOOMED[size]) {
          await told.page.setViewportSize({ width, height });
          await told.shot(`zoom-${width}-${name}`);
          await hold('checkFits', ` at ${width} px`);
        }
        await told.page.setViewportSize(SIZES[size].viewport);
      });
      assert.deepEqual(wrong, []);
    }));
  }

  test('fits at a tablet held upright and at a desk', async () => {
    for (const size of ['tablet-upright', 'desktop']) {
      await visit(size, async (told) => {
        for (const [name, path] of pages()) {
          await told.goto(path);
          await told.checkFits();
          await told.shot(`page-${name}`);
        }
      });
    }
  });

  test('is as readable where the device prefers dark, more contrast, or forced colours', async () => {
    for (const preference of [{ colorScheme: 'dark' }, { contrast: 'more' }, { forcedColors: 'active' }]) {
      await visit('tablet', async (told) => {
        for (const path of [`/s/${code}/lijst`, `/s/${code}/formulier?plek=buurt`]) {
          await told.goto(path);
          await told.checkAccessible();
        }
        await openBoard(told, code);
        await told.checkAccessible();
        await told.shot(`prefers-${Object.values(preference)[0]}`);
      }, preference);
    }
  });

  test('shows the map before WebAssembly, and goes on showing it where what moves it never comes', () => visit('tablet', async (told) => {
    await withoutMap(told);
    await told.goto(`/s/${code}`);
    await boardReady(told, 'drawing');
    const drawn = await told.page.locator('svg.map-drawing image').evaluate(async (image) => (await fetch(image.href.baseVal)).ok);
    assert.ok(drawn);
    await told.checkAccessible();
    await told.shot('page-drawing');
  }, { serviceWorkers: 'block' }));
});

describe('what residents write', () => {
  /** The lines that a folder of hostile strings holds, where it is there; a handful of our own always. */
  function lines() {
    const file = join(DATA, 'hostile/blns.json');
    if (!existsSync(file)) {
      process.stderr.write(`${file} is not there: only our own ${TRAPS.length} lines are shown\n`);
      return TRAPS;
    }
    const fits = (text) => !text.includes('\0') && !text.includes('\r') && [...text].length <= 1000 && /[^\s\p{White_Space}]/u.test(text);
    const all = JSON.parse(readFileSync(file, 'utf8')).filter(fits);
    const step = Math.ceil(all.length / 60);
    return [...TRAPS, ...all.filter((_, at) => at % step === 0)];
  }

  test('is shown as it was and never runs, in the list, the form and the panel', () => visit('tablet', async (told) => {
    const texts = lines();
    const hostile = await newSession(server);
    const turns = [];
    // A burst of one device is 40: a turn for each 30.
    for (const [at, text] of texts.entries()) {
      if (at % 30 === 0) turns.push({ turn: randomUUID(), texts: [], ids: [] });
      const one = turns.at(-1);
      one.ids.push(await putPin(server, hostile, { participant: one.turn, text }));
      one.texts.push(text);
    }
    for (const one of turns) {
      await told.context.addCookies([{ name: 'beurt', value: one.turn, domain: '127.0.0.1', path: `/s/${hostile}`, sameSite: 'Strict' }]);
      await told.goto(`/s/${hostile}/lijst`);
      const shown = await told.page.locator('.pin-list').first().locator('.pin-text').evaluateAll((all) => all.map((element) => element.textContent));
      assert.deepEqual(shown.sort(), [...one.texts].sort());
      await told.checkFits();
      await openBoard(told, hostile);
      await told.page.locator('.pin-item').nth(one.texts.length - 1).waitFor();
      const beside = await told.page.locator('.pin-item p').evaluateAll((all) => all.map((element) => element.textContent.trim()));
      assert.deepEqual(beside.sort(), one.texts.map((text) => text.trim()).sort());
      await told.checkFits();
    }
    const [first] = turns;
    for (const at of [0, 2, 6]) {
      await told.context.addCookies([{ name: 'beurt', value: first.turn, domain: '127.0.0.1', path: `/s/${hostile}`, sameSite: 'Strict' }]);
      await told.goto(`/s/${hostile}/stip/${first.ids[at]}`);
      assert.equal(await told.page.getByLabel('Uw woorden').inputValue(), first.texts[at]);
    }
    assert.notEqual(await told.page.title(), 'ran');
    await told.shot('page-hostile');
  }));

  test('is searched and chosen as text too', () => visit('phone', async (told) => {
    const typed = '"><script>document.title="ran"</script>';
    await told.goto(`/s/${code}/formulier?zoek=${encodeURIComponent(typed)}`);
    assert.equal(await told.page.locator('input[name=zoek]').inputValue(), typed);
    await told.goto(`/s/${code}/formulier?plek=buurt&naam=${encodeURIComponent(typed)}`);
    await told.page.getByText(`Gekozen plek: ${typed}`).waitFor();
    assert.notEqual(await told.page.title(), 'ran');
    await told.goto(`/s?code=${encodeURIComponent(typed)}`);
    await told.page.getByText('Deze bijeenkomst is er niet').first().waitFor();
  }));
});
