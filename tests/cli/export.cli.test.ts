import { execFile } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import JSZip from 'jszip'
import { beforeEach, describe, expect, test } from 'vitest'
import { diskStorage } from '../../main/host/storage/disk-storage.ts'
import { ballotId, resolutionId, worksheetId } from '../../shared/core/ids.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { temporaryFolder } from '../fixtures/command.ts'
import { startTestHall, type TestHall, until } from '../fixtures/test-hall.ts'

const USAGE = 'usage: npm run export -- --data DIR --meeting ID|latest --out DIR'
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const VOTERS = ['主持', '委员甲', '委员乙', '委员丙', '委员丁']
const CHINESE = /[\u4e00-\u9fff]/

const closed = closedAfterEach()
let data: string
let out: string
beforeEach(async () => {
  const { path } = closed(await temporaryFolder())
  data = join(path, 'data')
  out = join(path, 'out', 'papers')
})

type Ended = { readonly code: number | string | null; readonly stdout: string; readonly stderr: string }

const runExport = (...args: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const node = ['--import', 'tsx', 'main/cli/export.ts', ...args]
    execFile(process.execPath, node, { cwd: ROOT }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : (error.code ?? null), stdout, stderr })
    })
  })

const exported = (meeting: string) => runExport('--data', data, '--meeting', meeting, '--out', out)

/** A meeting with one resolution, given to somebody, on the disk; its host runs until it is closed. */
async function heldMeeting(): Promise<TestHall> {
  const hall = await startTestHall({ storage: diskStorage(data) })
  const vote = await hall.openVote(...VOTERS)
  for (const name of VOTERS) {
    const ballot = { voteId: vote, ballotId: ballotId.mint(hall.random), option: 'for', seatId: hall.seat(name) }
    await hall.act('enterBallot', ballot)
  }
  const resolution = resolutionId.mint(hall.random)
  await hall.act('closeVote', { voteId: vote, resolutionId: resolution })
  const assignment = {
    worksheetId: worksheetId.mint(hall.random),
    resolutionId: resolution,
    unit: '物业',
    dueOn: '2027-01-06',
  }
  await hall.act('assignWorksheet', assignment)
  await until(() => hall.operator.copies.ledger(hall.councilId)?.worksheets.length === 1)
  return hall
}

async function endedMeeting(): Promise<TestHall> {
  const hall = await heldMeeting()
  await hall.close()
  return hall
}

async function textIn(file: string): Promise<string> {
  const zip = await JSZip.loadAsync(await readFile(join(out, file)))
  return (await zip.file('word/document.xml')?.async('string')) ?? ''
}

describe('export', () => {
  test('writes the minutes, a worksheet for each resolution and the result of each vote, and prints their names', async () => {
    const { meetingId } = await endedMeeting()
    const { code, stderr, stdout } = await exported(meetingId)
    expect(stderr).toBe('')
    expect(code).toBe(0)
    const [minutes = '', result = '', worksheet = '', ...more] = (await readdir(out)).sort()
    expect(more).toEqual([])
    expect(minutes).toBe('2023-11-15-测试会议纪要.docx')
    expect(result).toBe('2023-11-15-表决结果-铺设塑胶跑道.docx')
    expect(worksheet).toMatch(/^红色议事工单-20\d\d-TEST-0001-铺设塑胶跑道\.docx$/)
    expect(stdout).toBe(`已导出 3 份文书到 ${out}：\n${minutes}\n${worksheet}\n${result}\n`)
    expect(await textIn(minutes)).toContain('应到 6 人，实到 5 人；赞成 5，反对 0，弃权 0。')
    expect(await textIn(worksheet)).toContain('2027年1月6日')
    expect(await textIn(result)).toContain('宣布的结论')
  })

  test('takes the latest meeting when asked for it', async () => {
    await endedMeeting()
    const { code, stdout } = await exported('latest')
    expect(stdout).toContain('测试会议纪要.docx')
    expect(code).toBe(0)
  })

  test('never writes over a file that is there', async () => {
    await endedMeeting()
    await exported('latest')
    const [minutes = ''] = (await readdir(out)).sort()
    await writeFile(join(out, minutes), '手改过的纪要')
    const { code, stdout } = await exported('latest')
    expect(code).toBe(0)
    expect(stdout).toContain('2023-11-15-测试会议纪要（2）.docx')
    expect(await readFile(join(out, minutes), 'utf8')).toBe('手改过的纪要')
    expect(await readdir(out)).toHaveLength(6)
  })

  test('leaves the journals as they were', async () => {
    const { meetingId } = await endedMeeting()
    const folder = join(data, 'journals')
    const journals = async () =>
      Promise.all(
        (await readdir(folder)).sort().map(async (name) => [name, String(await readFile(join(folder, name)))]),
      )
    const before = await journals()
    await exported(meetingId)
    expect(await journals()).toEqual(before)
    expect(await readdir(data)).not.toContain('host.lock')
  })

  test('says that the folder is in use and what to do, and ends with 1', async () => {
    const { meetingId } = closed(await heldMeeting())
    const { code, stderr, stdout } = await exported(meetingId)
    expect(stderr).toMatch(/^数据文件夹正由另一个议事厅使用.*请先关闭它.*也可以在操作台上直接导出。\n$/)
    expect([code, stdout]).toEqual([1, ''])
    await expect(readdir(out)).rejects.toThrow('ENOENT')
  })

  test('lists the meetings it knows when the id is of none, and ends with 1', async () => {
    const { meetingId } = await endedMeeting()
    const { code, stderr, stdout } = await exported('mt_nobody')
    expect(stderr).toContain('没有编号为 mt_nobody 的会议')
    expect(stderr).toContain(`  ${meetingId}  2023年11月15日  测试会议`)
    expect([code, stdout]).toEqual([1, ''])
  })

  test('makes no data folder of a mistyped one', async () => {
    const { code, stderr } = await exported('latest')
    expect(stderr).toContain('不是数据文件夹')
    expect(code).toBe(1)
    await expect(readdir(data)).rejects.toThrow('ENOENT')
  })

  test('says in Chinese when it cannot write, and ends with 1', async () => {
    await endedMeeting()
    const file = join(data, '..', 'file')
    await writeFile(file, '')
    const { code, stderr } = await runExport('--data', data, '--meeting', 'latest', '--out', file)
    expect(stderr).toMatch(/^没有导出：.*EEXIST/)
    expect(stderr).toMatch(CHINESE)
    expect(stderr).not.toContain('at file://')
    expect(code).toBe(1)
  })

  test('without its options says how it is used and ends with 2', async () => {
    const mistakes = [[], ['--data', data], ['--data', data, '--out', out], ['--data', data, '--out', out, '--fast']]
    for (const { code, stderr, stdout } of await Promise.all(mistakes.map((words) => runExport(...words)))) {
      expect(stderr).toContain(USAGE)
      expect(stderr).not.toContain('at file://')
      expect([code, stdout]).toEqual([2, ''])
    }
  })
})
