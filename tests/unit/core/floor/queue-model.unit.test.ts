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
import { type Act, actorOf, beginning, firstItem, nameOf, openRules, seat, speech, type Who } from './floor-meeting.ts'
import { type ModelRules, QueueModel } from './queue-model.ts'

const people = ['zhao', 'qian', 'sun', 'li', 'zhou', 'dept', 'feng', 'wang', 'he'] as const
const senders = ['operator', 'wang', 'feng', 'zhao', 'qian', 'sun', 'dept', 'host'] as const
const categories = [
  { name: '规则', rank: 1 },
  { name: '事实', rank: 2 },
  { name: '秩序', rank: 2 },
] as const
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

/** What a move is made of; what it means depends on who waits and who speaks when it is made. */
type Dice = {
  readonly ms: number
  readonly by: (typeof senders)[number]
  readonly who: Who
  /** Which of those that make sense. */
  readonly nth: number
  /** Mostly one that waits or speaks; else any that ever did. */
  readonly stray: boolean
  readonly kind: 'question' | 'intervention' | 'pointOfOrder' | 'ordinary' | 'answer'
  readonly side: 'for' | 'against' | 'addition' | null
  readonly order: readonly number[]
  readonly unnamed: boolean
  readonly policy: ModelRules['policy']
}

const dice: fc.Arbitrary<Dice> = fc.record({
  ms: fc.oneof(fc.integer({ min: 1, max: 40_000 }), fc.constantFrom(1, 1000, 120_000, 150_000)),
  by: fc.oneof(fc.constantFrom('operator', 'wang', 'feng'), fc.constantFrom(...senders)),
  who: fc.oneof({ weight: 5, arbitrary: fc.constantFrom('zhao', 'qian', 'sun') }, fc.constantFrom(...people)),
  nth: fc.nat(9),
  stray: fc.nat(9).map((one) => one === 0),
  kind: fc.constantFrom('ordinary', 'ordinary', 'ordinary', 'question', 'intervention', 'pointOfOrder', 'answer'),
  side: fc.constantFrom('for', 'against', 'addition', null),
  order: fc.array(fc.nat(9), { minLength: 8, maxLength: 8 }),
  unnamed: fc.nat(9).map((one) => one === 0),
  policy: fc.constantFrom('arrival', 'freshFirst', 'alternate', 'round'),
})

/** What a move asks of the model, and the command that asks the same of the core. */
type Move = { readonly command: MeetingCommand; readonly by?: Act[1]; readonly model: (model: QueueModel) => boolean }
type Moves = Readonly<
  Record<string, { readonly weight: number; readonly make: (dice: Dice, model: QueueModel) => Move }>
>

const fresh = (model: QueueModel, { nth, stray }: Dice): string =>
  stray ? any([...model.used], nth) : `n${model.used.size + 1}x`
const any = (ids: readonly string[], nth: number): string => ids[nth % Math.max(1, ids.length)] ?? 'nobody'
const waitingOne = (model: QueueModel, { nth, stray }: Dice) =>
  any(stray ? [...model.used] : model.waiting.map(({ id }) => id), nth)
const liveOne = (model: QueueModel, { nth, stray }: Dice) =>
  any(stray ? [...model.used] : [model.aside, model.main].flatMap((live) => (live === null ? [] : [live.id])), nth)
/** Two of three times whoever it is about sends it. */
const self = ({ by, nth, who }: Dice): Act[1] => (nth % 3 === 0 ? by : who)
const plain = (
  type: 'callNextSpeaker' | 'pauseSpeech' | 'resumeSpeech' | 'undoSpeech' | 'closeQueue' | 'reopenQueue',
) => ({ type, data: {} }) as const

const moves: Moves = {
  request: {
    weight: 14,
    make: (d, model) => {
      const [id, by] = [fresh(model, d), d.unnamed ? d.by : self(d)]
      const { kind, side } = d
      const category = kind === 'pointOfOrder' ? (categories[d.nth % 3] ?? categories[0]) : null
      const who = d.unnamed ? null : d.who
      const asked = [...model.waiting, ...model.heard, ...[model.aside ?? []].flat()]
      const answered = asked.filter((one) => one.kind === 'question' || one.kind === 'intervention')
      const to = kind === 'answer' ? any(d.stray ? [...model.used] : answered.map((one) => one.id), d.nth) : null
      return {
        command: {
          type: 'requestFloor',
          data: {
            speechId: speech(id),
            seatId: who === null ? null : seat(who),
            kind,
            stance: side,
            ...(category === null ? {} : { category: category.name }),
            ...(to === null ? {} : { to: speech(to) }),
          },
        },
        by,
        model: (m) => m.asks(by, { id, who, kind, rank: category?.rank ?? 0, side, to }),
      }
    },
  },
  withdraw: {
    weight: 3,
    make: (d, model) => {
      const [id, by] = [waitingOne(model, d), self(d)]
      return {
        command: { type: 'withdrawRequest', data: { speechId: speech(id) } },
        by,
        model: (m) => m.withdraws(by, id),
      }
    },
  },
  pass: {
    weight: 2,
    make: (d, model) => {
      const id = waitingOne(model, d)
      return { command: { type: 'passTurn', data: { speechId: speech(id) } }, model: (m) => m.passesTurn(d.by, id) }
    },
  },
  round: {
    weight: 2,
    make: (d, model) => {
      const wanted = d.stray ? [d.who, d.who] : people.slice(d.nth % 4, (d.nth % 4) + 1 + (d.nth % 3))
      const places = wanted.map((who, index) => ({ id: `r${model.used.size + 1}x${index + 1}`, who }))
      const data = { places: places.map(({ id, who }) => ({ speechId: speech(id), seatId: seat(who) })) }
      return { command: { type: 'goRound', data }, model: (m) => m.goesRound(d.by, places) }
    },
  },
  next: { weight: 8, make: () => ({ command: plain('callNextSpeaker'), model: (m) => m.callsNext() }) },
  call: {
    weight: 3,
    make: (d, model) => {
      const id = waitingOne(model, d)
      return { command: { type: 'callSpeaker', data: { speechId: speech(id) } }, model: (m) => m.calls(id) }
    },
  },
  department: {
    weight: 1,
    make: (d, model) => {
      const id = fresh(model, d)
      const data = { speechId: speech(id), seatId: seat(d.who) }
      return { command: { type: 'callDepartment', data }, model: (m) => m.callsDepartment(id, d.who) }
    },
  },
  pause: { weight: 3, make: () => ({ command: plain('pauseSpeech'), model: (m) => m.pauses() }) },
  resume: { weight: 3, make: () => ({ command: plain('resumeSpeech'), model: (m) => m.resumes() }) },
  extend: {
    weight: 1,
    make: () => ({ command: { type: 'extendSpeech', data: { seconds: 30 } }, model: (m) => m.extends(30) }),
  },
  end: {
    weight: 4,
    make: (d, model) => {
      const [id, by] = [liveOne(model, d), self(d)]
      return { command: { type: 'endSpeech', data: { speechId: speech(id) } }, by, model: (m) => m.ends(by, id) }
    },
  },
  timeOut: {
    weight: 4,
    make: (d, model) => {
      const id = liveOne(model, { ...d, nth: 0 })
      const command = { type: 'timeOutSpeech', data: { speechId: speech(id) } } as const
      return { command, by: 'host', model: (m) => m.timesOut(id) }
    },
  },
  undo: { weight: 5, make: () => ({ command: plain('undoSpeech'), model: (m) => m.undoes() }) },
  reorder: {
    weight: 3,
    make: (d, model) => {
      const now = model.order()
      const shuffled = d.order.flatMap((index) => now[index % Math.max(1, now.length)] ?? [])
      const swapped = now.map((id, index) => (index === d.nth ? now[index + 1] : index === d.nth + 1 ? now[d.nth] : id))
      const ids = d.unnamed ? null : d.stray ? shuffled : swapped.map((id, index) => id ?? now[index] ?? 'nobody')
      const speechIds = ids === null ? null : ids.map(speech)
      return { command: { type: 'reorderQueue', data: { speechIds } }, model: (m) => m.reorders(ids) }
    },
  },
  close: { weight: 1, make: () => ({ command: plain('closeQueue'), model: (m) => m.closes(true) }) },
  reopen: { weight: 1, make: () => ({ command: plain('reopenQueue'), model: (m) => m.closes(false) }) },
  signOut: {
    weight: 2,
    make: (d) => {
      const command = { type: 'signOut', data: { seatId: seat(d.who) } } as const
      return { command, by: self(d), model: (m) => m.signs(self(d), d.who, false) }
    },
  },
  signIn: {
    weight: 3,
    make: (d) => {
      const command = { type: 'signIn', data: { seatId: seat(d.who) } } as const
      return { command, by: self(d), model: (m) => m.signs(self(d), d.who, true) }
    },
  },
  handOver: {
    weight: 1,
    make: (d) => ({
      command: { type: 'handOverChair', data: { seatId: seat(d.who) } },
      model: (m) => m.handsOver(d.who),
    }),
  },
  standIn: {
    weight: 1,
    make: (d, model) => {
      const id = fresh(model, d)
      const data = { seatId: seat(d.who), speechId: speech(id), stance: d.side }
      return { command: { type: 'nameStandIn', data }, model: (m) => m.namesStandIn(d.by, d.who, id, d.side) }
    },
  },
  rules: {
    weight: 1,
    make: ({ policy }, { rules }) => {
      const data = { itemId: firstItem, seconds: 120, rules: { ...openRules, ...rules, policy } }
      const set = (m: QueueModel) => {
        m.rules.policy = policy
        return true
      }
      return { command: { type: 'setSpeakingRules', data }, model: set }
    },
  },
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
  const known = (live: typeof main | null) => {
    if (live === null) return null
    const { askedAt, category, extraSeconds, itemId, kind, limitSeconds, note, seatId, speechId, stance, to } = live
    const said = { askedAt, category, extraSeconds, itemId, kind, limitSeconds, note, seatId, speechId, stance, to }
    return { ...said, spoken: spokenMs(live, hall.now) }
  }
  expect(known(after.floor.speaking)).toEqual(known(floor.speaking))
  expect(known(after.floor.interposed)).toEqual(known(floor.interposed))
  expect(onFloor(after.floor)?.speechId).toBe(onFloor(floor)?.speechId)
  const { speeches, unspoken } = floor
  const kept = [after.floor.speeches, after.floor.unspoken, after.floor.handOrder, after.floor.closed]
  expect(kept).toEqual([speeches, unspoken, floor.handOrder, floor.closed])
  const { policy } = currentRules(hall.meeting)
  expect(inOrder(after.floor, after.runningItem, policy).map(({ speechId }) => speechId)).toEqual(
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
