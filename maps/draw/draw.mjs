// Draws maps/voorbeeldbuurt.geojson and maps/voorbeeldbuurt-stippen.json.
// The same every time: node maps/draw/draw.mjs
import { writeFileSync } from 'node:fs';
import { AREAS, BOUNDARY, LINES, cutAtMargin } from './land.mjs';
import { counterclockwise } from './geometry.mjs';
import { PLACES } from './places.mjs';
import { STREETS, STRETCHES } from './streets.mjs';
import { buildTown, gardens } from './town.mjs';
import { pins } from './pins.mjs';
import { toDegrees } from './place-on-earth.mjs';

const here = (name) => new URL(`../${name}`, import.meta.url);

const polygon = (ring) => {
  const around = counterclockwise(ring).map(toDegrees);
  return { type: 'Polygon', coordinates: [[...around, around[0]]] };
};

/** The stretches of a street joined again where one goes on as the other. */
function joined(lines) {
  const parts = [];
  for (const line of lines) {
    const last = parts[parts.length - 1];
    if (last && last.at(-1)[0] === line[0][0] && last.at(-1)[1] === line[0][1]) last.push(...line.slice(1));
    else parts.push([...line]);
  }
  return parts;
}

function lineGeometry(lines) {
  const parts = lines.map((line) => line.map(toDegrees));
  return parts.length === 1 ? { type: 'LineString', coordinates: parts[0] } : { type: 'MultiLineString', coordinates: parts };
}

function featureMaker() {
  const counts = { n: 0, w: 0, r: 0 };
  return (letter, properties, geometry) => {
    counts[letter] += 1;
    const known = Object.fromEntries(Object.entries(properties).filter(([, v]) => v !== undefined && v !== null));
    return { type: 'Feature', id: `${letter}${counts[letter]}`, properties: known, geometry };
  };
}

function streetFeatures(make) {
  return STREETS.flatMap(([name, kind]) => {
    const pieces = joined(STRETCHES.filter((s) => s.name === name).flatMap((s) => cutAtMargin(s.line)));
    return pieces.length === 0 ? [] : [make('w', { class: kind, name }, lineGeometry(pieces))];
  });
}

function allFeatures() {
  const make = featureMaker();
  return [
    make('r', { class: 'boundary', name: 'Voorbeeldbuurt' }, polygon(BOUNDARY)),
    ...AREAS.filter((a) => a.class === 'green').map(({ ring, ...p }) => make('w', p, polygon(ring))),
    ...gardens().map((ring) => make('w', { class: 'green', kind: 'garden' }, polygon(ring))),
    ...AREAS.filter((a) => a.class !== 'green').map(({ ring, ...p }) => make('w', p, polygon(ring))),
    ...buildTown().map(({ ring, name }) => make('w', { class: 'building', name }, polygon(ring))),
    ...LINES.map(({ line, ...p }) => make('w', p, lineGeometry([line]))),
    ...streetFeatures(make),
    ...PLACES.map(([kind, name, at]) => make('n', { class: 'place', kind, name }, { type: 'Point', coordinates: toDegrees(at) })),
  ];
}

/** JSON with one item of `list` on a line: small, and a change shows as a changed line. */
const oneOnALine = (list) => `[\n${list.map((item) => JSON.stringify(item)).join(',\n')}\n]`;

const head = {
  type: 'FeatureCollection',
  buurt: { code: 'VB0000AA01', name: 'Voorbeeldbuurt' },
  attribution: 'Verzonnen buurt, getekend voor Buurtblik',
  invented: true,
};
const features = allFeatures();
const opening = JSON.stringify(head).slice(0, -1);
writeFileSync(here('voorbeeldbuurt.geojson'), `${opening},"features":${oneOnALine(features)}}\n`);
writeFileSync(here('voorbeeldbuurt-stippen.json'), `${oneOnALine(pins())}\n`);
const count = (kind) => features.filter((f) => f.properties.class === kind).length;
console.log(`${features.length} features, ${count('building')} buildings, ${STREETS.length} named streets, ${pins().length} pins`);
