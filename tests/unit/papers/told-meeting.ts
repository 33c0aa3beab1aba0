import type { ItemId, SeatId } from '../../../shared/core/ids.ts'
import type { Seat, SeatKind } from '../../../shared/council/seat.ts'
import type { MeetingForm } from '../../../shared/formats/format.ts'
import { plainForm } from '../../../shared/formats/plain-form.ts'
import type { SpeechKind, Stance } from '../../../shared/meeting/floor/state.ts'
import type { MeetingEvent } from '../../../shared/meeting/messages.ts'
import { evolveMeeting, type HeldMeeting, unopenedMeeting } from '../../../shared/meeting/state.ts'
import { evaluate } from '../../../shared/rules/evaluate.ts'
import { verdictSentence } from '../../../shared/wording/verdicts.ts'
import { emptyLedger, evolveLedger, type LedgerState } from '../../../shared/worksheets/ledger.ts'
import type { Worksheet } from '../../../shared/worksheets/messages.ts'
import { id } from '../../fixtures/ids.ts'
import { opening } from '../../fixtures/small-meeting.ts'

/** 22 November 2026, 09:05 in China. */
export const STARTS_AT = Date.UTC(2026, 10, 22, 1, 5)
export const CLOSED_AT = Date.UTC(2026, 10, 22, 2, 30)

type ToldItem = {
  readonly title: string
  readonly phase?: 'planned' | 'running' | 'finished'
  readonly points?: readonly { readonly kind: 'opinion' | 'agreed' | 'todo'; readonly text: string }[]
  readonly votes?: readonly ToldVote[]
  /** How it ended where nothing was voted on; taken back, and drawn again in these words, when `after` is there. */
  readonly conclusion?: {
    readonly outcome: 'reached' | 'notReached' | 'handled'
    readonly text: string
    readonly after?: string
    readonly given?: Given
  }
  readonly speeches?: readonly ToldSpeech[]
  /** Who asked for the floor in vain, by their place in the list of seats. */
  readonly unspoken?: readonly { readonly by: number | null; readonly why: 'withdrawn' | 'passed' | 'left' }[]
  /** Who stood aside, by their place in the list of seats. */
  readonly aside?: readonly number[]
}

export type ToldSpeech = {
  /** By the place in the list of seats; null: 不记名. */
  readonly by: number | null
  readonly kind?: SpeechKind
  readonly stance?: Stance
  readonly category?: string
  readonly seconds: number
  readonly note?: string
  readonly answer?: string
}

type Given = { readonly unit: string; readonly dueOn: string; readonly issued?: boolean }

type ToldVote = {
  readonly motion: string
  readonly inFavour: number
  /** Declared void after it was closed, or before. */
  readonly voided?: { readonly reason: string; readonly closed: boolean }
  readonly given?: Given
  readonly open?: boolean
}

export type ToldSeat = {
  readonly name: string | null
  readonly kind?: SeatKind
  readonly voting?: boolean
  readonly party?: string
  readonly duty?: string
  readonly suspended?: true
  readonly attends?: 'present' | 'left' | 'excused' | 'absent'
}

export type ToldMeeting = {
  readonly title?: string
  readonly councilName?: string
  readonly place?: string
  readonly practice?: boolean
  readonly closed?: boolean
  readonly source?: string
  readonly quorum?: boolean
  /** Nobody has compared the rule with its source. */
  readonly unchecked?: boolean
  /** How the meeting is held; nothing is voted on unless the form says so. */
  readonly form?: Partial<MeetingForm>
  /** 会议形式 by name. */
  readonly format?: string
  readonly headcount?: number
  /** 委托表决, by places in the list of seats. */
  readonly delegated?: readonly (readonly [from: number, to: number])[]
  /** The chair writes the record too. */
  readonly alone?: boolean
  readonly seats?: readonly ToldSeat[]
  readonly items?: readonly ToldItem[]
}

export const fewSeats: readonly ToldSeat[] = [
  { name: '王召集', kind: 'convener' },
  { name: '李话事', kind: 'scribe', voting: false },
  { name: '赵委员' },
  { name: '钱委员' },
  { name: '孙委员', attends: 'excused' },
  { name: '周列席', kind: 'guest', voting: false },
]

/** A meeting as its events tell it, with the names and the ledger that belong to it. */
export function told(tale: ToldMeeting): {
  readonly meeting: HeldMeeting
  readonly names: Readonly<Record<string, string>>
  readonly ledger: LedgerState
} {
  const people = (tale.seats ?? fewSeats).map((seat, index) => ({ ...seat, seatId: id.seat(`told${pad(index)}`) }))
  const seats: readonly Seat[] = people.map(
    ({ attends: _, kind = 'standing', name: _name, voting = true, ...seat }) => {
      return { ...seat, kind, voting }
    },
  )
  const items = (tale.items ?? []).map((item, index) => ({ ...item, itemId: id.item(`told${pad(index)}`) }))
  const { quorum, ...rest } = opening.rule
  const rule = {
    ...rest,
    quorum: tale.quorum === false ? null : quorum,
    source: tale.source ?? '小会约定（示例，依据待核对）',
    ...(tale.unchecked === true ? { checked: null } : {}),
  }
  const form = { ...plainForm, ...tale.form }
  const [chair, scribe] = people
  if (chair === undefined || scribe === undefined) throw new Error('a meeting has a chair and a scribe')
  const present = people.filter(({ attends = 'present' }) => attends === 'present' || attends === 'left')
  const electors = present.filter(({ voting = true }) => voting).map(({ seatId }) => seatId)
  const entitled = seats.filter((seat) => seat.voting).length
  const opened: MeetingEvent = {
    type: 'meetingOpened',
    data: {
      ...opening,
      title: tale.title ?? '红星社区第一次议事会',
      councilName: tale.councilName ?? '红星社区党群议事会',
      place: tale.place ?? '二楼活动室',
      ...(tale.practice === true ? { practice: true } : {}),
      startsAt: STARTS_AT,
      openedAt: STARTS_AT - 60_000,
      rule: form.decision === 'vote' ? rule : null,
      form,
      format: tale.format ?? opening.format,
      seats: [...seats],
      agenda: items.map(({ itemId, title }) => ({ itemId, title })),
      chair: chair.seatId,
      scribe: tale.alone === true ? chair.seatId : scribe.seatId,
    },
  }
  const events: MeetingEvent[] = [opened]
  const at = STARTS_AT
  for (const { attends = 'present', seatId } of people) {
    if (attends === 'present' || attends === 'left') {
      events.push({ type: 'seatSignedIn', data: { seatId, at, enteredBy: null } })
    }
    if (attends === 'left') events.push({ type: 'seatSignedOut', data: { seatId, at, enteredBy: null } })
    if (attends === 'excused') events.push({ type: 'leaveRecorded', data: { seatId, reason: '孩子生病要照看' } })
  }
  if (tale.headcount !== undefined) events.push({ type: 'headcountRecorded', data: { count: tale.headcount, at } })
  for (const [from, to] of tale.delegated ?? []) {
    const data = { seatId: seatAt(from), proxyId: seatAt(to), at, enteredBy: null }
    events.push({ type: 'voteDelegated', data })
  }
  const worksheets: Worksheet[] = []
  const assign = ({ issued = true, ...given }: Given, key: string, matter: string) => {
    const practice = tale.practice === true ? ({ practice: true } as const) : {}
    const { councilCode, councilId, meetingId } = opening
    const ids = { worksheetId: id.worksheet(key), resolutionId: id.resolution(key) }
    const worksheet = { ...given, ...practice, ...ids, councilCode, meetingId, matter }
    events.push({ type: 'worksheetAssigned', data: { ...worksheet, councilId } })
    const serial = tale.practice === true ? null : worksheets.length + 1
    const number = serial === null ? null : `2026-HX-${pad(serial)}`
    if (issued) worksheets.push({ ...worksheet, number, serial, year: 2026, issuedAt: CLOSED_AT })
  }
  for (const item of items) {
    const { aside = [], conclusion, itemId, phase = 'finished', points = [], votes = [] } = item
    for (const index of aside) {
      const seatId = seatAt(index)
      events.push({ type: 'recusalRecorded', data: { itemId, seatId, reason: '本人是当事人', at, enteredBy: null } })
    }
    if (phase !== 'planned') events.push({ type: 'itemStarted', data: { itemId, at } })
    events.push(...floorEvents(item))
    points.forEach((point, index) => {
      events.push({
        type: 'pointAdded',
        data: { ...point, itemId, pointId: id.point(`${itemId.slice(3)}${pad(index)}`) },
      })
    })
    votes.forEach((vote, index) => {
      const key = `${itemId.slice(3)}${pad(index)}`
      const voteId = id.vote(key)
      const resolutionId = id.resolution(key)
      const { motion } = vote
      events.push({ type: 'voteOpened', data: { voteId, itemId, motion, at, entitled, electors: [...electors] } })
      if (vote.open === true) return
      const against = electors.length - vote.inFavour
      const figures = { entitled, present: electors.length, for: vote.inFavour, against, abstain: 0 }
      const verdict = evaluate(rule, figures)
      const sentence = verdictSentence(rule, verdict)
      if (vote.voided?.closed !== false) {
        const stored = { ...verdict, reasons: [...verdict.reasons], sentence }
        events.push({ type: 'voteClosed', data: { voteId, at, ballots: [], verdict: stored } })
        if (verdict.passed)
          events.push({ type: 'resolutionAdopted', data: { resolutionId, voteId, itemId, text: motion } })
      }
      if (vote.voided !== undefined) {
        events.push({ type: 'voteVoided', data: { voteId, reason: vote.voided.reason, at } })
      }
      if (vote.given !== undefined) assign(vote.given, key, motion)
    })
    if (conclusion !== undefined) {
      const { after, given, outcome, text } = conclusion
      const key = itemId.slice(3)
      const resolutionId = id.resolution(key)
      const draw = (words: string) => {
        const resolved = outcome === 'notReached' ? null : resolutionId
        const data = { itemId, outcome, text: words, resolutionId: resolved, at, by: 'operator' as const }
        events.push({ type: 'itemConcluded', data })
        if (resolved === null) return
        events.push({ type: 'resolutionAdopted', data: { resolutionId: resolved, voteId: null, itemId, text: words } })
      }
      if (after !== undefined) {
        draw(after)
        events.push({ type: 'conclusionWithdrawn', data: { itemId, reason: '写错了', at } })
      }
      draw(text)
      if (given !== undefined) assign(given, key, text)
    }
    if (phase === 'finished') events.push({ type: 'itemFinished', data: { itemId, at } })
  }
  if (tale.closed !== false) events.push({ type: 'meetingClosed', data: { closedAt: CLOSED_AT } })
  const meeting = events.reduce(evolveMeeting, unopenedMeeting)
  if (meeting.phase === 'unopened') throw new Error('the meeting was opened')
  const ledger = worksheets
    .map((data) => ({ type: 'worksheetIssued', data }) as const)
    .reduce(evolveLedger, emptyLedger)
  return { meeting, names: namesOf(people), ledger }
}

/** One speech a minute, from the beginning of the meeting on; who asked in vain did so before anybody spoke. */
function floorEvents(item: ToldItem & { readonly itemId: ItemId }): readonly MeetingEvent[] {
  const { itemId, speeches = [], unspoken = [] } = item
  const key = (index: number) => id.speech(`${itemId.slice(3)}${pad(index)}`)
  const asking = { stance: null, category: null, to: null, at: STARTS_AT, enteredBy: null }
  const inVain = unspoken.flatMap(({ by, why }, index): readonly MeetingEvent[] => {
    const asked = { ...asking, speechId: key(5_000 + index), seatId: by === null ? null : seatAt(by) }
    return [
      { type: 'floorRequested', data: { ...asked, kind: 'ordinary' } },
      { type: 'requestWithdrawn', data: { speechId: asked.speechId, at: STARTS_AT, why } },
    ]
  })
  const heard = speeches.flatMap((speech, index): readonly MeetingEvent[] => {
    const { answer, by, category, kind = 'ordinary', note, seconds, stance = null } = speech
    const [speechId, at] = [key(index), STARTS_AT + index * 60_000]
    const asked = { speechId, kind, stance, to: null, seatId: by === null ? null : seatAt(by) }
    const sort = category === undefined ? null : { name: category, rank: 1 }
    const start = { ...asked, category: sort, itemId, at, limitSeconds: 120, interposed: false }
    const kept: readonly MeetingEvent[] = [
      ...(note === undefined ? [] : [{ type: 'speechNoted', data: { speechId, text: note } } as const]),
      ...(answer === undefined
        ? []
        : [{ type: 'writtenAnswerAttached', data: { speechId, text: answer, enteredBy: null } } as const]),
    ]
    const end = { speechId, at: at + seconds * 1000 }
    return [{ type: 'speechStarted', data: start }, ...kept, { type: 'speechEnded', data: end }]
  })
  return [...inVain, ...heard]
}

const seatAt = (index: number): SeatId => id.seat(`told${pad(index)}`)

function namesOf(people: readonly { readonly seatId: SeatId; readonly name: string | null }[]) {
  return Object.fromEntries(people.flatMap(({ name, seatId }) => (name === null ? [] : [[seatId, name]])))
}

const pad = (index: number): string => String(index).padStart(4, '0')

/** Many items with every kind of end, forty people, and titles that do not fit on a line. */
export const longTale: ToldMeeting = {
  title: '红星街道新时代文明实践红星社区党群议事会关于老旧小区改造与便民设施建设的第十二次会议',
  seats: [
    { name: '王召集', kind: 'convener' },
    { name: '李话事', kind: 'scribe', voting: false },
    ...Array.from({ length: 38 }, (_, index): ToldSeat => {
      const attends = index % 13 === 5 ? 'excused' : index % 11 === 7 ? 'absent' : 'present'
      return { name: index === 20 ? null : `委员${'甲乙丙丁戊己庚辛壬癸'.charAt(index % 10)}${index + 1}`, attends }
    }),
    { name: '物业周经理', kind: 'guest', voting: false },
    { name: '吴律师', kind: 'guest', voting: false },
    { name: '郑来宾', kind: 'walkIn', voting: false },
  ],
  items: Array.from({ length: 12 }, (_, index): ToldItem => {
    const title = `第${index + 1}项：${'关于在小区东侧空地增设居民健身步道并同步改造照明的建议'.slice(0, 12 + index)}`
    if (index === 10) return { title, phase: 'planned' }
    if (index === 11) return { title }
    const opinions = Array.from({ length: 1 + (index % 4) }, (_, at) => ({
      kind: 'opinion' as const,
      text: `第${at + 1}条意见：居民普遍希望尽快实施，同时要求公开预算、工期和质量责任，施工期间不得占用消防通道，夜间不得施工，材料应当环保并有检测报告。`,
    }))
    return {
      title,
      points: [
        ...opinions,
        { kind: 'agreed', text: '方案公示三日后实施。' },
        { kind: 'todo', text: '物业于下次会议前书面答复' },
      ],
      votes: [
        { motion: `同意第${index + 1}项方案`, inFavour: 3, voided: { reason: '唱票有误', closed: index % 2 === 0 } },
        {
          motion: `同意第${index + 1}项方案，由物业服务中心组织实施，社区居民监督`,
          inFavour: index % 3 === 1 ? 10 : 30,
          ...(index % 3 === 0 ? { given: { unit: '红星物业服务中心', dueOn: '2027-01-06' } } : {}),
        },
      ],
    }
  }),
}

/** An item on which sixty people spoke, in every way in which one can, one of them at length. */
export const talkativeTale: ToldMeeting = {
  seats:
    longTale.seats?.map((seat, index) => {
      if (index === 6) return { ...seat, name: '买买提·艾合买提江·阿卜杜热西提·吐尔逊' }
      return index % 4 === 2 ? { ...seat, party: '红星街道综合行政执法大队', duty: '法律顾问' } : seat
    }) ?? [],
  items: [
    {
      title: '楼道飞线充电整治',
      points: [{ kind: 'agreed', text: '方案公示三日后实施。' }],
      speeches: Array.from({ length: 60 }, (_, index): ToldSpeech => {
        const [by, seconds] = [2 + (index % 38), 20 + index * 3]
        if (index % 20 === 7) {
          const answer = '物业已于十一月三日报价，充电棚建在东门北侧，预计十二月底前完工，费用从公共收益中列支。'
          return { by: 40, kind: 'departmentAnswer', seconds, answer: index === 7 ? answer : answer.repeat(40) }
        }
        if (index % 12 === 3) return { by, kind: 'question', seconds: 15 }
        if (index % 12 === 4) return { by: 40, kind: 'answer', seconds: 25 }
        if (index % 15 === 9) return { by, kind: 'pointOfOrder', category: '程序不合规则', seconds: 10 }
        if (index % 15 === 11) return { by: null, seconds }
        const stance = (['for', 'against', 'addition', 'question'] as const)[index % 4] ?? 'for'
        const note = '赞成建充电棚，但要先核实用电负荷，棚顶用阻燃材料，收费公开。'
        return { by, stance, seconds, ...(index % 3 === 0 ? { note: note.repeat(1 + (index % 4)) } : {}) }
      }),
      unspoken: [
        { by: 4, why: 'withdrawn' },
        { by: 4, why: 'withdrawn' },
        { by: 5, why: 'left' },
        { by: null, why: 'passed' },
      ],
    },
    { title: '第二件事', speeches: [{ by: 2, seconds: 95 }] },
  ],
}
