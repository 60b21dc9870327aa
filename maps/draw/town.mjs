// Which block is built how: the flats of the fifties and sixties in the west,
// the closed blocks of the twenties in the north-east, the garden village in
// the south-east, the school, the church and the other buildings with a name.
import { Ground, buildRing, frontsOf, galleryFlat } from './ground.mjs';
import { AREAS, LINES, nearEnough } from './land.mjs';
import { inset, randomFrom, rectangle, simplify, turn, add } from './geometry.mjs';
import { STRETCHES, blockAt } from './streets.mjs';

const SEED = 1926;

const TWENTIES = { width: [9, 12.5], deep: 11, extra: [0, 0, 0, 1.5, -1], row: Infinity, corners: true, bevel: 2.5 };
const SHOPS = { width: [8, 11], deep: 13, extra: [0, 0, 3, 5], row: Infinity, corners: true, bevel: 3 };
const WEDGE = { ...TWENTIES, deep: 8.5 };
const BEYOND = { ...TWENTIES, width: [13, 17] };
const VILLAGE = { width: [5.8, 6.6], deep: 8.5, extra: [0, 0, 2.5], row: 7, corners: false, bevel: 0 };
const PORCHES = { width: [17, 21], deep: 10.5, extra: [0], row: 4, corners: false, bevel: 0 };
const HOFJE = { width: [4.6, 5.2], deep: 6, extra: [0], row: Infinity, corners: true, bevel: 0 };

const CLEAR = { 'street-main': 9, street: 5.5, service: 3.5, path: 1.8, rail: 8 };

const turned = (centre, degrees, points) => points.map((p) => add(centre, turn(p, degrees)));

/** Buildings with a shape and a name of their own. */
const LANDMARKS = [
  ['Basisschool De Spoel', turned([508, 205], 4, [[-20, -42], [12, -42], [12, -28], [-6, -28], [-6, 26], [12, 26], [12, 40], [-20, 40]])],
  ['Gymzaal De Spoel', rectangle([523, 204], 10, 22, 4)],
  ['Buurthuis De Weefkamer', turned([398, 420], 10, [[-16, -8], [12, -8], [12, 6], [2, 6], [2, 12], [-16, 12]])],
  ['Bibliotheek Hoedenmakersplein', rectangle([583, 84], 14, 32, -4)],
  ['Moskee De Poort', turned([283, 360], 6, [[-14, -9], [10, -9], [10, -13], [15, -13], [15, 13], [10, 13], [10, 9], [-14, 9]])],
  ['Huisartsen Lintwerkersstraat', rectangle([524, 149], 22, 9, 3)],
  ['Voorschool De Klos', rectangle([643, 335], 24, 13, -8)],
  ['Theehuis Bleekveld', rectangle([416, 572], 12, 8, 20)],
  ['Vredekerk', turned([497, 376], -4, [[-5, -14], [-5, -22], [5, -22], [5, -14], [9, -14], [9, 4], [13, 4], [13, 11], [-13, 11], [-13, 4], [-9, 4], [-9, -14]])],
  ['Zorgcentrum Leemhof', turned([902, 190], 2, [[-13, -34], [-2, -34], [-2, -6], [6, -6], [6, -34], [17, -34], [17, 32], [6, 32], [6, 6], [-2, 6], [-2, 32], [-13, 32]])],
];

const GALLERY_FLATS = [
  [[140, 408], 128, 3], [[132, 458], 118, 3.5], [[92, 572], 104, 94], [[132, 580], 96, 95], [[208, 596], 96, 98],
];

/** Rows of parallel slabs: first centre, step to the next, how many, long, deep, degrees. */
const STRIPS = [
  [[112, 140], [28, 0], 4, 60, 10.5, 86], [[120, 66], [62, -6], 2, 52, 10.5, -4],
  [[286, 62], [3, 34], 5, 58, 10.5, 8],
  [[86, 228], [0, 33], 4, 54, 10.5, 3], [[184, 264], [0, 31], 4, 48, 10.5, -14],
  [[278, 256], [0, 32], 3, 74, 10.5, 8],
];

const CLOSED = [
  [408, 80], [500, 450], [570, 540], [655, 615], [510, 620],
  [630, 470], [700, 530], [780, 590], [775, 440], [840, 520], [540, 330],
];
const WEDGES = [[600, 675], [730, 640], [675, 415], [870, 430], [555, 420]];
const VILLAGES = [[600, 215], [615, 100], [700, 140], [820, 170], [650, 310], [715, 330], [800, 310], [895, 310]];
const SHOPPED = [[340, -30], [575, 0]];
const OUTSIDE_ROWS = [
  [300, 790], [570, 790], [790, 720], [1000, 300], [975, 520], [740, 20], [930, 90],
];
const HOOKS = [[405, 320], [408, 190]];

const STANDALONE = [
  [[-108, 130], 20, 44, 88], [[-108, 220], 20, 60, 90], [[-112, 300], 22, 46, 91], [[-118, 450], 24, 60, 93], [[-124, 560], 22, 70, 95],
  [[-50, 10], 50, 24, -8], [[-62, -40], 44, 20, -6], [[20, -8], 26, 30, -8], [[70, 12], 34, 16, -6],
  [[42, 740], 58, 11, 2], [[112, 750], 52, 11, 7], [[-40, 744], 46, 11, -3], [[290, 852], 70, 11, 9], [[370, 866], 60, 11, 4], [[500, 868], 70, 11, -2], [[600, 852], 60, 11, -8],
  [[290, -102], 70, 11, -3], [[400, -106], 70, 11, 2], [[540, -96], 70, 11, 9], [[638, -78], 60, 11, 13], [[770, -42], 60, 11, 18],
  [[1041, 478], 11, 60, 6], [[1056, 374], 11, 54, 6], [[1066, 308], 11, 52, 10], [[1078, 250], 11, 46, 12],
  [[1040, 130], 50, 12, 16], [[1046, 100], 50, 12, 16], [[1052, 60], 44, 12, 16],
];

function readyGround() {
  const ground = new Ground(randomFrom(SEED), nearEnough);
  for (const s of STRETCHES) ground.keepFromLine(s.line, CLEAR[s.class]);
  for (const l of LINES) if (CLEAR[l.class]) ground.keepFromLine(l.line, CLEAR[l.class]);
  for (const a of AREAS) {
    if (a.class === 'water') ground.keepFromArea(a.ring, 3);
    if (a.class === 'square' || a.class === 'sport') ground.keepFromArea(a.ring, 0.5);
  }
  return ground;
}

function buildFlats(ground) {
  for (const [centre, long, degrees] of GALLERY_FLATS) ground.build(galleryFlat(centre, long, degrees));
  for (const [first, step, count, long, deep, degrees] of STRIPS) {
    for (let i = 0; i < count; i += 1) {
      ground.build(rectangle([first[0] + step[0] * i, first[1] + step[1] * i], long, deep, degrees));
    }
  }
  for (const [centre, long, deep, degrees] of STANDALONE) ground.build(rectangle(centre, long, deep, degrees));
}

/** The almshouse court: two rings of small houses, their doors on the courtyard. */
function buildHofje(ground) {
  buildRing(ground, rectangle([512, 622], 41, 35, -17), HOFJE);
}

/** Sheds on the allotments, one on each garden. */
function buildSheds(ground) {
  for (let y = 104; y < 316; y += 15) {
    for (const x of [-60, -40, -24]) {
      const at = [x + ground.random() * 6, y + ground.random() * 6];
      ground.build(rectangle(at, 4.5, 3.5, ground.random() * 40));
    }
  }
}

/** Every building of the neighbourhood: [{ring, name?}]. */
export function buildTown() {
  const ground = readyGround();
  for (const [name, ring] of LANDMARKS) {
    if (!ground.build(ring, name)) throw new Error(`no room for ${name}`);
    ground.keepFromArea(ring, 4);
  }
  buildFlats(ground);
  buildHofje(ground);
  for (const seed of SHOPPED) buildRing(ground, frontsOf(blockAt(seed)), SHOPS);
  for (const seed of CLOSED) buildRing(ground, frontsOf(blockAt(seed)), TWENTIES);
  for (const seed of WEDGES) buildRing(ground, frontsOf(blockAt(seed)), WEDGE);
  for (const seed of HOOKS) buildRing(ground, frontsOf(blockAt(seed), 5), PORCHES);
  for (const seed of VILLAGES) buildRing(ground, frontsOf(blockAt(seed), 2.5), VILLAGE);
  for (const seed of OUTSIDE_ROWS) buildRing(ground, frontsOf(blockAt(seed)), BEYOND);
  buildSheds(ground);
  return ground.buildings;
}

/** The shared gardens behind the houses of closed blocks. */
export function gardens() {
  return [...CLOSED, ...WEDGES, ...SHOPPED, ...OUTSIDE_ROWS].map((seed) => simplify(inset(frontsOf(blockAt(seed)), 15), 0.3))
    .concat(VILLAGES.map((seed) => simplify(inset(frontsOf(blockAt(seed), 2.5), 12), 0.3)))
    .filter((ring) => ring.length > 2 && ring.every(nearEnough));
}
