import { useSyncExternalStore } from 'react'
import { hashOf, type Place, placeOf } from './fragment.ts'

const MOVED = 'yishiting:moved'

/** Goes to another place without loading the page again: the connection and what is half typed stay. */
export function go(place: Place, path = '/desk'): void {
  window.history.pushState(null, '', path + hashOf(place))
  window.dispatchEvent(new Event(MOVED))
}

/** Says in the address where we are without going anywhere: what was asked for once is not asked for again by a reload. */
export function restAt(place: Place): void {
  window.history.replaceState(null, '', window.location.pathname + hashOf(place))
}

function subscribe(redraw: () => void): () => void {
  const events = [MOVED, 'popstate', 'hashchange']
  for (const name of events) window.addEventListener(name, redraw)
  return () => {
    for (const name of events) window.removeEventListener(name, redraw)
  }
}

/** The path (`/desk`, `/scribe`) and the place, drawn again after every move. */
export function usePlace(): { readonly path: string; readonly place: Place } {
  const href = useSyncExternalStore(subscribe, () => `${window.location.pathname}${window.location.hash}`)
  const [path = '/desk'] = href.split('#')
  return { path, place: placeOf(href.slice(path.length)) }
}
