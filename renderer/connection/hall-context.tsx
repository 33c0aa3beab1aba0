import { createContext, type ReactNode, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { HallClient } from '../../shared/client/hall-client.ts'

const HallContext = createContext<HallClient | null>(null)

export function HallProvider({ client, children }: { readonly client: HallClient; readonly children: ReactNode }) {
  return <HallContext value={client}>{children}</HallContext>
}

/** The page's client; the component is drawn again after every change. */
export function useHall(): HallClient {
  const client = useContext(HallContext)
  if (client === null) throw new Error('a HallProvider is missing')
  const changes = useRef(0)
  useSyncExternalStore(
    (redraw) =>
      client.subscribe(() => {
        changes.current += 1
        redraw()
      }),
    () => changes.current,
  )
  return client
}

/** The host's clock, ms since 1970, once a second; it stands still while `running` is false. */
export function useHostNow(running = true): number {
  const client = useHall()
  const [, tick] = useState(0)
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => tick((count) => count + 1), 250)
    return () => clearInterval(timer)
  }, [running])
  return Math.floor(client.hostNow() / 1000) * 1000
}
