import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RandomBytes } from '../../shared/core/ids.ts'
import { MAX_NOTES_FRAME_BYTES, MAX_SIGNAL_FRAME_BYTES, NOTES_PATH, SIGNAL_PATH } from '../../shared/notes/limits.ts'
import type { Hall } from './hall/hall.ts'
import type { HallLog } from './hall/hall-log.ts'
import { type HallRefusal, openHall } from './hall/open-hall.ts'
import { addressesToJoin } from './http/lan-addresses.ts'
import { liveSockets, type SocketPath } from './http/live-sockets.ts'
import { handleRequest } from './http/routes.ts'
import type { Sources } from './live/handouts.ts'
import { LiveHost } from './live/live-host.ts'
import { HallNotes } from './notes/hall-notes.ts'
import type { NotesBoard } from './notes/notes-board.ts'
import { makePaper } from './papers/make-paper.ts'
import { steadyClock } from './steady-clock.ts'
import type { Storage } from './storage/storage.ts'

/** In the range for private use, and not one that common programs take. */
const DEFAULT_PORT = 50_808
/** Time a client has to answer the close at the end. */
const END_GRACE_MS = 1_500
/** A slow or hostile client may take so long for its request's head and for the whole request. */
const HEADERS_TIMEOUT_MS = 10_000
const REQUEST_TIMEOUT_MS = 30_000
const MAX_HEADER_BYTES = 16 * 1024
const OPERATOR_SECRET_BYTES = 24
/** A laptop that changes to another Wi-Fi has another address: noticed within this time. */
const ADDRESS_CHECK_MS = 5_000

export type HostOptions = {
  readonly storage: Storage
  /** Null takes the port of the last meeting, 0 any free one. The next port is left for the same service over TLS. */
  readonly port: number | null
  /** Lets an unfinished meeting go on at another port: every browser then has to be let in again. */
  readonly movePort?: boolean
  /** Address to listen on: loopback alone unless told otherwise. */
  readonly address?: string
  readonly version: string
  readonly now?: () => number
  readonly random?: RandomBytes
  readonly log?: HallLog
  /** Further names of this machine that a Host header may carry. */
  readonly ownNames?: readonly string[]
  /** Folder of the built pages; null or left out, there are none to serve. */
  readonly site?: string | null
  /** Origins of pages that this host did not serve: the desktop shell's own scheme. */
  readonly pages?: readonly string[]
  /** Called once when the disk no longer takes anything; the host has told everybody and should be ended. */
  readonly onFailure?: () => void
}

export type Host = {
  readonly port: number
  /** What the launch window proves itself with, from this machine only. */
  readonly operatorSecret: string
  readonly hall: Hall
  close(): Promise<void>
}

/** A laptop that is never switched off still forgets what it no longer needs. */
const EXPIRY_CHECK_MS = 12 * 60 * 60 * 1000

export type HostRefusal =
  | HallRefusal
  | { readonly code: 'portTaken'; readonly port: number }
  /** Browsers keep their keys by address and port, so an unfinished meeting stays at its port. */
  | { readonly code: 'portFixed'; readonly port: number }

export type CreateHostResult =
  | { readonly ok: true; readonly host: Host }
  | { readonly ok: false; readonly refusal: HostRefusal }

/** Starts a hall host on a data folder. Rejects when the disk fails. */
export async function createHost(options: HostOptions): Promise<CreateHostResult> {
  const random: RandomBytes = options.random ?? ((length) => new Uint8Array(randomBytes(length)))
  const { log = () => undefined, storage } = options
  const now = steadyClock(options.now ?? Date.now)
  const opened = await openHall({ storage, now, random, log })
  if (!opened.ok) return opened
  const { hall } = opened
  const operatorSecret = Buffer.from(random(OPERATOR_SECRET_BYTES)).toString('hex')
  const address = options.address ?? '127.0.0.1'
  /** Known once the server listens; nobody can ask before. */
  let port: number | null = null
  const addresses = () => addressesToJoin(address, port ?? 0)
  const notes = new HallNotes(hall, { storage, random, log })
  const sources: Sources = {
    notesPass: (meetingId, holder) => notes.pass(meetingId, holder),
    paper: async (paper, houses) => {
      const texts = paper.kind === 'minutes' ? await notes.texts(paper.meetingId) : new Map()
      return makePaper(hall, paper, texts, houses)
    },
  }
  const live = new LiveHost(hall, { random, operatorSecret, log, sources, addresses })
  const ownNames = options.ownNames ?? []
  const sockets = liveSockets(
    (socket) => live.connect(socket),
    { ownNames, pages: options.pages ?? [] },
    notesPaths(notes.board),
  )
  const server = createServer(
    { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS, maxHeaderSize: MAX_HEADER_BYTES },
    handleRequest({ name: '议事厅', version: options.version, now }, ownNames, options.site ?? null),
  )
  sockets.attach(server)
  const wanted = wantedPort(options, hall)
  /** The folder is given back, also when there is no such address on this machine. */
  const giveBack = async () => {
    await notes.end()
    await hall.close()
  }
  try {
    port = wanted.ok ? await listen(server, wanted.port, address) : null
  } catch (error) {
    await giveBack()
    throw error
  }
  if (port === null) {
    await giveBack()
    return { ok: false, refusal: { code: wanted.ok ? 'portTaken' : 'portFixed', port: wanted.port } }
  }
  server.on('error', (error) => log({ event: 'fault', where: 'server', error: error.message }))
  const listening = port
  if (hasUnfinished(hall)) hall.rememberPort(listening)
  hall.watch({ onIndex: () => hall.rememberPort(listening) })
  if (options.onFailure !== undefined) {
    const { onFailure } = options
    hall.watch({ onFailure })
    // The disk may have failed before anybody watched: steps left untaken are taken while the server starts.
    if (hall.halted === 'storageFailed') onFailure()
  }

  const expiring = setInterval(() => {
    hall.expireContacts().catch((error: unknown) => hall.storageFailed(error))
  }, EXPIRY_CHECK_MS)
  expiring.unref()
  const stopLooking = onChange(addresses, () => live.addressesChanged())
  let closing: Promise<void> | null = null
  const close = async (): Promise<void> => {
    const stopped = new Promise((done) => server.close(done))
    stopLooking()
    clearInterval(expiring)
    live.end()
    const notesEnded = notes.end()
    await sockets.end(END_GRACE_MS)
    server.closeAllConnections()
    await stopped
    await notesEnded
    await hall.close()
  }
  const host: Host = { port: listening, operatorSecret, hall, close: () => (closing ??= close()) }
  return { ok: true, host }
}

function wantedPort({ movePort, port }: HostOptions, hall: Hall): { readonly ok: boolean; readonly port: number } {
  const remembered = hall.documents.settings.data.port
  if (port === null) return { ok: true, port: remembered ?? DEFAULT_PORT }
  const moves = port !== 0 && remembered !== null && port !== remembered && hasUnfinished(hall)
  return moves && movePort !== true ? { ok: false, port: remembered } : { ok: true, port }
}

const notesPaths = (board: NotesBoard): Readonly<Record<string, SocketPath>> => ({
  [NOTES_PATH]: { maxFrameBytes: MAX_NOTES_FRAME_BYTES, connect: (socket) => board.connect(socket) },
  [SIGNAL_PATH]: { maxFrameBytes: MAX_SIGNAL_FRAME_BYTES, connect: (socket) => board.signal(socket) },
})

/** Calls `act` whenever `look` sees something else than before; the function returned stops it. */
function onChange(look: () => readonly string[], act: () => void): () => void {
  let seen = look().join(' ')
  const timer = setInterval(() => {
    const now = look().join(' ')
    if (now === seen) return
    seen = now
    act()
  }, ADDRESS_CHECK_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/** Whether browsers in the room may still need this address. Who practises can come in again. */
const hasUnfinished = ({ streams }: Hall): boolean =>
  streams.meetings().some(({ confirmed }) => {
    return (confirmed.phase === 'open' || confirmed.phase === 'closed') && !confirmed.practice
  })

/** The port it listens on, or null when the port is taken. */
function listen(server: Server, port: number, address: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null)
      else reject(error)
    })
    server.listen(port, address, () => {
      // A server that listens on a TCP port has an AddressInfo.
      resolve((server.address() as AddressInfo).port)
    })
  })
}
