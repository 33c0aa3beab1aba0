/** Smallest capacity in bytes; doubling from here keeps appending cheap however long the content is. */
const FIRST_CAPACITY = 512

/** Bytes in memory that can grow at the end. What lies between an old length and a larger new one is zeros. */
export class GrowingBytes {
  #bytes = new Uint8Array(FIRST_CAPACITY)
  #length = 0

  get length(): number {
    return this.#length
  }

  resize(length: number): void {
    if (length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(length, 2 * this.#bytes.length))
      grown.set(this.#bytes.subarray(0, this.#length))
      this.#bytes = grown
    }
    if (length < this.#length) this.#bytes.fill(0, length, this.#length)
    this.#length = length
  }

  /** Puts bytes at `offset`, growing when they reach past the end. */
  put(offset: number, bytes: Uint8Array): void {
    if (bytes.length === 0) return
    if (offset + bytes.length > this.#length) this.resize(offset + bytes.length)
    this.#bytes.set(bytes, offset)
  }

  append(bytes: Uint8Array): void {
    this.put(this.#length, bytes)
  }

  /** A copy of the bytes from `start` to `end`, as far as there are any. */
  copy(start = 0, end = this.#length): Uint8Array {
    return this.#bytes.slice(start, Math.min(end, this.#length))
  }
}
