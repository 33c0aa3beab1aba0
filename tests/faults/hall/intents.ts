import type { Hall } from '../../../main/host/hall/hall.ts'
import {
  ballotId,
  type CommandId,
  pointId,
  resolutionId,
  type SeatId,
  seatId,
  speechId,
  type VoteId,
  voteId,
  worksheetId,
} from '../../../shared/core/ids.ts'
import type { CouncilState } from '../../../shared/council/state.ts'
import { plainSpeaking } from '../../../shared/formats/plain-form.ts'
import type { SpeakingRules } from '../../../shared/formats/speaking-rules.ts'
import { signText } from '../../../shared/identity/device-key.ts'
import { ballotText } from '../../../shared/identity/signed-text.ts'
import { isPresent, keyOf, presentVoters } from '../../../shared/meeting/attendance/state.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { plainTerms } from '../../../shared/meeting/voting/marks.ts'
import { type OpenVote, voterOf } from '../../../shared/meeting/voting/state.ts'
import type { Terms } from '../../../shared/meeting/voting/terms.ts'
import { uncounted } from '../../../shared/meeting/voting/uncounted.ts'
import { councilStream, meetingStream, type StreamName } from '../../../shared/streams/stream-name.ts'
import { runningItem } from '../../fixtures/running-item.ts'
import { testRule } from '../../fixtures/test-hall.ts'
import type { Cast } from './cast.ts'

/** Something somebody might do now. `data` is made when it is done, with the id of the command. */
export type Intent = {
  readonly weight: number
  readonly stream: StreamName | 'contacts'
  readonly seatId: SeatId | null
  readonly type: string
  readonly data: (id: CommandId) => Readonly<Record<string, unknown>>
}

const OPTIONS = ['for', 'for', 'for', 'for', 'against', 'abstain'] as const

type Random = () => number
const pick = <T>(all: readonly T[], random: Random): T | undefined => all[Math.floor(random() * all.length)]

/** All that makes sense, or is a likely mistake, for what a hall shows now. */
export function intentsFor(hall: Hall, cast: Cast, random: Random): readonly Intent[] {
  const stream = councilStream(cast.councilId)
  const council = (hall.streams.get(stream)?.view({ role: 'operator', seats: [] }) ?? null) as CouncilState | null
  // Now and then somebody acts on what is still on its way to the disk, as two quick taps on one screen do.
  const meetings = hall.streams.meetings().flatMap(({ accepted, confirmed }) => {
    const seen = random() < 0.5 ? accepted : confirmed
    return seen.phase === 'unopened' ? [] : [seen]
  })
  return [
    ...contactIntents(cast, random),
    ...councilIntents(council, cast, random),
    ...meetings.flatMap((meeting) => meetingIntents(meeting, cast, random)),
  ].filter((intent) => intent.weight > 0)
}

function contactIntents(cast: Cast, random: Random): readonly Intent[] {
  const seat = pick(cast.roster, random)?.seatId
  const act = (weight: number, type: string, data: Record<string, unknown>): Intent => {
    return { weight, stream: 'contacts', seatId: null, type, data: () => data }
  }
  const name = `居民${Math.floor(random() * 1_000)}`
  const house = random() < 0.5 ? null : '桂花苑'.repeat(1 + Math.floor(random() * 15))
  return [
    act(4, 'saveContact', { seatId: seat, name, phone: null, house }),
    act(0.5, 'deleteContact', { seatId: seat }),
  ]
}

function councilIntents(council: CouncilState | null, cast: Cast, random: Random): readonly Intent[] {
  const act = (weight: number, type: string, data: Record<string, unknown>): Intent => {
    return { weight, stream: councilStream(cast.councilId), seatId: null, type, data: () => data }
  }
  if (council?.phase !== 'founded') {
    const { councilId } = cast
    return [act(30, 'foundCouncil', { councilId, name: '桂花苑社区议事会', code: 'GHY', level: 'community' })]
  }
  const known = new Set(council.seats.map((seat) => seat.seatId))
  const missing = cast.roster.filter((seat) => !known.has(seat.seatId))
  const spare = { seatId: cast.spare, kind: 'public', voting: false }
  const plans = cast.plans.filter((plan) => !council.meetings.some((meeting) => meeting.meetingId === plan.meetingId))
  return [
    ...missing.map((seat) => act(6, 'addSeat', seat)),
    known.has(cast.spare) ? act(0.2, 'retireSeat', { seatId: cast.spare }) : act(0.3, 'addSeat', spare),
    act(known.has(cast.spare) ? 0.4 : 0, 'reviseSeat', { ...spare, kind: pick(['public', 'guest'], random) }),
    ...plans.map((plan, index) =>
      act(missing.length > 0 ? 0 : index === 0 ? 12 : 3, 'conveneMeeting', {
        ...plan,
        title: '红色议事厅',
        format: '红色议事厅',
        place: '活动室',
        startsAt: 1_700_000_000_000,
        rule: testRule,
        speakingSeconds: 120,
        chair: cast.chair,
        scribe: cast.scribe,
      }),
    ),
  ]
}

function meetingIntents(meeting: HeldMeeting, cast: Cast, random: Random): readonly Intent[] {
  if (meeting.phase === 'sealed') return []
  const by: Desk = { meeting, cast, random }
  if (meeting.phase === 'closed')
    return [...followUpIntents(by), ...pointIntents(by), act(by, 2, 'sealMeeting', 'chair')]
  return [
    ...attendanceIntents(by),
    ...agendaIntents(by),
    ...floorIntents(by),
    ...voteIntents(by),
    ...pointIntents(by),
    ...followUpIntents(by),
    ...lifecycleIntents(by),
  ]
}

type Desk = { readonly meeting: HeldMeeting; readonly cast: Cast; readonly random: Random }
type Maker = (id: CommandId) => Readonly<Record<string, unknown>>

/** `who` acts with the own device if there is one, else the operator does it. */
function act(
  { cast, meeting }: Desk,
  weight: number,
  type: string,
  who: SeatId | 'chair' | 'scribe' | 'operator',
  data: Maker = () => ({}),
): Intent {
  const seat = who === 'chair' ? meeting.chair : who === 'scribe' ? meeting.scribe : who === 'operator' ? null : who
  const bound = seat !== null && hasDevice({ cast, meeting }, seat)
  return { weight, stream: meetingStream(meeting.meetingId), seatId: bound ? seat : null, type, data }
}

function hasDevice({ cast, meeting }: Pick<Desk, 'cast' | 'meeting'>, seat: SeatId): boolean {
  const key = cast.keys.get(seat)?.publicKey
  return key !== undefined && keyOf(meeting.attendance, seat) === key
}

function attendanceIntents(by: Desk): readonly Intent[] {
  const { cast, meeting, random } = by
  const { attendance } = meeting
  const seats = attendance.seats.map((seat) => seat.seatId)
  const absent = seats.filter((seat) => !isPresent(attendance, seat))
  const unbound = [...cast.keys].filter(([seat, key]) => keyOf(attendance, seat) !== key.publicKey)
  const bound = pick([...cast.keys.keys()], random)
  return [
    ...unbound.map(([seat, key]) =>
      act(by, 4, 'admitDevice', 'operator', () => ({ seatId: seat, publicKey: key.publicKey })),
    ),
    ...absent.map((seat) => act(by, 5, 'signIn', seat, () => ({ seatId: seat }))),
    ...absent.slice(0, 1).map((seat) => act(by, 0.3, 'recordLeave', seat, () => ({ seatId: seat, reason: '出差' }))),
    ...seats.slice(-1).map((seat) => act(by, 0.2, 'signOut', seat, () => ({ seatId: seat }))),
    act(by, 0.1, 'removeDevice', 'operator', () => ({ seatId: bound })),
    act(by, seats.length < 12 ? 0.3 : 0, 'registerWalkIn', 'operator', () => ({ seatId: seatId.mint(cast.bytes) })),
  ]
}

function agendaIntents(by: Desk): readonly Intent[] {
  const { meeting } = by
  const running = runningItem(meeting.agenda)
  if (running !== undefined) {
    const voted = meeting.voting.past.some((vote) => vote.itemId === running.itemId)
    const ready = voted && meeting.voting.open === null
    return [act(by, ready ? 1.5 : 0.1, 'finishItem', 'chair', () => ({ itemId: running.itemId }))]
  }
  const here = presentVoters(meeting.attendance).length
  return meeting.agenda
    .filter((item) => item.phase === 'planned')
    .map((item) => act(by, here > 3 ? 5 : 0.3, 'startItem', 'chair', () => ({ itemId: item.itemId })))
}

/** Everything that the rules of speaking know, so that every sort of request is taken somewhere. */
const LIVELY: SpeakingRules = {
  ...plainSpeaking,
  policy: 'alternate',
  questions: true,
  interventions: true,
  pointsOfOrder: [],
}

function floorIntents(by: Desk): readonly Intent[] {
  const { cast, meeting, random } = by
  const { interposed, queue, speaking } = meeting.floor
  const seat = pick(meeting.attendance.seats, random)?.seatId
  const stance = pick(['for', 'against', 'addition', 'question'], random)
  const kind = pick(['ordinary', 'ordinary', 'question', 'intervention', 'pointOfOrder'], random)
  const waiting = pick(queue, random)
  const live = interposed ?? speaking
  const desk = (weight: number, type: string, data?: Maker) => act(by, weight, type, 'scribe', data)
  const onLive = (weight: number, type: string, data?: Maker) => (live === null ? [] : [desk(weight, type, data)])
  const heard = pick(
    meeting.floor.speeches.flatMap((group) => group.entries),
    random,
  )
  return [
    ...(seat === undefined
      ? []
      : [
          act(by, 2, 'requestFloor', seat, () => ({ speechId: speechId.mint(cast.bytes), seatId: seat, kind, stance })),
          act(by, 0.2, 'callDepartment', 'chair', () => ({ speechId: speechId.mint(cast.bytes), seatId: seat })),
        ]),
    ...(waiting === undefined
      ? []
      : [
          act(by, 0.4, 'withdrawRequest', waiting.seatId ?? 'scribe', () => ({ speechId: waiting.speechId })),
          desk(0.3, 'callSpeaker', () => ({ speechId: waiting.speechId })),
        ]),
    desk(queue.length > 0 ? 1.5 : 0, 'callNextSpeaker'),
    ...(live === null ? [] : [act(by, 3, 'endSpeech', live.seatId ?? 'scribe', () => ({ speechId: live.speechId }))]),
    ...onLive(0.3, 'pauseSpeech'),
    ...onLive(0.6, 'resumeSpeech'),
    ...onLive(0.3, 'extendSpeech', () => ({ seconds: 30 })),
    desk(heard === undefined ? 0 : 0.3, 'noteSpeech', () => ({ speechId: heard?.speechId, text: '先修排水管。' })),
    desk(heard === undefined ? 0 : 0.2, 'undoSpeech'),
    act(by, 0.1, 'setSpeakingRules', 'chair', () => {
      return { itemId: meeting.runningItem ?? meeting.agenda[0]?.itemId, seconds: 120, rules: LIVELY }
    }),
    desk(0.1, 'showOnScreen', () => ({ shown: { page: 'floor' } })),
  ]
}

const NAMED = { device: true, hands: 'named', paper: 'named' } as const
const MIXED = { device: true, hands: 'counted', paper: 'secret' } as const

function voteIntents(by: Desk): readonly Intent[] {
  const { cast, meeting, random } = by
  const { held, open, past } = meeting.voting
  const ended = () => ({ voteId: (open ?? held)?.voteId, resolutionId: resolutionId.mint(cast.bytes) })
  if (held !== null) return [act(by, 6, 'publishVote', 'chair', ended)]
  if (open === null) {
    const item = runningItem(meeting.agenda)?.itemId
    const ready = item !== undefined && meeting.floor.speaking === null && past.length < 4
    const motion = '铺设塑胶跑道'.repeat(1 + Math.floor(random() * 20))
    const terms: Terms = {
      ...plainTerms(meeting.rule),
      channels: pick([NAMED, MIXED], random) ?? NAMED,
      display: pick(['live', 'delayed'] as const, random) ?? 'live',
      revisable: random() < 0.5,
    }
    return [
      act(by, ready ? 6 : 0, 'openVote', 'chair', () => {
        return { voteId: voteId.mint(cast.bytes), itemId: item, motion, ...(random() < 0.3 ? {} : { terms }) }
      }),
    ]
  }
  const missing = open.electors.filter((seat) => voterOf(open, seat) === null)
  const again = pick(open.voters, random)?.seatId
  const done = missing.length === 0 && uncounted(open) === null
  return [
    ...missing.map((seat) => ballot(by, open.voteId, seat, 6)),
    ...(again === undefined ? [] : [ballot(by, open.voteId, again, 0.5)]),
    ...countIntents(by, open, missing),
    act(by, done ? 12 : 0.2, 'closeVote', 'chair', () => ({ ...ended(), ...(random() < 0.3 ? { hold: true } : {}) })),
    act(by, 0.15, 'voidVote', 'chair', () => ({ voteId: open.voteId, reason: '表决票数有误' })),
  ]
}

/** Hands that are counted and papers that are given out, beside the devices. */
function countIntents(by: Desk, open: OpenVote, missing: readonly SeatId[]): readonly Intent[] {
  const { random } = by
  const { voteId } = open
  if (open.terms.channels.paper !== 'secret') return []
  if (open.stoppedAt !== null) {
    const { issued } = open
    const tally = { voteId, entry: 1, counter: null, returned: issued, valid: issued, invalid: 0 }
    return [act(by, 8, 'enterTally', 'scribe', () => ({ ...tally, rows: [{ for: issued, against: 0, abstain: 0 }] }))]
  }
  const raised = [...(open.hands?.seatIds ?? []), ...missing.filter(() => random() < 0.3)]
  const numbers = [...open.voters.map((voter) => voter.number ?? 0), ...open.spoilt.map((paper) => paper.number)]
  const given = missing.slice(0, 2).map((seatId, index) => ({ seatId, number: Math.max(0, ...numbers) + index + 1 }))
  const holder = pick(
    open.voters.filter(({ number }) => number !== null),
    random,
  )?.seatId
  return [
    act(by, raised.length > 0 ? 3 : 0, 'countHands', 'scribe', () => {
      return { voteId, seatIds: raised, rows: [{ for: raised.length, against: 0, abstain: 0 }] }
    }),
    act(by, given.length > 0 ? 3 : 0, 'issuePapers', 'scribe', () => ({ voteId, papers: given })),
    act(by, holder === undefined ? 0 : 0.5, 'recallPaper', 'scribe', () => ({
      voteId,
      seatId: holder,
      reason: '写坏',
    })),
    act(by, missing.length === 0 ? 6 : 0.3, 'stopBallots', 'chair', () => ({ voteId })),
  ]
}

/** Signed by the seat's device if it has one, else entered by the scribe. */
function ballot(by: Desk, vote: VoteId, seat: SeatId, weight: number): Intent {
  const { cast, meeting, random } = by
  const option = pick(OPTIONS, random) ?? 'for'
  const key = cast.keys.get(seat)
  const fields = () => ({ voteId: vote, ballotId: ballotId.mint(cast.bytes), option, seatId: seat })
  if (key === undefined || !hasDevice(by, seat)) return act(by, weight, 'enterBallot', 'scribe', fields)
  return act(by, weight, 'castBallot', seat, (id) => {
    const data = fields()
    const text = ballotText({ ...data, meetingId: meeting.meetingId, commandId: id })
    return { ...data, signature: signText(key, text) }
  })
}

function pointIntents(by: Desk): readonly Intent[] {
  const { cast, meeting, random } = by
  const item = pick(meeting.agenda, random)?.itemId
  const group = pick(meeting.minutes, random)
  const known = group && pick(group.entries, random)
  const words = '大家认为应当先修排水管。'.repeat(1 + Math.floor(random() * 30))
  const place = { itemId: group?.itemId, pointId: known?.pointId }
  return [
    act(by, 1.5, 'addPoint', 'scribe', () => {
      return { pointId: pointId.mint(cast.bytes), itemId: item, kind: 'opinion', text: words }
    }),
    act(by, known ? 0.7 : 0, 'revisePoint', 'scribe', () => ({ ...place, kind: 'agreed', text: words })),
    act(by, known ? 0.3 : 0, 'withdrawPoint', 'scribe', () => place),
  ]
}

function followUpIntents(by: Desk): readonly Intent[] {
  const { cast, meeting } = by
  return meeting.voting.resolutions
    .filter((resolution) => !meeting.followUp.some((given) => given.resolutionId === resolution.resolutionId))
    .map(({ resolutionId }) =>
      act(by, 5, 'assignWorksheet', 'scribe', () => {
        return { worksheetId: worksheetId.mint(cast.bytes), resolutionId, unit: '物业公司', dueOn: '2026-12-31' }
      }),
    )
}

function lifecycleIntents(by: Desk): readonly Intent[] {
  const { cast, meeting, random } = by
  const done = meeting.agenda.every((item) => item.phase === 'finished')
  const other = pick(cast.roster, random)?.seatId
  return [
    act(by, done ? 3 : 0.02, 'closeMeeting', 'chair'),
    act(by, 0.15, 'handOverChair', 'chair', () => ({ seatId: other })),
    act(by, 0.1, 'handOverScribe', 'scribe', () => ({ seatId: other })),
  ]
}
