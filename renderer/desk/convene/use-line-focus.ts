import { type RefObject, useEffect, useRef, useState } from 'react'

/** Moves the caret to the n-th field marked `data-line` once it is there: Enter goes on to a line that is only just added. */
export function useLineFocus<Element extends HTMLElement>(): [RefObject<Element | null>, (index: number) => void] {
  const list = useRef<Element>(null)
  const [wanted, setWanted] = useState<number | null>(null)
  useEffect(() => {
    if (wanted === null) return
    list.current?.querySelectorAll<HTMLInputElement>('input[data-line]')[wanted]?.focus()
    setWanted(null)
  }, [wanted])
  return [list, setWanted]
}
