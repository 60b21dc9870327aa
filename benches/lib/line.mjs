// A line to the server that counts every byte that comes over it, whoever asked for it: page, workers, service worker.
import { connect, createServer } from "node:net";
import { once } from "node:events";
import { freePort } from "./server.mjs";

const TICK_MS = 10;

export class Line {
  /** What came: when (ms since 1970), how many bytes, and of what. A browser asks one thing at a time on a connection. */
  came = [];
  /** What was asked for, in order. */
  asked = [];
  #asking = new Map();
  #lines = new Set();
  #waiting = new Map();

  /** A line to the server's port; with `bytesPerSecond`, not faster than that. */
  static async open(serverPort, { bytesPerSecond } = {}) {
    const line = new Line();
    line.port = await freePort();
    line.url = `http://127.0.0.1:${line.port}`;
    line.server = createServer((near) => line.#join(near, connect(serverPort, "127.0.0.1"), bytesPerSecond));
    line.server.listen(line.port, "127.0.0.1");
    await once(line.server, "listening");
    if (bytesPerSecond) line.timer = setInterval(() => line.#pass((bytesPerSecond * TICK_MS) / 1000), TICK_MS);
    return line;
  }

  #join(near, far, bytesPerSecond) {
    this.#lines.add(near);
    for (const [one, other] of [[near, far], [far, near]]) {
      one.on("error", () => other.destroy()).on("close", () => other.destroy());
    }
    near.on("close", () => this.#lines.delete(near));
    near.on("data", (bytes) => {
      const path = /^[A-Z]+ (\S+) HTTP\/1/.exec(bytes.toString("latin1"))?.[1];
      if (path) {
        this.asked.push(path);
        this.#asking.set(near, path);
      }
      far.write(bytes);
    });
    if (!bytesPerSecond) far.on("data", (bytes) => this.#give(near, bytes));
    else far.on("data", (bytes) => this.#waiting.set(near, Buffer.concat([this.#waiting.get(near) ?? Buffer.alloc(0), bytes])));
  }

  #give(near, bytes) {
    this.came.push({ at: Date.now(), bytes: bytes.length, path: this.#asking.get(near) });
    near.write(bytes);
  }

  /** One tick of a slow line: those who wait share it. */
  #pass(budget) {
    const share = Math.ceil(budget / Math.max(1, this.#waiting.size));
    for (const [near, bytes] of this.#waiting) {
      this.#give(near, bytes.subarray(0, share));
      if (bytes.length > share) this.#waiting.set(near, bytes.subarray(share));
      else this.#waiting.delete(near);
    }
  }

  /** Bytes that came, headers included: of paths that fit, before `until`. */
  bytes(fits = () => true, until = Infinity) {
    return this.came.reduce((sum, { at, bytes, path }) => (at <= until && fits(path) ? sum + bytes : sum), 0);
  }

  /** Every path with its bytes, in the order in which they were asked for. */
  parts() {
    return [...new Set(this.asked)].map((path) => `${this.bytes((one) => one === path)} ${path}`);
  }

  /** Waits until nothing came for so long. */
  async quiet(ms, longest = 20_000) {
    const began = Date.now();
    const last = () => Math.max(began, this.came.at(-1)?.at ?? 0);
    while (Date.now() - last() < ms && Date.now() - began < longest) await new Promise((next) => setTimeout(next, 50));
  }

  /** Forgets what came so far. */
  reset() {
    this.came = [];
    this.asked = [];
  }

  async close() {
    clearInterval(this.timer);
    for (const near of this.#lines) near.destroy();
    this.server.close();
    await once(this.server, "close");
  }
}
