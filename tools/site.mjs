// Builds everything the browser gets: node tools/site.mjs OUT [WASM_BINDGEN_DIR]
//
// OUT/assets/  files whose name carries a hash of their content, each also as .br and .gz
// OUT/assets.json  logical name → file name in assets/, for the server
// OUT/sw.js, OUT/manifest.webmanifest  the two files whose address must not change
//
// A second run with nothing changed compresses nothing again.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import subsetFont from "subset-font";
import { iconSprite } from "./site/icons.mjs";
import { trimCss } from "./site/trim.mjs";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const at = (...parts) => join(ROOT, ...parts);
const modules = (...parts) => at("node_modules", ...parts);
const TARGET = ["es2022", "chrome108", "firefox110", "safari16.4"];

/** What wasm-opt may use: with --all-features browsers refuse the result. */
const WASM_FEATURES = ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

/** Latin with all its accents (U+0020 to U+024F), and the signs our texts use. */
const FONT_LETTERS = `${Array.from({ length: 0x230 }, (_, n) => String.fromCodePoint(0x20 + n)).join("")}–—‘’“”…•€→·−×`;
const FONT_WEIGHTS = { min: 400, max: 700 };

/** Kept of the Utrecht components and of Leaflet's style; the rest is not used on any page. */
const KEEP = {
  utrecht: [
    /^utrecht-(alert|button|data-badge|form-label|link|skip-link|table|textarea|textbox)(__[a-z-]+)?$/,
    /^utrecht-alert--(info|ok|warning|error)$/,
    /^utrecht-button--(primary-action|secondary-action|subtle|danger|disabled|busy|hint)$/,
    /^utrecht-(form-label|table|textarea|textbox)--(checkbox|radio|invalid|numeric-column|disabled)$/,
    /^utrecht-table__(cell|header-cell)--numeric-column$/,
    /^utrecht-skip-link--visible-on-focus$/,
  ],
  leaflet: [/^leaflet-(container|pane|overlay-pane|marker-pane|image-layer|layer|marker-icon|control|control-container|top|right|bottom|left|zoom-animated|zoom-anim|interactive|grab|dragging|drag-target|touch-zoom|touch-drag|zoom-hide)$/],
};

const hash = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 10);
const isText = (name) => /\.(mjs|js|css|svg|json|wasm|webmanifest)$/.test(name);

function compress(path, bytes) {
  writeFileSync(path, bytes);
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: quality }));
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}

/** Collects the assets and writes each under its hashed name. */
class Site {
  constructor(out) {
    this.out = out;
    this.folder = join(out, "assets");
    this.names = {};
    mkdirSync(this.folder, { recursive: true });
    mkdirSync(join(out, "cache"), { recursive: true });
  }

  /** Writes `content` as `logical` with its hash before the extension; returns its address. */
  add(logical, content) {
    const bytes = Buffer.from(content);
    const name = logical.replace(/(\.[a-z0-9]+)$/, `.${hash(bytes)}$1`);
    const path = join(this.folder, name);
    this.names[logical] = name;
    if (!isText(name)) writeFileSync(path, bytes);
    else if (!existsSync(path) || !existsSync(`${path}.gz`)) compress(path, bytes);
    return `/assets/${name}`;
  }

  address(logical) {
    return `/assets/${this.names[logical]}`;
  }

  /** Replaces `asset:LOGICAL` by the address it has now. */
  resolve(text) {
    return text.replace(/asset:([a-z0-9._-]+)/g, (whole, logical) => (this.names[logical] ? this.address(logical) : whole));
  }

  /** A file beside assets/, compressed only when it changed. */
  fixed(name, text) {
    const path = join(this.out, name);
    if (!existsSync(path) || readFileSync(path, "utf8") !== text) compress(path, Buffer.from(text));
  }

  /** Takes away what no logical name points to any more. */
  sweep() {
    const kept = new Set(Object.values(this.names).flatMap((name) => [name, `${name}.br`, `${name}.gz`]));
    for (const name of readdirSync(this.folder)) if (!kept.has(name)) rmSync(join(this.folder, name));
  }
}

/** Noto Sans with the letters and weights that the pages use: half the bytes. Made once for each version of the font. */
async function addFont(site) {
  const whole = readFileSync(modules("@fontsource-variable", "noto-sans", "files", "noto-sans-latin-wght-normal.woff2"));
  const kept = join(site.out, "cache", `${hash(whole)}-${FONT_WEIGHTS.min}-${FONT_WEIGHTS.max}.woff2`);
  if (!existsSync(kept)) {
    writeFileSync(kept, await subsetFont(whole, FONT_LETTERS, { targetFormat: "woff2", variationAxes: { wght: FONT_WEIGHTS } }));
  }
  site.add("noto-sans.woff2", readFileSync(kept));
}

function addAsTheyAre(site) {
  site.add("icons.svg", iconSprite(ROOT));
  for (const name of readdirSync(at("public", "icons"))) site.add(name, readFileSync(at("public", "icons", name)));
}

async function addModules(site) {
  const options = { outdir: "/", outExtension: { ".js": ".mjs" }, bundle: true, minify: true, format: "esm", target: TARGET, write: false, logLevel: "warning" };
  // Workers first: who starts one knows its address.
  const workers = Object.fromEntries(readdirSync(at("src/ui/workers")).map((name) => [name.replace(/\.mjs$/, ""), at("src/ui/workers", name)]));
  const helpers = await build({ ...options, entryPoints: workers });
  for (const { path, text } of helpers.outputFiles) site.add(path.slice(1), text);
  const define = {
    ...Object.fromEntries(Object.keys(workers).map((name) => [`__${name.toUpperCase()}__`, JSON.stringify(site.address(`${name}.mjs`))])),
  };
  const entries = { plattegrond: at("src/ui/map/plattegrond.mjs"), start: at("src/ui/start.mjs") };
  // What moves on a page without islands, by the name the page asks for.
  for (const name of readdirSync(at("src/ui/pages"))) entries[name.replace(/\.mjs$/, "")] = at("src/ui/pages", name);
  const { outputFiles } = await build({ ...options, entryPoints: entries, define });
  for (const { path, text } of outputFiles) site.add(path.slice(1), text);
}

async function addStyles(site) {
  const { outputFiles } = await build({
    entryPoints: { app: at("src/ui/styles/app.css"), staff: at("src/ui/styles/staff.css"), map: at("src/ui/styles/map.css") }, outdir: "/",
    bundle: true, minify: true, target: TARGET, write: false, external: ["asset:*"], legalComments: "none", loader: { ".svg": "dataurl", ".png": "empty" }, logLevel: "warning",
  });
  for (const { path, text } of outputFiles) {
    const { code } = await transform(trimCss(text, KEEP), { loader: "css", minify: true, target: TARGET });
    site.add(path.slice(1), site.resolve(code));
  }
}

function optimise(site, input) {
  const bytes = readFileSync(input);
  const cached = join(site.out, "cache", `${hash(bytes)}.wasm`);
  if (!existsSync(cached)) {
    for (const old of readdirSync(join(site.out, "cache"))) if (old.endsWith(".wasm")) rmSync(join(site.out, "cache", old));
    const features = ["--mvp-features", ...WASM_FEATURES.map((name) => `--enable-${name}`)];
    const wasmOpt = modules("binaryen", "bin", "wasm-opt");
    execFileSync(process.execPath, [wasmOpt, input, "-Oz", ...features, "--strip-debug", "--strip-producers", "-o", cached], { stdio: "inherit" });
  }
  return readFileSync(cached);
}

async function addWasm(site, folder) {
  const input = join(folder, "buurtblik_bg.wasm");
  if (!existsSync(input)) return;
  const wasm = site.add("buurtblik_bg.wasm", optimise(site, input));
  const { outputFiles } = await build({
    entryPoints: [join(folder, "buurtblik.js")], bundle: true, minify: true, format: "esm", target: TARGET, write: false, logLevel: "warning",
  });
  site.add("buurtblik.js", outputFiles[0].text.replaceAll("buurtblik_bg.wasm", wasm.replace("/assets/", "")));
}

/** What a resident's tablet needs without network. */
const OFFLINE = ["app.css", "map.css", "noto-sans.woff2", "icons.svg", "start.mjs", "shrink.mjs", "walks.mjs", "plattegrond.mjs", "buurtblik.js", "buurtblik_bg.wasm"];

async function addFixed(site) {
  const needed = OFFLINE.filter((name) => site.names[name]).map((name) => site.address(name));
  const { code } = await transform(readFileSync(at("public/sw.js"), "utf8"), {
    minify: true, target: TARGET, define: { __ASSETS__: JSON.stringify(needed), __VERSION__: JSON.stringify(hash(needed.join())) },
  });
  site.fixed("sw.js", code);
  site.fixed("manifest.webmanifest", site.resolve(readFileSync(at("public/manifest.webmanifest"), "utf8")));
  writeFileSync(join(site.out, "assets.json"), `${JSON.stringify(site.names, null, 2)}\n`);
}

function report(site) {
  const size = (name) => readFileSync(join(site.folder, existsSync(join(site.folder, `${name}.br`)) ? `${name}.br` : name)).length;
  let total = 0;
  for (const [logical, name] of Object.entries(site.names)) {
    const bytes = size(name);
    if (OFFLINE.includes(logical)) total += bytes;
    console.log(`${(bytes / 1000).toFixed(1).padStart(8)} kB  ${logical}`);
  }
  console.log(`${(total / 1000).toFixed(1).padStart(8)} kB  a resident's page without its own text and plattegrond (brotli)`);
}

const [out, wasmFolder] = process.argv.slice(2);
if (!out) {
  console.error("say where to build: node tools/site.mjs OUT [WASM_BINDGEN_DIR]");
  process.exit(2);
}
const site = new Site(resolve(out));
addAsTheyAre(site);
await addFont(site);
await addModules(site);
await addStyles(site);
if (wasmFolder) await addWasm(site, resolve(wasmFolder));
await addFixed(site);
site.sweep();
report(site);
