import * as Y from 'yjs'
import { type NotesNode, notesJson } from '../../../shared/notes/notes-json.ts'
import { isAcceptable } from './check-update.ts'
import { mend } from './mend.ts'

/** Largest the notes of a meeting may get, bytes as encoded: every phone that comes is sent all of them at once. */
export const MAX_DOCUMENT_BYTES = 2 * 1024 * 1024
/** With less room than this, notes count as full: what does not fit is small then, and soon nothing does. */
const LAST_BYTES = 4 * 1024

/**
 * What became of an update. `gap`: it builds on something the host has never seen. `foreign`: it cannot be read, or
 * carried what notes may not have. `fresh` is what has to be written and relayed, whatever the verdict.
 */
export type Applied = {
  readonly verdict: 'ok' | 'gap' | 'foreign'
  readonly fresh: readonly Uint8Array[]
}

/** The shared document of one meeting's notes, a fragment for each agenda item. Knows neither disk nor sockets. */
export class NotesDocument {
  readonly #doc = new Y.Doc()
  readonly #items = new Set<string>()
  /** The whole document, encoded once for everybody who joins before it changes again. */
  #encoded: Uint8Array | null = null
  #fresh: readonly Uint8Array[] = []
  /** No smaller than the whole document, encoded: its size when last encoded for this, and all that came since. */
  #atMost = 0

  constructor() {
    this.#doc.on('update', (update: Uint8Array) => {
      this.#encoded = null
      this.#atMost += update.length
      this.#fresh = [...this.#fresh, update]
    })
  }

  get items(): ReadonlySet<string> {
    return this.#items
  }

  get isFull(): boolean {
    return !this.hasRoomFor(LAST_BYTES)
  }

  /** Whether an update of this size may come in. Encodes the document only where its size is in doubt. */
  hasRoomFor(bytes: number): boolean {
    if (this.#atMost + bytes <= MAX_DOCUMENT_BYTES) return true
    this.#atMost = this.#encodedWhole().length
    return this.#atMost + bytes <= MAX_DOCUMENT_BYTES
  }

  /** Brings in what an earlier life of the host has written. */
  load(updates: readonly Uint8Array[]): void {
    this.#doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.#doc, update)
    })
    // Only fragments that were declared ever came into a journal.
    for (const itemId of this.#doc.share.keys()) {
      this.#items.add(itemId)
      this.#doc.getXmlFragment(itemId)
    }
    this.#takeFresh()
  }

  /**
   * Makes a fragment for each item that has none, with one empty paragraph and the text in it: pages that each made their
   * own would end with as many, and two people who begin at the same moment would find their letters out of order. Returns
   * what has to be written and relayed.
   */
  declare(itemIds: readonly string[]): readonly Uint8Array[] {
    this.#doc.transact(() => {
      for (const itemId of itemIds) {
        this.#items.add(itemId)
        const fragment = this.#doc.getXmlFragment(itemId)
        // A fragment in which something once was keeps it, deleted.
        if (fragment._start === null) fragment.insert(0, [emptyParagraph()])
      }
    })
    return this.#takeFresh()
  }

  apply(update: Uint8Array): Applied {
    if (!isAcceptable(update, this.#items)) return { verdict: 'foreign', fresh: [] }
    let mended = 0
    this.#doc.transact((transaction) => {
      Y.applyUpdate(this.#doc, update)
      mended = mend(transaction)
    })
    const gap = this.#dropPending()
    return { verdict: mended > 0 ? 'foreign' : gap ? 'gap' : 'ok', fresh: this.#takeFresh() }
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#doc)
  }

  /** Everything that one with this state vector lacks; null when it is no state vector. */
  missingFor(stateVector: Uint8Array): Uint8Array | null {
    try {
      if (Y.decodeStateVector(stateVector).size > 0) return Y.encodeStateAsUpdate(this.#doc, stateVector)
    } catch {
      return null
    }
    return this.#encodedWhole()
  }

  /** Whether a relative position (as a page sends its caret) lies in one of the items; false also for garbage. */
  holdsPosition(encoded: Uint8Array): boolean {
    try {
      const { item, tname, type } = Y.decodeRelativePosition(encoded)
      return tname === null ? item !== null || type !== null : this.#items.has(tname)
    } catch {
      return false
    }
  }

  texts(): ReadonlyMap<string, NotesNode> {
    return new Map([...this.#items].map((itemId) => [itemId, notesJson(this.#doc.getXmlFragment(itemId))]))
  }

  end(): void {
    this.#doc.destroy()
  }

  #encodedWhole(): Uint8Array {
    this.#encoded ??= Y.encodeStateAsUpdate(this.#doc)
    return this.#encoded
  }

  /** What waits for predecessors would be handed to everybody who joins, and grow; the sender is asked for all of it instead. */
  #dropPending(): boolean {
    const { store } = this.#doc
    const gap = store.pendingStructs !== null || store.pendingDs !== null
    store.pendingStructs = null
    store.pendingDs = null
    return gap
  }

  #takeFresh(): readonly Uint8Array[] {
    const fresh = this.#fresh
    this.#fresh = []
    return fresh
  }
}

function emptyParagraph(): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText()])
  return paragraph
}
