// Two maps with one view: who moves or zooms one moves the other. With a slider they lie over each other. Without this script
// they are two drawings beside each other.
const beside = document.querySelector(".beside");
const views = [...beside.querySelectorAll(".beside-view")];
const svgs = views.map((view) => view.querySelector("svg"));
const tools = document.querySelector(".beside-tools");
const slide = tools.querySelector(".beside-slide");
const range = slide.querySelector("input");
const whole = svgs[0].viewBox.baseVal;
const WHOLE = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
const CLOSEST = 12;
const STEP = 0.15;
const ZOOM = 1.4;
let view = { ...WHOLE };
const pointers = new Map();

/** Shows this part of the map in both, never more than all of it and never less than a street. */
function show({ x, y, width }) {
  const wide = Math.min(Math.max(width, WHOLE.width / CLOSEST), WHOLE.width);
  const high = (wide * WHOLE.height) / WHOLE.width;
  const within = (at, size, all) => Math.min(Math.max(at, 0), all - size);
  view = { x: within(x, wide, WHOLE.width), y: within(y, high, WHOLE.height), width: wide, height: high };
  for (const svg of svgs) svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
  const all = wide >= WHOLE.width;
  for (const one of views) one.dataset.zoomed = all ? "no" : "yes";
  tools.querySelector("[data-zoom=out]").disabled = all;
  tools.querySelector("[data-zoom=all]").disabled = all;
}

/** Zooms so that what is at this share of the view stays where it is. */
function zoom(by, across = 0.5, down = 0.5) {
  const width = Math.min(Math.max(view.width / by, WHOLE.width / CLOSEST), WHOLE.width);
  const height = (width * WHOLE.height) / WHOLE.width;
  show({ x: view.x + (view.width - width) * across, y: view.y + (view.height - height) * down, width });
}

function move(across, down) {
  show({ ...view, x: view.x + across * view.width, y: view.y + down * view.height });
}

function share(element, { clientX, clientY }) {
  const box = element.getBoundingClientRect();
  return [(clientX - box.left) / box.width, (clientY - box.top) / box.height];
}

const KEYS = {
  ArrowLeft: () => move(-STEP, 0),
  ArrowRight: () => move(STEP, 0),
  ArrowUp: () => move(0, -STEP),
  ArrowDown: () => move(0, STEP),
  "+": () => zoom(ZOOM),
  "=": () => zoom(ZOOM),
  "-": () => zoom(1 / ZOOM),
  0: () => show(WHOLE),
};

/** Two fingers: how far apart, and where their middle is. */
function pinch(element) {
  const [a, b] = [...pointers.values()];
  const middle = { clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 };
  return { apart: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY), at: share(element, middle) };
}

for (const element of views) {
  element.addEventListener("keydown", (event) => {
    const act = KEYS[event.key];
    if (!act || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act();
  });
  // The wheel scrolls the page until somebody works with the map.
  element.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && document.activeElement !== element) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, ...share(element, event));
  }, { passive: false });
  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    pointers.set(event.pointerId, event);
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", (event) => {
    const last = pointers.get(event.pointerId);
    if (!last) return;
    const before = pointers.size === 2 ? pinch(element) : null;
    pointers.set(event.pointerId, event);
    if (before) {
      const now = pinch(element);
      zoom(now.apart / Math.max(before.apart, 1), ...now.at);
      move(before.at[0] - now.at[0], before.at[1] - now.at[1]);
    } else {
      const [from, to] = [share(element, last), share(element, event)];
      move(from[0] - to[0], from[1] - to[1]);
    }
  });
  for (const name of ["pointerup", "pointercancel", "lostpointercapture"]) {
    element.addEventListener(name, ({ pointerId }) => pointers.delete(pointerId));
  }
}

tools.addEventListener("click", ({ target }) => {
  const act = target.closest("[data-zoom]")?.dataset.zoom;
  if (act === "in") zoom(ZOOM);
  if (act === "out") zoom(1 / ZOOM);
  if (act === "all") show(WHOLE);
});

/** How much of the right map lies over the left one. */
function uncover() {
  views[1].style.clipPath = beside.dataset.way === "schuif" ? `inset(0 0 0 ${range.value}%)` : "";
  beside.style.setProperty("--slide", `${range.value}%`);
}

range.addEventListener("input", uncover);
slide.hidden = beside.dataset.way !== "schuif";
beside.dataset.live = "yes";
tools.hidden = false;
show(WHOLE);
uncover();
