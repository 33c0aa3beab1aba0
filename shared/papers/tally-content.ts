import type { SeatId, VoteId } from '../core/ids.ts'
import type { HeldMeeting } from '../meeting/state.ts'
import { electorateOf } from '../meeting/voting/electorate.ts'
import { countedMarks, isWrittenIn, othersOf } from '../meeting/voting/marks.ts'
import type { Draft, VoteFrame } from '../meeting/voting/state.ts'
import { draftOf } from '../meeting/voting/state.ts'
import type { Question } from '../meeting/voting/terms.ts'
import { markName, rowLabels, WRITTEN_IN } from '../wording/vote-words.ts'
import { type Names, nameOf } from './attendance-lists.ts'
import { type PaperHead, paperHead } from './paper-head.ts'
import { oneLine } from './plain-text.ts'

/** 计票单: filled in by hand while ballots are read out; with 双人复核 one sheet for each of the two counts. */
export type TallyContent = PaperHead & {
  readonly kind: 'tallySheet'
  readonly matter: string
  /** 第一次, 第二次; null where one count is enough. */
  readonly counts: readonly (string | null)[]
  readonly lines: readonly TallyLine[]
  /** How many 正 each line has room for. */
  readonly boxes: number
  readonly checks: readonly string[]
  readonly signatures: readonly { readonly label: string; readonly names: readonly string[] }[]
}

/** A row of the ballot (null: it has none) and one mark that can stand there. */
type TallyLine = {
  readonly row: string | null
  readonly mark: string
  /** 另选他人: one line holds the name and its votes; `blank`: the name is written by hand. */
  readonly writtenIn?: 'found' | 'blank'
}

/** 正 has five strokes. */
const STROKES = 5
const LEAST_BOXES = 4
/** More people may be written in than there are posts. */
const LEAST_BLANKS = 5

/** The sheet of a vote that has not been published, or has been: it holds no figure. Null when there is no such vote. */
export function tallyContent(meeting: HeldMeeting, voteId: VoteId, names: Names): TallyContent | null {
  const { voting } = meeting
  const frames: readonly (VoteFrame | null)[] = [voting.open, voting.held, ...voting.past]
  const vote: Draft | VoteFrame | null = draftOf(voting, voteId) ?? frames.find((one) => one?.voteId === voteId) ?? null
  if (vote === null) return null
  const { question } = vote.terms
  return {
    kind: 'tallySheet',
    ...paperHead(meeting),
    matter: oneLine(vote.motion),
    counts: vote.terms.doubleEntry ? ['第一次计票', '第二次计票'] : [null],
    lines: [
      ...rowLabels(question).flatMap((row, index) =>
        countedMarks(question, index).map((mark) => ({
          row: row === null ? null : oneLine(row),
          mark: markName(mark),
          ...(isWrittenIn(question, index) ? { writtenIn: 'found' as const } : {}),
        })),
      ),
      ...blankLines(question),
    ],
    boxes: Math.max(LEAST_BOXES, Math.ceil(votersOf(meeting, vote) / STROKES)),
    checks: ['有效加无效等于收回，收回不多于发出。', ...checksOf(question)],
    signatures: signaturesOf(vote, names),
  }
}

/** 另选: names that nobody knows before the box is opened. */
function blankLines(question: Question): readonly TallyLine[] {
  if (question.kind !== 'election' || question.writeIns !== true) return []
  const count = Math.max(1, Math.max(LEAST_BLANKS, question.posts) - othersOf(question).length)
  return Array.from({ length: count }, () => ({ row: `${WRITTEN_IN}：`, mark: markName('for'), writtenIn: 'blank' }))
}

const votersOf = (meeting: HeldMeeting, vote: Draft | VoteFrame): number =>
  'electors' in vote ? (vote.headcount ?? vote.entitled) : electorateOf(meeting, vote.itemId).entitled

function checksOf(question: Question): readonly string[] {
  switch (question.kind) {
    case 'motion':
      return ['赞成、反对、弃权加起来等于有效票。']
    case 'objection':
      return ['反对票不多于有效票。']
    case 'choice':
      return question.pick.op === 'exactly'
        ? [`各项票数加起来等于有效票乘以 ${question.pick.count}。`]
        : [`各项票数加起来不多于有效票乘以 ${question.pick.count}。`]
    case 'election':
      return question.writeIns === true
        ? [
            '每名候选人的赞成、反对、弃权加起来等于有效票。',
            '每名另选的人的票数不多于有效票。',
            `赞成合计（连另选的人）不多于有效票乘以 ${question.posts}。`,
          ]
        : ['每名候选人的赞成、反对、弃权加起来等于有效票。', `赞成合计不多于有效票乘以 ${question.posts}。`]
    case 'assessment':
      return question.scale.kind === 'score'
        ? ['每个评议对象的票数加起来不多于有效票。']
        : ['每个评议对象的各项票数加起来等于有效票。']
  }
}

function signaturesOf(vote: Draft | VoteFrame, names: Names): TallyContent['signatures'] {
  const { callers, counters, supervisors } = 'tellers' in vote ? vote.tellers : nobody
  const named = (seats: readonly SeatId[]) => seats.map((seatId) => nameOf(names, seatId))
  return [
    { label: '唱票人', names: named(callers) },
    { label: '计票人', names: named(counters) },
    { label: '监票人', names: named(supervisors) },
  ]
}

const nobody = { callers: [], counters: [], supervisors: [] } as const
