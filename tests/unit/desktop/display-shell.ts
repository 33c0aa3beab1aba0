import type { Facade } from '../../../main/desktop/facade.ts'
import { FakeShell, type FakeWindow } from '../../fixtures/fake-shell.ts'

type Display = FakeShell['displays'][number]

/** A window that fills displays and moves between them. */
export type MovingWindow = FakeWindow & {
  fullscreen: boolean
  /** Where it was put last. */
  bounds: unknown
  /** The system says that full screen has been left: on some it takes a moment. */
  leaveFullScreen(): void
}

/** A machine to which displays are plugged in and out. */
export class DisplayShell extends FakeShell {
  #changed: () => void = () => undefined

  override get facade(): Facade {
    const facade = super.facade
    return {
      ...facade,
      onDisplaysChange: (act) => {
        this.#changed = act
      },
      openWindow: (options) => {
        const window = facade.openWindow(options)
        moving(window as unknown as FakeWindow)
        return window
      },
    }
  }

  /** Systems name displays in any order: whatever is new comes before what was there, but for the laptop's own. */
  plug(display: Display): void {
    this.displays.splice(1, 0, display)
    this.#changed()
  }
  unplug(display: Display): void {
    this.displays = this.displays.filter(({ id }) => id !== display.id)
    this.#changed()
  }
}

function moving(window: FakeWindow): MovingWindow {
  let left: () => void = () => undefined
  const moved: MovingWindow = Object.assign(window, {
    fullscreen: window.options.fullscreen === true,
    bounds: null,
    isFullScreen: () => moved.fullscreen,
    setFullScreen: (fullscreen: boolean) => {
      if (fullscreen) moved.fullscreen = true
      else moved.calls.push('leave full screen')
    },
    once: (_event: 'leave-full-screen', act: () => void) => {
      left = act
    },
    leaveFullScreen: () => {
      moved.fullscreen = false
      const act = left
      left = () => undefined
      act()
    },
    setBounds: (bounds: unknown) => {
      moved.bounds = bounds
    },
    showInactive: () => void moved.calls.push('showInactive'),
    minimize: () => {
      moved.minimized = true
    },
    restore: () => {
      moved.minimized = false
      moved.calls.push('restore')
    },
  })
  return moved
}
