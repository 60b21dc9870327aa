// The outbox without a browser: a store that may fall silent, and a network that a test makes up.
import { after, before } from 'node:test';

const { setTimeout: real } = globalThis;
export const pause = (ms) => new Promise((done) => { real(done, ms); });

/** A store that keeps things until it falls silent: then it takes what it is given and never says that it has it. */
export class Store {
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

/**
 * The outbox on such a store: `{store, network, asks, ...outbox}`. `network.answer(method, url)` gives what comes back, as `fetch` does;
 * `asks` has one that listens for as long as whoever leaves is asked first.
 */
export async function startOutbox() {
  const [store, asks] = [new Store(), new Set()];
  const network = { answer: async () => { throw new TypeError('no network'); } };
  Object.assign(globalThis, {
    __SHRINK__: 'shrink.mjs',
    indexedDB: store,
    document: { querySelector: () => ({ dataset: { stamp: 'stempel' } }) },
    fetch: (url, { method = 'GET', body } = {}) => network.answer(method, url, body),
    addEventListener: (event, listener) => event === 'beforeunload' && asks.add(listener),
    removeEventListener: (event, listener) => event === 'beforeunload' && asks.delete(listener),
    // What is tried again later keeps no test waiting.
    setTimeout: (work, ms, ...more) => {
      const timer = real(work, ms, ...more);
      if (ms >= 2_000) timer.unref();
      return timer;
    },
  });
  let awake;
  before(() => { awake = setInterval(() => {}, 1_000); });
  after(() => clearInterval(awake));
  return { store, network, asks, ...(await import('../../../src/ui/outbox.mjs')) };
}
