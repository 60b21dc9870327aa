// Puts buildings on the ground, and refuses one that would stand on a street,
// in the water, on a square or in another building.
import { box, boxesMeet, closeRing, counterclockwise, cross, distance, dot, add, inset, left, mul, ringsMeet, ringToLine, simplify, sub, surface, unit } from './geometry.mjs';

/** Two walls may share a line; this much of each building, in metres, may not be shared. */
const WALL = 0.12;

export class Ground {
  #obstacles = [];
  #cells = new Map();
  buildings = [];

  constructor(random, allowed) {
    this.random = random;
    this.allowed = allowed;
  }

  /** Keeps buildings `metres` away from a line. */
  keepFromLine(line, metres) {
    this.#obstacles.push({ line, metres, box: box(line, metres) });
  }

  /** Keeps buildings `metres` away from an area, and out of it. */
  keepFromArea(ring, metres) {
    this.#obstacles.push({ ring, line: closeRing(ring), metres, box: box(ring, metres) });
  }

  #isFree(ring, core, around) {
    for (const o of this.#obstacles) {
      if (!boxesMeet(o.box, around)) continue;
      if (o.ring && ringsMeet(ring, o.ring)) return false;
      if (ringToLine(ring, o.line) < o.metres) return false;
    }
    return !this.#near(around).some((b) => boxesMeet(b.box, around) && ringsMeet(core, b.core));
  }

  #keys([west, south, east, north]) {
    const keys = [];
    for (let x = Math.floor(west / 40); x <= Math.floor(east / 40); x += 1) {
      for (let y = Math.floor(south / 40); y <= Math.floor(north / 40); y += 1) keys.push(`${x}:${y}`);
    }
    return keys;
  }

  #near(around) {
    return [...new Set(this.#keys(around).flatMap((k) => this.#cells.get(k) ?? []))];
  }

  /** Builds on `corners` where that can be; says whether it did. */
  build(corners, name = undefined) {
    const ring = counterclockwise(corners);
    const core = inset(ring, WALL);
    const around = box(ring);
    if (core.length < 3 || surface(ring) < 12 || !ring.every(this.allowed) || !this.#isFree(ring, core, around)) return false;
    const building = { ring, core, box: around, name };
    this.buildings.push(building);
    for (const k of this.#keys(around)) this.#cells.set(k, [...(this.#cells.get(k) ?? []), building]);
    return true;
  }
}

/** A gallery flat: a long slab with a stair and lift tower at one end and one halfway. */
export function galleryFlat(centre, long, degrees, deep = 12) {
  const d = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const at = (s, t) => add(centre, add(mul(d, s), mul(left(d), t)));
  const [h, w] = [long / 2, deep / 2];
  return [at(-h, -w), at(h, -w), at(h, w), at(6, w), at(6, w + 4), at(-2, w + 4), at(-2, w), at(4 - h, w), at(4 - h, w + 4), at(-h - 3, w + 4), at(-h - 3, w - 4), at(-h, w - 4)];
}

/** The corner between the edge before `i` and edge `i`: how sharply it turns, and the tangent of half of that. */
function cornerAt(ring, i) {
  const n = ring.length;
  const before = unit(sub(ring[i], ring[(i + n - 1) % n]));
  const after = unit(sub(ring[(i + 1) % n], ring[i]));
  const angle = Math.atan2(cross(before, after), dot(before, after));
  return { angle, half: Math.tan(angle / 2), sharp: angle > 0.45, hollow: angle < -0.45 };
}

/** Cuts a length into pieces of about `width`, none quite the same. */
function cut(from, to, [least, most], random) {
  const width = least + (most - least) * random();
  const count = Math.max(1, Math.round((to - from) / width));
  const weights = Array.from({ length: count }, () => 0.88 + 0.24 * random());
  const total = weights.reduce((a, b) => a + b, 0);
  const cuts = [from];
  for (const w of weights) cuts.push(cuts[cuts.length - 1] + ((to - from) * w) / total);
  return cuts;
}

/** The houses along one edge of a ring of fronts. */
function buildEdge(ground, ring, i, style) {
  const [p, q] = [ring[i], ring[(i + 1) % ring.length]];
  const d = unit(sub(q, p));
  const [start, end] = [cornerAt(ring, i), cornerAt(ring, (i + 1) % ring.length)];
  const long = distance(p, q);
  const from = start.sharp ? Math.min(style.deep * start.half, long * 0.6) : 0;
  const to = long - (end.sharp ? Math.min(style.deep * end.half, long * 0.6) : 0);
  if (to - from < 3) return;
  const cuts = cut(from, to, style.width, ground.random);
  const lean = (c) => (c.sharp || c.hollow ? 0 : c.half);
  let inRow = Math.floor(ground.random() * 3);
  for (let k = 0; k + 1 < cuts.length; k += 1) {
    inRow += 1;
    if (inRow > style.row) {
      inRow = 0;
      continue;
    }
    const deep = style.deep + style.extra[Math.floor(ground.random() * style.extra.length)];
    const back = (s, slant) => add(p, add(mul(d, s + deep * slant), mul(left(d), deep)));
    ground.build([
      add(p, mul(d, cuts[k])), add(p, mul(d, cuts[k + 1])),
      back(cuts[k + 1], k + 2 === cuts.length ? -lean(end) : 0), back(cuts[k], k === 0 ? lean(start) : 0),
    ]);
  }
}

/** The house on a sharp corner, with its own corner cut off a little where `bevel` says so. */
function buildCorner(ground, ring, i, { deep, bevel }) {
  const n = ring.length;
  const [a, p, b] = [ring[(i + n - 1) % n], ring[i], ring[(i + 1) % n]];
  const { half } = cornerAt(ring, i);
  if (deep * half > 0.6 * Math.min(distance(a, p), distance(p, b))) return;
  const [before, after] = [unit(sub(p, a)), unit(sub(b, p))];
  const [f0, f1] = [sub(p, mul(before, deep * half)), add(p, mul(after, deep * half))];
  const point = bevel > 0 ? [sub(p, mul(before, bevel)), add(p, mul(after, bevel))] : [p];
  ground.build([f0, ...point, f1, add(f1, mul(left(after), deep))]);
}

/**
 * Houses with their fronts on a ring, backs inwards. `style`: `width` [least,
 * most] and `deep` of a house in metres, `extra` depths some have, `row` houses
 * before a gap, `corners` whether corners are built on, `bevel` metres cut off.
 */
export function buildRing(ground, ring, style) {
  if (style.corners) ring.forEach((_, i) => cornerAt(ring, i).sharp && buildCorner(ground, ring, i, style));
  ring.forEach((_, i) => buildEdge(ground, ring, i, style));
}

/** The ring of fronts along the streets round a block, `garden` metres behind the usual line. */
export function frontsOf({ ring, front }, garden = 0) {
  const fronts = inset(ring, front.map((f) => f + garden));
  const anchor = fronts.findIndex((_, i) => cornerAt(fronts, i).sharp);
  if (anchor < 0) return simplify(closeRing(fronts), 0.5).slice(0, -1);
  const turned = [...fronts.slice(anchor), ...fronts.slice(0, anchor)];
  return simplify(closeRing(turned), 1).slice(0, -1);
}

