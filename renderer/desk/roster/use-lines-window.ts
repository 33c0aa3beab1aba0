import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { SeatId } from '../../../shared/core/ids.ts'
import { drawnPieces, firstLine } from './lines-window.ts'

/** Of lines, at plain type. */
const LINE_HEIGHT = 44
/** Before the list has been measured. */
const FIRST_HEIGHT = 480

type Options = { readonly ids: readonly SeatId[]; readonly scale: number; readonly active: SeatId | null }

/** Draws the part of a long list that is in view, and brings the caret to any line of it. */
export function useLinesWindow({ active, ids, scale }: Options) {
  const scroll = useRef<HTMLDivElement>(null)
  const [first, setFirst] = useState(0)
  const [size, setSize] = useState({ height: FIRST_HEIGHT, width: 0 })
  const [wanted, setWanted] = useState<SeatId | null>(null)
  const lineHeight = Math.round(LINE_HEIGHT * scale)

  useLayoutEffect(() => {
    const element = scroll.current
    if (element === null) return
    const measure = () => setSize({ height: element.clientHeight, width: element.clientWidth })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const onScroll = useCallback(() => setFirst(firstLine(scroll.current?.scrollTop ?? 0, lineHeight)), [lineHeight])
  // A list that has become shorter may have left the scroll bar further down than it now goes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place of the scroll bar follows the number of lines
  useLayoutEffect(onScroll, [onScroll, ids.length])
  useEffect(() => {
    if (wanted === null) return
    const input = scroll.current?.querySelector<HTMLInputElement>(`input[data-line="${wanted}"]`)
    if (input == null) return
    input.focus({ preventScroll: true })
    input.scrollIntoView({ block: 'nearest' })
    setWanted(null)
  })
  const pinned = [wanted, active].flatMap((seatId) => (seatId === null ? [] : [ids.indexOf(seatId)]))
  return {
    scroll,
    onScroll,
    width: size.width,
    lineHeight,
    pieces: drawnPieces(ids.length, { first, height: size.height, lineHeight }, pinned),
    /** Puts the caret into somebody's name once the line is there. */
    focusLine: setWanted,
  }
}
