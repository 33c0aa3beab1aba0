import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { MAX_FRAME_BYTES, MAX_OPERATOR_FRAME_BYTES } from '../../../shared/protocol/limits.ts'
import { LIVE_PATH } from '../../../shared/protocol/version.ts'
import type { LiveConnection } from '../live/live-host.ts'
import type { NotesLine, NotesSocket } from '../notes/notes-socket.ts'
import { isOwnHost, isOwnOrigin } from './request-guard.ts'

/** A connection that has not answered a ping by the next one is dead. */
const PING_EVERY_MS = 15_000
/** After a close frame the other end has so long to answer it. */
const CLOSE_GRACE_MS = 2_000

export type SocketGuards = {
  readonly ownNames: readonly string[]
  /** Origins of pages that this host did not serve: the desktop shell's own scheme. */
  readonly pages: readonly string[]
}

/** What is behind a path: how large a frame may be, bytes, from elsewhere and from this very machine, and who takes a socket once its Host and Origin are in order. */
export type SocketPath = {
  readonly maxFrameBytes: number
  readonly maxLocalFrameBytes?: number
  readonly connect: (socket: NotesSocket) => NotesLine
}

export type LiveSockets = {
  /** Also on a further server: the same meeting over TLS on the next port. */
  attach(server: Server): void
  /** Ends every connection that is still open after `graceMs`. */
  end(graceMs: number): Promise<void>
}

/** The live path's own sockets carry texts alone: bytes are an unreadable text to them. */
const livePath = (connect: (socket: NotesSocket) => LiveConnection): SocketPath => ({
  maxFrameBytes: MAX_FRAME_BYTES,
  maxLocalFrameBytes: MAX_OPERATOR_FRAME_BYTES,
  connect: (socket) => {
    const connection = connect(socket)
    return { ...connection, onBytes: () => connection.onText('') }
  },
})

/**
 * Brings WebSocket connections to the live host, and to whoever is behind a further path, once Host, Origin and path are
 * in order.
 */
export function liveSockets(
  connect: (socket: NotesSocket) => LiveConnection,
  guards: SocketGuards,
  further: Readonly<Record<string, SocketPath>> = {},
): LiveSockets {
  const paths = new Map(
    Object.entries({ [LIVE_PATH]: livePath(connect), ...further }).map(
      ([path, { connect, maxFrameBytes, maxLocalFrameBytes = maxFrameBytes }]) => [
        path,
        { connect, server: socketServer(maxFrameBytes), localServer: socketServer(maxLocalFrameBytes) },
      ],
    ),
  )
  const servers = [...paths.values()].flatMap(({ localServer, server }) => [server, localServer])
  const sockets = () => servers.flatMap((server) => [...server.clients])
  const answered = new WeakSet<WebSocket>()
  const pinging = setInterval(() => {
    for (const socket of sockets()) {
      if (!answered.delete(socket)) socket.terminate()
      else socket.ping()
    }
  }, PING_EVERY_MS)
  pinging.unref()
  let ending = false

  const open = (socket: WebSocket, request: IncomingMessage, connect: SocketPath['connect']): void => {
    answered.add(socket)
    const line = connect(notesSocket(socket, request.socket.remoteAddress ?? ''))
    socket.on('pong', () => answered.add(socket))
    socket.on('message', (data, isBinary) => {
      if (!isBinary) line.onText(data.toString())
      // ws hands over one buffer per message unless told otherwise.
      else if (data instanceof Uint8Array) line.onBytes(data)
    })
    // Frames over the limit and broken frames end up here; ws then closes with the code that fits (1009, 1002).
    socket.on('error', () => undefined)
    socket.on('close', () => line.onGone())
  }

  return {
    attach: (http) => {
      http.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
        const { host, origin } = request.headers
        if (!isOwnHost(host, guards.ownNames)) return refuse(stream, 421, 'Misdirected Request')
        if (!isOwnOrigin(origin, host, guards.pages)) return refuse(stream, 403, 'Forbidden')
        const path = paths.get(request.url?.split('?', 1)[0] ?? '')
        if (path === undefined) return refuse(stream, 404, 'Not Found')
        // A connection made before the end may ask for a socket after it: nobody would be there to close that one.
        if (ending) return refuse(stream, 503, 'Service Unavailable')
        const here = isLoopback(request.socket.remoteAddress ?? '')
        const server = here ? path.localServer : path.server
        server.handleUpgrade(request, stream, head, (socket) => open(socket, request, path.connect))
      })
    },
    end: async (graceMs) => {
      ending = true
      clearInterval(pinging)
      const deadline = setTimeout(() => {
        for (const socket of sockets()) socket.terminate()
      }, graceMs)
      await Promise.all(sockets().map((socket) => new Promise((gone) => socket.once('close', gone))))
      clearTimeout(deadline)
      await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))))
    },
  }
}

const socketServer = (maxPayload: number) =>
  new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false, clientTracking: true })

function notesSocket(socket: WebSocket, address: string): NotesSocket {
  return {
    address,
    isLoopback: isLoopback(address),
    send: (text) => socket.send(text, { binary: false }),
    sendBytes: (bytes) => socket.send(bytes, { binary: true }),
    bufferedBytes: () => socket.bufferedAmount,
    close: (code, reason) => {
      socket.close(code, reason)
      setTimeout(() => socket.terminate(), CLOSE_GRACE_MS).unref()
    },
  }
}

function isLoopback(address: string): boolean {
  const v4 = address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address
  return v4.startsWith('127.') || address === '::1'
}

function refuse(stream: Duplex, status: number, reason: string): void {
  stream.on('error', () => undefined)
  // An upgraded connection is nobody's but ours: left half open by the other end, it would hold up the host's own end.
  stream.once('finish', () => stream.destroy())
  stream.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
