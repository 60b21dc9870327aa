// What of a recording is not kept, because somebody may live there, and where a photo that was taken there goes. In metres.
// The rules of `walks::track` on the server; a test holds the two against each other: change both together. Here the whole recording is
// at hand, so nothing of what is cut away leaves this device.
import { apart, stays } from "./outing.mjs";

const CUT = 100; // metres along a walk, at each end
const AWAY = 54; // nothing is kept so near to where a walk began or ended, or where somebody stayed: 50, and what drawing with fewer corners may move
const NEAR = 100; // a photo belongs to what was cut away when it lies so near to it
const REACH = 250; // and is moved no further than this
const ROUND = 15; // a phone does not know better where it is
const CRUMB = 1; // what is shorter is no line
const HAIR = 1e-6; // two points that are no further apart are one
const ON_THE_BORDER = 0.01;
export const MOST_OUTINGS = 200; // walks in one file, and places where somebody may live

const holds = (home, place) => apart(home.at, place) < home.radius - ON_THE_BORDER;
const length = (piece) => piece.slice(1).reduce((sum, to, at) => sum + apart(piece[at], to), 0);

/** The point so many metres after the beginning of a step. */
function onStep([from, to], metres) {
  const whole = apart(from, to);
  const share = whole > 0 ? Math.min(1, Math.max(0, metres / whole)) : 0;
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

/** The part of a walk between two lengths along it; the steps between its pieces do not count. */
function part(pieces, from, to) {
  const parts = [];
  let along = 0;
  for (const piece of pieces) {
    const line = [];
    for (let at = 1; at < piece.length; at += 1) {
      const step = [piece[at - 1], piece[at]];
      const [begins, ends] = [along, along + apart(...step)];
      along = ends;
      if (ends <= begins || ends < from || begins > to) continue;
      for (const metres of [Math.max(from, begins), Math.min(to, ends)]) {
        const point = onStep(step, metres - begins);
        if (line.length === 0 || apart(line.at(-1), point) > HAIR) line.push(point);
      }
    }
    if (line.length > 1) parts.push(line);
  }
  return parts;
}

/** The point at this length along a walk. */
function pointAt(pieces, metres) {
  let along = 0;
  for (const piece of pieces) {
    for (let at = 1; at < piece.length; at += 1) {
      const step = [piece[at - 1], piece[at]];
      const whole = apart(...step);
      if (along + whole >= metres) return onStep(step, metres - along);
      along += whole;
    }
  }
  return pieces[0]?.[0];
}

/** The parts of a step that lie in a home, in metres along it, by where they begin. */
function inside([from, to], homes) {
  const whole = apart(from, to);
  const parts = [];
  for (const { at, radius } of homes) {
    const [x, y] = [at[0] - from[0], at[1] - from[1]];
    const along = whole > 0 ? (x * (to[0] - from[0]) + y * (to[1] - from[1])) / whole : 0;
    const half = radius * radius - (x * x + y * y - along * along);
    if (!(half > 0)) continue;
    const [begin, end] = [Math.max(along - Math.sqrt(half), 0), Math.min(along + Math.sqrt(half), whole)];
    if (begin < end) parts.push([begin, end]);
  }
  return parts.sort((a, b) => a[0] - b[0]);
}

/** What of a line lies outside every home. */
function outside(piece, homes) {
  if (piece.length === 1) return homes.some((home) => holds(home, piece[0])) ? [] : [piece];
  const found = [];
  let line = [];
  for (let at = 1; at < piece.length; at += 1) {
    const step = [piece[at - 1], piece[at]];
    const draw = (from, to) => {
      if (to - from <= HAIR) return;
      if (line.length === 0) line.push(onStep(step, from));
      line.push(onStep(step, to));
    };
    let along = 0;
    for (const [from, to] of inside(step, homes)) {
      draw(along, from);
      found.push(line);
      line = [];
      along = Math.max(along, to);
    }
    draw(along, apart(...step));
  }
  return [...found, line].filter((one) => length(one) >= CRUMB);
}

/** What of walks may be kept, the ends that may not, and where somebody may live; `isHome` says of a stay whether it counts. */
export function cut(walks, isHome = () => true) {
  const homes = walks.flatMap((walk) => [
    { at: walk[0][0].slice(0, 2), radius: AWAY }, { at: walk.at(-1).at(-1).slice(0, 2), radius: AWAY },
    ...stays(walk).filter(isHome).map(({ at, spread }) => ({ at, radius: AWAY + spread })),
  ]);
  const [kept, gone] = [[], []];
  for (const walk of walks) {
    const pieces = walk.map((piece) => piece.map(([x, y]) => [x, y]));
    const total = pieces.reduce((sum, piece) => sum + length(piece), 0);
    const [start, end] = total > 2 * CUT ? [CUT, total - CUT] : [total / 2, total / 2];
    gone.push(...part(pieces, 0, start), ...part(pieces, end, total));
    const middle = start < end ? part(pieces, start, end) : [[pointAt(pieces, start)]];
    kept.push(...middle.flatMap((piece) => outside(piece, homes)));
  }
  return { kept, gone, homes };
}

function distance(piece, point) {
  return piece.reduce((least, to, at) => {
    const from = piece[Math.max(at - 1, 0)];
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const share = ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / (dx * dx + dy * dy || 1);
    return Math.min(least, apart(onStep([from, to], Math.min(1, Math.max(0, share)) * apart(from, to)), point));
  }, Infinity);
}

const nearest = (pieces, point) => pieces.reduce((least, piece) => Math.min(least, distance(piece, point)), Infinity);

/** Where a photo is kept: one that was taken at an end that was cut away, or at a home, goes to the cut; null where that is too far. */
export function settle({ kept, gone, homes }, photo) {
  const [toKept, toGone] = [nearest(kept, photo), nearest(gone, photo)];
  const isAtHome = homes.some((home) => holds(home, photo));
  // Where it may have been either, it was what is gone.
  const isGone = toGone <= NEAR && toGone <= toKept + ROUND;
  if (!isAtHome && !isGone) return photo;
  const ends = kept.flatMap((piece) => [piece[0], piece.at(-1)]);
  const end = ends.reduce((best, one) => (best && apart(best, photo) <= apart(one, photo) ? best : one), null);
  return end && apart(end, photo) <= REACH ? end : null;
}
