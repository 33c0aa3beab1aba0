import * as fc from 'fast-check'
import type { MeetingCommand } from '../../../../shared/meeting/messages.ts'
import { type Act, firstItem, openRules, seat, speech, type Who } from './floor-meeting.ts'
import type { ModelRules, QueueModel } from './queue-model.ts'

export const people = ['zhao', 'qian', 'sun', 'li', 'zhou', 'dept', 'feng', 'wang', 'he'] as const
const senders = ['operator', 'wang', 'feng', 'zhao', 'qian', 'sun', 'dept', 'host'] as const
const categories = [
  { name: '规则', rank: 1 },
  { name: '事实', rank: 2 },
  { name: '秩序', rank: 2 },
] as const
/** What a move is made of; what it means depends on who waits and who speaks when it is made. */
export type Dice = {
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

export const dice: fc.Arbitrary<Dice> = fc.record({
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
export const plain = (
  type: 'callNextSpeaker' | 'pauseSpeech' | 'resumeSpeech' | 'undoSpeech' | 'closeQueue' | 'reopenQueue',
) => ({ type, data: {} }) as const

export const moves: Moves = {
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
