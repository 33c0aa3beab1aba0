import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { MAX_FRAME_BYTES } from '../../../shared/protocol/limits.ts'
import { LIVE_PATH } from '../../../shared/protocol/version.ts'
import type { LiveConnection } from '../live/live-host.ts'
import type { LiveSocket } from '../live/socket.ts'
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

export type LiveSockets = {
  /** Also on a further server: the same meeting over TLS on the next port. */
  attach(server: Server): void
  /** Ends every connection that is still open after `graceMs`. */
  end(graceMs: number): Promise<void>
}

/** Brings WebSocket connections to the live host, once Host, Origin and path are in order. */
export function liveSockets(connect: (socket: LiveSocket) => LiveConnection, guards: SocketGuards): LiveSockets {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
    clientTracking: true,
  })
  const answered = new WeakSet<WebSocket>()
  const pinging = setInterval(() => {
    for (const socket of server.clients) {
      if (!answered.delete(socket)) socket.terminate()
      else socket.ping()
    }
  }, PING_EVERY_MS)
  pinging.unref()
  let ending = false

  const open = (socket: WebSocket, request: IncomingMessage): void => {
    answered.add(socket)
    const connection = connect(liveSocket(socket, request.socket.remoteAddress ?? ''))
    socket.on('pong', () => answered.add(socket))
    socket.on('message', (data, isBinary) => connection.onText(isBinary ? '' : data.toString()))
    // Frames over the limit and broken frames end up here; ws then closes with the code that fits (1009, 1002).
    socket.on('error', () => undefined)
    socket.on('close', () => connection.onGone())
  }

  return {
    attach: (http) => {
      http.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
        const { host, origin } = request.headers
        if (!isOwnHost(host, guards.ownNames)) return refuse(stream, 421, 'Misdirected Request')
        if (!isOwnOrigin(origin, host, guards.pages)) return refuse(stream, 403, 'Forbidden')
        if (request.url?.split('?', 1)[0] !== LIVE_PATH) return refuse(stream, 404, 'Not Found')
        // A connection made before the end may ask for a socket after it: nobody would be there to close that one.
        if (ending) return refuse(stream, 503, 'Service Unavailable')
        server.handleUpgrade(request, stream, head, (socket) => open(socket, request))
      })
    },
    end: async (graceMs) => {
      ending = true
      clearInterval(pinging)
      const deadline = setTimeout(() => {
        for (const socket of server.clients) socket.terminate()
      }, graceMs)
      await Promise.all([...server.clients].map((socket) => new Promise((gone) => socket.once('close', gone))))
      clearTimeout(deadline)
      await new Promise((closed) => server.close(closed))
    },
  }
}

function liveSocket(socket: WebSocket, address: string): LiveSocket {
  return {
    address,
    isLoopback: isLoopback(address),
    send: (text) => socket.send(text, { binary: false }),
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
