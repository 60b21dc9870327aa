// Debian's Chromium as people hold it: at a tablet, a phone, a desk. A story that leaves an error behind has failed.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

/** How long a story waits for anything before it has failed: milliseconds, also on a busy machine. */
const PATIENCE = 40_000;

/** The longest that a story takes on a busy machine, several times over, in milliseconds: one that hangs has failed, and says where. */
const LONGEST = 360_000;

/** So often somebody taps who sees that nothing happens. */
const MOST_TAPS = 4;

/** What people hold. The first three are those of residents. */
export const SIZES = {
  tablet: { viewport: { width: 1024, height: 768 }, hasTouch: true },
  'tablet-upright': { viewport: { width: 768, height: 1024 }, hasTouch: true },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  desktop: { viewport: { width: 1440, height: 900 } },
};
export const RESIDENT_SIZES = ['tablet', 'tablet-upright', 'phone'];

/** The browser, once for a file of stories: `const browser = await launch(); after(() => browser.close());` */
export function launch(...more) {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: [...FLAGS, ...more] });
}

/** A browser that keeps its files in a folder, as a tablet does. */
export async function launchProfile(folder, size) {
  const options = { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS, ...SIZES[size], locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', reducedMotion: 'reduce' };
  const context = await chromium.launchPersistentContext(folder, options);
  await context.addInitScript(rememberClicks);
  return context;
}

/** One person at one device: a browser context that remembers everything that went wrong in it. */
export class Story {
  #allowed = [];
  /** What went wrong, one line each. */
  seen = [];

  constructor(context, page, size, origin, { hasScript = true } = {}) {
    Object.assign(this, { context, page, size, origin, hasScript });
    context.on('console', (message) => {
      if (message.type() === 'error') this.seen.push(`console: ${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => this.seen.push(`page error: ${error.error().stack ?? error.error()}`));
    context.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      const own = host === new URL(origin).host || ['data:', 'blob:', 'about:'].includes(protocol);
      if (!own) this.seen.push(`request to another host: ${request.url()}`);
    });
    page.on('crash', () => this.seen.push('the page crashed'));
  }

  /** Lets the story expect faults: a refused input and a lost network also appear on the browser's console. */
  allow(...patterns) {
    this.#allowed.push(...patterns);
  }

  /** What went wrong and was not expected. */
  faults() {
    return this.seen.filter((line) => !this.#allowed.some((pattern) => pattern.test(line)));
  }

  goto(path) {
    return this.page.goto(new URL(path, this.origin).href);
  }

  /** After each step no tap counts for a moment: people look first, too. */
  looked(page = this.page) {
    return page.locator('html:not([data-held])').waitFor({ state: 'attached' });
  }

  /** Touches where there is a touch screen, clicks where there is not. */
  press(locator, options) {
    return this.counted(() => (SIZES[this.size].hasTouch ? locator.tap(options) : locator.click(options)), locator.page());
  }

  /** A page may begin to hold taps back between the look and the tap, or not be painted yet; who sees that nothing happened taps again. */
  async counted(tap, page = this.page) {
    // Where no script runs, nothing holds a tap back.
    if (!this.hasScript) return void await tap();
    for (let taps = 0; taps < MOST_TAPS; taps += 1) {
      await this.looked(page);
      await page.evaluate(() => { globalThis.lastClick = 'none'; }).catch(() => {});
      await tap();
      if (await counts(page)) return;
    }
  }

  /** A picture in the folder BUURTBLIK_SHOTS, where that is set. */
  async shot(name, { fullPage = false } = {}) {
    const folder = process.env.BUURTBLIK_SHOTS;
    if (!folder) return;
    await mkdir(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name}-${this.size}.png`), fullPage });
  }

  /** Holds the page, as it is now, to every rule of axe. No page has frames, and only what is wrong is asked: that takes a quarter of the time. */
  async checkAccessible(page = this.page) {
    await page.evaluate(`if (!globalThis.axe) { ${axe.source} }`);
    const violations = await page.evaluate(async () => {
      const { violations: wrong } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
      return wrong.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ target }) => ({ target })) }));
    });
    const told = violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id} (${help}): ${target.join(' ')}`));
    assert.deepEqual(told, [], `axe on ${page.url()} at ${this.size}`);
  }

  /** Nothing hangs over the edge: the page does not scroll sideways. */
  async checkFits(page = this.page) {
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(over <= 0, `${page.url()} is ${over} px too wide at ${this.size}`);
  }
}

/** Whether the last tap did anything. A touch becomes a click a moment after it; a browser drops one on a page that it has yet to show. */
async function counts(page) {
  for (let asked = 0; asked < 20; asked += 1) {
    const told = await page.evaluate(() => globalThis.lastClick).catch(() => undefined);
    // Where the tap led to another page there is nothing to ask any more.
    if (told !== 'none') return told !== 'held back';
    await new Promise((later) => { setTimeout(later, 50); });
  }
  return false;
}

/** In the page, before its own scripts: what came of the last click can be asked afterwards. One that is held back gets to no element. */
function rememberClicks() {
  globalThis.lastClick = 'before';
  addEventListener('click', () => { globalThis.lastClick = 'held back'; }, true);
  document.addEventListener('click', () => { globalThis.lastClick = 'arrived'; }, true);
}

/** What comes of some work, where that comes in time. */
async function inTime(work) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not through within ${LONGEST / 1000} seconds`)), LONGEST);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Tells one story: opens a page at the given size, runs `tell(story)`, and holds the browser to having seen no error.
 * `options` go to the browser context (`storageState`, `javaScriptEnabled`, …).
 */
export async function story(browser, { size, origin, ...options }, tell) {
  const context = await browser.newContext({
    ...SIZES[size], locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', reducedMotion: 'reduce', ...options,
  });
  context.setDefaultTimeout(PATIENCE);
  await context.addInitScript(rememberClicks);
  try {
    const told = new Story(context, await context.newPage(), size, origin, { hasScript: options.javaScriptEnabled });
    try {
      await inTime(tell(told));
    } catch (error) {
      await told.shot(`failed-${Date.now()}`).catch(() => {});
      // Told in the stack, which is what the reporter prints.
      error.stack += ['', `at ${told.page.url()}`, 'the browser saw:', ...told.seen].join('\n    ');
      throw error;
    }
    assert.deepEqual(told.faults(), [], `what the browser saw at ${size}`);
  } finally {
    await context.close();
  }
}
