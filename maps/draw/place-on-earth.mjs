// Where the drawing lies: metres to degrees (WGS84) round one point, with the
// lengths of a degree at that latitude. Over a kilometre this is right within
// a decimetre, which is enough for a place that is not there.
const CENTRE = { metres: [470, 370], lon: 4.82, lat: 52.345 };
const phi = (CENTRE.lat * Math.PI) / 180;
/** Metres in a degree on the WGS84 ellipsoid, series in the latitude. */
const PER_LAT = 111132.954 - 559.822 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi);
const PER_LON = 111412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi);

const round = (degrees) => Math.round(degrees * 1e6) / 1e6;

/** [x, y] in metres to [lon, lat] in degrees, six decimals. */
export const toDegrees = ([x, y]) => [
  round(CENTRE.lon + (x - CENTRE.metres[0]) / PER_LON),
  round(CENTRE.lat + (y - CENTRE.metres[1]) / PER_LAT),
];

/** [lon, lat] in degrees back to [x, y] in metres. */
export const toMetres = ([lon, lat]) => [
  (lon - CENTRE.lon) * PER_LON + CENTRE.metres[0],
  (lat - CENTRE.lat) * PER_LAT + CENTRE.metres[1],
];
