import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  CommandLine,
  Dialog,
  IpcMain,
  MenuItemConstructorOptions,
  PowerSaveBlocker,
  Protocol,
  Session,
  Shell,
  WebContents,
} from 'electron'
import type { DesktopLog } from './desktop-log.ts'
import type { HostChild } from './host-process.ts'
import type { GuardedContents } from './navigation.ts'
import type { Rectangle } from './window-state.ts'

export type ShellContents = GuardedContents & { on(event: 'unresponsive', act: () => void): unknown }

type ShellApp = Pick<App, 'enableSandbox' | 'exit' | 'quit' | 'requestSingleInstanceLock' | 'whenReady'> & {
  on(event: 'second-instance' | 'window-all-closed', act: () => void): unknown
  on(event: 'before-quit', act: (event: { preventDefault(): void }) => void): unknown
  on(event: 'web-contents-created', act: (event: unknown, contents: ShellContents) => void): unknown
  on(
    event: 'render-process-gone',
    act: (event: unknown, contents: Pick<WebContents, 'reload'>, details: { readonly reason: string }) => void,
  ): unknown
  on(
    event: 'child-process-gone',
    act: (event: unknown, details: { readonly type: string; readonly reason: string }) => void,
  ): unknown
}

export type ShellWindow = Pick<
  BrowserWindow,
  | 'close'
  | 'focus'
  | 'getNormalBounds'
  | 'isDestroyed'
  | 'isFullScreen'
  | 'isMaximized'
  | 'isMinimized'
  | 'loadURL'
  | 'maximize'
  | 'minimize'
  | 'restore'
  | 'setBounds'
  | 'setFullScreen'
  | 'show'
  | 'showInactive'
> & {
  readonly webContents: Pick<WebContents, 'send'>
  on(event: 'close' | 'closed' | 'ready-to-show', act: () => void): unknown
  once(event: 'leave-full-screen', act: () => void): unknown
}

export type ShellDisplay = { readonly id: number; readonly bounds: Rectangle; readonly workArea: Rectangle }

/** All of Electron and of the machine that the shell uses. The composition file fills it in; tests bring their own. */
export type Facade = {
  readonly app: ShellApp
  readonly commandLine: Pick<CommandLine, 'appendSwitch'>
  readonly protocol: Pick<Protocol, 'handle' | 'registerSchemesAsPrivileged'>
  readonly ipcMain: Pick<IpcMain, 'handle'>
  readonly powerSaveBlocker: Pick<PowerSaveBlocker, 'start' | 'stop'>
  readonly dialog: Pick<Dialog, 'showErrorBox' | 'showMessageBox' | 'showSaveDialog'>
  readonly outside: Pick<Shell, 'openExternal' | 'openPath'>
  /** These four exist only once the app is ready. */
  readonly session: () => Pick<Session, 'setPermissionCheckHandler' | 'setPermissionRequestHandler'>
  readonly displays: () => { readonly all: readonly ShellDisplay[]; readonly primary: ShellDisplay }
  /** Calls `act` after every display that was plugged in or out. */
  readonly onDisplaysChange: (act: () => void) => void
  readonly openWindow: (options: BrowserWindowConstructorOptions) => ShellWindow
  readonly setMenu: (template: MenuItemConstructorOptions[]) => void
  readonly forkHost: () => HostChild
  readonly now: () => number
  readonly after: (ms: number, act: () => void) => () => void
  readonly nonce: () => string
  readonly readFile: (file: string) => Promise<Uint8Array<ArrayBuffer>>
  readonly writeFile: (file: string, bytes: Uint8Array | string) => Promise<void>
  /** For the terminal that the shell was started from, if any. */
  readonly say: (line: string) => void
  readonly log: DesktopLog
  readonly version: string
  readonly paths: {
    /** The built pages. */
    readonly pages: string
    readonly preload: string
    readonly windowState: string
    readonly logs: string
    readonly downloads: string
  }
}
