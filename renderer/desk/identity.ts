import type { Memory } from '../../shared/client/memory.ts'
import type { Who } from '../../shared/client/phase.ts'
import { deviceKey, devicePlace, memoryIn, tabPlace } from '../connection/keeping-place.ts'
import { withoutSecret } from './fragment.ts'

const SECRET_NAME = 'yishiting.secret'

/**
 * The operator when the address or this tab has the launch secret, else this device on its own seat. The secret leaves
 * the address bar, where a projector would show it to the room.
 */
export function whoWeAre(): { readonly who: Who; readonly memory: Memory } {
  const { brought, rest } = withoutSecret(window.location.hash)
  if (brought !== null) {
    tabPlace.write(SECRET_NAME, brought)
    const { pathname, search } = window.location
    window.history.replaceState(null, '', pathname + search + rest)
  }
  const secret = launchSecret()
  if (secret !== null) return { who: { kind: 'operator', secret }, memory: memoryIn(tabPlace, 'yishiting.operator') }
  return {
    who: { kind: 'device', key: deviceKey(), meetingId: null },
    memory: memoryIn(devicePlace, 'yishiting.hall'),
  }
}

/** The launch secret that this tab holds; null on a device that has a seat of its own. */
export function launchSecret(): string | null {
  const kept = tabPlace.read(SECRET_NAME)
  return typeof kept === 'string' ? kept : null
}
