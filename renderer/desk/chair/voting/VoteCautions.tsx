import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { AgendaItem } from '../../../../shared/meeting/agenda/state.ts'
import type { Terms } from '../../../../shared/meeting/voting/terms.ts'
import { cautionSentences, ELECTION_CAUTION } from '../../../../shared/wording/cautions.ts'
import { electionWords } from '../../../../shared/wording/election-words.ts'
import { useDesk } from '../../desk-context.tsx'
import { unreachedWords } from './device-reach.ts'

type Props = { readonly item: AgendaItem; readonly motion: string; readonly terms: Terms }

/** What has to be known before this is put to the vote; none of it hinders the vote. */
export function VoteCautions({ item, motion, terms }: Props) {
  const { meeting } = useDesk()
  const election = electionWords(`${item.title} ${motion}`) && terms.question.kind !== 'election'
  const unreached = unreachedWords(meeting, item.itemId, terms)
  return (
    <>
      {unreached !== null && (
        <p className="vote-caution" role="status">
          <IconAlertTriangle size={18} aria-hidden />
          {unreached}
        </p>
      )}
      {election && (
        <p className="vote-caution" role="alert">
          <IconAlertTriangle size={18} aria-hidden />
          {ELECTION_CAUTION}，请用纸票。
        </p>
      )}
      {meeting.form.cautions.includes('owners') && (
        <p className="note owners-caution">
          <IconInfoCircle size={16} aria-hidden />
          {cautionSentences.owners}
        </p>
      )}
    </>
  )
}
