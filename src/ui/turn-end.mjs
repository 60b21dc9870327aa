// How a turn ends at this device: by a button, by a time without touch, and then in every tab.
import { hold } from "./tap.mjs";
import { dropTurn, knownTurn } from "./turn.mjs";
import { endBoxes } from "./turn-store.mjs";
import { dropTyped } from "./typed.mjs";
import { sendWalksLeft } from "./walks-left.mjs";

const turns = "BroadcastChannel" in globalThis ? new BroadcastChannel("buurtblik-beurt") : null;

/** Every other tab leaves what it shows of this session. */
export const tellTabs = (code) => turns?.postMessage(code);

/** One person's turn ends: nothing of it stays at this device, in no tab. What waits is still sent. */
export function endTurn(code, end = endBoxes) {
  const whose = knownTurn();
  dropTyped();
  dropTurn(code);
  tellTabs(code);
  return whose ? end(code, whose).catch(() => {}).then(sendWalksLeft) : Promise.resolve();
}

/** The session whose page this is. */
const here = () => /^\/s\/([^/]+)/.exec(location.pathname)?.[1];
turns?.addEventListener("message", ({ data }) => {
  if (data === here()) location.replace(`/s/${data}`);
});
// A page that the back button brings back as it was shows somebody else's turn.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && here()) location.reload();
});

const ASK_FOR = 20; // seconds in which somebody can still say that they are there, as `ui::TurnEnd` has it

/**
 * Tells after `pause` seconds without touch how many seconds are left, each second, and -1 when somebody touched.
 * By the clock: a tablet that slept asks nothing when it wakes, the turn has ended.
 */
export function idle(pause, tell) {
  let touched = Date.now();
  let asking = false;
  const touch = () => {
    touched = Date.now();
    // A moment later: the button under the finger must still be there when the finger goes up.
    if (asking) setTimeout(() => tell(-1), 400);
    asking = false;
  };
  // A click too: what reads the page aloud presses without a pointer.
  for (const name of ["pointerdown", "keydown", "input", "wheel", "click"]) {
    addEventListener(name, touch, { capture: true, passive: true });
  }
  setInterval(() => {
    const left = pause + ASK_FOR - Math.floor((Date.now() - touched) / 1000);
    if (left > ASK_FOR) return;
    asking = true;
    tell(Math.max(left, 0));
    if (left <= 0) touch();
  }, 1000);
}

const element = (name, properties) => Object.assign(document.createElement(name), properties);

/** "Bent u er nog?", at the top of `into`: returns what takes it away, and its line. */
function ask({ title, stay }, into) {
  const box = element("div", { className: "leaving" });
  box.setAttribute("role", "alertdialog");
  box.setAttribute("aria-labelledby", "nog-hier");
  const heading = element("h2", { id: "nog-hier", tabIndex: -1, textContent: title });
  const line = element("p", {});
  box.append(heading, line, element("button", { type: "button", className: "utrecht-button utrecht-button--primary-action big", textContent: stay }));
  into.prepend(box);
  hold();
  heading.focus();
  return { box, line };
}

/** Ends the turn on this page after `pause` seconds without touch, and asks before. Words: `{title, lead, stay}`. */
export function watchTurn({ code, pause, ...words }, into) {
  if (!(pause > 0)) return;
  let asked = null;
  idle(pause, (left) => {
    if (left > 0) {
      asked ??= ask(words, into);
      asked.line.textContent = words.lead.replace("%n%", left);
      return;
    }
    asked?.box.remove();
    asked = null;
    hold();
    if (left < 0) return;
    const late = new Promise((resolve) => { setTimeout(resolve, 2_000); });
    Promise.race([endTurn(code), late]).finally(() => location.replace(`/s/${code}`));
  });
}
