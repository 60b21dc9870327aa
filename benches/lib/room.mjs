// A room of tablets and its projector, in a process of its own:
//   node benches/lib/room.mjs URL CODE TABLETS SECONDS TOKEN
// Each tablet PUTs a pin every five seconds, asks every twenty what others said, and begins a new turn after six pins. The projector
// asks for its figures twice a second, as its page does. Prints one line of JSON: latencies of all requests in milliseconds, and how long
// after its 201 a pin was counted on the projector.
import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";

const [url, code, tablets, seconds, token] = process.argv.slice(2);
const PIN_EVERY_MS = 5_000;
const OTHERS_EVERY_MS = 20_000;
const SCREEN_EVERY_MS = 500;
const PINS_EACH = 6;
const KINDS = ["gaat-goed", "zorg", "kracht", "idee"];
const sleep = (ms) => new Promise((next) => setTimeout(next, ms));

const times = [];
const wrong = {};
function ask(agent, method, path, { headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const length = body ? { "content-type": "application/json", "content-length": Buffer.byteLength(body) } : {};
    const sent = request(url + path, { method, agent, headers: { ...headers, ...length } }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part)).on("end", () => {
        times.push(performance.now() - from);
        if (answer.statusCode >= 400) wrong[answer.statusCode] = (wrong[answer.statusCode] ?? 0) + 1;
        resolve({ status: answer.statusCode, body: Buffer.concat(parts) });
      });
    });
    sent.on("error", reject).end(body);
  });
}

const began = performance.now();
const ends = began + Number(seconds) * 1000;
const answered = []; // when each 201 came
const counted = []; // when the projector showed so many
const api = `/api/v1/sessions/${code}`;
const one = new Agent({ keepAlive: true });
const { buurt } = JSON.parse((await ask(one, "GET", api)).body);
const [west, south, east, north] = buurt.bbox;

async function tablet() {
  const agent = new Agent({ keepAlive: true, maxSockets: 2 });
  let participant = randomUUID();
  let asked = performance.now() - Math.random() * OTHERS_EVERY_MS;
  await sleep(Math.random() * PIN_EVERY_MS);
  for (let n = 0; performance.now() < ends; n += 1) {
    if (n % PINS_EACH === 0) participant = randomUUID();
    const inside = () => 0.35 + 0.3 * Math.random();
    const coordinates = [west + (east - west) * inside(), south + (north - south) * inside()];
    const properties = { kind: KINDS[n % 4], text: "De banken bij de vijver: hier zit altijd iemand voor een praatje.", participant };
    const body = JSON.stringify({ type: "Feature", geometry: { type: "Point", coordinates }, properties });
    const { status } = await ask(agent, "PUT", `${api}/pins/${randomUUID()}`, { body });
    if (status === 201) answered.push(performance.now());
    if (performance.now() - asked > OTHERS_EVERY_MS) {
      asked = performance.now();
      await ask(agent, "GET", `${api}/pins`, { headers: { Participant: participant } });
    }
    await sleep(PIN_EVERY_MS * (0.8 + 0.4 * Math.random()));
  }
  agent.destroy();
}

let over = false;
async function projector() {
  while (!over) {
    const from = performance.now();
    const { body } = await ask(one, "GET", `/sessie/${code}/scherm.json`, { headers: { authorization: `Bearer ${token}` } });
    counted.push([performance.now(), JSON.parse(body).pins]);
    await sleep(Math.max(0, SCREEN_EVERY_MS - (performance.now() - from)));
  }
}

const screen = projector();
await Promise.all(Array.from({ length: Number(tablets) }, tablet));
await sleep(2 * SCREEN_EVERY_MS);
over = true;
await screen;
one.destroy();
answered.sort((a, b) => a - b);
const lags = answered.map((at, index) => (counted.find(([, pins]) => pins > index)?.[0] ?? Infinity) - at).map((lag) => Math.max(0, lag));
const part = (list, share) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))];
console.log(JSON.stringify({
  requests: times.length, pins: answered.length, p50: part(times, 0.5), p99: part(times, 0.99), worst: part(times, 1),
  lag50: part(lags, 0.5), lag99: part(lags, 0.99), wrong,
}));
