// The streets of the Voorbeeldbuurt: junctions with a name, streets as walks
// from junction to junction. Numbers between are points a street bends through.
// Metres from the south-west; everything here is invented.
import { curveStretches, simplify, surface, inside, sub } from './geometry.mjs';

export const JUNCTIONS = {
  // Wagenmakersweg, from west to east
  wr: [36, 50], w3: [230, 26], w4: [350, 20], w5: [455, 22], w6: [560, 34], w7: [670, 58], w8: [780, 92], w9: [880, 128],
  k12: [941, 150], e0: [995, 170], x0: [1068, 198], v0: [-90, 64],
  // Vlaskade and Hennepkade, along the canal
  k1: [70, 641], k2: [186, 663], k3: [300, 697], k4: [430, 714], k5: [548, 702], k6: [672, 674], k7: [776, 643],
  k8: [846, 594], kq: [894, 468], k10: [904, 408], k11: [929, 232], ks: [964, 46],
  // Touwslagerslaan, from west to east
  v1: [-85, 362], b0: [46, 355], b2: [222, 378], b3: [335, 394], p: [470, 400], e1: [600, 391], fb: [676, 381],
  f2: [752, 373], f4: [842, 380], ob: [958, 412], x3: [1035, 420],
  // flats and strips in the west
  z0: [46, 200], y2: [228, 212], z3: [345, 236], za: [356, 130], d1: [45, 495], d3: [165, 507], d2: [227, 500],
  // the middle
  s1: [463, 132], s2: [572, 142], t1: [474, 264], t2: [592, 262], u1: [632, 168],
  // garden village round the Brink
  rw: [698, 234], ra: [712, 262], rn: [746, 272], re: [794, 240], rs: [750, 202], x1: [868, 236],
  // blocks of the twenties
  a5: [443, 572], n1: [498, 524], n2: [590, 622], g1: [555, 474], g2: [640, 545], g3: [715, 600],
  h2: [702, 468], h3: [772, 527], f3: [832, 452],
  // across the canal
  o2: [172, 716], o4: [430, 769], o6: [687, 726], o8: [890, 630], m2: [150, 795], m4: [426, 850], m6: [705, 805],
  // south of the Wagenmakersweg
  q3: [226, -72], q5: [462, -78], q7: [690, -42], q9: [912, 30],
};

/** [name, class, walk]; a walk that ends where it began is a ring. */
export const STREETS = [
  ['Wagenmakersweg', 'street-main', [[-200, 74], 'v0', 'wr', [110, 40], 'w3', 'w4', 'w5', 'w6', 'w7', 'w8', 'w9', 'k12', 'e0', 'x0', [1130, 222]]],
  ['Touwslagerslaan', 'street-main', [[-200, 366], 'v1', 'b0', [120, 360], 'b2', 'b3', 'p', 'e1', 'fb', 'f2', 'f4', 'k10', 'ob', 'x3', [1120, 424]]],
  ['Mandenmakersstraat', 'street-main', ['w5', [458, 80], 's1', [470, 200], 't1', [480, 330], 'p', [462, 490], 'a5', [432, 640], 'k4', 'o4', 'm4', [424, 930]]],
  ['Vlaskade', 'street', ['k1', [126, 648], 'k2', 'k3', [364, 711], 'k4', 'k5', [612, 690], 'k6', 'k7', [816, 621], 'k8']],
  ['Hennepkade', 'street', ['k8', [876, 534], 'kq', 'k10', [916, 312], 'k11', 'k12', 'ks', [988, -50]]],
  ['Teerkade', 'street', [[-70, 702], [60, 695], 'o2', [294, 752], 'o4', [566, 755], 'o6', [802, 692], 'o8', [938, 527], 'ob', [973, 304], 'e0', [1027, 30], [1062, -70]]],
  ['Wisselwachtersdijk', 'street', ['wr', [43, 120], 'z0', [47, 280], 'b0', [43, 420], 'd1', [40, 570], 'k1']],
  ['Scharenslijpersstraat', 'street', ['w3', [244, 120], 'y2', [217, 300], 'b2']],
  ['Stoelenmattersstraat', 'street', ['w4', 'za', 'z3', [343, 315], 'b3']],
  ['Lantaarnopstekersstraat', 'street', ['z0', [135, 191], 'y2', [285, 224], 'z3', [410, 252], 't1']],
  ['Lakenbereidersstraat', 'street', ['t1', [532, 268], 't2', [650, 252], 'rw']],
  ['Bezembindersstraat', 'street', ['za', [410, 126], 's1']],
  ['Klompenmakersdreef', 'street', ['b2', [219, 440], 'd2', [246, 590], 'k3']],
  ['Zadelmakersdreef', 'street', ['d1', [105, 506], 'd3', 'd2']],
  ['Riemsnijdersstraat', 'street', ['d3', [172, 590], 'k2', 'o2', 'm2', [138, 880]]],
  ['Lintwerkersstraat', 'street', ['s1', [515, 134], 's2']],
  ['Vingerhoedstraat', 'street', ['w6', [563, 90], 's2']],
  ['Leestenmakersstraat', 'street', ['s2', [578, 205], 't2', [602, 330], 'e1']],
  ['Kuipershoek', 'street', ['s2', 'u1', [672, 200], 'rw']],
  ['Rietdekkersstraat', 'street', ['w7', [655, 112], 'u1']],
  ['Brink', 'street', ['rw', 'ra', 'rn', 're', 'rs', 'rw']],
  ['Ovenstokersstraat', 'street', ['fb', [690, 322], 'ra']],
  ['Tegelbakkersstraat', 'street', ['f2', [755, 322], 'rn']],
  ['Kleidelversstraat', 'street', ['re', [832, 242], 'x1', 'k11']],
  ['Steenvormersstraat', 'street', ['rs', [772, 150], 'w8']],
  ['Dakpannenstraat', 'street', ['w9', [876, 182], 'x1', [862, 310], 'f4']],
  ['Glasslijperslaan', 'street', ['p', 'g1', 'g2', 'g3', 'k7']],
  ['Kaarsenmakersstraat', 'street', ['a5', 'n1', 'g1', 'e1']],
  ['Zeepziedersstraat', 'street', ['n1', [542, 578], 'n2', 'k6']],
  ['Borstelbindersstraat', 'street', ['k5', 'n2', 'g2', 'h2', [738, 420], 'f2']],
  ['Kantklossersstraat', 'street', ['e1', [655, 428], 'h2', 'h3', 'k8']],
  ['Knopendraaiersstraat', 'street', ['k6', 'g3', 'h3', 'f3', 'f4']],
  ['Parapluhoek', 'street', ['f3', 'kq']],
  ['Veenstekersstraat', 'street', [[-90, 775], [30, 778], 'm2', [290, 830], 'm4', [570, 840], 'm6', [815, 762], 'o8']],
  ['Turfdragersstraat', 'street', ['o6', 'm6', [722, 880]]],
  ['Waterdragersstraat', 'street', ['x0', [1046, 310], 'x3', [1010, 530], 'o8']],
  ['Melkslijtersstraat', 'street', ['w3', 'q3', [224, -140]]],
  ['Kolensjouwersstraat', 'street', ['w5', 'q5', [466, -140]]],
  ['Palingrokersstraat', 'street', ['w7', 'q7', [702, -110]]],
  ['Zoutziedersstraat', 'street', ['w9', 'q9', [935, -40]]],
  ['Garnalenpellersstraat', 'street', [[-140, -36], [40, -52], 'q3', [345, -86], 'q5', [580, -68], 'q7', [800, -8], 'q9', 'ks']],
  ['Seinhuisweg', 'street', [[-112, -70], 'v0', [-82, 200], 'v1', [-98, 520], [-112, 640]]],
];

/** Metres from the middle of a street to the fronts along it. */
export const FRONT = { 'street-main': 13, street: 8, service: 5, path: 2.5, rail: 9 };

/** Each street cut into stretches between junctions: {name, class, from, to, line}. */
function stretchesOf([name, kind, walk]) {
  const closed = typeof walk[0] === 'string' && walk[0] === walk[walk.length - 1];
  const stops = closed ? walk.slice(0, -1) : walk;
  const curves = curveStretches(stops.map((s) => JUNCTIONS[s] ?? s), closed);
  const stretches = [];
  let open = null;
  curves.forEach((piece, i) => {
    if (open === null) open = { name, class: kind, from: stops[i], line: [piece[0]] };
    open.line.push(...piece.slice(1));
    const next = stops[(i + 1) % stops.length];
    if (typeof next === 'string' || i === curves.length - 1) {
      stretches.push({ ...open, to: next, line: simplify(open.line, 0.3) });
      open = null;
    }
  });
  return stretches;
}

export const STRETCHES = STREETS.flatMap(stretchesOf);

/** The whole line of one street, junction points included. */
export function streetLine(name) {
  const parts = STRETCHES.filter((s) => s.name === name);
  return [...parts.flatMap((s) => s.line.slice(0, -1)), parts[parts.length - 1].line.at(-1)];
}

/** Stretches that lie between two blocks: dead ends taken away, again and again. */
function withoutDeadEnds(stretches) {
  const degree = new Map();
  for (const s of stretches) for (const end of [s.from, s.to]) degree.set(end, (degree.get(end) ?? 0) + 1);
  const kept = stretches.filter((s) => degree.get(s.from) > 1 && degree.get(s.to) > 1);
  return kept.length === stretches.length ? kept : withoutDeadEnds(kept);
}

/** The blocks between the streets: [{ring, front}], `front` the metres to the house fronts for each edge. */
function findBlocks() {
  const halves = withoutDeadEnds(STRETCHES.filter((s) => typeof s.from === 'string' && typeof s.to === 'string'))
    .flatMap((s) => [s, { ...s, from: s.to, to: s.from, line: [...s.line].reverse() }]);
  const heading = (h) => Math.atan2(...sub(h.line[1], h.line[0]).reverse());
  const leaving = new Map();
  for (const h of halves) leaving.set(h.from, [...(leaving.get(h.from) ?? []), h]);
  for (const list of leaving.values()) list.sort((a, b) => heading(a) - heading(b));
  const twin = (h) => leaving.get(h.to).find((o) => o.to === h.from && o.name === h.name && o.line.length === h.line.length);
  const next = (h) => {
    const list = leaving.get(h.to);
    return list[(list.indexOf(twin(h)) + list.length - 1) % list.length];
  };
  const seen = new Set();
  const blocks = [];
  for (const start of halves) {
    const ring = [];
    const front = [];
    for (let h = start; !seen.has(h); h = next(h)) {
      seen.add(h);
      ring.push(...h.line.slice(0, -1));
      front.push(...h.line.slice(0, -1).map(() => FRONT[h.class]));
    }
    if (ring.length > 2 && surface(ring) > 0) blocks.push({ ring, front });
  }
  return blocks;
}

const BLOCKS = findBlocks();

/** The block that holds a point. */
export function blockAt(p) {
  const block = BLOCKS.find((b) => inside(p, b.ring));
  if (!block) throw new Error(`no block at ${p}`);
  return block;
}

export const blockCount = BLOCKS.length;
