// What a camera wrote beside a picture: where and when, by the same rules as `photos::pipeline::camera` on the server.
// `src/input/photos/pipeline/tests/camera.json` is what both are held to.
const SAME = 120_000; // milliseconds; a fix may be a little older than the picture, further apart the clock is wrong
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
// Numbers of the tags (CIPA DC-008): of the picture, of when it was made, of where.
const CHANGED = 0x0132;
const TIMES = [0x9003, 0x9004];
const ZONES = [0x9011, 0x9012, 0x9010];
const [LAT_HALF, LAT, LON_HALF, LON, SATELLITE_TIME, SATELLITE_DAY] = [1, 2, 3, 4, 7, 29];
const NOTHING = { known: null, odd: false };
const ODD = { known: null, odd: true };

/** The words of a tag, without blanks and zeros round them. */
const text = (value) => (typeof value === "string" ? value.replace(/^[\s\0]+|[\s\0]+$/g, "") : "");
const numbers = (value) => (typeof value === "number" ? [value] : Array.from(value ?? []));

function degrees(value, half, [positive, negative]) {
  const parts = numbers(value);
  if (!parts.some(Number.isFinite)) return NOTHING;
  const letter = text(half).slice(0, 1).toUpperCase();
  if (letter && letter !== positive && letter !== negative) return ODD;
  // Some leave the minutes out and write them as seconds.
  const small = [60, 3600].every((most, at) => !Number.isFinite(parts[at + 1]) || (parts[at + 1] >= 0 && parts[at + 1] <= most));
  // Seconds that are 0/0 are none; whole degrees alone are no place.
  const [whole, minutes = 0, seconds = 0] = [parts[0], parts[1], Number.isFinite(parts[2]) ? parts[2] : 0];
  const known = whole + minutes / 60 + seconds / 3600;
  if (!small || parts.length > 3 || !Number.isFinite(known) || (parts.length === 1 && whole !== 0 && Number.isInteger(whole))) return ODD;
  return { known: letter === negative ? -known : known, odd: false };
}

function placeOf(gps) {
  const [lon, lat] = [degrees(gps[LON], gps[LON_HALF], ["E", "W"]), degrees(gps[LAT], gps[LAT_HALF], ["N", "S"])];
  if (lon === NOTHING && lat === NOTHING) return NOTHING;
  if (lon.known === null || lat.known === null) return ODD;
  // What a phone writes that takes the place away.
  if (Math.abs(lon.known) < 1e-6 && Math.abs(lat.known) < 1e-6) return NOTHING;
  return Math.abs(lat.known) <= 90 && Math.abs(lon.known) <= 180 ? { known: [lon.known, lat.known], odd: false } : ODD;
}

/** The parts of the date with colons, dashes, slashes or points between, seconds or none, its zone or not. */
const MOMENT = /^(\d{4})[:/.-](\d\d)[:/.-](\d\d)[Tt ]+(\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(.*)$/;
const ZONE = /^([+-])(\d\d):?(\d\d)?$/;

/** Milliseconds that a zone is ahead of UTC; null where it cannot be read. */
function ahead(zone) {
  if (/^z$/i.test(zone)) return 0;
  const [, sign, hours, minutes = "0"] = ZONE.exec(zone) ?? [];
  return sign ? (sign === "-" ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * 60_000) : null;
}

/** The last Sunday of a month, at an hour. */
function lastSunday(year, month, hour) {
  const last = new Date(Date.UTC(year, month + 1, 0));
  return last.getTime() - last.getUTCDay() * DAY + hour * HOUR;
}

/** What a clock in the Netherlands shows, as if it were UTC: in milliseconds of UTC. An hour that is there twice is the first. */
export function fromDutch(shown) {
  const year = new Date(shown).getUTCFullYear();
  const summer = shown >= lastSunday(year, 2, 3) && shown < lastSunday(year, 9, 3);
  return shown - (summer ? 2 : 1) * HOUR;
}

function momentOf(words, zones) {
  const [, ...found] = MOMENT.exec(words) ?? [];
  if (found.length === 0) return null;
  const [year, month, day, hour, minute, second] = found.slice(0, 6).map((part) => Number(part ?? 0));
  const shown = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(shown);
  // A day that does not exist is another one in JavaScript.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || date.getUTCHours() !== hour || date.getUTCMinutes() !== minute) return null;
  const own = found[6].replaceAll(" ", "");
  if (own) return ahead(own) === null ? null : shown - ahead(own);
  const zone = zones.map(ahead).find((known) => known !== null);
  return zone === undefined ? fromDutch(shown) : shown - zone;
}

function clockOf(ifd0, exif) {
  const zones = ZONES.map((tag) => text(exif[tag]));
  let odd = false;
  for (const [at, words] of [...TIMES.map((tag) => text(exif[tag])), text(ifd0[CHANGED])].entries()) {
    // Blanks or noughts are no time.
    if (!/[^\W0]/.test(words)) continue;
    const known = momentOf(words, [zones[at], ...zones]);
    if (known !== null) return { known, odd: false };
    odd = true;
  }
  return odd ? ODD : NOTHING;
}

function satelliteOf(gps) {
  const [, year, month, day] = /^(\d{4})[:/.-](\d\d)[:/.-](\d\d)/.exec(text(gps[SATELLITE_DAY])) ?? [];
  const [hours, minutes, seconds, ...more] = numbers(gps[SATELLITE_TIME]);
  const ofDay = hours * 3600 + minutes * 60 + seconds;
  if (!year || more.length > 0 || !(ofDay >= 0 && ofDay <= 86_400)) return null;
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) + Math.floor(ofDay) * 1000;
}

/**
 * From the tags of a file, by number and as they are: `{place: [lon, lat], clock, satellite, oddPlace, oddTime}`, times in
 * milliseconds of UTC; null where the camera says nothing, `odd…` where that cannot be read.
 */
export function cameraOf({ ifd0 = {}, exif = {}, gps = {} } = {}) {
  const [place, clock] = [placeOf(gps), clockOf(ifd0, exif)];
  return { place: place.known, clock: clock.known, satellite: satelliteOf(gps), oddPlace: place.odd, oddTime: clock.odd };
}

/** When it was, where the clock is moved so far: by the satellite where that says another time than the clock. */
export function taken({ clock, satellite }, moved = 0) {
  const shown = clock === null || clock === undefined ? null : clock + moved;
  if (shown === null) return satellite ?? null;
  return satellite !== null && satellite !== undefined && Math.abs(shown - satellite) > SAME ? satellite : shown;
}
