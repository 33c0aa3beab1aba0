import { randomBytes } from 'node:crypto'
import { WebSocket } from 'ws'
import { ballotId, commandId, type MeetingId, speechId, type VoteId } from '../../shared/core/ids.ts'
import { signText } from '../../shared/identity/device-key.ts'
import { ballotText, challengeText } from '../../shared/identity/signed-text.ts'
import { LIVE_PATH, PROTOCOL } from '../../shared/protocol/version.ts'
import { meetingStream } from '../../shared/streams/stream-name.ts'
import type { CrowdMember, CrowdOrder, CrowdReport } from './crowd-messages.ts'

type Ballot = { readonly id: string; readonly text: string }
type Client = { readonly socket: WebSocket; readonly member: CrowdMember | null; ballot: Ballot | null }

/** Stands once in what a client is told of one point. */
const POINT = '"type":"pointAdded"'

const random = (length: number) => new Uint8Array(randomBytes(length))

/** Many clients that do as little as a client can: they count points and look for their acknowledgements. */
class Crowd {
  #clients: readonly Client[] = []
  #meetingId: MeetingId | null = null
  #heard = 0
  #expected = 0
  /** Ballots by the id of their command: when sent. */
  readonly #cast = new Map<string, number>()
  /** Requests for the floor by the id of their speech: when sent, and how many clients have not heard of it. */
  readonly #asked = new Map<string, { readonly at: number; missing: number }>()
  #times: number[] = []
  #onAsked: () => void = () => undefined
  #onExpected: () => void = () => undefined
  #onCast: () => void = () => undefined

  async obey(order: CrowdOrder): Promise<readonly number[] | undefined> {
    switch (order.do) {
      case 'enter':
        this.#meetingId = order.meetingId
        this.#clients = await Promise.all(order.members.map((member) => this.#enter(order.port, member)))
        return
      case 'attach':
        this.#clients = await Promise.all(Array.from({ length: order.clients }, () => this.#attach(order.port, null)))
        return
      case 'attachAs':
        this.#meetingId = order.meetingId
        this.#clients = await Promise.all(order.members.map((member) => this.#attach(order.port, member)))
        return
      case 'ask':
        return this.#ask(order.requests)
      case 'expect':
        await this.#expect(order.points)
        return
      case 'sign':
        this.#sign(order.voteId)
        return
      case 'cast':
        return this.#castAt(order.moments)
      case 'leave':
        for (const { socket } of this.#clients) socket.terminate()
        return
    }
  }

  /** Every so many-th client asks; nobody waits for another. */
  #ask(requests: number): Promise<readonly number[]> {
    this.#asked.clear()
    this.#times = []
    const every = Math.floor(this.#clients.length / requests)
    for (const { member, socket } of this.#clients.filter((_, index) => index % every === 0).slice(0, requests)) {
      if (member === null || this.#meetingId === null) continue
      const { seatId } = member
      const id = speechId.mint(random)
      const data = { speechId: id, seatId, kind: 'ordinary', stance: 'for' }
      const stream = meetingStream(this.#meetingId)
      this.#asked.set(id, { at: performance.now(), missing: this.#clients.length })
      socket.send(
        JSON.stringify({ t: 'command', id: commandId.mint(random), stream, seatId, type: 'requestFloor', data }),
      )
    }
    return new Promise((resolve) => {
      this.#onAsked = () => resolve(this.#times)
    })
  }

  /** A frame names one request, or as many as were written together. */
  #onRequests(text: string): void {
    for (const [, id = ''] of text.matchAll(/"speechId":"(\w+)"/g)) {
      const request = this.#asked.get(id)
      if (request === undefined) continue
      request.missing -= 1
      if (request.missing > 0) continue
      this.#times.push(performance.now() - request.at)
      if (this.#times.length === this.#asked.size) this.#onAsked()
    }
  }

  #expect(points: number): Promise<void> {
    // What was told before this order came counts: the order and the points take different ways.
    this.#expected += points * this.#clients.length
    return new Promise((resolve) => {
      this.#onExpected = resolve
      this.#lookForExpected()
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
      const data = { ...ballot, signature }
      client.ballot = { id, text: JSON.stringify({ t: 'command', id, stream, seatId, type: 'castBallot', data }) }
    }
  }

  #castAt(moments: readonly number[]): Promise<readonly number[]> {
    this.#times = []
    for (const [index, { ballot, socket }] of this.#clients.entries()) {
      if (ballot === null) continue
      const send = () => {
        this.#cast.set(ballot.id, performance.now())
        socket.send(ballot.text)
      }
      const moment = moments[index] ?? 0
      if (moment > 0) setTimeout(send, moment)
      else send()
    }
    return new Promise((resolve) => {
      this.#onCast = () => resolve(this.#times)
    })
  }

  #onAck(id: string): void {
    const at = this.#cast.get(id)
    if (at === undefined) return
    this.#cast.delete(id)
    this.#times.push(performance.now() - at)
    if (this.#times.length === this.#clients.length) this.#onCast()
  }

  #onFrame(data: Buffer): void {
    this.#onPoints(data)
    if (data.includes('"t":"ack"')) this.#onAck(JSON.parse(data.toString()).id)
    if (data.includes('"t":"rejected"')) throw new Error(data.toString())
    if (this.#asked.size > 0) this.#onRequests(data.toString())
  }

  /** A frame tells of one point, or of as many as went out together. */
  #onPoints(data: Buffer): void {
    for (let at = data.indexOf(POINT); at >= 0; at = data.indexOf(POINT, at + POINT.length)) this.#heard += 1
    this.#lookForExpected()
  }

  #lookForExpected(): void {
    if (this.#heard >= this.#expected) this.#onExpected()
  }

  #attach(port: number, member: CrowdMember | null): Promise<Client> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${LIVE_PATH}`, { perMessageDeflate: false })
    socket.on('message', (data: Buffer) => this.#onFrame(data))
    return new Promise((resolve, reject) => {
      socket.once('open', () => resolve({ socket, member, ballot: null }))
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
        resolve({ socket, member, ballot: null })
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
    .then((times) => {
      const report = { done: order.do, ms: performance.now() - from, ...(times === undefined ? {} : { times }) }
      process.send?.(report satisfies CrowdReport)
    })
    .catch((error: unknown) => {
      console.error(error)
      process.exit(1)
    })
})
