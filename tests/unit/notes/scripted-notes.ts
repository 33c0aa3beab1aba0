import * as Y from 'yjs'
import { type NotesFrame, readFrame, writeFrame } from '../../../shared/notes/frames.ts'
import type { NotesKeep, NotesRuntime, NotesSocketHandlers } from '../../../shared/notes/notes-runtime.ts'
import type { NotesPass } from '../../../shared/protocol/host-frames.ts'
import { noKeep } from '../../fixtures/notes-table.ts'
import { ScriptedHost } from '../../fixtures/scripted-host.ts'

/** The code that a socket reports when it closed without a word (RFC 6455 §7.1.5). */
const NO_WORD = 1006

/** One connection of a notes client, with the test in the place of the host. */
class ScriptedNotesSocket {
  readonly texts: string[] = []
  readonly frames: NotesFrame[] = []
  readonly handlers: NotesSocketHandlers
  closedByClient = false

  constructor(handlers: NotesSocketHandlers) {
    this.handlers = handlers
  }

  say(...frames: readonly NotesFrame[]): void {
    for (const frame of frames) this.handlers.onBytes(writeFrame(frame))
  }

  close(code = NO_WORD): void {
    this.handlers.onClose(code)
  }

  of<Kind extends NotesFrame['kind']>(kind: Kind): readonly Extract<NotesFrame, { kind: Kind }>[] {
    return this.frames.filter((frame): frame is Extract<NotesFrame, { kind: Kind }> => frame.kind === kind)
  }

  /** Lets the client in with this document, as a host does. */
  welcome(doc = new Y.Doc(), { room = null as string | null, write = true } = {}): void {
    this.handlers.onOpen()
    this.handlers.onText(JSON.stringify({ t: 'rights', write, room }))
    this.say({ kind: 'syncStep2', update: Y.encodeStateAsUpdate(doc) })
    if (write) this.say({ kind: 'syncStep1', stateVector: Y.encodeStateVector(doc) })
  }
}

/** A network and a clock that do nothing by themselves. */
export class ScriptedNotes {
  readonly sockets: ScriptedNotesSocket[] = []
  readonly runtime: NotesRuntime
  readonly clock = new ScriptedHost()
  /** What the next requests for a pass are answered with. */
  pass: NotesPass | null | Error = { token: 'a token', write: true, room: null }
  asked = 0

  constructor(keep: NotesKeep = noKeep) {
    const { after, now, random } = this.clock.runtime
    this.runtime = {
      after,
      now,
      random,
      keep,
      askPass: async () => {
        this.asked += 1
        if (this.pass instanceof Error) throw this.pass
        return this.pass
      },
      openSocket: (handlers) => {
        const socket = new ScriptedNotesSocket(handlers)
        this.sockets.push(socket)
        return {
          send: (frame) => {
            if (typeof frame === 'string') return socket.texts.push(frame)
            const read = readFrame(frame)
            if (read === null) throw new Error('the client sent what is no frame')
            return socket.frames.push(read)
          },
          close: () => {
            socket.closedByClient = true
          },
        }
      },
    }
  }

  /** The connection that was opened last, once the pass has come. */
  async socket(): Promise<ScriptedNotesSocket> {
    await new Promise((turn) => setImmediate(turn))
    const last = this.sockets.at(-1)
    if (last === undefined) throw new Error('the client has not connected')
    return last
  }

  /** Time passes, promises included. */
  async wait(ms: number): Promise<void> {
    this.clock.pass(ms)
    await new Promise((turn) => setImmediate(turn))
  }
}
