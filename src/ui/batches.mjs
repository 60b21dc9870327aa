// How far the photos of one person are, in photos and bytes: from the first that waits until none does.
export class Batches {
  #all = new Map();

  /** `tell(whose, {photos, sent, bytes, loaded})` at each change. */
  constructor(tell) {
    this.tell = tell;
  }

  #say(whose) {
    const photos = [...this.#all.get(whose).values()];
    const sum = (part) => photos.reduce((total, photo) => total + part(photo), 0);
    this.tell(whose, { photos: photos.length, sent: sum(({ done }) => Number(done)), bytes: sum(({ bytes }) => bytes), loaded: sum(({ loaded }) => loaded) });
  }

  add(whose, id, bytes) {
    let batch = this.#all.get(whose);
    // A new one begins where the last is done.
    if (!batch || [...batch.values()].every(({ done }) => done)) this.#all.set(whose, (batch = new Map()));
    if (batch.has(id)) return;
    batch.set(id, { bytes, loaded: 0, done: false });
    this.#say(whose);
  }

  moved(whose, id, loaded) {
    const photo = this.#all.get(whose)?.get(id);
    if (!photo) return;
    photo.loaded = Math.min(loaded, photo.bytes);
    this.#say(whose);
  }

  done(whose, id) {
    const photo = this.#all.get(whose)?.get(id);
    if (!photo) return;
    Object.assign(photo, { loaded: photo.bytes, done: true });
    this.#say(whose);
  }
}
