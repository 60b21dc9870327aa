// Where what somebody said lives, as the outbox tells the page, with a store that may fall silent; without a browser.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';

const CODE = 'ABC234';
const ME = '1d000000-0000-4000-8000-000000000009';
const { setTimeout: real } = globalThis;
const pause = (ms) => new Promise((done) => { real(done, ms); });

/** A store that keeps things until it falls silent: then it takes what it is given and never says that it has it. */
class Store {
  isSilent = false;
  #databases = new Map();
  #pending = [];

  /** It answers again, also what it was asked meanwhile. */
  wake() {
    this.isSilent = false;
    for (const say of this.#pending.splice(0)) say();
  }

  open = (name) => {
    const known = this.#databases.get(name) ?? new Map();
    const shape = { createObjectStore: (store, { keyPath, autoIncrement } = {}) => known.set(store, { keyPath, autoIncrement, rows: new Map(), next: 1 }) };
    const db = { close() {}, transaction: (store) => this.#transaction(known.get(store)) };
    const request = { result: shape };
    real(() => {
      let isGivenUp = false;
      request.transaction = { abort: () => { isGivenUp = true; } };
      if (!this.#databases.has(name)) request.onupgradeneeded?.();
      if (isGivenUp) return request.onerror?.();
      this.#databases.set(name, known);
      request.result = db;
      request.onsuccess?.();
    });
    return request;
  };

  #transaction(store) {
    const answer = (result) => {
      const request = { result };
      real(() => request.onsuccess?.());
      return request;
    };
    const transaction = {
      objectStore: () => ({
        put: (value) => {
          const key = value[store.keyPath] ?? store.next++;
          store.rows.set(key, { ...value, [store.keyPath]: key });
          return answer(key);
        },
        get: (key) => answer(store.rows.get(key)),
        getAll: () => answer([...store.rows.values()]),
        getAllKeys: () => answer([...store.rows.keys()]),
        delete: (key) => answer(void store.rows.delete(key)),
      }),
    };
    const complete = () => transaction.oncomplete?.();
    real(() => (this.isSilent ? this.#pending.push(complete) : complete()), 5);
    return transaction;
  }

  deleteDatabase = (name) => {
    const request = {};
    real(() => {
      this.#databases.delete(name);
      request.onsuccess?.();
    });
    return request;
  };
}

const store = new Store();
const asks = new Set();
Object.assign(globalThis, {
  __SHRINK__: 'shrink.mjs',
  indexedDB: store,
  document: { querySelector: () => null },
  fetch: async () => { throw new TypeError('no network'); },
  addEventListener: (event, listener) => event === 'beforeunload' && asks.add(listener),
  removeEventListener: (event, listener) => event === 'beforeunload' && asks.delete(listener),
  // What is tried again later keeps no test waiting.
  setTimeout: (work, ms, ...more) => {
    const timer = real(work, ms, ...more);
    if (ms >= 2_000) timer.unref();
    return timer;
  },
});
const { listen, send } = await import('../../src/ui/outbox.mjs');

const told = [];
listen((event) => event.kind === 'store' && told.push(event.state));
let number = 0;
/** Something that somebody says. */
const said = () => {
  const id = `1d000000-0000-4000-8000-${String((number += 1)).padStart(12, '0')}`;
  return send({ code: CODE, participant: ME, ref: id, kind: 'pin', method: 'PUT', creates: true, url: `/api/v1/sessions/${CODE}/pins/${id}`, body: '{}' });
};

describe('where what was said lives', () => {
  beforeEach(async () => {
    await pause(50);
    told.length = 0;
  });
  afterEach(() => store.wake());
  let awake;
  before(() => { awake = setInterval(() => {}, 1_000); });
  after(() => clearInterval(awake));

  test('is said to be this device once the store has answered, and not before', async () => {
    await said();
    assert.deepEqual(told, ['keeping', 'kept']);
    assert.equal(asks.size, 0, 'who leaves is not asked: it is kept');
  });

  test('is this page for as long as a store that worked says nothing, and who leaves is asked first', async () => {
    await said();
    told.length = 0;
    store.isSilent = true;
    const saying = said();
    await pause(1_000);
    assert.deepEqual(told, ['keeping']);
    assert.equal(asks.size, 1);
    // It gives the store up, and says that this device keeps nothing.
    await saying;
    assert.equal(told.at(-1), 'none');
    assert.ok(!told.includes('kept'), told.join());
    assert.equal(asks.size, 1);
  });
});
