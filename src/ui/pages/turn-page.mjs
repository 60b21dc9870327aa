// Every page of a resident beside the map: it ends by itself as the map does, and what is typed on it is kept until then.
import "../aloud.mjs";
import { fill, read } from "../form-fields.mjs";
import { holdFromBefore } from "../tap.mjs";
import { tellTabs, watchTurn } from "../turn-end.mjs";
import { endOthers } from "../turn-store.mjs";
import { knownTurn, takeTurn } from "../turn.mjs";
import { keepTyped, readTyped } from "../typed.mjs";
import { sendWalksLeft } from "../walks-left.mjs";

const setup = JSON.parse(document.querySelector('meta[name="buurtblik-beurt"]').content);
const { code } = setup;
const HALF = "stip"; // as `pins::island::draft` has it

// Without script the server lets a turn run out. Here the clock below ends it, and nobody who is typing is cut off.
const whose = knownTurn();
if (whose) takeTurn(code, whose);
// "Ik ben klaar", by form: every other tab leaves what it shows.
if (setup.done) tellTabs(code);
holdFromBefore();
watchTurn(setup, document.querySelector("main .panel-body") ?? document.querySelector("main"));

/** Keeps a form under its own name. What the server gave back comes before what this device remembers. */
async function keepForm(form) {
  const name = form.dataset.typed;
  const kept = await readTyped(code, name);
  if (kept && !("given" in form.dataset)) fill(form, kept);
  form.addEventListener("input", () => keepTyped(code, name, read(form)));
}

const first = (values) => values?.[0] ?? "";
const placeOf = (plek) => (plek === "buurt" ? null : plek.split(",").map(Number));

/** The form on which a pin is made: what the map keeps is here too, and the other way round. */
async function keepHalf(form) {
  const kept = await readTyped(code, HALF);
  const { half } = kept ?? {};
  if (half && !("given" in form.dataset)) {
    const one = (value) => (value ? [value] : []);
    fill(form, { kind: one(half.kind), woord: half.chosen, text: [half.text ?? ""], theme: one(half.theme), moment: one(half.moment), people: one(kept.people && String(kept.people)) });
  }
  const keep = () => {
    const values = read(form);
    const place = placeOf(form.elements.namedItem("plek").value);
    const made = { place, kind: first(values.kind), chosen: values.woord ?? [], text: first(values.text), theme: first(values.theme), moment: first(values.moment) };
    keepTyped(code, HALF, { ...kept, people: Number(first(values.people)) || (kept?.people ?? 1), half: made });
  };
  form.addEventListener("input", keep);
  // Another place was chosen for the same words.
  if (half) keep();
}

/** Where a pin is half made and its place was chosen before, the form goes on with that place. */
async function goOn() {
  const { half } = (await readTyped(code, HALF)) ?? {};
  if (!half) return;
  const plek = half.place ? half.place.join(",") : "buurt";
  location.replace(`${location.pathname}?plek=${plek}`);
}

/** What has been sent is not kept any more. */
async function forgetSent(asked) {
  if (asked.has("nieuw")) {
    const kept = await readTyped(code, HALF);
    const { half, ...rest } = kept ?? {};
    if (half) keepTyped(code, HALF, rest.edit || rest.people > 1 ? { ...rest, half: null } : null);
  }
  if (asked.has("bewaard")) keepTyped(code, `stip-${asked.get("bewaard")}`, null);
}

async function start() {
  await endOthers(code, whose ?? "").catch(() => {});
  sendWalksLeft();
  const asked = new URLSearchParams(location.search);
  await forgetSent(asked);
  const half = document.querySelector("form[data-half]");
  if (half) await keepHalf(half);
  for (const form of document.querySelectorAll("form[data-typed]")) await keepForm(form);
  if (document.querySelector("[data-where]") && !asked.has("zoek")) await goOn();
}

start();
