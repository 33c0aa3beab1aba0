import { useEffect, useState } from 'react'
import type { SeatsPage } from './SeatsPage.tsx'

/**
 * The page for 谁在这台设备上 and 回避, which few people open: fetched once the hall is shown, so that a phone need not load
 * it first, and again when somebody wants it; null until it is there.
 */
export function useSeatsPage(wanted: boolean): typeof SeatsPage | null {
  const [page, setPage] = useState<typeof SeatsPage | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: that it is wanted is the reason to try once more
  useEffect(() => {
    import('./SeatsPage.tsx').then(
      (module) => setPage(() => module.SeatsPage),
      () => undefined,
    )
  }, [wanted])
  return page
}
