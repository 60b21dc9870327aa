// Sends a walk: itself, its line, its photos, in order and each once. Without network it waits and goes on by itself.
import { mustWait, read, words } from "../answer.mjs";
import { upload } from "../upload.mjs";
import { isTooLate } from "../late.mjs";
import { bareGpx, fieldsOf } from "./file.mjs";
import { keepPhoto, keepWalk } from "./store.mjs";

const FIRST_WAIT = 2_000; // milliseconds
const LONGEST_WAIT = 30_000;
const PATIENCE = 240_000; // for a line of some megabytes on a slow network

export class Sending {
  /** Something was refused because of the hour: it stays here, for the file. */
  late = false;

  #wait = FIRST_WAIT;
  #wake = null;

  /** `tell({sent, photos, loaded, bytes, waiting})` at each change; `told({photo?, why})` of a refusal. */
  constructor(walk, photos, placeOf, tell, told) {
    Object.assign(this, { walk, photos, placeOf, tell, told });
    this.base = `/api/v1/sessions/${walk.code}/walks/${walk.id}`;
    for (const name of ["online", "visibilitychange", "pageshow"]) addEventListener(name, () => this.#wake?.());
  }

  #say(loaded = 0, waiting = false) {
    const done = this.photos.filter(({ sent, refused }) => sent || refused);
    const sum = (list) => list.reduce((total, { size }) => total + size, 0);
    this.tell({ photos: this.photos.length, sent: done.length, bytes: sum(this.photos), loaded: sum(done) + loaded, waiting });
  }

  async #pause(seconds) {
    this.#say(0, true);
    const wait = Math.max(seconds * 1000, this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
    await new Promise((resolve) => {
      this.#wake = resolve;
      setTimeout(resolve, wait);
    });
    this.#wake = null;
  }

  /** Until the server itself answered for good; the words of a refusal, or nothing. */
  async #through(path, work) {
    for (;;) {
      const answer = await work(`${this.base}${path}`).catch(() => null);
      if (!mustWait(answer, `${this.base}${path}`)) {
        this.#wait = FIRST_WAIT;
        if (isTooLate(answer)) await this.#tooLate();
        return answer.status < 300 ? null : words(answer.body, answer.status);
      }
      await this.#pause(answer?.retryAfter ?? 0);
    }
  }

  async #tooLate() {
    this.late = this.walk.late = true;
    await keepWalk(this.walk);
  }

  async #put(url, type, body) {
    return read(await fetch(url, {
      method: "PUT", body, headers: { "Content-Type": type, Participant: this.walk.participant }, credentials: "omit", signal: AbortSignal.timeout(PATIENCE),
    }));
  }

  #photo(url, photo, at) {
    const fields = fieldsOf(this.walk, photo, at, this.placeOf(photo));
    return upload({ url, participant: this.walk.participant, photo: photo.photo, fields }, (loaded) => this.#say(Math.min(loaded, photo.size)));
  }

  async run() {
    const { walk } = this;
    this.#say();
    const why = await this.#through("", (url) => this.#put(url, "application/json", JSON.stringify({ title: walk.title, participant: walk.participant })));
    if (why) return this.told({ why, all: true });
    // What may not be kept never leaves this device.
    if (walk.kept?.length && !walk.lineSent) {
      const wrong = await this.#through("/track?settled=1", (url) => this.#put(url, "application/gpx+xml", bareGpx(walk.kept)));
      if (wrong) this.told({ why: wrong });
      if (this.late) return false;
      walk.lineSent = true;
      await keepWalk(walk);
    }
    for (const [at, photo] of this.photos.entries()) {
      if (photo.sent || photo.refused) continue;
      photo.refused = await this.#through(`/photos/${photo.id}`, (url) => this.#photo(url, photo, at));
      if (this.late) {
        this.told({ photo: at + 1, why: photo.refused });
        photo.refused = null;
        return false;
      }
      photo.sent = !photo.refused;
      if (photo.refused) this.told({ photo: at + 1, why: photo.refused });
      await keepPhoto(walk, photo);
      this.#say();
    }
    return true;
  }
}
