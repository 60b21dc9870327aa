// A browser that keeps nothing: blocked, silent, full, or without cookies. The page says so, sends at once, and asks before it goes.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, story } from './lib/browser.mjs';
import { NO_NETWORK, boardReady, button, eventually, isSent, newSession, openBoard, ownPins, photo, pinsOf, placePin, step, turnOf } from './lib/people.mjs';
import { startServer } from './lib/server.mjs';

const PATIENCE = 45_000;
let browser;
let server;
before(async () => {
  browser = await launch();
  server = await startServer({ args: ['--demo'] });
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** What may be wrong with a browser's store; each runs in the page before anything else. */
const BROKEN = {
  'that is blocked': () => {
    Object.defineProperty(globalThis, 'indexedDB', { get() { throw new DOMException('denied', 'SecurityError'); } });
    Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });
    navigator.locks.request = () => Promise.reject(new DOMException('denied', 'SecurityError'));
  },
  'that is not there': () => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
  },
  'that refuses': () => {
    IDBFactory.prototype.open = () => {
      const request = { error: new DOMException('no', 'UnknownError') };
      setTimeout(() => request.onerror?.({ target: request }), 5);
      return request;
    };
  },
  'that does not answer': () => {
    IDBFactory.prototype.open = () => ({});
  },
};

const FULL = {
  'that turns out to be full when it writes': () => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function full(...values) {
      const request = put.apply(this, values);
      this.transaction.abort();
      return request;
    };
  },
};

const tell = (broken, told) => story(browser, { size: 'tablet', origin: server.url, serviceWorkers: 'block' }, async (resident) => {
  resident.allow(NO_NETWORK);
  await resident.page.addInitScript(broken);
  await told(resident);
});

/** Whether the page asks before it goes. */
async function asksToStay(told) {
  let asked = false;
  told.page.once('dialog', async (dialog) => {
    asked = dialog.type() === 'beforeunload';
    await dialog.dismiss();
  });
  await told.page.close({ runBeforeUnload: true });
  await eventually(() => asked);
}

for (const [name, broken] of Object.entries({ ...BROKEN, ...FULL })) {
  describe(`a store ${name}`, () => {
    test('the page sends at once, says what is not kept, and asks before it goes', () => tell(broken, async (told) => {
      const code = await newSession(server);
      await openBoard(told, code, { map: null });
      if (name in BROKEN) await told.page.getByText('Dit apparaat kan niets bewaren.').waitFor();
      await placePin(told, { text: 'Meteen weg.' });
      await isSent(told);
      assert.deepEqual((await ownPins(told, server, code)).map(({ properties }) => properties.text), ['Meteen weg.']);

      await told.context.setOffline(true);
      await told.press(button(told, 'Nog een stip'));
      await placePin(told, { at: [0.6, 0.4], text: 'Wacht in de pagina.' });
      await told.page.locator('[data-sent=waiting]').getByText('Laat deze pagina open').waitFor();
      assert.equal(await told.page.getByText('veilig op deze tablet').count(), 0, 'it is not');
      await told.shot('storeless');
      await told.checkAccessible();
      await asksToStay(told);
      await told.context.setOffline(false);
      await eventually(async () => (await ownPins(told, server, code)).length === 2, PATIENCE / 1000);
    }));
  });
}

describe('a browser that keeps nothing', () => {
  test('sends photos', () => tell(BROKEN['that is blocked'], async (told) => {
    const code = await newSession(server);
    await openBoard(told, code, { map: null });
    await placePin(told, { text: 'Het plein.' });
    await isSent(told);
    await told.page.locator('#foto').setInputFiles(photo());
    await told.press(button(told, 'Zet deze foto erbij'));
    await told.page.locator('[data-photo=sent]').waitFor({ timeout: PATIENCE });
    assert.equal((await ownPins(told, server, code))[0].properties.photos.length, 1);
  }));

  test('sends a walk, and says that it is not kept', () => tell(BROKEN['that does not answer'], async (told) => {
    const code = await newSession(server);
    await told.goto(`/s/${code}/wandeling`);
    await told.page.locator('#fotos').setInputFiles(photo());
    await told.page.locator('.walk-card').waitFor({ timeout: PATIENCE });
    await told.page.getByText('Dit apparaat kan niets bewaren.').waitFor();
    await told.press(button(told, 'Verstuur 1 foto’s'));
    await told.page.locator('#verstuurd').waitFor({ timeout: PATIENCE });
    const { body } = await server.request('GET', `/api/v1/sessions/${code}/walks`, { headers: { Participant: await turnOf(told, code) } });
    assert.equal(body.features[0].properties.stops.length, 1);
  }));

  for (const [name, broken] of Object.entries({
    'throws at cookies': () => {
      const denied = () => { throw new DOMException('denied', 'SecurityError'); };
      Object.defineProperty(Document.prototype, 'cookie', { get: denied, set: denied });
    },
    'forgets cookies': () => {
      Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set() {} });
    },
  })) {
    test(`and ${name} still knows whose turn it is, for as long as the page is open`, () => tell(broken, async (told) => {
      const code = await newSession(server);
      const whose = new Set();
      told.page.on('request', (request) => {
        const { participant } = request.headers();
        if (participant) whose.add(participant);
      });
      await openBoard(told, code, { map: null });
      await placePin(told, { text: 'De eerste.' });
      await isSent(told);
      await told.press(button(told, 'Nog een stip'));
      await placePin(told, { at: [0.6, 0.4], text: 'De tweede.' });
      await isSent(told);
      assert.equal(whose.size, 1, 'one person');
      assert.equal((await pinsOf(server, code, [...whose][0])).filter(({ properties }) => properties.mine).length, 2);
      await told.press(button(told, 'Ik ben klaar').first());
      await step(told, 'Dank u wel').waitFor();
      await told.press(button(told, 'De volgende kan beginnen'));
      await placePin(told, { text: 'Van een ander.' });
      await isSent(told);
      assert.equal(whose.size, 2, 'the next person is somebody else');
    }));
  }

  test('a store that answers late is used from then on', () => tell(() => {
    const { open } = IDBFactory.prototype;
    const slow = Date.now() + 6_000;
    IDBFactory.prototype.open = function late(...names) {
      const pretended = {};
      setTimeout(() => {
        const request = open.apply(this, names);
        for (const event of ['onupgradeneeded', 'onsuccess', 'onerror']) {
          request[event] = () => {
            for (const part of ['result', 'error', 'transaction']) try { pretended[part] = request[part]; } catch { /* not yet */ }
            pretended[event]?.({ target: pretended });
          };
        }
      }, Math.max(0, slow - Date.now()));
      return pretended;
    };
  }, async (told) => {
    const code = await newSession(server);
    await openBoard(told, code, { map: null });
    await told.page.getByText('Dit apparaat kan niets bewaren.').waitFor();
    await placePin(told, { text: 'Vroeg.' });
    await isSent(told);
    await told.page.getByText('Dit apparaat kan niets bewaren.').waitFor({ state: 'detached' });
    await boardReady(told, null);
    assert.equal((await ownPins(told, server, code)).length, 1);
  }));
});
