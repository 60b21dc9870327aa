// A photo made small: the same in a worker and, where there is none, on the page.
const LARGE = 2048; // pixels, longest side
const SMALL = 320;
const QUALITY = 0.86;
const AT_ONCE = 128; // rows of the original drawn without a pause; some 10 ms on an old tablet

/** Draws a picture at most so large; with `pause`, in strips and with a pause after each. */
async function draw(picture, longest, makeCanvas, pause) {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = makeCanvas(Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale)));
  const context = canvas.getContext("2d", { willReadFrequently: Boolean(pause) });
  // What is clear lies on white paper, as on the server.
  context.fillStyle = "#FFFFFF";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = "high";
  // Read, it is drawn now; else the browser would draw everything at the end, in one go.
  const settle = async () => {
    context.getImageData(0, 0, 1, 1);
    await pause();
  };
  if (pause) await settle();
  const rows = pause ? Math.max(1, Math.round(AT_ONCE * scale)) : canvas.height;
  for (let from = 0; from < canvas.height; from += rows) {
    const to = Math.min(from + rows, canvas.height);
    const [top, bottom] = [from, to].map((row) => (row * picture.height) / canvas.height);
    context.drawImage(picture, 0, top, picture.width, bottom - top, 0, from, canvas.width, to - from);
    if (pause) await settle();
  }
  return canvas;
}

function jpeg(canvas) {
  if (canvas.convertToBlob) return canvas.convertToBlob({ type: "image/jpeg", quality: QUALITY });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no JPEG"))), "image/jpeg", QUALITY);
  });
}

/**
 * New JPEGs of a file's pixels, upright: nothing of the file itself, so none of its metadata. Rejects what is no picture.
 *
 * @param pause where somebody waits for the page: resolves when it may go on
 */
export async function makeSmall(file, makeCanvas, pause = null) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  try {
    await pause?.();
    const large = await draw(picture, LARGE, makeCanvas, pause);
    const photo = await jpeg(large);
    return { photo, thumb: await jpeg(await draw(large, SMALL, makeCanvas, pause)) };
  } finally {
    picture.close();
  }
}
