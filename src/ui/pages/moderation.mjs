// The queue of texts and photos: one at a time, by keyboard, the next one already there. Without this script every
// item is an ordinary form on the same page.

import { Retouch } from "../retouch.mjs";
import { hold } from "../tap.mjs";

const queue = document.querySelector(".moderation-queue");
const counter = document.getElementById("teller");
const BLANK = "▇▇▇";
const cards = () => [...queue.querySelectorAll(".moderation-card")];
const retouch = document.getElementById("retouch");
/** The editor of each photo that was looked at. */
const editors = new WeakMap();
let current = null;
/** How many wait in all; this page has a part of them. */
let left = Number(queue.dataset.total);

function show(card) {
  current = card;
  for (const one of cards()) one.hidden = one !== card;
  if (!card && queue.dataset.more) {
    location.assign(queue.dataset.more);
    return;
  }
  if (!card) {
    counter.textContent = queue.dataset.done;
    return;
  }
  counter.textContent = queue.dataset.count.replace("%n%", left);
  card.querySelector("h2").focus();
  edit(card);
  // The picture of the next one is fetched while this one is looked at.
  const next = neighbour(1)?.querySelector("img");
  if (next) next.loading = "eager";
}

async function ask(card, path, body) {
  const answer = await fetch(`${queue.dataset.api}/${card.dataset.id}${path}`, body && {
    method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json" },
  });
  return { status: answer.status, json: await answer.json().catch(() => null) };
}

/** Opens the editor of a photo that is looked at for the first time. */
function edit(card) {
  const figure = card.querySelector(".moderation-photo");
  if (!figure || editors.has(card)) return;
  const version = card.querySelector("[name=version]");
  editors.set(card, new Retouch(figure, retouch, {
    ask: (path, body) => ask(card, `/${path}`, body),
    version: Number(version.value),
    again: card.querySelector("[name=again]") !== null,
    onSaved: (item) => {
      version.value = item.version;
    },
    onLate: () => next(card),
  }));
}

/** The card is done with: the next one. */
function next(card) {
  // A second tap on the same button must not decide what nobody has read.
  hold();
  const following = neighbour(1);
  card.remove();
  left -= 1;
  show(cards().length ? (following === card ? cards()[0] : following) : null);
}

function neighbour(step) {
  const all = cards();
  return all[(all.indexOf(current) + step + all.length) % all.length];
}

function tell(card, text) {
  let line = card.querySelector("[role=alert]");
  if (!line) {
    line = document.createElement("p");
    line.setAttribute("role", "alert");
    line.className = "utrecht-alert utrecht-alert--warning";
    card.querySelector("form").prepend(line);
  }
  line.textContent = text;
}

/** Somebody else was first: what was typed here stays to be read and copied until one goes on. */
function keepWords(card) {
  tell(card, queue.dataset.late);
  const onward = Object.assign(document.createElement("button"), {
    type: "button", className: "utrecht-button utrecht-button--primary-action big", textContent: queue.dataset.onward,
  });
  onward.addEventListener("click", () => next(card));
  for (const button of card.querySelectorAll("form button[name=decision]")) button.remove();
  card.querySelector("form").append(onward);
  onward.focus();
}

async function decide(card, decision) {
  const form = new FormData(card.querySelector("form"));
  const verdict = { of: card.dataset.of, decision, text: form.get("text"), again: form.get("again") === "true" };
  if (form.has("street")) verdict.street = true;
  if (form.has("theme")) verdict.theme = form.get("theme");
  if (form.get("place_name")) verdict.place_name = form.get("place_name");
  if (form.get("reason")) verdict.reason = form.get("reason");
  if (form.has("version")) verdict.version = Number(form.get("version"));
  if (decision === "delete" && !verdict.reason) {
    tell(card, queue.dataset.reason);
    card.querySelector("[name=reason]").focus();
    return;
  }
  // What was covered and not saved would be seen by others after all.
  if (decision === "approve" && editors.get(card)?.dirty) {
    editors.get(card).askToSave();
    return;
  }
  const buttons = card.querySelectorAll("form button");
  for (const button of buttons) button.disabled = true;
  const answer = await ask(card, "", verdict).catch(() => null);
  for (const button of buttons) button.disabled = false;
  const late = answer?.status === 409 || answer?.status === 404;
  const text = card.querySelector("textarea");
  if (answer?.status === 200 || (late && text.value === text.defaultValue)) {
    next(card);
    return;
  }
  if (late) {
    keepWords(card);
    return;
  }
  tell(card, answer?.json?.errors?.[0]?.detail || answer?.json?.detail || queue.dataset.failed);
}

queue.addEventListener("submit", (event) => {
  event.preventDefault();
  decide(event.target.closest(".moderation-card"), event.submitter.value);
});

queue.addEventListener("click", ({ target }) => {
  const chip = target.closest("[data-blank]");
  if (!chip) return;
  const text = chip.closest("form").querySelector("textarea");
  text.value = text.value.replaceAll(chip.dataset.blank, BLANK);
  chip.closest("li").remove();
});

addEventListener("keydown", (event) => {
  if (!current) return;
  if (event.key === "Enter" && event.ctrlKey) {
    event.preventDefault();
    decide(current, event.shiftKey ? "hide" : "approve");
  } else if (event.altKey && (event.key === "ArrowRight" || event.key === "ArrowLeft")) {
    event.preventDefault();
    show(neighbour(event.key === "ArrowRight" ? 1 : -1));
  }
});

for (const chip of queue.querySelectorAll("[data-blank]")) chip.disabled = false;
document.querySelector(".moderation-keys").hidden = false;
// Two who look at once begin at different ends of the queue.
if (cards().length) show(cards()[Math.floor(Math.random() * 2) * (cards().length - 1)]);
