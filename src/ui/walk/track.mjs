// A GPX file as pieces of [lon, lat, time in milliseconds or null], and where somebody was at a time.
const LARGEST = 10_000_000; // bytes, as the server has it
const NEAR_THE_END = 120_000; // milliseconds, as `walks::NEAR_THE_END_S`

/** Throws where it is no GPX; a document type is refused: nothing is expanded. */
export async function readTrack(file) {
  if (file.size > LARGEST) throw new Error("too large");
  const text = await file.text();
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new Error("no document type");
  if (!/<(?:\w+:)?gpx[\s>]/.test(text)) throw new Error("no GPX");
  const gpx = new DOMParser().parseFromString(text.replace(/^\uFEFF/, ""), "application/xml");
  if (gpx.querySelector("parsererror") || gpx.documentElement.localName !== "gpx") throw new Error("no GPX");
  const point = (element) => {
    const time = Date.parse([...element.children].find(({ localName }) => localName === "time")?.textContent ?? "");
    return [Number(element.getAttribute("lon") ?? Number.NaN), Number(element.getAttribute("lat") ?? Number.NaN), Number.isFinite(time) ? time : null];
  };
  const sound = ([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
  const pieces = [...gpx.getElementsByTagNameNS("*", "trkseg"), ...gpx.getElementsByTagNameNS("*", "rte")];
  const points = (piece) => [...piece.children].filter(({ localName }) => localName === "trkpt" || localName === "rtept");
  const line = pieces.map((piece) => points(piece).map(point).filter(sound)).filter((piece) => piece.length > 1);
  if (line.length === 0) throw new Error("no line");
  return line;
}

/** The line and nothing else: no names, no times, no heart rates leave this device. */
export function bareGpx(line) {
  const segment = (piece) => `<trkseg>${piece.map(([lon, lat]) => `<trkpt lat="${lat}" lon="${lon}"/>`).join("")}</trkseg>`;
  return `<gpx version="1.1" creator="Buurtblik" xmlns="http://www.topografix.com/GPX/1/1"><trk>${line.map(segment).join("")}</trk></gpx>`;
}

export const hasTimes = (line) => line.flat().some(([, , time]) => time !== null);

/** Where somebody was (the same rule as `walks::place_at` on the server); null outside the line's times. */
export function placeAt(line, time) {
  const timed = line.flat().filter((point) => point[2] !== null);
  if (timed.length === 0) return null;
  const first = timed.reduce((a, b) => (b[2] < a[2] ? b : a));
  const last = timed.reduce((a, b) => (b[2] >= a[2] ? b : a));
  if (time <= first[2]) return first[2] - time <= NEAR_THE_END ? first.slice(0, 2) : null;
  if (time >= last[2]) return time - last[2] <= NEAR_THE_END ? last.slice(0, 2) : null;
  for (let at = 1; at < timed.length; at += 1) {
    const [from, to] = [timed[at - 1], timed[at]];
    if (from[2] > time || time >= to[2]) continue;
    const part = (time - from[2]) / (to[2] - from[2]);
    return [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])];
  }
  return null;
}

const ROUND = 150; // metres, as for a pin
const METRES = 111_320; // metres in a degree of latitude

/** A test of whether a place is in the area or at most 150 m outside, from the plattegrond's boundary. */
export async function areaTest(url) {
  const { features } = await (await fetch(url)).json();
  const own = features.filter(({ properties }) => properties.class === "boundary");
  const rings = own.flatMap(({ geometry }) => (geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat()));
  return ([lon, lat]) => {
    const across = METRES * Math.cos((lat * Math.PI) / 180);
    let inside = false;
    for (const ring of rings) {
      const here = ring.map(([x, y]) => [(x - lon) * across, (y - lat) * METRES]);
      for (let at = 1; at < here.length; at += 1) {
        const [[ax, ay], [bx, by]] = [here[at - 1], here[at]];
        if (ay > 0 !== by > 0 && ax + ((0 - ay) / (by - ay)) * (bx - ax) > 0) inside = !inside;
        const [dx, dy] = [bx - ax, by - ay];
        const along = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
        if (Math.hypot(ax + along * dx, ay + along * dy) <= ROUND) return true;
      }
    }
    return inside;
  };
}
