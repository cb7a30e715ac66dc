/** Whole numbers as bytes: seven bits each, small numbers in one byte. */

export class ByteWriter {
  private bytes = new Uint8Array(1 << 16);
  private length = 0;

  /** A whole number, 0 … 2^53. */
  unsigned(value: number): void {
    if (this.length + 10 > this.bytes.length) this.reserve(10);
    let rest = value;
    while (rest >= 0x80) {
      this.bytes[this.length++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.bytes[this.length++] = rest;
  }

  /** A whole number of either sign, |value| ≤ 2^52: 0, -1, 1, -2 … become 0, 1, 2, 3 … */
  signed(value: number): void {
    this.unsigned(value < 0 ? -2 * value - 1 : 2 * value);
  }

  raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  finish(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.bytes.length, this.length + more));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}

export class ByteReader {
  private readonly bytes: Uint8Array;
  private at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  unsigned(): number {
    let byte = this.next();
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    byte = this.next();
    value |= (byte & 0x7f) << 7;
    if (byte < 0x80) return value;
    byte = this.next();
    value |= (byte & 0x7f) << 14;
    if (byte < 0x80) return value;
    // beyond 21 bits, where shifting would soon overflow
    let unit = 0x200000;
    do {
      byte = this.next();
      value += (byte & 0x7f) * unit;
      unit *= 0x80;
    } while (byte >= 0x80);
    return value;
  }

  signed(): number {
    const value = this.unsigned();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  raw(length: number): Uint8Array {
    if (this.at + length > this.bytes.length) throw new RangeError("The bytes end too early.");
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  private next(): number {
    if (this.at >= this.bytes.length) throw new RangeError("The bytes end too early.");
    return this.bytes[this.at++]!;
  }
}
