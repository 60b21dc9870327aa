// Reads the tracks of a GPX file, by the rules of `walks::gpx` on the server; a test holds the two against each other: change both
// together. The browser's own reader of XML will not do: it refuses a bare & and a prefix that nobody declared.
export const LARGEST = 10_000_000; // bytes
const MOST_POINTS = 100_000;
const DEEPEST = 64; // elements in one another
const LONGEST_TIME = 40; // letters
const LONGEST_NUMBER = 40; // letters
const EARLIEST = 946_684_800; // 1 January 2000: a time before it is that of a receiver which does not know what time it is
const LATEST = 4_102_444_800; // 1 January 2100
const PAUSE = 600; // seconds
const DAY = 86_400;
const MOST_WRONG = 3; // readings in a row that can be wrong between others that are right

/** `kind` is large, points, broken, nogpx, notrack or nopoint; `line` is where a file is broken, counted from 1. */
export class GpxError extends Error {
  constructor(kind, line = 0) {
    super(kind);
    Object.assign(this, { kind, line });
  }
}

const trim = (text) => text.replace(/^[\t\n\f\r ]+|[\t\n\f\r ]+$/g, "");

/** What a mark at the beginning says, else UTF-8. */
function decoded(bytes) {
  const marks = [[[0xff, 0xfe], "utf-16le"], [[0xfe, 0xff], "utf-16be"]];
  const encoding = marks.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1] ?? "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

/** A number in degrees; null where it is none. A comma can be nothing but a decimal sign. */
export function number(text) {
  const trimmed = trim(text ?? "");
  if (trimmed.length > LONGEST_NUMBER) return null;
  const dotted = trimmed.includes(".") ? trimmed : trimmed.replace(",", ".");
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/.test(dotted) ? Number(dotted) : null;
}

const TIME = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)? ?(?:([Zz])|([+-])(\d\d)(?:(:)?(\d\d))?)?$/;

/** A time as it is written: as if it were in UTC, and by how much it is ahead of that; null where it is none. */
function written(text) {
  if (text.length > LONGEST_TIME) return null;
  const found = TIME.exec(trim(text));
  if (!found) return null;
  const [, year, month, day, hour, minute, second = "0", utc, sign, hours, , minutes = "0"] = found;
  const clock = new Date(0);
  // A second that was put in between.
  clock.setUTCHours(hour, minute, Math.min(second, 59));
  clock.setUTCFullYear(year, month - 1, day);
  const isDate = clock.getUTCFullYear() === Number(year) && clock.getUTCMonth() === month - 1 && clock.getUTCDate() === Number(day);
  if (!isDate || Number(year) < 0 || hour > 23 || minute > 59 || second > 60 || hours > 14 || minutes > 59) return null;
  const ahead = sign ? Number(`${sign}1`) * (hours * 3600 + minutes * 60) : null;
  return { clock: clock.getTime() / 1000, year: Number(year), zone: utc ? 0 : ahead };
}

/** By how many seconds the clock of the Netherlands is ahead of UTC at a time in UTC. */
function dutchAhead(time) {
  const year = new Date(time * 1000).getUTCFullYear();
  // At 01:00 UTC of the last Sunday of March and of October.
  const change = (month) => {
    const last = new Date(Date.UTC(year, month + 1, 0, 1));
    return last.getTime() / 1000 - last.getUTCDay() * DAY;
  };
  return time >= change(2) && time < change(9) ? 7200 : 3600;
}

/** Seconds since 1970. Without a zone of its own it has that of the others in its file, else the Dutch one. */
function seconds({ clock, zone }, others) {
  const ahead = zone ?? others;
  if (ahead !== null) return clock - ahead;
  return dutchAhead(clock - 7200) === 7200 ? clock - 7200 : clock - 3600;
}

/** The times of a segment without those that cannot be; see `walks::gpx::time::sound`. */
function sound(times) {
  const timed = [...times.entries()].filter(([, time]) => time !== null && time >= EARLIEST && time < LATEST);
  const kept = [];
  for (let at = 0; at < timed.length; at += 1) {
    const last = kept.at(-1)?.[1];
    for (let count = 1; last !== undefined && count <= MOST_WRONG && at + count < timed.length; count += 1) {
      const next = timed[at + count][1];
      const outside = timed.slice(at, at + count).every(([, time]) => time < last || time > next);
      if (next - last < 0 || next - last > PAUSE || !outside) continue;
      at += count;
      break;
    }
    kept.push(timed[at]);
  }
  const isFar = (a, b) => Math.abs(kept[a][1] - kept[b][1]) > DAY;
  if (kept.length > 2 && isFar(kept.length - 1, kept.length - 2)) kept.pop();
  if (kept.length > 2 && isFar(0, 1)) kept.shift();
  const right = new Map(kept);
  return times.map((time, at) => right.get(at) ?? null);
}

/** The parts of a file in order: `{open|empty|close|text, at}`. Throws where it is no XML. */
function* parts(text) {
  const broken = (at) => new GpxError("broken", text.slice(0, at).split("\n").length);
  const upTo = (end, from, at) => {
    const found = text.indexOf(end, from);
    if (found < 0) throw broken(at);
    return found;
  };
  for (let at = 0; at < text.length;) {
    if (text[at] !== "<") {
      const next = text.indexOf("<", at);
      const end = next < 0 ? text.length : next;
      yield { text: text.slice(at, end), at };
      at = end;
    } else if (text.startsWith("<!--", at)) {
      at = upTo("-->", at + 4, at) + 3;
    } else if (text.startsWith("<![CDATA[", at)) {
      const end = upTo("]]>", at + 9, at);
      yield { text: text.slice(at + 9, end), at };
      at = end + 3;
    } else if (text[at + 1] === "!") {
      throw broken(at); // a document type among them: nothing is expanded
    } else if (text[at + 1] === "?") {
      at = upTo("?>", at + 2, at) + 2;
    } else if (text[at + 1] === "/") {
      const end = upTo(">", at, at);
      yield { close: text.slice(at + 2, end).replace(/[\t\n\r ]+$/, ""), at };
      at = end + 1;
    } else {
      // A > within quotes is none.
      const end = /[^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*>/y;
      end.lastIndex = at + 1;
      const inside = end.exec(text)?.[0].slice(0, -1);
      if (inside === undefined) throw broken(at);
      yield { [inside.endsWith("/") ? "empty" : "open"]: inside.replace(/\/$/, ""), at };
      at = end.lastIndex;
    }
  }
}

/** The first lon and lat among the attributes of an element; throws where they are not written as XML. */
function place(inside, broken) {
  const rest = inside.replace(/^[^\t\n\r ]+/, "");
  const attribute = /[\t\n\r ]*([^\t\n\r =]+)[\t\n\r ]*=[\t\n\r ]*(?:"([^"]*)"|'([^']*)')/y;
  const found = {};
  while (trim(rest.slice(attribute.lastIndex)) !== "") {
    const [, name, double, single] = attribute.exec(rest) ?? [];
    if (name === undefined) throw broken();
    found[name] ??= double ?? single;
  }
  return [number(found.lon), number(found.lat)];
}

class Reading {
  names = [];
  seen = false;
  point = null; // [depth, isRoute, the point]
  time = null; // its depth
  written = "";
  tracks = [];
  routes = [];
  points = 0;
  passedOver = [0, 0];

  static last(list, empty = () => []) {
    if (list.length === 0) list.push(empty());
    return list.at(-1);
  }

  open(inside, broken) {
    const full = /^[^\t\n\r ]*/.exec(inside)[0];
    this.names.push(full);
    const depth = this.names.length;
    const name = full.slice(full.indexOf(":") + 1);
    if (depth === 1) {
      // Two files that somebody put behind each other are read as one.
      if (name !== "gpx") throw new GpxError("nogpx");
      this.seen = true;
    }
    if (depth > DEEPEST) throw broken();
    if (name === "trk") this.tracks.push([]);
    else if (name === "rte") this.routes.push([[]]);
    else if (name === "trkseg") Reading.last(this.tracks).push([]);
    else if (name === "trkpt" || name === "rtept") this.startPoint(inside, name === "rtept", broken);
    else if (name === "time" && this.point && depth === this.point[0] + 1) [this.time, this.written] = [depth, ""];
  }

  startPoint(inside, isRoute, broken) {
    const [lon, lat] = place(inside, broken);
    const isOnGlobe = lon !== null && lat !== null && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
    // Receivers that do not know where they are say nought and nought.
    if (!isOnGlobe || (lon === 0 && lat === 0)) {
      this.passedOver[Number(isRoute)] += 1;
      return;
    }
    this.points += 1;
    if (this.points > MOST_POINTS) throw new GpxError("points");
    Reading.last(Reading.last(isRoute ? this.routes : this.tracks)).push([lon, lat, null]);
    this.point = [this.names.length, isRoute];
  }

  text(text) {
    if (this.time !== null) this.written += text.slice(0, LONGEST_TIME + 1);
  }

  close() {
    const depth = this.names.length;
    if (this.time === depth) {
      this.time = null;
      const point = Reading.last(Reading.last(this.point?.[1] ? this.routes : this.tracks)).at(-1);
      // Something that is no time is not the same as none.
      if (point) point[2] = written(this.written) ?? (trim(this.written) === "" ? null : false);
    }
    if (this.point?.[0] === depth) this.point = null;
    this.names.pop();
  }

  finish(broken) {
    if (!this.seen) throw new GpxError("nogpx");
    if (this.names.length > 0) throw broken();
    const filled = (tracks) => tracks.map((track) => track.filter((segment) => segment.length > 0)).filter((track) => track.length > 0);
    const [tracks, routes] = [filled(this.tracks), filled(this.routes)];
    const [ofTrack, ofRoute] = this.passedOver;
    // A planned route beside what was walked is not the walk.
    const [found, passedOver] = tracks.length > 0 ? [tracks, ofTrack] : [routes, ofTrack + ofRoute];
    if (found.length === 0) throw new GpxError(passedOver > 0 ? "nopoint" : "notrack");
    return timed(found, passedOver);
  }
}

/** Tracks with their times in seconds since 1970. */
function timed(tracks, passedOver) {
  const all = tracks.flat(2).map(([, , time]) => time).filter(Boolean);
  const zone = all.find((time) => time.zone !== null)?.zone ?? null;
  let impossible = 0;
  const found = tracks.map((track) => track.map((segment) => {
    const before = segment.map(([, , time]) => (time ? seconds(time, zone) : null));
    const after = sound(before);
    impossible += before.filter((time) => time !== null).length - after.filter((time) => time !== null).length;
    return segment.map(([lon, lat], at) => [lon, lat, after[at]]);
  }));
  const year = all.length > 0 && impossible === all.length ? all[0].year : null;
  const unreadable = tracks.flat(2).filter(([, , time]) => time === false).length;
  return { tracks: found, passedOver, withoutZone: all.length > 0 && zone === null, unreadable, impossible, year };
}

/**
 * The tracks of a file (bytes), each of segments of `[lon, lat, seconds since 1970 or null]`, and what is to be told about them.
 * Throws a GpxError.
 */
export function readGpx(bytes) {
  if (bytes.length > LARGEST) throw new GpxError("large");
  const text = decoded(bytes);
  const reading = new Reading();
  const broken = (at) => () => new GpxError("broken", text.slice(0, at).split("\n").length);
  for (const part of parts(text)) {
    const here = broken(part.at);
    if (part.text !== undefined) reading.text(part.text);
    else if (part.close !== undefined) {
      if (reading.names.at(-1) !== part.close) throw here();
      reading.close();
    } else {
      reading.open(part.open ?? part.empty, here);
      if (part.empty !== undefined) reading.close();
    }
  }
  return reading.finish(broken(text.length));
}
