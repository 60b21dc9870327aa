// The network of a café: it lets everything through, or answers in the server's place until somebody has agreed to something.
import { once } from 'node:events';
import { createServer, request } from 'node:http';

const PAGE = '<!DOCTYPE html><html><head><title>Gratis wifi</title></head><body><h1>Welkom op onze wifi</h1></body></html>';

/** How portals answer, by name. */
export const WAYS = {
  'a page with 200': [200, { 'content-type': 'text/html' }, PAGE],
  'a page with 201': [201, { 'content-type': 'text/html' }, PAGE],
  'nothing with 204': [204, {}, ''],
  'JSON of its own with 200': [200, { 'content-type': 'application/json' }, '{"login":"/wifi","id":null}'],
  'an empty list with 200': [200, { 'content-type': 'application/json' }, '[]'],
  'a page with 403': [403, { 'content-type': 'text/html' }, PAGE],
  'a problem of its own with 410': [410, { 'content-type': 'application/problem+json' }, '{"title":"Gone","detail":"Log eerst in."}'],
  'a page with 511': [511, { 'content-type': 'text/html' }, PAGE],
  'a way to its page': [302, { location: '/wifi' }, ''],
};

/** Between a browser and the server. `takes(path, method)` says what it answers itself, in the way `way`; `taken` counts. */
export class Portal {
  takes = () => false;
  way = WAYS['a page with 200'];
  taken = 0;
  /** What it let through: path, and status of the answer. */
  passed = [];

  constructor(server) {
    this.server = server;
  }

  async start() {
    this.front = createServer((asked, answer) => {
      if (asked.url === '/wifi') return void answer.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
      if (!this.takes(asked.url, asked.method)) return this.#pass(asked, answer);
      this.taken += 1;
      asked.resume();
      const [status, headers, body] = this.way;
      answer.writeHead(status, headers).end(body);
    });
    this.front.listen(0, '127.0.0.1');
    await once(this.front, 'listening');
    this.url = `http://127.0.0.1:${this.front.address().port}`;
    return this;
  }

  #pass(asked, answer) {
    const { method, headers, url: path } = asked;
    const on = request({ host: '127.0.0.1', port: this.server.port, method, path, headers, agent: false }, (got) => {
      this.passed.push([path, got.statusCode]);
      answer.writeHead(got.statusCode, got.headers);
      got.pipe(answer);
    });
    on.on('error', () => answer.destroy());
    asked.pipe(on);
  }

  stop() {
    this.front.closeAllConnections();
    this.front.close();
  }
}

/** A portal before this server that lets everything through, for now. */
export const startPortal = (server) => new Portal(server).start();
