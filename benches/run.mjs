// `make bench`, or one part: `node benches/run.mjs heat`. Every figure of RESULTS.md, each beside its peer in the same run. Prints Markdown; see README.md here.
import { execFile } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { importFigures, importMany } from "./lib/figures.mjs";
import { SIZES, compare, peers } from "./lib/heat.mjs";
import { importDense, importPeer } from "./lib/import.mjs";
import * as firstPage from "./lib/first.mjs";
import { INDICATORS, PHOTOS, PINS, fill, open as openTheme } from "./lib/theme.mjs";
import { HEAT, PROGRAM, ROOT, Server, cpuMs, memoryMb, prepareScratch, removeScratch, scratch, sleep } from "./lib/server.mjs";
import { comparePhotos, crowd, shrinkInBrowser } from "./lib/photos.mjs";

const run = promisify(execFile);
const HERE = join(ROOT, "benches/lib");
const SECONDS = 5;
const CLIENTS = [1, 16, 64];
const REST_MS = 10_000;
const TABLETS = 200;
const ROOM_SECONDS = 30;
const LONGEST_MS = 40_000;

const rows = [];
const notes = [];
const round = (value, digits = 0) => value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
const goal = (words, met) => `${words}: ${met ? "met" : "**missed**"}`;
const kilo = (bytes, digits = 0) => `${round(bytes / 1000, digits)} kB`;

/** Where the checkout is on this machine is nobody's business. */
const local = (text) => text.replaceAll(`${ROOT}/`, "");

function row(what, measured, aim = "", beside = "") {
  rows.push([what, measured, aim, beside].map(local));
  console.error(`  ${what}: ${measured}`);
}

async function part(name, work) {
  console.error(`== ${name}`);
  try {
    await work();
  } catch (error) {
    console.error(error.message);
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
  const args = [join(HERE, "floor.py"), join(scratch("pins"), "floor.sqlite"), String(SECONDS)];
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

/** A room of 200 tablets and its projector, limits on: what people notice. */
async function room() {
  const server = await Server.start("room", { limits: "on" });
  try {
    const traject = server.cli("traject", "create", "--buurt", "VB0000AA01", "--title", "Zaal").id;
    const { code } = server.cli("session", "create", "--traject", traject, "--title", "Zaal", "--method", "wijksessie", "--audience", "bewoners");
    const { token } = server.cli("staff", "add", "--name", "Bea", "--role", "begeleider", "--traject", traject);
    const before = cpuMs(server.pid);
    const args = [join(HERE, "room.mjs"), server.url, code, TABLETS, ROOM_SECONDS, token].map(String);
    const { stdout } = await run(process.execPath, args, { timeout: (ROOM_SECONDS + 40) * 1000 });
    const outcome = JSON.parse(stdout);
    const cpu = (cpuMs(server.pid) - before) / (ROOM_SECONDS * 10);
    if (Object.keys(outcome.wrong).length > 0) notes.push(`In the room of ${TABLETS} tablets, answers that were refusals: ${JSON.stringify(outcome.wrong)}.`);
    row(
      `A room of ${TABLETS} tablets for ${ROOM_SECONDS} s (${round(outcome.pins)} pins, ${round(outcome.requests)} requests): latency p50 / p99 / worst`,
      `${round(outcome.p50, 1)} / ${round(outcome.p99)} / ${round(outcome.worst)} ms; ${round(cpu)} % of one core, ${round(memoryMb(server.pid, "VmHWM"))} MB`,
      goal("p99 ≤ 250 ms", outcome.p99 <= 250),
    );
    row(
      "… its projector: from a pin's 201 to its being counted, p50 / p99",
      `${round(outcome.lag50)} / ${round(outcome.lag99)} ms`,
      goal("p99 ≤ 1,000 ms", outcome.lag99 <= 1000),
    );
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
    row(
      "First visit of a session, everything (workers, service worker, font)",
      `${kilo(first.bytes)} in ${first.requests} requests`,
      goal("≤ 330 kB", first.bytes <= 330_000),
      "Shareabouts 520 kB, uMap 660 kB (seen)",
    );
    const seen = await untilVisible(browser, server);
    row("… what the visible plattegrond needs (page, style, drawing)", kilo(seen.needed), goal("≤ 60 kB", seen.needed <= 60_000));
    row(
      "… what has come over a line of 1.6 Mbit/s when it is visible, font not counted",
      `${kilo(seen.came)}, ${round(seen.ms)} ms after the page`,
      goal("≤ 60 kB", seen.came <= 60_000),
    );
    row("Second visit", `${kilo(second.bytes, 1)} in ${second.requests} requests`, goal("≤ 3 kB", second.bytes <= 3_000));
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

/** The map that moves, on a tablet four times slower than this machine. */
async function moving() {
  const { openBrowser } = await import("./lib/visit.mjs");
  const { denseSession, framesInPinch, onPoorLine, startPeer, untilRest } = await import("./lib/moving.mjs");
  const server = await Server.start("moving");
  const [browser, peer] = [await openBrowser(), await startPeer()];
  const page = (code) => `${server.url}/s/${code}`;
  const pinch = ({ frames, longest }) => `${round(frames)} a second, the longest ${round(longest)} ms`;
  try {
    const [ours, theirs] = [await untilRest(browser, page(server.code)), await untilRest(browser, peer.url)];
    row(
      "Page of a session at rest with its map, processor 4× slower (median of 5; slowest)",
      `${round(ours[2])} ms; ${round(ours[4])} ms`, goal("≤ 1,500 ms", ours[2] <= 1500),
      `${round(theirs[2])} ms; ${round(theirs[4])} ms: Leaflet 1.9.4 alone on tiles of this machine, 60 markers`,
    );
    const frames = await framesInPinch(browser, page(server.code));
    row("Frames while two fingers move, processor 4× slower", pinch(frames), goal("≥ 30", frames.frames >= 30), pinch(await framesInPinch(browser, peer.url)));
    const dense = denseSession(server);
    if (dense.skipped) {
      row("… in central Helsinki", `skipped: ${dense.skipped}`);
    } else {
      const far = await framesInPinch(browser, page(dense.code));
      row("… in central Helsinki", pinch(far), goal("≥ 30", far.frames >= 30));
    }
    const { drawn, panel, live } = await onPoorLine(browser, page(server.code));
    row(
      "First visit on 400 kbit/s and 400 ms, processor 4× slower: drawing / panel / map that moves",
      [drawn, panel, live].map((ms) => `${round(ms / 1000, 1)} s`).join(" / "),
      goal("≤ 1.5 / 3 / 5 s", drawn <= 1500 && panel <= 3000 && live <= 5000),
    );
  } finally {
    peer.stop();
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

const size = (count) => `10${[..."⁰¹²³⁴⁵⁶⁷"][Math.round(Math.log10(count))]}`;
const per = (error) => `${(error * 100).toPrecision(1)} %`;
const told = (name, one) => (one.missing ? `${name} not measured: ${one.missing}` : `${name} ${round(one.ms, 1)} ms, ${round(one.mb)} MB, ${per(one.error)}`);

async function heat() {
  if (!existsSync(HEAT)) throw new Error(`there is no ${HEAT}; see make bench`);
  const { python, what, missing } = await peers();
  notes.push(
    `Heat: the quickest of several runs on the same invented points, 512 × 512 cells of 10 m, σ 75 m; memory beyond the points; largest error ` +
      `at 65 cells against the direct sum, as a share of the peak. Beside it: ${what ?? `KDEpy and datashader not measured: ${missing}`}` +
      (process.env.BUURTBLIK_TEST_POSTGRES ? "; PostGIS with a kernel sum in SQL, and only counting into the cells." : "; PostGIS not measured: run with tools/with-postgres.sh."),
  );
  const far = { kernel: true, count: true };
  let quickest;
  for (const count of SIZES) {
    const { ours, kdepy, datashader, kernel, count: counted } = await compare(count, python, far);
    const others = [["KDEpy", kdepy], ["datashader", datashader], ["PostGIS sum", kernel], ["PostGIS count", counted]];
    const beside = others.filter(([, one]) => one).map(([name, one]) => told(name, one)).join("; ");
    let aim = "";
    if (count === 1e6) {
      const measured = [kdepy, datashader].every((one) => one && !one.missing);
      const met = measured && ours.ms <= Math.min(kdepy.ms / 15, datashader.ms / 2) && ours.error <= Math.min(kdepy.error, datashader.error) && ours.mb < 50;
      aim = measured ? goal("1/15 of KDEpy, 1/2 of datashader, the smaller error, < 50 MB", met) : "";
    }
    if (count === 1e7) aim = goal("no more than ten times a million", ours.ms <= 10 * quickest.ms);
    row(`Heat of ${size(count)} points: time, memory, error`, `${round(ours.ms, 1)} ms, ${round(ours.mb)} MB, ${per(ours.error)}`, aim, beside);
    if (count === 1e6) {
      quickest = ours;
      row("… one point more", `${round(ours.add_ms, 3)} ms`, goal("< 1 ms", ours.add_ms < 1));
    }
  }
}

async function layers() {
  const server = await Server.start("layers");
  try {
    const { token, traject } = await server.professional();
    const paths = ["sterk.png", "beter.png", "sterk.geojson", "beter.geojson"].map((name) => `/api/v1/trajects/${traject}/layers/all/${name}`);
    const args = [join(HERE, "layers.mjs"), server.url, token, "200", String(SECONDS), ...paths];
    const { asked, p50, p99, most, mean, wrong } = JSON.parse((await run(process.execPath, args, { timeout: LONGEST_MS })).stdout);
    if (Object.keys(wrong).length > 0) notes.push(`Answers other than 200 to a layer: ${JSON.stringify(wrong)}.`);
    const times = [p50, p99, most].map((ms) => round(ms, 1)).join(" / ");
    row(
      "A cached layer, 200 clients that each ask twice a second: p50 / p99 / slowest",
      `${times} ms (${round(asked)} answers of ${kilo(mean)} on average)`,
      goal("p99 < 10 ms", p99 < 10),
    );
  } finally {
    await server.stop();
  }
}

/** The same photo on the tablet, before it is sent. */
async function shrinking(server, files) {
  const { openBrowser } = await import("./lib/visit.mjs");
  const browser = await openBrowser();
  try {
    for (const [where, worker] of [["in a worker", true], ["on the page, in a browser without one", false]]) {
      const { ms, blocked } = await shrinkInBrowser(browser, server, files, { worker });
      const met = ms < 1500 && blocked <= 100;
      row(`A photo of 12 MP made small in the browser, processor 4× slower, ${where}: the slowest of three; the page silent`, `${round(ms)} ms; ${round(blocked)} ms`, goal("< 1.5 s, ≤ 100 ms", met));
    }
  } finally {
    await browser.close();
  }
}

async function theme() {
  const server = await Server.start("theme");
  try {
    const full = await fill(server);
    const { cold, p50, p99, bytes } = await openTheme(server, full);
    row(
      `A theme page of a traject with ${round(PINS)} pins, ${PHOTOS} photos and ${INDICATORS} indicators: p50 / slowest of 60`,
      `${round(p50, 1)} / ${round(p99, 1)} ms (${kilo(bytes)})`,
      goal("< 50 ms", p99 < 50),
    );
    row("… the first time after a release", `${round(cold)} ms`);
  } finally {
    await server.stop();
  }
}

/** The page of a traject whose release was just made, and after a restart. */
async function first() {
  const server = await Server.start("first");
  try {
    const told = ({ first, again }) =>
      `${round(first.ms)} ms (${round(first.cpu)} ms CPU, ${kilo(first.bytes)}); then ${round(again.ms)} ms (${round(again.cpu)} ms CPU)`;
    const many = await firstPage.fill(server, "VB0000AA01", firstPage.PINS);
    const opened = await firstPage.open(server, many);
    row(`The page of a traject with ${round(firstPage.PINS)} released pins: the first time after a release; then`, told(opened), goal("< 100 ms", opened.first.ms < 100));
    row("… its release, command and table included", `${round(many.released)} ms`);
    const wide = await firstPage.fill(server, firstPage.large(server), firstPage.PINS / 10);
    row(`The same of a buurt of 10 × 10 km with ${round(firstPage.PINS / 10)} pins`, told(await firstPage.open(server, wide)));
  } finally {
    await server.stop();
  }
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
  const { one, two } = measured.upload;
  row("… memory for one upload at work, beyond the program's own; for one more", `${round(one)} MB; ${round(two - one)} MB`, goal("< 120 MB for each", one < 120 && two - one < 120));
  const server = await Server.start("photos");
  try {
    await shrinking(server, measured.files);
    const { seconds, peak, wrong } = await crowd(server, measured.files[0]);
    if (wrong > 0) notes.push(`Of 200 photos at once ${wrong} were not answered 201.`);
    row("200 photos of 12 MP sent at once: the most memory of the server", `${round(peak)} MB, ${round(seconds, 1)} s`, goal("< 600 MB", peak < 600));
  } finally {
    await server.stop();
  }
}

async function figures() {
  const { areas, columns, seconds, cpu, peak } = await importFigures();
  row(
    `Figures of ${round(areas)} areas × ${columns} columns brought in: time, CPU, peak memory`,
    `${round(seconds, 2)} s, ${round(cpu, 2)} s, ${round(peak)} MB`,
    goal("< 10 s, < 200 MB", seconds < 10 && peak < 200),
  );
  const many = await importMany();
  row(
    `A table of ${round(many.rows)} rows, each area many times over: read to the end and refused`,
    `${round(many.seconds, 2)} s, ${round(many.cpu, 2)} s, ${round(many.peak)} MB`,
    goal("< 200 MB", many.peak < 200 && !many.ok),
  );
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

/** Puts the report between the two marks in RESULTS.md; of single parts only their rows and notes. */
function writeResults(text, parts) {
  const path = join(ROOT, "benches/RESULTS.md");
  const [before, rest] = readFileSync(path, "utf8").split(/(?<=<!-- bench -->\n)/);
  const [old, after] = [rest.slice(0, rest.indexOf("<!-- end of bench -->")), rest.slice(rest.indexOf("<!-- end of bench -->"))];
  writeFileSync(path, `${before}${parts.length > 0 ? merged(old) : `${text}\n`}${after}`);
}

/** The report of before, with the rows and notes that were measured again in the place of those that begin the same. */
function merged(old) {
  const blocks = old.trimEnd().split("\n\n");
  const table = blocks.findIndex((block) => block.startsWith("| "));
  const same = (what) => what.replace(/:.*/, "");
  const again = new Set(rows.map(([what]) => same(what)));
  const kept = blocks[table].split("\n").filter((line) => !again.has(same(line.slice(2, line.indexOf(" |")))));
  blocks[table] = [...kept, ...rows.map((cells) => `| ${cells.join(" | ")} |`)].join("\n");
  const fresh = new Set(notes.map(same));
  return `${[...blocks.filter((block) => !fresh.has(same(block))), ...notes].join("\n\n")}\n`;
}

const PARTS = {
  pins: ["Pins", pins], room: ["Room", room], visits: ["First visit", visits], moving: ["The map that moves", moving], import: ["Import", imports],
  photos: ["Photos", photos], heat: ["Heat", heat], layers: ["Layers", layers], theme: ["Theme page", theme], first: ["First page", first],
  figures: ["Figures", figures],
};
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
  if (process.argv.includes("--results")) writeResults(text, asked);
} finally {
  removeScratch();
}
