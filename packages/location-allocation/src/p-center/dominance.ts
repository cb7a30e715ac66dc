/** Sets of whole numbers as bits, thirty-two a word, and which of many sets lie within others. */

export interface BitSets {
  readonly words: number;
  /** Set s is the words from s × `words` on. */
  readonly bits: Uint32Array;
}

export function bitSetsOf(sets: readonly (readonly number[])[], size: number): BitSets {
  const words = (size + 31) >> 5;
  const bits = new Uint32Array(sets.length * words);
  for (const [s, set] of sets.entries()) {
    for (const member of set) bits[s * words + (member >> 5)]! |= 1 << (member & 31);
  }
  return { words, bits };
}

/** True when every member of set `a` is one of set `b`. */
export function isWithin({ words, bits }: BitSets, a: number, b: number): boolean {
  const shift = (b - a) * words;
  for (let w = a * words, end = w + words; w < end; w++) {
    if ((bits[w]! & ~bits[w + shift]!) !== 0) return false;
  }
  return true;
}
