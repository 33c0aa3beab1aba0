import type { Terms } from '../../../../shared/meeting/voting/terms.ts'
import { channelsText, voteName } from '../../../../shared/papers/vote-manner.ts'

/** 2 分钟, 90 秒 */
export const secondsWords = (seconds: number): string => (seconds % 60 === 0 ? `${seconds / 60} 分钟` : `${seconds} 秒`)

/** How a vote is held, in short words side by side, the way of voting first. */
export function termTags(terms: Terms): readonly string[] {
  const { channels, display, doubleEntry, revisable, seconds } = terms
  return [
    voteName(terms),
    channelsText(channels),
    display === 'live' ? '边投边看票数' : '结束前不看票数',
    ...(revisable ? ['可以改，最后一次算'] : []),
    ...(seconds === null ? [] : [`限时 ${secondsWords(seconds)}`]),
    ...(doubleEntry && channels.paper === 'secret' ? ['双人复核计票'] : []),
  ]
}
