import { useCallback, useEffect, useMemo, useState } from 'react'
import type { HostRoster } from './host-roster.ts'
import { lostWords, settled } from './roster-conflicts.ts'
import { attempted, isNothing, peopleOf, type RosterEdit } from './roster-edit.ts'
import type { useKeptEdit } from './use-kept-edit.ts'

export type Change = (by: (edit: RosterEdit) => RosterEdit) => void

/** Lays an edit over the host's roster. `lost` tells what was given up because somebody else had changed it. */
export function useRosterEdit(kept: ReturnType<typeof useKeptEdit>, host: HostRoster) {
  const { edit: written, finish, forget, keepNow, setEdit } = kept
  const [lost, setLost] = useState<string | null>(null)
  const now = useMemo(() => settled(written, host), [written, host])
  const { edit } = now
  useEffect(() => {
    if (edit === written) return
    setEdit(edit)
    const words = lostWords(now)
    if (words !== null) setLost(words)
  }, [now, edit, written, setEdit])
  useEffect(() => {
    if (isNothing(edit)) forget()
  }, [edit, forget])
  const change: Change = useCallback((by) => setEdit((one) => by(one)), [setEdit])
  const people = useMemo(() => peopleOf(host, edit), [host, edit])
  return {
    edit,
    people,
    lost,
    change,
    /** Keeps what is about to be sent; to be called before anything is. */
    attempt: (sent: RosterEdit) => keepNow(attempted(sent)),
    finish,
  }
}
