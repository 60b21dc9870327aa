// The boards of step 3. What somebody types stays on this device until it is saved: a lost network or a sign-out loses no word. And a tap on
// the map chooses a place. Without this script every form works as it is.
import { openMap } from "../map/open.mjs";

const KEY = "bord:";
const forms = [...document.querySelectorAll("form[data-bord]")];
const keyOf = (form) => `${KEY}${location.pathname}:${form.dataset.bord}`;
const fields = (form) => [...form.elements].filter(({ name, type }) => name && type !== "hidden" && type !== "submit");
const valueOf = (field) => (field.type === "checkbox" || field.type === "radio" ? field.checked : field.value);

/** The fields of a form as they are now, in their order; with the hidden ones that say which version they are of. */
function read(form) {
  return {
    hidden: Object.fromEntries([...form.elements].filter(({ type, name }) => type === "hidden" && name).map(({ name, value }) => [name, value])),
    typed: fields(form).map((field) => [field.name, field.value, valueOf(field)]),
  };
}

function keep(form) {
  try {
    sessionStorage.setItem(keyOf(form), JSON.stringify(read(form)));
  } catch {
    // A browser that keeps nothing: the page itself still holds what was typed.
  }
}

/** Puts back what was typed before and is not saved yet, over the version that it was typed over. */
function bringBack(form) {
  const kept = JSON.parse(sessionStorage.getItem(keyOf(form)) ?? "null");
  if (!kept || JSON.stringify(kept.typed) === JSON.stringify(read(form).typed)) return;
  const all = fields(form);
  kept.typed.forEach(([name, value, now], at) => {
    const field = all[at];
    if (!field || field.name !== name) return;
    if (field.type === "checkbox" || field.type === "radio") field.checked = now;
    else if (field.tagName === "SELECT" && ![...field.options].some((option) => option.value === value)) field.add(new Option(value, value));
    if (field.type !== "checkbox" && field.type !== "radio") field.value = value;
  });
  for (const [name, value] of Object.entries(kept.hidden)) {
    const field = form.elements.namedItem(name);
    if (field?.type === "hidden") field.value = value;
  }
  const note = document.createElement("p");
  note.className = "utrecht-alert utrecht-alert--info";
  note.setAttribute("role", "status");
  const main = document.getElementById("inhoud");
  const drop = Object.assign(document.createElement("button"), { type: "button", className: "utrecht-button utrecht-button--subtle", textContent: main.dataset.drop });
  drop.addEventListener("click", () => {
    sessionStorage.removeItem(keyOf(form));
    location.reload();
  });
  note.append(main.dataset.unsaved, " ", drop);
  form.prepend(note);
  form.closest("details")?.setAttribute("open", "");
}

// Saved: what was kept of this page goes.
if (new URLSearchParams(location.search).has("gedaan")) {
  const saved = new URLSearchParams(location.search).get("gedaan");
  for (const key of Object.keys(sessionStorage)) {
    const here = key.startsWith(`${KEY}${location.pathname}:`);
    const made = saved === "gemaakt" && key.endsWith(":nieuw");
    if (here || made) sessionStorage.removeItem(key);
  }
  history.replaceState(null, "", location.pathname);
}
for (const form of forms) {
  bringBack(form);
  form.addEventListener("input", () => keep(form));
  form.addEventListener("change", () => keep(form));
}

const map = document.getElementById("kaart");
const select = document.getElementById("plek");

function openHere() {
  const { stops } = JSON.parse(map.dataset.stops ?? '{"stops":[]}');
  const shown = openMap("kaart", map.dataset.mapOptions, select ? { onTap: tapped } : {});
  shown.setWalk({ line: [], stops }, (number) => {
    const item = document.getElementById(`punt-${number}`);
    item?.scrollIntoView({ block: "center" });
    item?.querySelector("a")?.focus({ preventScroll: true });
  });
  if (map.dataset.spot) shown.setSpot(JSON.parse(map.dataset.spot));

  function tapped(lon, lat) {
    const value = `${lon.toFixed(6)},${lat.toFixed(6)}`;
    select.querySelector("[data-getikt]")?.remove();
    const option = new Option(select.dataset.getikt, value, false, true);
    option.dataset.getikt = "";
    select.add(option, 1);
    shown.setSpot([lon, lat]);
    select.form.dispatchEvent(new Event("change"));
  }

  select?.addEventListener("change", () => {
    const place = select.value ? select.value.split(",").map(Number) : null;
    shown.setSpot(place);
    if (place) shown.fly(...place);
  });
}

if (map) {
  // A map that is folded away has no size to draw in.
  const folded = map.closest("details:not([open])");
  if (folded) folded.addEventListener("toggle", openHere, { once: true });
  else openHere();
}
