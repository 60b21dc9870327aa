// The built program, started as a person would start it, with an empty data directory of its own.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify, stripVTControlCharacters } from 'node:util';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
// What `make test` compiles: see [profile.dev] in Cargo.toml.
const TARGET = process.env.BUURTBLIK_TARGET ?? process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target');
export const PROGRAM = process.env.BUURTBLIK_PROGRAM ?? join(TARGET, 'debug/buurtblik');

const START_SECONDS = 30;
const STOP_SECONDS = 15;
const run = promisify(execFile);

/** A port that was free a moment ago. */
export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

/** The environment without anything that would steer the program from outside the story. */
function cleanEnvironment(extra) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(BUURTBLIK_|DATABASE_URL$|LEPTOS_|RUST_LOG$)/.test(name));
  return { ...Object.fromEntries(kept), ...extra };
}

/** A new, empty database in the PostgreSQL that tools/with-postgres.sh started. */
async function newPostgresDatabase() {
  const cluster = process.env.BUURTBLIK_TEST_POSTGRES;
  assert.ok(cluster, 'no PostgreSQL: run this under tools/with-postgres.sh');
  const name = `story_${process.pid}_${Math.random().toString(36).slice(2)}`;
  const sql = (text) => run('psql', [cluster, '--quiet', '--no-psqlrc', '--command', text]);
  await sql(`CREATE DATABASE ${name}`);
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => sql(`DROP DATABASE ${name} WITH (FORCE)`) };
}

export class Server {
  #child = null;
  #database = null;
  /** Everything the program wrote since it was first started. */
  log = '';

  constructor({ dataDir, database, args, env }) {
    this.dataDir = dataDir;
    this.#database = database;
    this.args = args;
    this.env = cleanEnvironment(env);
  }

  /** Where data is kept, as arguments for any command. */
  get place() {
    return ['--data-dir', this.dataDir, ...(this.#database ? ['--database-url', this.#database.url] : [])];
  }

  /** The number of its process, while it runs. */
  get pid() {
    return this.#child?.pid;
  }

  /** Starts, or starts again on the same port, and waits until the program listens. */
  async start() {
    this.port ??= await freePort();
    this.url = `http://127.0.0.1:${this.port}`;
    const from = this.log.length;
    const args = ['serve', '--addr', `127.0.0.1:${this.port}`, ...this.place, ...this.args];
    const child = spawn(PROGRAM, args, { cwd: ROOT, env: this.env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    const exited = once(child, 'exit').then(([code, signal]) => ({ code, signal }), (error) => ({ error }));
    child.exited = exited;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => { this.log += stripVTControlCharacters(text); });
    }
    let ended = null;
    exited.then((how) => { ended = how; });
    const until = Date.now() + START_SECONDS * 1000;
    while (!this.log.slice(from).includes('listening on ')) {
      const waiting = !ended && Date.now() < until;
      if (!waiting) child.kill('SIGKILL');
      assert.ok(waiting, `${PROGRAM} did not start ${JSON.stringify(ended)}:\n${this.log.slice(from)}`);
      await new Promise((next) => { setTimeout(next, 20); });
    }
    return this;
  }

  /** As a power cut would: no chance to tidy up. `start()` brings it back with the same data. */
  async kill() {
    this.#child.kill('SIGKILL');
    await this.#child.exited;
    this.#child = null;
  }

  /** Stops it as a service manager would, and holds it to a clean end. */
  async terminate() {
    const child = this.#child;
    if (!child) return;
    this.#child = null;
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_SECONDS * 1000);
    const { code, signal } = await child.exited;
    clearTimeout(late);
    assert.equal(code, 0, `the program ended with ${code ?? signal}:\n${this.log}`);
  }

  /** Lines of the log that no story may leave behind, but for the `allowed` ones. */
  faults(allowed = []) {
    const bad = /\bERROR\b|"level":"ERROR"|panicked at/;
    return this.log.split('\n').filter((line) => bad.test(line) && !allowed.some((pattern) => pattern.test(line)));
  }

  /** Ends the story: stops, checks the log, removes the data. */
  async stop({ allowed = [] } = {}) {
    try {
      await this.terminate();
      assert.deepEqual(this.faults(allowed), [], `the log is not clean:\n${this.log}`);
    } finally {
      await rm(this.dataDir, { recursive: true, force: true });
      await this.#database?.drop();
    }
  }

  /** Runs a command beside the server and returns its exit code and what it wrote. */
  async try(...args) {
    try {
      const { stdout, stderr } = await run(PROGRAM, [...args, ...this.place], { cwd: ROOT, env: this.env });
      return { code: 0, stdout, stderr };
    } catch (error) {
      if (typeof error.code !== 'number') throw error;
      return { code: error.code, stdout: error.stdout, stderr: error.stderr };
    }
  }

  /** Runs a command that must succeed and returns the JSON it prints (`null` where it prints nothing). */
  async cli(...args) {
    const { code, stdout, stderr } = await this.try(...args, '--json');
    assert.equal(code, 0, `buurtblik ${args.join(' ')}: ${stderr}`);
    return stdout.trim() === '' ? null : JSON.parse(stdout);
  }

  /** A request to the server; `json` is sent as the body. Returns status, headers and the body, parsed where it is JSON. */
  async request(method, path, { json, body, headers = {} } = {}) {
    const type = json === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await fetch(new URL(path, this.url), {
      method, headers: { ...type, ...headers }, body: json === undefined ? body : JSON.stringify(json), redirect: 'manual',
    });
    const text = await answer.text();
    const isJson = /[/+]json\b/.test(answer.headers.get('content-type') ?? '');
    return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text };
  }
}

/**
 * A started server on a free port.
 * `postgres`: on a new PostgreSQL database instead of SQLite; `args`, `env`: more for the program.
 */
export async function startServer({ postgres = false, args = [], env = {} } = {}) {
  const database = postgres ? await newPostgresDatabase() : null;
  const dataDir = await mkdtemp(join(tmpdir(), 'story-'));
  const server = new Server({ dataDir, database, args, env });
  try {
    return await server.start();
  } catch (error) {
    await rm(dataDir, { recursive: true, force: true });
    await database?.drop();
    throw error;
  }
}

/**
 * The databases on which a story is told: `for (const database of DATABASES) test(…)`. Stories in which several people
 * change things, or what was changed goes through many rooms, run on both. `tests/it` holds all SQL on both.
 */
export const DATABASES = [
  { name: 'SQLite', postgres: false },
  ...(process.env.BUURTBLIK_TEST_POSTGRES ? [{ name: 'PostgreSQL', postgres: true }] : []),
];
/** For stories that are about what the browser does: whichever database is behind it makes no difference to them. */
export const EMBEDDED = DATABASES.slice(0, 1);
