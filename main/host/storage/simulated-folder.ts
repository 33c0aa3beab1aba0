import type { SimulatedInode } from './simulated-inode.ts'

type Entries = Map<string, SimulatedInode>

type Change =
  | { readonly type: 'link'; readonly name: string; readonly inode: SimulatedInode }
  | { readonly type: 'unlink'; readonly name: string }
  | { readonly type: 'rename'; readonly from: string; readonly to: string; readonly inode: SimulatedInode }

/** The chance that an entry change reaches the medium although nobody synced the folder. */
const CHANGE_SURVIVES = 0.5

/** One folder's names: as programs see them, as they are on the medium, and the changes in between. */
export class SimulatedFolder {
  readonly #cache: Entries = new Map()
  readonly #medium: Entries = new Map()
  #pending: Change[] = []

  names(): readonly string[] {
    return [...this.#cache.keys()].sort()
  }

  get(name: string): SimulatedInode | null {
    return this.#cache.get(name) ?? null
  }

  link(name: string, inode: SimulatedInode): void {
    this.#change({ type: 'link', name, inode })
  }

  unlink(name: string): void {
    if (this.#cache.has(name)) this.#change({ type: 'unlink', name })
  }

  rename(from: string, to: string): void {
    const inode = this.get(from)
    if (inode === null) throw new Error(`no such file: ${from}`)
    this.#change({ type: 'rename', from, to, inode })
  }

  sync(): void {
    for (const change of this.#pending) apply(this.#medium, change)
    this.#pending = []
  }

  /** Any of the changes may have vanished; a later one survives only where it is still possible. */
  afterPowerCut(random: () => number): SimulatedFolder {
    const entries = new Map(this.#medium)
    for (const change of this.#pending) if (random() < CHANGE_SURVIVES) apply(entries, change)
    const survivor = new SimulatedFolder()
    for (const [name, inode] of entries) survivor.link(name, inode.afterPowerCut(random))
    survivor.sync()
    return survivor
  }

  afterKill(): SimulatedFolder {
    const copies = new Map<SimulatedInode, SimulatedInode>()
    const copy = (inode: SimulatedInode): SimulatedInode => {
      const known = copies.get(inode) ?? inode.afterKill()
      copies.set(inode, known)
      return known
    }
    const survivor = new SimulatedFolder()
    for (const [name, inode] of this.#medium) survivor.#medium.set(name, copy(inode))
    for (const [name, inode] of this.#cache) survivor.#cache.set(name, copy(inode))
    survivor.#pending = this.#pending.map((change) =>
      change.type === 'unlink' ? change : { ...change, inode: copy(change.inode) },
    )
    return survivor
  }

  #change(change: Change): void {
    apply(this.#cache, change)
    this.#pending.push(change)
  }
}

function apply(entries: Entries, change: Change): void {
  switch (change.type) {
    case 'link':
      entries.set(change.name, change.inode)
      return
    case 'unlink':
      entries.delete(change.name)
      return
    case 'rename':
      if (entries.get(change.from) !== change.inode) return
      entries.delete(change.from)
      entries.set(change.to, change.inode)
      return
  }
}
