import type { HeldMeeting } from '../../../shared/meeting/state.ts'

/** How much is on record: speeches begun, points, and what was agreed or resolved by a vote. */
export function recordCounts({ floor, minutes, voting }: HeldMeeting) {
  const finished = floor.speeches.reduce((sum, { entries }) => sum + entries.length, 0)
  const begun = [floor.speaking, floor.interposed].filter((speech) => speech !== null).length
  const points = minutes.flatMap(({ entries }) => entries)
  const agreed = points.filter(({ kind }) => kind === 'agreed').length
  return {
    speeches: finished + begun,
    points: points.length,
    agreed: agreed + voting.resolutions.length,
  }
}
