// The ends of a line that are cut away, and where a photo that was taken there goes: the same rule as `walks::track` on the server,
// which never sees them. Here the whole line is at hand.
const CUT = 100; // metres along the line
const AWAY = 50; // the cut goes on until the line is so far from where it began
const NEAR = 100; // a photo belongs to an end that it lies so near to
const ROUND = 15; // a phone does not know better where it is
const SPIKE = 200; // a reading so far from those round it is none
const METRES = 111_320; // in a degree of latitude

const apart = ([ax, ay], [bx, by]) => Math.hypot(ax - bx, ay - by);
const on = ([from, to], share) => [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];

/** Steps of a line, `[from, to]`; those between its pieces do not count. */
const steps = (pieces) => pieces.flatMap((piece) => piece.slice(1).map((to, at) => [piece[at], to]));

function despiked(piece) {
  const isSpike = (at) => {
    const [before, reading, after] = [piece[at - 1], piece[at], piece[at + 1]];
    return before && after && apart(before, after) < SPIKE / 2 && apart(before, reading) > SPIKE && apart(reading, after) > SPIKE;
  };
  return piece.filter((_, at) => !isSpike(at));
}

/** How many metres are cut away at the beginning; Infinity where the line never gets far enough from it. */
function cutLength(all) {
  const origin = all[0]?.[0];
  let begins = 0;
  for (const step of all) {
    const length = apart(...step);
    const away = (along) => apart(on(step, length ? (along - begins) / length : 0), origin) >= AWAY;
    let [low, high] = [Math.max(begins, CUT), begins + length];
    if (high >= low && away(low)) return low;
    if (high >= low && away(high)) {
      while (high - low > 0.1) {
        const middle = (low + high) / 2;
        if (away(middle)) high = middle;
        else low = middle;
      }
      return high;
    }
    begins += length;
  }
  return Infinity;
}

/** The steps between two lengths along a line. */
function part(all, from, to) {
  let begins = 0;
  const parts = [];
  for (const step of all) {
    const length = apart(...step);
    const [first, last] = [from, to].map((at) => Math.min(Math.max(at - begins, 0), length));
    if (length > 0 && last > first) parts.push([on(step, first / length), on(step, last / length)]);
    begins += length;
  }
  return parts;
}

function distance(all, point) {
  return all.reduce((least, [from, to]) => {
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const share = ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / (dx * dx + dy * dy || 1);
    return Math.min(least, apart(on([from, to], Math.min(1, Math.max(0, share))), point));
  }, Infinity);
}

/** For a line as pieces of `[lon, lat, …]`: a function from the place of a photo, `[lon, lat]`, to where it is sent. */
export function settler(line) {
  const [lon, lat] = line[0][0];
  const across = METRES * Math.cos((lat * Math.PI) / 180);
  const metres = ([x, y]) => [(x - lon) * across, (y - lat) * METRES];
  const degrees = ([x, y]) => [x / across + lon, y / METRES + lat];
  const all = steps(line.map((piece) => despiked(piece.map(metres))));
  const back = all.map(([from, to]) => [to, from]).reverse();
  const total = all.reduce((sum, step) => sum + apart(...step), 0);
  let [start, end] = [cutLength(all), total - cutLength(back)];
  if (!(start < end)) start = end = total / 2;
  const kept = part(all, start, end);
  const ends = [part(all, 0, start), part(all, end, total)];
  // Of a line without a middle part its middle alone is left.
  const middle = ends[0].at(-1)?.[1];
  const cuts = kept.length > 0 ? [kept[0][0], kept.at(-1)[1]] : [middle, middle];
  return (place) => {
    const photo = metres(place);
    const most = Math.min(NEAR, (kept.length > 0 ? distance(kept, photo) : apart(photo, middle ?? photo)) + ROUND);
    const near = ends.map((gone, at) => ({ away: distance(gone, photo), cut: cuts[at] })).filter(({ away, cut }) => cut && away <= most);
    near.sort((a, b) => a.away - b.away);
    return near.length > 0 ? degrees(near[0].cut) : place;
  };
}
