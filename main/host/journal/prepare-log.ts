import type { LogFile, Storage } from '../storage/storage.ts'
import type { TornTail } from './scan-batches.ts'

export type JournalFile = { readonly storage: Storage; readonly dir: string; readonly name: string }

/** What was cut off a journal, and the name (in its folder) under which it was kept. */
export type TornReport = { readonly bytes: number; readonly keptAs: string }

export function pathIn(dir: string, name: string): string {
  return dir === '' ? name : `${dir}/${name}`
}

/** Keeps the torn bytes beside the journal, durably, before `cutTail` removes them. */
export async function keepTail(
  { storage, dir, name }: JournalFile,
  { bytes, tail, at }: { readonly bytes: Uint8Array; readonly tail: TornTail; readonly at: number },
): Promise<TornReport> {
  const taken = new Set(await storage.list(dir))
  let stamp = at
  while (taken.has(`${name}.torn-${stamp}`)) stamp++
  const keptAs = `${name}.torn-${stamp}`
  const path = pathIn(dir, keptAs)
  await storage.write(path, bytes.subarray(tail.from))
  await storage.syncFile(path)
  await storage.syncDir(dir)
  return { bytes: tail.bytes, keptAs }
}

/**
 * After a failed sync the system may take pages for clean that never reached the disk: syncing again succeeds and
 * writes nothing. A journal that this may have happened to is marked, and read back into a new file at the next start.
 * The mark needs no sync: once the machine has restarted, what is read is what is on the disk.
 */
export async function syncOrMark({ storage, dir, name }: JournalFile, log: LogFile): Promise<void> {
  try {
    await log.sync()
  } catch (error) {
    // On a disk too broken even for the mark there is nothing left to do: the sync's own error is what counts.
    await storage.write(suspectPath(dir, name), new Uint8Array()).catch(() => {})
    throw error
  }
}

/**
 * Opens the file so that `content` is on disk under its name when this resolves. Of what the file holds now the first
 * `kept` bytes are the same as in `content`; the rest is cut off.
 */
export async function openDurably(
  file: JournalFile,
  { content, kept }: { readonly content: Uint8Array; readonly kept: number },
): Promise<LogFile> {
  const { storage, dir, name } = file
  const suspect = (await storage.read(suspectPath(dir, name))) !== null
  if (suspect) await rewrite(file, content)
  const log = await storage.openLog(pathIn(dir, name))
  try {
    if (!suspect && log.size() > kept) await log.truncate(kept)
    if (log.size() < content.length) await log.append(content.subarray(log.size()))
    // A process that was killed leaves lines that nobody has synced; what is read now must not be lost later.
    await syncOrMark(file, log)
    await storage.syncDir(dir)
    if (suspect) await storage.remove(suspectPath(dir, name))
    return log
  } catch (error) {
    await log.close().catch(() => {})
    throw error
  }
}

/** Durable with the syncs that follow in `openDurably`; until then the old file may come back, which does no harm. */
async function rewrite({ storage, dir, name }: JournalFile, bytes: Uint8Array): Promise<void> {
  const fresh = pathIn(dir, `${name}.rewritten`)
  await storage.write(fresh, bytes)
  await storage.syncFile(fresh)
  await storage.rename(fresh, pathIn(dir, name))
}

function suspectPath(dir: string, name: string): string {
  return pathIn(dir, `${name}.suspect`)
}
