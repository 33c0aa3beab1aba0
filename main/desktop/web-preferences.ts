import type { WebPreferences } from 'electron'

/**
 * How every page runs: sandboxed, isolated, without Node. `preload` is the bridge; the hall screen has none. What is not
 * named stays at Electron's default, webSecurity above all. The spelling checker would fetch word lists from abroad.
 */
export function webPreferences(preload: string | null) {
  return {
    ...(preload === null ? {} : { preload }),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    spellcheck: false,
  } as const satisfies WebPreferences
}
