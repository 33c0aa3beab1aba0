import { spawn } from 'node:child_process'

/** A window that ends with an error so soon after its start was never of use to anybody. */
const EARLY_MS = 15_000

export type WindowEnd =
  | { readonly opened: true; readonly code: number }
  | { readonly opened: false; readonly why: string }

/**
 * Runs the app in the Electron program until its last window is closed. Ctrl-C reaches the window by itself, as it is in
 * the same terminal; a stop meant for this process is handed on. `opened: false` when it failed right after its start.
 */
export function runWindow(binary: string, args: readonly string[]): Promise<WindowEnd> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const from = performance.now()
  return new Promise((resolve) => {
    let asked = false
    const child = spawn(binary, args, { env, stdio: 'inherit' })
    const wait = () => {
      asked = true
    }
    const handOn = (signal: NodeJS.Signals) => {
      asked = true
      child.kill(signal)
    }
    process.on('SIGINT', wait).on('SIGTERM', handOn).on('SIGHUP', handOn)
    const end = (result: WindowEnd) => {
      process.off('SIGINT', wait).off('SIGTERM', handOn).off('SIGHUP', handOn)
      resolve(result)
    }
    child.once('error', (error: NodeJS.ErrnoException) => end({ opened: false, why: error.code ?? error.message }))
    child.once('exit', (code, signal) => {
      if (asked || code === 0) return end({ opened: true, code: 0 })
      const why = signal ?? String(code)
      end(performance.now() - from < EARLY_MS ? { opened: false, why } : { opened: true, code: code ?? 1 })
    })
  })
}
