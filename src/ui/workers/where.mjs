// Reads where and when a photo was taken, beside the page: whatever is in a file cannot hold the page up.
import { gps, parse } from "exifr/dist/lite.esm.mjs";

const WHEN = { exif: true, gps: false };
const quietly = (promise) => promise.catch(() => null);

addEventListener("message", async ({ data: { id, file } }) => {
  const [at, when] = await Promise.all([quietly(gps(file)), quietly(parse(file, WHEN))]);
  const sound = at && Number.isFinite(at.longitude) && Number.isFinite(at.latitude) && Math.abs(at.longitude) <= 180 && Math.abs(at.latitude) <= 90;
  // The camera's own clock, without a zone: taken as that of this device.
  const time = [when?.DateTimeOriginal, when?.CreateDate].map((date) => (date instanceof Date ? date.getTime() : Number.NaN)).find(Number.isFinite);
  postMessage({ id, place: sound ? [at.longitude, at.latitude] : null, time: time ?? null });
});
