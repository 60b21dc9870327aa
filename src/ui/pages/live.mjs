// The view for the projector: totals twice a second, the map only when a new group of pins may be shown.

const SVG = "http://www.w3.org/2000/svg";
const EVERY_MS = 500;
const QUOTES_AT_ONCE = 3;
const QUOTES_MS = 9000;
const main = document.querySelector(".screen");
const byId = (id) => document.getElementById(id);
let version = -1;
let quotes = [];
let first = 0;

function element(name, attributes) {
  const one = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) one.setAttribute(key, value);
  return one;
}

function draw(room) {
  byId("leeg").replaceChildren(
    ...room.empty.map(([x, y, width, height]) => element("rect", { x, y, width, height })),
  );
  byId("stippen").replaceChildren(
    ...room.points.map(([cx, cy, kind]) => element("circle", { cx, cy, r: 22, class: `screen-dot kind-${kind}` })),
  );
  const all = room.strengths + room.concerns;
  byId("balans").setAttribute("width", all ? (100 * room.strengths) / all : 50);
  byId("aantal-sterk").textContent = room.strengths;
  byId("aantal-beter").textContent = room.concerns;
}

function tellQuotes() {
  const some = Array.from({ length: Math.min(QUOTES_AT_ONCE, quotes.length) }, (_, n) => quotes[(first + n) % quotes.length]);
  byId("citaten").replaceChildren(...some.map(({ text, about, kind, photo }) => {
    const card = document.createElement("figure");
    card.className = `quote kind-${kind}`;
    if (photo) {
      const picture = document.createElement("img");
      picture.src = photo.src;
      picture.alt = photo.alt;
      card.append(picture);
    }
    const words = document.createElement("blockquote");
    words.textContent = text;
    words.dir = "auto";
    const line = document.createElement("figcaption");
    line.textContent = about;
    card.append(words, line);
    return card;
  }));
}

function tell(room) {
  byId("aantal-stippen").textContent = room.pins;
  byId("aantal-mensen").textContent = room.people;
  if (room.version !== version) {
    version = room.version;
    draw(room);
  }
  if (JSON.stringify(room.quotes) !== JSON.stringify(quotes)) {
    quotes = room.quotes;
    tellQuotes();
  }
}

async function ask() {
  const line = byId("storing");
  try {
    const answer = await fetch(main.dataset.url);
    if (!answer.ok) throw new Error(String(answer.status));
    tell(await answer.json());
    line.hidden = true;
  } catch {
    line.textContent = main.dataset.failed;
    line.hidden = false;
  }
  setTimeout(ask, EVERY_MS);
}

setInterval(() => {
  if (quotes.length > QUOTES_AT_ONCE) {
    first = (first + QUOTES_AT_ONCE) % quotes.length;
    tellQuotes();
  }
}, QUOTES_MS);
tell(JSON.parse(byId("stand").content.textContent));
ask();
