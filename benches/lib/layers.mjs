// Clients that look at layers, in a process of their own:
//   node benches/lib/layers.mjs URL TOKEN CLIENTS SECONDS PATH…
// Each keeps one connection, and every half second asks for the next layer. Prints one line of JSON.
import { Agent, get } from "node:http";

const [url, token, clients, seconds, ...paths] = process.argv.slice(2);
const PAUSE_MS = 500;
const agent = new Agent({ keepAlive: true, maxSockets: Number(clients) });
const times = [];
const wrong = {};
let bytes = 0;

function ask(path) {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    get(`${url}${path}`, { agent, headers: { authorization: `Bearer ${token}` } }, (answer) => {
      answer.on("data", (part) => { bytes += part.length; }).on("end", () => {
        if (answer.statusCode === 200) times.push(performance.now() - from);
        else wrong[answer.statusCode] = (wrong[answer.statusCode] ?? 0) + 1;
        resolve();
      });
    }).on("error", reject);
  });
}

const sleep = (ms) => new Promise((next) => setTimeout(next, ms));
for (const path of paths) await ask(path);
times.length = 0;
bytes = 0;
const ends = performance.now() + Number(seconds) * 1000;
async function client(n) {
  await sleep((PAUSE_MS * n) / Number(clients));
  for (let turn = n; performance.now() < ends; turn += 1) {
    await ask(paths[turn % paths.length]);
    await sleep(PAUSE_MS);
  }
}
await Promise.all(Array.from({ length: Number(clients) }, (_, n) => client(n)));
agent.destroy();
times.sort((a, b) => a - b);
const share = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))];
console.log(JSON.stringify({ asked: times.length, p50: share(0.5), p99: share(0.99), most: share(1), mean: bytes / times.length, wrong }));
