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

/**
 * A change or a withdrawal that was refused because of the hour, as it is asked of what waits for the begeleider: what came after
 * closing is no pin yet. Nothing where it was asked there already. `why` it was refused is said where it lies there neither.
 */
export function ofLate(item, why) {
  if (item.creates || item.late || item.photo || !["PATCH", "DELETE"].includes(item.method) || !item.url.includes("/pins/")) return null;
  const { refused, ...same } = item;
  return { ...same, why, late: true, url: item.url.replace("/pins/", "/late/") };
}

/** A picture as text that a file of JSON can hold. */
export const asText = (blob) => new Promise((resolve, reject) => {
  const reader = new FileReader();
  reader.onload = () => resolve(reader.result);
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(blob);
});

/** One thing that was to be sent, as a feature of the file: a pin as it was said, another thing with what it does. */
async function asFeature({ code, ref, kind, body, participant, photo, photoId, caption, poster }) {
  const said = body ? JSON.parse(body) : {};
  const id = photoId ?? ref;
  if (kind === "pin") return { type: "Feature", id, geometry: said.geometry ?? null, properties: { ...said.properties, participant, code } };
  const properties = { participant, code, about: ref, does: kind };
  if (body) properties.patch = said;
  if (photo) Object.assign(properties, { caption, poster: poster ? "1" : "", photo: await asText(photo) });
  return { type: "Feature", id, geometry: null, properties };
}

/**
 * Everything that cannot come in any more, as one GeoJSON file that the begeleider reads in: pins, changes of pins, photos, and
 * features of walks.
 */
export async function asFile(code, items, features = []) {
  // In pieces: photos together may be longer than one text can be.
  const pieces = [`{"type":"FeatureCollection","code":${JSON.stringify(code)},"features":[\n`];
  for (const item of items) features.push(await asFeature(item));
  for (const [at, feature] of features.entries()) pieces.push(at ? ",\n" : "", JSON.stringify(feature));
  return new Blob([...pieces, "\n]}\n"], { type: "application/geo+json" });
}

/** Saves it. */
export function save(code, file) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: `buurtblik-${code}.geojson` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
