// Photos as a camera makes them, with where and when in their EXIF.
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DATA = process.env.BUURTBLIK_TEST_DATA ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url));

/** A JPEG of one colour with a chequered square, drawn by the browser of this story. */
export async function jpeg(page, { width = 1600, height = 1200, hue = 120 } = {}) {
  const base64 = await page.evaluate(async (want) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: want.width, height: want.height });
    const context = canvas.getContext('2d');
    context.fillStyle = `hsl(${want.hue} 45% 55%)`;
    context.fillRect(0, 0, want.width, want.height);
    for (let n = 0; n < 64; n += 1) {
      context.fillStyle = (n + (n >> 3)) % 2 ? '#101010' : '#F4F4F4';
      context.fillRect(want.width / 4 + (n % 8) * 30, want.height / 4 + (n >> 3) * 30, 30, 30);
    }
    const blob = await new Promise((done) => { canvas.toBlob(done, 'image/jpeg', 0.9); });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  }, { width, height, hue });
  return Buffer.from(base64, 'base64');
}

/** The JPEG with EXIF (TIFF 6.0, big-endian): `time` as `YYYY:MM:DD HH:MM:SS`, `zone` as `+HH:MM`, `place` as [lon, lat], `owner` a name. */
export function withExif(jpegBytes, { time, zone, place, owner = 'Fatima van nummer acht' } = {}) {
  const extra = [];
  const directory = (entries, from) => {
    const head = Buffer.alloc(2 + entries.length * 12 + 4);
    head.writeUInt16BE(entries.length, 0);
    let data = from + head.length;
    entries.forEach(([tag, type, count, value], at) => {
      const offset = 2 + at * 12;
      head.writeUInt16BE(tag, offset);
      head.writeUInt16BE(type, offset + 2);
      head.writeUInt32BE(count, offset + 4);
      if (Buffer.isBuffer(value) && value.length > 4) {
        head.writeUInt32BE(data, offset + 8);
        extra.push(value);
        data += value.length;
      } else if (Buffer.isBuffer(value)) value.copy(head, offset + 8);
      else head.writeUInt32BE(value, offset + 8);
    });
    return Buffer.concat([head, ...extra.splice(0)]);
  };
  const text = (words) => Buffer.from(`${words}\0`, 'latin1');
  const even = (bytes) => (bytes.length % 2 ? Buffer.concat([bytes, Buffer.alloc(1)]) : bytes);
  const degrees = (value) => {
    const numbers = [Math.floor(Math.abs(value)), 1, 0, 1, Math.round((Math.abs(value) % 1) * 3600 * 10000), 10000];
    const bytes = Buffer.alloc(24);
    numbers.forEach((number, at) => bytes.writeUInt32BE(number, at * 4));
    return bytes;
  };
  const artist = even(text(owner));
  const count = 1 + (time ? 1 : 0) + (place ? 1 : 0);
  const first = 8 + 2 + count * 12 + 4 + artist.length;
  const when = [[0x9003, 2, 20, even(text(time))], ...(zone ? [[0x9011, 2, 7, even(text(zone))]] : [])];
  const exif = time ? directory(when, first) : Buffer.alloc(0);
  const gps = place ? directory([
    [1, 2, 2, text(place[1] < 0 ? 'S' : 'N')], [2, 5, 3, degrees(place[1])],
    [3, 2, 2, text(place[0] < 0 ? 'W' : 'E')], [4, 5, 3, degrees(place[0])],
  ], first + exif.length) : Buffer.alloc(0);
  const entries = [[0x013b, 2, owner.length + 1, artist]];
  if (time) entries.push([0x8769, 4, 1, first]);
  if (place) entries.push([0x8825, 4, 1, first + exif.length]);
  const tiff = Buffer.concat([Buffer.from('MM\0*\0\0\0\x08', 'latin1'), directory(entries, 8), exif, gps]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(tiff.length + 8, 2);
  return Buffer.concat([jpegBytes.subarray(0, 2), head, Buffer.from('Exif\0\0', 'latin1'), tiff, jpegBytes.subarray(2)]);
}

export const asFile = (name, buffer, mimeType = 'image/jpeg') => ({ name, mimeType, buffer });

/** A GPX file of these places, one each minute from `start`; `times: false` leaves them out. */
export function gpx(places, { start = '2026-06-01T10:00:00Z', times = true } = {}) {
  const point = ([lon, lat], at) => {
    const time = new Date(Date.parse(start) + at * 60_000).toISOString();
    return `<trkpt lat="${lat}" lon="${lon}">${times ? `<time>${time}</time>` : ''}</trkpt>`;
  };
  return Buffer.from(`\uFEFF<?xml version="1.0"?><gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1"><metadata><author><name>Fatima</name></author></metadata><trk><name>Thuis</name><trkseg>${places.map(point).join('')}</trkseg></trk></gpx>`);
}

/** A file of the test data for a file chooser; null, with the reason, where it is not there. */
export function fromData(name) {
  const path = join(DATA, name);
  if (existsSync(path)) return asFile(basename(path), readFileSync(path));
  process.stderr.write(`not told: ${path} is not there (BUURTBLIK_TEST_DATA)\n`);
  return null;
}
