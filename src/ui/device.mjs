// How much this device still holds of a wijksessie, for the begeleider: a number, under an id that means nothing anywhere else.
import { isOurs, read } from "./answer.mjs";
import { uuid } from "./turn.mjs";

const PREFIX = "buurtblik-apparaat-";
const key = (code) => `${PREFIX}${code}`;

/** The sessions of which this device said that it holds something. */
export function reported() {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length));
  } catch {
    return [];
  }
}

/** What was told last, as `[id, number]`; nothing where this browser keeps nothing: it would count as another device each time. */
function told(code) {
  try {
    const [id, holds] = localStorage.getItem(key(code))?.split(" ") ?? [uuid(), "0"];
    return [id, Number(holds)];
  } catch {
    return null;
  }
}

/** Tells the server how much is still here, where that changed; without network it is told at the next try to send. */
export async function report(code, holds) {
  const known = told(code);
  if (!known || known[1] === holds) return;
  const [id, before] = known;
  try {
    // The id first: whoever is told of a device must be able to hear that it holds nothing any more.
    localStorage.setItem(key(code), `${id} ${before}`);
    const url = `/api/v1/sessions/${code}/devices/${id}`;
    const answer = await read(await fetch(url, {
      method: "PUT", body: JSON.stringify({ holds }), headers: { "Content-Type": "application/json" }, credentials: "omit",
    }));
    // A portal may answer 204 to everything.
    if (answer.status !== 204 || !isOurs(answer, url)) return;
    if (holds) localStorage.setItem(key(code), `${id} ${holds}`);
    else localStorage.removeItem(key(code));
  } catch {
    // Nobody heard it: what was told last still stands.
  }
}
