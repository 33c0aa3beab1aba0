/** A recorded event as far as its lifting needs it. */
type Recorded = { readonly type: string; readonly data: Readonly<Record<string, unknown>>; readonly at: number }

/**
 * Meeting data of version 2 knew one place and one speech of a seat at a time, and no ids for them: the seat's own id stands
 * in, so all speeches of one seat in such a meeting share one.
 */
export function upcastFloor(event: unknown): readonly unknown[] {
  if (!isRecorded(event)) return [event]
  const { at, data, type } = event
  switch (type) {
    case 'floorRequested':
      return [{ ...event, data: { ...data, ...ordinary(data), enteredBy: null } }]
    case 'requestWithdrawn':
      return [{ ...event, data: { speechId: speechIdOf(data), at, why: 'withdrawn' } }]
    case 'speechStarted':
      return [{ ...event, data: { ...data, ...ordinary(data), interposed: false } }]
    case 'speechEnded':
      return [{ ...event, data: { speechId: speechIdOf(data), at: data['at'] } }]
    default:
      return [event]
  }
}

const ordinary = (data: Recorded['data']) => ({
  speechId: speechIdOf(data),
  kind: 'ordinary',
  category: null,
  to: null,
})

/** `st_` and the rest becomes `sp_` and the rest. */
const speechIdOf = ({ seatId }: Recorded['data']): string => `sp_${String(seatId).slice(3)}`

function isRecorded(event: unknown): event is Recorded {
  if (typeof event !== 'object' || event === null) return false
  return 'type' in event && 'data' in event && typeof event.data === 'object' && event.data !== null
}
