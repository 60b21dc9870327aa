import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';

const LIB = new URL('../benches/lib/', import.meta.url);

test('what one benchmark writes is never in the way of another in the same run', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'benches-'));
  process.env.BUURTBLIK_TARGET = folder;
  try {
    const { scratch } = await import(new URL('server.mjs', LIB));
    // The raster's benchmark writes a file `ours`; that of photos needs a folder of that name; a server may be called as a benchmark is.
    writeFileSync(join(scratch('heat'), 'ours'), '');
    mkdirSync(scratch(join('photos', 'ours')), { recursive: true });
    writeFileSync(join(scratch(join('servers', 'photos')), 'log'), '');
    assert.equal(scratch('heat'), scratch('heat'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('no benchmark writes outside a folder of its own', () => {
  const folders = new Map();
  for (const name of readdirSync(LIB).filter((file) => file.endsWith('.mjs'))) {
    const text = readFileSync(new URL(name, LIB), 'utf8');
    if (name !== 'server.mjs') assert.doesNotMatch(text, /\bSCRATCH\b/, name);
    for (const [, of] of text.matchAll(/scratch\((?:join\()?"(\w+)"/g)) {
      assert.equal(folders.get(of) ?? name, name, `${of} is of two benchmarks`);
      folders.set(of, name);
    }
  }
  assert.ok(folders.size >= 5);
});
