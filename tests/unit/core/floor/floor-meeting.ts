import { expect } from 'vitest'
import { type SeatId, type SpeechId, speechId } from '../../../../shared/core/ids.ts'
import type { Seat } from '../../../../shared/council/seat.ts'
import { plainForm, plainSpeaking } from '../../../../shared/formats/plain-form.ts'
import type { SpeakingRules } from '../../../../shared/formats/speaking-rules.ts'
import { decideMeeting } from '../../../../shared/meeting/decide.ts'
import { inOrder, type PlaceReason, placeReasons } from '../../../../shared/meeting/floor/order.ts'
import { currentRules } from '../../../../shared/meeting/floor/rules-in-use.ts'
import { onFloor } from '../../../../shared/meeting/floor/state.ts'
import type { MeetingCommand, MeetingCommandOf, MeetingEvent } from '../../../../shared/meeting/messages.ts'
import type { MeetingRejection } from '../../../../shared/meeting/rejections.ts'
import {
  evolveMeeting,
  type HeldMeeting,
  type MeetingState,
  unopenedMeeting,
} from '../../../../shared/meeting/state.ts'
import { roleOfSeat } from '../../../../shared/roles/role-of-seat.ts'
import type { Actor } from '../../../../shared/roles/roles.ts'
import { contextOf, givenFor, NOW, operator } from '../../../fixtures/given-when-then.ts'
import { id } from '../../../fixtures/ids.ts'

/** Everybody by a short name; 王 chairs, 冯 is the 话事员, 何 is on the roster and has not come. */
const sides = {
  wang: ['convener'],
  feng: ['scribe'],
  zhao: ['standing', '业委会'],
  qian: ['standing', '物业企业'],
  sun: ['public', '居民'],
  li: ['public', '居民'],
  zhou: ['public'],
  he: ['public'],
  dept: ['guest', '城管'],
} as const satisfies Record<string, readonly [Seat['kind'], string?]>

export type Who = keyof typeof sides
const everybody = Object.keys(sides) as readonly Who[]

export const seat = (who: Who): SeatId => id.seat(who.padEnd(6, '0'))

/** The id of a place and of the speech that becomes of it: written as its person's name, with more behind it. */
export const speech = (name: string): SpeechId => {
  const parsed = speechId.parse(`sp_${name.padEnd(6, '0')}`)
  if (parsed === null) throw new Error(`not an id: ${name}`)
  return parsed
}

export const nameOf = (id: SpeechId): string => id.slice(3).replace(/0+$/, '')

export const firstItem = id.item('first0')
export const secondItem = id.item('second0')

const opening: MeetingCommandOf<'openMeeting'> = {
  meetingId: id.meeting('000001'),
  councilId: id.council('000001'),
  councilName: '红星社区',
  councilCode: 'HX',
  title: '发言',
  format: '党群议事会',
  place: '活动室',
  startsAt: NOW,
  rule: null,
  speakingSeconds: 120,
  seats: everybody.map((who) => {
    const [kind, party] = sides[who] as readonly [Seat['kind'], string?]
    const voting = kind === 'convener' || kind === 'standing' || kind === 'public'
    return { seatId: seat(who), kind, voting, ...(party === undefined ? {} : { party }) }
  }),
  agenda: [
    { itemId: firstItem, title: '铺设塑胶跑道' },
    { itemId: secondItem, title: '加装充电桩' },
  ],
  chair: seat('wang'),
  scribe: seat('feng'),
}

/** What every kind of request needs; stances are said where they matter. */
export const openRules: SpeakingRules = {
  ...plainSpeaking,
  questions: true,
  interventions: true,
  pointsOfOrder: [
    { name: '规则', rank: 1 },
    { name: '事实', rank: 2 },
    { name: '秩序', rank: 2 },
  ],
  stanceRequired: false,
}

/** The rules by which a meeting of these tests goes, and what else is set when it opens. */
export type Rules = Partial<SpeakingRules> & { readonly seconds?: number; readonly plannedMinutes?: number }

/** Opened, everybody but 何 has come, and the first item is running. */
export function beginning({ plannedMinutes, seconds, ...rules }: Rules): readonly MeetingEvent[] {
  const speeches = { ...openRules, ...rules }
  const data = {
    ...opening,
    form: { ...plainForm, decision: 'consensus', speeches },
    speakingSeconds: seconds ?? opening.speakingSeconds,
    ...(plannedMinutes === undefined ? {} : { plannedMinutes }),
    openedAt: NOW,
  } as const
  return [
    { type: 'meetingOpened', data },
    ...everybody
      .filter((who) => who !== 'he')
      .map((who): MeetingEvent => {
        return { type: 'seatSignedIn', data: { seatId: seat(who), at: NOW, enteredBy: null } }
      }),
    { type: 'itemStarted', data: { itemId: firstItem, at: NOW } },
  ]
}

/** A command and who sends it: a seat, in the role that it has then, the launch window, or the host. */
export type Act = readonly [command: MeetingCommand, by: Who | 'operator' | 'host']
/** An act, or so many seconds that pass. */
type Step = Act | number

export function actorOf(meeting: MeetingState, by: Act[1]): Actor {
  if (by === 'operator') return operator
  if (by === 'host') return { role: 'host', seatId: null }
  const role = roleOfSeat(meeting, seat(by))
  if (role === null) throw new Error(`${by} has no seat`)
  return { role, seatId: seat(by) }
}

const given = givenFor<MeetingState, MeetingCommand, MeetingEvent, MeetingRejection>({
  initial: unopenedMeeting,
  decide: decideMeeting,
  evolve: evolveMeeting,
})

/** What came of some steps, each of which was accepted. */
export type Story = {
  readonly meeting: HeldMeeting
  /** ms since 1970. */
  readonly now: number
  /** Who waits, whoever is next first. */
  readonly order: readonly string[]
  /** Whose clock runs; null: nobody's. */
  readonly live: string | null
  readonly reasonsFor: (name: string) => readonly PlaceReason[]
  /** The same meeting some steps further. */
  readonly and: (...steps: readonly Step[]) => Story
  readonly refuses: (act: Act, rejection: MeetingRejection) => void
  readonly answers: (act: Act, ...events: readonly MeetingEvent[]) => void
}

/** A meeting with these rules, after these steps. */
export const held = (rules: Rules, ...steps: readonly Step[]): Story => storyOf(beginning(rules), NOW, steps)

function storyOf(before: readonly MeetingEvent[], from: number, steps: readonly Step[]): Story {
  const events = [...before]
  let state = events.reduce(evolveMeeting, unopenedMeeting)
  let now = from
  for (const step of steps) {
    if (typeof step === 'number') {
      now += step * 1000
      continue
    }
    const [command, by] = step
    const decided = decideMeeting(state, command, contextOf(actorOf(state, by), { now }))
    if (!decided.ok) throw new Error(`${by} ${command.type}: ${decided.refusal.code}`)
    events.push(...decided.value)
    state = decided.value.reduce(evolveMeeting, state)
  }
  if (state.phase === 'unopened') throw new Error('the meeting is not open')
  const meeting = state
  const { floor, runningItem } = meeting
  const { policy } = currentRules(meeting)
  const live = onFloor(floor)
  const sending = ([command, by]: Act) => given(...events).when(command, actorOf(meeting, by), { now })
  return {
    meeting,
    now,
    order: inOrder(floor, runningItem, policy).map((place) => nameOf(place.speechId)),
    live: live === null || live.runningSince === null ? null : nameOf(live.speechId),
    reasonsFor: (name) => {
      const place = floor.queue.find((one) => one.speechId === speech(name))
      if (place === undefined) throw new Error(`${name} does not wait`)
      return placeReasons(floor, runningItem, policy, place)
    },
    and: (...more) => storyOf(events, now, more),
    refuses: (act, rejection) => sending(act).thenRefused(rejection),
    answers: (act, ...expected) => sending(act).thenEvents(...expected),
  }
}

type Asked = Partial<Omit<MeetingCommandOf<'requestFloor'>, 'seatId' | 'to'>> & {
  /** The name of the place, where one person has several. */
  readonly as?: string
  readonly to?: string
  readonly by?: Act[1]
}

/** A request for the floor, by the person's own device unless it is said otherwise. */
export function asks(who: Who, { as, by, to, ...more }: Asked = {}): Act {
  const about = to === undefined ? {} : { to: speech(to) }
  const data = {
    speechId: speech(as ?? who),
    seatId: seat(who),
    kind: 'ordinary',
    stance: null,
    ...more,
    ...about,
  } as const
  return [{ type: 'requestFloor', data }, by ?? who]
}

/** 不记名: the desk asks for somebody whose name is not taken down. */
export const asksUnnamed = (as: string, by: Act[1] = 'feng'): Act => {
  return [{ type: 'requestFloor', data: { speechId: speech(as), seatId: null, kind: 'ordinary', stance: null } }, by]
}

export const questions = (who: Who, as: string = who): Act => asks(who, { as, kind: 'question' })
export const intervenes = (who: Who, as: string = who): Act => asks(who, { as, kind: 'intervention' })
export const answersTo = (to: string, who: Who, as: string): Act => asks(who, { as, to, kind: 'answer' })
export const raises = (who: Who, category: string, as: string = who): Act =>
  asks(who, { as, kind: 'pointOfOrder', category })

export const act = (command: MeetingCommand, by: Act[1] = 'wang'): Act => [command, by]

export const next: Act = act({ type: 'callNextSpeaker', data: {} })
export const pause: Act = act({ type: 'pauseSpeech', data: {} })
export const resume: Act = act({ type: 'resumeSpeech', data: {} })
export const undo: Act = act({ type: 'undoSpeech', data: {} })
export const close: Act = act({ type: 'closeQueue', data: {} })
export const reopen: Act = act({ type: 'reopenQueue', data: {} })
export const ends = (name: string): Act => act({ type: 'endSpeech', data: { speechId: speech(name) } })
export const calls = (name: string): Act => act({ type: 'callSpeaker', data: { speechId: speech(name) } })
export const timesOut = (name: string): Act => act({ type: 'timeOutSpeech', data: { speechId: speech(name) } }, 'host')
export const extend = (seconds: number): Act => act({ type: 'extendSpeech', data: { seconds } })
export const passes = (name: string, by: Act[1] = 'wang'): Act =>
  act({ type: 'passTurn', data: { speechId: speech(name) } }, by)
export const withdraws = (name: string, by: Act[1] = 'wang'): Act =>
  act({ type: 'withdrawRequest', data: { speechId: speech(name) } }, by)
export const department = (who: Who, as: string): Act =>
  act({ type: 'callDepartment', data: { speechId: speech(as), seatId: seat(who) } })
export const notes = (name: string, text: string | null): Act =>
  act({ type: 'noteSpeech', data: { speechId: speech(name), text } }, 'feng')
export const reorders = (names: readonly string[] | null): Act =>
  act({ type: 'reorderQueue', data: { speechIds: names === null ? null : names.map(speech) } })
export const round = (by: Act[1], ...who: readonly Who[]): Act =>
  act({ type: 'goRound', data: { places: who.map((one) => ({ speechId: speech(one), seatId: seat(one) })) } }, by)
export const signsOut = (who: Who): Act => act({ type: 'signOut', data: { seatId: seat(who) } }, who)
export const takesChair = (who: Who): Act => act({ type: 'handOverChair', data: { seatId: seat(who) } })
export const finish: Act = act({ type: 'finishItem', data: { itemId: firstItem } })
export const start = (itemId = secondItem): Act => act({ type: 'startItem', data: { itemId } })
/** Other rules for one item. */
export const sets = (rules: Partial<SpeakingRules>, itemId = firstItem, seconds = 120): Act =>
  act({ type: 'setSpeakingRules', data: { itemId, seconds, rules: { ...openRules, ...rules } } })

/** A whole turn: asked for, called, and over after so many seconds. */
export const speaks = (who: Who, seconds: number, more: Asked = {}): readonly Step[] => {
  const name = more.as ?? who
  return [asks(who, more), calls(name), seconds, ends(name)]
}

/** What was heard on the first item: name, and seconds spoken. */
export const heard = ({ meeting }: Story): readonly (readonly [string, number])[] =>
  meeting.floor.speeches
    .flatMap(({ entries }) => entries)
    .map(({ spokenMs, speechId: id }) => [nameOf(id), spokenMs / 1000] as const)

/** What was asked for and never said, and why. */
export const unspoken = ({ meeting }: Story): readonly (readonly [string, string])[] =>
  meeting.floor.unspoken.flatMap(({ entries }) => entries).map(({ speechId: id, why }) => [nameOf(id), why] as const)

/** Nothing but the reasons' codes, for tests that need no more. */
export const codesFor = (story: Story, name: string): readonly string[] =>
  story.reasonsFor(name).map((reason) => reason.code)

export const expectOrder = (story: Story, ...names: readonly string[]): void => expect(story.order).toEqual(names)
