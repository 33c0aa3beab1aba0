import { useEffect, useState } from 'react'

/** Whether `state` has been true for longer than `ms`: what passes at once is not worth a word. */
export function useLasting(state: boolean, ms: number): boolean {
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    if (!state) return setLasting(false)
    const timer = setTimeout(() => setLasting(true), ms)
    return () => clearTimeout(timer)
  }, [state, ms])
  return lasting
}
