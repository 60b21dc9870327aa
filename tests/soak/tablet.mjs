// A tablet that goes round: person after person puts some pins, changes, takes back, adds photos. It remembers what was acknowledged.
import { randomUUID } from 'node:crypto';
import { MIDDLE, photo } from '../e2e/lib/people.mjs';

const PAUSE = 400; // milliseconds between two things that somebody does, on average
const PINS_EACH = 3;
const KINDS = ['gaat-goed', 'kracht', 'zorg', 'idee'];
/** Degrees round the middle of the buurt. */
const AROUND = 0.004;
/** People of whom everything is looked up at the end. */
const MOST_KNOWN = 400;

const sleep = (ms) => new Promise((next) => { setTimeout(next, ms); });
const chance = (share) => Math.random() < share;

export class Tablet {
  people = [];

  constructor(room) {
    this.room = room;
    this.api = `/api/v1/sessions/${room.code}`;
  }

  async use() {
    while (!this.room.over) {
      const person = { participant: randomUUID(), pins: new Map() };
      this.people.push(person);
      if (this.people.length > MOST_KNOWN) this.people.shift();
      for (let n = 0; n < PINS_EACH && !this.room.over; n += 1) await this.#pin(person);
      if (chance(0.3)) await this.room.ask('POST', `${this.api}/receipts`, { headers: { Participant: person.participant } });
    }
  }

  async #pin({ participant, pins }) {
    const id = randomUUID();
    const path = `${this.api}/pins/${id}`;
    const headers = { Participant: participant };
    const coordinates = MIDDLE.map((middle) => middle + (Math.random() - 0.5) * AROUND);
    const text = `Iets over plek ${id}.`;
    const properties = { kind: KINDS[pins.size % KINDS.length], text, participant };
    const put = await this.room.ask('PUT', path, { json: { type: 'Feature', geometry: { type: 'Point', coordinates }, properties } });
    if (![200, 201].includes(put?.status)) return;
    pins.set(id, { text, photos: 0 });
    await sleep(PAUSE * 2 * Math.random());
    if (chance(0.3)) {
      const other = `${text} En nog iets.`;
      const patch = await this.room.ask('PATCH', path, { json: { properties: { text: other } }, headers });
      if (patch?.status === 200) pins.get(id).text = other;
    }
    if (chance(0.05)) await this.#photo(path, headers, pins.get(id));
    if (chance(0.1)) {
      const gone = await this.room.ask('DELETE', path, { headers });
      if ([204, 404].includes(gone?.status)) pins.set(id, null);
    }
  }

  async #photo(path, headers, pin) {
    const form = new FormData();
    const { buffer, mimeType, name } = photo();
    form.append('photo', new Blob([buffer], { type: mimeType }), name);
    form.append('caption', 'Wat er te zien is.');
    const put = await this.room.ask('PUT', `${path}/photos/${randomUUID()}`, { body: form, headers });
    if ([200, 201, 202].includes(put?.status)) pin.photos += 1;
  }

  /** Everything that was acknowledged is as it was left. */
  async check(faults) {
    const told = { people: 0, pins: 0, photos: 0, gone: 0 };
    this.room.over = false;
    for (const { participant, pins } of this.people) {
      const answer = await this.room.ask('GET', `${this.api}/pins`, { headers: { Participant: participant } });
      const mine = new Map(answer.body.features.filter(({ properties }) => properties.mine).map((one) => [one.id, one.properties]));
      told.people += 1;
      for (const [id, pin] of pins) {
        const there = mine.get(id);
        if (!pin) {
          told.gone += 1;
          if (there) faults.push(`pin ${id} was taken back and is there`);
          continue;
        }
        told.pins += 1;
        told.photos += pin.photos;
        if (there?.text !== pin.text) faults.push(`pin ${id}: ${JSON.stringify(there?.text)} instead of ${JSON.stringify(pin.text)}`);
        else if ((there.photos?.length ?? 0) < pin.photos) faults.push(`pin ${id} lost a photo`);
      }
    }
    return told;
  }
}
