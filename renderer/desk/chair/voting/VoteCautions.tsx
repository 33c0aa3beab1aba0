import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { AgendaItem } from '../../../../shared/meeting/agenda/state.ts'
import { cautionSentences, ELECTION_CAUTION } from '../../../../shared/wording/cautions.ts'
import { electionWords } from '../../../../shared/wording/election-words.ts'
import { useDesk } from '../../desk-context.tsx'

type Props = { readonly item: AgendaItem; readonly motion: string }

/** What has to be known before this is put to the vote; none of it hinders the vote. */
export function VoteCautions({ item, motion }: Props) {
  const { meeting } = useDesk()
  return (
    <>
      {electionWords(`${item.title} ${motion}`) && (
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
