import { type Counts, countOf, marksOf, rowNames } from '../meeting/voting/marks.ts'
import type { Voting } from '../meeting/voting/state.ts'
import type { Question } from '../meeting/voting/terms.ts'
import { averageText, candidatesName, countedText, markName, rowLabels } from '../wording/vote-words.ts'

type PastVote = Voting['past'][number]
export type ClosedVote = PastVote & { readonly phase: 'closed' }

/** 评议表, 得票表: what was counted of each row, as a table. */
export type CountTable = {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** What a vote is about, as papers quote it: 关于“建棚”的表决. */
export const voteSubject = ({ motion, terms }: Pick<PastVote, 'terms'> & { readonly motion: string }): string =>
  `关于“${motion}”的${nouns[terms.question.kind]}`

const nouns: Readonly<Record<Question['kind'], string>> = {
  motion: '表决',
  objection: '表决',
  choice: '表决',
  assessment: '评议',
  election: '选举',
}

/** What was counted row by row; null where there is one row, or nothing was counted. */
export function countTable(vote: ClosedVote, motion: string): CountTable | null {
  const { terms, verdict } = vote
  const { question } = terms
  const { rows } = verdict
  if (rows === undefined) return null
  const counts = rows.map((row) => row.counts)
  return {
    title: `${voteSubject({ motion, terms })}，各项票数如下：`,
    columns: columnsOf(question),
    rows: rowLabels(question).map((name, row) => [
      name ?? '',
      ...cellsOf(question, counts, row),
      ...(hasWinners(question) ? [rows[row]?.elected === true ? electedWord(question) : ''] : []),
    ]),
  }
}

export const electedWord = ({ kind }: Question): string => (kind === 'election' ? '当选' : '选定')

const hasWinners = (question: Question): boolean =>
  question.kind === 'election' || (question.kind === 'choice' && question.elects !== null)

function columnsOf(question: Question): readonly string[] {
  const result = hasWinners(question) ? ['结果'] : []
  switch (question.kind) {
    case 'election':
      return [candidatesName(question), ...marksOf(question).map(markName), ...result]
    case 'choice':
      return ['项目', '票数', ...result]
    case 'assessment':
      if (question.scale.kind === 'score') return ['评议对象', '打分人数', '平均分']
      return ['评议对象', ...marksOf(question).map(markName)]
    default:
      return ['', ...marksOf(question).map(markName)]
  }
}

/** The figures of a row under their columns. */
function cellsOf(question: Question, counts: Counts, row: number): readonly string[] {
  if (question.kind === 'choice') return [String(countOf(counts, row, 'chosen'))]
  if (question.kind === 'assessment' && question.scale.kind === 'score') {
    const given = counts[row] ?? {}
    const voters = Object.values(given).reduce((sum, count) => sum + count, 0)
    return [String(voters), averageText(given)]
  }
  return marksOf(question).map((mark) => countedText(question, counts, row, mark))
}

/** The numbers of a result in a few words, for where many results stand together. */
export function figuresText({ terms, verdict }: ClosedVote): string {
  const { figures, rows = [], said } = verdict
  const { question } = terms
  const aside = figures.recused ? `，回避 ${figures.recused}` : ''
  const here =
    figures.entitled === 0
      ? `到场约 ${figures.present} 人`
      : `应到 ${figures.entitled}，实到 ${figures.present}${aside}`
  if (said !== undefined) return `${here}；${said === 'majority' ? '记为多数同意' : '票数没有记录'}`
  switch (question.kind) {
    case 'motion':
      return `${here}；赞成 ${figures.for}，反对 ${figures.against}，弃权 ${figures.abstain}`
    case 'objection':
      return `${here}；${figures.against === 0 ? '没有人反对' : `${figures.against} 人反对`}`
    case 'choice':
    case 'election': {
      const names = rowNames(question).filter((_, row) => rows[row]?.elected === true)
      return names.length === 0 ? here : `${here}；${electedWord(question)}：${names.join('、')}`
    }
    case 'assessment':
      return `${here}；评议 ${question.rows.length} 项`
  }
}
