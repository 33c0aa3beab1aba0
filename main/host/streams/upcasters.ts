import type { StreamKindName } from '../../../shared/streams/stream-name.ts'
import type { Upcasters } from '../journal/upcast.ts'
import { upcastFloor } from './upcast-floor.ts'

const asItIs = (event: unknown) => [event]

/** What lifts old recorded events to the data version that this app writes; one entry for each version passed. */
export const upcasters: Readonly<Record<StreamKindName, Upcasters>> = {
  /** Version 2 has more kinds of events and of fields; what version 1 wrote is as it was. So has version 4 of a meeting. */
  council: [asItIs],
  meeting: [asItIs, upcastFloor, asItIs],
  worksheets: [],
}
