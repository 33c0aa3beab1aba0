import { IconAlertTriangle } from '@tabler/icons-react'
import { missingParties } from '../../../../shared/meeting/attendance/parties.ts'
import { missingPartiesWords } from '../../../ui/party-words.ts'
import { useDesk } from '../../desk-context.tsx'

/**
 * 缺哪一方: a warning that hinders nothing; nothing at all when every side is here. In one line it stays in view, and is
 * told to readers once.
 */
export function MissingParties({ oneLine = false }: { readonly oneLine?: boolean }) {
  const { meeting } = useDesk()
  const missing = missingParties(meeting)
  if (missing.length === 0 || meeting.phase !== 'open') return null
  const words = missingPartiesWords(missing)
  return (
    <span
      className={`tag warn missing-parties ${oneLine ? 'brief' : ''}`}
      role={oneLine ? 'status' : undefined}
      title={`${words}。会可以照开，记录里会写明。`}
    >
      <IconAlertTriangle size={16} aria-hidden />
      <span className={oneLine ? 'one' : ''}>{words}</span>
    </span>
  )
}
