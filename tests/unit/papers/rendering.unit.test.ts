import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { minutesDocx } from '../../../main/host/papers/minutes-docx.ts'
import { worksheetDocx } from '../../../main/host/papers/worksheet-docx.ts'
import { laidOutPages, missing, PATIENCE_MS } from './office-program.ts'
import { minutesOf, worksheetsOf } from './opened-paper.ts'
import { longTale, talkativeTale } from './told-meeting.ts'

const reason = missing()
if (reason !== null) console.log(`skipped: papers are not laid out, ${reason}`)

describe.skipIf(reason !== null)('G05 G22 a paper laid out by LibreOffice', () => {
  let folder = ''
  const lines: Record<string, readonly (readonly string[])[]> = {}
  const info: Record<string, string> = {}

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yishiting-papers-'))
    const text = '天地玄黄宇宙洪荒'.repeat(28 * 22)
    const full = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
    const [worksheet] = worksheetsOf(longTale)
    if (worksheet === undefined) throw new Error('the long meeting has a resolution')
    await writeFile(join(folder, 'full.docx'), await minutesDocx(minutesOf({ items: [{ title: '满页' }] }, full)))
    await writeFile(join(folder, 'long.docx'), await minutesDocx(minutesOf(longTale)))
    await writeFile(join(folder, 'worksheet.docx'), await worksheetDocx(worksheet))
    await writeFile(join(folder, 'talk.docx'), await minutesDocx(minutesOf(talkativeTale)))
    for (const [name, laid] of Object.entries(await laidOutPages(folder, ['full', 'long', 'worksheet', 'talk']))) {
      lines[name] = laid.pages
      info[name] = laid.info
    }
  }, PATIENCE_MS)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('is on A4', () => {
    for (const said of Object.values(info)) expect(said).toMatch(/Page size: .*\(A4\)/)
  })

  test('has 22 lines of 28 characters on a full page', () => {
    const pages = (lines['full'] ?? []).slice(1, 6)
    expect(pages).toHaveLength(5)
    for (const page of pages) {
      expect(page).toHaveLength(22 + 1)
      for (const line of page.slice(0, 22)) expect([...line]).toHaveLength(28)
    }
  })

  test('has its page numbers between two rules, on every page', () => {
    for (const pages of Object.values(lines)) {
      pages.slice(0, -1).forEach((page, index) => {
        expect(page.at(-1)?.replace(/\s/g, '')).toBe(`—${index + 1}—`)
      })
    }
  })

  test('keeps the signatures and the date together, with people above them', () => {
    const last = lines['long']?.at(-2) ?? []
    expect(last.slice(-4).map((line) => line.replace(/\s/g, ''))).toEqual([
      expect.stringMatching(/^主持人：_+记录人：_+$/),
      '红星社区党群议事会',
      '2026年11月22日',
      expect.stringMatching(/^—\d+—$/),
    ])
    expect(last.some((line) => line.startsWith('列席：'))).toBe(true)
  })

  test('has the head of a speaking list on every page that the list takes up', () => {
    const pages = lines['talk'] ?? []
    const times = pages.map((page) => page.filter((line) => /^(9|10):\d\d\s/.test(line)).length)
    expect(times.reduce((sum, count) => sum + count, 0)).toBe(61)
    expect(times.filter((count) => count > 0).length).toBeGreaterThan(5)
    pages.forEach((page, index) => {
      if (times[index] === 0) return
      const head = page.findIndex((line) => /^时间\s+姓名\s+席位\s+立场或类别\s+时长$/.test(line))
      const first = page.findIndex((line) => /^(9|10):\d\d\s/.test(line))
      expect(head).toBeGreaterThan(-1)
      expect(head).toBeLessThan(first)
    })
  })

  test('is one sheet with two sides when it is a worksheet, its number on both', () => {
    const pages = (lines['worksheet'] ?? []).slice(0, -1)
    expect(pages).toHaveLength(2)
    for (const page of pages) expect(page.join()).toContain('2026-HX-0001')
    expect(pages[0]?.join()).toContain('票数与依据')
    expect(pages[1]?.join()).toContain('办理过程')
  })
})
