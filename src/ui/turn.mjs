// Whose turn it is at this device.

/** A random (version 4) UUID, also on a page that is not served over HTTPS. */
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** A browser that keeps no cookies, or throws at them: then whose turn it is lives in this page. */
let here;

const inCookie = () => {
  try {
    return /(?:^|; )beurt=([0-9a-f-]{36})/.exec(document.cookie)?.[1];
  } catch {
    return undefined;
  }
};

function write(code, whose, more = "") {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  try {
    document.cookie = `beurt=${whose}; Path=/s/${code}; SameSite=Strict${more}${secure}`;
  } catch {
    // What was not written is not read back either.
  }
}

/** Keeps a turn in a cookie that only this session's pages are sent. */
export function takeTurn(code, whose) {
  write(code, whose);
  here = inCookie() === whose ? undefined : whose;
}

/** Whose turn it is, where one has begun. */
export const knownTurn = () => inCookie() ?? here;

/** Takes the turn of a session away from this device. */
export function dropTurn(code) {
  here = undefined;
  write(code, "", "; Max-Age=0");
}

/** Whose turn it is; `renew` begins somebody else's. */
export function participant(code, renew) {
  const known = !renew && knownTurn();
  if (known) return known;
  const made = uuid();
  takeTurn(code, made);
  return made;
}
