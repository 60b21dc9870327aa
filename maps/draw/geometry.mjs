// Plane geometry in metres: x to the east, y to the north. A point is [x, y];
// a line is a list of points; a ring is a closed line without its repeated end.

export const add = (a, b) => [a[0] + b[0], a[1] + b[1]];
export const sub = (a, b) => [a[0] - b[0], a[1] - b[1]];
export const mul = (a, k) => [a[0] * k, a[1] * k];
export const dot = (a, b) => a[0] * b[0] + a[1] * b[1];
export const cross = (a, b) => a[0] * b[1] - a[1] * b[0];
export const length = (a) => Math.hypot(a[0], a[1]);
export const distance = (a, b) => length(sub(a, b));
export const unit = (a) => mul(a, 1 / (length(a) || 1));
/** A quarter turn counterclockwise: what lies to the left of a direction. */
export const left = (a) => [-a[1], a[0]];
export const mix = (a, b, t) => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
export const turn = (a, degrees) => {
  const r = (degrees * Math.PI) / 180;
  return [a[0] * Math.cos(r) - a[1] * Math.sin(r), a[0] * Math.sin(r) + a[1] * Math.cos(r)];
};

/** Random numbers in [0, 1) that are the same on every machine (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One stretch p1–p2 of a centripetal Catmull-Rom curve (it never loops or overshoots). */
function curveStretch(p0, p1, p2, p3, steps) {
  const knot = (t, a, b) => t + Math.sqrt(distance(a, b) || 1);
  const t0 = 0;
  const t1 = knot(t0, p0, p1);
  const t2 = knot(t1, p1, p2);
  const t3 = knot(t2, p2, p3);
  const between = (a, b, ta, tb, t) => mix(a, b, (t - ta) / (tb - ta));
  const points = [];
  for (let i = 0; i < steps; i += 1) {
    const t = t1 + ((t2 - t1) * i) / steps;
    const a1 = between(p0, p1, t0, t1, t);
    const a2 = between(p1, p2, t1, t2, t);
    const a3 = between(p2, p3, t2, t3, t);
    const b1 = between(a1, a2, t0, t2, t);
    const b2 = between(a2, a3, t1, t3, t);
    points.push(i === 0 ? p1 : between(b1, b2, t1, t2, t));
  }
  return points;
}

/** The stretches of a smooth curve through `points`, one list for each pair; each ends where the next begins. */
export function curveStretches(points, closed = false) {
  const n = points.length;
  const at = (i) => (closed ? points[(i + n) % n] : points[Math.max(0, Math.min(n - 1, i))]);
  const before = (i) => (closed || i > 0 ? at(i - 1) : sub(mul(at(0), 2), at(1)));
  const after = (i) => (closed || i + 2 < n ? at(i + 2) : sub(mul(at(n - 1), 2), at(n - 2)));
  const stretches = [];
  for (let i = 0; i < (closed ? n : n - 1); i += 1) {
    const steps = Math.max(2, Math.round(distance(at(i), at(i + 1)) / 6));
    stretches.push([...curveStretch(before(i), at(i), at(i + 1), after(i), steps), at(i + 1)]);
  }
  return stretches;
}

/** A smooth line through `points`; closed: a ring. */
export function curve(points, closed = false) {
  const stretches = curveStretches(points, closed);
  const line = stretches.flatMap((s) => s.slice(0, -1));
  return closed ? line : [...line, points[points.length - 1]];
}

/** The point of the stretch a–b that is nearest to p. */
export function nearestOnStretch(p, a, b) {
  const ab = sub(b, a);
  return add(a, mul(ab, Math.max(0, Math.min(1, dot(sub(p, a), ab) / (dot(ab, ab) || 1)))));
}

/** Distance in metres from point p to the stretch a–b. */
export const distanceToStretch = (p, a, b) => distance(p, nearestOnStretch(p, a, b));

export function distanceToLine(p, line) {
  let best = Infinity;
  for (let i = 0; i + 1 < line.length; i += 1) best = Math.min(best, distanceToStretch(p, line[i], line[i + 1]));
  return best;
}

export const closeRing = (ring) => [...ring, ring[0]];

/** Douglas-Peucker: fewer points, nowhere more than `tolerance` metres off. */
export function simplify(line, tolerance) {
  if (line.length < 3) return line;
  let worst = 0;
  let at = 0;
  for (let i = 1; i < line.length - 1; i += 1) {
    const off = distanceToStretch(line[i], line[0], line[line.length - 1]);
    if (off > worst) [worst, at] = [off, i];
  }
  if (worst <= tolerance) return [line[0], line[line.length - 1]];
  return [...simplify(line.slice(0, at + 1), tolerance).slice(0, -1), ...simplify(line.slice(at), tolerance)];
}

/** Surface in square metres, positive for a counterclockwise ring. */
export function surface(ring) {
  return ring.reduce((sum, p, i) => sum + cross(p, ring[(i + 1) % ring.length]), 0) / 2;
}

export const counterclockwise = (ring) => (surface(ring) < 0 ? [...ring].reverse() : ring);

export const middle = (ring) => mul(ring.reduce(add, [0, 0]), 1 / ring.length);

export function inside(p, ring) {
  let odd = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [a, b] = [ring[i], ring[j]];
    if (a[1] > p[1] !== b[1] > p[1] && p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0]) odd = !odd;
  }
  return odd;
}

/** Metres from a point to a ring's area: 0 within it. */
export const distanceToRing = (p, ring) => (inside(p, ring) ? 0 : distanceToLine(p, closeRing(ring)));

export function stretchesCross(a, b, c, d) {
  const side = (p, q, r) => Math.sign(cross(sub(q, p), sub(r, p)));
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}

/** [west, south, east, north], `margin` metres wider. */
export function box(points, margin = 0) {
  const xs = points.map((p) => p[0]);
  const ys = points.map((p) => p[1]);
  return [Math.min(...xs) - margin, Math.min(...ys) - margin, Math.max(...xs) + margin, Math.max(...ys) + margin];
}

export const boxesMeet = (a, b) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

/** Whether a line touches or enters a ring's area. */
export function lineMeetsRing(line, ring) {
  if (inside(line[0], ring)) return true;
  for (let i = 0; i + 1 < line.length; i += 1) {
    for (let j = 0; j < ring.length; j += 1) {
      if (stretchesCross(line[i], line[i + 1], ring[j], ring[(j + 1) % ring.length])) return true;
    }
  }
  return false;
}

export const ringsMeet = (a, b) => lineMeetsRing(closeRing(a), b) || inside(b[0], a);

/** Metres between a ring's area and a line: 0 where they meet. */
export function ringToLine(ring, line) {
  if (lineMeetsRing(line, ring)) return 0;
  const edge = closeRing(ring);
  return Math.min(...ring.map((p) => distanceToLine(p, line)), ...line.map((p) => distanceToLine(p, edge)));
}

function meetingPoint(p, d, q, e) {
  const k = cross(d, e);
  return Math.abs(k) < 1e-3 ? null : add(p, mul(d, cross(sub(q, p), e) / k));
}

/**
 * A counterclockwise ring moved inwards, each edge by its own number of metres.
 * Edges that would turn round (at sharp corners) are left out. Returns the new
 * ring, or an empty list where nothing is left.
 */
export function inset(ring, metres) {
  let edges = ring.map((p, i) => {
    const d = unit(sub(ring[(i + 1) % ring.length], p));
    const by = typeof metres === 'number' ? metres : metres[i];
    return { from: add(p, mul(left(d), by)), direction: d, to: add(ring[(i + 1) % ring.length], mul(left(d), by)) };
  });
  while (edges.length > 2) {
    const corners = edges.map((e, i) => {
      const before = edges[(i + edges.length - 1) % edges.length];
      return meetingPoint(before.from, before.direction, e.from, e.direction) ?? mix(before.to, e.from, 0.5);
    });
    const gain = edges.map((e, i) => dot(sub(corners[(i + 1) % edges.length], corners[i]), e.direction));
    const worst = gain.indexOf(Math.min(...gain));
    if (gain[worst] > 0) return corners;
    edges = edges.filter((_, i) => i !== worst);
  }
  return [];
}

/** A line moved `metres` to its left (negative: right). */
export function beside(line, metres) {
  return line.map((p, i) => {
    const d = unit(sub(line[Math.min(i + 1, line.length - 1)], line[Math.max(i - 1, 0)]));
    return add(p, mul(left(d), metres));
  });
}

/** The ring around a line between two distances to its left. */
export const band = (line, from, to) => counterclockwise([...beside(line, from), ...beside(line, to).reverse()]);

/** The pieces of a line on which `keep` holds. */
export function cutLine(line, keep) {
  const pieces = [];
  let piece = [];
  for (const p of line) {
    if (keep(p)) piece.push(p);
    else if (piece.length > 0) {
      pieces.push(piece);
      piece = [];
    }
  }
  pieces.push(piece);
  return pieces.filter((q) => q.length > 1);
}

/** A rectangle of `long` by `deep` metres round a centre, its long side turned counterclockwise from the east. */
export function rectangle(centre, long, deep, degrees) {
  const corners = [[-long, -deep], [long, -deep], [long, deep], [-long, deep]];
  return corners.map((c) => add(centre, turn(mul(c, 0.5), degrees)));
}
