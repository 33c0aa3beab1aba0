import { setTimeout as pause } from 'node:timers/promises'

/** A virus scanner on Windows holds a fresh file for a moment, and a rename over it is refused meanwhile. */
const RENAME_TRIES = 10
const RENAME_PAUSE_MS = 30
const HELD_BY_ANOTHER = new Set(['EPERM', 'EACCES', 'EBUSY'])

/** Repeats a rename that Windows refuses because somebody else looks at the file. Rejects with its last error. */
export async function patiently(
  rename: () => Promise<void>,
  { platform, pauseMs }: { platform: string; pauseMs: number } = {
    platform: process.platform,
    pauseMs: RENAME_PAUSE_MS,
  },
): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await rename()
    } catch (error) {
      if (platform !== 'win32' || tries === RENAME_TRIES || !heldByAnother(error)) throw error
    }
    await pause(pauseMs)
  }
}

function heldByAnother(error: unknown): boolean {
  return error instanceof Error && 'code' in error && HELD_BY_ANOTHER.has(String(error.code))
}
