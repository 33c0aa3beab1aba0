import type { MeetingRejection } from '../rejections.ts'
import { channelsOf } from './marks.ts'
import type { OpenVote } from './state.ts'

/** What has to be counted, or counted again, before a vote can close; null: nothing. */
export function uncounted(vote: OpenVote): MeetingRejection | null {
  const { hands, issued, tallies, terms } = vote
  const { channels, doubleEntry } = terms
  const alone = channelsOf(channels).length === 1
  // Nobody raised a hand is an answer as well: it is entered.
  if (channels.hands === 'counted' && hands === null) {
    return { code: 'notCountedYet', channel: 'hands' }
  }
  if (channels.paper !== 'secret') return null
  if (issued === 0 && tallies.length === 0) return alone ? { code: 'noPapersIssued' } : null
  if (tallies.length < (doubleEntry ? 2 : 1)) return { code: 'notCountedYet', channel: 'paper' }
  const differs = tallies[0]?.differs ?? []
  return differs.length === 0 ? null : { code: 'countsDiffer', places: differs.length }
}
