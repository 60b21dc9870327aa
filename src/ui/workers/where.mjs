// Reads where and when a photo was taken, beside the page: whatever is in a file cannot hold the page up.
import { parse } from "exifr/dist/lite.esm.mjs";
import { cameraOf } from "../walk/camera.mjs";
import { TAGS } from "../walk/tags.mjs";

addEventListener("message", async ({ data: { id, file } }) => {
  // Damage means that the camera says nothing.
  const tags = await parse(file, TAGS).catch(() => undefined);
  postMessage({ id, ...cameraOf(tags) });
});
