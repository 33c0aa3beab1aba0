import { GrowingBytes } from './growing-bytes.ts'

/** What a disk writes in one go, in bytes: the unit that is kept, lost or torn. */
const PAGE_BYTES = 512

/**
 * One file's content: as programs see it (the cache) and as it is on the medium. Pages that differ are dirty until a
 * sync brings them over. After a failed sync the cache believes them clean although they never arrived, as Linux does:
 * this is why a failed sync must not be tried again.
 */
export class SimulatedInode {
  readonly #cache = new GrowingBytes()
  readonly #medium = new GrowingBytes()
  readonly #dirty = new Set<number>()
  #replaced = false

  get length(): number {
    return this.#cache.length
  }

  content(): Uint8Array {
    return this.#cache.copy()
  }

  append(bytes: Uint8Array): void {
    this.#touch(this.#cache.length, this.#cache.length + bytes.length)
    this.#cache.append(bytes)
  }

  /** Other content under the same name; the medium keeps the old one until the sync. */
  replace(bytes: Uint8Array): void {
    const longest = Math.max(this.#medium.length, bytes.length)
    this.#touch(0, longest)
    // Pages of a longer content that was never synced are gone with it.
    for (const page of this.#dirty) if (page * PAGE_BYTES >= longest) this.#dirty.delete(page)
    this.#replaced = true
    this.#cache.resize(0)
    this.#cache.append(bytes)
  }

  /** Durable at once, as the contract says; what was not synced before the cut stays not synced. */
  truncate(size: number): void {
    this.#cache.resize(size)
    if (this.#medium.length > size) this.#medium.resize(size)
    for (const page of this.#dirty) if (page * PAGE_BYTES >= size) this.#dirty.delete(page)
  }

  sync(): void {
    this.#medium.resize(this.#cache.length)
    for (const page of this.#dirty) this.#medium.put(page * PAGE_BYTES, this.#page(page))
    this.forgetDirty()
  }

  /** What a failed sync does. */
  forgetDirty(): void {
    this.#dirty.clear()
    this.#replaced = false
  }

  /** What the next start finds: some of the dirty pages, some of the length. Synced bytes are always among it. */
  afterPowerCut(random: () => number): SimulatedInode {
    const found = new GrowingBytes()
    found.append(this.#medium.copy())
    found.resize(Math.max(this.#medium.length, this.#cache.length))
    for (const page of this.#dirty) this.#damage(found, page, random)
    const full = found.length
    found.resize(this.#lengthAfterCut(random))
    if (found.length < full && random() < 0.3) found.resize(between(found.length, toPage(full), random))
    return SimulatedInode.of(found.copy())
  }

  /** What another process finds after this one was killed: the cache survives. */
  afterKill(): SimulatedInode {
    const copy = new SimulatedInode()
    copy.#cache.append(this.#cache.copy())
    copy.#medium.append(this.#medium.copy())
    for (const page of this.#dirty) copy.#dirty.add(page)
    copy.#replaced = this.#replaced
    return copy
  }

  private static of(content: Uint8Array): SimulatedInode {
    const inode = new SimulatedInode()
    inode.append(content)
    inode.sync()
    return inode
  }

  #touch(start: number, end: number): void {
    for (let page = Math.floor(start / PAGE_BYTES); page * PAGE_BYTES < end; page++) this.#dirty.add(page)
  }

  #page(page: number): Uint8Array {
    return this.#cache.copy(page * PAGE_BYTES, (page + 1) * PAGE_BYTES)
  }

  #damage(found: GrowingBytes, page: number, random: () => number): void {
    const start = page * PAGE_BYTES
    const fresh = this.#page(page)
    const fate = random()
    if (fate < 0.4) found.put(start, fresh)
    else if (fate < 0.55) found.put(start, fresh.subarray(0, between(0, fresh.length, random)))
    else if (fate < 0.7) {
      const from = between(0, fresh.length, random)
      found.put(start + from, fresh.subarray(from))
    } else if (fate < 0.8 && this.#replaced) {
      found.put(start, new Uint8Array(Math.min(PAGE_BYTES, found.length - start)))
    }
  }

  #lengthAfterCut(random: () => number): number {
    const fate = random()
    if (fate < 0.4) return this.#cache.length
    if (fate < 0.6) return this.#medium.length
    const lowest = this.#replaced ? 0 : Math.min(this.#medium.length, this.#cache.length)
    return between(lowest, Math.max(this.#medium.length, this.#cache.length), random)
  }
}

function toPage(length: number): number {
  return Math.ceil(length / PAGE_BYTES) * PAGE_BYTES
}

/** A whole number from `low` to `high`, both included. */
function between(low: number, high: number, random: () => number): number {
  return low + Math.floor(random() * (high - low + 1))
}
