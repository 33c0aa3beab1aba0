import type { HallClient } from '../../../shared/client/hall-client.ts'
import { hashOf } from '../../../shared/core/canonical.ts'
import { mayRead } from '../../../shared/roles/permissions.ts'
import type { Viewer, ViewerRole } from '../../../shared/roles/roles.ts'
import { streamKinds } from '../../../shared/streams/stream-kinds.ts'
import { addressOf, type StreamName } from '../../../shared/streams/stream-name.ts'
import type { Hall } from '../../host/hall/hall.ts'
import { waitFor } from './wait-for.ts'

export type RoleComparison = {
  readonly clients: number
  /** Hash of what the role as such may see, without what single seats see of their own. */
  readonly hash: string
  /** Every client has exactly what the host would show it now, and the role's common view is the same for all. */
  readonly equal: boolean
}

/**
 * Compares every client's copies with the host's own state, projected for that client and for its role. In a hall of
 * one council and one meeting: everybody has a copy of each stream that the role may read, and of no other. Rejects
 * when a client does not even catch up within `patienceMs`.
 */
export async function compareWithHost(
  hall: Hall,
  clients: readonly HallClient[],
  patienceMs?: number,
): Promise<Readonly<Partial<Record<ViewerRole, RoleComparison>>>> {
  const roles: Partial<Record<ViewerRole, RoleComparison>> = {}
  for (const client of clients) {
    const { phase } = client
    if (phase.at !== 'live') throw new Error('a client is no longer in the meeting')
    const { role } = phase.viewer
    const all = hall.streams.all().map((stream) => stream.name)
    const names = all.filter((name) => mayRead(role, addressOf(name).kind)).sort()
    const caughtUp = () => names.every((name) => client.copies.seq(name) === hall.streams.get(name)?.seq)
    await waitFor('各设备收齐', caughtUp, patienceMs)
    const noOthers = client.copies.names().every((name) => names.includes(name))
    const common: Viewer = { role, seats: [] }
    const atHost = hashOf(names.map((name) => hall.streams.get(name)?.view(common)))
    const atClient = hashOf(names.map((name) => projected(name, client.copies.state(name), common)))
    const own = names.every((name) => {
      return hashOf(client.copies.state(name)) === hashOf(hall.streams.get(name)?.view(phase.viewer))
    })
    const before = roles[role]
    const equal =
      own && noOthers && names.length > 0 && atHost === atClient && (before === undefined || before.hash === atHost)
    roles[role] = { clients: (before?.clients ?? 0) + 1, hash: atHost, equal: equal && (before?.equal ?? true) }
  }
  return roles
}

/** What is left of a viewer's copy when only its role counts. */
function projected(name: StreamName, state: unknown, viewer: Viewer): unknown {
  const project = streamKinds[addressOf(name).kind].project as (state: unknown, viewer: Viewer) => unknown
  return project(state, viewer)
}
