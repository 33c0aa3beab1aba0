import type { MeetingForm } from '../../../../shared/formats/format.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'
import { withOthers } from '../../../../shared/meeting/voting/marks.ts'
import { type TemplateId, templateIds, templateTerms } from '../../../../shared/meeting/voting/templates.ts'
import { MAX_ROWS, type Question, type Terms, terms as termsShape } from '../../../../shared/meeting/voting/terms.ts'
import { unfitTerms } from '../../../../shared/meeting/voting/unfit-terms.ts'
import { sentenceOf } from '../../../../shared/wording/rejections.ts'
import { ruleInUse } from '../../../ui/rule-in-use.ts'
import { rowLines } from './row-lines.ts'

const LONGEST_ROW = 60
const COUNTED_ONLY = { device: false, hands: 'counted', paper: null } as const

/** How a vote is going to be held, while somebody fills it in: the rows are text still, one a line. */
export type VotePlan = { readonly template: TemplateId; readonly terms: Terms; readonly rows: string }

type Meeting = Pick<HeldMeeting, 'form' | 'rule' | 'voting'>

/** 表决方式 that a form of meeting offers; where nothing is decided by vote, those that are only counted. */
export const templatesOf = ({ decision }: MeetingForm): readonly TemplateId[] =>
  decision === 'vote' ? templateIds : ['hands', 'objection', 'assessment', 'choice']

/** What a 表决方式 begins with; the rows are those that were voted on last in this kind. */
export function planOf(template: TemplateId, meeting: Meeting): VotePlan {
  const rule = ruleInUse(meeting)
  const { kind } = templateTerms(template, rule).question
  const rows = lastRows(meeting, kind)
  const terms = templateTerms(template, rule, rows)
  const channels = meeting.form.rollCall ? terms.channels : COUNTED_ONLY
  return { template, terms: { ...terms, channels }, rows: rows.join('\n') }
}

/** Why a 表决方式 cannot be offered by the meeting's rule: silence is no vote in favour; null: it can. */
export function notOffered(template: TemplateId, meeting: Meeting): string | null {
  const unfit = unfitTerms(planTerms(planOf(template, meeting)))
  return unfit?.code === 'silenceIsNoVote' ? sentenceOf(unfit) : null
}

/** The plan that would hold a vote again as it was held, without the names that were found in its box. */
export const planLike = (terms: Terms): VotePlan => ({
  template: templateLike(terms),
  terms: withOthers(terms, []),
  rows: 'rows' in terms.question ? terms.question.rows.join('\n') : '',
})

/** The terms that a plan stands for; whether they can be used is for `planFault` to say. */
export const planTerms = ({ rows, terms }: VotePlan): Terms =>
  'rows' in terms.question ? { ...terms, question: { ...terms.question, rows: rowLines(rows) } } : terms

/** The same plan with another question; what belongs to rows stays as typed. */
export const withQuestion = (plan: VotePlan, question: Question): VotePlan => ({
  ...plan,
  terms: { ...plan.terms, question },
})

export function isPlan(value: unknown): value is VotePlan {
  if (typeof value !== 'object' || value === null) return false
  const { rows, template, terms } = value as Partial<Record<keyof VotePlan, unknown>>
  if (typeof rows !== 'string' || !templateIds.some((id) => id === template)) return false
  if (typeof terms !== 'object' || terms === null || !('question' in terms)) return false
  const { question } = terms
  if (typeof question !== 'object' || question === null) return false
  // Rows are taken from the text: what is kept beside it may be empty still.
  return termsShape.safeParse({ ...terms, question: 'rows' in question ? { ...question, rows: ['一'] } : question })
    .success
}

export const rowKindNames = { choice: '备选项目', assessment: '评议对象', election: '候选人' } as const

/** What has to be filled in or put right before a plan can be used; null: nothing. */
export function planFault(plan: VotePlan): string | null {
  const { channels, question } = planTerms(plan)
  if (!channels.device && channels.hands === null && channels.paper === null) {
    return '请至少留一种投票方式：手机、举手或纸票。'
  }
  if (!('rows' in question)) return null
  const name = rowKindNames[question.kind]
  const { rows } = question
  if (rows.length === 0) return `请先写下${name}，一行一个。`
  if (rows.length > MAX_ROWS) return `${name}有 ${rows.length} 个，一张票最多 ${MAX_ROWS} 个，请分几次表决。`
  const long = rows.find((row) => row.length > LONGEST_ROW)
  if (long !== undefined) return `“${long.slice(0, 12)}…”太长，每行最多 ${LONGEST_ROW} 个字，请写短一些。`
  const twice = rows.find((row, index) => rows.indexOf(row) !== index)
  if (twice !== undefined) return `“${twice}”写了两遍，请删去一行。`
  const most = countOver(question, rows.length)
  return most === null ? null : `${most} ${rows.length} 个，请改小，或补上${name}。`
}

/** Which number asks for more rows than there are. */
function countOver(question: Question, rows: number): string | null {
  if (question.kind === 'choice') {
    if (question.pick.count > rows) return `每人选 ${question.pick.count} 个，备选项目只有`
    if ((question.elects ?? 0) > rows) return `要选定 ${question.elects} 个，备选项目只有`
  }
  if (question.kind === 'election' && question.posts > rows) return `应选 ${question.posts} 名，候选人只有`
  return null
}

function templateLike({ channels, question }: Terms): TemplateId {
  if (question.kind !== 'motion') return question.kind
  const { device, hands, paper } = channels
  if (!device && hands === 'counted' && paper === null) return 'hands'
  if (!device && hands === null && paper === 'secret') return 'secret'
  return hands === 'counted' || paper === 'secret' ? 'mixed' : 'named'
}

function lastRows({ voting }: Meeting, kind: Question['kind']): readonly string[] {
  const last = [...voting.past].reverse().find(({ terms }) => terms.question.kind === kind)
  return last !== undefined && 'rows' in last.terms.question ? last.terms.question.rows : []
}
