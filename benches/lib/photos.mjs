// Photos made safe, beside sharp on the same files; and 200 of them sent to a server at once.
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { PROGRAM, ROOT, memoryMb, scratch } from "./server.mjs";

const run = promisify(execFile);
const EXAMPLE = join(PROGRAM, "../examples/photos");
const PEER = join(ROOT, "benches/lib/peer_sharp.mjs");
const HERE = join(PROGRAM, "../../bench-npm");
/** Not in package.json: libvips in it is LGPL, and only this measurement needs it. */
const SHARP = "sharp@0.35.5";
const DATA = process.env.BUURTBLIK_TEST_DATA ?? join(ROOT, "../shared/data");
const QUALITY = 82; // as src/input/photos/pipeline/encode.rs
const ROUNDS = 8;
const SHRINKS = 3;
const REST_MS = 2_000;
const LONGEST_MS = 180_000;

async function sharp() {
  const entry = join(HERE, "here.js");
  if (!existsSync(join(HERE, "node_modules/sharp"))) {
    mkdirSync(HERE, { recursive: true });
    writeFileSync(join(HERE, "package.json"), "{}");
    await run("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error", SHARP], { cwd: HERE, timeout: LONGEST_MS });
  }
  return createRequire(entry)("sharp");
}

/** Four photos of 12 megapixels: real ones made larger where they are at hand, else noise on a slope. */
async function photos(tool) {
  const folder = join(DATA, "photos/orientation");
  const real = existsSync(folder) ? readdirSync(folder).filter((name) => /^(Landscape|Portrait)_[16]\.jpg$/.test(name)) : [];
  const files = [];
  for (let at = 0; at < 4; at += 1) {
    const file = join(scratch("photos"), `12mp-${at}.jpg`);
    const base = real.length > 0
      ? tool(join(folder, real[at % real.length])).rotate()
      : tool({ create: { width: 800, height: 600, channels: 3, background: "#777", noise: { type: "gaussian", mean: 128, sigma: 30 } } });
    const large = await base.resize(4000, 3000, { fit: "cover", kernel: "lanczos3" }).raw().toBuffer({ resolveWithObject: true });
    // The grain of a sensor: without it an enlarged picture is far too easy.
    let seed = at + 1;
    for (let i = 0; i < large.data.length; i += 1) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      large.data[i] = Math.max(0, Math.min(255, large.data[i] + (seed >>> 28) - 8));
    }
    const { width, height, channels } = large.info;
    await tool(large.data, { raw: { width, height, channels } }).jpeg({ quality: 90 }).toFile(file);
    files.push(file);
  }
  return files;
}

/** Mean structural similarity of two grey pictures, in squares of 8 pixels (Wang and others, 2004). */
function ssim(a, b, width, height) {
  const [c1, c2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2];
  let [sum, count] = [0, 0];
  for (let y = 0; y + 8 <= height; y += 4) {
    for (let x = 0; x + 8 <= width; x += 4) {
      let [ma, mb, aa, bb, ab] = [0, 0, 0, 0, 0];
      for (let row = y; row < y + 8; row += 1) {
        for (let at = row * width + x; at < row * width + x + 8; at += 1) {
          ma += a[at]; mb += b[at]; aa += a[at] * a[at]; bb += b[at] * b[at]; ab += a[at] * b[at];
        }
      }
      ma /= 64; mb /= 64;
      const [va, vb, cov] = [aa / 64 - ma * ma, bb / 64 - mb * mb, ab / 64 - ma * mb];
      sum += ((2 * ma * mb + c1) * (2 * cov + c2)) / ((ma * ma + mb * mb + c1) * (va + vb + c2));
      count += 1;
    }
  }
  return sum / count;
}

const folder = (name) => scratch(join("photos", name));

async function onCores(cores, command, args) {
  const { stdout } = await run("taskset", ["-c", cores === 1 ? "0" : "0,1", command, ...args], { timeout: LONGEST_MS });
  return JSON.parse(stdout);
}

/** How alike the large pictures in a folder are to the originals, made smaller without loss by a third way (Mitchell). */
async function likeness(tool, files, out) {
  let sum = 0;
  for (const [at, file] of files.entries()) {
    const grey = (input) => tool(input).greyscale().raw().toBuffer({ resolveWithObject: true });
    const reference = await tool(file).rotate().resize(2048, 2048, { fit: "inside", kernel: "mitchell" }).greyscale().raw().toBuffer({ resolveWithObject: true });
    const ours = await grey(readFileSync(join(out, `${at}-large.jpg`)));
    const { width, height } = reference.info;
    if (ours.info.width !== width || ours.info.height !== height) throw new Error("another size");
    sum += ssim(reference.data, ours.data, width, height);
  }
  return sum / files.length;
}

/** Bytes that sharp needs for the same likeness: between the two qualities round it, in a straight line. */
async function bytesAt(tool, files, wanted) {
  let before;
  for (const quality of [60, 68, 74, 78, 82, 86, 90, 94]) {
    const out = folder(`sharp-${quality}`);
    const made = await onCores(2, process.execPath, [PEER, HERE, "2", "1", out, String(quality), ...files]);
    const now = { like: await likeness(tool, files, out), bytes: made.large_bytes / files.length };
    if (now.like >= wanted) {
      if (!before) return now.bytes;
      const share = (wanted - before.like) / (now.like - before.like);
      return before.bytes + share * (now.bytes - before.bytes);
    }
    before = now;
  }
  return Number.NaN;
}

export async function comparePhotos() {
  if (!existsSync(EXAMPLE)) throw new Error(`there is no ${EXAMPLE}; see make bench`);
  const tool = await sharp();
  const files = await photos(tool);
  const [oursOut, peerOut] = [folder("ours"), folder("peer")];
  const outcome = { files, version: tool.versions.vips };
  for (const cores of [1, 2]) {
    const ours = await onCores(cores, EXAMPLE, [String(cores), String(ROUNDS), oursOut, ...files]);
    const peer = await onCores(cores, process.execPath, [PEER, HERE, String(cores), String(ROUNDS), peerOut, String(QUALITY), ...files]);
    outcome[cores] = { ours, peer };
  }
  // One upload at work, and two: what each holds beyond what the process held before.
  const held = async (at) => {
    const { peak_kb: peak, base_kb: base } = await onCores(2, EXAMPLE, [String(at), String(at), oursOut, files[0]]);
    return ((peak - base) * 1024) / 1e6;
  };
  outcome.upload = { one: await held(1), two: await held(2) };
  const like = await likeness(tool, files, oursOut);
  outcome.like = { ours: like, peer: await likeness(tool, files, peerOut) };
  outcome.equal = await bytesAt(tool, files, like);
  return outcome;
}

/**
 * A photo made small in the browser, on a processor four times slower: how long it takes and the longest time for which the page
 * did not answer, in milliseconds, each the worst of several. `worker: false`: in a browser that can do it on the page only.
 */
export async function shrinkInBrowser(browser, server, files, { worker = true } = {}) {
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 }, locale: "nl-NL" });
  try {
    const page = await context.newPage();
    if (!worker) await page.addInitScript(() => { delete globalThis.OffscreenCanvas; });
    await page.goto(`${server.url}/s/${server.code}/wandeling`);
    await page.waitForSelector('[data-map="ready"]');
    await page.waitForTimeout(REST_MS);
    const cdp = await context.newCDPSession(page);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    let [longest, blocked] = [0, 0];
    for (let run = 1; run <= SHRINKS; run += 1) {
      await page.evaluate(() => {
        Object.assign(globalThis, { began: performance.now(), last: performance.now(), silent: 0 });
        globalThis.ticking = setInterval(() => {
          const now = performance.now();
          globalThis.silent = Math.max(globalThis.silent, now - globalThis.last);
          globalThis.last = now;
        }, 0);
      });
      // Other pictures each time: the same one twice is not taken.
      await page.setInputFiles("#fotos", files[run % files.length]);
      await page.waitForFunction((count) => document.querySelectorAll(".walk-card").length === count, run, { polling: 20, timeout: LONGEST_MS });
      const { ms, silent } = await page.evaluate(() => {
        clearInterval(globalThis.ticking);
        return { ms: performance.now() - globalThis.began, silent: globalThis.silent };
      });
      [longest, blocked] = [Math.max(longest, ms), Math.max(blocked, silent)];
    }
    return { ms: longest, blocked };
  } finally {
    await context.close();
  }
}

/** 200 uploads at once; the most memory the server held, in megabytes, and how long they took. */
export async function crowd(server, file) {
  const participant = randomUUID();
  const walk = `${server.url}/api/v1/sessions/${server.code}/walks/${randomUUID()}`;
  const made = await fetch(walk, { method: "PUT", body: JSON.stringify({ title: "Meting", participant }), headers: { "content-type": "application/json" } });
  if (made.status !== 201) throw new Error(`the walk was answered ${made.status}`);
  const photo = new Blob([readFileSync(file)], { type: "image/jpeg" });
  const began = Date.now();
  const sent = await Promise.all(Array.from({ length: 200 }, async (_, at) => {
    const form = new FormData();
    form.append("photo", photo, "a.jpg");
    form.append("caption", `Foto ${at}`);
    const answer = await fetch(`${walk}/photos/${randomUUID()}`, { method: "PUT", body: form, headers: { participant } });
    return answer.status;
  }));
  const wrong = sent.filter((status) => status !== 201).length;
  return { seconds: (Date.now() - began) / 1000, peak: memoryMb(server.pid, "VmHWM"), wrong };
}
