// A photo made small on the tablet itself, before anything leaves it: beside the page where the browser can.
import { makeSmall } from "./shrink-core.mjs";
import { Helper } from "./helper.mjs";

const PATIENCE = 60_000; // milliseconds for one photo on an old tablet

/** Filled in by tools/site.mjs: the address of workers/shrink.mjs. */
const helper = new Helper(__SHRINK__, PATIENCE);

const onPage = (width, height) => Object.assign(document.createElement("canvas"), { width, height });
const pause = () => new Promise((resume) => { setTimeout(resume, 0); });

/** Why a file is no photo here: `heic` (this browser cannot turn it into JPEG) or `unreadable`. */
export class Unreadable extends Error {
  constructor(kind) {
    super(kind);
    this.kind = kind;
  }
}

/** HEIC says so after its first four bytes; so does AVIF, which is as foreign to the server. */
async function isHeic(file) {
  const head = String.fromCharCode(...new Uint8Array(await file.slice(4, 12).arrayBuffer()));
  return /^ftyp(hei|hev|mif1|msf1|avi)/.test(head);
}

let busy = Promise.resolve();

/**
 * `{photo, thumb}`: two JPEGs of at most 2048 and 320 px, upright, without metadata; one file at a time.
 *
 * @throws {Unreadable} what this browser cannot read is never sent
 */
export function shrink(file) {
  const mine = busy.then(async () => {
    try {
      if (helper.can && typeof OffscreenCanvas === "function") return await helper.ask({ file });
      return await makeSmall(file, onPage, pause);
    } catch {
      throw new Unreadable((await isHeic(file).catch(() => false)) ? "heic" : "unreadable");
    }
  });
  busy = mine.catch(() => {});
  return mine;
}
