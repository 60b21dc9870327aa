// Keeps a resident's page working in a room without network.
// The program's own files come from a cache with the version in its name; the plattegrond from a
// cache that outlives versions; pages from the network while it answers. Never /api, never photos:
// what people said lives in the page's own outbox, not here.
const ASSETS = __ASSETS__;
const FILES = `buurtblik-${__VERSION__}`;
const MAPS = "buurtblik-plattegrond";
const MOST_MAPS = 12;
const PATIENCE = 4000; // milliseconds before the kept page is shown instead
const FRESH = 12 * 3600 * 1000; // milliseconds a kept page is good enough

const sessionPath = (path) => /^\/s\/[^/]+$/.test(path);
const mapPath = (path) => path.startsWith("/plattegrond/");

self.addEventListener("install", (event) => {
  // Plain requests: what the page has just loaded comes from the browser's own cache.
  event.waitUntil(caches.open(FILES).then((cache) => cache.addAll(ASSETS)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter((name) => name !== FILES && name !== MAPS).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

/** Keeps the page of a session as anybody would get it: without cookie, without anyone's pins. */
async function keepShell(path) {
  const cache = await caches.open(FILES);
  const kept = await cache.match(path);
  if (kept && Date.now() - Date.parse(kept.headers.get("date")) < FRESH) return;
  const answer = await fetch(`${path}?schil=1`, { credentials: "omit" });
  if (answer.ok && !answer.redirected) await cache.put(path, answer);
}

async function keepMap(address) {
  const cache = await caches.open(MAPS);
  if (await cache.match(address)) return;
  const answer = await fetch(address);
  if (answer.ok) await putMap(cache, address, answer);
}

async function putMap(cache, request, answer) {
  await cache.put(request, answer);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST_MAPS)).map((key) => cache.delete(key)));
}

/** The page tells where it is and which drawings it loaded before this worker was there. */
self.addEventListener("message", (event) => {
  const here = (address) => {
    const url = new URL(address, self.location.origin);
    return url.origin === self.location.origin ? url : null;
  };
  const { visited, loaded = [] } = event.data ?? {};
  const jobs = loaded.map(here).filter((url) => url && mapPath(url.pathname)).map((url) => keepMap(url.href));
  const page = visited && here(visited);
  if (page && sessionPath(page.pathname)) jobs.push(keepShell(page.pathname));
  event.waitUntil(Promise.allSettled(jobs));
});

async function fromFiles(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

async function fromMaps(request) {
  const cache = await caches.open(MAPS);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await putMap(cache, request, answer.clone());
  return answer;
}

/** The network when it answers in time; else the kept page, if there is one. */
async function fromNetwork(request, path) {
  const asked = fetch(request);
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error("late")), PATIENCE));
  try {
    return await Promise.race([asked, late]);
  } catch {
    return (await caches.match(path, { cacheName: FILES, ignoreVary: true })) ?? asked;
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
