import type { BrowserWindowConstructorOptions } from 'electron'
import { type HostStatus, STATUS_CHANNEL } from '../../shared/desktop-bridge.ts'
import type { Awake } from './awake.ts'
import type { Facade, ShellWindow } from './facade.ts'
import { type ShellPath, shellAddress } from './navigation.ts'
import { screenWindow } from './screen-window.ts'
import { webPreferences } from './web-preferences.ts'
import { FIRST_SIZE, readWindowState, SMALLEST, visibleBounds } from './window-state.ts'

/** Paper white, as the pages: no flash before the first paint. */
const BACKGROUND = '#FAF8F5'
const NAME = '议事厅'

type Shown = { readonly page: ShellPath; readonly fragment: string }

export type Windows = {
  /** Opens the desk, or loads what is open again: after a restart of the host its secret is another one. */
  showHost(operatorSecret: string): Promise<void>
  /** Another desk in a window of its own, or 大屏 on the second display if there is one. */
  openPage(page: ShellPath, fragment: string): void
  tellDesks(status: HostStatus): void
  readonly isOpen: boolean
  focusDesk(): void
  /** Where files were saved last. */
  folder(): Promise<string>
  rememberFolder(folder: string): Promise<void>
}

/** The desks' windows and the hall screen. The last desk takes the screen with it. */
export function shellWindows(facade: Facade, awake: Awake): Windows {
  const { displays, log, openWindow, paths } = facade
  const desks = new Map<ShellWindow, Shown>()
  let launch = 0
  const stateRead = facade
    .readFile(paths.windowState)
    .then((bytes) => readWindowState(new TextDecoder().decode(bytes)))
    .catch(() => readWindowState(null))
  let state = stateRead

  const keep = (change: Partial<Awaited<typeof state>>): Promise<void> => {
    state = state.then((before) => ({ ...before, ...change }))
    return state
      .then((after) => facade.writeFile(paths.windowState, JSON.stringify(after)))
      .catch((error: unknown) => log('stateUnwritable', String(error)))
  }
  /** The only place that loads a page: what loadURL loads is not asked of the navigation guard. */
  const load = (window: ShellWindow, { fragment, page }: Shown): void => {
    window.loadURL(shellAddress(page, launch, fragment)).catch((error: unknown) => {
      // The message of Electron carries the address, and with it the secret.
      log('pageFailed', `${page}: ${(error as { readonly code?: string }).code ?? 'unknown'}`)
    })
  }
  const open = (shown: Shown, preload: string | null, options: BrowserWindowConstructorOptions): ShellWindow => {
    const window = openWindow({
      ...options,
      title: NAME,
      show: false,
      backgroundColor: BACKGROUND,
      webPreferences: webPreferences(preload),
    })
    load(window, shown)
    return window
  }

  const openDesk = async (shown: Shown): Promise<void> => {
    const { bounds, maximized } = await stateRead
    const areas = displays().all.map(({ workArea }) => workArea)
    const place = visibleBounds(bounds, areas) ?? FIRST_SIZE
    const window = open(shown, paths.preload, { ...place, minWidth: SMALLEST.width, minHeight: SMALLEST.height })
    desks.set(window, shown)
    window.on('ready-to-show', () => window.show())
    if (maximized) window.maximize()
    window.on('close', () => void keep({ bounds: window.getNormalBounds(), maximized: window.isMaximized() }))
    window.on('closed', () => {
      desks.delete(window)
      if (desks.size === 0) screen.close()
    })
  }
  const screen = screenWindow({
    ...facade,
    open: (joinCode, options) => open({ page: '/screen', fragment: joinCode }, null, options),
    load: (window, joinCode) => load(window, { page: '/screen', fragment: joinCode }),
    onOpen: (isOpen) => awake.looking('screen', isOpen),
  })

  return {
    showHost: async (operatorSecret) => {
      launch += 1
      if (desks.size === 0) return openDesk({ page: '/desk', fragment: operatorSecret })
      for (const [desk, { page }] of desks) load(desk, { page, fragment: operatorSecret })
      screen.reload()
    },
    openPage: (page, fragment) => {
      if (page === '/screen') screen.show(fragment)
      else void openDesk({ page, fragment })
    },
    tellDesks: (status) => {
      for (const desk of desks.keys()) if (!desk.isDestroyed()) desk.webContents.send(STATUS_CHANNEL, status)
    },
    get isOpen() {
      return desks.size > 0
    },
    focusDesk: () => {
      const [desk] = desks.keys()
      if (desk?.isMinimized()) desk.restore()
      desk?.focus()
    },
    folder: async () => (await state).folder ?? paths.downloads,
    rememberFolder: (folder) => keep({ folder }),
  }
}
