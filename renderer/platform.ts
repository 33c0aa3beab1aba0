import { type DesktopBridge, HALL_META } from '../shared/desktop-bridge.ts'

type Display = {
  readonly availLeft: number
  readonly availTop: number
  readonly availWidth: number
  readonly availHeight: number
}

declare global {
  interface Window {
    /** There in the Electron window alone; a browser does without. */
    readonly desktop?: DesktopBridge
    /** Window Management: Chromium alone has it, and on secure pages only. */
    getScreenDetails?(): Promise<{ readonly screens: readonly Display[]; readonly currentScreen: Display }>
  }
  interface Screen {
    readonly isExtended?: boolean
  }
}

/** Until then a slow browser may still be reading what it was told to download. */
const DOWNLOAD_GRACE_MS = 60_000

/** Where this page opens its sockets: the host that served it, or the one that the shell names in the page. */
export function hallOrigin(): string {
  const named = document.querySelector<HTMLMetaElement>(`meta[name="${HALL_META}"]`)?.content
  const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws'
  return `${scheme}://${named ?? window.location.host}`
}

/** Asks where to put the file, or hands it to the browser's downloads. False when the person thought better of it. */
export async function saveFile(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  if (window.desktop !== undefined) return window.desktop.saveFile(name, bytes)
  const address = URL.createObjectURL(new Blob([bytes]))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), DOWNLOAD_GRACE_MS)
  return true
}

/** One window for the hall screen, however often it is asked for. */
const SCREEN_WINDOW = { name: 'yishiting-screen', features: 'popup,width=1024,height=768' } as const

/**
 * Opens 大屏 at `/screen#<joinCode>` in a window of its own, on the second display where that can be found; else the person
 * moves it there. Asked for again, the same window comes to the front.
 */
export function openScreen(address: string): void {
  if (window.desktop !== undefined) {
    void window.desktop.openScreen(new URL(address, window.location.href).hash.slice(1))
    return
  }
  const opened = window.open(address, SCREEN_WINDOW.name, SCREEN_WINDOW.features)
  if (opened === null) return
  opened.focus()
  void moveToOtherDisplay(opened)
}

/** Asks the person once; the window stays where it is when the browser cannot tell, or the person would rather not. */
async function moveToOtherDisplay(opened: Window): Promise<void> {
  // Whether there is a second display is told without asking: nobody is asked for nothing.
  if (window.screen.isExtended !== true || window.getScreenDetails === undefined) return
  const details = await window.getScreenDetails().catch(() => null)
  const other = details?.screens.find((display) => display !== details.currentScreen)
  if (other === undefined) return
  opened.moveTo(other.availLeft, other.availTop)
  opened.resizeTo(other.availWidth, other.availHeight)
}

/** Keeps the display on, as far as the page may, until the function returned is called. */
export function keepAwake(): () => void {
  const { desktop } = window
  if (desktop !== undefined) {
    void desktop.keepAwake(true)
    return () => void desktop.keepAwake(false)
  }
  let lock: WakeLockSentinel | null = null
  let over = false
  const take = async (): Promise<void> => {
    // Not there on insecure pages; refused while the page is hidden or the battery is low.
    const taken = await navigator.wakeLock?.request('screen').catch(() => null)
    if (over) void taken?.release()
    else lock = taken ?? null
  }
  const again = () => void (document.visibilityState === 'visible' && take())
  document.addEventListener('visibilitychange', again)
  void take()
  return () => {
    over = true
    document.removeEventListener('visibilitychange', again)
    void lock?.release()
  }
}
