// Who taps twice does one thing. After each step the page looks different where the finger still is, so for a moment no tap of
// a pointer counts; keys are not held back, nor is what a screen reader presses.
const MOMENT = 400; // milliseconds after the new step can be seen
const LONGEST = 2_000; // where no frame is drawn

let until = 0;
let wentDown = 0; // when the pointer of the click that comes went down
let holding = 0;

/** The clock by which events are stamped: a tap is as early as the finger was, however late a slow tablet hears of it. */
const now = () => new Event("now").timeStamp;
const frame = () => new Promise((drawn) => { requestAnimationFrame(drawn); });
const wait = (ms) => new Promise((done) => { setTimeout(done, ms); });

/** From now on no tap counts until a moment after the page has been drawn anew; `<html data-held>` says so. */
export async function hold(moment = MOMENT) {
  const mine = (holding += 1);
  until = Infinity;
  document.documentElement.dataset.held = "";
  await Promise.race([frame().then(frame), wait(LONGEST)]);
  if (mine !== holding) return;
  until = now() + moment;
  await wait(moment);
  if (mine === holding) delete document.documentElement.dataset.held;
}

/** The same after the tap that led to this page: it is as long ago as the page has been on its way. */
export function holdFromBefore() {
  if (document.referrer.startsWith(location.origin) && now() < MOMENT) hold(MOMENT - now());
}

addEventListener("pointerdown", ({ timeStamp }) => { wentDown = timeStamp; }, { capture: true, passive: true });
addEventListener("click", (event) => {
  // A click of a key or of a program has no pointer that went down.
  if (event.detail === 0 || wentDown >= until) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, { capture: true });
