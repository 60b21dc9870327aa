// sharp (libvips) doing what the program does: upright, at most 2048 and 320 px, JPEG without metadata.
//   node benches/lib/peer_sharp.mjs FOLDER_WITH_SHARP WORKERS ROUNDS OUT QUALITY FILE…
// Prints one line of JSON. Or, with ROUNDS 0, makes the test photos: see lib/photos.mjs.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [folder, workers, rounds, out, quality, ...files] = process.argv.slice(2);
const sharp = createRequire(join(resolve(folder), "here.js"))("sharp");
sharp.cache(false);
sharp.concurrency(1);

const sized = (input, side, level) =>
  sharp(input).rotate().resize(side, side, { fit: "inside", withoutEnlargement: true }).jpeg({ quality: level }).toBuffer();

const inputs = files.map((file) => readFileSync(file));
const work = Array.from({ length: Number(rounds) }, () => inputs.map((input, at) => [input, at])).flat();
let bytes = 0;
const count = work.length;
async function worker() {
  for (let next = work.shift(); next; next = work.shift()) {
    const [input, at] = next;
    const large = await sized(input, 2048, Number(quality));
    const thumb = await sized(input, 320, Number(quality));
    bytes += large.length;
    writeFileSync(join(out, `${at}-large.jpg`), large);
    writeFileSync(join(out, `${at}-thumb.jpg`), thumb);
  }
}
const began = process.hrtime.bigint();
await Promise.all(Array.from({ length: Number(workers) }, worker));
const seconds = Number(process.hrtime.bigint() - began) / 1e9;
const peak = Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync("/proc/self/status", "utf8"))[1]);
console.log(JSON.stringify({ photos: count, seconds, peak_kb: peak, large_bytes: bytes, versions: sharp.versions }));
