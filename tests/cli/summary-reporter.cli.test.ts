import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { temporaryFolder } from '../fixtures/command.ts'

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const VITEST = fromHere('../../node_modules/vitest/vitest.mjs')
const REPORTER = fromHere('../summary-reporter.ts')
const closing = closedAfterEach()

/** A small set of tests with a tier for browsers of this content, run as a whole or in part. */
async function runOf(browserTests: string | null, ...part: readonly string[]) {
  const folder = closing(await temporaryFolder()).path
  const project = (name: string) => ({ test: { name, globals: true, include: [`${name}/*.test.js`] } })
  const config = { test: { reporters: [REPORTER], passWithNoTests: true, projects: [project('unit'), project('e2e')] } }
  await writeFile(join(folder, 'vitest.config.mjs'), `export default ${JSON.stringify(config)}`)
  await mkdir(join(folder, 'unit'))
  await writeFile(join(folder, 'unit/a.test.js'), "test('adds up', () => expect(1 + 1).toBe(2))")
  await mkdir(join(folder, 'e2e'))
  if (browserTests !== null) await writeFile(join(folder, 'e2e/b.test.js'), browserTests)
  return new Promise<{ code: number; lastLine: string | undefined }>((ended) => {
    const child = execFile(process.execPath, [VITEST, 'run', '--root', folder, ...part], (_error, stdout) => {
      ended({ code: child.exitCode ?? -1, lastLine: stdout.trimEnd().split('\n').at(-1) })
    })
  })
}

describe('a run of tests', () => {
  test('passes when a browser test was run', async () => {
    const run = await runOf("test('opens', () => expect(1).toBe(1))")
    expect(run).toEqual({ code: 0, lastLine: '2 passed, 0 failed, 0 skipped' })
  })

  test('fails when every browser test was skipped', async () => {
    const run = await runOf("test.skip('opens', () => {})")
    expect(run).toEqual({ code: 1, lastLine: '1 passed, 1 failed, 1 skipped' })
  })

  test('counts preparations that failed', async () => {
    const prepared = "describe('a page', () => { beforeAll(() => { throw new Error() }); test('opens', () => {}) })"
    expect(await runOf(`${prepared}; test('closes', () => {})`)).toEqual({
      code: 1,
      lastLine: '2 passed, 1 failed, 1 skipped',
    })
  })

  test('fails when there is no browser test at all', async () => {
    expect(await runOf(null)).toEqual({ code: 1, lastLine: '1 passed, 1 failed, 0 skipped' })
  })

  test('passes without browser tests when one tier, one file or one name was asked for', async () => {
    const skipped = "test.skip('opens', () => {})"
    const passed = { code: 0, lastLine: expect.stringMatching(/^1 passed, 0 failed, /) }
    expect(await runOf(skipped, '--project', 'unit')).toEqual(passed)
    expect(await runOf(skipped, 'unit/a')).toEqual(passed)
    expect(await runOf(skipped, '--testNamePattern', 'adds')).toEqual(passed)
  })
})
