import type { Question, Terms } from '../../shared/meeting/voting/terms.ts'
import { electedWithoutRule } from '../../shared/wording/vote-words.ts'
import { passWords } from '../ui/rule-words.ts'

/** The people who are known before anybody has voted. */
export type Known = { readonly entitled: number; readonly present: number; readonly recused: number }

/** When a vote has a result, before and while people vote: 赞成超过应到人数的一半（10.5）算通过. */
export function decidingWords({ question, rule }: Pick<Terms, 'question' | 'rule'>, known: Known): string {
  const aside = known.recused > 0 ? `；另有 ${known.recused} 人回避，不计入` : ''
  if (rule === null) return `${withoutRule(question)}${aside}`
  return `${before[question.kind]}${passWords(rule, known)}${aside}`
}

const ONLY_COUNTED = '只作统计，不判定通过不通过'

const before: Readonly<Record<Question['kind'], string>> = {
  motion: '',
  objection: '没有人反对，就把在场的都算赞成；',
  choice: '每项',
  election: '每位候选人',
  assessment: '每项',
}

function withoutRule(question: Question): string {
  switch (question.kind) {
    case 'objection':
      return '没有人反对就算通过，有一人反对就付表决'
    case 'choice':
      return question.elects === null ? ONLY_COUNTED : '按票数多少选定，没有另外的门槛'
    case 'election':
      return `${electedWithoutRule(question)}的，按票数多少当选`
    case 'motion':
    case 'assessment':
      return ONLY_COUNTED
  }
}
