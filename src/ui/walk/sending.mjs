// Sends a walk: itself, its line, its photos, in order and each once. Without network it waits and goes on by itself.
import { upload, words } from "../upload.mjs";
import { bareGpx } from "./course.mjs";
import { keepPhoto, keepWalk } from "./store.mjs";

const FIRST_WAIT = 2_000; // milliseconds
const LONGEST_WAIT = 30_000;

export class Sending {
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

  /** Until the server answered for good; the words of a refusal, or nothing. */
  async #through(work) {
    for (;;) {
      const answer = await work().catch(() => null);
      if (answer && answer.status < 300) {
        this.#wait = FIRST_WAIT;
        return null;
      }
      if (answer && answer.status >= 400 && answer.status < 500 && answer.status !== 408 && answer.status !== 429) return words(answer.problem, answer.status);
      await this.#pause(answer?.retryAfter ?? 0);
    }
  }

  async #put(path, type, body) {
    const answer = await fetch(`${this.base}${path}`, { method: "PUT", body, headers: { "Content-Type": type, Participant: this.walk.participant }, credentials: "omit" });
    const retryAfter = Number(answer.headers.get("Retry-After")) || 0;
    return { status: answer.status, problem: answer.ok ? {} : await answer.json().catch(() => ({})), retryAfter };
  }

  #photo(photo, at) {
    const [lon, lat] = this.placeOf(photo) ?? [];
    const fields = { caption: photo.caption, kind: photo.kind, theme: photo.theme, at: String(at), matters: photo.matters ? "1" : "", lon: lon?.toFixed(6), lat: lat?.toFixed(6), settled: this.walk.kept ? "1" : "" };
    return upload({ url: `${this.base}/photos/${photo.id}`, participant: this.walk.participant, photo: photo.photo, fields }, (loaded) => this.#say(Math.min(loaded, photo.size)));
  }

  async run() {
    const { walk } = this;
    this.#say();
    const why = await this.#through(() => this.#put("", "application/json", JSON.stringify({ title: walk.title, participant: walk.participant })));
    if (why) return this.told({ why, all: true });
    // What may not be kept never leaves this device.
    if (walk.kept?.length && !walk.lineSent) {
      const wrong = await this.#through(() => this.#put("/track?settled=1", "application/gpx+xml", bareGpx(walk.kept)));
      if (wrong) this.told({ why: wrong });
      walk.lineSent = true;
      await keepWalk(walk);
    }
    for (const [at, photo] of this.photos.entries()) {
      if (photo.sent || photo.refused) continue;
      photo.refused = await this.#through(() => this.#photo(photo, at));
      photo.sent = !photo.refused;
      if (photo.refused) this.told({ photo: at + 1, why: photo.refused });
      await keepPhoto(walk, photo);
      this.#say();
    }
    return true;
  }
}
