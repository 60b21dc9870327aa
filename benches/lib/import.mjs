// A dense plattegrond from OpenStreetMap, beside a peer that reads the same file.
import { execFile } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { PROGRAM, ROOT, VENV, scratch } from "./server.mjs";

const run = promisify(execFile);
const DATA = process.env.BUURTBLIK_TEST_DATA ?? join(ROOT, "../shared/data");
const HERE = join(ROOT, "benches/lib");
const FILE = join(DATA, "osm/helsinki_centre.osm.pbf");
const RUNS = 3;
const ENOUGH_MS = 15_000; // after so long no further run is begun
const LONGEST_MS = 60_000;
const INSTALL_MS = 60_000;
const CENTRE = [24.9443, 60.1716];
const HALF = [490, 820]; // metres east and north: an ellipse that holds nearly all of the file
const METRES_A_DEGREE = 111_320;

/** A boundary of our own round the centre, as an administrator would have it. */
function boundary() {
  const corner = (n) => {
    const turn = (n % 48) * (Math.PI / 24);
    const east = (HALF[0] * Math.cos(turn)) / (METRES_A_DEGREE * Math.cos((CENTRE[1] * Math.PI) / 180));
    return [CENTRE[0] + east, CENTRE[1] + (HALF[1] * Math.sin(turn)) / METRES_A_DEGREE];
  };
  const ring = Array.from({ length: 49 }, (_, n) => corner(n));
  const feature = { type: "Feature", properties: { code: "HEL1", naam: "Keskusta" }, geometry: { type: "Polygon", coordinates: [ring] } };
  return JSON.stringify({ type: "FeatureCollection", features: [feature] });
}

async function measured(command, ...args) {
  const { stdout } = await run("python3", [join(HERE, "measure.py"), command, ...args], { timeout: LONGEST_MS });
  const outcome = JSON.parse(stdout);
  if (outcome.code !== 0) throw new Error(`${command}: ${outcome.err.trim()}`);
  return outcome;
}

/** The quickest of some runs, and the most memory of any. */
async function best(make) {
  const all = [];
  const began = Date.now();
  for (let n = 0; n < RUNS && Date.now() - began < ENOUGH_MS; n += 1) all.push(await make(n));
  const quickest = all.reduce((a, b) => (b.seconds < a.seconds ? b : a));
  return { ...quickest, peak: Math.max(...all.map(({ peak }) => peak)) };
}

/** Why the dense plattegrond cannot be had, or nothing. */
export const withoutDense = () => (existsSync(FILE) ? null : `no ${FILE} (set BUURTBLIK_TEST_DATA)`);

/** What `buurt import` is told to bring in central Helsinki as the buurt HEL1. */
export function denseArguments() {
  const outline = join(scratch("import"), "outline.geojson");
  writeFileSync(outline, boundary());
  return ["buurt", "import", "--boundary", outline, "--code-field", "code", "--name-field", "naam", "--code", "HEL1", "--osm", FILE];
}

export async function importDense() {
  const skipped = withoutDense();
  if (skipped) return { skipped };
  const one = (n) => measured(PROGRAM, ...denseArguments(), "--json", "--data-dir", join(scratch("import"), `data-${n}`));
  const outcome = await best(one);
  return { ...outcome, features: JSON.parse(outcome.out).features };
}

/** pyosmium in an environment of its own; says why where it cannot be had. */
export async function importPeer() {
  if (!existsSync(FILE)) return { skipped: "no file" };
  const python = join(VENV, "bin/python");
  try {
    if (!existsSync(python)) await run("python3", ["-m", "venv", VENV], { timeout: INSTALL_MS });
    await run(python, ["-c", "import osmium"]).catch(() =>
      run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "osmium"], { timeout: INSTALL_MS }));
  } catch (error) {
    return { skipped: `pyosmium cannot be installed here (${error.message.split("\n")[0]})` };
  }
  const outcome = await best(() => measured(python, join(HERE, "peer_osm.py"), FILE));
  return { ...outcome, what: outcome.out.trim() };
}
