import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { HallClient } from '../../shared/client/hall-client.ts'
import { type Changes, changesOf } from './changes.ts'

type Place = { readonly client: HallClient; readonly changes: Changes }

const HallContext = createContext<Place | null>(null)

export function HallProvider({ client, children }: { readonly client: HallClient; readonly children: ReactNode }) {
  const place = useMemo(() => ({ client, changes: changesOf(client) }), [client])
  return <HallContext value={place}>{children}</HallContext>
}

/** The page's client; the component is drawn again after every change. */
export function useHall(): HallClient {
  const place = useContext(HallContext)
  if (place === null) throw new Error('a HallProvider is missing')
  useSyncExternalStore(place.changes.subscribe, place.changes.count)
  return place.client
}

/** The host's clock, ms since 1970, once a second; it stands still while `running` is false. */
export function useHostNow(running = true): number {
  const client = useHall()
  const [, tick] = useState(0)
  const second = () => Math.floor(client.hostNow() / 1000)
  const shown = useRef(second())
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => {
      const now = Math.floor(client.hostNow() / 1000)
      if (now === shown.current) return
      shown.current = now
      tick((count) => count + 1)
    }, 250)
    return () => clearInterval(timer)
  }, [client, running])
  return second() * 1000
}
