// Back to the table: a tap on the map chooses a place without another page, and answers wait on this tablet until the server has them.
// Without this script the map is a net of links and every form an ordinary one.
import { openMap } from "../map/open.mjs";
import "../glue.mjs";
import { listen, send } from "../outbox.mjs";
import { fill, read } from "../form-fields.mjs";
import "../leftovers.mjs";
import { hold } from "../tap.mjs";
import { participant, uuid } from "../turn.mjs";
import { keepTyped, readTyped } from "../typed.mjs";

const main = document.getElementById("inhoud");
const { code } = main.dataset;
const map = document.getElementById("kaart");
const status = document.getElementById("stand");
const panel = document.getElementById("antwoord");
const known = [...document.querySelectorAll("a[data-plek]")].map((link) => ({
  at: link.dataset.plek.split(",").map(Number), name: link.dataset.naam,
}));
let shown;
/** Whether this browser keeps what waits. */
let keeps = true;

/** The street or place by name nearest to a tap, within some 150 m. */
function nameOf(lon, lat) {
  const away = ({ at }) => Math.hypot((at[0] - lon) * 68_000, (at[1] - lat) * 111_000);
  const best = known.reduce((near, one) => (!near || away(one) < away(near) ? one : near), null);
  return best && away(best) < 150 ? best.name : null;
}

function choose(lon, lat, told) {
  panel.hidden = false;
  panel.querySelector("[name=plek]").value = `${lon.toFixed(6)},${lat.toFixed(6)}`;
  const heading = document.getElementById("antwoord-kop");
  const name = nameOf(lon, lat);
  heading.textContent = told ?? (name ? `${main.dataset.place}: ${name}` : main.dataset.place);
  shown.setSpot([lon, lat]);
  hold();
  status.textContent = "";
  heading.focus({ preventScroll: true });
  panel.scrollIntoView({ block: "nearest" });
}

function openHere() {
  const { stops, spot, mapOptions } = map.dataset;
  const onTap = "tik" in map.dataset ? (lon, lat) => choose(lon, lat) : null;
  shown = openMap("kaart", mapOptions, onTap ? { onTap } : {});
  if (stops) {
    shown.setWalk(JSON.parse(stops), (number) => {
      document.getElementById(`punt-${number}`)?.scrollIntoView({ block: "start" });
      document.getElementById(`punt-kop-${number}`)?.focus({ preventScroll: true });
    });
  }
  if (spot) shown.setSpot(JSON.parse(spot));
}

// A street from the list, without another page.
main.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-plek]");
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  choose(...link.dataset.plek.split(",").map(Number), `${link.dataset.naam}: ${link.dataset.woord}`);
});

/** Under which an answer that was not sent is kept on this device. */
const nameOfForm = (form) => `antwoord-${form.elements.namedItem("punt")?.value ?? form.elements.namedItem("about").value}`;

/** What was typed before this page was opened anew is there again, and is kept from now on. */
async function keepAnswers() {
  for (const form of document.querySelectorAll(".answer-form")) {
    const plek = form.elements.namedItem("plek");
    const kept = await readTyped(code, nameOfForm(form));
    if (kept && !form.elements.namedItem("words").value) {
      fill(form, kept.values);
      if (kept.plek && panel.hidden) choose(...kept.plek.split(",").map(Number));
    }
    form.addEventListener("input", () => keepTyped(code, nameOfForm(form), { values: read(form), plek: plek?.value }));
  }
}

/** The answer that a form holds, as the interface for machines takes it. */
function readAnswer(form) {
  const data = new FormData(form);
  const place = data.get("plek") ? data.get("plek").split(",").map(Number) : null;
  return {
    about: data.get("about"), point: data.get("punt") || null, place, says: data.get("says"), words: data.get("words").trim(),
    participant: participant(code),
  };
}

main.addEventListener("submit", async (event) => {
  const form = event.target.closest(".answer-form");
  if (!form) return;
  event.preventDefault();
  const answer = readAnswer(form);
  if (answer.says === "mist" && !answer.words) {
    const words = form.querySelector("textarea");
    words.setCustomValidity(main.dataset.missing);
    words.reportValidity();
    words.addEventListener("input", () => words.setCustomValidity(""), { once: true });
    return;
  }
  const id = form.elements.namedItem("id");
  keepTyped(code, nameOfForm(form), null);
  // Kept on this tablet before anything is sent; only then the form is empty again.
  await send({
    code, participant: answer.participant, ref: id.value, kind: "answer", method: "PUT", creates: true,
    url: `/api/v1/sessions/${code}/answers/${id.value}`, body: JSON.stringify(answer),
  });
  status.textContent = keeps ? main.dataset.waits : main.dataset.unkept;
  hold();
  remember(answer, form);
  id.value = uuid();
  form.reset();
  if (panel && form.closest("#antwoord")) {
    panel.hidden = true;
    shown.setSpot(null);
  }
  status.scrollIntoView({ block: "nearest" });
});

/** Shows an answer in the list of one's own; taking it back needs the page as the server has it. */
function remember(answer, form) {
  const list = document.querySelector("#antwoorden ul");
  document.querySelector("#antwoorden > p")?.remove();
  const item = Object.assign(document.createElement("li"), { className: "stack" });
  const says = form.querySelector(`[value="${answer.says}"]`).closest("label").textContent.trim();
  const about = form.closest("li")?.querySelector("h3")?.textContent ?? document.getElementById("antwoord-kop").textContent;
  item.append(Object.assign(document.createElement("strong"), { textContent: says }), ` ${about} `, Object.assign(document.createElement("bdi"), { textContent: answer.words }));
  item.dataset.ref = form.elements.namedItem("id").value;
  list.append(item);
}

listen(({ ref, kind, state, detail }) => {
  if (kind === "store") {
    keeps = state !== "none";
    if (!keeps) status.textContent = main.dataset.unkept;
  }
  if (kind !== "answer") return;
  if (state === "sent") status.textContent = main.dataset.sent;
  if (state !== "refused") return;
  // The words stay on the page, with why they cannot be kept.
  status.textContent = detail;
  document.querySelector(`#antwoorden li[data-ref="${ref}"]`)?.append(Object.assign(document.createElement("p"), { className: "field-error", textContent: detail }));
});

openHere();
keepAnswers();
