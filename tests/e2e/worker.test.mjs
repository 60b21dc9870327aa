// The service worker without a browser: what it keeps when a portal answers, when the network is gone, and after an update.
import assert from 'node:assert/strict';
import { createHash, webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import vm from 'node:vm';

const SOURCE = readFileSync(new URL('../../public/sw.js', import.meta.url), 'utf8');
const HERE = 'http://blik.example';
const hash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 10);
/** Files are checked beside each other, and kept as they are through: in no order. */
const sorted = (...paths) => paths.sort();
const pathOf = (request) => new URL(request.url ?? request, HERE).pathname;

class Cache {
  #kept = new Map();
  match = async (request) => this.#kept.get(pathOf(request))?.clone();
  put = async (request, answer) => void this.#kept.set(pathOf(request), answer);
  delete = async (request) => this.#kept.delete(pathOf(request));
  keys = async () => [...this.#kept.keys()].map((path) => ({ url: `${HERE}${path}` }));
}

/** A browser's caches. */
class Caches {
  #all = new Map();
  open = async (name) => this.#all.get(name) ?? this.#all.set(name, new Cache()).get(name);
  keys = async () => [...this.#all.keys()];
  delete = async (name) => this.#all.delete(name);
  match = async (request, { cacheName } = {}) => {
    for (const [name, cache] of this.#all) {
      const found = cacheName && cacheName !== name ? undefined : await cache.match(request);
      if (found) return found;
    }
    return undefined;
  };

  /** The paths in each. */
  async told() {
    const paths = await Promise.all([...this.#all].map(async ([name, cache]) => [name, sorted(...(await cache.keys()).map(pathOf))]));
    return Object.fromEntries(paths);
  }
}

/** A version of the program: its files, under names with their hash. */
function version(name, files) {
  const assets = Object.entries(files).map(([file, text]) => [`/assets/${file.replace('.', `.${hash(text)}.`)}`, text]);
  const [styles, script] = assets.map(([address]) => address);
  const page = `<html><link href="${styles}"><script src="${script}"></script><link rel="icon" href="/assets/icon.0000000000.svg"></html>`;
  return { name, assets: new Map(assets), page };
}

const V1 = version('v1', { 'app.css': 'body{}', 'start.mjs': 'go()' });
const V2 = version('v2', { 'app.css': 'body{margin:0}', 'start.mjs': 'go()' });
/** What a version keeps of the ones before it. */
const BEFORE = '/versions-before';
const MAPS = ['/plattegrond/h.svg', '/plattegrond/h.geojson', '/plattegrond/h.json'];
const MAP_TEXTS = { svg: '<svg xmlns="http://www.w3.org/2000/svg"></svg>', geojson: '{"type":"FeatureCollection","features":[]}', json: '[["Dorpsstraat",4.8,52.3]]' };
const PORTALS = {
  'a page': () => new Response('<html>Welkom op onze wifi</html>', { headers: { date: new Date().toUTCString(), 'content-type': 'text/html' } }),
  'JSON of its own': () => new Response('{"login":"/wifi"}', { headers: { date: new Date().toUTCString(), 'content-type': 'application/json' } }),
  'what has the shape of a map or of names': (path = '') => {
    const text = MAP_TEXTS[path.split('.').at(-1)] ?? '[]';
    return new Response(text.replace(/\[\[.*/, '[]'), { headers: { date: new Date().toUTCString(), 'content-type': 'application/json' } });
  },
  'a page that it was sent on to': () => Object.defineProperty(PORTALS['a page'](), 'redirected', { value: true }),
};

/** A network on which a version of the program is; `portal` says what somebody else answers, `isThere` whether there is any. */
class Network {
  portal = () => null;
  isThere = true;
  /** What the browser's own cache answers, unless it is passed by. */
  own = () => null;
  /** The name of each page; paths of which it was told that they are as they were. */
  etag = null;
  spared = [];

  constructor(serves) {
    this.serves = serves;
  }

  fetch = async (request, { headers: asked, cache } = {}) => {
    const known = cache === 'reload' ? null : this.own(pathOf(request));
    if (known) return known;
    if (!this.isThere) throw new TypeError('no network');
    const path = pathOf(request);
    const map = path.startsWith('/plattegrond/') ? { 'buurtblik-file': path.split('/').at(-1) } : {};
    const headers = { ...map, date: new Date().toUTCString(), ...(path.startsWith('/s/') && this.etag ? { etag: this.etag } : {}) };
    if (this.etag && asked?.get('if-none-match') === this.etag) {
      this.spared.push(path);
      return { status: 304, ok: false };
    }
    const text = this.serves.assets.get(path) ?? (path.startsWith('/s/') ? this.serves.page : MAP_TEXTS[/^\/plattegrond\/h\.(\w+)$/.exec(path)?.[1]]);
    return this.portal(path) ?? (text === undefined ? new Response('', { status: 404 }) : new Response(text, { headers }));
  };
}

/** The worker of a version. It is not told which others are on their way: a browser says that too late to rely on it. */
function worker({ name, assets }, caches, network) {
  const heard = {};
  const self = {
    addEventListener: (event, listener) => { heard[event] = listener; },
    skipWaiting: async () => {}, clients: { claim: async () => {} }, location: { origin: HERE },
  };
  const { fetch } = network;
  class Request { constructor(address) { this.url = new URL(address, HERE).href; } }
  const text = SOURCE.replace('__ASSETS__', JSON.stringify([...assets.keys()])).replace('__VERSION__', JSON.stringify(name));
  vm.runInNewContext(text, { self, caches, fetch, Request, Response, Headers, URL, crypto: webcrypto, setTimeout, Uint8Array, console: { warn() {} } });
  const fire = async (event, more = {}) => {
    let done;
    heard[event]({ waitUntil: (work) => { done = work; }, respondWith: (answer) => { done = answer; }, ...more });
    return done;
  };
  return {
    install: () => fire('install'),
    activate: () => fire('activate'),
    visit: (code, loaded = []) => fire('message', { data: { visited: `/s/${code}`, loaded } }),
    open: (path, mode = 'navigate') => fire('fetch', { request: { url: `${HERE}${path}`, method: 'GET', mode, headers: {} } }),
  };
}

async function begins(one) {
  await one.install();
  await one.activate();
}

async function begun(serves = V1) {
  const [caches, network] = [new Caches(), new Network(serves)];
  const one = worker(serves, caches, network);
  await begins(one);
  return { caches, network, one };
}

describe('the service worker', () => {
  test('keeps the page, the map and the names that it was told of', async () => {
    const { caches, network, one } = await begun();
    await one.visit('AAA', MAPS);
    assert.deepEqual(await caches.told(), { 'buurtblik-v1': sorted(...V1.assets.keys(), BEFORE, '/s/AAA'), 'buurtblik-plattegrond-3': sorted(...MAPS) });
    network.isThere = false;
    assert.equal(await (await one.open('/s/AAA')).text(), V1.page);
    assert.equal(await (await one.open(MAPS[2], 'cors')).text(), MAP_TEXTS.json);
  });

  test('keeps every part of the plattegrond that a page names, also what nobody looked at yet, and after an update too', async () => {
    const naming = (serves) => ({ ...serves, page: `${serves.page}<p data-setup="{&quot;names&quot;:&quot;${MAPS[2]}&quot;}"></p><image href="${MAPS[0]}">` });
    const { caches, network, one } = await begun(naming(V1));
    await one.visit('AAA');
    assert.deepEqual((await caches.told())['buurtblik-plattegrond-3'], sorted(MAPS[0], MAPS[2]));
    await caches.delete('buurtblik-plattegrond-3');
    network.serves = naming(V2);
    await begins(worker(V2, caches, network));
    assert.deepEqual((await caches.told())['buurtblik-plattegrond-3'], sorted(MAPS[0], MAPS[2]));
  });

  for (const [name, answer] of Object.entries(PORTALS)) {
    test(`keeps nothing of a portal that answers with ${name}, and the real thing afterwards`, async () => {
      const { caches, network, one } = await begun();
      network.portal = answer;
      await one.visit('AAA', MAPS);
      for (const path of MAPS) assert.equal((await one.open(path, 'cors')).type, 'error', 'to the page it is as if there were no network');
      assert.deepEqual(await caches.told(), { 'buurtblik-v1': sorted(...V1.assets.keys(), BEFORE), 'buurtblik-plattegrond-3': [] });
      network.portal = () => null;
      await one.visit('AAA', MAPS);
      assert.deepEqual((await caches.told())['buurtblik-plattegrond-3'], sorted(...MAPS));
    });

    test(`does not begin with ${name} in the place of a file`, async () => {
      const [caches, network] = [new Caches(), new Network(V1)];
      network.portal = (path) => (path.endsWith('.css') ? answer() : null);
      await assert.rejects(worker(V1, caches, network).install(), /not ours/);
      assert.ok(!(await caches.told())['buurtblik-v1'].some((path) => path.endsWith('.css')));
    });
  }

  test('a file of the plattegrond that the browser itself has of a portal, or from before files were named, is asked for anew', async () => {
    const { caches, network, one } = await begun();
    network.own = (path) => (path.startsWith('/plattegrond/') ? PORTALS['what has the shape of a map or of names'](path) : null);
    await one.visit('AAA', MAPS.slice(0, 2));
    assert.equal(await (await one.open(MAPS[2], 'cors')).text(), MAP_TEXTS.json);
    assert.deepEqual((await caches.told())['buurtblik-plattegrond-3'], sorted(...MAPS));
  });

  test('after an update has every page that was kept, with the files it asks for, and one that is seen meanwhile', async () => {
    const { caches, network, one } = await begun();
    for (const code of ['AAA', 'BBB']) await one.visit(code);
    network.serves = V2;
    // The worker of the version before is told first; it does not keep a page whose files it has not.
    await one.visit('CCC');
    assert.ok(!(await caches.told())['buurtblik-v1'].includes('/s/CCC'));
    const next = worker(V2, caches, network);
    await begins(next);
    await next.visit('CCC');
    assert.deepEqual(await caches.told(), { 'buurtblik-v2': sorted(...V2.assets.keys(), BEFORE, '/s/AAA', '/s/BBB', '/s/CCC') });
    network.isThere = false;
    for (const code of ['AAA', 'BBB', 'CCC']) assert.equal(await (await next.open(`/s/${code}`)).text(), V2.page);
  });

  test('keeps the version before for as long as a page of it could not be fetched anew', async () => {
    const { caches, network, one } = await begun();
    for (const code of ['AAA', 'BBB']) await one.visit(code);
    network.serves = V2;
    const portalFor = (...paths) => (path) => (paths.includes(path) ? PORTALS['a page']() : null);
    network.portal = portalFor('/s/AAA', '/s/BBB');
    const next = worker(V2, caches, network);
    await begins(next);
    network.isThere = false;
    assert.equal(await (await next.open('/s/AAA')).text(), V1.page);
    for (const [address, text] of V1.assets) assert.equal(await (await next.open(address, 'no-cors')).text(), text);
    Object.assign(network, { isThere: true, portal: portalFor('/s/BBB') });
    await next.visit('AAA');
    assert.ok('buurtblik-v1' in (await caches.told()), 'BBB still needs it');
    network.portal = () => null;
    await next.visit('AAA');
    assert.deepEqual(await caches.told(), { 'buurtblik-v2': sorted(...V2.assets.keys(), BEFORE, '/s/AAA', '/s/BBB') }, 'one visit fetches what was missed');
  });

  test('a version that is on its way keeps its files, whatever the one before hears at whichever moment', async () => {
    for (let moment = 0; moment < 80; moment += 1) {
      const { caches, network, one } = await begun();
      await one.visit('AAA');
      network.serves = V2;
      const next = worker(V2, caches, network);
      const installed = next.install();
      for (let tick = 0; tick < moment; tick += 1) await null;
      await Promise.all([installed, one.visit('AAA')]);
      await next.activate();
      assert.deepEqual(await caches.told(), { 'buurtblik-v2': sorted(...V2.assets.keys(), BEFORE, '/s/AAA') }, `moment ${moment}`);
    }
  });

  test('a version that waits keeps what is visited, and the one before opens it offline', async () => {
    const { caches, network, one } = await begun();
    await one.visit('AAA');
    network.serves = V2;
    const next = worker(V2, caches, network);
    await next.install();
    await one.visit('BBB');
    await next.visit('BBB');
    assert.deepEqual(await caches.told(), { 'buurtblik-v2': sorted(...V2.assets.keys(), BEFORE, '/s/AAA', '/s/BBB') });
    network.isThere = false;
    for (const code of ['AAA', 'BBB']) assert.equal(await (await one.open(`/s/${code}`)).text(), V2.page);
    for (const [address, text] of V2.assets) assert.equal(await (await one.open(address, 'no-cors')).text(), text);
  });

  test('a version that has not all of its files throws nothing away', async () => {
    const { caches, network, one } = await begun();
    await one.visit('AAA');
    network.serves = V2;
    network.portal = (path) => (path.endsWith('.css') ? PORTALS['a page']() : null);
    const next = worker(V2, caches, network);
    await assert.rejects(next.install(), /not ours/);
    await next.visit('AAA');
    assert.deepEqual((await caches.told())['buurtblik-v1'], sorted(...V1.assets.keys(), BEFORE, '/s/AAA'));
  });

  test('a page that is kept as it is comes from here, and one that changed, or that nobody kept, from the server', async () => {
    const { network, one } = await begun();
    network.etag = 'W/"1"';
    await one.visit('AAA');
    const told = async (path) => {
      const answer = await one.open(path);
      return [answer.status, await answer.text()];
    };
    assert.deepEqual(await told('/s/AAA'), [200, V1.page]);
    assert.deepEqual(network.spared, ['/s/AAA']);
    assert.deepEqual(await told('/s/BBB'), [200, V1.page]);
    network.etag = 'W/"2"';
    network.serves = { ...V1, page: `${V1.page}<p>Gesloten.</p>` };
    assert.deepEqual(await told('/s/AAA'), [200, network.serves.page]);
    network.isThere = false;
    assert.deepEqual(await told('/s/AAA'), [200, V1.page]);
    assert.deepEqual(network.spared, ['/s/AAA'], 'only what is kept is asked for so');
  });

  test('a cache of plattegronden that may hold what a portal gave is thrown away', async () => {
    const [caches, network] = [new Caches(), new Network(V1)];
    for (const name of ['buurtblik-plattegrond', 'buurtblik-plattegrond-2']) {
      await (await caches.open(name)).put(MAPS[1], PORTALS['a page']());
    }
    await begins(worker(V1, caches, network));
    assert.deepEqual(Object.keys(await caches.told()), ['buurtblik-v1']);
  });
});
