/** How the tags of a photo are read: as they are, by number; what they mean is `camera.mjs`'s to say. */
export const TAGS = {
  tiff: true, ifd0: true, exif: true, gps: true, ifd1: false, interop: false, xmp: false, icc: false, iptc: false,
  mergeOutput: false, translateKeys: false, translateValues: false, reviveValues: false, sanitize: true,
};
