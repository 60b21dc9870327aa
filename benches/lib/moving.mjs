// The map that moves, on a slow tablet: when it is at rest, how it follows two fingers; beside Leaflet on tiles from this machine.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { denseArguments, withoutDense } from "./import.mjs";
import { ROOT, sleep } from "./server.mjs";

const TABLET = { viewport: { width: 1024, height: 768 }, hasTouch: true, locale: "nl-NL", serviceWorkers: "block" };
const SLOWER = 4; // times
const QUIET_MS = 500; // without a long task: at rest
const MARKERS = 60;
const PATIENCE = 60_000;
const POOR_LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }; // 400 kbit/s
const ACROSS = 200; // pixels from the middle to each finger at most
const SWINGS = 6;
const STEPS = 30; // moves of both fingers in a swing

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});
const crc = (bytes) => (bytes.reduce((c, byte) => crcTable[(c ^ byte) & 255] ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

/** A tile of 256 pixels with some lines, as a PNG. */
function tile() {
  const rows = Buffer.alloc(256 * 257);
  for (let y = 0; y < 256; y += 1) for (let x = 0; x < 256; x += 1) rows[y * 257 + 1 + x] = (x * 7 + y * 3) % 64 < 3 ? 120 : 235;
  const chunk = (name, data) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.from([0, 0, 1, 0, 0, 0, 1, 0, 8, 0, 0, 0, 0]);
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}

const peerPage = (code) => `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/leaflet.css">
<style>html, body, #kaart { height: 100%; margin: 0 }</style><div id="kaart"></div><script src="/leaflet.js"></script><script>
const map = L.map("kaart").setView([52.3446, 4.8204], 15);
const tiles = L.tileLayer("/{z}/{x}/{y}.png", { maxZoom: 20 }).addTo(map);
for (let n = 0; n < ${code}; n += 1) L.circleMarker([52.3406 + (n % 8) / 1000, 4.8154 + n / 6000]).addTo(map);
tiles.once("load", () => { document.getElementById("kaart").dataset.map = "ready"; });
</script>`;

/** Leaflet as published, on tiles that cost nothing to fetch. */
export async function startPeer() {
  const dist = join(ROOT, "node_modules/leaflet/dist");
  const png = tile();
  const server = createServer((request, response) => {
    const send = (kind, body) => response.writeHead(200, { "content-type": kind, "cache-control": "max-age=60" }).end(body);
    if (request.url === "/") send("text/html", peerPage(MARKERS));
    else if (request.url.endsWith(".png")) send("image/png", png);
    else if (/^\/leaflet\.(js|css)$/.test(request.url)) send(request.url.endsWith("js") ? "text/javascript" : "text/css", readFileSync(join(dist, request.url)));
    else response.writeHead(404).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { url: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}

/** Collects when the page worked for longer than 50 ms without a pause. */
function watchWork() {
  globalThis.worked = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) globalThis.worked.push(startTime + duration);
  }).observe({ type: "longtask", buffered: true });
}

/** From the first byte of the page until its map is there and the page is idle, on a processor four times slower; milliseconds. */
export async function untilRest(browser, url, runs = 5) {
  const times = [];
  for (let run = 0; run < runs; run += 1) {
    const context = await browser.newContext(TABLET);
    const page = await context.newPage();
    await page.addInitScript(watchWork);
    const cdp = await context.newCDPSession(page);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await page.goto(url, { waitUntil: "commit" });
    await page.waitForSelector("#kaart[data-map=ready]", { state: "attached", timeout: PATIENCE });
    const ready = await page.evaluate(() => performance.now());
    times.push(await page.evaluate(async ([from, quiet]) => {
      const last = () => Math.max(from, ...globalThis.worked);
      while (performance.now() - last() < quiet) await new Promise((next) => setTimeout(next, 50));
      const [document] = performance.getEntriesByType("navigation");
      return last() - document.responseStart;
    }, [ready, QUIET_MS]));
    await context.close();
  }
  return times.sort((a, b) => a - b);
}

/** Frames in each second while two fingers move apart and together over the map, on a processor four times slower. */
export async function framesInPinch(browser, url) {
  const context = await browser.newContext(TABLET);
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await page.goto(url);
    await page.waitForSelector("#kaart[data-map=ready]", { state: "attached", timeout: PATIENCE });
    await sleep(1000);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    const box = await page.locator("#kaart").boundingBox();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const fingers = (away) => [{ x: x - away, y, id: 0 }, { x: x + away, y, id: 1 }];
    const touch = (type, touchPoints) => cdp.send("Input.dispatchTouchEvent", { type, touchPoints });
    await page.evaluate(() => {
      globalThis.frames = [];
      const count = (now) => { globalThis.frames.push(now); requestAnimationFrame(count); };
      requestAnimationFrame(count);
    });
    await touch("touchStart", fingers(60));
    for (let swing = 0; swing < SWINGS; swing += 1) {
      for (let step = 1; step <= STEPS; step += 1) {
        const share = swing % 2 === 0 ? step / STEPS : 1 - step / STEPS;
        await touch("touchMove", fingers(60 + (ACROSS - 60) * share));
        await sleep(12);
      }
    }
    const seen = await page.evaluate(() => globalThis.frames);
    await touch("touchEnd", []);
    const seconds = (seen.at(-1) - seen[0]) / 1000;
    const longest = seen.slice(1).reduce((most, at, n) => Math.max(most, at - seen[n]), 0);
    return { frames: seen.length / seconds, longest };
  } finally {
    await context.close();
  }
}

/** A first visit on a line of 400 kbit/s with 400 ms each way on a processor four times slower: drawing, panel, moving map; ms after the click. */
export async function onPoorLine(browser, url) {
  const context = await browser.newContext(TABLET);
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      globalThis.drawn = null;
      new PerformanceObserver((list) => {
        for (const { url: of, renderTime, loadTime } of list.getEntries()) if (of.includes("/plattegrond/")) globalThis.drawn ??= renderTime || loadTime;
      }).observe({ type: "largest-contentful-paint", buffered: true });
      const seen = () => {
        if (document.documentElement?.dataset.islands === "ready") globalThis.panel ??= performance.now();
        if (document.querySelector("#kaart[data-map=ready]")) globalThis.live ??= performance.now();
        requestAnimationFrame(seen);
      };
      requestAnimationFrame(seen);
    });
    const cdp = await context.newCDPSession(page);
    await cdp.send("Network.enable");
    await cdp.send("Network.emulateNetworkConditions", POOR_LINE);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await page.goto(url, { waitUntil: "commit" });
    await page.waitForFunction(() => globalThis.live && globalThis.panel && globalThis.drawn, null, { timeout: PATIENCE });
    return await page.evaluate(() => ({ drawn: globalThis.drawn, panel: globalThis.panel, live: globalThis.live }));
  } finally {
    await context.close();
  }
}

/** A wijksessie in central Helsinki on this server, open; why not, where it cannot be had. */
export function denseSession(server) {
  const skipped = withoutDense();
  if (skipped) return { skipped };
  server.cli(...denseArguments());
  const traject = server.cli("traject", "create", "--buurt", "HEL1", "--title", "Keskusta").id;
  return server.cli("session", "create", "--traject", traject, "--title", "Keskusta", "--method", "wijksessie", "--audience", "bewoners");
}
