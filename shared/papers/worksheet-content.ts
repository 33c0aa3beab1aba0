import type { ResolutionId } from '../core/ids.ts'
import { conclusionOf } from '../meeting/conclusions/state.ts'
import type { HeldMeeting } from '../meeting/state.ts'
import type { LedgerState } from '../worksheets/ledger.ts'
import { dateAt, writtenDate } from './chinese-dates.ts'
import { date, empty, type FormField, type FormRow, filled, pair, printed, wide } from './form-rows.ts'
import { markOf } from './minutes-content.ts'
import { oneLine } from './plain-text.ts'
import type { ClosedVote } from './vote-figures.ts'
import { worksheetNumber } from './worksheet-number.ts'

/** Characters of 票数与依据. */
const LONGEST_BASIS = 200

/** 红色议事工单: one for each resolution, whether or not it has been given to somebody. */
export type WorksheetContent = {
  readonly kind: 'worksheet'
  readonly mark: string | null
  readonly practice: boolean
  readonly title: string
  readonly meetingTitle: string
  /** The ledger's number; null when there is none yet, or never will be. */
  readonly number: string | null
  /** Which resolution of the meeting, from 1. */
  readonly ordinal: number
  /** What was resolved, in one line. */
  readonly matter: string
  /** Repeated on every page. */
  readonly head: readonly [FormField, FormField]
  /** One sheet with two sides: what was resolved and given to whom; how it was done and what came of it. */
  readonly sides: readonly [front: readonly FormRow[], back: readonly FormRow[]]
}

/** The worksheet of a resolution of this meeting; null when there is no such resolution (its vote may be void). */
export function worksheetContent(
  meeting: HeldMeeting,
  resolutionId: ResolutionId,
  ledger: LedgerState | null,
): WorksheetContent | null {
  const { agenda, followUp, meetingId, practice, voting } = meeting
  const index = voting.resolutions.findIndex((known) => known.resolutionId === resolutionId)
  const resolution = voting.resolutions[index]
  if (resolution === undefined) return null
  const given = followUp.find((assignment) => assignment.resolutionId === resolutionId)
  const number = worksheetNumber(ledger, { meetingId, resolutionId, practice })
  const issued = ledger?.worksheets.find((worksheet) => worksheet.resolutionId === resolutionId)
  const item = agenda.find((known) => known.itemId === resolution.itemId)
  return {
    kind: 'worksheet',
    mark: markOf(meeting),
    practice,
    title: '红色议事工单',
    meetingTitle: oneLine(meeting.title),
    number: practice ? null : number,
    ordinal: index + 1,
    matter: oneLine(resolution.text),
    head: [filled('工单编号', number), issued ? filled('开出日期', dateAt(issued.issuedAt)) : date('开出日期')],
    sides: [
      [
        { kind: 'section', title: '来源与决议' },
        wide(filled('来源会议', `${oneLine(meeting.title)}（${dateAt(meeting.startsAt)}，${oneLine(meeting.place)}）`)),
        wide(filled('来源议题', item?.title ?? null)),
        wide(filled('决议内容', resolution.text)),
        wide(basisOf(meeting, resolution)),
        { kind: 'section', title: '交办' },
        pair(
          filled('责任单位', given?.unit ?? null),
          given ? filled('办理时限', writtenDate(given.dueOn)) : date('办理时限'),
        ),
        wide(printed('交办层级', '□小区（网格）　□社区　□街道　□县（市、区）直部门')),
        wide(empty('协办单位', 1)),
        wide(empty('研判意见', 3)),
        pair(empty('交办人（签字）', 1), date('交办日期')),
        pair(empty('签收人（签字）', 1), date('签收日期')),
      ],
      [
        { kind: 'section', title: '办理' },
        wide(empty('办理过程', 5)),
        wide(empty('延期及批准', 2)),
        wide(empty('办理结果', 4)),
        pair(empty('经办人（签字）', 1), date('办结日期')),
        { kind: 'section', title: '回访与销号' },
        pair(empty('回访人与方式', 1), date('回访日期')),
        wide(printed('满意度', '□满意　□基本满意　□不满意（退回重办）　□未联系上')),
        wide(empty('销号意见', 2)),
        pair(empty('批准人（签字）', 1), date('销号日期')),
      ],
    ],
  }
}

/** What the resolution rests on: the votes, or that people agreed without any. */
function basisOf(
  { conclusions, voting, writtenVotes }: HeldMeeting,
  { itemId, voteId }: HeldMeeting['voting']['resolutions'][number],
): FormField {
  if (voteId === null) {
    const handled = conclusionOf(conclusions, itemId)?.outcome === 'handled'
    return printed('形成方式', handled ? '现场处置，会后补记。' : '经会议协商形成共识。')
  }
  const vote = voting.past.find((known) => known.voteId === voteId)
  if (vote !== undefined) return filled('票数与依据', vote.phase === 'closed' ? basisText(vote) : null)
  const written = writtenVotes.find((known) => known.voteId === voteId)
  return filled('票数与依据', written?.phase === 'closed' ? written.verdict.sentence : null)
}

/** The sentence of the result; where it lists many rows, what fits on a sheet that has to stay one. */
function basisText({ terms, verdict }: ClosedVote): string {
  const { sentence } = verdict
  if (!('rows' in terms.question) || sentence.length <= LONGEST_BASIS) return sentence
  const [room = ''] = sentence.split('。')
  const source = sentence.indexOf('依据：')
  return `${room}。各项票数见会议纪要。${source === -1 ? '' : sentence.slice(source)}`
}
