import type { Signal, SignalData } from './signal-frames.ts'

/** Every update crosses every edge of the mesh: up to so many peers. */
const MAX_MEMBERS = 8

/** A peer's connection to the signalling. */
export type Peer = { send(frame: object): void }

/** One room: who is in, under which name each is known, and who has called whom. */
export class SignalRoom {
  readonly #name: string
  readonly #members = new Set<Peer>()
  readonly #names = new Map<string, Peer>()
  /** Calls as `from to`: an answer to nobody's call throws in the page that gets it. */
  readonly #calls = new Set<string>()

  constructor(name: string) {
    this.#name = name
  }

  get isEmpty(): boolean {
    return this.#members.size === 0
  }

  has(peer: Peer): boolean {
    return this.#members.has(peer)
  }

  /** False when the room is full. */
  enter(peer: Peer): boolean {
    if (!this.#members.has(peer) && this.#members.size >= MAX_MEMBERS) return false
    this.#members.add(peer)
    return true
  }

  leave(peer: Peer): void {
    this.#members.delete(peer)
    for (const [name, known] of [...this.#names]) if (known === peer) this.#forget(name)
  }

  /** Carries a message from one member to those it is for; false when it is none that this member may send. */
  publish(peer: Peer, data: SignalData): boolean {
    if (!this.#members.has(peer) || !this.#isKnownAs(peer, data.from)) return false
    if (data.type === 'announce') {
      for (const other of this.#members) if (other !== peer) this.#deliver(other, data)
      return true
    }
    return this.#call(data)
  }

  #call(data: Signal): boolean {
    const { from, signal, to } = data
    const other = this.#names.get(to)
    if (other === undefined) return false
    if (signal.type === 'answer' && !this.#calls.has(`${to} ${from}`)) return false
    if (signal.type === 'offer') this.#calls.add(`${from} ${to}`)
    this.#deliver(other, data)
    return true
  }

  /**
   * A peer is known by the name of its first message. A name that another connection has is taken over: that is the same
   * page, back before its old connection was found dead; only members ever see the names.
   */
  #isKnownAs(peer: Peer, name: string): boolean {
    const known = [...this.#names].find(([, other]) => other === peer)
    if (known !== undefined) return known[0] === name
    if (this.#names.has(name)) this.#forget(name)
    this.#names.set(name, peer)
    return true
  }

  #forget(name: string): void {
    this.#names.delete(name)
    for (const call of [...this.#calls]) if (call.split(' ').includes(name)) this.#calls.delete(call)
  }

  #deliver(to: Peer, data: SignalData): void {
    to.send({ type: 'publish', topic: this.#name, data, clients: this.#members.size })
  }
}
