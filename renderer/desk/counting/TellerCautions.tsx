import type { OpenVote } from '../../../shared/meeting/voting/state.ts'
import { nameOf } from '../../connection/meeting-view.ts'
import { useDesk } from '../desk-context.tsx'
import { tellerCautions } from './teller-cautions.ts'

/** Who should be named before the box is opened, and whose count was not his to make; it warns and hinders nothing. */
export function TellerCautions({ vote }: { readonly vote: OpenVote }) {
  const { client } = useDesk()
  return tellerCautions(vote, (seatId) => nameOf(client, seatId)).map((words) => (
    <p key={words} className="paper-few" role="status">
      {words}
    </p>
  ))
}
