// What this device keeps of a turn, in databases of that turn alone, so that each can be deleted whole: what is deleted from
// a database one by one stays in a browser's log for as long as the browser likes.
//   uit        what waits for the server; it outlives the turn, until its last item is answered
//   beurt      what was typed and chosen and not sent; it ends with the turn
//   wandeling  a walk; it ends with the turn, unless it is on its way: then when it has arrived
// One more database says which there are. It holds no words and no participant.
const INDEX = "buurtblik-beurten";
const PATIENCE = 2_000; // milliseconds for which a browser may say nothing before it counts as one that keeps nothing
const WORKING = 5_000;
const DAY = 24 * 3600 * 1000; // milliseconds after which what was not sent belongs to nobody here any more

const SHAPES = {
  index: (db) => db.createObjectStore("list", { keyPath: "name" }),
  leeg: () => {},
  uit: (db) => db.createObjectStore("sending", { keyPath: "seq", autoIncrement: true }),
  beurt(db) {
    db.createObjectStore("photos", { keyPath: "seq", autoIncrement: true });
    db.createObjectStore("typed", { keyPath: "name" });
  },
  wandeling(db) {
    db.createObjectStore("walks", { keyPath: "code" });
    db.createObjectStore("photos", { keyPath: "id" });
  },
};

/** 53 bits of a turn (the public-domain hash "cyrb53"): enough to tell turns apart, far too few to tell the turn. */
function mark(text) {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (const letter of text) {
    a = Math.imul(a ^ letter.codePointAt(0), 2654435761);
    b = Math.imul(b ^ letter.codePointAt(0), 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

const connections = new Map();
let [works, silent, returned] = [true, false, () => {}];

/** Whether this browser keeps things, as far as was seen. */
export const keepsThings = () => works;
/** From now on `listener()` hears when a browser that kept nothing does. */
export function onReturn(listener) {
  returned = listener;
}

function answered(well) {
  const before = works;
  [works, silent] = [well, false];
  if (works && !before) returned();
}

/** What comes of `work`, where it comes in time. */
export const within = (patience, work) => new Promise((resolve, reject) => {
  const late = setTimeout(() => {
    [works, silent] = [false, true];
    reject(new Error("the store is silent"));
  }, patience);
  work.then(resolve, reject).finally(() => clearTimeout(late));
});

/** A connection to a database; it makes way where somebody deletes that. */
function connect(name, shape) {
  if (!connections.has(name)) {
    const opening = new Promise((resolve, reject) => {
      // Throws where the browser blocks it.
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => shape(request.result);
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const db = request.result;
        db.onversionchange = () => {
          db.close();
          connections.delete(name);
        };
        db.onclose = () => connections.delete(name);
        resolve(db);
      };
    });
    connections.set(name, opening);
    opening.then(() => answered(true), () => {
      connections.delete(name);
      answered(false);
    });
  }
  // A browser that said nothing once is not waited for again; a database that opens late is used from then on.
  return within(silent ? 0 : PATIENCE, connections.get(name));
}

async function inside(name, shape, store, mode, work) {
  const db = await connect(name, shape);
  return within(WORKING, new Promise((resolve, reject) => {
    const transaction = db.transaction(store, mode, { durability: "strict" });
    const request = work(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error("the store gave up"));
  })).then((value) => {
    answered(true);
    return value;
  });
}

const index = (mode, work) => inside(INDEX, SHAPES.index, "list", mode, work);

async function remove(name) {
  const open = connections.get(name);
  if (open) (await within(PATIENCE, open).catch(() => null))?.close();
  connections.delete(name);
  await within(WORKING, new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
    // A tab that sleeps does not make way: it is tried again, and nobody waits for it.
    request.onblocked = () => setTimeout(() => reject(new Error("another tab has it open")), 2_000);
  }));
}

/**
 * Chromium takes what was deleted out of its files where it compacts them, and it compacts the files in which a database lies that is
 * deleted: so beside each stands an empty one, made before it and deleted after it. The old files go with the compaction after that.
 */
const beside = (name) => `${name}-leeg`;
const LAST = "buurtblik-leeg";

const AGAIN = [500, 2_000]; // milliseconds

async function makeEmpty(name) {
  (await connect(name, SHAPES.leeg)).close();
  connections.delete(name);
}

async function rewrite() {
  await makeEmpty(LAST);
  await remove(LAST);
}

let last = Promise.resolve();
/** One change after the other: nothing is put into a database that is just being deleted. */
export function inOrder(work) {
  const mine = last.then(work);
  last = mine.catch(() => {});
  return mine;
}

/** One database of one turn. */
export class Box {
  constructor({ kind, code, name, ended = false, at = 0 }) {
    Object.assign(this, { kind, code, name, ended, at });
  }

  /** That of `participant` in the session with this code; it need not be there. */
  static of(kind, code, participant) {
    return new Box({ kind, code, name: `buurtblik-${kind}-${mark(`${code} ${participant}`)}` });
  }

  /** Those of a kind that are there, the oldest first. */
  static async all(kind) {
    const rows = (await index("readonly", (list) => list.getAll())).filter((row) => row.kind === kind);
    return rows.sort((a, b) => a.at - b.at).map((row) => new Box(row));
  }

  #in(store, mode, work) {
    return inside(this.name, SHAPES[this.kind], store, mode, work);
  }

  /** Whether it is there: who only reads makes none. */
  async isThere() {
    return Boolean(await index("readonly", (list) => list.get(this.name)));
  }

  /** Keeps a value; its key. */
  async put(store, value) {
    const { name, kind, code } = this;
    // Named before there is anything in it: what nobody knows of would never be sent.
    await index("readwrite", (list) => {
      const known = list.get(name);
      known.onsuccess = () => known.result ?? list.put({ name, kind, code, ended: false, at: Date.now() });
      return known;
    });
    if (!connections.has(name)) await makeEmpty(beside(name));
    return this.#in(store, "readwrite", (values) => values.put(value));
  }

  async get(store, key) {
    return (await this.isThere()) ? this.#in(store, "readonly", (values) => values.get(key)) : undefined;
  }

  async getAll(store) {
    return (await this.isThere()) ? this.#in(store, "readonly", (values) => values.getAll()) : [];
  }

  async delete(store, key) {
    if (await this.isThere()) await this.#in(store, "readwrite", (values) => values.delete(key));
  }

  /** Says that its turn is over. */
  end() {
    this.ended = true;
    return index("readwrite", (list) => {
      const known = list.get(this.name);
      known.onsuccess = () => known.result && list.put({ ...known.result, ended: true });
      return known;
    });
  }

  /** Deletes the database, and its name last: a page that goes away in the middle leaves the rest to the next. */
  async drop() {
    await remove(this.name);
    await remove(beside(this.name));
    await rewrite();
    await index("readwrite", (list) => list.delete(this.name));
    // A file that something still read a moment ago goes with the next.
    for (const moment of AGAIN) setTimeout(() => inOrder(rewrite).catch(() => {}), moment);
  }

  /** Whether something in it still has to reach the server. */
  async #waits() {
    if (this.kind === "beurt") return false;
    if (this.kind === "wandeling") return (await this.getAll("walks")).some(({ phase }) => phase === "sending");
    // What was refused was answered, but for what came too late: that waits for the begeleider's file.
    return (await this.getAll("sending")).some(({ refused, stuck }) => !refused || stuck);
  }

  /** Deletes the database of a turn that is over, where nothing of it waits any more. */
  async tidy() {
    if (this.ended && !(await this.#waits())) await this.drop();
  }
}

const KINDS = ["uit", "beurt", "wandeling"];
const RETRY = [3_000, 10_000, 30_000]; // milliseconds

/** Ends these turns; what another tab keeps open, or a browser is slow with, is tried again while this page stands. */
async function endThose(isOver, attempt = 0) {
  let left = false;
  const later = () => { left = true; };
  for (const kind of KINDS) {
    for (const box of await Box.all(kind).catch(() => (later(), []))) {
      if (isOver(box)) await endOne(box).catch(later);
    }
  }
  await sweep().catch(later);
  if (left && attempt < RETRY.length) setTimeout(() => inOrder(() => endThose(isOver, attempt + 1)), RETRY[attempt]);
}

async function endOne(box) {
  if (!box.ended) await box.end();
  await box.tidy();
}

const OF_A_TURN = new RegExp(`^buurtblik-(${KINDS.join("|")})-`);

/** Deletes what a page that went away in the middle left behind: a database that no name belongs to has nothing that waits. */
async function sweep() {
  // Not every browser tells which there are; there the next that is deleted takes the last empty one along.
  const there = (await indexedDB.databases?.()) ?? [];
  const named = new Set((await index("readonly", (list) => list.getAllKeys())).flatMap((name) => [name, beside(name)]));
  for (const { name } of there) {
    if ((OF_A_TURN.test(name) && !named.has(name)) || name === LAST) await remove(name);
  }
}

const named = (code, participant) => new Set(KINDS.map((kind) => Box.of(kind, code, participant).name));

/** The turn of `participant` is over: nothing of it stays but what waits for the server. */
export function endBoxes(code, participant) {
  const own = named(code, participant);
  return inOrder(() => endThose(({ name }) => own.has(name)));
}

/** Every turn of this session but that of `participant` is over, and any that is a day old. */
export function endOthers(code, participant) {
  const own = named(code, participant);
  const day = Date.now() - DAY;
  return inOrder(() => endThose((box) => !own.has(box.name) && (box.code === code || box.at < day)));
}
