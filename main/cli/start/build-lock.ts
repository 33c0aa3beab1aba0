import { rm, stat, utimes, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

const LOOK_AGAIN_MS = 300
/** Who builds touches the lock so often; a lock that nobody touched for so long was left by a build that was cut off. */
const TOUCH_EVERY_MS = 1_000
const DEAD_AFTER_MS = 10_000

/**
 * Waits for its turn, and says so once. Not the number of a process tells whether somebody builds: after a power cut it may
 * be anybody's.
 */
export async function buildLock(file: string, sayWaiting: () => void): Promise<() => Promise<void>> {
  for (let said = false; ; said = true) {
    try {
      await writeFile(file, '', { flag: 'wx' })
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const touchedAt = await stat(file).then(
      ({ mtimeMs }) => mtimeMs,
      () => null,
    )
    const isDead = touchedAt !== null && Math.abs(Date.now() - touchedAt) > DEAD_AFTER_MS
    if (isDead) await rm(file, { force: true })
    else {
      if (!said) sayWaiting()
      await pause(LOOK_AGAIN_MS)
    }
  }
  const touching = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => undefined), TOUCH_EVERY_MS)
  return async () => {
    clearInterval(touching)
    await rm(file, { force: true })
  }
}
