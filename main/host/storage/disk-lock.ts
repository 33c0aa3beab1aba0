import { createHash, randomUUID } from 'node:crypto'
import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isAlive, type LockHolder, parseHolder, thisProcess } from './lock-holder.ts'
import type { LockResult } from './storage.ts'

const LOCK_NAME = 'host.lock'
/** Another starter may come in between at every step; after that many rounds somebody clearly has the folder. */
const LOCK_TRIES = 10
/** While somebody else removes a dead lock there is nothing to do but wait. */
const TAKEOVER_PAUSE_MS = 20
/** A lock that cannot be read may be one that is being written at this moment: it gets this long to become readable. */
const UNREADABLE_GRACE_MS = 300
const UNREADABLE_PAUSE_MS = 50

type Taken = { readonly ok: true } | { readonly ok: false; readonly by: LockHolder | null }

/** The lock, and what an interrupted takeover may leave beside it. */
export function isLockFile(name: string): boolean {
  return name === LOCK_NAME || name.startsWith(`${LOCK_NAME}.`)
}

/**
 * Takes the folder for this process, or says who has it. A lock left by a process that no longer runs is taken over.
 * A lock file and not a lock of the system: Node offers none. Rejects when the disk fails.
 */
export async function lockFolder(root: string): Promise<LockResult> {
  const path = join(root, LOCK_NAME)
  const mine = await thisProcess(randomUUID())
  const taken = await take(path, mine)
  if (taken.ok) return { ok: true, release: () => release(path, mine.token) }
  const { by } = taken
  return { ok: false, holder: by === null ? 'another process' : `process ${by.pid} since ${isoTime(by.since)}` }
}

async function take(path: string, mine: LockHolder): Promise<Taken> {
  for (let tries = 0; tries < LOCK_TRIES; tries++) {
    if (await created(path, mine)) return { ok: true }
    const text = await readSettled(path)
    if (text === null) continue
    const holder = parseHolder(text)
    if (holder !== null && (await isAlive(holder))) return { ok: false, by: holder }
    await removeDead(path, text, mine)
  }
  return { ok: false, by: null }
}

/**
 * Only who holds the lock on this very dead lock may remove it: of two that judged it dead, the slower one would
 * otherwise remove the lock that the faster one has made since. That lock may be left by a dead process as well, and
 * is taken over in the same way.
 */
async function removeDead(path: string, judged: string, mine: LockHolder): Promise<void> {
  const guard = `${path}.${createHash('sha256').update(judged).digest('hex').slice(0, 16)}`
  const taken = await take(guard, mine)
  if (!taken.ok) {
    await pause(TAKEOVER_PAUSE_MS)
    return
  }
  try {
    if ((await readLock(path)) === judged) await rm(path, { force: true })
  } finally {
    await release(guard, mine.token)
  }
}

/** Reads its own lock back: whoever took an empty, still unwritten lock for a dead one has removed it by then. */
async function created(path: string, mine: LockHolder): Promise<boolean> {
  try {
    const handle = await open(path, 'wx')
    try {
      await handle.writeFile(JSON.stringify(mine))
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
  return tokenIn(await readLock(path)) === mine.token
}

/** The lock's text, after waiting for one that is unreadable; null when it has gone. */
async function readSettled(path: string): Promise<string | null> {
  for (let waited = 0; ; waited += UNREADABLE_PAUSE_MS) {
    const text = await readLock(path)
    if (text === null || parseHolder(text) !== null || waited >= UNREADABLE_GRACE_MS) return text
    await pause(UNREADABLE_PAUSE_MS)
  }
}

async function release(path: string, token: string): Promise<void> {
  if (tokenIn(await readLock(path)) === token) await rm(path, { force: true })
}

function tokenIn(text: string | null): string | null {
  return text === null ? null : (parseHolder(text)?.token ?? null)
}

async function readLock(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** The clock of another machine start may have been anything. */
function isoTime(ms: number): string {
  const date = new Date(ms)
  return Number.isNaN(date.getTime()) ? 'an unknown time' : date.toISOString()
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null
}
