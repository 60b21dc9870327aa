// Keeps a resident's page working in a room without network.
// The program's own files come from a cache with the version in its name, and with them the pages that ask for just these
// files; the plattegrond from a cache that outlives versions; pages from the network while it answers. Never /api, never
// photos: what people said lives in the page's own outbox, not here.
// The portal of a café answers in the server's place, often with 200 and a page: only what is certainly the server's is kept.
const ASSETS = __ASSETS__;
const PREFIX = "buurtblik-";
const FILES = `${PREFIX}${__VERSION__}`;
/** Beside the files of a version, once all of them are there: which caches of others there were by then. */
const BEFORE = "/versions-before";
// The first two caches of plattegronden may hold what a portal gave.
const MAPS = `${PREFIX}plattegrond-3`;
const MAPS_OF_BEFORE = [`${PREFIX}plattegrond`, `${PREFIX}plattegrond-2`];
/** The header in which the server names a file of a plattegrond. */
const FILE = "Buurtblik-File";
const MOST_MAPS = 48;
const PATIENCE = 4000; // milliseconds before the kept page is shown instead
const FRESH = 12 * 3600 * 1000; // milliseconds a kept page is good enough
const LONGEST = 30 * 24 * 3600 * 1000; // milliseconds for which the page of a version before is worth its files

const sessionPath = (path) => /^\/s\/[^/]+$/.test(path);
const mapPath = (path) => path.startsWith("/plattegrond/");
const pathOf = ({ url }) => new URL(url).pathname;
const age = (answer) => Date.now() - Date.parse(answer.headers.get("date"));

/** Whether these are the bytes of the file with this address: it carries their hash. */
async function isFile(address, bytes) {
  const mark = /\.([0-9a-f]{10})\.[a-z0-9]+$/.exec(address)?.[1];
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("").startsWith(mark);
}

/** Whether this is a page of this very version: it names files, and only those that are kept here. */
function isPage(html) {
  const named = html.match(/\/assets\/[^"'\s]+?\.(?:m?js|css|wasm)(?=["'])/g) ?? [];
  return named.length > 0 && named.every((address) => ASSETS.includes(address));
}

/** Whether this has the shape of a plattegrond, drawn or as data, or of the names on it. */
function isShapedAs(path, text) {
  if (path.endsWith(".svg")) return /^\s*(<\?xml[^>]*>\s*)?<svg[\s>]/.test(text);
  try {
    const read = JSON.parse(text);
    return path.endsWith(".geojson") ? read.type === "FeatureCollection" : Array.isArray(read);
  } catch {
    return false;
  }
}

const came = (answer) => answer.ok && !answer.redirected;

/**
 * Whether this is the file of a plattegrond with this path. An address says nothing of the bytes (all parts of a plattegrond have one
 * hash), and a portal may answer with any drawing or list: so the server names the file, which no portal does.
 */
const isMap = async (path, answer) =>
  came(answer) && answer.headers.get(FILE) === path.split("/").at(-1) && isShapedAs(path, await answer.clone().text());

/** A file of a plattegrond. Where the browser's own cache has a portal's, or one from before files were named, anew; null where it is not ours. */
async function fetchMap(address) {
  for (const cache of ["default", "reload"]) {
    const answer = await fetch(address, { cache });
    if (await isMap(new URL(address).pathname, answer)) return answer;
  }
  return null;
}

async function keepFile(cache, address) {
  // First a plain request: what the page has just loaded comes from the browser's own cache. Where that holds a portal's page, anew.
  for (const mode of ["default", "reload"]) {
    const answer = await fetch(address, { cache: mode });
    if (came(answer) && (await isFile(address, await answer.clone().arrayBuffer()))) return cache.put(address, answer);
  }
  throw new Error(`not ours: ${address}`);
}

/** The caches of files of other versions. */
async function otherVersions() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== FILES && !name.startsWith(`${PREFIX}plattegrond`));
}

/**
 * Those of the versions before this one; none while this one has not all of its files. Of which version is on its way a browser tells
 * the others late: so each keeps for itself what was there before it, and never touches what came after.
 */
async function versionsBefore() {
  const kept = await caches.match(BEFORE, { cacheName: FILES });
  const { before = [] } = kept ? await kept.json() : {};
  return (await otherVersions()).filter((name) => before.includes(name));
}

/** The sessions whose page is in a cache, for as long as that is of use. */
async function pagesIn(name) {
  const cache = await caches.open(name);
  const pages = (await cache.keys()).filter((request) => sessionPath(pathOf(request)));
  const young = await Promise.all(pages.map(async (page) => age(await cache.match(page)) < LONGEST));
  return pages.filter((_, at) => young[at]).map(pathOf);
}

/**
 * Keeps the page of a session as anybody would get it, without cookie, without anyone's pins; and every part of the plattegrond that it
 * names, those too that it asks for only when somebody looks closer.
 */
async function keepShell(path) {
  const cache = await caches.open(FILES);
  const kept = await cache.match(path);
  if (kept && age(kept) < FRESH) return;
  const answer = await fetch(`${path}?schil=1`, { credentials: "omit" });
  const html = came(answer) ? await answer.clone().text() : "";
  if (!isPage(html)) return;
  await cache.put(path, answer);
  const parts = new Set(html.match(/\/plattegrond\/[0-9a-z]+\.[a-z0-9.-]+/g) ?? []);
  await Promise.allSettled([...parts].map((part) => keepMap(new URL(part, self.location.origin).href)));
}

/** Fetches each page that these other versions have. */
async function renew(versions) {
  const pages = (await Promise.all(versions.map(pagesIn))).flat();
  await Promise.allSettled([...new Set(pages)].map(keepShell));
}

/** Throws away the files of a version before of which every page is here as this version has it; until then it still opens. */
async function tidy() {
  const here = new Set(await pagesIn(FILES));
  for (const name of await versionsBefore()) {
    if ((await pagesIn(name)).every((path) => here.has(path))) await caches.delete(name);
  }
}

self.addEventListener("install", (event) => {
  const keep = async () => {
    const cache = await caches.open(FILES);
    await Promise.all(ASSETS.map((address) => keepFile(cache, address)));
    const before = await otherVersions();
    await renew(before);
    await cache.put(BEFORE, new Response(JSON.stringify({ before })));
    await self.skipWaiting();
  };
  event.waitUntil(keep());
});

self.addEventListener("activate", (event) => {
  const begin = async () => {
    await tidy();
    await Promise.all(MAPS_OF_BEFORE.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(begin());
});

async function putMap(cache, request, answer) {
  await cache.put(request, answer);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST_MAPS)).map((key) => cache.delete(key)));
}

async function keepMap(address) {
  const cache = await caches.open(MAPS);
  if (await cache.match(address)) return;
  const answer = await fetchMap(address);
  if (answer) await putMap(cache, new Request(address), answer);
}

/** Keeps the page of a session that is visited, and what was missed of the version before. */
async function keepVisited(path) {
  await keepShell(path).catch((error) => console.warn("the page was not kept", error));
  await renew(await versionsBefore());
  await tidy();
}

/**
 * The page tells where it is and which drawings it loaded before this worker was there. A version that waits is told too: it takes over
 * when the browser sees fit, which may be after the network is gone.
 */
self.addEventListener("message", (event) => {
  const here = (address) => {
    const url = new URL(address, self.location.origin);
    return url.origin === self.location.origin ? url : null;
  };
  const { visited, loaded = [] } = event.data ?? {};
  const jobs = loaded.map(here).filter((url) => url && mapPath(url.pathname)).map((url) => keepMap(url.href));
  const page = visited && here(visited);
  if (page && sessionPath(page.pathname)) jobs.push(keepVisited(page.pathname));
  event.waitUntil(Promise.allSettled(jobs));
});

async function fromFiles(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

async function fromMaps(request) {
  const cache = await caches.open(MAPS);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetchMap(request.url);
  // A portal's is no map: to the page it is as if there were no network.
  if (!answer) return Response.error();
  await putMap(cache, request, answer.clone());
  return answer;
}

/** The kept page: as this version has it, else with the files of the one before. */
const keptPage = async (path) =>
  (await caches.match(path, { cacheName: FILES, ignoreVary: true })) ?? caches.match(path, { ignoreVary: true });

/** The page from the server. Who has it as it is now is told just that, and shows what it has. */
async function fromServer(request, path) {
  const kept = await caches.match(path, { cacheName: FILES, ignoreVary: true });
  const etag = kept?.headers.get("etag");
  if (!etag) return fetch(request);
  const headers = new Headers(request.headers);
  headers.set("if-none-match", etag);
  const answer = await fetch(request.url, { headers, credentials: "same-origin", redirect: "manual" });
  return answer.status === 304 ? kept : answer;
}

/** The network when it answers in time; else the kept page, if there is one. */
async function fromNetwork(request, path) {
  const asked = fromServer(request, path);
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error("late")), PATIENCE));
  try {
    return await Promise.race([asked, late]);
  } catch {
    return (await keptPage(path)) ?? asked;
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate" && sessionPath(url.pathname)) event.respondWith(fromNetwork(request, url.pathname));
  else if (url.pathname.startsWith("/assets/")) event.respondWith(fromFiles(request));
  else if (mapPath(url.pathname)) event.respondWith(fromMaps(request));
});
