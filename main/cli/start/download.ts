import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const LOOK_EVERY_MS = 3_000
/** No further byte for so long: the network swallows it. */
const STALL_MS = 60_000
const MB = 1_000_000

export type Download = {
  /** Electron's own package, with its installer. */
  readonly electronPackage: string
  readonly say: (line: string) => void
  readonly lookEveryMs?: number
  readonly stallMs?: number
}

/**
 * Lets Electron's installer fetch the program for the window, with a line every few seconds. False when the network
 * refuses (at once) or nothing has come for a minute: the hall works without.
 */
export async function downloadElectron({
  electronPackage,
  lookEveryMs = LOOK_EVERY_MS,
  say,
  stallMs = STALL_MS,
}: Download): Promise<boolean> {
  say(
    '正在下载窗口程序（约 120 MB，只需一次）。没有也能用；太慢时按 Ctrl-C 结束，把 ELECTRON_MIRROR 设为镜像地址再启动。',
  )
  const temporary = await mkdtemp(path.join(tmpdir(), 'yishiting-window-'))
  // A folder of its own: what is in it shows how far the installer has come, which does not say so itself.
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary, ELECTRON_GET_NO_PROGRESS: '1' }
  const child = spawn(process.execPath, [path.join(electronPackage, 'install.js')], { env, stdio: 'ignore' })
  const interrupt = () => {
    child.kill()
    rmSync(temporary, { recursive: true, force: true })
    process.exit(0)
  }
  process.once('SIGINT', interrupt)
  let seen = 0
  let seenAt = performance.now()
  const looking = setInterval(async () => {
    const bytes = (await bytesIn(temporary)) + (await bytesIn(path.join(electronPackage, 'dist')))
    if (bytes !== seen) {
      seen = bytes
      seenAt = performance.now()
    }
    if (performance.now() - seenAt >= stallMs) child.kill()
    else say(`正在下载窗口程序：已有 ${Math.round(bytes / MB)} MB……`)
  }, lookEveryMs)
  try {
    const [code] = await once(child, 'close')
    return code === 0
  } finally {
    clearInterval(looking)
    process.off('SIGINT', interrupt)
    await rm(temporary, { recursive: true, force: true })
  }
}

/** What vanishes while one looks counts nothing. */
async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  const sizes = entries.map(async (entry) =>
    entry.isFile()
      ? stat(path.join(entry.parentPath, entry.name)).then(
          ({ size }) => size,
          () => 0,
        )
      : 0,
  )
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
