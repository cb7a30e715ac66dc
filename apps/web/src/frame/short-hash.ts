/** The part of a result stamp that people read out: `7F3A–91C2`. */
export function shortHash(hash: string): string {
  const start = hash.slice(0, 8).toUpperCase();
  return `${start.slice(0, 4)}–${start.slice(4)}`;
}
