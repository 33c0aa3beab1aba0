import type { Terms } from '../../../shared/meeting/voting/terms.ts'
import { channelsText } from '../../../shared/papers/vote-manner.ts'
import type { Rule } from '../../../shared/rules/rule.ts'
import { writeInMeasure } from '../../../shared/wording/vote-words.ts'
import { passWords } from '../../ui/rule-words.ts'

/** How the vote is held besides: what was settled before it opened. */
export function heldWords({ channels, display, revisable, seconds }: Terms): string {
  return [
    channelsText(channels),
    display === 'live' ? '边投边看票数' : '结束前不看票数',
    ...(channels.device ? [revisable ? '结束前可以改，以最后一次为准' : '以第一次投出的为准'] : []),
    ...(seconds === null ? [] : [`限时 ${secondsText(seconds)}`]),
  ].join('；')
}

const secondsText = (seconds: number): string => (seconds % 60 === 0 ? `${seconds / 60} 分钟` : `${seconds} 秒`)

/** When something is decided, in words, before anybody has voted. */
export function decidingWords({ question, rule }: Terms, known: Parameters<typeof passWords>[1]): string {
  switch (question.kind) {
    case 'motion':
      return rule === null ? ONLY_COUNTED : `${passWords(rule, known)}。`
    case 'objection':
      return '没有人反对就算无异议；有人反对，就改为表决。'
    case 'choice':
      return question.elects === null ? ONLY_COUNTED : mostVotes(`${question.elects} 项选定`, rule, known)
    case 'election':
      return `${mostVotes(`${question.posts} 名当选${rule === null ? '，赞成要多于反对' : ''}`, rule, known)}${question.writeIns === true ? writeInMeasure(rule) : ''}`
    case 'assessment':
      return ONLY_COUNTED
  }
}

const ONLY_COUNTED = '只作统计，不作通过与否的判定。'

const mostVotes = (places: string, rule: Rule | null, known: Parameters<typeof passWords>[1]): string =>
  `得票最多的 ${places}。${rule === null ? '' : `各项都要${passWords(rule, known).replace('算通过', '')}。`}`
