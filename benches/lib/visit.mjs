// A resident's first visit: what comes over the wire, and when the plattegrond is there.
import { chromium } from "playwright-core";
import { Line } from "./line.mjs";
import { sleep } from "./server.mjs";

const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const TABLET = { viewport: { width: 1024, height: 768 }, hasTouch: true, locale: "nl-NL" };
const SLOW_LINE = 200_000; // bytes per second: 1.6 Mbit/s, a phone's hotspot in a community centre
const RUNS = 5;
const PATIENCE = 20_000;

export function openBrowser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
}

/** Collects, in the page, the largest paints; the plattegrond is one of them. */
function watchPaints() {
  globalThis.paints = [];
  new PerformanceObserver((list) => {
    for (const { url, renderTime, loadTime } of list.getEntries()) globalThis.paints.push({ url, at: renderTime || loadTime });
  }).observe({ type: "largest-contentful-paint", buffered: true });
}

/** When the plattegrond was painted and the document had come: ms since 1970. */
async function moments(page) {
  await page.waitForFunction(() => globalThis.paints.some(({ url }) => url.includes("/plattegrond/")), null, { timeout: PATIENCE });
  return page.evaluate(() => {
    const paint = globalThis.paints.find(({ url }) => url.includes("/plattegrond/"));
    const [document] = performance.getEntriesByType("navigation");
    return { painted: performance.timeOrigin + paint.at, answered: performance.timeOrigin + document.responseEnd };
  });
}

async function newPage(context) {
  const page = await context.newPage();
  await page.addInitScript(watchPaints);
  return page;
}

const isFont = (path) => path.endsWith(".woff2");
/** Page, style and drawing: without these the plattegrond is not to be seen. */
const isNeeded = (path) => /^\/s\/|\/app\.[^/]*css$|^\/plattegrond\/.*\.svg$/.test(path);

/** First and second visit on an ordinary line. */
export async function visitTwice(browser, server) {
  const line = await Line.open(server.port);
  const context = await browser.newContext(TABLET);
  try {
    const page = await newPage(context);
    await page.goto(`${line.url}/s/${server.code}`);
    await moments(page);
    await page.waitForSelector('[data-map="ready"], [data-map="drawing"]', { timeout: PATIENCE });
    const live = await page.getAttribute("#kaart", "data-map");
    await page.evaluate(() => navigator.serviceWorker?.ready);
    await line.quiet(2500);
    const first = { bytes: line.bytes(), requests: line.asked.length, live, parts: line.parts() };
    await page.close();
    line.reset();
    const again = await newPage(context);
    await again.goto(`${line.url}/s/${server.code}`);
    await again.waitForSelector(`[data-map="${live}"]`, { timeout: PATIENCE });
    await line.quiet(2500);
    return { first, second: { bytes: line.bytes(), requests: line.asked.length, parts: line.parts() } };
  } finally {
    await context.close();
    await line.close();
  }
}

/** What has come over a slow line when the plattegrond is painted; the font is counted apart. */
export async function untilVisible(browser, server) {
  const line = await Line.open(server.port, { bytesPerSecond: SLOW_LINE });
  const context = await browser.newContext(TABLET);
  try {
    const page = await newPage(context);
    await page.goto(`${line.url}/s/${server.code}`, { waitUntil: "commit" });
    const { painted, answered } = await moments(page);
    const came = line.bytes((path) => !isFont(path), painted);
    const needed = line.bytes(isNeeded, painted);
    return { came, needed, ms: painted - answered };
  } finally {
    await context.close();
    await line.close();
  }
}

/** Milliseconds from the document's last byte to the painted plattegrond on a processor four times slower; several visits. */
export async function slowProcessor(browser, server) {
  const times = [];
  for (let run = 0; run < RUNS; run += 1) {
    const context = await browser.newContext(TABLET);
    const page = await newPage(context);
    const cdp = await context.newCDPSession(page);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.goto(`${server.url}/s/${server.code}`, { waitUntil: "commit" });
    const { painted, answered } = await moments(page);
    times.push(painted - answered);
    await context.close();
    await sleep(200);
  }
  return times.sort((a, b) => a - b);
}
