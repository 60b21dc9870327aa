// Checks the drawing as it stands in the files: node maps/draw/check.mjs
// Says what fails, ends with "N passed, N failed", and exits 1 when something failed.
import { readFileSync } from 'node:fs';
import { box, boxesMeet, distance, distanceToLine, distanceToRing, inset, lineMeetsRing, middle, ringsMeet, surface } from './geometry.mjs';
import { toMetres } from './place-on-earth.mjs';

const read = (name) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
const map = read('voorbeeldbuurt.geojson');
const pins = read('voorbeeldbuurt-stippen.json');

const THEMES = ['wonen', 'werk-participatie', 'onderwijs-opvoeding', 'veiligheid-criminaliteit', 'gezondheid', 'samenleven-integratie', 'leefomgeving-openbare-ruimte', 'algemeen'];
const KINDS = ['gaat-goed', 'kracht', 'zorg', 'idee'];
const MOMENTS = ['overdag', 'avond', 'nacht', null];
const SHAPES = {
  Polygon: ['boundary', 'water', 'green', 'wood', 'sport', 'square', 'building'],
  LineString: ['street-main', 'street', 'service', 'path', 'rail', 'waterway'],
  MultiLineString: ['street-main', 'street'],
  Point: ['place'],
};
const PLACES = ['school', 'shop', 'playground', 'mosque', 'church', 'worship', 'library', 'care', 'stop', 'cafe', 'sport', 'community', 'market'];
/** The map may go on this far outside the boundary, in metres. */
const FARTHEST = 170;
/** What two buildings may share, in metres: the wall between them and the rounding of coordinates. */
const SHARED = 0.2;

const ofClass = (...names) => map.features.filter((f) => names.includes(f.properties.class));
const ringsOf = (f) => f.geometry.coordinates;
const outline = (f) => ringsOf(f)[0].slice(0, -1).map(toMetres);
const linesOf = (f) => (f.geometry.type === 'LineString' ? [f.geometry.coordinates] : f.geometry.coordinates);
const inMetres = (f) => linesOf(f).map((line) => line.map(toMetres));
const say = (f) => `${f.id} ${f.properties.class} ${f.properties.name ?? ''}`.trim();

const polygons = map.features.filter((f) => f.geometry.type === 'Polygon');
const buildings = ofClass('building').map((f) => {
  const ring = outline(f);
  return { id: f.id, ring, core: inset(ring, SHARED), box: box(ring) };
});
const boundary = outline(ofClass('boundary')[0]);
const streets = ofClass('street-main', 'street', 'service');

/** The ids of buildings that meet one of `others`: [{ring or line, box, label}]. */
function meetings(others, meet) {
  return buildings.flatMap((b) => others.filter((o) => boxesMeet(b.box, o.box) && meet(b.core, o)).map((o) => `${b.id} on ${o.label}`));
}

function buildingsOnBuildings() {
  return buildings.flatMap((a, i) => buildings.slice(i + 1)
    .filter((b) => boxesMeet(a.box, b.box) && ringsMeet(a.core, b.core)).map((b) => `${a.id} on ${b.id}`));
}

function buildingsOnLines(...classes) {
  const lines = ofClass(...classes).flatMap((f) => inMetres(f).map((line) => ({ line, box: box(line), label: say(f) })));
  return meetings(lines, (core, o) => lineMeetsRing(o.line, core));
}

function buildingsOnAreas(...classes) {
  const areas = ofClass(...classes).map((f) => ({ ring: outline(f), box: box(outline(f)), label: say(f) }));
  return meetings(areas, (core, o) => ringsMeet(core, o.ring));
}

function farAway() {
  return map.features.filter((f) => {
    const points = f.geometry.type === 'Point' ? [f.geometry.coordinates] : f.geometry.type === 'Polygon' ? ringsOf(f)[0] : linesOf(f).flat();
    return points.some((p) => distanceToRing(toMetres(p), boundary) > FARTHEST);
  }).map(say);
}

/** Streets of which no part lies within a decimetre of another street's line. */
function looseStreets() {
  const lines = streets.map((f) => ({ f, parts: inMetres(f) }));
  return lines.filter(({ f, parts }) => !lines.some((o) => o.f !== f
    && (parts.some((l) => l.some((p) => o.parts.some((m) => distanceToLine(p, m) < 0.6)))
      || o.parts.some((m) => m.some((p) => parts.some((l) => distanceToLine(p, l) < 0.6)))))).map(({ f }) => say(f));
}

/** Bridges: streets and paths inside which the canal's middle line is crossed. */
function bridges() {
  const canal = inMetres(ofClass('waterway')[0])[0];
  return ofClass('street-main', 'street', 'path').flatMap(inMetres)
    .filter((line) => line.some((p, i) => i > 0 && distance(p, line[i - 1]) < 200 && crosses(canal, line[i - 1], p))).length;
}

function crosses(line, a, b) {
  const sliver = [a, b, [(a[0] + b[0]) / 2 + 0.01, (a[1] + b[1]) / 2 + 0.01]];
  return lineMeetsRing(line, sliver);
}

function wrongRings() {
  return polygons.filter((f) => ringsOf(f).some((ring, i) => {
    const closed = ring.length > 3 && ring[0].join() === ring.at(-1).join();
    const turned = surface(ring.slice(0, -1)) > 0;
    return !closed || turned !== (i === 0);
  })).map(say);
}

const roundedBadly = (p) => p.some((v) => Math.round(v * 1e6) / 1e6 !== v);
const released = pins.filter((p) => p.session === 'vrijgegeven');
const placed = pins.filter((p) => p.lon !== null);
const fromBoundary = (p) => distanceToRing(toMetres([p.lon, p.lat]), boundary);
/** Different people whose released pins lie within `metres` of a named place. */
const peopleNear = (at, metres) => new Set(released.filter((p) => p.lon !== null && distance(toMetres([p.lon, p.lat]), at) < metres).map((p) => p.participant)).size;
const placeOf = (kind) => toMetres(ofClass('place').find((f) => f.properties.kind === kind).geometry.coordinates);

const names = new Set(ofClass('street-main', 'street').map((f) => f.properties.name));
const kindsThere = new Set(ofClass('place').map((f) => f.properties.kind));
const strengths = (list) => list.filter((p) => p.kind === 'gaat-goed' || p.kind === 'kracht').length;

/** [what must hold, what breaks it: a list, empty when it holds; or whether it holds] */
const CHECKS = [
  ['the map says that it is invented', map.invented === true && map.attribution === 'Verzonnen buurt, getekend voor Buurtblik' && map.buurt.code === 'VB0000AA01'],
  ['ids are unique', new Set(map.features.map((f) => f.id)).size === map.features.length],
  ['there is exactly one boundary', ofClass('boundary').length === 1],
  ['every feature has a class that fits its shape', map.features.filter((f) => !SHAPES[f.geometry.type]?.includes(f.properties.class)).map(say)],
  ['every place has a known kind', ofClass('place').filter((f) => !PLACES.includes(f.properties.kind)).map(say)],
  ['school, mosque, church, library, care, market, community, stop and playground are there', ['school', 'mosque', 'church', 'library', 'care', 'market', 'community', 'stop', 'playground'].filter((k) => !kindsThere.has(k))],
  ['at least 25 named streets', names.size >= 25 && !names.has(undefined)],
  ['at least 600 buildings', buildings.length >= 600],
  ['at least 600 buildings within the boundary', buildings.filter((b) => distanceToRing(middle(b.ring), boundary) === 0).length >= 600],
  ['at least four bridges over the canal', bridges() >= 4],
  ['rings are closed, outer ones counterclockwise', wrongRings()],
  ['coordinates have at most six decimals', polygons.filter((f) => ringsOf(f).flat().some(roundedBadly)).map(say)],
  ['no building on a building', buildingsOnBuildings()],
  ['no building on a street, path or rail', buildingsOnLines('street-main', 'street', 'service', 'path', 'rail')],
  ['no building in the water, on a square or a pitch', buildingsOnAreas('water', 'square', 'sport')],
  ['every street meets another', looseStreets()],
  [`everything lies within ${FARTHEST} m of the boundary`, farAway()],
  ['some 80 released pins and 6 open ones', released.length >= 75 && released.length <= 95 && pins.length - released.length === 6],
  ['thirty participants in the released session', new Set(released.map((p) => p.participant)).size === 30],
  ['pins use the known kinds, themes and moments', pins.filter((p) => !KINDS.includes(p.kind) || !(p.theme === null || THEMES.includes(p.theme)) || !MOMENTS.includes(p.moment)).map((p) => p.text)],
  ['every pin has a text of its own', new Set(pins.map((p) => p.text.trim())).size === pins.length && pins.every((p) => p.text.trim() !== '')],
  ['at least half of the pins are strengths', strengths(released) * 2 >= released.length && strengths(pins) * 2 >= pins.length],
  ['two pins lie 40 to 110 m outside, all others within', placed.filter((p) => fromBoundary(p) > 0).length === 2 && placed.filter((p) => fromBoundary(p) > 40 && fromBoundary(p) < 110).length === 2],
  ['five people or more at market, community centre and mosque or school', ['market', 'community', 'school'].filter((kind) => peopleNear(placeOf(kind), 95) < 5)],
];

let failed = 0;
for (const [what, result] of CHECKS) {
  const holds = Array.isArray(result) ? result.length === 0 : result;
  if (!holds) {
    failed += 1;
    console.log(`FAILED: ${what}${Array.isArray(result) ? `: ${result.slice(0, 8).join('; ')}${result.length > 8 ? ` and ${result.length - 8} more` : ''}` : ''}`);
  }
}
console.log(`${CHECKS.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
