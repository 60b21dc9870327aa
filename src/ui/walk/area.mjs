const ROUND = 150; // metres, as for a pin
const METRES = 111_320; // metres in a degree of latitude

/** A test of whether a place is in the area or at most 150 m outside, from the plattegrond's boundary. */
export async function areaTest(url) {
  const { features } = await (await fetch(url)).json();
  const own = features.filter(({ properties }) => properties.class === "boundary");
  const rings = own.flatMap(({ geometry }) => (geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat()));
  return ([lon, lat]) => {
    const across = METRES * Math.cos((lat * Math.PI) / 180);
    let inside = false;
    for (const ring of rings) {
      const here = ring.map(([x, y]) => [(x - lon) * across, (y - lat) * METRES]);
      for (let at = 1; at < here.length; at += 1) {
        const [[ax, ay], [bx, by]] = [here[at - 1], here[at]];
        if (ay > 0 !== by > 0 && ax + ((0 - ay) / (by - ay)) * (bx - ax) > 0) inside = !inside;
        const [dx, dy] = [bx - ax, by - ay];
        const along = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)));
        if (Math.hypot(ax + along * dx, ay + along * dy) <= ROUND) return true;
      }
    }
    return inside;
  };
}
