import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir, uptime } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskStorage } from '../../../main/host/storage/disk-storage.ts'

describe('the lock of a data folder', () => {
  let root: string
  const lockFile = () => join(root, 'host.lock')
  const lock = () => diskStorage(root).lock()
  const leave = (holder: object) =>
    writeFile(
      lockFile(),
      JSON.stringify({ token: 'old', since: 1_700_000_000_000, uptime: 0, started: null, ...holder }),
    )

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'yishiting-lock-'))
  })
  afterEach(() => rm(root, { recursive: true }))

  it('makes the data folder when there is none', async () => {
    const result = await diskStorage(join(root, 'a/b')).lock()
    expect(result.ok).toBe(true)
    expect(await readdir(join(root, 'a/b'))).toEqual(['host.lock'])
  })

  it('is refused while another process holds it, and that process is named', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    await once(other, 'spawn')
    await leave({ pid: other.pid })
    expect(await lock()).toEqual({ ok: false, holder: `process ${other.pid} since 2023-11-14T22:13:20.000Z` })
    const gone = once(other, 'exit')
    other.kill('SIGKILL')
    await gone
    expect((await lock()).ok).toBe(true)
  })

  it('is refused to the process that has it already', async () => {
    expect((await lock()).ok).toBe(true)
    expect(await lock()).toMatchObject({ ok: false, holder: expect.stringContaining(String(process.pid)) })
  })

  it.runIf(process.platform === 'linux')('is taken over when its number now belongs to a later process', async () => {
    await leave({ pid: process.pid, started: 'an earlier boot 1' })
    expect((await lock()).ok).toBe(true)
  })

  it('is taken over when the machine has started again since', async () => {
    await leave({ pid: process.pid, uptime: uptime() + 1000 })
    expect((await lock()).ok).toBe(true)
  })

  it.each(['', '{"pid":', 'null', '{"pid":-1,"token":"x","since":0,"uptime":0,"started":null}'])(
    'is taken over when it stays unreadable: %j',
    async (content) => {
      await writeFile(lockFile(), content)
      expect((await lock()).ok).toBe(true)
      expect(await readdir(root)).toEqual(['host.lock'])
    },
  )

  it('waits for a lock that is being written at this moment', async () => {
    await writeFile(lockFile(), '')
    const result = lock()
    await leave({ pid: process.ppid })
    expect((await result).ok).toBe(false)
  })

  it('goes to exactly one of many that find a dead one', async () => {
    for (let round = 0; round < 40; round++) {
      await leave({ pid: process.pid, token: `dead ${round}`, uptime: uptime() + 1000 })
      const results = await Promise.all(Array.from({ length: 8 }, lock))
      expect(results.filter((result) => result.ok)).toHaveLength(1)
      await rm(lockFile())
    }
  })

  it('is taken over also when an earlier takeover died half way', async () => {
    await leave({ pid: process.pid, uptime: uptime() + 1000 })
    const dead = await readFile(lockFile(), 'utf8')
    const guard = `${lockFile()}.${createHash('sha256').update(dead).digest('hex').slice(0, 16)}`
    await writeFile(guard, dead.replace('"old"', '"also dead"'))
    expect((await lock()).ok).toBe(true)
    expect(await readdir(root)).toEqual(['host.lock'])
  })

  it('is not removed by a release that comes too late', async () => {
    const mine = await lock()
    await rm(lockFile())
    await leave({ pid: process.ppid })
    if (mine.ok) await mine.release()
    expect(await readFile(lockFile(), 'utf8')).toContain('"old"')
  })

  it('rejects when the folder cannot be made', async () => {
    await mkdir(join(root, 'x'))
    await writeFile(join(root, 'x/file'), '')
    await expect(diskStorage(join(root, 'x/file/data')).lock()).rejects.toThrow()
  })
})
