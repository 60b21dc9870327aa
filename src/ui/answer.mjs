// Whether an answer is the server's own. The portal of a café or an office answers in its place, often with 200 and a page:
// an answer counts only where it names the thing that was asked about. Anything else means: wait.

/** The header in which the server names it. */
export const NAME = "Buurtblik-Id";

/** The id of what an address is about: the last UUID in it. */
export const thingOf = (url) => url.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi)?.at(-1).toLowerCase();

/** JSON, or nothing where it is none. */
export function json(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What of an answer of `fetch` decides: `{status, body, named, retryAfter}`. */
export async function read(answer) {
  const body = json(await answer.text());
  return { status: answer.status, body, named: answer.headers.get(NAME), retryAfter: Number(answer.headers.get("Retry-After")) || 0 };
}

/**
 * Whether the server itself answered: what was put or changed comes back as JSON with its id; an answer without a body, and
 * every refusal, names it in a header.
 */
export function isOurs({ status, body, named }, url) {
  const id = thingOf(url);
  const same = (text) => typeof text === "string" && text.toLowerCase() === id;
  if (!id || status < 200 || (status >= 300 && status < 400)) return false;
  return status === 204 || status >= 400 ? same(named) : same(body?.id);
}

/** Whether it is worth another try: nobody answered, it was not the server, or the server says so. */
export const mustWait = (answer, url) => !answer || !isOurs(answer, url) || answer.status === 408 || answer.status === 429 || answer.status >= 500;

/** The header in which the server names a file of a plattegrond, which has no UUID. */
const FILE = "Buurtblik-File";

/** The JSON of a file of a plattegrond; rejects without network, or where what answers is not the server. */
export async function mapFile(url) {
  // Where the browser's own cache has a portal's, anew.
  for (const cache of ["default", "reload"]) {
    const answer = await fetch(url, { cache, credentials: "omit" });
    if (answer.ok && !answer.redirected && answer.headers.get(FILE) === url.split("/").at(-1)) return answer.json();
  }
  throw new Error("not the server's file");
}

/** What a problem says, in the words for people. */
export const words = (problem, status) => (problem?.errors ?? []).map((error) => error.detail).join(" ") || problem?.detail || `HTTP ${status}`;
