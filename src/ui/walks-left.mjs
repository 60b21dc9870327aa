// Walks that somebody sent before their turn ended go on by themselves, in a worker: no page shows anything of them.
import { walksLeft } from "./walk/store.mjs";

/** Filled in by tools/site.mjs: the address of workers/walks.mjs. */
const WORKER = __WALKS__;

/** Sends what is left of them, where something is. */
export async function sendWalksLeft() {
  if (typeof Worker !== "function") return;
  if ((await walksLeft().catch(() => [])).length > 0) new Worker(WORKER, { type: "module" });
}
