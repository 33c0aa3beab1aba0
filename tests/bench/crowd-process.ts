import { randomBytes } from 'node:crypto'
import { WebSocket } from 'ws'
import { ballotId, commandId, type MeetingId, type VoteId } from '../../shared/core/ids.ts'
import { signText } from '../../shared/identity/device-key.ts'
import { ballotText, challengeText } from '../../shared/identity/signed-text.ts'
import { LIVE_PATH, PROTOCOL } from '../../shared/protocol/version.ts'
import { meetingStream } from '../../shared/streams/stream-name.ts'
import type { CrowdMember, CrowdOrder, CrowdReport } from './crowd-messages.ts'

type Client = { readonly socket: WebSocket; readonly member: CrowdMember | null; ballot: string }

const random = (length: number) => new Uint8Array(randomBytes(length))

/** Many clients that do as little as a client can: they count frames and look for their acknowledgements. */
class Crowd {
  #clients: readonly Client[] = []
  #meetingId: MeetingId | null = null
  #frames = 0
  #expected = 0
  #acks = 0
  #onExpected: () => void = () => undefined
  #onAcks: () => void = () => undefined

  async obey(order: CrowdOrder): Promise<void> {
    switch (order.do) {
      case 'enter':
        this.#meetingId = order.meetingId
        this.#clients = await Promise.all(order.members.map((member) => this.#enter(order.port, member)))
        return
      case 'attach':
        this.#clients = await Promise.all(Array.from({ length: order.clients }, () => this.#attach(order.port)))
        return
      case 'expect':
        return this.#expect(order.frames)
      case 'sign':
        return this.#sign(order.voteId)
      case 'cast':
        return this.#cast()
      case 'leave':
        for (const { socket } of this.#clients) socket.terminate()
        return
    }
  }

  #expect(frames: number): Promise<void> {
    this.#frames = 0
    this.#expected = frames * this.#clients.length
    return new Promise((resolve) => {
      this.#onExpected = resolve
    })
  }

  #sign(voteId: VoteId): void {
    for (const client of this.#clients) {
      if (client.member === null || this.#meetingId === null) continue
      const { key, seatId } = client.member
      const id = commandId.mint(random)
      const ballot = { voteId, ballotId: ballotId.mint(random), option: 'for', seatId }
      const signature = signText(key, ballotText({ ...ballot, meetingId: this.#meetingId, commandId: id }))
      const stream = meetingStream(this.#meetingId)
      client.ballot = JSON.stringify({
        t: 'command',
        id,
        stream,
        seatId,
        type: 'castBallot',
        data: { ...ballot, signature },
      })
    }
  }

  #cast(): Promise<void> {
    this.#acks = 0
    for (const { ballot, socket } of this.#clients) socket.send(ballot)
    return new Promise((resolve) => {
      this.#onAcks = resolve
    })
  }

  #onFrame(data: Buffer): void {
    this.#frames += 1
    if (this.#frames === this.#expected) this.#onExpected()
    if (data.includes('"t":"ack"')) this.#acks += 1
    if (data.includes('"t":"rejected"')) throw new Error(data.toString())
    if (this.#acks === this.#clients.length) this.#onAcks()
  }

  #attach(port: number): Promise<Client> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${LIVE_PATH}`, { perMessageDeflate: false })
    socket.on('message', (data: Buffer) => this.#onFrame(data))
    return new Promise((resolve, reject) => {
      socket.once('open', () => resolve({ socket, member: null, ballot: '' }))
      socket.once('error', reject)
    })
  }

  #enter(port: number, member: CrowdMember): Promise<Client> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${LIVE_PATH}`, { perMessageDeflate: false })
    const { publicKey } = member.key
    socket.once('open', () => {
      const as = { kind: 'device', publicKey, meetingId: this.#meetingId }
      socket.send(JSON.stringify({ t: 'hello', protocol: PROTOCOL.current, as, resume: [] }))
    })
    return new Promise((resolve, reject) => {
      const greet = (data: Buffer) => {
        const frame = JSON.parse(data.toString())
        if (frame.t === 'challenge') {
          const signature = signText(member.key, challengeText(frame.hostId, frame.nonce, publicKey))
          socket.send(JSON.stringify({ t: 'proof', signature }))
        }
        if (frame.t !== 'snapshot') return
        socket.off('message', greet)
        socket.on('message', (later: Buffer) => this.#onFrame(later))
        resolve({ socket, member, ballot: '' })
      }
      socket.on('message', greet)
      socket.once('error', reject)
    })
  }
}

const crowd = new Crowd()
process.on('message', (order: CrowdOrder) => {
  const from = performance.now()
  crowd
    .obey(order)
    .then(() => process.send?.({ done: order.do, ms: performance.now() - from } satisfies CrowdReport))
    .catch((error: unknown) => {
      console.error(error)
      process.exit(1)
    })
})
