import assert from 'node:assert/strict';
import test from 'node:test';
import { count } from './tally.mjs';

test('every test binary of a cargo run counts', () => {
  const log = 'test result: ok. 5 passed; 0 failed; 1 ignored\n…\ntest result: FAILED. 2 passed; 1 failed; 0 ignored\n';
  assert.deepEqual(count('cargo', 101, log), { passed: 7, failed: 1 });
});

test('a runner that does not compile is one that failed', () => {
  assert.deepEqual(count('cargo', 101, 'error: could not compile'), { passed: 0, failed: 1 });
});

test('a runner that crashes after good tests is one that failed', () => {
  assert.deepEqual(count('cargo', 101, 'test result: ok. 5 passed; 0 failed;\nsignal: 11'), { passed: 5, failed: 1 });
});

test('a runner that ran no test has failed', () => {
  assert.deepEqual(count('node', 0, '# pass 0\n# fail 0\n'), { passed: 0, failed: 1 });
});

test("node's two ways of telling are both read", () => {
  assert.deepEqual(count('node', 1, '# pass 3\n# fail 1\n# cancelled 1\n'), { passed: 3, failed: 2 });
  assert.deepEqual(count('node', 0, 'ℹ pass 3\nℹ fail 0\n'), { passed: 3, failed: 0 });
});

test('a part counts where it failed', () => {
  assert.deepEqual(count('part', 0, ''), { passed: 0, failed: 0 });
  assert.deepEqual(count('part', 101, ''), { passed: 0, failed: 1 });
});

test('a check counts one', () => {
  assert.deepEqual(count('check', 0, ''), { passed: 1, failed: 0 });
  assert.deepEqual(count('check', 2, ''), { passed: 0, failed: 1 });
});
