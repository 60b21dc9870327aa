// What of a recording is one walk: from where it begins to where it ends. In metres and seconds, a reading is `[x, y, time or null]`.
// The rules of `walks::outing` on the server; a test holds the two against each other: change both together.
const PAUSE = 600; // seconds
const NEAR_THE_END = 120; // seconds
const STAY = 900; // seconds; who stays so long …
const STAY_M = 50; // metres; … so near to where they were, may be at home
const LEAVING = 300; // seconds; who is back so soon did not leave
const THIN = 5; // seconds
const STAY_COUNT = 75; // readings, where no clock tells …
const COUNT_M = 25; // metres; … so near to where they were
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

/** A segment in pieces: between two of them the recorder was off, wherever it went on, or its times run back. */
function split(segment) {
  const pieces = [];
  let last = null;
  for (const reading of segment) {
    const breaks = last !== null && reading[2] !== null && Math.abs(reading[2] - last) > PAUSE;
    if (reading[2] !== null) last = reading[2];
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

/** A stay from its places, each `[x, y, what it counts for]`. */
function disc(places) {
  const weighted = (of) => places.map((place) => [of(place), place[2]]);
  const middle = [quantile(weighted(([x]) => x), 0.5), quantile(weighted(([, y]) => y), 0.5)];
  return { at: middle, spread: quantile(weighted((place) => apart(place, middle)), MOST_OF_IT), from: null, to: null };
}

/** Groups of places (their numbers) within `radius` of one of them of which there are enough; each is in one at most. */
function gathered(places, radius, isEnough) {
  // Squares, so that only what lies round a place is looked at.
  const square = ([x, y]) => [Math.floor(x / radius), Math.floor(y / radius)];
  const squares = new Map();
  for (const [at, place] of places.entries()) {
    const key = square(place).join();
    if (squares.has(key)) squares.get(key).push(at);
    else squares.set(key, [at]);
  }
  const [found, taken] = [[], new Set()];
  for (const [number, origin] of places.entries()) {
    if (taken.has(number)) continue;
    const [x, y] = square(origin);
    const round = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => `${x + dx},${y + dy}`)).filter((key) => squares.has(key));
    const inside = round.flatMap((key) => squares.get(key)).filter((at) => apart(places[at], origin) <= radius).sort((a, b) => a - b);
    if (!isEnough(inside)) continue;
    for (const at of inside) taken.add(at);
    for (const key of round) squares.set(key, squares.get(key).filter((at) => !taken.has(at)));
    found.push(inside);
  }
  return found;
}

function byTime(readings) {
  const timed = [];
  for (const reading of readings) {
    if (reading[2] !== null && (timed.length === 0 || reading[3] - timed.at(-1)[3] >= THIN)) timed.push(reading);
  }
  // Between two readings near a place: who was away in between for longer was not there.
  const steps = (inside) => inside.slice(1).map((b, n) => {
    const [a, time] = [inside[n], timed[b][3] - timed[inside[n]][3]];
    return b === a + 1 || time <= LEAVING ? time : 0;
  });
  return gathered(timed, STAY_M, (inside) => steps(inside).reduce((sum, time) => sum + time, 0) >= STAY).map((inside) => {
    const near = steps(inside);
    // Each counts for the time round it.
    const places = inside.map((at, n) => [timed[at][0], timed[at][1], (near[n - 1] ?? 0) + (near[n] ?? 0)]);
    const times = inside.map((at) => timed[at][2]);
    return { ...disc(places), from: Math.min(...times), to: Math.max(...times) };
  });
}

const byNumber = (run) => gathered(run, COUNT_M, (inside) => inside.length >= STAY_COUNT).map((inside) => disc(inside.map((at) => [run[at][0], run[at][1], 1])));

/** The places where somebody stayed: `{at, spread, from, to}`; no times where no clock tells. See `walks::outing::staying`. */
export function stays(walk) {
  let [after, last] = [0, null];
  // How long the recording had gone on by then, forwards or back.
  const readings = walk.flat().map(([x, y, time]) => {
    if (time !== null) {
      after += last === null ? 0 : Math.abs(time - last);
      last = time;
    }
    return [x, y, time, after];
  });
  // Readings among which the clock stood still.
  const still = [];
  for (const reading of readings) {
    if (still.at(-1)?.[0][3] === reading[3]) still.at(-1).push(reading);
    else still.push([reading]);
  }
  return [...byTime(readings), ...still.filter((run) => run.length >= STAY_COUNT).flatMap(byNumber)];
}
