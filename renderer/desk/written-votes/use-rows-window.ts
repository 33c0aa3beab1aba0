import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { useLargeType } from '../../ui/large-type.ts'
import { drawnPieces, firstLine } from '../roster/lines-window.ts'

/** Of lines, at plain type. */
const LINE_HEIGHT = 48
/** 大字, as the tokens have it. */
const LARGE = 1.35
/** Before the list has been measured. */
const FIRST_HEIGHT = 480

/** Draws the part of a long list that is in view; `scroll` scrolls and tells its lines their height as `--line`. */
export function useRowsWindow(count: number) {
  const scroll = useRef<HTMLDivElement>(null)
  const [large] = useLargeType()
  const [first, setFirst] = useState(0)
  const [height, setHeight] = useState(FIRST_HEIGHT)
  const lineHeight = Math.round(LINE_HEIGHT * (large ? LARGE : 1))
  useLayoutEffect(() => {
    const element = scroll.current
    if (element === null) return
    element.style.setProperty('--line', `${lineHeight}px`)
    const measure = () => setHeight(element.clientHeight)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [lineHeight])
  const onScroll = useCallback(() => setFirst(firstLine(scroll.current?.scrollTop ?? 0, lineHeight)), [lineHeight])
  // A list that has become shorter may have left the scroll bar further down than it now goes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place of the scroll bar follows the number of lines
  useLayoutEffect(onScroll, [onScroll, count])
  return { scroll, onScroll, lineHeight, pieces: drawnPieces(count, { first, height, lineHeight }, []) }
}
