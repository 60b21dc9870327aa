// The layers of a traject: live maps, another layer without another page, what is behind a place. Without this script every
// choice is an ordinary link and the maps are the server's drawings.
import { openMap } from "../map/open.mjs";

const main = document.getElementById("inhoud");
const status = document.getElementById("stand");
const trouble = document.getElementById("storing");
const BUSY_MS = 250;
const parts = (root) => [...root.querySelectorAll("[data-deel]")];
const names = (root) => parts(root).map(({ dataset }) => dataset.deel).join();
const query = (href) => new URL(href, location.href).search;
const known = new Map();
let maps = [];
let asked = 0;

function tell(words) {
  trouble.textContent = words;
  trouble.hidden = words === "";
}

/** What went wrong, and what to do. */
function explain(error) {
  if (error.status === 401 || error.status === 403) return main.dataset.signedOut;
  return error.status || navigator.onLine ? main.dataset.failed : main.dataset.offline;
}

async function get(url) {
  const answer = await fetch(url, { credentials: "same-origin" });
  if (!answer.ok) throw Object.assign(new Error(`HTTP ${answer.status}`), { status: answer.status });
  return answer;
}

/** The other choice as the server shows it; asked for once. */
function part(search) {
  if (!known.has(search)) {
    const coming = get(main.dataset.url + search).then((answer) => answer.json());
    coming.catch(() => known.delete(search));
    known.set(search, coming);
  }
  return known.get(search);
}

/** Grains are switched to and fro: their maps are there before somebody asks. */
function fetchGrains() {
  for (const link of main.querySelectorAll("[data-menu=korrel] a")) part(query(link.href)).catch(() => {});
}

const whenIdle = (work) => (globalThis.requestIdleCallback ?? setTimeout)(work);

async function withBusy(work) {
  const turn = (asked += 1);
  const slow = setTimeout(() => {
    status.textContent = main.dataset.busy;
    main.setAttribute("aria-busy", "true");
  }, BUSY_MS);
  try {
    const done = await work();
    tell("");
    return turn === asked ? done : null;
  } catch (error) {
    if (turn === asked) tell(explain(error));
    return null;
  } finally {
    clearTimeout(slow);
    if (turn === asked) {
      main.removeAttribute("aria-busy");
      if (status.textContent === main.dataset.busy) status.textContent = "";
    }
  }
}

/** Puts the parts of another choice in their places; false where the page would have other parts. */
function put(html) {
  const coming = document.createElement("template");
  coming.innerHTML = html;
  if (names(coming.content) !== names(main)) return false;
  const open = main.querySelector(".heat-about details")?.open;
  for (const one of parts(coming.content)) {
    const old = main.querySelector(`[data-deel="${one.dataset.deel}"]`);
    // What is drawn must be an SVG element: a template in HTML makes it one.
    old.replaceWith(one);
  }
  if (open) for (const table of main.querySelectorAll(".heat-about details")) table.open = true;
  return true;
}

/** Shows another choice; `href` is its address, which works by itself too. */
async function choose(href, { menu = null, remember = true } = {}) {
  const search = query(href);
  const other = await withBusy(() => part(search));
  if (!other) return;
  if (!put(other.html)) {
    location.assign(href);
    return;
  }
  for (const one of maps) one.redrawn();
  const place = new URLSearchParams(location.search).get("plek");
  if (remember) history.pushState(null, "", href);
  status.textContent = other.status;
  if (menu) main.querySelector(`[data-menu="${menu}"] summary, [data-menu="${menu}"] [aria-current]`)?.focus();
  main.dataset.shown = search;
  // The place that was chosen stays chosen: what is behind it is another thing now.
  if (place) await about(...placeIn(search, place), { look: false });
  whenIdle(fetchGrains);
}

/** The query that tells about a place, `lon,lat`, and the place itself. */
function placeIn(search, place) {
  const params = new URLSearchParams(search);
  params.set("plek", place);
  return [`?${params}`, place.split(",").map(Number)];
}

/** Tells what is behind a place; `at` is `[lon, lat]`. */
async function about(search, at, { look = true } = {}) {
  const panel = document.getElementById("plek");
  const told = await withBusy(async () => (await get(panel.dataset.url + search)).text());
  if (told === null) return;
  panel.innerHTML = told;
  for (const one of maps) one.setSpot(at);
  history.replaceState(null, "", search);
  if (!look) return;
  const heading = document.getElementById("plek-kop");
  heading.focus({ preventScroll: true });
  panel.scrollIntoView({ block: "nearest" });
}

function tapped(lon, lat) {
  about(...placeIn(location.search, `${lon.toFixed(5)},${lat.toFixed(5)}`));
}

function open() {
  const kept = JSON.parse(document.getElementById("gegevens").content.textContent);
  maps = kept.maps.map(({ section, map }) => {
    const shown = openMap(section, JSON.stringify(map), { onTap: tapped });
    if (kept.spot) shown.setSpot(kept.spot);
    return shown;
  });
}

main.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest("a[data-kies], a[data-plek]");
  if (!link) return;
  event.preventDefault();
  if (link.hasAttribute("data-plek")) {
    const search = query(link.href);
    about(...placeIn(search, new URLSearchParams(search).get("plek")));
  } else {
    choose(link.href, { menu: link.closest("[data-menu]")?.dataset.menu });
  }
});

// One menu is open at a time, and none after a click elsewhere.
addEventListener("click", ({ target }) => {
  for (const menu of main.querySelectorAll("details.menu[open]")) if (!menu.contains(target)) menu.open = false;
});
addEventListener("keydown", ({ key }) => {
  const menu = key === "Escape" && document.activeElement?.closest("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
addEventListener("popstate", () => choose(location.href, { remember: false }));

open();
whenIdle(fetchGrains);
