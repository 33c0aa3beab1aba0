import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { buildLock } from './build-lock.ts'
import { sourcesDigest } from './sources.ts'

/** Says that work goes on, so that nobody takes it for dead. */
const SAY_EVERY_MS = 5_000
const STAMP = 'out/built-from'
const LOCK = 'out/being-built'

export type BuildResult =
  | { readonly ok: true; readonly built: boolean }
  | { readonly ok: false; readonly output: string }

/**
 * Builds shell and pages under `root` unless `out/` was built from these very sources; `say` gets Chinese lines on how it
 * goes. A build that was cut short leaves no stamp, and is made again. Of several at once, one builds and the others wait.
 */
export async function buildIfNeeded(root: string, say: (line: string) => void): Promise<BuildResult> {
  const digest = await sourcesDigest(root)
  const stamp = path.join(root, STAMP)
  const isBuilt = async () => (await readFile(stamp, 'utf8').catch(() => null)) === digest
  if (await isBuilt()) return { ok: true, built: false }
  await mkdir(path.dirname(stamp), { recursive: true })
  const unlock = await buildLock(path.join(root, LOCK), () => say('另一个窗口正在生成界面，等它做完……'))
  try {
    if (await isBuilt()) return { ok: true, built: false }
    say('正在生成界面（第一次使用或更新之后需要，约半分钟）……')
    await rm(stamp, { force: true })
    const from = performance.now()
    const seconds = () => Math.round((performance.now() - from) / 1_000)
    const ticking = setInterval(() => say(`仍在生成界面，已用 ${seconds()} 秒……`), SAY_EVERY_MS)
    const result = await build(root).finally(() => clearInterval(ticking))
    if (!result.ok) return result
    await writeFile(stamp, digest)
    say(`界面已生成，用了 ${seconds()} 秒。`)
    return result
  } finally {
    await unlock()
  }
}

/** In a process of its own: the builder takes memory that a host running for hours should not keep. */
async function build(root: string): Promise<BuildResult> {
  const manifest = createRequire(import.meta.url).resolve('electron-vite/package.json')
  const program = path.join(path.dirname(manifest), 'bin/electron-vite.js')
  const env = { ...process.env, NO_COLOR: '1' }
  const child = spawn(process.execPath, [program, 'build'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  }
  const [code] = await once(child, 'close')
  return code === 0 ? { ok: true, built: true } : { ok: false, output }
}
