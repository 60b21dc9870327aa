// The load, in a process of its own so that its CPU time is not the server's:
//   node benches/lib/load.mjs URL CODE CLIENTS SECONDS [MOST]
// Each client keeps one connection, PUTs one pin, waits for the answer, and PUTs the next. Prints one line of JSON.
import { randomUUID } from "node:crypto";
import { Agent, get, request } from "node:http";

const [url, code, clients, seconds, most] = process.argv.slice(2);
const TEXTS = [
  "De banken bij de vijver: hier zit altijd iemand voor een praatje.",
  "Onder de galerij is het ’s avonds donker, de lamp is al weken stuk.",
  "De bibliotheek helpt met formulieren, daar kom je verder mee.",
  "Een boom erbij op het plein, dan is er schaduw voor de kinderen.",
];
const KINDS = ["gaat-goed", "zorg", "kracht", "idee"];
const THEMES = ["samenleven-integratie", "veiligheid-criminaliteit", "algemeen", "leefomgeving-openbare-ruimte"];
const PINS_EACH = 6; // pins of one participant before the tablet goes to the next

function fetchJson(address) {
  return new Promise((resolve, reject) => {
    get(address, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part) => { text += part; }).on("end", () => resolve(JSON.parse(text)));
    }).on("error", reject);
  });
}

function put(agent, address, body) {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const sent = request(address, { method: "PUT", agent, headers }, (answer) => {
      answer.resume().on("end", () => resolve(answer.statusCode));
    });
    sent.on("error", reject).end(body);
  });
}

function pin([west, south, east, north], participant, n) {
  const inside = () => 0.35 + 0.3 * Math.random();
  const coordinates = [west + (east - west) * inside(), south + (north - south) * inside()];
  const properties = { kind: KINDS[n % 4], text: TEXTS[n % 4], theme: THEMES[n % 4], participant, created_at: new Date().toISOString() };
  return JSON.stringify({ type: "Feature", geometry: { type: "Point", coordinates }, properties });
}

const { buurt } = await fetchJson(`${url}/api/v1/sessions/${code}`);
const agent = new Agent({ keepAlive: true, maxSockets: Number(clients) });
const times = [];
const wrong = {};
let sent = 0;
const began = performance.now();
const ends = began + Number(seconds) * 1000;

async function client() {
  let participant;
  for (let n = 0; performance.now() < ends && (!most || sent < Number(most)); n += 1) {
    sent += 1;
    if (n % PINS_EACH === 0) participant = randomUUID();
    const address = `${url}/api/v1/sessions/${code}/pins/${randomUUID()}`;
    const body = pin(buurt.bbox, participant, n);
    const from = performance.now();
    const status = await put(agent, address, body);
    if (status === 201) times.push(performance.now() - from);
    else wrong[status] = (wrong[status] ?? 0) + 1;
  }
}

await Promise.all(Array.from({ length: Number(clients) }, client));
const took = (performance.now() - began) / 1000;
agent.destroy();
times.sort((a, b) => a - b);
const share = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))];
console.log(JSON.stringify({ pins: times.length, seconds: took, p50: share(0.5), p99: share(0.99), wrong }));
