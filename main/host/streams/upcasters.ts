import type { StreamKindName } from '../../../shared/streams/stream-name.ts'
import type { Upcasters } from '../journal/upcast.ts'

/** What lifts old recorded events to the data version that this app writes; one entry for each version passed. */
export const upcasters: Readonly<Record<StreamKindName, Upcasters>> = { council: [], meeting: [], worksheets: [] }
