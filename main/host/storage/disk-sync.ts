import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** fsync of a file by name. Opened for writing, because Windows flushes only through a handle that may write. */
export async function syncDiskFile(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** fsync of a directory. Windows cannot open one for it and keeps its directory entries in its own journal. */
export async function syncDiskFolder(path: string, platform: string = process.platform): Promise<void> {
  if (platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Makes `parts` below `root` and syncs every folder on the way, also those that were there: a process that was killed
 * between making one and syncing its parent leaves a folder that looks finished and is not.
 */
export async function makeDiskFolder(root: string, parts: readonly string[]): Promise<void> {
  await makeRoot(root)
  let parent = root
  for (const part of parts) {
    const folder = join(parent, part)
    await mkdir(folder, { recursive: true })
    await syncDiskFolder(parent)
    parent = folder
  }
}

/** The data folder itself: above it we sync only what we made, the rest may not be ours to open. */
async function makeRoot(root: string): Promise<void> {
  const first = await mkdir(root, { recursive: true })
  if (first === undefined) return
  for (let made = root; made.length >= first.length; made = dirname(made)) await syncDiskFolder(dirname(made))
}
