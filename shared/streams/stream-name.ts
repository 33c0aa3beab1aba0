import { type CouncilId, councilId, type MeetingId, meetingId } from '../core/ids.ts'

/** One stream for each council and each meeting, one worksheet ledger for each council. */
export type StreamKindName = 'council' | 'meeting' | 'worksheets'

export type StreamName = `council/${CouncilId}` | `meeting/${MeetingId}` | `worksheets/${CouncilId}`

export type StreamAddress =
  | { readonly kind: 'council' | 'worksheets'; readonly id: CouncilId }
  | { readonly kind: 'meeting'; readonly id: MeetingId }

export const councilStream = (id: CouncilId): StreamName => `council/${id}`
export const meetingStream = (id: MeetingId): StreamName => `meeting/${id}`
export const worksheetStream = (id: CouncilId): StreamName => `worksheets/${id}`

/** Takes a stream's name apart; null when it is none. */
export function parseStreamName(value: unknown): StreamAddress | null {
  if (typeof value !== 'string') return null
  const [kind, rest, ...more] = value.split('/')
  if (more.length > 0) return null
  if (kind === 'meeting') {
    const id = meetingId.parse(rest)
    return id && { kind, id }
  }
  if (kind !== 'council' && kind !== 'worksheets') return null
  const id = councilId.parse(rest)
  return id && { kind, id }
}

export const addressOf = (name: StreamName): StreamAddress => {
  const address = parseStreamName(name)
  if (address === null) throw new Error(`not a stream: ${name}`)
  return address
}
