import { createHash } from 'node:crypto'
import type { Storage } from '../storage/storage.ts'

/** Raised when what a snapshot holds changes; another format is ignored and the journal is folded again. */
const SNAPSHOT_FORMAT = 1
const SNAPSHOT_DIR = 'snapshots'

/** A step across streams that is not known to have been taken. */
export type UntakenStep = { readonly cause: string; readonly event: unknown }

/** A folded state and all that is needed to go on from it without reading earlier events. */
export type Snapshot = {
  readonly seq: number
  /** The journal's hash at `seq`: ties the snapshot to this very history. */
  readonly hash: string
  readonly state: unknown
  readonly answers: readonly (readonly [string, readonly [string, number]])[]
  readonly untaken: readonly UntakenStep[]
}

type Address = { readonly fileName: string; readonly version: number; readonly stateVersion: number }

/**
 * Keeps opening fast; never the truth. It is written without a sync, so a power cut may tear it: whatever does not
 * fit its own digest, this code or the journal is treated as absent.
 */
export async function writeSnapshot(storage: Storage, address: Address, snapshot: Snapshot): Promise<void> {
  const body = JSON.stringify({ format: SNAPSHOT_FORMAT, ...versionsOf(address), ...snapshot })
  await storage.makeDir(SNAPSHOT_DIR)
  await storage.write(pathOf(address), new TextEncoder().encode(`${digestOf(body)}\n${body}`))
}

export async function readSnapshot(storage: Storage, address: Address): Promise<Snapshot | null> {
  const bytes = await storage.read(pathOf(address))
  if (bytes === null) return null
  const text = new TextDecoder().decode(bytes)
  const body = text.slice(text.indexOf('\n') + 1)
  if (text.slice(0, text.indexOf('\n')) !== digestOf(body)) return null
  const { format, version, stateVersion, ...snapshot } = JSON.parse(body)
  const mine = versionsOf(address)
  if (format !== SNAPSHOT_FORMAT || version !== mine.version || stateVersion !== mine.stateVersion) return null
  return snapshot
}

const versionsOf = ({ version, stateVersion }: Address) => ({ version, stateVersion })
const pathOf = ({ fileName }: Address) => `${SNAPSHOT_DIR}/${fileName}.json`
const digestOf = (body: string) => createHash('sha256').update(body).digest('hex')
