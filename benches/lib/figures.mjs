// Figures by area: 14,000 areas with 100 columns each, and a table of a million rows.
import { execFile } from "node:child_process";
import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { PROGRAM, ROOT, scratch } from "./server.mjs";

const run = promisify(execFile);
const HERE = join(ROOT, "benches/lib");
const LONGEST_MS = 120_000;
const AREAS = 14_000;
const COLUMNS = 100;
const MANY = 1_000_000;

/** A number that looks drawn, and is the same each time. */
const drawn = (a, b) => ((a * 7919 + b * 104_729) % 10_007) / 10;
const dutch = (value) => value.toFixed(1).replace(".", ",");

function write(name, heads, count, row) {
  const path = join(scratch("figures"), name);
  const file = openSync(path, "w");
  let text = `${heads.join(";")}\r\n`;
  for (let n = 0; n < count; n += 1) {
    text += `${row(n).join(";")}\r\n`;
    if (text.length > 1_000_000) {
      writeSync(file, text);
      text = "";
    }
  }
  writeSync(file, text);
  closeSync(file);
  return path;
}

/** A code of a buurt as Statistics Netherlands writes it. */
const code = (n) => `BU${String(100 + Math.floor(n / 100)).padStart(4, "0")}${String(n % 100).padStart(2, "0")}00`;

async function measured(dataDir, file, ...more) {
  const command = [
    PROGRAM, "indicators", "import", file, "--json", "--data-dir", join(scratch("figures"), dataDir), "--source", "Bench", "--year", "2024",
    "--area-field", "code", ...more,
  ];
  const { stdout } = await run("python3", [join(HERE, "measure.py"), ...command], { timeout: LONGEST_MS });
  const outcome = JSON.parse(stdout);
  return { ...outcome, ok: outcome.code === 0 };
}

/** Imports 14,000 areas × 100 columns into a fresh embedded database. */
export async function importFigures() {
  const heads = ["code", ...Array.from({ length: COLUMNS }, (_, at) => `kolom ${at + 1}`)];
  const row = (n) => [code(n), ...Array.from({ length: COLUMNS }, (_, at) => (at % 17 === n % 17 ? "" : dutch(drawn(n, at))))];
  const file = write("figures.csv", heads, AREAS, row);
  const outcome = await measured("figures", file, "--as", "geen");
  if (!outcome.ok) throw new Error(outcome.err.trim());
  return { ...outcome, areas: AREAS, columns: COLUMNS };
}

/** Looks at a million rows of which none is of an area that is known: read to the end, nothing kept in memory. */
export async function importMany() {
  const file = write("many.csv", ["code", "groep", "waarde"], MANY, (n) => [code(n % AREAS), n, dutch(drawn(n, 3))]);
  const outcome = await measured("many", file, "--as", "geen");
  return { ...outcome, rows: MANY };
}
