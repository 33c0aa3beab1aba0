import { type CommandType, maySend } from '../../../shared/roles/permissions.ts'
import { useDesk } from '../desk-context.tsx'
import { useLastPhase } from '../use-last-phase.ts'

/** Whether whoever looks may do this: a key that the host would refuse is not offered. */
export function useMay(): (command: CommandType) => boolean {
  const { client } = useDesk()
  const phase = useLastPhase(client.phase)
  return (command) => phase.at === 'live' && phase.viewer.role !== 'screen' && maySend(phase.viewer.role, command)
}
