import type { Hall } from '../../../main/host/hall/hall.ts'
import type { HallLogEntry } from '../../../main/host/hall/hall-log.ts'
import type { Outcome } from '../../../main/host/streams/answers.ts'
import { canonicalJson } from '../../../shared/core/canonical.ts'
import { commandId } from '../../../shared/core/ids.ts'
import { keyOf as deviceOf } from '../../../shared/meeting/attendance/state.ts'
import { roleOfSeat } from '../../../shared/roles/role-of-seat.ts'
import type { Actor } from '../../../shared/roles/roles.ts'
import { addressOf } from '../../../shared/streams/stream-name.ts'
import type { Cast } from './cast.ts'
import { type Intent, intentsFor } from './intents.ts'
import { keyOf, type Story, type Told } from './story.ts'

/** People who act at the same time. */
const HANDS = 5
/** An answer that has not come after so many turns of the event loop never comes. */
const PATIENCE_TURNS = 50_000

/** Answers that only say that the host has gone: the sender keeps the command and sends it again. */
const NO_ANSWER = ['storageFailed', 'hostEnding']
/** Refusals that the people of this story never earn. */
const NEVER = ['malformed', 'commandIdReused', 'streamDamaged']

export type Counts = { commands: number; acknowledged: number; refused: number; resent: number }

type Parts = {
  readonly story: Story
  readonly cast: Cast
  readonly random: () => number
  readonly counts: Counts
  /** The disk may report failures in this life, and the hall give up. */
  readonly mayFail?: boolean
}

/** One life of a hall: several people act on it at once, until it ends. */
export class Life {
  readonly #parts: Parts
  readonly #waiting = new Set<Promise<void>>()
  #hall: Hall | null = null
  #isOver = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  get mayFail(): boolean {
    return this.#parts.mayFail === true
  }

  get isOver(): boolean {
    return this.#isOver
  }

  /** From here on nothing that the hall says counts any more. Keeps what it has shown. */
  end(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#keepShown()
  }

  readonly log = (entry: HallLogEntry): void => {
    const odd = ['damaged', 'fault', 'stepRefused', ...(this.#isOver || this.mayFail ? [] : ['storageFailed'])]
    if (odd.includes(entry.event)) this.#parts.story.problem(JSON.stringify(entry))
  }

  /** A hall has opened: what it says about itself must be what earlier ones said. */
  begin(hall: Hall): void {
    const { story } = this.#parts
    this.#hall = hall
    const { hostId } = hall.documents.settings.data
    story.hostId ??= hostId
    if (hostId !== story.hostId) story.problem('the hall has another id')
    const nothing = () => undefined
    const onIndex = () => {
      for (const { joinCode, meetingId } of hall.documents.index.data.meetings) story.joinCodes.set(meetingId, joinCode)
    }
    for (const { joinCode, meetingId } of hall.documents.index.data.meetings) {
      if ((story.joinCodes.get(meetingId) ?? joinCode) !== joinCode) story.problem(`${meetingId} has another code`)
    }
    onIndex()
    // What is shown at a start is the truth from now on, although its sender may still wait for an answer.
    const { seats } = hall.documents.contacts.data
    for (const { seatId } of this.#parts.cast.roster) story.contacts.set(seatId, seats[seatId] ?? null)
    hall.watch({ onBatch: nothing, onOpened: nothing, onFailure: nothing, onIndex })
    this.#keepShown()
  }

  /** Sends again what had no answer, and acts on, `budget` commands in all. */
  async act(budget: number): Promise<void> {
    const left = { budget }
    this.resendUnanswered()
    await Promise.all(Array.from({ length: HANDS }, () => this.#hand(left)))
    await this.settled()
  }

  /** Several commands at once, whose answers nobody waits for; steps across streams if there are any to take. */
  async burst(count: number): Promise<void> {
    for (let told = 0; told < count && !this.#isOver; told++) {
      const next = this.#tellNext(startsStep)
      if (next !== null) void this.#submit(next)
    }
    const turns = Math.floor(this.#parts.random() * count * 5)
    for (let turn = 0; turn < turns && !this.#isOver; turn++) await nextTurn()
  }

  resendUnanswered(): void {
    for (const told of [...this.#parts.story.unanswered.values()]) this.#again(told)
  }

  /** Waits for every answer, also for those of a hall whose disk is gone. */
  async settled(): Promise<void> {
    for (let turns = 0; this.#waiting.size > 0; turns++) {
      if (turns > PATIENCE_TURNS) return this.#parts.story.problem('an answer never came')
      await nextTurn()
    }
  }

  /** Waits until every step across streams has been taken. */
  async carriedOn(hall: Hall): Promise<void> {
    for (let turns = 0; hall.streams.all().some((stream) => stream.untaken().length > 0); turns++) {
      if (turns > PATIENCE_TURNS) return this.#parts.story.problem('a step is never taken')
      await nextTurn()
    }
  }

  async #hand(left: { budget: number }): Promise<void> {
    const { random, story } = this.#parts
    while (!this.#isOver && left.budget > 0) {
      left.budget--
      const told = this.#tellNext()
      const answered = told && this.#submit(told)
      // A double tap, an old command that comes again, and another command under a used id.
      if (told !== null && random() < 0.08) this.#again(told)
      if (random() < 0.06) this.#againAnswered()
      if (told !== null && random() < 0.04) this.#reuseId(told)
      if (random() < 0.55) await answered
      else for (let turns = Math.floor(random() * 4); turns > 0; turns--) await nextTurn()
      if (story.problems.length > 0) return
    }
  }

  #tellNext(isFavoured: (intent: Intent) => boolean = () => false): Told | null {
    const { cast, counts, random, story } = this.#parts
    if (this.#hall === null) return null
    const intents = intentsFor(this.#hall, cast, random)
    const intent = draw(intents.filter(isFavoured), random) ?? draw(intents, random)
    if (intent === null) return null
    const id = commandId.mint(cast.bytes)
    const { seatId, stream, type } = intent
    const told: Told = { id, seatId, stream, type, data: intent.data(id) }
    // One clerk keeps the contacts: the next change of an entry waits for the answer to the last.
    const busy = [...story.unanswered.values()].some((other) => {
      return other.stream === 'contacts' && other.data['seatId'] === told.data['seatId']
    })
    if (stream === 'contacts' && busy) return null
    story.tell(told)
    counts.commands++
    return told
  }

  #again(told: Told): void {
    this.#parts.counts.resent++
    void this.#submit(told)
  }

  #againAnswered(): void {
    const { random, story } = this.#parts
    const keys = [...story.acknowledged.keys()]
    const told = story.submitted.get(keys[Math.floor(random() * keys.length)] ?? '')
    if (told !== undefined && told.stream !== 'contacts') this.#again(told)
  }

  #reuseId(told: Told): void {
    const actor = this.#actorOf(told)
    if (this.#hall === null || actor === null || told.stream === 'contacts') return
    const data = { ...told.data, another: true }
    const outcome = this.#hall.submit(told.stream, { actor, id: told.id, type: told.type, data })
    this.#track(
      outcome.then((answer) => {
        if (answer.ok) this.#parts.story.problem(`${keyOf(told)} was accepted with other data`)
      }),
    )
  }

  #submit(told: Told): Promise<void> {
    const actor = this.#actorOf(told)
    if (this.#hall === null || actor === null) {
      // The device has lost its seat: whatever became of the command, nobody will hear of it.
      this.#parts.story.unanswered.delete(keyOf(told))
      return Promise.resolve()
    }
    const { data, id, stream, type } = told
    const mayAccept = this.#hall.halted === null
    const answered = this.#hall.submit(stream, { actor, id, type, data }).then((outcome) => {
      if (outcome.ok && !mayAccept) this.#parts.story.problem(`${keyOf(told)} was accepted after the hall had stopped`)
      this.#hear(told, outcome)
    })
    return this.#track(answered)
  }

  #hear(told: Told, outcome: Outcome): void {
    const { counts, story } = this.#parts
    if (outcome.ok) {
      counts.acknowledged++
      return story.acknowledge(told, outcome.seq)
    }
    const { code } = outcome.rejection
    if (this.#isOver || NO_ANSWER.includes(code)) return
    counts.refused++
    if (NEVER.includes(code)) story.problem(`${told.type} ${keyOf(told)} was refused: ${code}`)
    story.refuse(told, code)
  }

  /** Who acts, as a session finds it out: a seat acts through the device that is bound to it now. */
  #actorOf({ seatId, stream }: Told): Actor | null {
    if (seatId === null || stream === 'contacts') return { role: 'operator', seatId: null }
    const address = addressOf(stream)
    const meeting = address.kind === 'meeting' ? this.#hall?.streams.meeting(address.id)?.accepted : undefined
    if (meeting === undefined || meeting.phase === 'unopened') return null
    if (deviceOf(meeting.attendance, seatId) !== this.#parts.cast.keys.get(seatId)?.publicKey) return null
    const role = roleOfSeat(meeting, seatId)
    return role && { role, seatId }
  }

  #track(work: Promise<void>): Promise<void> {
    const tracked: Promise<void> = work.finally(() => this.#waiting.delete(tracked))
    this.#waiting.add(tracked)
    return tracked
  }

  #keepShown(): void {
    if (this.#hall === null) return
    for (const stream of this.#hall.streams.all()) {
      const { kind, id } = addressOf(stream.name)
      const operator = { role: 'operator', seats: [] } as const
      const state = kind === 'meeting' ? this.#hall.streams.meeting(id)?.confirmed : stream.view(operator)
      this.#parts.story.shown.set(stream.name, { stream: stream.name, seq: stream.seq, state: canonicalJson(state) })
    }
  }
}

const startsStep = ({ type }: Intent) => type === 'conveneMeeting' || type === 'assignWorksheet'

function draw(intents: readonly Intent[], random: () => number): Intent | null {
  let at = random() * intents.reduce((sum, intent) => sum + intent.weight, 0)
  for (const intent of intents) {
    at -= intent.weight
    if (at < 0) return intent
  }
  return null
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
