// The folder deploy/ as an administrator would use it: Caddy in front with HTTPS, the units of systemd.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { launch, story } from './lib/browser.mjs';
import { boardReady, demoLinks, isSent, newSession, openBoard, placePin, signIn } from './lib/people.mjs';
import { PROGRAM, freePort, startServer } from './lib/server.mjs';

const run = promisify(execFile);
const DEPLOY = fileURLToPath(new URL('../../deploy/', import.meta.url));
const MARK = 'Proefbrowser/7.7';

/** Caddy with the Caddyfile that ships, on ports of its own and with a certificate of its own making. */
class Caddy {
  log = '';

  async start(upstream, folder, ports) {
    const env = {
      PATH: process.env.PATH, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder,
      CADDY_ADMIN: `127.0.0.1:${ports.admin}`, BUURTBLIK_HOST: 'localhost', BUURTBLIK_UPSTREAM: upstream,
      BUURTBLIK_HTTP_PORT: String(ports.http), BUURTBLIK_HTTPS_PORT: String(ports.https),
    };
    this.child = spawn('caddy', ['run', '--config', join(DEPLOY, 'Caddyfile'), '--adapter', 'caddyfile'], { env, cwd: folder });
    for (const stream of [this.child.stdout, this.child.stderr]) stream.setEncoding('utf8').on('data', (text) => { this.log += text; });
    this.exited = once(this.child, 'exit');
    this.url = `https://localhost:${ports.https}`;
    for (const until = Date.now() + 20_000; ;) {
      const answer = await ask(`${this.url}/healthz`).catch(() => null);
      if (answer?.status === 200) return this;
      assert.ok(Date.now() < until && this.child.exitCode === null, `Caddy did not start:\n${this.log}`);
      await new Promise((next) => { setTimeout(next, 100); });
    }
  }

  async stop() {
    this.child.kill('SIGTERM');
    await this.exited;
  }
}

/** One request over HTTPS, whoever made the certificate. */
function ask(url, { method = 'GET', headers = {} } = {}) {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers: { 'user-agent': MARK, ...headers }, rejectUnauthorized: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part) => { text += part; })
        .on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text }));
    });
    sent.on('error', reject).end();
  });
}

describe('behind HTTPS', () => {
  let browser;
  let folder;
  let server;
  let caddy;
  let ports;
  before(async () => {
    // The certificate is of Caddy's own making; a service worker asks for one that is known.
    browser = await launch('--ignore-certificate-errors');
    folder = await mkdtemp(join(tmpdir(), 'caddy-'));
    ports = { http: await freePort(), https: await freePort(), admin: await freePort() };
    server = await startServer({ args: ['--demo', '--trusted-proxies', '127.0.0.1,::1', '--public-url', `https://localhost:${ports.https}`] });
    caddy = await new Caddy().start(`127.0.0.1:${server.port}`, folder, ports);
  });
  after(async () => {
    await caddy?.stop();
    await server?.stop();
    await browser?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  test('a resident puts a pin, and cookies travel over HTTPS only', () => story(browser, { size: 'tablet', origin: caddy.url, ignoreHTTPSErrors: true }, async (told) => {
    const code = await newSession(server);
    await openBoard(told, code);
    await boardReady(told);
    await placePin(told, { text: 'Over een veilige lijn.' });
    await isSent(told);
    const turn = (await told.context.cookies()).find(({ name }) => name === 'beurt');
    assert.ok(turn.secure, JSON.stringify(turn));
    await signIn(told, demoLinks(server).begeleider);
    const staff = (await told.context.cookies()).find(({ httpOnly }) => httpOnly);
    assert.ok(staff.secure && staff.sameSite === 'Lax', JSON.stringify(staff));
  }));

  test('who comes by HTTP is led to HTTPS, and stays there', async () => {
    const [answer] = await once(get(`http://localhost:${ports.http}/s/ACDEFG`), 'response');
    answer.resume();
    assert.equal(answer.statusCode, 308);
    assert.match(answer.headers.location, /^https:\/\/localhost/);
    const page = await ask(`${caddy.url}/`);
    assert.match(page.headers['strict-transport-security'], /max-age=31536000/);
    assert.ok(page.headers['content-security-policy'].includes("default-src 'none'"));
    assert.equal(page.headers.server, undefined, 'the proxy does not say what it is');
  });

  test('a guesser behind the proxy is slowed by the address that the proxy names, whatever they write themselves', async () => {
    const from = Date.now();
    for (let n = 0; n < 22; n += 1) {
      await ask(`${caddy.url}/api/v1/sessions/ZZZZZ${n % 10}`, { headers: { 'x-forwarded-for': `203.0.113.${n}` } });
    }
    assert.ok(Date.now() - from > 3_000, 'two of twenty-two wait');
  });

  test('neither log keeps who asked, also where the server is away', async () => {
    await server.terminate();
    const away = await ask(`${caddy.url}/s/ACDEFG?geheim=ja`);
    assert.equal(away.status, 502);
    assert.match(away.text, /Even wachten/);
    assert.match(caddy.log, /ERROR|error/, 'the fault itself is in the log');
    for (const trace of [MARK, 'geheim', 'ACDEFG', 'remote_ip', '203.0.113', 'user_agent', 'User-Agent']) {
      assert.ok(!caddy.log.includes(trace), `${trace} in Caddy's log:\n${caddy.log}`);
      assert.ok(!server.log.includes(trace), `${trace} in the server's log`);
    }
    await server.start();
    const back = await ask(`${caddy.url}/healthz`);
    assert.equal(back.status, 200);
  });
});

test('systemd finds nothing to say about the units', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'units-'));
  try {
    const files = [];
    for (const name of ['buurtblik.service', 'buurtblik-backup.service', 'buurtblik-backup.timer']) {
      // Its own paths exist on the machine where it is installed; here the program is where it was built.
      const unit = (await readFile(join(DEPLOY, name), 'utf8')).replaceAll('/opt/buurtblik/buurtblik', PROGRAM);
      files.push(join(folder, name));
      await writeFile(files.at(-1), unit);
    }
    const { stdout, stderr } = await run('systemd-analyze', ['verify', ...files], { env: { ...process.env, SYSTEMD_LOG_LEVEL: 'warning' } });
    const said = `${stdout}${stderr}`.split('\n').filter((line) => line.includes(folder) || line.includes('buurtblik'));
    assert.deepEqual(said, []);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
