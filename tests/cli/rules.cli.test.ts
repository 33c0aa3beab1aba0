import { execFile } from 'node:child_process'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, test } from 'vitest'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { temporaryFolder } from '../fixtures/command.ts'

const USAGE = 'usage: npm run -s rules -- FILE.json'
const ROOT = fileURLToPath(new URL('../..', import.meta.url))

type Ended = { readonly code: number | string | null; readonly stdout: string; readonly stderr: string }

const closed = closedAfterEach()
let folder: string
beforeEach(async () => {
  folder = closed(await temporaryFolder()).path
})

const execute = (program: string, args: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(program, args, { cwd: ROOT }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : (error.code ?? null), stdout, stderr })
    })
  })

const runRules = (...args: readonly string[]) =>
  execute(process.execPath, ['--import', 'tsx', 'main/cli/rules.ts', ...args])

async function written(content: string | Uint8Array): Promise<string> {
  const file = join(folder, 'trials.json')
  await writeFile(file, content)
  return file
}

const answered = ({ stdout }: Ended): readonly Record<string, unknown>[] => JSON.parse(stdout)

const held = { 应到: 41, 实到: 33, 赞成: 20, 反对: 9, 弃权: 4 }

describe('rules', () => {
  test('answers each trial in order, with nothing but JSON, run as the README says', async () => {
    const file = await written(
      JSON.stringify([
        { id: 'one', rule: 'ywh_sd', input: held },
        { id: 2, rule: 'cmdb', input: held },
        { id: 'three', rule: 'cmdb', input: { ...held, 实到: 20 } },
      ]),
    )
    const ended = await execute('npm', ['run', '-s', 'rules', '--', file])
    expect(ended.code).toBe(0)
    expect(answered(ended)).toEqual([
      {
        id: 'one',
        valid: true,
        passed: false,
        sentence:
          '应到 41 人，实到 33 人；赞成 20，反对 9，弃权 4。赞成未超过应到人数的一半（20.5），未通过。依据：《山东省物业管理条例》(2021) 第三十二条：业委会会议 2/3 以上成员出席、全体成员过半数同意（依据待核对）。',
        reasons: [],
      },
      expect.objectContaining({ id: 2, valid: true, passed: true, reasons: [] }),
      expect.objectContaining({ id: 'three', valid: false, passed: false, reasons: ['ballotsUnbalanced', 'noQuorum'] }),
    ])
    expect(await readdir(folder)).toEqual(['trials.json'])
  })

  test('answers entries of any shape like the others', async () => {
    const entries = [
      null,
      7,
      [],
      {},
      { rule: 'cmdb', input: 'x' },
      { id: 'a', rule: 'nope', input: held },
      { id: 'b', rule: 'cmdb' },
    ]
    const ended = await runRules(await written(JSON.stringify(entries)))
    expect(ended.code).toBe(0)
    const found = answered(ended)
    expect(found.map(({ id }) => id)).toEqual([null, null, null, null, null, 'a', 'b'])
    expect(found.map(({ reasons }) => reasons)).toEqual([
      ['ruleUnknown'],
      ['ruleUnknown'],
      ['ruleUnknown'],
      ['ruleUnknown'],
      ['figureInvalid', 'figureMissing'],
      ['ruleUnknown'],
      ['figureMissing'],
    ])
    expect(found.every(({ passed, valid }) => valid === false && passed === false)).toBe(true)
    expect(found.every(({ sentence }) => typeof sentence === 'string' && sentence.endsWith('。'))).toBe(true)
  })

  test('takes an empty list, and the mark that Windows puts in front', async () => {
    const ended = await runRules(await written('\uFEFF[]'))
    expect(ended).toMatchObject({ code: 0, stderr: '' })
    expect(answered(ended)).toEqual([])
  })

  test.each([
    ['no JSON', 'no', '不是 UTF-8 的 JSON 文件'],
    ['nothing', '', '不是 UTF-8 的 JSON 文件'],
    ['JSON in GBK', new Uint8Array([0x5b, 0x22, 0xd3, 0xa6, 0xb5, 0xbd, 0x22, 0x5d]), '不是 UTF-8 的 JSON 文件'],
    ['no list', '{"id":1}', '里不是清单'],
  ])('refuses a file with %s in words and ends with 1', async (_name, content, sentence) => {
    const { code, stderr, stdout } = await runRules(await written(content))
    expect(stderr).toContain(sentence)
    expect(stderr).not.toContain('at file://')
    expect(stdout).toBe('')
    expect(code).toBe(1)
  })

  test('ends with 2 and its usage without a file, with two, and on what cannot be read', async () => {
    const found = await Promise.all([runRules(), runRules('one', 'two'), runRules(join(folder, 'missing.json'))])
    for (const { code, stderr, stdout } of found) {
      expect(stderr).toContain(USAGE)
      expect(stdout).toBe('')
      expect(code).toBe(2)
    }
    expect(found[2]?.stderr).toContain('missing.json（ENOENT）')
  })
})
