import assert from 'node:assert/strict';
import test from 'node:test';
import { compare, faults, mayUse } from './licences.mjs';

const allowed = ['MIT', 'Apache-2.0', 'BSD-3-Clause', 'Apache-2.0 WITH LLVM-exception'];
const crate = {
  name: 'good', version: '1.2.3', licence: 'MIT', direct: true,
  source: 'registry+https://github.com/rust-lang/crates.io-index',
};
const rules = {
  licences: { allowed },
  banned: [{ name: 'bad', reason: 'there is better' }, { name: 'inner', direct: true, reason: 'only others may' }],
  advisories: { vulnerable: [
    { id: 'X-1', name: 'holed', from: '1.2.0', below: '1.3.0', what: 'a hole' },
    { id: 'X-2', name: 'known', below: '2.0.0', what: 'a hole', accepted: 'not reached' },
  ] },
};

test('one allowed licence of several to choose from is enough', () => {
  assert.ok(mayUse('GPL-3.0-only OR MIT', allowed));
  assert.ok(mayUse('Unlicense/MIT', allowed));
  assert.ok(mayUse('Apache-2.0 WITH LLVM-exception OR GPL-2.0-only', allowed));
});

test('of licences that all hold, all must be allowed', () => {
  assert.ok(mayUse('(MIT OR GPL-3.0-only) AND BSD-3-Clause', allowed));
  assert.ok(!mayUse('MIT AND GPL-3.0-only', allowed));
  assert.ok(!mayUse('(MIT OR Apache-2.0) AND IJG', allowed));
});

test('a package that names no licence may not be used', () => {
  assert.ok(!mayUse(undefined, allowed));
  assert.ok(!mayUse('', allowed));
});

test('versions are compared by number', () => {
  assert.ok(compare('0.9.11', '0.10.0') < 0);
  assert.ok(compare('1.10.0', '1.9.9') > 0);
  assert.equal(compare('1.2.1+spec-1.1.0', '1.2.1'), 0);
});

test('a good crate has no faults', () => assert.deepEqual(faults(rules, crate), []));

test('a crate from a git address or another registry is a fault', () => {
  assert.match(faults(rules, { ...crate, source: 'git+https://example.org/x' })[0], /elsewhere/);
});

test('a banned crate is a fault, with its reason', () => {
  assert.match(faults(rules, { ...crate, name: 'bad', direct: false })[0], /there is better/);
  assert.equal(faults(rules, { ...crate, name: 'inner', direct: false }).length, 0);
  assert.equal(faults(rules, { ...crate, name: 'inner' }).length, 1);
});

test('a version with a known hole is a fault, one before or after it is not', () => {
  const version = (number) => faults(rules, { ...crate, name: 'holed', version: number }).length;
  assert.deepEqual(['1.1.9', '1.2.0', '1.2.9', '1.3.0'].map(version), [0, 1, 1, 0]);
});

test('an advisory that was accepted is no fault', () => {
  assert.deepEqual(faults(rules, { ...crate, name: 'known' }), []);
});
