// A recording over the area of a walk: where somebody was when, and what of it may be kept.
import { MOST_OUTINGS, cut, settle } from "./cut.mjs";
import { GpxError, LARGEST, readGpx } from "./gpx.mjs";
import { outings, placeAt, stays } from "./outing.mjs";

/** What a file holds (see `readGpx`); throws a GpxError. */
export async function readTrack(file) {
  if (file.size > LARGEST) throw new GpxError("large");
  return readGpx(new Uint8Array(await file.arrayBuffer()));
}

/** Degrees as metres round the middle of `bbox` (west, south, east, north), on the ellipsoid, and back. */
export function metresRound([west, south, east, north]) {
  const [lon, lat] = [(west + east) / 2, (south + north) / 2];
  const [one, two, three] = [1, 2, 3].map((times) => Math.cos((times * lat * Math.PI) / 180));
  const across = 111_412.84 * one - 93.5 * three; // in a degree of longitude here
  const up = 111_132.954 - 559.822 * two; // and of latitude
  return {
    metres: ([x, y]) => [(x - lon) * across, (y - lat) * up],
    degrees: ([x, y]) => [x / across + lon, y / up + lat],
  };
}

/** What is known of tracks as `readGpx` gives them; `homes` says of a stay, by when it began, whether somebody lives there. */
export function course(tracks, bbox, homes = {}) {
  const { metres, degrees } = metresRound(bbox);
  const walks = outings(tracks.map((track) => track.map((segment) => segment.map(([lon, lat, time]) => [...metres([lon, lat]), time]))));
  const stayed = walks.flatMap(stays);
  // Unless somebody says otherwise, somebody lives there.
  const shortened = cut(walks, ({ from }) => homes[from] !== false);
  return {
    isTooMany: walks.length > MOST_OUTINGS || stayed.length > MOST_OUTINGS,
    stayed,
    /** What may leave this device: pieces of `[lon, lat]`. */
    kept: shortened.kept.map((piece) => piece.map(degrees)),
    placeAt(seconds) {
      const at = placeAt(walks, seconds);
      return at && degrees(at);
    },
    /** Where a photo is sent, `[lon, lat]`; null where it must have no place. */
    settle(place) {
      const photo = metres(place);
      const to = settle(shortened, photo);
      return to === photo ? place : to && degrees(to);
    },
  };
}

export const hasTimes = (tracks) => tracks.flat(2).some(([, , time]) => time !== null);
