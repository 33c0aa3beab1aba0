import { existsSync } from 'node:fs'
import path from 'node:path'
import { createHost, type Host } from '../host/create-host.ts'
import type { HallLog } from '../host/hall/hall-log.ts'
import { STORAGE_FAILED, sayHostRefusal } from '../host/refusal-sentences.ts'
import { diskStorage } from '../host/storage/disk-storage.ts'
import { VERSION } from './version.ts'

const PAGES = path.resolve(import.meta.dirname, '../../out/renderer')
const EXIT_REFUSED = 1
const EXIT_STORAGE_FAILED = 3
/** Ctrl-C, a service manager's stop, and the terminal's window being closed. */
const ENDS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']

export type Hosting = {
  readonly folder: string
  /** Null takes the port of the last meeting, 0 any free one. */
  readonly port: number | null
  readonly movePort: boolean
  readonly address: string
  readonly log: HallLog
}

/**
 * Runs a host in this process until a signal ends it (exit code 0) or its disk fails (3). When it cannot be started,
 * says why and ends the process (1).
 */
export async function runHost({ folder, ...options }: Hosting): Promise<Host> {
  /** The disk may fail before there is a host to end. */
  let running: Host | null = null
  let storageFailed = false

  const end = async (host: Host): Promise<never> => {
    await host.close()
    if (!storageFailed) process.exit(0)
    console.error(STORAGE_FAILED)
    process.exit(EXIT_STORAGE_FAILED)
  }

  const started = await createHost({
    ...options,
    storage: diskStorage(folder),
    site: existsSync(PAGES) ? PAGES : null,
    version: VERSION,
    onFailure: () => {
      storageFailed = true
      if (running !== null) void end(running)
    },
  }).catch((error: unknown) => refuse(`主机没有启动：${error instanceof Error ? error.message : String(error)}`))
  if (!started.ok) refuse(sayHostRefusal(started.refusal))
  const { host } = started
  if (storageFailed) await end(host)
  running = host
  for (const signal of ENDS) process.once(signal, () => void end(host))
  return host
}

function refuse(sentence: string): never {
  console.error(sentence)
  process.exit(EXIT_REFUSED)
}
