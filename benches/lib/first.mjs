// The page of a traject right after its release, and after a restart: with very many pins, and in a very large buurt.
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { cpuMs, scratch } from "./server.mjs";

export const PINS = 100_000;
export const PEOPLE = 40_000;
/** One side of the large buurt, in metres. */
export const SIDE = 10_000;
const AT_ONCE = 32;
const TIMES = 20;
const KINDS = ["gaat-goed", "kracht", "zorg", "idee"];
const THEMES = ["wonen", "veiligheid-criminaliteit", "gezondheid", "algemeen"];
/** Degrees of a metre in the middle of the country, near enough for a square. */
const DEGREES = [1 / 68_000, 1 / 111_250];
const MIDDLE = [5.1, 52.1];

/** A square of that size; its code. */
export function large(server) {
  const corner = ([east, north]) => [MIDDLE[0] + (east * SIDE * DEGREES[0]) / 2, MIDDLE[1] + (north * SIDE * DEGREES[1]) / 2];
  const ring = [[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]].map(corner);
  const feature = { type: "Feature", properties: { code: "BU9999", naam: "Groot" }, geometry: { type: "Polygon", coordinates: [ring] } };
  const file = join(scratch("first"), "groot.geojson");
  writeFileSync(file, JSON.stringify({ type: "FeatureCollection", features: [feature] }));
  server.cli("buurt", "import", "--boundary", file, "--code-field", "code", "--name-field", "naam", "--code", "BU9999");
  return "BU9999";
}

/** So many pins, two and a half for each person, evenly over a buurt, and their release; its traject and a professional's token. */
export async function fill(server, buurt, pins) {
  const { id: traject } = server.cli("traject", "create", "--buurt", buurt, "--title", "Groot");
  const { code } = server.cli("session", "create", "--traject", traject, "--title", "Alles", "--method", "wijksessie", "--audience", "bewoners");
  const api = `${server.url}/api/v1/sessions/${code}`;
  const [west, south, east, north] = (await (await fetch(api)).json()).buurt.bbox;
  const spread = (n, by) => 0.05 + 0.9 * ((n * by) % 1);
  const people = Array.from({ length: Math.ceil((pins * PEOPLE) / PINS) }, () => randomUUID());
  let next = 0;
  const put = async () => {
    while (next < pins) {
      const n = next;
      next += 1;
      const coordinates = [west + (east - west) * spread(n, 0.754877666), south + (north - south) * spread(n, 0.569840291)];
      const properties = { kind: KINDS[n % 4], theme: THEMES[Math.floor(n / 4) % 4], text: `Wat iemand over plek ${n} zei.`, participant: people[n % people.length] };
      const body = JSON.stringify({ type: "Feature", geometry: { type: "Point", coordinates }, properties });
      const answer = await fetch(`${api}/pins/${randomUUID()}`, { method: "PUT", headers: { "content-type": "application/geo+json" }, body });
      if (answer.status !== 201) throw new Error(`a pin was answered ${answer.status}: ${await answer.text()}`);
      await answer.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, put));
  server.cli("session", "close", code);
  const from = performance.now();
  server.cli("session", "release", code);
  const released = performance.now() - from;
  const { token } = server.cli("staff", "add", "--name", "Bank", "--role", "professional", "--traject", traject);
  return { traject, token, released };
}

/** The page once: milliseconds as a client sees them, and of the server's processor. */
async function once(server, { traject, token }) {
  const [from, cpu] = [performance.now(), cpuMs(server.pid)];
  const answer = await fetch(`${server.url}/traject/${traject}`, { headers: { authorization: `Bearer ${token}` } });
  const { byteLength } = await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`the page was answered ${answer.status}`);
  return { ms: performance.now() - from, cpu: cpuMs(server.pid) - cpu, bytes: byteLength };
}

/** The first page, and the median of those after it. */
export async function open(server, told) {
  const first = await once(server, told);
  const more = [];
  for (let n = 0; n < TIMES; n += 1) more.push(await once(server, told));
  const median = (of) => more.map(of).sort((a, b) => a - b)[TIMES / 2];
  return { first, again: { ms: median((one) => one.ms), cpu: median((one) => one.cpu) } };
}
