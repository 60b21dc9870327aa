// The heat raster beside KDEpy, datashader and PostGIS: the same points, the same lattice, the same bandwidth, one run.
import { execFile } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { HEAT, ROOT, VENV, scratch } from "./server.mjs";

const run = promisify(execFile);
const HERE = join(ROOT, "benches/lib");
const PINNED = ["KDEpy==1.1.12", "datashader==0.19.1", "scipy==1.17.1", "numpy==2.4.6"];
const INSTALL_MS = 240_000;
const LONGEST_MS = 180_000;
const STEP_MS = 60_000; // PostGIS goes as far as it comes in this time
export const SIZES = [1e3, 1e4, 1e5, 1e6, 1e7];

/** An environment with the peers; what they are, or why they cannot be had. */
export async function peers() {
  const python = join(VENV, "bin/python");
  const versions = "from importlib.metadata import version as v; print(' '.join(f'{n} {v(n)}' for n in ('KDEpy','datashader','scipy','numpy')))";
  try {
    if (!existsSync(python)) await run("python3", ["-m", "venv", VENV], { timeout: INSTALL_MS });
    await run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...PINNED], { timeout: INSTALL_MS });
    return { python, what: (await run(python, ["-c", versions])).stdout.trim() };
  } catch (error) {
    return { missing: error.message.split("\n")[0] };
  }
}

const json = async (program, args) => JSON.parse((await run(program, args, { timeout: LONGEST_MS, maxBuffer: 1e8 })).stdout);
const failed = (error) => ({ missing: error.message.split("\n")[0] });

/** A Gaussian sum in SQL: each point is added to the cells within 5σ of it. Rows come as cell, density. */
const KERNEL = `SELECT i, j, sum(exp(-((ST_X(geom) - 5 - 10 * i) ^ 2 + (ST_Y(geom) - 5 - 10 * j) ^ 2) / 11250)) * 1e6 / (2 * pi() * 5625)
  FROM point, generate_series(greatest(0, ceil((ST_X(geom) - 380) / 10)::int), least(511, floor((ST_X(geom) + 370) / 10)::int)) i,
  generate_series(greatest(0, ceil((ST_Y(geom) - 380) / 10)::int), least(511, floor((ST_Y(geom) + 370) / 10)::int)) j GROUP BY 1, 2`;
/** Counting into the same cells, without any kernel: what PostGIS does in most dashboards. */
const COUNT = "SELECT floor(ST_X(geom) / 10)::int i, floor(ST_Y(geom) / 10)::int j, count(*)::float8 * 1e4 FROM point GROUP BY 1, 2";

/** Time and memory of one query over the points of a CSV file, which are loaded first and not counted. */
async function postgis(query, csv, out) {
  const script = [
    "\\set ON_ERROR_STOP on", "CREATE EXTENSION IF NOT EXISTS postgis;", "DROP TABLE IF EXISTS point, raw;",
    "CREATE UNLOGGED TABLE raw (x float8, y float8);", `\\copy raw FROM '${csv}' CSV`,
    "CREATE UNLOGGED TABLE point AS SELECT ST_SetSRID(ST_MakePoint(x, y), 28992) geom FROM raw;", "ANALYZE point;",
    `SET statement_timeout = ${STEP_MS}; SET jit = off;`, "SELECT pg_backend_pid() AS pid \\gset", "\\setenv PID :pid",
    "\\! grep -E 'VmHWM' /proc/$PID/status", "SELECT extract(epoch FROM clock_timestamp()) * 1000 AS began \\gset",
    `CREATE TEMP TABLE cell AS ${query};`, "SELECT extract(epoch FROM clock_timestamp()) * 1000 - :began AS ms;",
    "\\! grep -E 'VmHWM' /proc/$PID/status", `\\copy cell TO '${out}' CSV`,
  ];
  const psql = ["-X", "-q", "-A", "-t", process.env.BUURTBLIK_TEST_POSTGRES, "-f", "-"];
  const child = promisify(execFile)("psql", psql, { timeout: 3 * STEP_MS });
  child.child.stdin.end(script.join("\n"));
  const { stdout } = await child;
  const [before, ms, after] = stdout.trim().split("\n").map((line) => Number(/[\d.]+/.exec(line)[0]));
  return { ms, mb: ((after - before) * 1024) / 1e6 };
}

/** The cells of a CSV file as a grid of float64, as the others write it. */
async function asGrid(csv, out) {
  const { writeFileSync } = await import("node:fs");
  const grid = new Float64Array(512 * 512);
  for (const line of readFileSync(csv, "utf8").split("\n")) {
    const [i, j, value] = line.split(",").map(Number);
    if (i >= 0 && i < 512 && j >= 0 && j < 512) grid[j * 512 + i] = value;
  }
  writeFileSync(out, grid);
}

/** Everything measured on `count` points; `far` says which of PostGIS's queries still come to an end in time. */
export async function compare(count, python, far) {
  const file = (name) => join(scratch("heat"), name);
  const csv = process.env.BUURTBLIK_TEST_POSTGRES && (far.kernel || far.count) ? [file("points.csv")] : [];
  await run(HEAT, ["points", String(count), file("points"), ...csv], { timeout: LONGEST_MS });
  const outcome = { ours: await json(HEAT, ["raster", file("points"), file("ours")]) };
  const grids = [["ours", file("ours")]];
  for (const name of python ? ["kdepy", "datashader"] : []) {
    // Settings that slow a current numpy down are not passed on.
    const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.startsWith("OPENBLAS_")));
    const peer = [join(HERE, "peer_heat.py"), name, file("points"), file(name)];
    outcome[name] = await run(python, peer, { timeout: LONGEST_MS, env }).then(({ stdout }) => JSON.parse(stdout), failed);
    if (!outcome[name].missing) grids.push([name, file(name)]);
  }
  for (const [name, query] of csv.length ? [["kernel", KERNEL], ["count", COUNT]] : []) {
    if (!far[name]) continue;
    outcome[name] = await postgis(query, csv[0], file("cells.csv")).catch(failed);
    if (outcome[name].missing || outcome[name].ms > STEP_MS / 8) far[name] = false;
    if (outcome[name].missing) continue;
    await asGrid(file("cells.csv"), file(name));
    grids.push([name, file(name)]);
  }
  const errors = await json(HEAT, ["check", file("points"), ...grids.map(([, grid]) => grid)]);
  grids.forEach(([name], n) => { outcome[name].error = errors[n]; });
  for (const name of ["points", "points.csv", "cells.csv"]) rmSync(file(name), { force: true });
  return outcome;
}
