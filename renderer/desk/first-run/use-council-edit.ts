import { useEffect, useState } from 'react'
import { useHall } from '../../connection/hall-context.tsx'
import { forgetDraft, useDraft } from '../../connection/use-draft.ts'
import { type CouncilDraft, draftOf } from './council-draft.ts'
import { editOf, isRosterEdit, movedElsewhere, type RosterEdit } from './roster-edit.ts'

/**
 * A roster that is being changed. Only what was really changed is kept on the device, and it is dropped once the
 * host's roster has been changed by somebody else: `lost` then says so.
 */
export function useCouncilEdit(draftName: string, start: CouncilDraft) {
  const client = useHall()
  const [edit, setEdit] = useDraft<RosterEdit | null>(draftName, null, isRosterEdit)
  const [lost, setLost] = useState(false)
  const hostRows = ({ councilId }: CouncilDraft) => {
    const council = client.copies.council(councilId)
    return council?.phase === 'founded' ? draftOf(council, client.names).rows : []
  }
  const isStale = () => edit !== null && movedElsewhere(edit, hostRows(edit.draft))
  const stale = isStale()
  useEffect(() => {
    if (!stale) return
    setEdit(null)
    setLost(true)
  }, [stale, setEdit])
  const current = stale ? null : edit
  return {
    draft: current?.draft ?? start,
    lost,
    isStale,
    change: (draft: CouncilDraft) => setEdit(editOf(current, hostRows(draft), start, draft)),
    /** To be called before saving: what arrives at the host from now on is no one else's. */
    attempt: () => setEdit((one) => (one === null ? null : { ...one, began: [...one.began, one.draft.rows] })),
    forget: () => forgetDraft(draftName),
  }
}
