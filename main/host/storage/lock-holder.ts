import { readFile } from 'node:fs/promises'
import { uptime } from 'node:os'

/** Who holds a data folder. Everything but the pid is there to tell that process from a later one with its number. */
export type LockHolder = {
  readonly pid: number
  readonly token: string
  /** Wall clock, ms: only shown, never compared (old laptops lose their clock). */
  readonly since: number
  /** Seconds since the machine started. */
  readonly uptime: number
  /** Boot id and start tick of the process, null where the system has no /proc. */
  readonly started: string | null
}

export async function thisProcess(token: string): Promise<LockHolder> {
  const { pid } = process
  return { pid, token, since: Date.now(), uptime: uptime(), started: await processStart(pid) }
}

export function parseHolder(text: string): LockHolder | null {
  try {
    const value: unknown = JSON.parse(text)
    return isHolder(value) ? value : null
  } catch {
    return null
  }
}

function isHolder(value: unknown): value is LockHolder {
  if (typeof value !== 'object' || value === null) return false
  const { pid, token, since, uptime, started } = value as Record<string, unknown>
  return (
    Number.isSafeInteger(pid) &&
    Number(pid) > 0 &&
    typeof token === 'string' &&
    [since, uptime].every(Number.isFinite) &&
    (started === null || typeof started === 'string')
  )
}

/** Whether the process that wrote the lock still runs. In doubt it does: two hosts on one folder lose data. */
export async function isAlive(holder: LockHolder): Promise<boolean> {
  if (uptime() < holder.uptime) return false
  if (!pidExists(holder.pid)) return false
  const start = await processStart(holder.pid)
  return start === null || holder.started === null || start === holder.started
}

function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Field 22 of the process's stat: counted after the last bracket, because the name before it may hold anything. */
async function processStart(pid: number): Promise<string | null> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return ticks === undefined ? null : `${boot.trim()} ${ticks}`
  } catch {
    return null
  }
}
