import type { Fault } from '../meeting/voting/balance.ts'
import type { ChannelName } from '../meeting/voting/marks.ts'
import {
  type Counts,
  countedMarks,
  countOf,
  isWrittenIn,
  type Mark,
  othersOf,
  rowNames,
} from '../meeting/voting/marks.ts'
import { type Outcome, outcomeOf } from '../meeting/voting/outcome.ts'
import type { StoredVerdict } from '../meeting/voting/state.ts'
import type { Question, Terms } from '../meeting/voting/terms.ts'
import { exactText } from './exact-text.ts'

const markNames: Readonly<Record<Mark, string>> = {
  for: '赞成',
  against: '反对',
  abstain: '弃权',
  object: '反对',
  chosen: '选',
  not: '未选',
  satisfied: '满意',
  basically: '基本满意',
  dissatisfied: '不满意',
  unknown: '不了解',
}

/** The name of a mark: 满意, 8 分. */
export const markName = (mark: Mark): string => markNames[mark] ?? `${mark} 分`

/** Stands with the name of somebody who was no candidate. */
export const WRITTEN_IN = '另选'

/**
 * 另选他人: by which measure somebody is elected who was no candidate. A paper that does not name him is against him, so
 * that without a rule he needs more than half of the valid ones, where a candidate is helped by 弃权.
 */
export const writeInMeasure = (rule: Terms['rule']): string =>
  rule === null
    ? '另选的人，赞成要超过有效票的一半才能当选，没写他姓名的有效票不算赞成他。'
    : '另选的人与候选人同一条件当选，没写他姓名的有效票不算赞成他。'

/** What somebody has to reach where an election has no rule, before the votes are compared. */
export const electedWithoutRule = ({ writeIns }: Extract<Question, { kind: 'election' }>): string =>
  writeIns === true ? '候选人赞成多于反对、另选的人赞成超过有效票一半' : '赞成多于反对'

/** The rows of a vote as they are shown with their votes: 李四（另选）. */
export const rowLabels = (question: Question): readonly (string | null)[] =>
  rowNames(question).map((name, row) => (isWrittenIn(question, row) ? `${name ?? ''}（${WRITTEN_IN}）` : name))

/** Above the names of an election: who was written in is no candidate. */
export const candidatesName = (question: Question): string => (othersOf(question).length === 0 ? '候选人' : '姓名')

/** Where there is no number: nobody can be against somebody who was written in. */
export const NOT_COUNTED = '—'

/** How often a mark was made on a row, under the heading of that mark. */
export const countedText = (question: Question, counts: Counts, row: number, mark: Mark): string =>
  isWrittenIn(question, row) && !countedMarks(question, row).includes(mark)
    ? NOT_COUNTED
    : String(countOf(counts, row, mark))

export const channelNames: Readonly<Record<ChannelName, string>> = { device: '手机', hands: '举手', paper: '纸票' }

/** How a vote ended. */
export const outcomeNames: Readonly<Record<Outcome, string>> = {
  passed: '通过',
  notPassed: '未通过',
  invalid: '表决无效',
  counted: '已统计',
  objected: '有人反对',
  notCounted: '没有票数',
}

/** How a vote on this question ended: where rows are chosen, 通过 would say of all of them what holds for some. */
export function outcomeWord(question: Question, verdict: Pick<StoredVerdict, 'outcome' | 'passed' | 'valid'>): string {
  const outcome = outcomeOf(verdict)
  if (question.kind !== 'choice' && question.kind !== 'election') return outcomeNames[outcome]
  if (outcome === 'notPassed') return '没有选出'
  return outcome === 'passed' ? (question.kind === 'choice' ? '选定' : '选出') : outcomeNames[outcome]
}

/** What a vote that was declared void had found, where nobody had been told. */
export const unannouncedText = (sentence: string): string => `作废前得出、没有公布的结果为：${sentence}`

export const kindNames: Readonly<Record<Question['kind'], string>> = {
  motion: '表决',
  objection: '无异议',
  choice: '多选',
  assessment: '评议',
  election: '选举计票',
}

/** Which numbers disagree, and by which amounts. */
export function faultText(question: Question, { code, left, right, row }: Fault): string {
  const name = row === null ? null : rowNames(question)[row]
  const of = name == null ? '' : `“${name}”的`
  switch (code) {
    case 'returnedOverIssued':
      return `收回 ${left} 张，比发出的 ${right} 张多`
    case 'papersDisagree':
      return `有效加无效是 ${left} 张，收回是 ${right} 张`
    case 'rowOffValid':
      return `${of}各项票数合计 ${left}，有效票是 ${right} 张`
    case 'rowOverValid':
      return `${of}票数 ${left}，比有效票 ${right} 张多`
    case 'picksOff':
      return `各项票数合计 ${left}，应当是 ${right}`
    case 'picksOver':
      return `各项票数合计 ${left}，最多只能是 ${right}`
    case 'handsOffNames':
      return `${of}举手合计 ${left}，举手名单对应 ${right} 人`
    case 'handsOverRoom':
      return `${of}举手合计 ${left}，比在场能表决的 ${right} 人多`
    case 'overPresent':
      return `各种方式的票合计 ${left}，比能表决的 ${right} 人多`
  }
}

/** The average of points, exactly where two places behind the point are enough, else 约 so much; empty where nobody gave any. */
export function averageText(counts: Readonly<Record<Mark, number>>): string {
  const given = Object.entries(counts).filter(([points]) => /^\d+$/.test(points))
  const voters = given.reduce((sum, [, count]) => sum + count, 0)
  if (voters === 0) return ''
  const points = given.reduce((sum, [value, count]) => sum + Number(value) * count, 0)
  if ((points * 100) % voters === 0) return exactText(BigInt(points), BigInt(voters), true)
  const hundredths = Math.round((points * 100) / voters)
  return `约 ${exactText(BigInt(hundredths), 100n, true)}`
}
