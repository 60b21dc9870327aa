// Reads the step that is there aloud, with its choices, and marks the word that is spoken. Only by a voice of this very device: one
// from elsewhere would be told what stands here. Where there is none, nothing is offered.
const BLOCKS = "h1, h2, h3, h4, p, li, legend, label, button, a, summary, dt, dd, td, th, div";
const SKIPPED = "nav, select, textarea, script, [hidden], [aria-hidden=true], .visually-hidden, .map-live";
/** A voice that has not ended by then never will: milliseconds for each letter, and besides. */
const EACH_LETTER = 250;
const BESIDES = 5_000;
/** Slower than a voice speaks of itself: for who learns the language. */
const RATE = 0.9;

const speech = globalThis.speechSynthesis;
const language = document.documentElement.lang;
const voice = () =>
  speech.getVoices().find(({ localService, lang }) => localService && lang.toLowerCase().split(/[-_]/)[0] === language);

const isShown = (element) => (element.checkVisibility ? element.checkVisibility() : element.getClientRects().length > 0);

/** What is read of a region, block by block: each with the texts that it is made of, and where each begins in it. */
function blocksOf(region) {
  const blocks = [];
  const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest(SKIPPED) || !isShown(element)) continue;
    const block = element.closest(BLOCKS);
    if (blocks.at(-1)?.block !== block) blocks.push({ block, text: "", pieces: [] });
    const one = blocks.at(-1);
    one.pieces.push({ node, from: one.text.length });
    one.text += `${node.data} `;
  }
  return blocks;
}

/** Marks a word of a block; without a place, nothing any more. */
function mark(pieces, at, length) {
  if (!globalThis.Highlight) return;
  const piece = pieces?.findLast(({ from }) => from <= at);
  if (!piece) {
    CSS.highlights.delete("aloud");
    return;
  }
  const rest = piece.node.data.slice(at - piece.from);
  const range = new Range();
  range.setStart(piece.node, Math.min(at - piece.from, piece.node.data.length));
  range.setEnd(piece.node, Math.min(at - piece.from + (length || rest.search(/\s|$/)), piece.node.data.length));
  CSS.highlights.set("aloud", new Highlight(range));
}

/** Says a block; fulfilled with whether it was said to its end. */
function say({ text, pieces, block }) {
  return new Promise((done) => {
    const words = new SpeechSynthesisUtterance(text);
    Object.assign(words, { voice: voice(), lang: language, rate: RATE });
    const late = setTimeout(() => done(false), BESIDES + EACH_LETTER * text.length);
    const end = (isSaid) => () => {
      clearTimeout(late);
      done(isSaid);
    };
    words.onboundary = ({ name, charIndex, charLength }) => {
      if (name !== "sentence") mark(pieces, charIndex, charLength);
    };
    words.onend = end(true);
    words.onerror = end(false);
    block.scrollIntoView({ block: "nearest" });
    speech.speak(words);
  });
}

/** The button in the bar at the top. */
function offer(button) {
  const words = button.querySelector("span");
  const { read, stop } = button.dataset;
  const region = () => document.querySelector("main .panel-body") ?? document.querySelector("main");
  const step = () => region()?.querySelector("h2")?.textContent;
  /** Counts up with each reading: what is left of one before says nothing more. */
  let turn = 0;
  let watch = null;
  const show = (reads) => {
    button.toggleAttribute("data-reads", reads);
    words.textContent = reads ? stop : read;
  };
  const end = () => {
    turn += 1;
    watch?.disconnect();
    speech.cancel();
    mark();
    show(false);
  };
  const begin = async () => {
    turn += 1;
    const [mine, of] = [turn, step()];
    show(true);
    // Another step came: what is read is not there any more.
    watch = new MutationObserver(() => step() !== of && end());
    watch.observe(document.querySelector("main"), { childList: true, subtree: true, characterData: true });
    for (const block of blocksOf(region())) {
      const isSaid = await say(block);
      if (mine !== turn) return;
      if (!isSaid) break;
    }
    end();
  };
  button.addEventListener("click", () => ("reads" in button.dataset ? end() : begin()));
  for (const gone of ["pagehide", "visibilitychange"]) addEventListener(gone, end, true);
  const look = () => {
    button.hidden = !voice();
  };
  look();
  speech.addEventListener?.("voiceschanged", look);
}

const button = document.querySelector("[data-aloud]");
if (button && speech && "SpeechSynthesisUtterance" in globalThis) offer(button);
