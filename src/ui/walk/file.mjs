// What of a walk is sent: its line as GPX, the fields of a photo; and, where it came too late, all of it as features of the file
// that the begeleider reads in.
import { asText } from "../late.mjs";

/** A line and nothing else: no names, no times, no heart rates leave this device. */
export function bareGpx(line) {
  const segment = (piece) => `<trkseg>${piece.map(([lon, lat]) => `<trkpt lat="${lat.toFixed(7)}" lon="${lon.toFixed(7)}"/>`).join("")}</trkseg>`;
  return `<gpx version="1.1" creator="Buurtblik" xmlns="http://www.topografix.com/GPX/1/1"><trk>${line.map(segment).join("")}</trk></gpx>`;
}

/** The fields that go with a photo of a walk. */
export function fieldsOf(walk, photo, at, place) {
  const [lon, lat] = place ?? [];
  return { caption: photo.caption, kind: photo.kind, theme: photo.theme, at: String(at), matters: photo.matters ? "1" : "", lon: lon?.toFixed(6), lat: lat?.toFixed(6), settled: walk.kept ? "1" : "" };
}

/** What of it did not come in yet. */
export async function asFeatures(walk, photos) {
  const { id, code, participant, title } = walk;
  const feature = (of, properties) => ({ type: "Feature", id: of, geometry: null, properties: { participant, code, about: id, ...properties } });
  const all = [feature(id, { does: "walk", title })];
  if (walk.kept?.length && !walk.lineSent) all.push(feature(id, { does: "line", gpx: bareGpx(walk.kept) }));
  for (const [at, photo] of photos.entries()) {
    if (photo.sent) continue;
    all.push(feature(photo.id, { does: "stop", ...fieldsOf(walk, photo, at, photo.place ?? null), photo: await asText(photo.photo) }));
  }
  return all;
}
