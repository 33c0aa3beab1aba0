import { useEffect, useState } from 'react'
import type { ItemId } from '../../../shared/core/ids.ts'

/** What of the meeting is open on the page. */
export type View =
  | { readonly at: 'hall' }
  | { readonly at: 'agenda' }
  | { readonly at: 'seats' }
  /** The way into another meeting. */
  | { readonly at: 'code' }
  | { readonly at: 'notes'; readonly itemId: ItemId }

const HALL: View = { at: 'hall' }

/** Where we are, and the ways there and back: the phone's own back key leads to the hall and not out of the page. */
export function useView(): readonly [view: View, open: (view: View) => void, back: () => void] {
  const [view, setView] = useState<View>(HALL)
  useEffect(() => {
    const home = () => setView(HALL)
    window.addEventListener('popstate', home)
    return () => window.removeEventListener('popstate', home)
  }, [])
  const open = (next: View) => {
    window.history.pushState(null, '')
    setView(next)
  }
  return [view, open, () => window.history.back()]
}
