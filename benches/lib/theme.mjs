// A traject as large as they come, and its theme page: 10,000 pins of 200 people, all approved, 500 photos, 40 indicators.
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { scratch } from "./server.mjs";

export const PINS = 10_000;
export const PHOTOS = 500;
export const INDICATORS = 40;
const PEOPLE = 200;
const TIMES = 60;
const KINDS = ["gaat-goed", "kracht", "zorg", "idee"];
const THEMES = ["wonen", "werk-participatie", "onderwijs-opvoeding", "veiligheid-criminaliteit", "gezondheid", "samenleven-integratie", "leefomgeving-openbare-ruimte", "algemeen"];
/** A slope of colours of 16 × 16 pixels, as PNG: the page links photos and does not send them. */
const PICTURE = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAABlklEQVR42g3LQQEAIQgAQSMYgQhGMILvfRHBCEYwAhGIYAQiEIEId/Of1hq9IY3RmI3V0MZunMZtWMMbrxGNbFSjtU7vSGd0Zmd1tLM7p3M71vHO60QnO9X/IHRBhCFMYQkqbOEIVzDBhSeEkELJHwZ9IIMxmIM10MEenMEd2MAHbxCDHNT4w6RPZDImc7ImOtmTM7kTm/jkTWKSk5p/WPSFLMZiLtZCF3txFndhC1+8RSxyUesPSldEGcpUlqLKVo5yFVNceUooqZT+YdM3shmbuVkb3ezN2dyNbXzzNrHJTe0/HPpBDuMwD+ugh304h3uwgx/eIQ55qPOHS7/IZVzmZV30si/nci928cu7xCUvdf9gdEOMYUxjGWps4xjXMMONZ4SRRtkfnO6IM5zpLEed7RznOua485xw0in/w6M/5DEe87Ee+tiP87gPe/jjPeKRj3p/CHogwQhmsAINdnCCG1jgwQsiyKDiD0lPJBnJTFaiyU5OchNLPHlJJJlU/qHohRSjmMUqtNjFKW5hhReviCKLKj56nEoQ6ZfykgAAAABJRU5ErkJggg==", "base64");

async function send(server, method, path, { token, participant, json, body } = {}) {
  const headers = {
    ...(token && { authorization: `Bearer ${token}` }), ...(participant && { participant }), ...(json && { "content-type": "application/json" }),
  };
  const answer = await fetch(server.url + path, { method, headers, body: json ? JSON.stringify(json) : body });
  if (answer.status >= 400) throw new Error(`${method} ${path} answered ${answer.status}: ${(await answer.text()).slice(0, 200)}`);
  return answer;
}

/** Eight at a time. */
async function each(items, work) {
  const queue = items.entries();
  await Promise.all(Array.from({ length: 8 }, async () => { for (const [at, item] of queue) await work(item, at); }));
}

/** Fills a traject and releases it; returns its id and a professional's token. */
export async function fill(server) {
  const { id: traject } = server.cli("traject", "create", "--buurt", "VB0000AA01", "--title", "Groot");
  const { code } = server.cli("session", "create", "--traject", traject, "--title", "Alles", "--method", "wijksessie", "--audience", "bewoners");
  const { token: guide } = server.cli("staff", "add", "--name", "Bea", "--role", "begeleider", "--traject", traject);
  const api = `/api/v1/sessions/${code}`;
  const { buurt } = await (await send(server, "GET", api)).json();
  const [west, south, east, north] = buurt.bbox;
  const people = Array.from({ length: PEOPLE }, () => randomUUID());
  // Always the same places: the next of a sequence that fills the square evenly.
  const spread = (n, by) => 0.1 + 0.8 * ((n * by) % 1);
  const pins = Array.from({ length: PINS }, (_, n) => ({ id: randomUUID(), participant: people[n % PEOPLE], n }));
  const approve = (id) => send(server, "POST", `${api}/moderation/${id}`, { token: guide, json: { decision: "approve" } });
  await each(pins, async ({ id, participant, n }) => {
    const coordinates = [west + (east - west) * spread(n, 0.754877666), south + (north - south) * spread(n, 0.569840291)];
    const properties = { kind: KINDS[n % 4], theme: THEMES[Math.floor(n / 4) % 8], text: `Wat iemand over plek ${n} zei, in een gewone zin.`, participant };
    await send(server, "PUT", `${api}/pins/${id}`, { json: { type: "Feature", geometry: { type: "Point", coordinates }, properties } });
    await approve(id);
  });
  await each(pins.slice(0, PHOTOS), async ({ id, participant, n }) => {
    const [form, photo] = [new FormData(), randomUUID()];
    form.append("photo", new Blob([PICTURE], { type: "image/png" }), "a.png");
    form.append("caption", `Foto ${n}`);
    await send(server, "PUT", `${api}/pins/${id}/photos/${photo}`, { participant, body: form });
    await approve(photo);
  });
  figures(server, traject);
  server.cli("session", "close", code);
  server.cli("session", "release", code);
  const { token } = server.cli("staff", "add", "--name", "Bank", "--role", "professional", "--traject", traject);
  return { traject, token };
}

/** Forty indicators of the theme, for the buurt, a wijk and a city. */
function figures(server, traject) {
  const names = Array.from({ length: INDICATORS }, (_, n) => `Cijfer ${n + 1}`);
  const row = (code, name, by) => [code, name, ...names.map((_, n) => (n + 1) * by)].join(";");
  const file = join(scratch("theme"), "cijfers.csv");
  writeFileSync(file, [["code", "naam", ...names].join(";"), row("VB0000AA01", "Voorbeeldbuurt", 2), row("WK0363AA", "Wijk", 3), row("GM0363", "Stad", 4), ""].join("\n"));
  server.cli("indicators", "import", file, "--source", "Bank", "--year", "2024", "--area-field", "code", "--name-field", "naam", "--header-rows", "1", "--traject", traject, "--domain", "wonen");
}

/** Opens the page again and again; the first time nothing is decided or drawn. Milliseconds as a client on this machine sees them. */
export async function open(server, { traject, token }) {
  const once = async () => {
    const from = performance.now();
    const page = await (await send(server, "GET", `/traject/${traject}/thema/wonen`, { token })).text();
    return { ms: performance.now() - from, page };
  };
  const cold = await once();
  const counted = cold.page.match(/class="bars"/g)?.length ?? 0;
  if (counted < INDICATORS) throw new Error(`the page has ${counted} of ${INDICATORS} figures`);
  const times = [];
  for (let n = 0; n < TIMES; n += 1) times.push((await once()).ms);
  times.sort((a, b) => a - b);
  return { cold: cold.ms, p50: times[Math.floor(TIMES / 2)], p99: times[TIMES - 1], bytes: Buffer.byteLength(cold.page) };
}
