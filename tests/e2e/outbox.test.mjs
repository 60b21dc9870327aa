// What the outbox tells the page of where things live, and what it does with what comes after closing; without a browser.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { pause, startOutbox } from './lib/outbox.mjs';

const CODE = 'ABC234';
const ME = '1d000000-0000-4000-8000-000000000009';
const { store, network, asks, listen, flush, send, stuck } = await startOutbox();

const told = [];
const became = [];
listen((event) => (event.kind === 'store' ? told.push(event.state) : became.push(event)));
let number = 0;
const uuid = () => `1d000000-0000-4000-8000-${String((number += 1)).padStart(12, '0')}`;
const address = (id) => `/api/v1/sessions/${CODE}/pins/${id}`;
/** Something that somebody says. */
const said = (id = uuid()) =>
  send({ code: CODE, participant: ME, ref: id, kind: 'pin', method: 'PUT', creates: true, url: address(id), body: '{"type":"Feature","properties":{}}' });

describe('what comes after closing', () => {
  test('is laid before the begeleider, and changed and taken back there while it waits', async () => {
    const id = uuid();
    const asked = [];
    const problem = (name) => new Response(JSON.stringify({ type: `urn:buurtblik:problem:${name}`, detail: name }), { status: 410, headers: { 'buurtblik-id': id } });
    network.answer = async (method, url) => {
      if (!url.endsWith(id)) throw new TypeError('no network');
      asked.push(`${method} ${url.split('/').at(-2)}`);
      if (url.includes('/pins/')) return problem('session-closed');
      if (method === 'DELETE') return new Response(null, { status: 204, headers: { 'buurtblik-id': id } });
      return new Response(JSON.stringify({ id }), { status: method === 'PUT' ? 202 : 200 });
    };
    await said(id);
    await flush();
    await send({ code: CODE, participant: ME, ref: id, kind: 'change', method: 'PATCH', url: address(id), body: '{"properties":{"moment":"avond"}}' });
    await flush();
    await send({ code: CODE, participant: ME, ref: id, kind: 'remove', method: 'DELETE', url: address(id) });
    await flush();
    assert.deepEqual(asked, ['PUT pins', 'PUT late', 'PATCH pins', 'PATCH late', 'DELETE pins', 'DELETE late']);
    const states = became.filter(({ ref }) => ref === id).map(({ kind, state }) => `${kind} ${state}`);
    assert.deepEqual(states, ['pin late', 'change late', 'remove sent']);
  });

  test('stays for the file where the server refuses it there too', async () => {
    const id = uuid();
    const asked = [];
    network.answer = async (method, url) => {
      if (!url.endsWith(id)) throw new TypeError('no network');
      asked.push(`${method} ${url.split('/').at(-2)}`);
      const type = `urn:buurtblik:problem:${url.includes('/pins/') ? 'session-closed' : 'late-over'}`;
      return new Response(JSON.stringify({ type, detail: 'Te laat' }), { status: 410, headers: { 'buurtblik-id': id } });
    };
    await send({ code: CODE, participant: ME, ref: id, kind: 'remove', method: 'DELETE', url: address(id) });
    await flush();
    assert.deepEqual(asked, ['DELETE pins', 'DELETE late']);
    const [kept] = await stuck(CODE);
    assert.deepEqual([kept.kind, kept.ref, kept.refused], ['remove', id, 'Te laat']);
  });
});

describe('where what was said lives', () => {
  beforeEach(async () => {
    await pause(50);
    told.length = 0;
  });
  afterEach(() => store.wake());

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
