import { assertNever } from '../../core/assert-never.ts'
import type { ItemId } from '../../core/ids.ts'
import { circumstanceReasons } from '../../rules/evaluate.ts'
import type { Rule } from '../../rules/rule.ts'
import type { MeetingRejection } from '../rejections.ts'
import type { MeetingBody } from '../state.ts'
import { circumstancesOf } from './electorate.ts'

type Meeting = Pick<MeetingBody, 'agenda' | 'noticedOn' | 'region' | 'startsAt'>

/**
 * What would leave a vote on an item, opened at `at` (ms since 1970), without a lawful decision however the ballots fall:
 * the first reason, as the host refuses it; null when there is none.
 */
export function unlawfulVote(rule: Rule, meeting: Meeting, itemId: ItemId, at: number): MeetingRejection | null {
  const circumstances = circumstancesOf(meeting, itemId, at)
  const [code] = circumstanceReasons(rule, circumstances)
  switch (code) {
    case undefined:
      return null
    case 'noticeTooShort':
      return { code, needed: rule.noticeDays ?? 0 }
    case 'itemNotAnnounced':
      return { code, region: circumstances.region ?? '' }
    case 'ruleExpired':
      return { code, to: rule.to ?? '' }
    case 'ruleNotYetInForce':
      return { code, from: rule.from ?? '' }
    default:
      return assertNever(code)
  }
}
