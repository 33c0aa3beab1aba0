import { chinaDate } from '../../shared/core/china-time.ts'
import type { WrittenVerdict } from '../../shared/meeting/written-votes/messages.ts'
import type { WrittenVote } from '../../shared/meeting/written-votes/state.ts'
import { oneLine } from '../../shared/papers/plain-text.ts'
import { ruleLine } from '../../shared/papers/rule-line.ts'
import type { Rule } from '../../shared/rules/rule.ts'

const DAY_MS = 24 * 60 * 60 * 1000

export const writtenNames: Readonly<Record<WrittenVote['kind'], string>> = {
  survey: '入户问卷',
  owners: '业主书面票',
}

/** Whose papers are waited for: 问 100 户, or the owners with their area as the register has them. */
export function askedWords({ asked, totals }: Pick<WrittenVote, 'asked' | 'totals'>): string {
  return totals === null ? `问 ${asked} 户` : `业主 ${totals.owners} 人，${totals.area} 平方米`
}

/** Until when a paper comes back, `now` in ms since 1970: 12月4日截止，还有 12 天; null where no day is set. */
export function dueWords(dueOn: string | null, now: number): string | null {
  if (dueOn === null) return null
  const [, month = '', day = ''] = dueOn.split('-')
  const days = Math.round((Date.parse(dueOn) - Date.parse(chinaDate(now))) / DAY_MS)
  const left = days === 0 ? '就是今天' : days > 0 ? `还有 ${days} 天` : `已过 ${-days} 天`
  return `${Number(month)}月${Number(day)}日截止，${left}`
}

/** By which rule it is decided, without its name and its source, which stand beside it. */
export function decidedWords(rule: Rule | null): string {
  const line = ruleLine(rule)
  if (rule === null) return line
  const named = `规则：${oneLine(rule.name)}。`
  return (line.startsWith(named) ? line.slice(named.length) : line).split('依据：')[0] ?? line
}

/** The figures, what was decided, and then the rule with its source, the caution, or nothing. */
const SENTENCE = /^([^。]*。)((?:[^。]*。)+?)(?:依据：“.*|仅供协商.*)?$/s

/** A quorum that was there, as a sentence of its own in front of what was decided. */
const QUORUM_THERE = /^参与[^。]*达到[^。]*。(?=赞成|没有赞成)/

/**
 * What the sentence of a result says besides its table: the papers, and what was decided. The source and the caution stand
 * under it. A sentence of another shape, as another version may have stored it, is shown whole.
 */
export function concludedWords({ figures, sentence }: Pick<WrittenVerdict, 'figures' | 'sentence'>): string {
  const { handedOut, invalid, returned, valid } = figures
  const papers = `发出 ${handedOut} 份，收回 ${returned} 份，有效 ${valid} 份，无效 ${invalid} 份`
  const [, counted = '', concluded] = SENTENCE.exec(sentence) ?? []
  if (concluded === undefined || !counted.includes(`；${papers}；`)) return sentence
  return `${papers}。${concluded.replace(QUORUM_THERE, '')}`
}
