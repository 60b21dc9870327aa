// What a camera wrote is read on the page as on the server. No browser: the rules and the reader are plain modules.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'exifr/dist/lite.esm.mjs';
import { cameraOf, taken } from '../../src/ui/walk/camera.mjs';
import { TAGS } from '../../src/ui/walk/tags.mjs';
import { withExif } from './lib/pictures.mjs';

const OF = {
  DateTime: ['ifd0', 0x0132], Artist: ['ifd0', 0x013b], DateTimeOriginal: ['exif', 0x9003], DateTimeDigitized: ['exif', 0x9004],
  OffsetTime: ['exif', 0x9010], OffsetTimeOriginal: ['exif', 0x9011], OffsetTimeDigitized: ['exif', 0x9012], GPSLatitudeRef: ['gps', 1],
  GPSLatitude: ['gps', 2], GPSLongitudeRef: ['gps', 3], GPSLongitude: ['gps', 4], GPSTimeStamp: ['gps', 7], GPSDateStamp: ['gps', 29],
};
const cases = JSON.parse(readFileSync(new URL('../../src/input/photos/pipeline/tests/camera.json', import.meta.url), 'utf8'));

for (const { name, tags, place, taken: wanted, odd = [] } of cases) {
  test(`a camera that writes ${name}`, () => {
    const found = { ifd0: {}, exif: {}, gps: {} };
    for (const [tag, value] of Object.entries(tags)) {
      const [block, number] = OF[tag];
      // As the reader gives them: fractions as numbers, 0/0 as none.
      found[block][number] = typeof value === 'string' ? value : value.map(([a, b]) => a / b);
    }
    const told = cameraOf(found);
    assert.equal(told.place === null, place === null, JSON.stringify(told));
    place?.forEach((degrees, at) => assert.ok(Math.abs(told.place[at] - degrees) < 1e-6, JSON.stringify(told)));
    const at = taken(told);
    assert.equal(at === null ? null : new Date(Math.floor(at / 1000) * 1000).toISOString().replace('.000', ''), wanted);
    assert.deepEqual([told.oddPlace, told.oddTime], [odd.includes('place'), odd.includes('time')]);
  });
}

test('a clock that is moved leaves a satellite where it is', () => {
  assert.equal(taken({ clock: 7_200_000, satellite: null }, -3_600_000), 3_600_000);
  assert.equal(taken({ clock: 7_200_000, satellite: 3_590_000 }), 3_590_000);
  assert.equal(taken({ clock: 7_200_000, satellite: 3_590_000 }, -3_600_000), 3_600_000);
  assert.equal(taken({ clock: null, satellite: 3_590_000 }, -3_600_000), 3_590_000);
});

const bare = Buffer.from([0xff, 0xd8, 0xff, 0xd9]);

test('the tags of a file come by number and as they are', async () => {
  const file = withExif(bare, { time: '2026:05:01 12:05:00', place: [4.93, 52.35] });
  const told = cameraOf(await parse(file, TAGS));
  assert.ok(Math.abs(told.place[0] - 4.93) < 1e-5 && Math.abs(told.place[1] - 52.35) < 1e-5, JSON.stringify(told));
  assert.equal(taken(told), Date.UTC(2026, 4, 1, 10, 5));
  assert.deepEqual(cameraOf(await parse(bare, TAGS).catch(() => undefined)), { place: null, clock: null, satellite: null, oddPlace: false, oddTime: false });
});

/** The shared cases; what is right stands in their `case.md`. */
const DATA = process.env.BUURTBLIK_TEST_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
const SHARED = pathToFileURL(join(DATA, '../cases/'));
const AT = Date.UTC(2026, 4, 1, 10, 5);
const HERE = [4.9295, 52.35];
const WANTED = {
  '10-android-takes-the-place-away': { '1': [null, AT], '2': [null, AT], '3': [null, AT], '4': [null, AT] },
  '11-exif-date-in-other-clothes': { '1': [null, AT], '2': [null, AT], '3': [null, AT], '4': [null, AT], '5': [null, AT] },
  '13-exif-seconds-nought-by-nought': { '1': [HERE], '2': [HERE], '3': [HERE], '4': [HERE], '5': [HERE], '6': [[-HERE[0], HERE[1]]] },
  '14-exif-satellite-time-beside-wrong-clock': { '1': [undefined, AT], '2': [undefined, AT], '3': [undefined, AT] },
  '15-exif-zone-ignored-on-the-page': { '1': [undefined, AT], '2': [undefined, AT], '3': [undefined, AT] },
};
for (const [folder, files] of Object.entries(WANTED)) {
  const at = new URL(`${folder}/fotos/`, SHARED);
  if (!existsSync(at)) {
    process.stderr.write(`skipped: ${at.pathname} is not there\n`);
    continue;
  }
  for (const name of readdirSync(at).filter((one) => one.endsWith('.jpg'))) {
    test(`the shared case ${folder}: ${name}`, async () => {
      const [place, time] = files[name.slice(0, 1)];
      const told = cameraOf(await parse(readFileSync(new URL(name, at)), TAGS));
      if (place === null) assert.equal(told.place, null);
      place?.forEach((degrees, of) => assert.ok(Math.abs(told.place[of] - degrees) < 1e-4, JSON.stringify(told)));
      if (time !== undefined) assert.equal(taken(told), time, JSON.stringify(told));
    });
  }
}
