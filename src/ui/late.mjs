// What was said before a wijksessie closed and is sent after it: the server lays it before the begeleider, where the page has the
// stamp that it got while the wijksessie was open. What cannot come in any more stays here, to be saved as a file.

const CLOSED = "urn:buurtblik:problem:session-closed";
const OVER = "urn:buurtblik:problem:late-over";

/** Whether the server refused because the wijksessie is closed, or because even a day later is too late. */
export const isTooLate = ({ status, body }) => status === 410 && (body?.type === CLOSED || body?.type === OVER);

/** The stamp of this page. */
export const stamp = () => document.querySelector("[data-stamp]")?.dataset.stamp;

/** A JSON merge patch (RFC 7396) on a pin's Feature; a geometry is a whole. */
function merge(target, patch) {
  for (const [name, change] of Object.entries(patch)) {
    if (name === "geometry") target[name] = change;
    else if (change === null) delete target[name];
    else if (typeof change === "object" && !Array.isArray(change)) target[name] = merge(target[name] ?? {}, change);
    else target[name] = change;
  }
  return target;
}

/**
 * A pin that was refused because of the hour, as it is laid before the begeleider: with everything that was changed about it
 * since (`changes`, in order). Nothing where its page had no stamp.
 */
export function asLate(item, changes) {
  if (!item.creates || item.kind !== "pin" || item.late || !item.stamp) return null;
  const feature = JSON.parse(item.body);
  for (const { body } of changes) merge(feature, JSON.parse(body));
  feature.properties.stamp = item.stamp;
  const { refused, ...same } = item;
  return { ...same, late: true, url: item.url.replace("/pins/", "/late/"), body: JSON.stringify(feature) };
}

const asText = (blob) => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve(reader.result);
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(blob);
});

/** Everything that cannot come in any more, as one GeoJSON file for the begeleider: pins, changes of pins, and photos. */
export async function asFile(code, items) {
  const features = [];
  for (const { ref, kind, body, participant, photo, photoId, caption } of items) {
    const said = body ? JSON.parse(body) : {};
    const properties = { participant, ...said.properties, ...(kind === "pin" ? {} : { about: ref, does: kind }) };
    if (photo) Object.assign(properties, { caption, photo: await asText(photo) });
    features.push({ type: "Feature", id: photoId ?? ref, geometry: said.geometry ?? null, properties });
  }
  return new Blob([JSON.stringify({ type: "FeatureCollection", code, features }, null, 2)], { type: "application/geo+json" });
}
