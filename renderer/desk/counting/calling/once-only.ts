import type { MouseEvent } from 'react'

/** The second click of a double click is no second paper. */
export const onceOnly =
  (act: () => void) =>
  (event: MouseEvent): void => {
    if (event.detail <= 1) act()
  }
