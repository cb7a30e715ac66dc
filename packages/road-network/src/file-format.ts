/** The frame of a network file: magic, version, length and checksum before the columns. */

export const magic = [0x46, 0x43, 0x52, 0x4e]; // "FCRN"
export const formatVersion = 2;
/** Magic, version, body length, checksum of the body; four bytes each, little-endian. */
export const headerBytes = 16;

/** Scale of coordinates: whole numbers of 1e-7 degrees. */
export const perDegree = 1e7;
/** Scales of the attributes of ways. */
export const perKph = 1e5;
export const perMetre = 1000;
export const perTonne = 1000;

/** Adler-32: tells a damaged file, not a forged one. */
export function checksum(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (let i = 0; i < bytes.length; ) {
    const end = Math.min(i + 3800, bytes.length); // the sums stay whole that long
    for (; i < end; i++) {
      a += bytes[i]!;
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return ((b << 16) | a) >>> 0;
}
