import type { SeatId, VoteId } from '../../../shared/core/ids.ts'
import { decideMeeting } from '../../../shared/meeting/decide.ts'
import type { MeetingCommand, MeetingEvent } from '../../../shared/meeting/messages.ts'
import { evolveMeeting, type HeldMeeting, type MeetingState, unopenedMeeting } from '../../../shared/meeting/state.ts'
import type { Terms } from '../../../shared/meeting/voting/terms.ts'
import type { UnitId } from '../../../shared/meeting/written-votes/messages.ts'
import { voteSentence } from '../../../shared/wording/vote-sentence.ts'
import { writtenVoteSentence } from '../../../shared/wording/written-vote-sentence.ts'
import { contextOf, operator } from '../../fixtures/given-when-then.ts'
import { id } from '../../fixtures/ids.ts'
import { firstItem, itemStarted, opening, rule, signedIn } from '../../fixtures/small-meeting.ts'

/** Twelve who vote, all of them there, on the first item. */
export const VOTERS = 12

export const voter = (index: number): SeatId => id.seat(`voter${String(index).padStart(4, '0')}`)

/** The first four live in two households; each of them owns a flat. */
const voters = Array.from({ length: VOTERS }, (_, index) => ({
  seatId: voter(index),
  kind: index === 0 ? ('convener' as const) : ('standing' as const),
  voting: true,
  ...(index < 4 ? { household: id.household(`home000${Math.floor(index / 2)}`) } : {}),
  owner: { flats: 1, area: `${80 + index}.25` },
}))

const assembly = (practice: boolean): readonly MeetingEvent[] => [
  {
    type: 'meetingOpened',
    data: {
      ...opening,
      ...(practice ? { practice: true as const } : {}),
      councilName: '红星社区党群议事会',
      title: '十一月例会',
      startsAt: Date.UTC(2026, 10, 22, 1, 5),
      openedAt: Date.UTC(2026, 10, 22, 1, 0),
      seats: [...opening.seats.filter((seat) => !seat.voting), ...voters],
      chair: voter(0),
    },
  },
  ...voters.map(({ seatId }) => signedIn(seatId)),
  itemStarted(firstItem),
]

export const namesOfVoters: Readonly<Record<string, string>> = Object.fromEntries(
  voters.map(({ seatId }, index) => [seatId, `委员${'甲乙丙丁戊己庚辛壬癸子丑'[index]}`]),
)

export const housesOfVoters: Readonly<Record<string, string>> = { [voter(0)]: '3 号楼 502' }

/** On secret papers, by the rule of the meeting, unless said otherwise. */
export const termsOf = (question: Terms['question'], more: Partial<Terms> = {}): Terms => ({
  question,
  rule,
  channels: { device: false, hands: null, paper: 'secret' },
  display: 'delayed',
  revisable: false,
  seconds: null,
  doubleEntry: false,
  details: null,
  ...more,
})

export const paperVote = (key: string): VoteId => id.vote(key)

/** What the meeting is after these commands; every one of them is accepted. */
export function meetingAfter(commands: readonly MeetingCommand[], { practice = false } = {}): HeldMeeting {
  const context = contextOf(operator, { announce: voteSentence, announceWritten: writtenVoteSentence })
  const begun: MeetingState = assembly(practice).reduce(evolveMeeting, unopenedMeeting)
  const state = commands.reduce((before, command) => {
    const decided = decideMeeting(before, command, context)
    if (!decided.ok) throw new Error(`${command.type}: ${decided.refusal.code}`)
    return decided.value.reduce(evolveMeeting, before)
  }, begun)
  if (state.phase === 'unopened') throw new Error('the meeting was opened')
  return state
}

export const MOTION = '翻新健身广场塑胶跑道，采用透水面层，12 月 5 日开工，12 月 28 日前完工'

export const drafted = (terms: Terms, { key = 'paper0', motion = MOTION } = {}): MeetingCommand => ({
  type: 'draftVote',
  data: { voteId: paperVote(key), itemId: firstItem, motion, terms },
})

export const openedDraft = (key = 'paper0'): MeetingCommand => ({ type: 'openDraft', data: { voteId: paperVote(key) } })

/** Papers 1 to so many, given out to the first voters, and what was counted of them. */
export const countedPapers = (
  issued: number,
  rows: readonly Record<string, number>[],
  { invalid = 0, key = 'paper0' } = {},
): readonly MeetingCommand[] => {
  const voteId = paperVote(key)
  const papers = Array.from({ length: issued }, (_, index) => ({ seatId: voter(index), number: index + 1 }))
  const tally = { rows: [...rows], returned: issued, valid: issued - invalid, invalid }
  return [
    { type: 'issuePapers', data: { voteId, papers } },
    { type: 'stopBallots', data: { voteId } },
    { type: 'enterTally', data: { voteId, entry: 1, counter: voter(2), ...tally } },
  ]
}

export const closedVote = (key = 'paper0', held = false): MeetingCommand => ({
  type: 'closeVote',
  data: { voteId: paperVote(key), resolutionId: id.resolution(key), ...(held ? { hold: true as const } : {}) },
})

type Asking = Extract<MeetingCommand, { type: 'openWrittenVote' }>

export const askedInWriting = (
  kind: 'survey' | 'owners',
  unitIds: readonly UnitId[],
  more: Partial<Asking['data']> = {},
): Asking => ({
  type: 'openWrittenVote',
  data: {
    voteId: paperVote('written0'),
    itemId: firstItem,
    kind,
    motion: '更换小区大门，费用从公共收益列支',
    rule: null,
    unitIds: [...unitIds],
    dueOn: null,
    ...more,
  },
})
