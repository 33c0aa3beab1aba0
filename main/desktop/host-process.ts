import type { HostStatus } from '../../shared/desktop-bridge.ts'
import { fromHost, type ToHost } from '../host/service/service-messages.ts'
import type { DesktopLog } from './desktop-log.ts'

/** A long journal on a slow disk is read within this. */
const READY_LIMIT_MS = 20_000
const RESTART_AFTER_MS = 1_000
/** A host that has run so long before it failed is given another restart. */
const STEADY_MS = 60_000
/** Its own orderly end takes a second or two. */
const STOP_LIMIT_MS = 8_000

const GAVE_UP = '主机两次意外停止。已确认的内容都在。请关闭窗口，重新启动议事厅；仍不行时请把日志文件夹交给技术人员。'

/** A utilityProcess as far as it is used here. */
export type HostChild = {
  postMessage(message: ToHost): void
  kill(): boolean
  on(event: 'message', act: (message: unknown) => void): unknown
  on(event: 'exit', act: (code: number) => void): unknown
}

export type HostProcessNeeds = {
  readonly fork: () => HostChild
  readonly now: () => number
  /** Runs `act` once after `ms`; the function returned takes it back. */
  readonly after: (ms: number, act: () => void) => () => void
  readonly log: DesktopLog
  readonly onStatus: (status: HostStatus) => void
}

export type HostProcess = {
  readonly status: HostStatus
  start(): void
  /** Resolves when the process has gone, after its orderly end or the time for it. */
  stop(): Promise<void>
}

/** Keeps the host running in a process of its own: one restart after a failure, then a sentence. */
export function hostProcess({ after, fork, log, now, onStatus }: HostProcessNeeds): HostProcess {
  let status: HostStatus = { at: 'starting' }
  let child: HostChild | null = null
  let gone: (() => void) | null = null
  let stopping: Promise<void> | null = null
  let restarts = 0
  let takeBackRestart: () => void = () => undefined

  const become = (next: HostStatus) => {
    status = next
    onStatus(next)
  }

  const start = (): void => {
    const forked = fork()
    child = forked
    const from = now()
    const takeBackLimit = after(READY_LIMIT_MS, () => {
      log('hostSilent', `${READY_LIMIT_MS} ms`)
      forked.kill()
    })
    forked.on('message', (message) => {
      const read = fromHost.safeParse(message)
      if (!read.success || child !== forked) return
      takeBackLimit()
      if (read.data.t === 'host-refused') {
        log('hostRefused', '')
        return become({ at: 'stopped', sentence: read.data.sentence })
      }
      const { addresses, operatorSecret, port } = read.data
      become({ at: 'running', port, operatorSecret, addresses })
    })
    forked.on('exit', (code) => {
      takeBackLimit()
      child = null
      gone?.()
      if (stopping !== null || status.at === 'stopped') return
      log('hostExited', String(code))
      if (now() - from >= STEADY_MS) restarts = 0
      restarts += 1
      if (restarts > 1) return become({ at: 'stopped', sentence: GAVE_UP })
      become({ at: 'starting' })
      takeBackRestart = after(RESTART_AFTER_MS, start)
    })
  }

  const stop = async (): Promise<void> => {
    takeBackRestart()
    const running = child
    if (running === null) return
    const exited = new Promise<void>((resolve) => {
      gone = resolve
    })
    running.postMessage({ t: 'stop' })
    const takeBackLimit = after(STOP_LIMIT_MS, () => void running.kill())
    await exited
    takeBackLimit()
  }

  return {
    get status() {
      return status
    },
    start,
    stop: () => (stopping ??= stop()),
  }
}
