// The harness itself: a story that leaves an error behind must fail.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { launch, story } from './lib/browser.mjs';
import { Server } from './lib/server.mjs';

const page = (body) => `<!doctype html><html lang="nl"><head><title>Proef</title><link rel="icon" href="data:,">
  <meta name="viewport" content="width=device-width"></head><body><main><h1>Proef</h1>${body}</main></body></html>`;
const pages = {
  '/good': page('<p>Goed</p>'),
  '/console': page('<script src="/console.js"></script>'),
  '/thrown': page('<script src="/thrown.js"></script>'),
  '/inline': page('<script>document.title = "no"</script>'),
  '/elsewhere': page('<img alt="" src="http://127.0.0.2:9/x.png">'),
  '/wide': page('<div style="width: 3000px">breed</div>'),
  '/unnamed': page('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'),
  '/console.js': 'console.error("broken")',
  '/thrown.js': 'throw new Error("thrown")',
};
let browser;
let site;
let origin;

before(async () => {
  browser = await launch();
  site = createServer((request, response) => {
    const script = request.url.endsWith('.js');
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', "script-src 'self'");
    response.end(pages[request.url]);
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  origin = `http://127.0.0.1:${site.address().port}`;
});
after(async () => {
  await browser?.close();
  site?.close();
});

const visit = (path, size = 'tablet') => story(browser, { size, origin }, (told) => told.goto(path));

test('a good page makes a good story at every size', async () => {
  for (const size of ['tablet', 'tablet-upright', 'phone', 'desktop']) {
    await story(browser, { size, origin }, async (told) => {
      await told.goto('/good');
      await told.checkAccessible();
      await told.checkFits();
    });
  }
});

for (const [path, what] of [
  ['/console', /console: broken/],
  ['/thrown', /page error/],
  ['/inline', /Content Security Policy/],
  ['/elsewhere', /another host/],
]) {
  test(`${path.slice(1)} is caught`, () => assert.rejects(visit(path), what));
}

test('what a story expects is allowed', () => story(browser, { size: 'phone', origin }, async (told) => {
  told.allow(/console: broken/);
  await told.goto('/console');
}));

test('a page that is too wide, or not accessible, is caught', () => story(browser, { size: 'phone', origin }, async (told) => {
  await told.goto('/wide');
  await assert.rejects(told.checkFits(), /too wide/);
  await told.goto('/unnamed');
  await assert.rejects(told.checkAccessible(), /image-alt/);
}));

test('an error or a panic in the log is caught, unless the story expects it', () => {
  const server = new Server({ dataDir: '/nowhere', database: null, args: [], env: {} });
  server.log = "INFO listening on http://127.0.0.1\nERROR db: gone\nthread 'x' panicked at src/a.rs\n";
  assert.equal(server.faults().length, 2);
  assert.equal(server.faults([/db: gone/]).length, 1);
});
