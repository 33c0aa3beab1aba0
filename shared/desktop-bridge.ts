/** Where the shell shows its pages: an origin that nobody else can serve. */
export const SHELL_ORIGIN = { scheme: 'app', host: 'local', text: 'app://local' } as const

/** Names the host (`127.0.0.1:50808`) in a page that the host did not serve itself. */
export const HALL_META = 'hall'

/** The host of this laptop, in a process of its own beside the window. */
export type HostStatus =
  | { readonly at: 'starting' }
  | {
      readonly at: 'running'
      readonly port: number
      readonly operatorSecret: string
      /** Addresses that phones in the room can open, best first. */
      readonly addresses: readonly string[]
    }
  /** It will not come back by itself; the sentence says what to do. */
  | { readonly at: 'stopped'; readonly sentence: string }

/** What the Electron window offers its page, as `window.desktop`. A page in a browser has none. */
export type DesktopBridge = {
  readonly version: string
  hostStatus(): Promise<HostStatus>
  /** Calls `listener` at every change; the function returned ends that. */
  onHostStatus(listener: (status: HostStatus) => void): () => void
  /** Asks where to put the file. False when the person thought better of it; rejects when it could not be written. */
  saveFile(name: string, bytes: Uint8Array): Promise<boolean>
  /** 大屏 of the meeting with this join code, on the second display if there is one. */
  openScreen(joinCode: string): Promise<void>
  /** Keeps the display on until it is called with false. */
  keepAwake(on: boolean): Promise<void>
  /** False when nothing was printed. */
  printPage(): Promise<boolean>
}

/** What a page may ask for; each is answered once. */
export const ASK_CHANNELS = {
  hostStatus: 'desktop:host-status',
  saveFile: 'desktop:save-file',
  openScreen: 'desktop:open-screen',
  keepAwake: 'desktop:keep-awake',
  printPage: 'desktop:print-page',
} as const

/** What the shell tells a page unasked. */
export const STATUS_CHANNEL = 'desktop:host-status-changed'

export type AskName = keyof typeof ASK_CHANNELS
