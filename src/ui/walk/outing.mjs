// What of a recording is one walk: from where it begins to where it ends. In metres and seconds, a reading is `[x, y, time or null]`.
// The rules of `walks::outing` on the server; a test holds the two against each other: change both together.
const PAUSE = 600; // seconds
const NEAR_THE_END = 120; // seconds
const STAY = 900; // seconds; who stays so long …
const STAY_M = 50; // metres; … so near to where they were, may be at home
const ASTRAY = 120; // seconds
const THIN = 5; // seconds
const MOST_OF_IT = 0.8;
const FASTEST = 15; // metres a second
const JUMP = 200; // metres
const SPIKE = 200; // metres

export const apart = ([ax, ay], [bx, by]) => Math.hypot(ax - bx, ay - by);

function despiked(piece) {
  const isSpike = (at) => {
    const [before, reading, after] = [piece[at - 1], piece[at], piece[at + 1]];
    return before && after && apart(before, after) < SPIKE / 2 && apart(before, reading) > SPIKE && apart(reading, after) > SPIKE;
  };
  return piece.filter((_, at) => !isSpike(at));
}

/** Whether nobody can have walked from one reading to the next. */
function jumps(from, to) {
  if (!from || !to || from[2] === null || to[2] === null) return false;
  const metres = apart(from, to);
  return metres > JUMP && metres > FASTEST * Math.abs(to[2] - from[2]);
}

/** A piece, and apart from it a first or a last reading that was not walked to. */
function withoutJumps(whole) {
  const piece = [...whole];
  const jump = (at) => jumps(piece[at], piece[at + 1]);
  const pieces = [];
  if (piece.length > 2 && jump(0) && !jump(1)) pieces.push([piece.shift()]);
  const count = piece.length;
  const last = count > 2 && jump(count - 2) && !jump(count - 3) ? [[piece.pop()]] : [];
  return [...pieces, piece, ...last];
}

/** A segment in pieces: between two of them the recorder was off while somebody went on, or its times run back. */
function split(segment) {
  const pieces = [];
  let last = null;
  for (const reading of segment) {
    const later = last && reading[2] !== null ? reading[2] - last[2] : 0;
    const breaks = later < -PAUSE || (later > PAUSE && apart(last, reading) > STAY_M);
    if (reading[2] !== null) last = reading;
    if (pieces.length > 0 && !breaks) pieces.at(-1).push(reading);
    else pieces.push([reading]);
  }
  return pieces.flatMap(withoutJumps);
}

/** The walks of a recording: tracks of segments of readings; each walk is pieces of readings. */
export function outings(tracks) {
  const all = [];
  for (const track of tracks) {
    let before = null;
    for (const piece of track.flatMap((segment) => split(despiked(segment)))) {
      const [ended, begins] = [before?.at(-1).findLast(([, , time]) => time !== null)?.[2], piece.find(([, , time]) => time !== null)?.[2]];
      const joins = ended !== undefined && begins !== undefined && Math.abs(begins - ended) <= PAUSE && !jumps(before.at(-1).at(-1), piece[0]);
      if (joins) before.push(piece);
      else {
        before = [piece];
        all.push(before);
      }
    }
  }
  return all;
}

/** Where somebody was (`[x, y]`) at a time in seconds since 1970; null where nobody knows, as in a gap. */
export function placeAt(walks, time) {
  let near = null;
  for (const piece of walks.flat()) {
    const timed = piece.filter((reading) => reading[2] !== null);
    if (timed.length === 0) continue;
    // A clock may jump back: the first step over the time counts.
    for (let at = 1; at < timed.length; at += 1) {
      const [from, to] = [timed[at - 1], timed[at]];
      if (from[2] > time || time >= to[2]) continue;
      const part = (time - from[2]) / (to[2] - from[2]);
      return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
    }
    const first = timed.reduce((a, b) => (b[2] < a[2] ? b : a));
    const last = timed.reduce((a, b) => (b[2] >= a[2] ? b : a));
    for (const [away, at] of [[first[2] - time, first], [time - last[2], last]]) {
      if (away >= 0 && away <= NEAR_THE_END && (!near || away < near.away)) near = { away, at };
    }
  }
  return near && near.at.slice(0, 2);
}

/** The least value below or at which this part of the weight lies. */
function quantile(weighted, part) {
  const sorted = [...weighted].sort((a, b) => a[0] - b[0]);
  const whole = sorted.reduce((sum, [, weight]) => sum + weight, 0);
  let below = 0;
  for (const [value, weight] of sorted) {
    below += weight;
    if (below >= whole * part) return value;
  }
  return sorted.at(-1)?.[0] ?? 0;
}

/** A stay from its readings: each counts for the time round it. */
function disc(inside) {
  const time = (at) => inside[Math.min(Math.max(at, 0), inside.length - 1)][2];
  const weighted = (of) => inside.map((reading, at) => [of(reading), time(at + 1) - time(at - 1)]);
  const middle = [quantile(weighted(([x]) => x), 0.5), quantile(weighted(([, y]) => y), 0.5)];
  return { at: middle, spread: quantile(weighted((reading) => apart(reading, middle)), MOST_OF_IT), from: time(0), to: time(inside.length - 1) };
}

/** The places where somebody stayed, in order: `{at, spread, from, to}`. */
export function stays(walk) {
  const timed = [];
  for (const reading of walk.flat()) {
    if (reading[2] !== null && (timed.length === 0 || reading[2] - timed.at(-1)[2] >= THIN)) timed.push(reading);
  }
  const found = [];
  for (let begin = 0; begin < timed.length;) {
    let last = begin;
    for (let at = begin + 1; at < timed.length; at += 1) {
      if (apart(timed[at], timed[begin]) <= STAY_M) last = at;
      else if (timed[at][2] - timed[last][2] > ASTRAY) break;
    }
    if (timed[last][2] - timed[begin][2] < STAY) {
      begin += 1;
      continue;
    }
    found.push(disc(timed.slice(begin, last + 1).filter((reading) => apart(reading, timed[begin]) <= STAY_M)));
    begin = last + 1;
  }
  return found;
}
