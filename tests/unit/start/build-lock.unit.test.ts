import { stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { buildLock } from '../../../main/cli/start/build-lock.ts'
import { closedAfterEach } from '../../fixtures/closed-after-each.ts'
import { temporaryFolder } from '../../fixtures/command.ts'

const closed = closedAfterEach()
let file: string
beforeEach(async () => {
  file = join(closed(await temporaryFolder()).path, 'being-built')
})

test('the second of two builds waits for the first, and says so once', async () => {
  const said = vi.fn()
  const first = await buildLock(file, said)
  expect(said).not.toHaveBeenCalled()
  let second: (() => Promise<void>) | null = null
  const waiting = buildLock(file, said).then((unlock) => {
    second = unlock
  })
  await vi.waitUntil(() => said.mock.calls.length > 0)
  expect(second).toBeNull()
  await first()
  await waiting
  expect(said).toHaveBeenCalledTimes(1)
  await (second as (() => Promise<void>) | null)?.()
  await expect(stat(file)).rejects.toThrow()
})

test('what a power cut left behind holds up nobody, whatever process has its number now', async () => {
  await writeFile(file, String(process.ppid))
  const longAgo = new Date(Date.now() - 60_000)
  await utimes(file, longAgo, longAgo)
  const said = vi.fn()
  const unlock = await buildLock(file, said)
  expect(said).not.toHaveBeenCalled()
  await unlock()
})

test('a build that takes long keeps its lock fresh', async () => {
  const unlock = await buildLock(file, () => undefined)
  const longAgo = new Date(Date.now() - 60_000)
  await utimes(file, longAgo, longAgo)
  await vi.waitUntil(async () => Date.now() - (await stat(file)).mtimeMs < 30_000, { timeout: 10_000 })
  await unlock()
})
