// `node tools/licences.mjs`: holds the lock files to deny.json (licences, banned packages, advisories, sources).
// Reads what cargo has already fetched; needs no network.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const MANIFESTS = ['Cargo.toml', 'tools/wasm-bindgen/Cargo.toml'];
const CRATES_IO = 'registry+https://github.com/rust-lang/crates.io-index';

/** Whether the SPDX expression can be met with allowed licences alone (`MIT/Apache-2.0` is an old way to say OR). */
export function mayUse(expression, allowed) {
  const tokens = (expression ?? '').replace(/\//g, ' OR ').match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const term = () => {
    if (tokens[at] === '(') {
      at += 1;
      const inner = any();
      at += 1; // the closing one
      return inner;
    }
    let name = tokens[at++];
    if (tokens[at] === 'WITH') {
      name += ` WITH ${tokens[at + 1]}`;
      at += 2;
    }
    return allowed.includes(name);
  };
  const chain = (word, next, join) => () => {
    let result = next();
    while (tokens[at] === word) {
      at += 1;
      result = join(next(), result);
    }
    return result;
  };
  const all = chain('AND', term, (a, b) => a && b);
  const any = chain('OR', all, (a, b) => a || b);
  return tokens.length > 0 && any() && at === tokens.length;
}

/** Negative where version `a` comes before `b`; what follows a `-` or `+` is not looked at. */
export function compare(a, b) {
  const numbers = (version) => version.split(/[-+]/)[0].split('.').map(Number);
  const [left, right] = [numbers(a), numbers(b)];
  return left.map((part, index) => part - (right[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** One line for each rule that a package (`name`, `version`, `licence`, `source`, `direct`) breaks. */
export function faults(rules, { name, version, licence, source, direct }) {
  const found = [];
  if (!mayUse(licence, rules.licences.allowed)) found.push(`licence ${licence ?? 'unknown'} is not allowed`);
  if (source !== null && source !== CRATES_IO) found.push(`comes from elsewhere: ${source}`);
  for (const ban of rules.banned) {
    if (ban.name === name && (direct || !ban.direct)) found.push(`banned: ${ban.reason}`);
  }
  for (const advisory of rules.advisories.vulnerable) {
    const hit = advisory.name === name && compare(version, advisory.below) < 0
      && compare(version, advisory.from ?? '0.0.0') >= 0;
    if (hit && !advisory.accepted) found.push(`${advisory.id}: ${advisory.what}; mended in ${advisory.below}`);
  }
  return found.map((fault) => `${name} ${version}: ${fault}`);
}

/** The packages of one Cargo.lock. */
function crates(manifest) {
  const metadata = JSON.parse(execFileSync(
    'tools/cargo.sh',
    ['server', 'metadata', '--locked', '--offline', '--format-version', '1', '--manifest-path', manifest],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  ));
  const own = metadata.packages.filter((entry) => entry.source === null);
  const direct = new Set(own.flatMap((entry) => entry.dependencies.map((dependency) => dependency.name)));
  return metadata.packages.map((entry) => ({ ...entry, licence: entry.license, direct: direct.has(entry.name) }));
}

/** The packages of package-lock.json. npm names no source where nothing else than its registry is used. */
function npmPackages(lock) {
  const root = Object.assign({}, lock.packages[''].dependencies, lock.packages[''].devDependencies);
  return Object.entries(lock.packages).filter(([path]) => path !== '').map(([path, entry]) => {
    const name = entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return { name, version: entry.version, licence: entry.license, source: entry.resolved ?? null, direct: name in root };
  });
}

function duplicates(packages) {
  const versions = new Map();
  for (const { name, version } of packages) versions.set(name, [...(versions.get(name) ?? []), version]);
  return [...versions].filter(([, all]) => all.length > 1).map(([name, all]) => `${name} ${all.join(' ')}`);
}

function main() {
  const rules = JSON.parse(readFileSync('deny.json', 'utf8'));
  const rust = MANIFESTS.map(crates);
  const npm = existsSync('package-lock.json') ? npmPackages(JSON.parse(readFileSync('package-lock.json', 'utf8'))) : [];
  const found = [...rust.flat(), ...npm].flatMap((entry) => faults(rules, entry));
  const twice = duplicates(rust[0]);
  console.log(`${rust.flat().length} crates, ${npm.length} npm packages; advisories reviewed ${rules.advisories.reviewed}`);
  console.log(`more than one version of ${twice.length} crates: ${twice.join(', ')}`);
  for (const { name, id, accepted } of rules.advisories.vulnerable) {
    if (accepted) console.log(`accepted ${id} in ${name}: ${accepted}`);
  }
  for (const fault of found) console.error(fault);
  process.exitCode = found.length > 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) main();
