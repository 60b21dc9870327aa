// What a device makes of an answer, and of what comes too late, without a browser.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isOurs, mustWait, thingOf } from '../../src/ui/answer.mjs';
import { asLate, isTooLate, ofLate } from '../../src/ui/late.mjs';

const ID = '1d000000-0000-4000-8000-000000000001';
const PHOTO = '1d000000-0000-4000-8000-000000000002';
const PIN = `/api/v1/sessions/ABC234/pins/${ID}`;

describe('an answer', () => {
  test('is about the last thing that its address names', () => {
    assert.equal(thingOf(`${PIN}/me-too`), ID);
    assert.equal(thingOf(`${PIN}/photos/${PHOTO.toUpperCase()}`), PHOTO);
    assert.equal(thingOf('/api/v1/sessions/ABC234/pins'), undefined);
  });

  test('is ours where it names the thing, and anything else means: wait', () => {
    const ours = [
      { status: 201, body: { id: ID } }, { status: 200, body: { id: ID.toUpperCase() } }, { status: 202, body: { id: ID } },
      { status: 204, named: ID }, { status: 404, named: ID, body: {} }, { status: 410, named: ID, body: null }, { status: 422, named: ID },
    ];
    for (const answer of ours) assert.ok(isOurs(answer, PIN) && !mustWait(answer, PIN), JSON.stringify(answer));
    const strange = [
      { status: 200, body: null }, { status: 200, body: { id: PHOTO } }, { status: 201, body: null, named: ID }, { status: 200, body: {} },
      { status: 204, named: null }, { status: 204, named: PHOTO }, { status: 403, named: null, body: { detail: 'Log in' } }, { status: 410, body: { id: ID } },
      { status: 302, named: ID }, { status: 0, named: ID }, { status: 511, named: null },
    ];
    for (const answer of strange) assert.ok(!isOurs(answer, PIN) && mustWait(answer, PIN), JSON.stringify(answer));
    for (const status of [408, 429, 500, 503]) assert.ok(mustWait({ status, named: ID }, PIN), status);
    assert.ok(mustWait(null, PIN), 'no network');
  });
});

describe('what comes too late', () => {
  const refused = (name) => ({ status: 410, body: { type: `urn:buurtblik:problem:${name}` } });
  const feature = { type: 'Feature', geometry: { type: 'Point', coordinates: [4.9, 52.3] }, properties: { text: 'De bank', theme: 'wonen' } };
  const item = { kind: 'pin', creates: true, stamp: 'stempel', url: PIN, body: JSON.stringify(feature), seq: 4, refused: 'gesloten' };

  test('is refused because of the hour, not because it was taken back', () => {
    assert.ok(isTooLate(refused('session-closed')) && isTooLate(refused('late-over')));
    assert.ok(!isTooLate(refused('pin-gone')) && !isTooLate({ status: 410, body: null }));
  });

  test('is laid before the begeleider with everything that was changed since, and the stamp', () => {
    const late = asLate(item, [{ body: '{"properties":{"moment":"avond","theme":null}}' }, { body: '{"geometry":null}' }]);
    assert.equal(late.url, `/api/v1/sessions/ABC234/late/${ID}`);
    assert.deepEqual(JSON.parse(late.body), { type: 'Feature', geometry: null, properties: { text: 'De bank', moment: 'avond', stamp: 'stempel' } });
    assert.deepEqual([late.late, late.seq, late.refused], [true, 4, undefined]);
  });

  test('and is about something that waits for the begeleider is asked of that, once', () => {
    for (const [kind, method] of [['remove', 'DELETE'], ['change', 'PATCH']]) {
      const about = { kind, method, url: PIN, seq: 5, refused: 'gesloten' };
      const late = ofLate(about, 'Er kan niets meer veranderen.');
      assert.deepEqual(late, { kind, method, late: true, why: 'Er kan niets meer veranderen.', url: `/api/v1/sessions/ABC234/late/${ID}`, seq: 5 });
      assert.equal(ofLate(late), null, 'what is refused there too stays for the file');
    }
    for (const other of [item, { method: 'PATCH', url: '/api/v1/sessions/ABC234/answers/1' }, { method: 'PUT', photo: {}, url: PIN }]) {
      assert.equal(ofLate(other), null, JSON.stringify(other));
    }
  });

  test('stays on the device without a stamp, a second time, and where it is no pin', () => {
    for (const other of [{ stamp: undefined }, { late: true }, { kind: 'answer' }, { creates: false }]) {
      assert.equal(asLate({ ...item, ...other }, []), null, JSON.stringify(other));
    }
  });
});
