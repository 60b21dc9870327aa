// What lies between the streets and is not a building: water, green, squares,
// pitches, paths, rails, and the boundary. Metres, as in streets.mjs.
import { band, beside, counterclockwise, curve, cutLine, distanceToRing, inset, mix, distance, nearestOnStretch, rectangle, simplify } from './geometry.mjs';
import { STRETCHES, blockAt, streetLine } from './streets.mjs';

/** How far outside the boundary the map goes on, in metres. */
export const MARGIN = 150;

const CANAL_HALF_WIDTH = 12;
const canal = curve([
  [-220, 694], [-60, 672], [60, 668], [180, 690], [300, 726], [430, 742], [560, 728], [680, 700], [790, 668], [870, 610],
  [912, 520], [930, 420], [945, 300], [968, 160], [994, 30], [1030, -110],
]);
const railway = curve([[-34, -170], [-10, -40], [6, 100], [12, 250], [10, 400], [-4, 560], [-24, 700], [-64, 880]]);
const ditch = curve([[66, 178], [64, 140], [72, 108], [96, 92], [140, 84], [190, 78]]);

/** The same line with a point at least every four metres. */
function dense(line) {
  return line.flatMap((p, i) => {
    if (i === 0) return [p];
    const n = Math.ceil(distance(line[i - 1], p) / 4);
    return Array.from({ length: n }, (_, k) => mix(line[i - 1], p, (k + 1) / n));
  });
}

/** The edge of the neighbourhood itself, a ring. */
export const BOUNDARY = counterclockwise(simplify([
  ...cutLine(dense(railway), (p) => p[1] > 62 && p[1] < 672)[0],
  ...cutLine(dense(canal), (p) => p[0] > -16 && p[1] > 166)[0],
  ...cutLine(dense(streetLine('Wagenmakersweg')), (p) => p[0] > 4 && p[0] < 966)[0].reverse(),
], 0.8));

export const nearEnough = (p) => distanceToRing(p, BOUNDARY) <= MARGIN;

/** A line cut where the map ends. */
export function cutAtMargin(line) {
  if (line.every(nearEnough)) return [line];
  return cutLine(dense(line), nearEnough).map((piece) => simplify(piece, 0.3));
}

const canalHere = simplify(cutLine(canal, nearEnough)[0], 0.25);
const pond = simplify(curve([[306, 560], [330, 590], [364, 596], [378, 572], [366, 548], [372, 522], [350, 508], [318, 520]], true), 0.25);

const water = [
  { name: 'Vlasvaart', ring: band(canalHere, -CANAL_HALF_WIDTH, CANAL_HALF_WIDTH) },
  { name: 'Bleekvijver', ring: pond },
  { ring: band(simplify(ditch, 0.25), -3.5, 3.5) },
];

const blockGreen = (seed, kerb = 5) => {
  const { ring, front } = blockAt(seed);
  return simplify(inset(ring, front.map((f) => (f > 10 ? kerb + 4 : kerb))), 0.2);
};

const bank = (from, to) => band(canalHere, from, to);
const embankment = (keep) => {
  const line = simplify(cutLine(railway, (p) => nearEnough(p) && keep(p))[0], 0.3);
  return band(line, -13, 13);
};

/** The seeds of the blocks that are open green with flats in them. */
export const OPEN_BLOCKS = [
  [135, 430], [105, 575], [205, 590], [135, 120], [290, 120], [135, 280], [280, 300], [405, 320], [408, 190],
];

const brink = inset(blockAt([746, 237]).ring, 5);
const playground = simplify(curve([[268, 470], [270, 500], [292, 512], [312, 494], [308, 466], [286, 456]], true), 0.3);

const green = [
  { name: 'Bleekveldpark', kind: 'park', ring: blockGreen([345, 550], 6) },
  { name: 'De Brink', kind: 'park', ring: simplify(brink, 0.2) },
  ...OPEN_BLOCKS.map((seed) => ({ kind: 'grass', ring: blockGreen(seed) })),
  { kind: 'grass', ring: blockGreen([555, 200]) },
  { kind: 'garden', ring: blockGreen([900, 190]) },
  ...[bank(-19, -12), bank(12, 18)].map((ring) => ({ kind: 'verge', ring })),
  { kind: 'verge', ring: embankment((p) => p[1] > 82 && p[1] < 347) },
  { kind: 'verge', ring: embankment((p) => p[1] > 377 && p[1] < 655) },
  { kind: 'verge', ring: embankment((p) => p[1] < 44) },
  { kind: 'verge', ring: embankment((p) => p[1] > 692) },
  { name: 'Volkstuinen Het Seinhuis', kind: 'garden', ring: [[-74, 90], [-14, 90], [-9, 180], [-10, 320], [-72, 325], [-70, 200]] },
  { kind: 'grass', ring: [[8, 706], [156, 724], [142, 782], [8, 768]] },
  { kind: 'grass', ring: [[-84, 392], [-18, 388], [-34, 560], [-50, 640], [-94, 640], [-84, 520]] },
];

const wood = [
  curve([[252, 520], [262, 566], [290, 622], [304, 612], [288, 560], [278, 522]], true),
  curve([[352, 668], [392, 692], [420, 680], [408, 640], [376, 636]], true),
  curve([[392, 470], [404, 512], [428, 522], [446, 494], [446, 466], [420, 462]], true),
  curve([[722, 232], [732, 248], [748, 246], [744, 228]], true),
  curve([[-80, 560], [-92, 630], [-62, 630], [-50, 570]], true),
].map((ring) => ({ ring: simplify(ring, 0.4) }));

const SCHOOLYARD = [[532, 158], [561, 160], [577, 248], [546, 250]];

const squares = [
  { name: 'Hoedenmakersplein', ring: blockGreen([512, 90], 6) },
  { name: 'Naaistershof', ring: rectangle([512, 622], 27, 21, -17) },
  { ring: rectangle([425, 428], 30, 16, 10) },
  { ring: [[240, 345], [262, 350], [258, 372], [240, 368]] },
];

const sport = [
  { name: 'Speeltuin De Lijn', kind: 'playground', ring: playground },
  { name: 'Schoolplein', kind: 'playground', ring: SCHOOLYARD },
  { name: 'Trapveld', kind: 'pitch', ring: rectangle([404, 318], 34, 20, 8) },
  { kind: 'playground', ring: rectangle([766, 238], 16, 12, 14) },
  { kind: 'playground', ring: rectangle([66, 556], 14, 24, 4) },
  { name: 'Sportveld Seinhuis', kind: 'pitch', ring: rectangle([-56, 470], 46, 74, 6) },
];

/** The nearest point on a street, for an end that lies within a few metres of one. */
function ontoStreet(p) {
  const near = STRETCHES.flatMap(({ line }) => line.slice(1).map((b, i) => nearestOnStretch(p, line[i], b)))
    .reduce((a, b) => (distance(p, b) < distance(p, a) ? b : a));
  return distance(p, near) < 8 ? near : p;
}

const bothEndsOntoStreets = (points) => [ontoStreet(points[0]), ...points.slice(1, -1), ontoStreet(points.at(-1))];
const way = (points) => simplify(curve(bothEndsOntoStreets(points)), 0.3);
const path = (name, points, kind = 'footway') => ({ name, kind, line: way(points) });
const paths = [
  path('Bleekveldroute', [[43.5, 420], [66, 424], [120, 428.5], [180, 434], [219, 440], [262, 446], [300, 462], [330, 492], [372, 506], [386, 530], [388, 556], [408, 612], [424, 672], [430, 714]], 'cycleway'),
  path(null, [[233, 535], [268, 548], [296, 540], [316, 506], [330, 492]]),
  path(null, [[296, 540], [296, 576], [322, 604], [366, 610], [388, 584], [388, 556]]),
  path(null, [[322, 604], [318, 650], [334, 685], [332, 704.5]]),
  path(null, [[335, 394], [340, 430], [330, 466], [330, 492]]),
  path(null, [[366, 610], [400, 606], [420, 598], [437, 602]]),
  path(null, [[388, 556], [416, 540], [450, 535]]),
  path(null, [[330, 466], [372, 452], [404, 440], [425, 428], [466, 440]]),
  path(null, [[441, 640], [470, 634], [512, 622]]),
  path(null, [[228, 212], [190, 224], [148, 260], [130, 310], [122, 360]], 'cycleway'),
  path(null, [[345, 236], [372, 280], [378, 325], [398, 348], [436, 362], [470, 400]]),
  path(null, [[356, 130], [408, 190], [474, 264]]),
  path(null, [[242, 112], [296, 122], [356, 130]]),
  path('Vlasbrug', [[672, 674], [679, 700], [687, 726]]),
  path(null, [[720, 224], [746, 232], [772, 252]]),
  path(null, [[732, 268], [746, 232], [758, 206]]),
  ...[9.5, -9.5].flatMap((side) => cutAtMargin(beside(streetLine('Wagenmakersweg'), side))
    .map((line) => ({ name: null, kind: 'cycleway', line }))),
];

const service = [
  [[222, 392], [190, 386], [120, 381], [70, 376]],
  [[45, 495], [72, 470], [120, 478], [160, 482], [208, 480]],
  [[172, 590], [152, 586], [146, 560], [146, 540]],
  [[46, 200], [80, 178], [92, 148], [92, 112]],
  [[241, 96], [222, 98], [213, 112], [212, 160]],
].map((line) => ({ line: way(line) }));

const rails = [
  ...[2.2, -2.2].flatMap((side) => cutAtMargin(beside(simplify(railway, 0.2), side))).map((line) => ({ kind: 'train', line })),
  ...cutAtMargin(streetLine('Wagenmakersweg')).map((line) => ({ kind: 'tram', name: 'Tram 31', line })),
];

const asClass = (name, list) => list.map((f) => ({ ...f, class: name, ...(f.ring ? { ring: counterclockwise(f.ring) } : {}) }));

export const AREAS = [...asClass('green', green), ...asClass('wood', wood), ...asClass('sport', sport), ...asClass('square', squares), ...asClass('water', water)];
export const LINES = [...asClass('service', service), ...asClass('path', paths), ...asClass('rail', rails), ...asClass('waterway', [{ name: 'Vlasvaart', line: canalHere }])];
