import { SHELL_ORIGIN } from '../../../shared/desktop-bridge.ts'
import { createHost, type Host } from '../create-host.ts'
import { addressesToJoin } from '../http/lan-addresses.ts'
import { STORAGE_FAILED, sayHostRefusal } from '../refusal-sentences.ts'
import { diskStorage } from '../storage/disk-storage.ts'
import { type FromHost, toHost } from './service-messages.ts'

/** Everybody's: phones in the room come in here. */
const ALL_ADDRESSES = '0.0.0.0'

export type HostService = {
  readonly data: string
  readonly port: number | null
  /** Lets an unfinished meeting go on at another port. */
  readonly movePort?: boolean
  /** Folder of the built pages, for the browsers in the room. */
  readonly site: string
  readonly version: string
  /** To the parent: the desktop shell. */
  readonly post: (message: FromHost) => void
  readonly onMessage: (act: (message: unknown) => void) => void
  /** Writes a line of the host's log. */
  readonly write: (line: string) => void
  readonly exit: (code: number) => void
  /** Address to listen on; all of them unless told otherwise. */
  readonly address?: string
}

/** The host in a process of its own: tells its parent when it is ready or why it is not, and ends when it is told to. */
export async function runHostService(service: HostService): Promise<void> {
  const { address = ALL_ADDRESSES, data, exit, movePort = false, onMessage, port, post, site, version, write } = service
  let running: Host | null = null
  let storageFailed = false
  let ending: Promise<void> | null = null

  const end = (code: number): Promise<void> =>
    (ending ??= (async () => {
      await running?.close()
      exit(code)
    })())
  const fail = (): void => {
    storageFailed = true
    if (running === null) return
    post({ t: 'host-refused', sentence: STORAGE_FAILED })
    void end(1)
  }
  const refuse = (sentence: string): void => {
    post({ t: 'host-refused', sentence })
    void end(1)
  }

  try {
    const started = await createHost({
      storage: diskStorage(data),
      port,
      movePort,
      address,
      version,
      site,
      pages: [SHELL_ORIGIN.text],
      log: (entry) => write(`${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`),
      onFailure: fail,
    })
    if (!started.ok) return refuse(sayHostRefusal(started.refusal))
    running = started.host
  } catch (error) {
    return refuse(`主机没有启动：${error instanceof Error ? error.message : String(error)}。请检查数据文件夹能否写入。`)
  }
  onMessage((message) => {
    if (toHost.safeParse(message).success) void end(0)
  })
  if (storageFailed) return fail()
  const { operatorSecret, port: listening } = running
  post({ t: 'host-ready', port: listening, operatorSecret, addresses: addressesToJoin(address, listening) })
}
