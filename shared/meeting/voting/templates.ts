import type { Rule } from '../../rules/rule.ts'
import { plainTerms } from './marks.ts'
import type { Terms } from './terms.ts'

/** 表决方式 that are begun with one press; what is asked for besides is filled in before they open. */
export const templateIds = [
  'named',
  'hands',
  'secret',
  'mixed',
  'objection',
  'assessment',
  'choice',
  'election',
] as const

export type TemplateId = (typeof templateIds)[number]

const hands = { device: false, hands: 'counted', paper: null } as const
const secret = { device: false, hands: null, paper: 'secret' } as const
const open = { device: true, hands: 'named', paper: 'named' } as const

/** The terms that a template begins with; `rule` is the meeting's. The rows are those that the council used last. */
export function templateTerms(template: TemplateId, rule: Rule | null, rows: readonly string[] = []): Terms {
  const plain = plainTerms(rule)
  switch (template) {
    case 'named':
      return { ...plain, channels: open }
    case 'hands':
      return { ...plain, channels: hands }
    case 'secret':
      return { ...plain, channels: secret, doubleEntry: true }
    case 'mixed':
      return { ...plain, channels: { device: true, hands: 'counted', paper: 'secret' }, doubleEntry: true }
    case 'objection':
      return { ...plain, question: { kind: 'objection' }, channels: { ...open, paper: null }, display: 'live' }
    case 'assessment':
      return { ...plain, question: { kind: 'assessment', rows, scale: { kind: 'satisfaction' } }, rule: null }
    case 'choice':
      return {
        ...plain,
        question: { kind: 'choice', rows, pick: { op: 'atMost', count: 1 }, elects: 1 },
        rule: null,
      }
    case 'election':
      return { ...plain, question: { kind: 'election', rows, posts: 1 }, channels: secret, doubleEntry: true }
  }
}
