/** Smooth value noise in the plane, for whatever should look grown instead of drawn. */

export type Noise = (x: number, y: number) => number;

/** Noise in [-1, 1] with features of about `wavelength` metres. */
export function valueNoise(seed: number, wavelength: number): Noise {
  return (x, y) => {
    const column = Math.floor(x / wavelength);
    const row = Math.floor(y / wavelength);
    const fx = fade(x / wavelength - column);
    const fy = fade(y / wavelength - row);
    const bottom = mix(lattice(seed, column, row), lattice(seed, column + 1, row), fx);
    const top = mix(lattice(seed, column, row + 1), lattice(seed, column + 1, row + 1), fx);
    return mix(bottom, top, fy);
  };
}

/** Three octaves of value noise, about [-1, 1]. */
export function roughNoise(seed: number, wavelength: number): Noise {
  const coarse = valueNoise(seed, wavelength);
  const middle = valueNoise(seed + 101, wavelength / 2.1);
  const fine = valueNoise(seed + 202, wavelength / 4.3);
  return (x, y) => (coarse(x, y) * 4 + middle(x, y) * 2 + fine(x, y)) / 7;
}

const fade = (t: number) => t * t * (3 - 2 * t);
const mix = (a: number, b: number, t: number) => a + (b - a) * t;

function lattice(seed: number, column: number, row: number): number {
  let hash = Math.imul(column, 0x27d4eb2d) ^ Math.imul(row, 0x165667b1) ^ Math.imul(seed + 1, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2147483648 - 1;
}
