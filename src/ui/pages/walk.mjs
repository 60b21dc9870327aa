// A walk: the strip of photos and the map move together; by swipe, by the buttons, by the arrow keys.
import { openMap } from "../map/open.mjs";

const section = document.getElementById("kaart");
const strip = document.querySelector(".walk-strip");
const all = [...strip.querySelectorAll(".walk-stop")];
const steps = document.querySelector(".walk-steps");
const now = document.getElementById("stap-nu");
const walk = JSON.parse(section.dataset.walk);
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
const shown = openMap("kaart", section.dataset.mapOptions, {});
let current = -1;

/** The photo with this number is the one that is looked at; the map shows where. */
function show(at, scroll) {
  const next = Math.min(Math.max(at, 0), all.length - 1);
  if (scroll) all[next]?.scrollIntoView({ behavior: calm ? "auto" : "smooth", inline: "center", block: "nearest" });
  if (next === current || next < 0) return;
  current = next;
  all.forEach((stop, index) => stop.classList.toggle("walk-stop-now", index === current));
  now.textContent = strip.dataset.now.replace("%n%", current + 1).replace("%all%", all.length);
  for (const button of steps.querySelectorAll("[data-step]")) {
    button.disabled = current + Number(button.dataset.step) < 0 || current + Number(button.dataset.step) >= all.length;
  }
  draw();
  const stop = walk.stops.find(isHere);
  if (stop) shown.fly(stop.lon, stop.lat);
}

/** Whether the photo that is looked at is among those of a mark. */
const isHere = ({ numbers }) => numbers.includes(current + 1);

function draw() {
  const stops = walk.stops.map((stop) => ({ ...stop, current: isHere(stop) }));
  shown.setWalk({ line: walk.line, stops }, (number) => show(number - 1, true));
}

// Swiping: the photo in the middle of the strip is the one that is looked at.
let resting;
strip.addEventListener("scroll", () => {
  clearTimeout(resting);
  resting = setTimeout(() => {
    const middle = strip.getBoundingClientRect().left + strip.clientWidth / 2;
    const away = (stop) => {
      const { left, width } = stop.getBoundingClientRect();
      return Math.abs(left + width / 2 - middle);
    };
    show(all.reduce((best, stop, index) => (away(stop) < away(all[best]) ? index : best), 0), false);
  }, 120);
}, { passive: true });

steps.addEventListener("click", ({ target }) => {
  const step = target.closest("[data-step]");
  if (step) show(current + Number(step.dataset.step), true);
});

addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey || event.target.closest(".map-live")) return;
  event.preventDefault();
  show(current + step, true);
});

const print = document.querySelector("[data-print]");
print.hidden = false;
print.addEventListener("click", () => globalThis.print());
steps.hidden = all.length < 2;
show(0, false);
