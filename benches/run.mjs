// `make bench`: every figure of the README, each beside its peer in the same run. Prints Markdown; see README.md here.
import { execFile } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { importDense, importPeer } from "./lib/import.mjs";
import { comparePhotos, crowd } from "./lib/photos.mjs";
import { PROGRAM, ROOT, SCRATCH, Server, cpuMs, memoryMb, prepareScratch, removeScratch, sleep } from "./lib/server.mjs";

const run = promisify(execFile);
const HERE = join(ROOT, "benches/lib");
const SECONDS = 5;
const CLIENTS = [1, 16, 64];
const REST_MS = 10_000;
const LONGEST_MS = 40_000;

const rows = [];
const notes = [];
const round = (value, digits = 0) => value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
const goal = (words, met) => `${words}: ${met ? "met" : "**missed**"}`;
const kilo = (bytes, digits = 0) => `${round(bytes / 1000, digits)} kB`;

function row(what, measured, aim = "", beside = "") {
  rows.push([what, measured, aim, beside]);
  console.error(`  ${what}: ${measured}`);
}

async function part(name, work) {
  console.error(`== ${name}`);
  try {
    await work();
  } catch (error) {
    row(name, `not measured: ${error.message.split("\n")[0]}`);
  }
}

async function load(server, clients, seconds, most = 0) {
  const before = cpuMs(server.pid);
  const args = [join(HERE, "load.mjs"), server.url, server.code, clients, seconds, ...(most ? [most] : [])].map(String);
  const { stdout } = await run(process.execPath, args, { timeout: LONGEST_MS });
  const outcome = JSON.parse(stdout);
  if (Object.keys(outcome.wrong).length > 0) notes.push(`Answers other than 201 at ${clients} clients: ${JSON.stringify(outcome.wrong)}.`);
  return { ...outcome, cpu: (cpuMs(server.pid) - before) / outcome.pins };
}

const speed = ({ pins: put, seconds, p50, p99, cpu }) =>
  `${round(put / seconds)}/s, ${round(p50, 2)} / ${round(p99, 2)} ms, ${round(cpu, 2)} ms CPU`;

async function floor() {
  const args = [join(HERE, "floor.py"), join(SCRATCH, "floor.sqlite"), String(SECONDS)];
  const outcome = JSON.parse((await run("python3", args, { timeout: LONGEST_MS })).stdout);
  return `${speed(outcome)}: Python's sqlite3 ${outcome.sqlite}, one commit each, no server`;
}

async function pins() {
  const server = await Server.start("pins");
  try {
    await sleep(REST_MS);
    const rest = memoryMb(server.pid);
    row("Server at rest, after 10 s", `${round(rest, 1)} MB`, goal("< 60 MB", rest < 60));
    await load(server, 16, 30, 1000);
    row("… after 1,000 pins", `${round(memoryMb(server.pid), 1)} MB`);
    const beside = await floor();
    for (const clients of CLIENTS) {
      const outcome = await load(server, clients, SECONDS);
      const what = `Durable pins, ${clients} client${clients > 1 ? "s" : ""}: PUT/s, latency p50 / p99, server CPU per pin`;
      row(what, speed(outcome), clients === 16 ? goal("≤ 0.5 ms CPU", outcome.cpu <= 0.5) : "", clients === 1 ? beside : "");
    }
    row("… the most memory it held", `${round(memoryMb(server.pid, "VmHWM"), 1)} MB`);
  } finally {
    await server.stop();
  }
}

async function visits() {
  // Only here: without the browser's packages everything else is measured.
  const { openBrowser, slowProcessor, untilVisible, visitTwice } = await import("./lib/visit.mjs");
  const server = await Server.start("visits");
  const browser = await openBrowser();
  try {
    const { first, second } = await visitTwice(browser, server);
    const live = first.live === "ready" ? "MapLibre included" : "the drawing only: no WebGL here";
    row(
      "First visit of a session, everything (workers, service worker, font)",
      `${kilo(first.bytes)} in ${first.requests} requests (${live})`,
      goal("≤ 600 kB", first.bytes <= 600_000),
      "Shareabouts 520 kB, uMap 660 kB (seen)",
    );
    const seen = await untilVisible(browser, server);
    row("… what the visible plattegrond needs (page, style, drawing)", kilo(seen.needed), goal("≤ 60 kB", seen.needed <= 60_000));
    row(
      "… what has come over a line of 1.6 Mbit/s when it is visible, font not counted",
      `${kilo(seen.came)}, ${round(seen.ms)} ms after the page`,
      goal("≤ 60 kB", seen.came <= 60_000),
    );
    row("Second visit", `${kilo(second.bytes, 1)} in ${second.requests} requests`, goal("≤ 10 kB", second.bytes <= 10_000));
    const times = await slowProcessor(browser, server);
    row(
      "Plattegrond visible after the page's last byte, processor 4× slower (median of 5; slowest)",
      `${round(times[2])} ms; ${round(times[4])} ms`,
      goal("≤ 1,500 ms", times[2] <= 1500),
    );
    if (process.env.BENCH_PARTS) console.error([...first.parts, "", ...second.parts].join("\n"));
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function imports() {
  const [ours, peer] = [await importDense(), await importPeer()];
  const cost = ({ seconds, peak }) => `${round(seconds, 2)} s, ${round(peak)} MB`;
  if (ours.skipped) {
    row("Import of central Helsinki", `skipped: ${ours.skipped}`);
    return;
  }
  const beside = peer.skipped ?? `${cost(peer)}: pyosmium reads it and builds shapes (${peer.what}), cuts and draws nothing`;
  row(`Import of central Helsinki (${round(ours.features)} shapes cut, drawn and packed)`, cost(ours), "", beside);
}

async function photos() {
  const measured = await comparePhotos();
  const speed = ({ photos: count, seconds, peak_kb: peak }) => `${round(count / seconds, 1)}/s (${round((1000 * seconds) / count)} ms), ${round((peak * 1024) / 1e6)} MB`;
  for (const cores of [1, 2]) {
    const { ours, peer } = measured[cores];
    const met = ours.seconds / ours.photos <= peer.seconds / peer.photos;
    row(`Photos of 12 MP made safe, ${cores} core${cores > 1 ? "s" : ""}: photos/s, peak memory`, speed(ours), goal("as fast as sharp", met), `${speed(peer)}: sharp, libvips ${measured.version}`);
  }
  const mean = (one) => one.large_bytes / one.photos;
  const { ours, peer } = measured[1];
  row("… bytes of the large size; SSIM", `${kilo(mean(ours))}; ${round(measured.like.ours, 4)}`, "", `${kilo(mean(peer))}; ${round(measured.like.peer, 4)}; for the same SSIM ${kilo(measured.equal)}`);
  const server = await Server.start("photos");
  try {
    const { seconds, peak, wrong } = await crowd(server, measured.files[0]);
    if (wrong > 0) notes.push(`Of 200 photos at once ${wrong} were not answered 201.`);
    row("200 photos of 12 MP sent at once: the most memory of the server", `${round(peak)} MB, ${round(seconds, 1)} s`, goal("< 600 MB", peak < 600));
  } finally {
    await server.stop();
  }
}

function machine() {
  const [first] = cpus();
  const os = existsSync("/etc/os-release") ? /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync("/etc/os-release", "utf8"))?.[1] : process.platform;
  return `${cpus().length} × ${first.model.trim()}, ${round(totalmem() / 1e9)} GB, ${os}, Node ${process.versions.node}`;
}

function report() {
  const table = [["what", "measured", "goal", "beside it in the same run"], ["---", "---", "---", "---"], ...rows];
  return [
    `Measured ${new Date().toISOString().slice(0, 10)} on ${machine()}; client and server share the machine.`,
    table.map((cells) => `| ${cells.join(" | ")} |`).join("\n"),
    "For comparison, CPU time of application and database for one submitted pin, seen elsewhere: Shareabouts 43 ms, OpenStad 29 ms.",
    ...notes,
  ].join("\n\n");
}

/** Puts the report between the two marks in the project's README. */
function writeReadme(text) {
  const path = join(ROOT, "README.md");
  const [before, rest] = readFileSync(path, "utf8").split(/(?<=<!-- bench -->\n)/);
  const after = rest.slice(rest.indexOf("<!-- end of bench -->"));
  writeFileSync(path, `${before}${text}\n${after}`);
}

const PARTS = { pins: ["Pins", pins], visits: ["First visit", visits], import: ["Import", imports], photos: ["Photos", photos] };
const asked = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
const unknown = asked.find((name) => !(name in PARTS));
if (unknown) {
  console.error(`There is no part ${unknown}; choose from ${Object.keys(PARTS).join(", ")}`);
  process.exit(2);
}
if (!existsSync(PROGRAM)) {
  console.error(`There is no ${PROGRAM}. Build it with: make build`);
  process.exit(1);
}
prepareScratch();
try {
  for (const name of asked.length > 0 ? asked : Object.keys(PARTS)) await part(...PARTS[name]);
  const text = report();
  console.log(text);
  if (process.argv.includes("--readme")) writeReadme(text);
} finally {
  removeScratch();
}
