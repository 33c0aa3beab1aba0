import type { BrowserWindowConstructorOptions } from 'electron'
import type { Facade, ShellDisplay, ShellWindow } from './facade.ts'
import { screenDisplay } from './window-state.ts'

type Needs = Pick<Facade, 'displays' | 'onDisplaysChange'> & {
  /** A window without a bridge that shows the meeting of this join code; shown by whoever made it. */
  readonly open: (joinCode: string, options: BrowserWindowConstructorOptions) => ShellWindow
  readonly load: (window: ShellWindow, joinCode: string) => void
  /** Whether there is a hall screen. */
  readonly onOpen: (open: boolean) => void
}

export type ScreenWindow = {
  /** Opens it, or brings it back with the meeting of this join code: there is one for the whole laptop. */
  show(joinCode: string): void
  /** Loads what it shows again. */
  reload(): void
  close(): void
}

/**
 * 大屏: full screen on the second display where there is one, a plain window otherwise. It follows the projector: once that
 * is unplugged it waits as an icon and does not cover the desk, and it is back when the projector is.
 */
export function screenWindow({ displays, load, onDisplaysChange, onOpen, open }: Needs): ScreenWindow {
  let screen: { readonly window: ShellWindow; joinCode: string; projector: number | null } | null = null

  /** Out of full screen, which takes a moment on some systems. */
  let leaving = false

  const projector = (): ShellDisplay | null => {
    const { all, primary } = displays()
    const display = screenDisplay(all, primary)
    return display.id === primary.id ? null : display
  }

  const make = (joinCode: string): void => {
    const there = projector()
    const area = there?.bounds ?? displays().primary.workArea
    const window = open(joinCode, { ...area, fullscreen: there !== null, autoHideMenuBar: true })
    // The keyboard stays with the desk when the screen fills another display.
    window.on('ready-to-show', () => (screen?.projector == null ? window.show() : window.showInactive()))
    window.on('closed', () => {
      screen = null
      leaving = false
      onOpen(false)
    })
    screen = { window, joinCode, projector: there?.id ?? null }
    onOpen(true)
  }

  /** Full screen is bound to its display: the window is taken out of it before it moves. Where to is asked at the last moment. */
  const settle = (): void => {
    if (screen === null || leaving) return
    const { window } = screen
    if (window.isFullScreen()) {
      leaving = true
      window.once('leave-full-screen', () => {
        leaving = false
        settle()
      })
      return window.setFullScreen(false)
    }
    const there = projector()
    screen.projector = there?.id ?? null
    window.setBounds(there?.bounds ?? displays().primary.workArea)
    if (there === null) return window.minimize()
    if (window.isMinimized()) window.restore()
    window.showInactive()
    window.setFullScreen(true)
  }

  onDisplaysChange(() => {
    if (screen === null) return
    const { projector: own } = screen
    // Where it is it stays, whatever else is plugged in.
    const isThere = own !== null && displays().all.some(({ id }) => id === own)
    if (!isThere && (projector()?.id ?? null) !== own) settle()
  })

  return {
    show: (joinCode) => {
      if (screen === null) return make(joinCode)
      const { window } = screen
      if (screen.joinCode !== joinCode) {
        screen.joinCode = joinCode
        load(window, joinCode)
      }
      if (window.isMinimized()) window.restore()
      if (screen.projector === null) window.focus()
    },
    reload: () => {
      if (screen !== null) load(screen.window, screen.joinCode)
    },
    close: () => screen?.window.close(),
  }
}
