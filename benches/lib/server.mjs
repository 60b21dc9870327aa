// The built program on a fresh data directory, and what the kernel tells of its process.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, openSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = resolve(fileURLToPath(new URL("../..", import.meta.url)));
const TARGET = resolve(process.env.BUURTBLIK_TARGET ?? process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"));
export const PROGRAM = join(TARGET, "release/buurtblik");
/** The heat raster as a program of its own. */
export const HEAT = join(TARGET, "release/examples/heat");
/** Everything the benchmarks write; removed at the end, or by the next `make test` if this process was killed. */
const SCRATCH = join(TARGET, "tmp", String(process.pid));
/** Where a Python environment for a peer may stay between runs. */
export const VENV = join(TARGET, "bench-venv");

const START_MS = 30_000;
const STOP_MS = 15_000;
const TMPFS = 0x01021994;
const TICKS = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

export const sleep = (ms) => new Promise((next) => setTimeout(next, ms));

/** Makes the scratch folder, on a disk: in memory nothing would be durable. */
export function prepareScratch() {
  mkdirSync(SCRATCH, { recursive: true });
  if (statfsSync(SCRATCH).type === TMPFS) throw new Error(`${SCRATCH} is in memory: set BUURTBLIK_TARGET to a folder on a disk`);
}

/**
 * The folder of one benchmark's files, made where it is not there yet. Each has one of its own: what one writes is never in the way of
 * another in the same run.
 */
export function scratch(of) {
  const folder = join(SCRATCH, "files", of);
  mkdirSync(folder, { recursive: true });
  return folder;
}

export function removeScratch() {
  rmSync(SCRATCH, { recursive: true, force: true });
}

export async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}

/** CPU time a process has used so far, user and system together, in milliseconds. */
export function cpuMs(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /s, "").split(" ");
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
}

/** Memory of a process that is in RAM, in megabytes (10⁶ bytes); `VmHWM` for the most it ever was. */
export function memoryMb(pid, field = "VmRSS") {
  const line = new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return (Number(line[1]) * 1024) / 1e6;
}

export class Server {
  /** Starts the program with the demonstration buurt, limits off unless told, on an empty data directory `name`. */
  static async start(name, { limits = "off" } = {}) {
    const server = new Server();
    const folder = scratch(join("servers", name));
    server.dataDir = join(folder, "data");
    server.port = await freePort();
    server.url = `http://127.0.0.1:${server.port}`;
    const log = openSync(join(folder, "log"), "w");
    const kept = Object.entries(process.env).filter(([key]) => !/^(BUURTBLIK_|DATABASE_URL$)/.test(key));
    const env = { ...Object.fromEntries(kept), BUURTBLIK_LIMITS: limits };
    const args = ["serve", "--demo", "--addr", `127.0.0.1:${server.port}`, "--data-dir", server.dataDir];
    server.child = spawn(PROGRAM, args, { env, stdio: ["ignore", "pipe", log] });
    server.exited = once(server.child, "exit").catch((error) => [error.message]);
    let said = "";
    let ended = false;
    server.exited.then(() => { ended = true; });
    server.child.stdout.setEncoding("utf8").on("data", (text) => { said += text; });
    for (const until = Date.now() + START_MS; !said.includes("listening on ");) {
      if (ended || Date.now() > until) throw new Error(`${PROGRAM} did not start; see make build`);
      await sleep(20);
    }
    server.code = /\/s\/([A-Z0-9]+)/.exec(said)[1];
    return server;
  }

  /** Runs a command beside the server; what it says as JSON. */
  cli(...words) {
    const said = execFileSync(PROGRAM, [...words, "--data-dir", this.dataDir, "--json"], { encoding: "utf8" });
    return JSON.parse(said);
  }

  get pid() {
    return this.child.pid;
  }

  /** Somebody who sees the layers of the demonstration, as a machine client. */
  async professional() {
    const cli = (...args) => JSON.parse(execFileSync(PROGRAM, [...args, "--json", "--data-dir", this.dataDir], { encoding: "utf8" }));
    const traject = cli("staff", "list").find((one) => one.role === "professional").trajects[0];
    const { token } = cli("staff", "add", "--name", "Bank", "--role", "professional", "--traject", traject);
    return { token, traject };
  }

  async stop() {
    this.child.kill("SIGTERM");
    const late = setTimeout(() => this.child.kill("SIGKILL"), STOP_MS);
    await this.exited;
    clearTimeout(late);
  }
}
