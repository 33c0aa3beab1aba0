import type { SeatId } from '../../../shared/core/ids.ts'
import { isPresent, keyOf } from '../../../shared/meeting/attendance/state.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { handsNeedNames } from '../../../shared/meeting/voting/marks.ts'
import { type OpenVote, type Voter, voterOf } from '../../../shared/meeting/voting/state.ts'
import type { Channels, Question } from '../../../shared/meeting/voting/terms.ts'
import { channelNames } from '../../../shared/wording/vote-words.ts'
import { timeText } from '../../ui/clock-text.ts'

/** Somebody who may vote, and by which channel he has. */
export type ShownVoter = {
  readonly seatId: SeatId
  readonly name: string
  /** Null: not yet. */
  readonly voter: Voter | null
  /** Who holds the vote (委托表决); null: nobody else. */
  readonly proxy: string | null
  /** Whether he can vote on a device of his own. */
  readonly device: boolean
  readonly present: boolean
}

/** Everybody who may vote: first those to whom somebody has to go, then those with a device, then who has voted. */
export function votersShown(
  { attendance }: Pick<HeldMeeting, 'attendance'>,
  vote: OpenVote,
  nameOf: (seatId: SeatId) => string,
): readonly ShownVoter[] {
  const shown = vote.electors.map((seatId): ShownVoter => {
    const proxyId = attendance.delegations.find((one) => one.seatId === seatId)?.proxyId ?? null
    return {
      seatId,
      name: nameOf(seatId),
      voter: voterOf(vote, seatId),
      proxy: proxyId === null ? null : nameOf(proxyId),
      // Whoever has delegated the vote cannot cast it.
      device: vote.terms.channels.device && proxyId === null && keyOf(attendance, seatId) !== null,
      present: isPresent(attendance, seatId),
    }
  })
  const order = ({ device, voter }: ShownVoter) => (voter !== null ? 2 : device ? 1 : 0)
  return shown.sort((a, b) => order(a) - order(b))
}

/** The channels by which the desk enters named ballots. */
export const entryChannels = ({ hands, paper }: Channels): readonly ('hands' | 'paper')[] => [
  ...(hands === 'named' ? (['hands'] as const) : []),
  ...(paper === 'named' ? (['paper'] as const) : []),
]

/** Hands that are only counted, and nothing else: nobody is asked for a name. */
export const countsWithoutNames = (terms: OpenVote['terms']): boolean =>
  terms.channels.hands === 'counted' && !handsNeedNames(terms)

/** Whose ballot the desk may enter now: who has not voted, and where the last one counts whose ballot it has entered. */
export const canBeEntered = ({ terms }: OpenVote, { voter }: ShownVoter): boolean =>
  voter === null ||
  (terms.revisable && voter.channel !== 'device' && entryChannels(terms.channels).includes(voter.channel))

/** Whether the desk may take back what it entered for somebody: never what a device signed, nor a secret paper. */
export const canBeWithdrawn = ({ stoppedAt, terms }: OpenVote, { voter }: ShownVoter): boolean =>
  stoppedAt === null &&
  voter !== null &&
  voter.channel !== 'device' &&
  entryChannels(terms.channels).includes(voter.channel)

/** 手机 15:02, 举手, 纸票 3 号: by which channel, never how. */
export function voterWords({ at, channel, number }: Voter): string {
  if (number !== null) return `${channelNames[channel]} ${number} 号`
  return at === null ? channelNames[channel] : `${channelNames[channel]} ${timeText(at)}`
}

/** Why somebody has not voted yet, and what to do about it. */
export function missingWords({ terms }: OpenVote, { device, proxy }: ShownVoter): string {
  const enter = entryChannels(terms.channels).length > 0 ? '，请代录' : ''
  if (proxy !== null) return `委托${proxy}${enter}`
  if (terms.question.kind === 'objection') return '没有提反对'
  if (!terms.channels.device) return '还没投'
  return device ? '有设备，还没选' : `没有设备${enter}`
}

/** How many are missing, in the words of the question: on 无异议 silence agrees. */
export function missingTitle(question: Question, missing: number): string {
  if (question.kind === 'objection') return missing === 0 ? '都提了反对' : `没有提反对的 ${missing} 人`
  return missing === 0 ? '都投了' : `还没投的 ${missing} 人`
}
