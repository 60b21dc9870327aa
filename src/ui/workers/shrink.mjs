// Makes photos small beside the page, so that nobody waits for it.
import { makeSmall } from "../shrink-core.mjs";

addEventListener("message", async ({ data: { id, file } }) => {
  try {
    postMessage({ id, ...(await makeSmall(file, (width, height) => new OffscreenCanvas(width, height))) });
  } catch (error) {
    postMessage({ id, failed: String(error) });
  }
});
