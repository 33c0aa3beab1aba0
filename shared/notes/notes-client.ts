import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { retryDelay } from '../client/retry-delay.ts'
import { forgetCarets, ownCaret, showCarets } from './awareness-carets.ts'
import { readCarets, writeCarets } from './carets.ts'
import { type NotesCloseReason, notesCloseReasonOf } from './close-codes.ts'
import { type NotesFrame, readFrame, writeFrame } from './frames.ts'
import { keepDocument, restoreDocument } from './kept-notes.ts'
import { MAX_NOTES_FRAME_BYTES, NOTES_SCHEMA } from './limits.ts'
import type { NotesClientSocket, NotesRuntime } from './notes-runtime.ts'
import { type AuthFrame, type RightsFrame, readTextFrame, rightsFrame } from './text-frames.ts'
import { Timers } from './timers.ts'
import { Unsaved } from './unsaved.ts'

/** What is typed within this time goes in one frame. */
const GATHER_MS = 40
const CARET_EVERY_MS = 100
/** What is not saved by then is kept on the device. */
const KEEP_AFTER_MS = 150
/** What peers brought reaches the host by its author; where the author cannot, by us, after this time. */
const PASS_ON_AFTER_MS = 3_000
/** A sign of life is asked for so often, also to notice a host that is silently gone. */
const PING_EVERY_MS = 10_000
const SILENCE_MS = 25_000
/** What a connection that broke without a word counts as (RFC 6455 §7.1.5). */
const ABNORMAL_CLOSE = 1006
/** A frame is this much larger than the update in it, at most. */
const FRAME_OVERHEAD_BYTES = 16

/** Reasons for which coming back would not help. */
const FINAL: readonly RefusalReason[] = ['otherSchema', 'tooLarge', 'full']
/** Reasons that a person should hear; after all others the page simply comes back. */
const SPOKEN: readonly RefusalReason[] = ['withdrawn', 'malformed', 'incomplete', 'storageFailed', 'crowded', 'tooFast']

export type RefusalReason =
  | NotesCloseReason
  /** There is no pass to be had, and never was one. */
  | 'noPass'
  /** What was written in one piece does not fit into a frame: it stays on this device. */
  | 'tooLarge'

export type NotesStatus = {
  readonly at: 'connecting' | 'live' | 'offline' | 'refused'
  /** Why it is refused; null otherwise. */
  readonly reason: RefusalReason | null
  readonly write: boolean
  /** The room in which writers meet directly, as last heard; null when there is none for this page. */
  readonly room: string | null
  /** The host's document has been here once, or what was kept of it: there is something to write in. */
  readonly loaded: boolean
  /** Edits of this page that are not known to be on the host's disk. */
  readonly unsaved: number
  /** When the host last said that everything is on its disk, by this device's clock. */
  readonly savedAt: number | null
}

/**
 * One page's copy of a meeting's notes. Comes back by itself; sends only what was written here (what peers brought, the host
 * gets when it asks for all it lacks) and its own caret; keeps on the device what the host does not have yet.
 */
export class NotesClient {
  readonly doc = new Y.Doc()
  readonly awareness = new Awareness(this.doc)
  readonly #runtime: NotesRuntime
  readonly #unsaved = new Unsaved()
  readonly #listeners = new Set<() => void>()
  #status: NotesStatus = {
    at: 'connecting',
    reason: null,
    write: false,
    room: null,
    loaded: false,
    unsaved: 0,
    savedAt: null,
  }
  #socket: NotesClientSocket | null = null
  #connection = 0
  #attempt = 0
  #heardAt = 0
  /** The host has said what we may do, and has been asked for the document. */
  #greeted = false
  #frames = 0
  #gathered: readonly Uint8Array[] = []
  #caretShown = false
  #kept = false
  readonly #timers: Timers<'retry' | 'ping' | 'gather' | 'caret' | 'keep' | 'passOn'>

  constructor(runtime: NotesRuntime) {
    this.#runtime = runtime
    this.#timers = new Timers(runtime.after)
    this.doc.on('update', (update: Uint8Array, origin: unknown, _doc: unknown, transaction: Y.Transaction) =>
      this.#onUpdate(update, origin, transaction.local),
    )
    this.awareness.on('update', (_changes: unknown, origin: unknown) => {
      if (origin === 'local') this.#timers.start('caret', CARET_EVERY_MS, () => this.#sendCaret())
    })
    this.#kept = restoreDocument(runtime.keep, this.doc, this)
    if (this.#kept) {
      this.#unsaved.add(1)
      this.#set({ loaded: true })
    }
    this.#connect()
  }

  get status(): NotesStatus {
    return this.#status
  }

  /** Calls `listener` after every change of the status; the function returned takes it back. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Keeps what is unsaved on the device now: the page may go away at any moment. */
  keepNow(): void {
    this.#timers.stop('keep')
    if (this.#unsaved.isEmpty) return
    this.#kept = true
    keepDocument(this.#runtime.keep, this.doc)
  }

  /** Leaves for good. */
  end(): void {
    this.#flush()
    this.keepNow()
    this.#connection += 1
    this.#timers.stopAll()
    this.#socket?.close()
    this.#socket = null
    this.#listeners.clear()
    this.awareness.destroy()
    this.doc.destroy()
  }

  #connect(): void {
    this.#connection += 1
    const mine = this.#connection
    /** A connection that was given up may still report: nobody listens to it any more. */
    const current = (act: () => void) => mine === this.#connection && act()
    const none = () => current(() => this.#noPass())
    this.#runtime.askPass().then((pass) => {
      if (pass === null) return none()
      current(() => {
        this.#socket = this.#runtime.openSocket({
          onOpen: () => current(() => this.#onOpen(pass.token)),
          onText: (text) => current(() => this.#onText(text)),
          onBytes: (bytes) => current(() => this.#onBytes(bytes)),
          onClose: (code) => current(() => this.#onClose(code)),
        })
      })
    }, none)
  }

  #onOpen(token: string): void {
    const auth: AuthFrame = { t: 'auth', token, schema: NOTES_SCHEMA, clientId: this.doc.clientID }
    this.#socket?.send(JSON.stringify(auth))
    this.#heardAt = this.#runtime.now()
    this.#keepAlive()
  }

  #onText(text: string): void {
    this.#heardAt = this.#runtime.now()
    const rights = readTextFrame(rightsFrame, text)
    if (rights !== null) this.#onRights(rights)
  }

  #onRights({ room, write }: RightsFrame): void {
    this.#set({ write, room })
    if (!write) this.#caretShown = false
    if (this.#greeted) return
    this.#greeted = true
    this.#send({ kind: 'syncStep1', stateVector: Y.encodeStateVector(this.doc) })
  }

  #onBytes(bytes: Uint8Array): void {
    this.#heardAt = this.#runtime.now()
    const frame = readFrame(bytes)
    switch (frame?.kind) {
      case 'syncStep1':
        return this.#answer(frame.stateVector)
      case 'syncStep2':
        Y.applyUpdate(this.doc, frame.update, this)
        return this.#synced()
      case 'update':
        return Y.applyUpdate(this.doc, frame.update, this)
      case 'carets':
        return showCarets(this.awareness, readCarets(frame.carets) ?? [])
      case 'saved':
        return this.#onSaved(frame.frames)
    }
  }

  #synced(): void {
    this.#attempt = 0
    this.#set({ at: 'live', reason: null, loaded: true })
    this.#sendCaret()
  }

  /** Everything that the host lacks, whoever wrote it. */
  #answer(stateVector: Uint8Array): void {
    if (!this.#status.write) return
    this.#timers.stop('gather')
    this.#gathered = []
    if (this.#sendUpdate('syncStep2', Y.encodeStateAsUpdate(this.doc, stateVector))) this.#unsaved.sentAll(this.#frames)
  }

  #onUpdate(update: Uint8Array, origin: unknown, isLocal: boolean): void {
    // From the host, or from what was kept: that goes when the host asks for all.
    if (origin === this) return
    if (isLocal) {
      this.#gathered = [...this.#gathered, update]
      this.#unsaved.add(1)
      this.#timers.start('gather', GATHER_MS, () => this.#flush())
    } else if (this.#status.at === 'live') {
      return this.#timers.start('passOn', PASS_ON_AFTER_MS, () => this.#passOn())
    } else {
      this.#unsaved.add(0)
    }
    this.#timers.start('keep', KEEP_AFTER_MS, () => this.keepNow())
    this.#set({})
  }

  #flush(): void {
    this.#timers.stop('gather')
    const gathered = this.#gathered
    this.#gathered = []
    // Without a line all of it goes when the host asks for what it lacks.
    if (gathered.length === 0 || this.#status.at !== 'live' || !this.#status.write) return
    if (this.#sendUpdate('update', Y.mergeUpdates([...gathered]))) this.#unsaved.sentWaiting(this.#frames)
  }

  #passOn(): void {
    if (this.#status.at === 'live' && this.#status.write)
      this.#send({ kind: 'syncStep1', stateVector: Y.encodeStateVector(this.doc) })
  }

  #sendUpdate(kind: 'syncStep2' | 'update', update: Uint8Array): boolean {
    if (update.length > MAX_NOTES_FRAME_BYTES - FRAME_OVERHEAD_BYTES) {
      this.#hangUp()
      this.#refused('tooLarge')
      return false
    }
    this.#frames += 1
    this.#send({ kind, update })
    return true
  }

  #onSaved(frames: number): void {
    this.#unsaved.saved(frames)
    if (!this.#unsaved.isEmpty) return this.#set({})
    this.#timers.stop('keep')
    if (this.#kept) this.#runtime.keep.save(null)
    this.#kept = false
    this.#set({ savedAt: this.#runtime.now() })
  }

  #sendCaret(): void {
    this.#timers.stop('caret')
    if (this.#status.at !== 'live' || !this.#status.write) return
    const state = ownCaret(this.awareness)
    if (state === null && !this.#caretShown) return
    this.#caretShown = state !== null
    const own = { clientId: this.doc.clientID, clock: this.awareness.meta.get(this.doc.clientID)?.clock ?? 0, state }
    this.#send({ kind: 'carets', carets: writeCarets([own]) })
  }

  #send(frame: NotesFrame): void {
    this.#socket?.send(writeFrame(frame))
  }

  #onClose(code: number): void {
    this.#lineLost()
    const reason = notesCloseReasonOf(code)
    if (reason !== null && (FINAL.includes(reason) || SPOKEN.includes(reason))) return this.#refused(reason)
    this.#set({ at: this.#status.loaded ? 'offline' : 'connecting', reason: null })
    this.#retry()
  }

  /** No line to the host, or no right: whoever was in goes on as it is and asks again. */
  #noPass(): void {
    if (this.#status.at === 'connecting') return this.#refused('noPass')
    this.#retry()
  }

  #refused(reason: RefusalReason): void {
    this.#set({ at: 'refused', reason })
    if (!FINAL.includes(reason)) this.#retry()
  }

  #retry(): void {
    this.#timers.start('retry', retryDelay(this.#attempt, this.#runtime.random), () => this.#connect())
    this.#attempt += 1
  }

  #lineLost(): void {
    this.#socket = null
    this.#greeted = false
    this.#frames = 0
    this.#caretShown = false
    this.#timers.stop('ping')
    this.#unsaved.lineLost()
    forgetCarets(this.awareness)
  }

  #hangUp(): void {
    this.#connection += 1
    this.#socket?.close()
    this.#lineLost()
  }

  #keepAlive(): void {
    this.#timers.start('ping', PING_EVERY_MS, () => {
      if (this.#runtime.now() - this.#heardAt > SILENCE_MS) {
        this.#hangUp()
        return this.#onClose(ABNORMAL_CLOSE)
      }
      this.#send({ kind: 'queryCarets' })
      this.#keepAlive()
    })
  }

  #set(change: Partial<NotesStatus>): void {
    this.#status = { ...this.#status, ...change, unsaved: this.#unsaved.edits }
    for (const listener of [...this.#listeners]) listener()
  }
}
