// What goes on paper: poster on A4, plattegrond on A3, the page to take home.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { launch, story } from './lib/browser.mjs';
import { demoLinks, link, signIn } from './lib/people.mjs';
import { startServer } from './lib/server.mjs';

const run = promisify(execFile);
let browser;
let server;
let folder;
before(async () => {
  [browser, server, folder] = await Promise.all([launch(), startServer({ args: ['--demo'] }), mkdtemp(join(tmpdir(), 'papier-'))]);
});
after(async () => {
  await browser?.close();
  await server?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** Prints the page as it is: how many pages, the size of the first in points, and the words of the first. */
async function print(told, name) {
  const file = join(folder, `${name}.pdf`);
  await writeFile(file, await told.page.pdf({ preferCSSPageSize: true, printBackground: true }));
  const { stdout } = await run('pdfinfo', [file]);
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(stdout);
  const words = (await run('pdftotext', ['-l', '1', '-layout', file, '-'])).stdout;
  return { pages: Number(/Pages:\s+(\d+)/.exec(stdout)[1]), size: [Math.round(width), Math.round(height)], words };
}

test('the poster, the plattegrond and the page to take home are as large as their paper, and begin on it', () => story(browser, { size: 'desktop', origin: server.url }, async (told) => {
  await signIn(told, demoLinks(server).begeleider);
  await told.press(link(told, 'Momenten').first());
  const released = told.page.locator('.card', { hasText: 'vrijgegeven' }).locator('a[href^="/sessie/"]').first();
  const path = await released.getAttribute('href');
  const title = await released.innerText();
  for (const [name, size, most] of [['poster', [595, 842], 1], ['plattegrond', [1191, 842], 1], ['thuis', [595, 842], 12]]) {
    assert.equal((await told.goto(`${path}/${name}`)).status(), 200);
    const paper = await print(told, name);
    assert.deepEqual(paper.size, size, name);
    assert.ok(paper.pages <= most, `${name}: ${paper.pages} pages`);
    assert.ok(paper.words.includes(title), `${name} begins on its first page:\n${paper.words}`);
    assert.doesNotMatch(paper.words, /Direct naar de inhoud|Afmelden|Print deze/, name);
  }
  assert.match((await print(told, 'thuis')).words, /Sterk[\s\S]*Wat bewoners zeiden/, 'strengths first');
}));
