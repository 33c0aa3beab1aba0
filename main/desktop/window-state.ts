import * as z from 'zod/mini'

const rectangle = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() })

const state = z.object({
  bounds: z.nullable(rectangle),
  maximized: z.boolean(),
  /** Where the last file was saved: dialogs do not remember it. */
  folder: z.nullable(z.string()),
})

export type Rectangle = z.infer<typeof rectangle>
export type WindowState = z.infer<typeof state>

/** For the smallest laptop that is supported. */
export const FIRST_SIZE = { width: 1366, height: 768 } as const
export const SMALLEST = { width: 1024, height: 640 } as const
/** So much of the title bar must be on a display for a person to be able to move the window. */
const GRIP = 80

const NEW_STATE: WindowState = { bounds: null, maximized: true, folder: null }

/** What was kept, or the first state when the file is missing or unreadable: it holds nothing of worth. */
export function readWindowState(text: string | null): WindowState {
  try {
    return state.parse(JSON.parse(text ?? ''))
  } catch {
    return NEW_STATE
  }
}

/** The kept place of the window when a display still shows it; otherwise null: a projector was unplugged since. */
export function visibleBounds(bounds: Rectangle | null, displays: readonly Rectangle[]): Rectangle | null {
  if (bounds === null) return null
  const width = Math.max(bounds.width, SMALLEST.width)
  const height = Math.max(bounds.height, SMALLEST.height)
  const seen = displays.some((area) => {
    const across = Math.min(bounds.x + width, area.x + area.width) - Math.max(bounds.x, area.x)
    return across >= GRIP && bounds.y >= area.y && bounds.y <= area.y + area.height - GRIP
  })
  return seen ? { x: bounds.x, y: bounds.y, width, height } : null
}

/** The display for the hall screen: the first that is not the laptop's own, if there is one. */
export function screenDisplay<Display extends { readonly id: number }>(
  displays: readonly Display[],
  primary: Display,
): Display {
  return displays.find(({ id }) => id !== primary.id) ?? primary
}
