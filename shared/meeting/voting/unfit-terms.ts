import { needsOwners } from '../../rules/conditions.ts'
import type { MeetingRejection } from '../rejections.ts'
import type { Terms } from './terms.ts'

/** What would leave a vote on these terms without a result, wherever and however people vote; null: nothing. */
export function unfitTerms({ channels, display, question, rule }: Terms): MeetingRejection | null {
  if (rule?.paperOnly === 'election' && question.kind !== 'election') return { code: 'electionOnPaper' }
  if (rule !== null && (rule.paperOnly === 'owners' || needsOwners(rule))) return { code: 'ownersInWriting' }
  // Of 应到 everybody has to be asked: those who are away say nothing either.
  if (question.kind === 'objection' && rule?.pass.den === 'entitled') return { code: 'silenceIsNoVote' }
  const onPaper = !channels.device && channels.hands === null && channels.paper === 'secret'
  if (question.kind === 'election' && !onPaper) return { code: 'electionOnPaper' }
  // Whoever votes here objects: how many have voted would be the figure itself.
  if (question.kind === 'objection' && display === 'delayed') return { code: 'objectionIsLive' }
  if (question.kind !== 'choice' && question.kind !== 'election') return null
  const { length } = question.rows
  const most = question.kind === 'election' ? question.posts : Math.max(question.pick.count, question.elects ?? 0)
  return most > length ? { code: 'termsImpossible' } : null
}
