// Whose turn it is at this device.

/** A random (version 4) UUID, also on a page that is not served over HTTPS. */
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Keeps a turn in a cookie that only this session's pages are sent. */
export function takeTurn(code, whose) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `beurt=${whose}; Path=/s/${code}; SameSite=Strict${secure}`;
}

/** Whose turn it is, where one has begun. */
export const knownTurn = () => /(?:^|; )beurt=([0-9a-f-]{36})/.exec(document.cookie)?.[1];

/** Takes the turn of a session away from this device. */
export function dropTurn(code) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `beurt=; Path=/s/${code}; SameSite=Strict; Max-Age=0${secure}`;
}

/** Whose turn it is; `renew` begins somebody else's. */
export function participant(code, renew) {
  const known = !renew && knownTurn();
  if (known) return known;
  const made = uuid();
  takeTurn(code, made);
  return made;
}
