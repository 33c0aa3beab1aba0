import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideMeeting } from '../../../../shared/meeting/decide.ts'
import { spokenMs } from '../../../../shared/meeting/floor/clock.ts'
import { floorEvents } from '../../../../shared/meeting/floor/messages.ts'
import { inOrder } from '../../../../shared/meeting/floor/order.ts'
import { currentRules } from '../../../../shared/meeting/floor/rules-in-use.ts'
import { onFloor } from '../../../../shared/meeting/floor/state.ts'
import { speakingStatistics } from '../../../../shared/meeting/floor/statistics.ts'
import type { MeetingCommand, MeetingEvent } from '../../../../shared/meeting/messages.ts'
import { projectMeeting, projectMeetingEvent } from '../../../../shared/meeting/project.ts'
import {
  evolveMeeting,
  type HeldMeeting,
  type MeetingState,
  unopenedMeeting,
} from '../../../../shared/meeting/state.ts'
import { maySend } from '../../../../shared/roles/permissions.ts'
import type { Viewer } from '../../../../shared/roles/roles.ts'
import { contextOf, NOW } from '../../../fixtures/given-when-then.ts'
import { type Act, actorOf, beginning, nameOf, seat, speech, type Who } from './floor-meeting.ts'
import { type ModelRules, QueueModel } from './queue-model.ts'
import { type Dice, dice, moves, people, plain } from './queue-moves.ts'

const viewer: Viewer = { role: 'member', seats: [seat('qian')] }

/** The meeting by the core's rules, and as somebody in the hall is shown it. */
class Hall {
  state: MeetingState = unopenedMeeting
  seen: MeetingState = unopenedMeeting
  now = NOW
  /** What ever happened, in this hall and in others. */
  private readonly met: Set<string>

  constructor(rules: ModelRules, met = new Set<string>()) {
    this.met = met
    this.happen(beginning(rules))
  }

  get meeting(): HeldMeeting {
    if (this.state.phase === 'unopened') throw new Error('the meeting is not open')
    return this.state
  }

  get order(): readonly string[] {
    const { floor, runningItem } = this.meeting
    return inOrder(floor, runningItem, currentRules(this.meeting).policy).map((place) => nameOf(place.speechId))
  }

  happen(events: readonly MeetingEvent[]): void {
    for (const event of events) {
      this.met.add(event.type)
      this.state = evolveMeeting(this.state, event)
      const shown = projectMeetingEvent(event, viewer)
      if (shown !== null) this.seen = evolveMeeting(this.seen, shown)
    }
  }

  /** Null: refused. */
  decide(command: MeetingCommand, by: Act[1], state = this.state): readonly MeetingEvent[] | null {
    const decided = decideMeeting(state, command, contextOf(actorOf(state, by), { now: this.now }))
    return decided.ok ? decided.value : null
  }
}

class MoveCommand implements fc.Command<QueueModel, Hall> {
  private readonly name: keyof typeof moves
  private readonly dice: Dice
  private said = ''

  constructor(name: keyof typeof moves, thrown: Dice) {
    this.name = name
    this.dice = thrown
  }

  check = (): boolean => true

  run(model: QueueModel, hall: Hall): void {
    const move = moves[this.name]?.make(this.dice, model)
    if (move === undefined) throw new Error(`no such move: ${this.name}`)
    const by = move.by ?? this.dice.by
    this.said = `+${this.dice.ms} ${by} ${move.command.type} ${JSON.stringify(move.command.data)}`
    hall.now += this.dice.ms
    model.pass(this.dice.ms)
    if (!maySend(actorOf(hall.state, by).role, move.command.type)) return
    if (move.command.type === 'endSpeech') undoingRestores(hall)
    const events = hall.decide(move.command, by)
    expect(events !== null, 'accepted').toBe(move.model(model))
    if (events !== null) hall.happen(events)
    agree(model, hall)
  }

  toString = (): string => this.said
}

/** The core says what the slips of paper say, and nothing is lost, doubled or out of time. */
function agree(model: QueueModel, hall: Hall): void {
  const { floor, chair } = hall.meeting
  const heard = floor.speeches.flatMap(({ entries }) => entries)
  const unspoken = floor.unspoken.flatMap(({ entries }) => entries)
  const ids = (all: readonly { readonly speechId: ReturnType<typeof speech> }[]) =>
    all.map((one) => nameOf(one.speechId))
  const onIt = [floor.speaking, floor.interposed].flatMap((live) => (live === null ? [] : [live]))

  expect(hall.order, 'who waits').toEqual(model.order())
  expect(ids(heard), 'who was heard').toEqual(model.heard.map(({ id }) => id))
  expect(new Set(ids(unspoken)), 'who never spoke').toEqual(model.gone)
  expect(chair).toBe(seat(model.chair as Who))
  for (const [live, slip] of [
    [floor.speaking, model.main],
    [floor.interposed, model.aside],
  ] as const) {
    expect(live === null ? null : [nameOf(live.speechId), live.runningSince !== null]).toEqual(
      slip === null ? null : [slip.id, slip.running],
    )
  }

  expect(onIt.filter((live) => live.runningSince !== null).length, 'live at once').toBeLessThanOrEqual(1)
  expect(floor.interposed === null || floor.speaking?.runningSince === null, 'interrupted').toBe(true)

  const everywhere = [...ids(floor.queue), ...ids(onIt), ...ids(heard), ...ids(unspoken)]
  expect([...everywhere].sort(), 'each exactly once').toEqual([...model.used].sort())

  expect(
    heard.map(({ spokenMs }) => spokenMs),
    'times of the heard',
  ).toEqual(model.heard.map(({ used }) => used))
  const times = speakingStatistics(hall.meeting, hall.now)
  expect(times.total.milliseconds, 'all times together').toBe(model.liveMs)

  const ranks: readonly string[] = ['departmentAnswer', 'question', 'intervention', 'pointOfOrder', 'ordinary']
  const places = hall.order.flatMap((id) => floor.queue.filter((place) => place.speechId === speech(id)))
  const free = places.filter(({ kind, restored, to }) => {
    return !restored && kind !== 'answer' && !places.some((place) => place.speechId === to)
  })
  const classes = free.map(({ kind }) => ranks.indexOf(kind))
  expect(classes, 'classes').toEqual([...classes].sort((a, b) => a - b))

  expect(hall.seen, 'what a member sees').toEqual(projectMeeting(hall.state, viewer))
}

/** Ending what is on the floor, taking that back and calling again leaves all as it was, but for when it began. */
function undoingRestores(hall: Hall): void {
  const { floor } = hall.meeting
  const all = [floor.speaking, floor.interposed].flatMap((live) => (live === null ? [] : [live]))
  // An answer is put back by itself: together with its speech it would come before that.
  const before = floor.interposed?.kind === 'answer' ? all.slice(1) : all
  const [main] = before
  if (main === undefined) return
  // What was said in part already is taken back by an undo of its own.
  if (floor.queue.some(({ restored, to }) => restored && to === main.speechId)) return
  const play = (commands: readonly MeetingCommand[]) =>
    commands.reduce<MeetingState>((state, command) => {
      const events = hall.decide(command, 'operator', state)
      if (events === null) throw new Error(`refused: ${command.type}`)
      return events.reduce(evolveMeeting, state)
    }, hall.state)
  const away =
    main.seatId !== null && hall.meeting.attendance.presence.some((one) => one.seatId === main.seatId && !one.present)
  if (away) return
  const ended = { type: 'endSpeech', data: { speechId: main.speechId } } as const
  const after = play([ended, ...before.map(() => plain('undoSpeech')), ...before.map(() => plain('callNextSpeaker'))])
  if (after.phase === 'unopened') return
  const { policy } = currentRules(hall.meeting)
  const next = inOrder(after.floor, after.runningItem, policy)
  // A question that was called before the speech it is put to, while that one waited to go on, comes back behind it.
  const waits = floor.queue.some(({ restored, speechId }) => restored && speechId === main.to)
  if (main.kind === 'question' && waits) {
    expect(after.floor.speaking?.speechId).toBe(main.to)
    expect(next[0]?.speechId).toBe(main.speechId)
    return
  }
  const known = (live: typeof main | null) => {
    if (live === null) return null
    const { askedAt, category, extraSeconds, itemId, kind, limitSeconds, note, seatId, speechId, stance, to } = live
    // Where speeches end by themselves, whoever was put back is given time to finish.
    const time = currentRules(hall.meeting).hardEnd ? null : { extraSeconds, limitSeconds }
    const said = { askedAt, category, itemId, kind, note, seatId, speechId, stance, time, to }
    return { ...said, spoken: spokenMs(live, hall.now) }
  }
  expect(known(after.floor.speaking)).toEqual(known(floor.speaking))
  expect(known(after.floor.interposed)).toEqual(known(floor.interposed))
  expect(onFloor(after.floor)?.speechId).toBe(onFloor(floor)?.speechId)
  const { speeches, unspoken } = floor
  const kept = [after.floor.speeches, after.floor.unspoken, after.floor.handOrder, after.floor.closed]
  expect(kept).toEqual([speeches, unspoken, floor.handOrder, floor.closed])
  expect(next.map(({ speechId }) => speechId)).toEqual(
    inOrder(floor, hall.meeting.runningItem, policy).map(({ speechId }) => speechId),
  )
}

const rules: fc.Arbitrary<ModelRules> = fc.record({
  policy: fc.constantFrom('arrival', 'freshFirst', 'alternate', 'round'),
  repeats: fc.boolean(),
  times: fc.constantFrom(null, null, 1, 2),
  maxWaiting: fc.constantFrom(null, null, 1, 3),
  closedToPoints: fc.boolean(),
  anonymous: fc.boolean(),
  hardEnd: fc.boolean(),
  presentOnly: fc.constantFrom(true, true, false),
  stanceRequired: fc.boolean(),
})

const weighted = Object.entries(moves).flatMap(([name, { weight }]) => Array.from({ length: weight }, () => name))
const move = fc.tuple(fc.constantFrom(...weighted), dice).map(([name, thrown]) => new MoveCommand(name, thrown))

const RUNS = 150
const PATIENCE_MS = 20_000

const playing = (met?: Set<string>) =>
  fc.property(rules, fc.commands([move], { maxCommands: 60, size: 'max' }), (chosen, commands) => {
    const present = people.filter((who) => who !== 'he')
    fc.modelRun(() => ({ model: new QueueModel({ ...chosen }, present), real: new Hall(chosen, met) }), commands)
  })

describe('the queue, whatever is done to it in whatever order', () => {
  it('says what slips of paper and a stop-watch say', () => {
    fc.assert(playing(), { numRuns: RUNS, interruptAfterTimeLimit: PATIENCE_MS })
  })

  it('is put to everything that can be done to it', () => {
    const met = new Set<string>()
    fc.assert(playing(met), { seed: 1, numRuns: RUNS, interruptAfterTimeLimit: PATIENCE_MS })
    const { quotasEqualised: _, speechNoted: __, writtenAnswerAttached: ___, ...all } = floorEvents
    expect(Object.keys(all).filter((type) => !met.has(type))).toEqual([])
  })
})
