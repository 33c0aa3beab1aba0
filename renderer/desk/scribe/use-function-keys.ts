import { useEffect, useRef } from 'react'

/**
 * Keys that work wherever the caret is, by `KeyboardEvent.key`: function keys type nothing, so a person who writes keeps
 * writing. A key held down acts once.
 */
export function useFunctionKeys(acts: Readonly<Record<string, () => void>>): void {
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = latest.current[event.key]
      if (act === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      if (!event.repeat && document.querySelector('[aria-modal="true"]') === null) act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

/** Enter that ends a Chinese input method's word is not the Enter that finishes a line. */
export function isPlainEnter(event: {
  readonly key: string
  readonly shiftKey: boolean
  readonly nativeEvent: { readonly isComposing: boolean; readonly keyCode: number }
}): boolean {
  const composing = event.nativeEvent.isComposing || event.nativeEvent.keyCode === KEY_CODE_IN_COMPOSITION
  return event.key === 'Enter' && !event.shiftKey && !composing
}

/** What Safari reports, and nothing else, for the key that ends a composition. */
const KEY_CODE_IN_COMPOSITION = 229
