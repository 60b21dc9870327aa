// Brings the islands of a page to life, without inline script. The addresses stand in the page:
// <meta name="buurtblik-js">, <meta name="buurtblik-wasm"> and, where the page may work offline,
// <meta name="buurtblik-sw">.
import "./aloud.mjs";
import "./glue.mjs";
import "./leftovers.mjs";

const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

/** Hydrates islands from the outside in; an island's children may hold islands of their own. */
async function hydrateIslands(root, program) {
  const waiting = [];

  async function walk(node) {
    const tag = node.localName;
    if (tag === "leptos-island") await hydrateOne(node);
    if (tag === "leptos-children") waiting.push(node.$$on_hydrate);
    for (const child of [...node.children]) await walk(child);
    if (tag === "leptos-children") waiting.pop();
  }

  async function hydrateOne(island) {
    const start = program[island.dataset.component];
    if (!start) {
      console.warn(`no such island: ${island.dataset.component}`);
      return;
    }
    // Gives the contexts of the island around it to the one inside its children.
    waiting.at(-1)?.();
    await start(island);
    island.$$hydrated = true;
  }

  await walk(root);
}

async function startIslands() {
  const [js, wasm] = [meta("buurtblik-js"), meta("buurtblik-wasm")];
  if (!js || !wasm || !document.querySelector("leptos-island")) return;
  try {
    const program = await import(js);
    await program.default({ module_or_path: wasm });
    program.hydrate();
    await hydrateIslands(document.body, program);
    document.documentElement.dataset.islands = "ready";
  } catch (error) {
    // The page keeps working as plain HTML forms.
    console.warn("the islands did not start", error);
    document.documentElement.dataset.islands = "failed";
  }
}

async function keepForOffline() {
  const worker = meta("buurtblik-sw");
  if (!worker || !("serviceWorker" in navigator)) return;
  try {
    const workers = navigator.serviceWorker;
    const registration = await workers.register(worker, { scope: "/", updateViaCache: "none" });
    const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
    const drawings = loaded.filter((name) => new URL(name).pathname.startsWith("/plattegrond/"));
    const tell = (one) => one?.postMessage({ visited: location.pathname, loaded: drawings });
    // After an update the worker of the version before is still there, and a browser may let the new one wait for minutes: it is told
    // as soon as it has its files, and again when it takes over.
    const tellNext = () => {
      const next = registration.installing ?? registration.waiting;
      if (next?.state === "installed") tell(next);
      else next?.addEventListener("statechange", () => next.state === "installed" && tell(next));
    };
    workers.addEventListener("controllerchange", () => tell(workers.controller));
    tell((await workers.ready).active);
    registration.addEventListener("updatefound", tellNext);
    tellNext();
    await registration.update();
  } catch (error) {
    console.warn("no service worker", error);
  }
}

startIslands().then(keepForOffline);
