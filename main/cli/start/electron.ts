import { existsSync } from 'node:fs'
import path from 'node:path'

/** What decides whether a window can be opened on this machine. */
export type Machine = {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  /** Null where there are no such numbers. */
  readonly userId: number | null
}

/** Why no window can be opened whatever is installed; null when one can. */
export function noWindowHere({ env, platform, userId }: Machine): string | null {
  if (platform !== 'linux') return null
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return '这台机器没有图形界面，改在浏览器里使用（没有窗口也能用）。'
  // Chromium refuses its sandbox to root, and without the sandbox this window is not opened.
  if (userId === 0) return '以 root 身份运行时不打开窗口，改在浏览器里使用（没有窗口也能用）。'
  return null
}

/** Where the program is inside Electron's folder, as Electron's own installer has it. */
const PROGRAMS: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}

/**
 * The Electron program: ELECTRON_EXEC_PATH, else the one in the folder ELECTRON_OVERRIDE_DIST_PATH (a download by hand),
 * else the one that Electron's installer put into its package. Null when it is not there.
 */
export function electronBinary(electronPackage: string, { env, platform }: Machine): string | null {
  const program = PROGRAMS[platform] ?? 'electron'
  const folder = env['ELECTRON_OVERRIDE_DIST_PATH'] || path.join(electronPackage, 'dist')
  const binary = env['ELECTRON_EXEC_PATH'] || path.join(folder, program)
  return existsSync(binary) ? binary : null
}
