/** Ids as they stand in a file to dense indices, looked up by their bytes: no string is made per row. */

export class IdTable {
  size = 0;
  /** Open addressing: index + 1 of the id in each slot, 0 = free; at most half are taken. */
  private slots = new Int32Array(1 << 10);
  private pool = Buffer.allocUnsafe(1 << 14);
  /** Id i lies in `pool` from offset[i] to offset[i + 1]. */
  private offset = new Uint32Array(1 << 10);

  /** The id's index, -1 = not there. */
  find(bytes: Uint8Array, start: number, end: number): number {
    return this.slots[this.slotOf(bytes, start, end)]! - 1;
  }

  /** Its index, given now where it is new. */
  add(bytes: Uint8Array, start: number, end: number): number {
    const slot = this.slotOf(bytes, start, end);
    if (this.slots[slot] !== 0) return this.slots[slot]! - 1;
    const i = this.size++;
    const from = this.offset[i]!;
    const to = from + end - start;
    if (this.size + 1 > this.offset.length) this.offset = grown(this.offset, new Uint32Array(2 * this.size));
    if (to > this.pool.length) this.pool = grown(this.pool, Buffer.allocUnsafe(2 * to));
    this.pool.set(bytes.subarray(start, end), from);
    this.offset[i + 1] = to;
    this.slots[slot] = i + 1;
    if (2 * this.size > this.slots.length) this.rehash();
    return i;
  }

  text(i: number): string {
    return this.pool.toString("utf8", this.offset[i]!, this.offset[i + 1]!);
  }

  private slotOf(bytes: Uint8Array, start: number, end: number): number {
    const mask = this.slots.length - 1;
    let slot = hashOf(bytes, start, end) & mask;
    for (;;) {
      const i = this.slots[slot]! - 1;
      if (i < 0 || this.isSame(i, bytes, start, end)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private isSame(i: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.offset[i]!;
    if (this.offset[i + 1]! - from !== end - start) return false;
    for (let p = start, q = from; p < end; p++, q++) if (bytes[p] !== this.pool[q]) return false;
    return true;
  }

  private rehash(): void {
    this.slots = new Int32Array(2 * this.slots.length);
    for (let i = 0; i < this.size; i++) {
      this.slots[this.slotOf(this.pool, this.offset[i]!, this.offset[i + 1]!)] = i + 1;
    }
  }
}

/** FNV-1a. The last step spreads its high bits, for the slots take the low ones. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let p = start; p < end; p++) hash = Math.imul(hash ^ bytes[p]!, 0x01000193);
  return hash ^ (hash >>> 15);
}

function grown<Bytes extends Uint8Array | Uint32Array>(full: Bytes, empty: Bytes): Bytes {
  empty.set(full);
  return empty;
}
