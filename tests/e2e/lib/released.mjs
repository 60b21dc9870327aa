// A traject of which a moment is released, as stories of step 3 begin.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { newSession, newTraject, photo, putPin } from './people.mjs';

/** At the Vredekerk of the Voorbeeldbuurt. */
export const CHURCH = [4.820304, 52.345234];
export const QUOTE = 'De buren vegen samen de stoep.';
/** The caption of the photo that may be on the poster. */
export const CAPTION = 'Samen vegen op zaterdag';

/** Somebody of the team: the path of their link, and a token. */
export async function staff(server, role, traject, name) {
  const added = await server.cli('staff', 'add', '--name', name, '--role', role, '--traject', traject);
  return { path: new URL(added.login_url).pathname, token: added.token };
}

/** A traject with a released moment: eight people round the church, one of them with approved words; `pictured`: and a photo for the poster. */
export async function releasedTraject(server, { more = [], pictured = false } = {}) {
  const traject = more.length
    ? (await server.cli('traject', 'create', '--buurt', 'VB0000AA01', '--title', 'Rond de kerk', '--question', 'Wat ziet u in uw buurt?', ...more)).id
    : await newTraject(server, 'Rond de kerk');
  const code = await newSession(server, { traject, title: 'Koffie bij de kerk' });
  const guide = await staff(server, 'begeleider', traject, 'Bea');
  const participant = randomUUID();
  const quote = await putPin(server, code, { text: QUOTE, kind: 'kracht', place: CHURCH, participant, theme: 'samenleven-integratie' });
  for (let n = 0; n < 7; n += 1) {
    const place = [CHURCH[0] + (n - 3) * 0.0002, CHURCH[1] + (n % 3) * 0.0001];
    await putPin(server, code, { text: `Meer licht ${n}`, kind: n % 2 ? 'zorg' : 'gaat-goed', place });
  }
  const answer = await server.request('POST', `/api/v1/sessions/${code}/moderation/${quote}`, {
    json: { decision: 'approve' }, headers: { authorization: `Bearer ${guide.token}` },
  });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  if (pictured) await picture(server, code, quote, { participant, token: guide.token });
  const receipt = await server.request('POST', `/api/v1/sessions/${code}/receipts`, { headers: { participant } });
  await server.cli('session', 'close', code);
  await server.cli('session', 'release', code);
  return { traject, code, guide, words: receipt.body.words };
}

/** An approved photo at a pin, that may be on the poster. */
async function picture(server, code, pin, { participant, token }) {
  const [id, form] = [randomUUID(), new FormData()];
  form.append('photo', new Blob([photo().buffer], { type: 'image/png' }), 'plein.png');
  form.append('caption', CAPTION);
  form.append('poster', '1');
  const sent = await server.request('PUT', `/api/v1/sessions/${code}/pins/${pin}/photos/${id}`, { body: form, headers: { participant } });
  assert.equal(sent.status, 201, JSON.stringify(sent.body));
  const approved = await server.request('POST', `/api/v1/sessions/${code}/moderation/${id}`, { json: { decision: 'approve' }, headers: { authorization: `Bearer ${token}` } });
  assert.equal(approved.status, 200, JSON.stringify(approved.body));
}
