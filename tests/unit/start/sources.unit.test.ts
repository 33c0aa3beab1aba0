import { mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { sourcesDigest } from '../../../main/cli/start/sources.ts'
import { closedAfterEach } from '../../fixtures/closed-after-each.ts'
import { temporaryFolder } from '../../fixtures/command.ts'

const closed = closedAfterEach()
let root: string
const put = async (file: string, content: string) => {
  await mkdir(dirname(join(root, file)), { recursive: true })
  await writeFile(join(root, file), content)
}

beforeEach(async () => {
  root = closed(await temporaryFolder()).path
  await put('package.json', '{}')
  await put('renderer/desk/main.tsx', 'one')
  await put('shared/a.ts', 'a')
})

describe('the app is built again', () => {
  test.each([
    ['a source changes', () => put('renderer/desk/main.tsx', 'two')],
    ['a source is new', () => put('main/desktop/new.ts', '')],
    ['a source is gone', () => rm(join(root, 'shared/a.ts'))],
    ['a source has another name', () => rename(join(root, 'shared/a.ts'), join(root, 'shared/b.ts'))],
    ['a package changes', () => put('package-lock.json', '{}')],
  ])('when %s', async (_, change) => {
    const before = await sourcesDigest(root)
    await change()
    expect(await sourcesDigest(root)).not.toBe(before)
  })

  test.each([
    ['a source was only touched', () => utimes(join(root, 'shared/a.ts'), 1, 1)],
    [
      'a test or a command changes',
      async () => {
        await put('tests/a.unit.test.ts', '')
        await put('main/cli/start.ts', '')
        await put('README.md', '')
        await put('out/main/index.js', '')
      },
    ],
  ])('not when %s', async (_, change) => {
    const before = await sourcesDigest(root)
    await change()
    expect(await sourcesDigest(root)).toBe(before)
  })

  test('and content that moved from one file to the next is another content', async () => {
    await put('shared/a.ts', 'ab')
    await put('shared/b.ts', '')
    const before = await sourcesDigest(root)
    await put('shared/a.ts', 'a')
    await put('shared/b.ts', 'b')
    expect(await sourcesDigest(root)).not.toBe(before)
  })
})
