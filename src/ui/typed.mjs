// What was typed and not sent, kept on this device until the turn ends: each under a name.
import { knownTurn, participant } from "./turn.mjs";
import { Box, inOrder } from "./turn-store.mjs";

const STORE = "typed";

/** What still has to be kept, the last of each name: somebody may go on to another page right after the last key. */
const pending = new Map();
let writing = null;

async function write() {
  while (pending.size > 0) {
    const [[name, work]] = pending;
    pending.delete(name);
    await inOrder(work).catch(() => {});
  }
  writing = null;
}

/** Keeps `value` under a name for the turn that is here now; null forgets it. */
export function keepTyped(code, name, value) {
  pending.delete(name);
  const whose = value === null ? knownTurn() : participant(code, false);
  if (!whose) return;
  const box = Box.of("beurt", code, whose);
  pending.set(name, () => (value === null ? box.delete(STORE, name) : box.put(STORE, { name, value })));
  writing ??= write();
}

/** What is kept under a name; null where nothing is. */
export async function readTyped(code, name) {
  const whose = knownTurn();
  if (!whose) return null;
  const kept = await inOrder(() => Box.of("beurt", code, whose).get(STORE, name)).catch(() => null);
  return kept?.value ?? null;
}

/** Keeps nothing more of what is pending: the turn has ended. */
export const dropTyped = () => pending.clear();
