// A photo made small: the same in a worker and, where there is none, on the page.
const LARGE = 2048; // pixels, longest side
const SMALL = 320;
const QUALITY = 0.86;

async function jpeg(picture, longest, makeCanvas) {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = makeCanvas(Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale)));
  const context = canvas.getContext("2d");
  // What is clear lies on white paper, as on the server.
  context.fillStyle = "#FFFFFF";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  if (canvas.convertToBlob) return canvas.convertToBlob({ type: "image/jpeg", quality: QUALITY });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no JPEG"))), "image/jpeg", QUALITY);
  });
}

/** New JPEGs of a file's pixels, upright: nothing of the file itself, so none of its metadata. Rejects what is no picture. */
export async function makeSmall(file, makeCanvas) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  try {
    return { photo: await jpeg(picture, LARGE, makeCanvas), thumb: await jpeg(picture, SMALL, makeCanvas) };
  } finally {
    picture.close();
  }
}
