import type { HeldMeeting } from '../../../shared/meeting/state.ts'

/** How much is on record: speeches begun, points (those beneath a speech too), and what was agreed or resolved by a vote. */
export function recordCounts({ floor, minutes, voting }: HeldMeeting) {
  const begun = [floor.speaking, floor.interposed].filter((speech) => speech !== null).length
  const points = minutes.flatMap(({ entries }) => entries)
  const heard = floor.speeches.flatMap(({ entries }) => entries)
  const noted = [...heard, floor.speaking, floor.interposed].filter((speech) => (speech?.note ?? null) !== null)
  const agreed = points.filter(({ kind }) => kind === 'agreed').length
  return {
    speeches: heard.length + begun,
    points: points.length + noted.length,
    agreed: agreed + voting.resolutions.length,
  }
}
