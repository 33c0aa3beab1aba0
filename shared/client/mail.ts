import { utf8ToBytes } from '@noble/hashes/utils.js'
import { type CommandId, commandId } from '../core/ids.ts'
import type { ClientFrame, CommandFrame } from '../protocol/client-frames.ts'
import type { HostFrame } from '../protocol/host-frames.ts'
import { askingSentence } from '../wording/asking-rejections.ts'
import { lateRefusal } from './late-refusal.ts'
import type { Line } from './line.ts'
import type { Kept } from './memory.ts'
import { type Answer, Outbox } from './outbox.ts'
import { Requests } from './requests.ts'
import type { Runtime } from './transport.ts'

/** After the host has dropped frames that came too fast, what has no answer is sent again. */
const RESEND_AFTER_MS = 2_000

type Reply = Extract<HostFrame, { t: 'ack' | 'rejected' | 'notesPass' | 'paper' | 'contacts' | 'photo' }>

export type MailHandlers = {
  /** Whether the host takes commands now. */
  readonly isLive: () => boolean
  /** Largest frame that the host takes from us, bytes. */
  readonly maxFrameBytes: number
  /** What has no answer has changed. */
  readonly onChange: () => void
}

/** What is sent to the host for an answer: commands, which go on until they have one, and questions, which do not. */
export class Mail {
  readonly #runtime: Runtime
  readonly #line: Line
  readonly #handlers: MailHandlers
  readonly #outbox = new Outbox()
  readonly #requests: Requests
  #lateRefusals: readonly string[] = []
  #stopResending: (() => void) | null = null

  constructor(runtime: Runtime, line: Line, kept: Kept['outbox'], handlers: MailHandlers) {
    this.#runtime = runtime
    this.#line = line
    this.#handlers = handlers
    this.#requests = new Requests(runtime)
    this.#outbox.restore(kept)
  }

  /** What had waited without a connection and was refused, and why: by then nobody may listen for the answer any more. */
  get lateRefusals(): readonly string[] {
    return this.#lateRefusals
  }

  get unanswered(): number {
    return this.#outbox.size
  }

  /** Commands that have no answer yet, oldest first. */
  get pending(): readonly CommandFrame[] {
    // What is in the outbox was put there by `command`.
    const frames = this.#outbox.texts().map((text) => JSON.parse(text) as ClientFrame)
    return frames.flatMap((frame) => (frame.t === 'command' ? [frame] : []))
  }

  /** What outlives the page. */
  get entries(): [CommandId, string][] {
    return this.#outbox.entries()
  }

  forgetLateRefusals(): void {
    this.#lateRefusals = []
  }

  /** Sends now, or when the connection is back; resolves with the one answer. */
  command(frame: (id: CommandId) => ClientFrame): Promise<Answer> {
    const id = commandId.mint(this.#runtime.random)
    const text = JSON.stringify(frame(id))
    // The host would cut the connection, and sending it again on the next one would never end.
    if (utf8ToBytes(text).length > this.#handlers.maxFrameBytes) {
      const rejection = { code: 'tooLarge' } as const
      return Promise.resolve({ ok: false, rejection, sentence: askingSentence(rejection) })
    }
    const isLive = this.#handlers.isLive()
    const answer = this.#outbox.add(id, text, isLive)
    if (isLive) this.#line.send(text)
    this.#handlers.onChange()
    return answer
  }

  /** Asks now; null without a connection, or when it breaks or the host keeps silent before the reply. */
  ask(frame: (id: CommandId) => ClientFrame): Promise<Exclude<Reply, { t: 'ack' }> | null> {
    if (!this.#handlers.isLive()) return Promise.resolve(null)
    const id = commandId.mint(this.#runtime.random)
    this.#line.send(JSON.stringify(frame(id)))
    return this.#requests.add(id)
  }

  reply(frame: Reply): void {
    if (frame.t !== 'ack' && this.#requests.settle(frame)) return
    if (frame.t === 'ack') this.#outbox.settle(frame.id, { ok: true, seq: frame.seq })
    if (frame.t === 'rejected') {
      const { id, rejection, sentence } = frame
      const late = this.#outbox.settle(id, { ok: false, rejection, sentence })
      if (late !== null) this.#lateRefusals = [...this.#lateRefusals, lateRefusal(late, sentence)]
    }
    this.#handlers.onChange()
  }

  resend(): void {
    for (const text of this.#outbox.texts()) this.#line.send(text)
  }

  /** The host dropped a frame unread and could not say which. */
  resendLater(): void {
    this.#stopResending ??= this.#runtime.after(RESEND_AFTER_MS, () => {
      this.#stopResending = null
      if (this.#handlers.isLive()) this.resend()
    })
  }

  /** The connection is gone: commands wait for the next one. */
  down(): void {
    this.#stopResending?.()
    this.#stopResending = null
    this.#requests.giveUp()
    this.#outbox.down()
  }
}
