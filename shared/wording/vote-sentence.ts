import type { Context } from '../core/context.ts'
import { countedMarks, countOf, isWrittenIn, type Mark, rowNames } from '../meeting/voting/marks.ts'
import { forMark, type VoteResult } from '../meeting/voting/result.ts'
import type { Question, Terms } from '../meeting/voting/terms.ts'
import type { Rule } from '../rules/rule.ts'
import { attendanceText, conclusion, sourceSentence, stancesText, thresholdName } from './verdicts.ts'
import { averageText, faultText, markName, rowLabels } from './vote-words.ts'

type Said = Parameters<Context['announce']>[0]

/**
 * How a vote is announced: every number, what follows from it and by which rule. It is stored with the verdict, so that
 * nobody can reword later what was said.
 */
export function voteSentence({ result, terms }: Said): string {
  return `${room(result, terms)}${body(result, terms)}${channelText(result)}${closing(result, terms)}`
}

/** Where nobody is signed in one by one nobody is 应到. */
const room = ({ figures }: VoteResult, { question }: Terms): string => {
  const here = figures.entitled === 0 ? `到场约 ${figures.present} 人` : attendanceText(figures)
  return question.kind === 'motion' ? `${here}；` : `${here}。`
}

function body(result: VoteResult, { question }: Terms): string {
  const { figures, rows = [], said } = result
  if (said !== undefined) return said === 'majority' ? '会上记为“多数同意”，没有点数。' : '票数没有记录。'
  const counts = rows.map((row) => row.counts)
  switch (question.kind) {
    case 'motion':
      return `${stancesText(figures)}。`
    case 'objection':
      return figures.against === 0
        ? '主持人问有没有反对意见，没有人反对。'
        : `主持人问有没有反对意见，${figures.against} 人反对。`
    case 'choice':
      return `${ballotsText(result)}${rowNames(question)
        .map((name, row) => `${name} ${countOf(counts, row, forMark(question))} 票`)
        .join('，')}。`
    case 'election':
      return `${ballotsText(result)}${rowLabels(question)
        .map((name, row) => `${name}：${marksText(question, counts[row] ?? {}, row)}`)
        .join('；')}。`
    case 'assessment':
      return `${rowNames(question)
        .map((name, row) => `${name}：${assessed(question, counts[row] ?? {})}`)
        .join('；')}。`
  }
}

function assessed(question: Extract<Question, { kind: 'assessment' }>, counts: Readonly<Record<Mark, number>>): string {
  if (question.scale.kind === 'score') {
    const voters = Object.values(counts).reduce((sum, count) => sum + count, 0)
    return voters === 0
      ? '没有人打分'
      : `${voters} 人打分，平均${averageText(counts).startsWith('约') ? '' : ' '}${averageText(counts)} 分`
  }
  return marksText(question, counts)
}

const marksText = (question: Question, counts: Readonly<Record<Mark, number>>, row = 0): string =>
  countedMarks(question, row)
    .map((mark) => `${markName(mark)} ${counts[mark] ?? 0}`)
    .join('，')

/** How many ballots there are; where hands were raised for several rows nobody can tell. */
function ballotsText({ channels }: VoteResult): string {
  const all = channels === undefined ? 0 : channels.device + channels.hands + channels.paper
  return all === 0 ? '' : `共 ${all} 票：`
}

/** 其中手机 3 票，举手 4 票，纸票 2 票（发出 2 张，收回 2 张，有效 2 张，无效 0 张）。 */
function channelText({ channels, papers }: VoteResult): string {
  const ways = (
    [
      ['手机', channels?.device],
      ['举手', channels?.hands],
      ['纸票', channels?.paper],
    ] as const
  ).filter(([, count]) => count !== undefined && count > 0)
  const mixed = ways.length > 1 ? ways.map(([name, count]) => `${name} ${count} 票`).join('，') : null
  const paper =
    papers === undefined || papers.issued + papers.returned === 0
      ? null
      : `发出纸票 ${papers.issued} 张，收回 ${papers.returned} 张，有效 ${papers.valid} 张，无效 ${papers.invalid} 张`
  const told = [mixed === null ? null : `其中${mixed}`, paper].filter((one) => one !== null)
  return told.length === 0 ? '' : `${told.join('；')}。`
}

function closing(result: VoteResult, terms: Terms): string {
  const { rule } = terms
  const source = rule === null ? '' : sourceSentence(rule)
  switch (result.outcome) {
    case 'notCounted':
      return '没有票数，不作通过与否的判定。'
    case 'counted':
      return '只作统计，不作通过与否的判定。'
    case 'objected':
      return `有人反对，不能按无异议通过，请付表决。${source}`
    case 'invalid':
      return `${invalid(result, terms)}${source}`
    default:
      return `${decided(result, terms)}${source}`
  }
}

function invalid({ faults = [], figures, reasons }: VoteResult, { question, rule }: Terms): string {
  const disagreeing = faults.map((fault) => faultText(question, fault))
  const others = reasons.filter((reason) => reason !== 'ballotsUnbalanced' || disagreeing.length === 0)
  // Numbers that do not add up say nothing about the quorum.
  const told = disagreeing.length > 0 ? others.filter((reason) => reason !== 'noQuorum') : others
  const why = rule === null ? '' : conclusion(rule, { valid: false, passed: false, reasons: told, figures })
  return disagreeing.length === 0 ? why : `票数不平：${disagreeing.join('；')}。没有结果，请核对后重新表决。${why}`
}

function decided(result: VoteResult, terms: Terms): string {
  const { figures, passed, tie } = result
  const { question, rule } = terms
  if (question.kind === 'choice' || question.kind === 'election') return chosenText(result, question, rule)
  if (tie) return '赞成和反对一样多，平局不通过，主持人没有第二票。'
  const reached = rule === null ? `${passed ? '通过' : '未通过'}。` : conclusion(rule, { ...result, figures })
  if (question.kind !== 'objection' || rule === null) return reached
  return `按在场 ${figures.for} 人无异议计，${reached}`
}

/** By which measure rows are chosen, which ones are, and what is left to do. */
function chosenText(
  result: VoteResult,
  question: Extract<Question, { kind: 'choice' | 'election' }>,
  rule: Rule | null,
): string {
  const { rows = [] } = result
  const names = (wanted: (row: NonNullable<VoteResult['rows']>[number]) => boolean) =>
    rowNames(question).filter((_, index) => rows[index] !== undefined && wanted(rows[index]))
  const elected = names((row) => row.elected)
  const level = names((row) => row.level === true)
  const election = question.kind === 'election'
  const [word, unit] = election ? (['当选', '名'] as const) : (['选定', '项'] as const)
  const places = (election ? question.posts : question.elects) ?? 0
  const measure =
    rule === null
      ? '按得票多少，'
      : `每${unit}${rule.pass.op === '>' ? '须超过' : '须达到'}${thresholdName(rule.pass)}，`
  const found = elected.length === 0 ? `没有${word}的` : `${word} ${elected.length} ${unit}：${elected.join('、')}`
  const missing = elected.length < places ? `，还缺 ${places - elected.length} ${unit}` : ''
  const again =
    level.length === 0 ? '' : `。${level.join('、')}票数相同，定不了先后，请对${election ? '他们' : '这几项'}再投一次`
  return `${measure}${found}${missing}${again}。${election && rule === null ? unmet(result, question, places) : ''}`
}

/**
 * Without a rule the most votes alone do not elect: why those are not elected who have votes, where places are left or
 * somebody is elected with no more votes.
 */
function unmet({ channels, rows = [] }: VoteResult, question: Question, places: number): string {
  const counts = rows.map((row) => row.counts)
  const votes = (row: number) => countOf(counts, row, 'for')
  const elected = rows.flatMap((row, index) => (row.elected ? [votes(index)] : []))
  const least = elected.length < places ? 1 : Math.min(...elected)
  const short = rowNames(question).map((name, row) => {
    const against = isWrittenIn(question, row) ? (channels?.paper ?? 0) - votes(row) : countOf(counts, row, 'against')
    return votes(row) >= least && votes(row) <= against ? (name ?? '') : null
  })
  const told = (why: string, writtenIn: boolean) => {
    const names = short.filter((name, row) => name !== null && isWrittenIn(question, row) === writtenIn)
    return names.length === 0 ? [] : [`${names.join('、')}${why}`]
  }
  const reasons = [...told('赞成没有多于反对', false), ...told('是另选的，赞成没有超过有效票的一半', true)]
  return reasons.length === 0 ? '' : `${reasons.join('；')}，不能当选。`
}
