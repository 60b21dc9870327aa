// `node tools/tally.mjs STEPS.tsv`: adds up what the test runners said and prints, last, `N passed, N failed`.
// Exits 1 where anything failed, or where nothing ran at all.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const sum = (log, pattern) => [...log.matchAll(pattern)].reduce((total, match) => total + Number(match[1]), 0);

/** What one kind of runner says in its log. */
const counters = {
  check: (_, status) => ({ passed: status === 0 ? 1 : 0, failed: 0 }),
  // Work that other steps rest on: no test itself, but a fault where it fails.
  part: (_, status) => ({ passed: 0, failed: status === 0 ? 0 : 1 }),
  cargo: (log) => ({
    passed: sum(log, /^test result: .*? (\d+) passed;/gm),
    failed: sum(log, /^test result: .*? (\d+) failed;/gm),
  }),
  node: (log) => ({
    passed: sum(log, /^(?:#|ℹ) pass (\d+)$/gm),
    failed: sum(log, /^(?:#|ℹ) (?:fail|cancelled) (\d+)$/gm),
  }),
};

/**
 * Counts one step. A step that ended badly without naming a failed test (it did not compile, it crashed), and one
 * that ended well without a single test, is itself one that failed.
 */
export function count(kind, status, log) {
  const { passed, failed } = counters[kind](log, status);
  const silent = failed === 0 && (status !== 0 || (passed === 0 && kind !== 'part'));
  return { passed, failed: silent ? 1 : failed };
}

function main(file) {
  const steps = readFileSync(file, 'utf8').trim().split('\n').filter(Boolean).map((line) => line.split('\t'));
  let passed = 0;
  let failed = 0;
  for (const [kind, name, status, log] of steps) {
    const step = count(kind, Number(status), readFileSync(log, 'utf8'));
    passed += step.passed;
    failed += step.failed;
    if (step.failed > 0) console.log(`${name}: ${step.failed} failed, see ${log}`);
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) main(process.argv[2]);
