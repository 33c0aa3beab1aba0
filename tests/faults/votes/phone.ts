import { ballotStanding } from '../../../renderer/attendee/vote/ballot-standing.ts'
import { handedIn, isTickedOrNone } from '../../../renderer/attendee/vote/ticked.ts'
import { choiceName, isOfPastVote } from '../../../renderer/attendee/vote/use-forgotten-votes.ts'
import { DRAFT_PREFIX, memoryIn, type Place, placeIn } from '../../../renderer/connection/keeping-place.ts'
import { HallClient } from '../../../shared/client/hall-client.ts'
import type { MeetingId, SeatId, VoteId } from '../../../shared/core/ids.ts'
import type { DeviceKey } from '../../../shared/identity/device-key.ts'
import type { Room } from './room.ts'

export type Option = 'for' | 'against' | 'abstain'

const question = { kind: 'motion' } as const

export type PhoneParts = {
  readonly key: DeviceKey
  readonly seats: readonly SeatId[]
  readonly meetingId: MeetingId
  readonly voteId: VoteId
  readonly room: Room
  readonly problem: (what: string) => void
}

/** A phone with the page's own client and what a browser keeps: it can be loaded again at any moment. */
export class Phone {
  readonly #parts: PhoneParts
  readonly #storage = browserStorage()
  #place: Place
  #pages = 0
  #client: HallClient
  /** What each seat has ticked, and who has pressed: nobody ever does either twice. */
  readonly ticked = new Map<SeatId, Option>()
  readonly pressed = new Set<SeatId>()
  /** The batch that each seat was told of. A page that is loaded again is told nothing but shows the ballot. */
  readonly confirmed = new Map<SeatId, number>()
  /** Seats whose ballot the page has shown as recorded. */
  readonly recorded = new Set<SeatId>()

  constructor(parts: PhoneParts) {
    this.#parts = parts
    this.#place = placeIn(() => this.#storage)
    this.#client = this.#load()
  }

  get seats(): readonly SeatId[] {
    return this.#parts.seats
  }

  get isIn(): boolean {
    return this.#client.phase.at === 'live' && this.#client.copies.meeting(this.#parts.meetingId) !== null
  }

  get unanswered(): number {
    return this.#client.unanswered
  }

  /** Ticks, as the page keeps it until the ballot is recorded. */
  tick(seat: SeatId, option: Option): void {
    this.ticked.set(seat, option)
    this.#place.write(this.#draftOf(seat), [option])
  }

  /** Hands in what is still ticked. */
  press(seat: SeatId): void {
    const { meetingId, problem, voteId } = this.#parts
    const option = this.#stillTicked(seat)
    this.pressed.add(seat)
    if (option === null) return problem(`${seat} has to tick again before pressing`)
    void this.#client.castBallot(meetingId, voteId, seat, option).then((answer) => {
      if (answer.ok) this.confirmed.set(seat, answer.seq)
      else problem(`${seat} was refused: ${answer.rejection.code}`)
    })
  }

  /** The page is loaded again: only what the browser has kept is left. */
  reload(): void {
    this.#client.close()
    this.#place = placeIn(() => this.#storage)
    this.#client = this.#load()
    this.look()
  }

  close(): void {
    this.#client.close()
  }

  /** Whoever has no confirmation still has his choice: in the outbox once he has pressed, and ticked all the time. */
  look(): void {
    const { problem } = this.#parts
    for (const refusal of this.#client.lateRefusals) problem(`refused late: ${refusal}`)
    this.#lookAtPage()
    for (const [seat, option] of this.ticked) {
      if (this.confirmed.has(seat) || this.recorded.has(seat)) continue
      if (this.#stillTicked(seat) !== option) problem(`${seat} is no longer ticked`)
      const kept = this.#client.pending.filter(({ seatId, type }) => type === 'castBallot' && seatId === seat)
      const options = kept.map(({ data }) => (data as { readonly option?: unknown }).option)
      const wanted = this.pressed.has(seat) ? [option] : []
      if (options.join() !== wanted.join()) problem(`of ${seat} the outbox holds “${options}” and not “${wanted}”`)
    }
  }

  /** The page asks nobody again who has pressed, shows his own choice, and lets go of what is past. */
  #lookAtPage(): void {
    const { meetingId, problem, room, voteId } = this.#parts
    const meeting = this.#client.copies.meeting(meetingId)
    if (meeting === null || meeting.phase === 'unopened') return
    const vote = meeting.voting.open
    this.#place.removeWhere((name) => isOfPastVote(name, vote?.voteId ?? null))
    if (vote?.voteId !== voteId) return
    for (const [seat, option] of this.ticked) {
      if (!this.pressed.has(seat)) continue
      const standing = ballotStanding(meeting, vote, seat, this.#client.pending, room.now())
      if (standing.at === 'recorded') {
        this.recorded.add(seat)
        this.#place.remove(this.#draftOf(seat))
      } else if (standing.at !== 'sending') problem(`${seat} is asked to tick again: ${standing.at}`)
      if ('option' in standing && standing.option !== option) problem(`${seat} is shown another choice`)
    }
  }

  #stillTicked(seat: SeatId): string | null {
    const kept = this.#place.read(this.#draftOf(seat))
    return isTickedOrNone(question)(kept) && kept !== null ? handedIn(question, kept) : null
  }

  #draftOf(seat: SeatId): string {
    return DRAFT_PREFIX + choiceName(this.#parts.voteId, seat)
  }

  #load(): HallClient {
    const { key, room } = this.#parts
    this.#pages++
    const seed = Number.parseInt(key.publicKey.slice(0, 8), 16) + this.#pages
    const client = new HallClient(room.runtime(seed, memoryIn(this.#place, 'yishiting.hall')), {
      kind: 'device',
      key,
      meetingId: null,
    })
    client.subscribe(() => client === this.#client && this.look())
    return client
  }
}

/** A browser's storage: text by name, and nothing else outlives the page. */
function browserStorage(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: (name) => void kept.delete(name),
    clear: () => kept.clear(),
  }
}
