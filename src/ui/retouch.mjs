// A photo in the queue, to be made fit for others: boxes over faces and number plates, a turn, a cut. Boxes are shares (0 to 1)
// of the picture as it is seen. What is saved is burnt into the pixels by the server; here nothing is but a plan.
const LEAST = 0.01; // of the side of the picture
const STEP = 0.02; // an arrow key
const FIRST = 0.2; // a new box, made by key
const DRAWN = 0.015; // shorter than this a drag was a tap
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const clamp = (value, least, most) => Math.min(Math.max(value, least), Math.max(least, most));
const moved = (box, dx, dy) => ({ ...box, x: clamp(box.x + dx, 0, 1 - box.w), y: clamp(box.y + dy, 0, 1 - box.h) });
const sized = (box, dw, dh) => ({ ...box, w: clamp(box.w + dw, LEAST, 1 - box.x), h: clamp(box.h + dh, LEAST, 1 - box.y) });
/** The same place after a quarter turn to the right. */
const turned = ({ x, y, w, h }) => ({ x: 1 - y - h, y: x, w: h, h: w });

export class Retouch {
  #boxes = [];
  #crop = null;
  #turn = 0;
  #touched = false;
  #now = -1; // the box that was held last, which a finger can take away

  /**
   * Opens in `figure`, which holds the picture. `words` are the texts of the template; `ask(path, body?)` asks the server
   * about this photo and resolves with `{status, json}`; `onSaved(item)` hears of the new picture, `onLate()` that
   * somebody else was first.
   */
  constructor(figure, template, { ask, version, again, onSaved, onLate }) {
    Object.assign(this, { figure, ask, version, again, onSaved, onLate, words: template.dataset });
    this.image = figure.querySelector("img");
    this.root = template.content.firstElementChild.cloneNode(true);
    this.stage = this.root.querySelector(".retouch-stage");
    this.canvas = this.root.querySelector("canvas");
    this.told = this.root.querySelector(".retouch-told");
    this.canvas.setAttribute("aria-label", this.image.alt || this.words.photo);
    this.root.addEventListener("click", ({ target }) => this.#press(target.closest("[data-do]")?.dataset.do));
    this.stage.addEventListener("pointerdown", (event) => this.#grab(event));
    this.stage.addEventListener("keydown", (event) => this.#key(event));
    this.stage.addEventListener("focusin", ({ target }) => this.#hold(target.closest(".retouch-box")));
    this.image.hidden = true;
    this.image.after(this.root);
    this.#load().then(() => this.#suggest());
  }

  /** Something is planned that was not saved. */
  get dirty() {
    return this.#turn !== 0 || this.#crop !== null || this.#boxes.length > 0;
  }

  /** Says that a plan must be saved, or dropped, first. */
  askToSave() {
    this.#say(this.words.dirty);
    this.root.querySelector("[data-do=save]").focus();
  }

  async #load() {
    this.image.loading = "eager";
    await this.image.decode().catch(() => {});
    this.#draw();
  }

  #draw() {
    const { naturalWidth: width, naturalHeight: height } = this.image;
    const onSide = this.#turn % 180 !== 0;
    this.canvas.width = onSide ? height : width;
    this.canvas.height = onSide ? width : height;
    const context = this.canvas.getContext("2d");
    context.translate(this.canvas.width / 2, this.canvas.height / 2);
    context.rotate((this.#turn * Math.PI) / 180);
    if (width) context.drawImage(this.image, -width / 2, -height / 2);
    this.#show();
  }

  /** Draws the boxes; elements stay where they are in the list, so focus does too. */
  #show() {
    const wanted = [...this.#boxes, ...(this.#crop ? [this.#crop] : [])];
    const there = [...this.stage.querySelectorAll(".retouch-box")];
    while (there.length > wanted.length) there.pop().remove();
    while (there.length < wanted.length) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "retouch-box" });
      button.append(Object.assign(document.createElement("span"), { className: "retouch-grip" }));
      this.stage.append(button);
      there.push(button);
    }
    wanted.forEach(({ x, y, w, h }, at) => {
      const cut = at === this.#boxes.length;
      there[at].classList.toggle("retouch-crop", cut);
      there[at].classList.toggle("retouch-now", at === this.#now);
      there[at].setAttribute("aria-label", cut ? this.words.cropLabel : this.words.boxLabel.replace("%n%", at + 1));
      Object.assign(there[at].style, { left: `${x * 100}%`, top: `${y * 100}%`, width: `${w * 100}%`, height: `${h * 100}%` });
    });
    this.root.querySelector("[data-do=crop]").setAttribute("aria-pressed", String(this.#crop !== null));
    this.root.querySelector("[data-do=remove]").disabled = !wanted[this.#now];
    for (const name of ["save", "undo"]) this.root.querySelector(`[data-do=${name}]`).disabled = !this.dirty;
  }

  /** From now on this box is the one that is held. */
  #hold(element) {
    const at = [...this.stage.querySelectorAll(".retouch-box")].indexOf(element);
    if (at < 0 || at === this.#now) return;
    this.#now = at;
    this.#show();
  }

  #say(text) {
    this.told.textContent = text;
  }

  async #suggest() {
    this.#say(this.words.searching);
    const answer = await this.ask("faces").catch(() => null);
    if (answer?.status !== 200) {
      this.#say(this.words.noSearch);
      return;
    }
    // Who began by hand meanwhile keeps what they have.
    if (!this.#touched && answer.json.version === this.version) this.#boxes = answer.json.boxes;
    this.#say(this.#boxes.length ? this.words.found.replace("%n%", this.#boxes.length) : this.words.none);
    this.#show();
  }

  #press(what) {
    if (!what) return;
    this.#touched = true;
    if (what === "add") {
      const away = (this.#boxes.length % 5) * 0.04;
      this.#boxes.push({ x: 0.4 + away, y: 0.4 + away, w: FIRST, h: FIRST });
      this.#show();
      this.#element(this.#boxes.length - 1).focus();
    } else if (what === "remove") {
      if (this.#at(this.#now)) this.#remove(this.#now);
    } else if (what === "turn") {
      this.#turn = (this.#turn + 90) % 360;
      this.#boxes = this.#boxes.map(turned);
      this.#crop &&= turned(this.#crop);
      this.#draw();
    } else if (what === "crop") {
      this.#crop = this.#crop ? null : { x: 0.1, y: 0.1, w: 0.8, h: 0.8 };
      this.#show();
      if (this.#crop) this.#element(this.#boxes.length).focus();
    } else if (what === "undo") {
      [this.#boxes, this.#crop, this.#turn, this.#now] = [[], null, 0, -1];
      this.#draw();
    } else if (what === "save") {
      this.#save();
    }
  }

  #element(at) {
    return this.stage.querySelectorAll(".retouch-box")[at];
  }

  #at(at) {
    return at < this.#boxes.length ? this.#boxes[at] : this.#crop;
  }

  #set(at, box) {
    if (at < this.#boxes.length) this.#boxes[at] = box;
    else this.#crop = box;
    this.#show();
  }

  #remove(at) {
    if (at < this.#boxes.length) this.#boxes.splice(at, 1);
    else this.#crop = null;
    this.#now = -1;
    this.#show();
    (this.#element(Math.min(at, this.#boxes.length - 1)) ?? this.root.querySelector("[data-do=add]")).focus();
  }

  #key(event) {
    const box = event.target.closest(".retouch-box");
    if (!box || event.altKey || event.ctrlKey || event.metaKey) return;
    const at = [...this.stage.querySelectorAll(".retouch-box")].indexOf(box);
    const arrow = ARROWS[event.key];
    if (arrow) {
      const [dx, dy] = arrow.map((part) => part * STEP);
      this.#set(at, event.shiftKey ? sized(this.#at(at), dx, dy) : moved(this.#at(at), dx, dy));
    } else if (event.key === "Delete" || event.key === "Backspace") {
      this.#remove(at);
    } else {
      return;
    }
    this.#touched = true;
    event.preventDefault();
    event.stopPropagation();
  }

  /** A box is moved, its grip makes it larger or smaller, and on the bare picture a new one is drawn. */
  #grab(event) {
    if (event.button !== 0) return;
    const frame = this.stage.getBoundingClientRect();
    const share = ({ clientX, clientY }) => [(clientX - frame.left) / frame.width, (clientY - frame.top) / frame.height];
    const from = share(event);
    const element = event.target.closest(".retouch-box");
    const at = element ? [...this.stage.querySelectorAll(".retouch-box")].indexOf(element) : this.#boxes.length;
    const grip = event.target.closest(".retouch-grip");
    const before = element ? this.#at(at) : null;
    let drawn = null;
    event.preventDefault();
    element?.focus();
    this.#touched = true;
    this.stage.setPointerCapture(event.pointerId);
    const move = (now) => {
      const to = share(now);
      const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
      if (before) {
        this.#set(at, grip ? sized(before, dx, dy) : moved(before, dx, dy));
        return;
      }
      if (!drawn && Math.max(Math.abs(dx), Math.abs(dy)) < DRAWN) return;
      const [x, y] = [clamp(Math.min(from[0], to[0]), 0, 1), clamp(Math.min(from[1], to[1]), 0, 1)];
      const [right, low] = [clamp(Math.max(from[0], to[0]), 0, 1), clamp(Math.max(from[1], to[1]), 0, 1)];
      const box = { x: Math.min(x, 1 - LEAST), y: Math.min(y, 1 - LEAST), w: Math.max(right - x, LEAST), h: Math.max(low - y, LEAST) };
      if (drawn) this.#boxes[at] = box;
      else this.#boxes.push(box);
      drawn = true;
      this.#show();
    };
    const end = () => {
      this.stage.removeEventListener("pointermove", move);
      if (drawn) this.#element(at)?.focus();
    };
    this.stage.addEventListener("pointermove", move);
    this.stage.addEventListener("pointerup", end, { once: true });
    this.stage.addEventListener("pointercancel", end, { once: true });
  }

  async #save() {
    const save = this.root.querySelector("[data-do=save]");
    save.disabled = true;
    this.#say(this.words.saving);
    const plan = { boxes: this.#boxes, turn: this.#turn, crop: this.#crop, version: this.version, again: this.again };
    const answer = await this.ask("edit", plan).catch(() => null);
    if (answer?.status === 409 || answer?.status === 404) {
      this.onLate();
      return;
    }
    if (answer?.status !== 200) {
      save.disabled = false;
      this.#say(answer?.json?.detail ?? this.words.failed);
      return;
    }
    [this.#boxes, this.#crop, this.#turn, this.#now] = [[], null, 0, -1];
    this.version = answer.json.version;
    this.image.src = answer.json.photo.large;
    await this.#load();
    this.#say(this.words.saved);
    this.onSaved(answer.json);
  }
}
