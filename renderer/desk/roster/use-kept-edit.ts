import { useCallback, useEffect, useRef, useState } from 'react'
import { chinaDate } from '../../../shared/core/china-time.ts'
import { DRAFT_PREFIX, devicePlace } from '../../connection/keeping-place.ts'
import { forgetDraft } from '../../connection/use-draft.ts'
import { dropOldEdits, type KeptEdit, keptEdit } from './kept-edit.ts'
import type { RosterEdit } from './roster-edit.ts'

/** How long after a key the edit is kept, ms: an edit of thousands is too much to be written at every key. */
const KEEP_AFTER_MS = 300

/** An edit that survives a reload of the page, and is kept for some weeks. Nothing is kept of what nobody has touched. */
export function useKeptEdit(name: string, start: RosterEdit) {
  const [edit, setEdit] = useState<RosterEdit>(() => keptEdit(devicePlace.read(DRAFT_PREFIX + name), today()) ?? start)
  const state = useRef({ edit, kept: edit, over: false })
  state.current.edit = edit

  useEffect(() => dropOldEdits(devicePlace, today()), [])
  const keep = useCallback(() => {
    const { edit: now, kept, over } = state.current
    if (over || now === kept) return
    state.current.kept = now
    write(name, now)
  }, [name])
  // biome-ignore lint/correctness/useExhaustiveDependencies: every edit is kept a moment later
  useEffect(() => {
    const timer = setTimeout(keep, KEEP_AFTER_MS)
    return () => clearTimeout(timer)
  }, [keep, edit])
  useEffect(() => {
    window.addEventListener('pagehide', keep)
    return () => {
      window.removeEventListener('pagehide', keep)
      keep()
    }
  }, [keep])

  return {
    edit,
    setEdit,
    /** Keeps this edit before anything else is done. */
    keepNow: useCallback(
      (now: RosterEdit) => {
        setEdit(now)
        state.current = { edit: now, kept: now, over: false }
        write(name, now)
      },
      [name],
    ),
    /** There is nothing in the edit that would be worth keeping. */
    forget: useCallback(() => {
      state.current.kept = state.current.edit
      forgetDraft(name)
    }, [name]),
    /** It is saved: whatever the page still does with it is kept no more. */
    finish: useCallback(() => {
      state.current.over = true
      forgetDraft(name)
    }, [name]),
  }
}

const today = (): string => chinaDate(Date.now())

const write = (name: string, edit: RosterEdit) =>
  devicePlace.write(DRAFT_PREFIX + name, { day: today(), edit } satisfies KeptEdit)
