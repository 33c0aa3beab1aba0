import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run, temporaryFolder } from '../fixtures/command.ts'
import { Forgery, linesOf } from '../fixtures/forgery.ts'
import { memberC, passedVote, recordedCouncil } from '../fixtures/recorded-council.ts'

const USAGE = 'usage: npm run verify -- FILE.jsonl'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let journals: readonly string[]
beforeAll(async () => {
  folder = await temporaryFolder()
  const demo = await run('demo', ['--out', folder.path, '--attendees', '6', '--seed', '5'])
  expect(demo.code).toBe(0)
  journals = (await readdir(folder.path)).filter((name) => name.endsWith('.jsonl'))
})
afterAll(() => folder.close())

const verify = (file: string) => run('verify', [join(folder.path, file)])

async function written(name: string, content: Uint8Array): Promise<string> {
  await writeFile(join(folder.path, name), content)
  return name
}

describe('verify', () => {
  test('ends with 0 on each journal of the demo and prints the hash of its last line', async () => {
    expect(journals).toHaveLength(3)
    const found = await Promise.all(journals.map(verify))
    for (const [index, { code, stderr, stdout }] of found.entries()) {
      const content = await readFile(join(folder.path, journals[index] ?? ''))
      const { hash } = JSON.parse(linesOf(content).at(-1)?.toString() ?? '')
      expect(stderr).toBe('')
      expect(code).toBe(0)
      expect(stdout).toContain('核验通过')
      expect(stdout).toContain(`末行校验值：${hash}`)
    }
    const meeting = found[journals.findIndex((name) => name.startsWith('meeting-'))]
    expect(meeting?.stdout).toContain('2 次表决结论均重新算过')
  })

  test('ends with 1 and names the line after one digit was changed', async () => {
    const name = journals.find((journal) => journal.startsWith('meeting-')) ?? ''
    const content = await readFile(join(folder.path, name), 'utf8')
    const lines = content.split('\n')
    const index = lines.findIndex((line) => line.includes('"entitled":19'))
    const changed = lines.map((line, at) => (at === index ? line.replace('"entitled":19', '"entitled":18') : line))
    const { code, stderr, stdout } = await verify(await written('changed.jsonl', Buffer.from(changed.join('\n'))))
    expect(stderr).toContain(`第 ${index + 1} 行`)
    expect(stderr).toContain('hashMismatch')
    expect(stdout).toBe('')
    expect(code).toBe(1)
  })

  test('ends with 1 and says what is wrong when a ballot was changed and the chain made good again', async () => {
    const forgery = new Forgery((await recordedCouncil()).meeting)
    forgery.set(forgery.event('ballotCast', passedVote, memberC), 'data.option', 'against')
    const line = forgery.lineOf(forgery.event('voteClosed', passedVote))
    const { code, stderr } = await verify(await written('forged.jsonl', forgery.sealed()))
    expect(stderr).toContain(`第 ${line} 行有问题：公布的票与收到的票不一致（ballotsDiffer）`)
    expect(code).toBe(1)
  })

  test('ends with 1 on a file that is no journal', async () => {
    const { code, stderr } = await verify('summary.json')
    expect(stderr).toContain('这不是会议日志')
    expect(code).toBe(1)
  })

  test('changes nothing', async () => {
    const before = await readdir(folder.path)
    const torn = (await readFile(join(folder.path, journals[0] ?? ''))).subarray(0, -10)
    const { code, stderr } = await verify(await written('torn.jsonl', torn))
    expect(stderr).toContain('末行不完整')
    expect(code).toBe(1)
    expect((await readFile(join(folder.path, 'torn.jsonl'))).equals(torn)).toBe(true)
    expect(await readdir(folder.path)).toEqual([...before, 'torn.jsonl'].sort())
  })

  test('ends with 2 and its usage without a file, with two, and on what cannot be read', async () => {
    const mistakes = [[], ['one', 'two'], [folder.path], [join(folder.path, 'missing.jsonl')]]
    const found = await Promise.all(mistakes.map((args) => run('verify', args)))
    for (const { code, stderr, stdout } of found) {
      expect(stderr).toContain(USAGE)
      expect(stderr).not.toContain('at file://')
      expect(stdout).toBe('')
      expect(code).toBe(2)
    }
    expect(found[3]?.stderr).toContain('missing.jsonl: ENOENT')
  })
})
