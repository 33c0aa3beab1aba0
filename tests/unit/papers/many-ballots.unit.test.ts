import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Packer } from 'docx'
import JSZip from 'jszip'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { ballotsDocx } from '../../../main/host/papers/ballots-docx.ts'
import { type BallotsContent, ballotsContent } from '../../../shared/papers/ballot-content.ts'
import { writtenPapersContent } from '../../../shared/papers/written-papers-content.ts'
import { MAX_PAPERS_AT_ONCE } from '../../../shared/protocol/limits.ts'
import { laidOutPages, missing, PATIENCE_MS } from './office-program.ts'
import { openPaper } from './opened-paper.ts'
import { askedInWriting, drafted, meetingAfter, namesOfVoters, paperVote, termsOf, voter } from './paper-meeting.ts'

const MANY = MAX_PAPERS_AT_ONCE
const PAGE_BREAK = '<w:pageBreakBefore/>'
const numbers = Array.from({ length: MANY }, (_, index) => String(index + 1).padStart(4, '0'))
const rows = (count: number) => Array.from({ length: count }, (_, index) => `第${index + 1}号项目`)
const assessed = (count: number) =>
  termsOf({ kind: 'assessment', rows: rows(count), scale: { kind: 'satisfaction' } }, { rule: null })

const must = <Value>(value: Value | null): Value => {
  if (value === null) throw new Error('there is such a paper')
  return value
}

function ballots(terms = termsOf({ kind: 'motion' }), { count = MANY, motion = '翻新健身广场' } = {}): BallotsContent {
  const meeting = meetingAfter([drafted(terms, { motion })])
  return must(ballotsContent(meeting, { voteId: paperVote('paper0'), from: 1, count }))
}

/** Papers for people of whom every other one has a house number. */
function written(count = MANY): BallotsContent {
  const asked = { voteId: paperVote('written0'), from: 1, count: 1 }
  const meeting = meetingAfter([askedInWriting('owners', [voter(0)])])
  const sheets = Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    facts: [`业主：甲${index + 1}`, ...(index % 2 === 0 ? [] : [`房号：${index + 1}幢`])],
  }))
  return { ...must(writtenPapersContent(meeting, asked, { names: namesOfVoters, houses: {} })), sheets }
}

async function documentOf(bytes: Uint8Array): Promise<string> {
  const zip = await JSZip.loadAsync(bytes)
  return (await zip.file('word/document.xml')?.async('string')) ?? ''
}

const bodyOf = (xml: string) => xml.slice(xml.indexOf('<w:body>') + '<w:body>'.length, xml.lastIndexOf('<w:sectPr>'))
const numbersIn = (text: string) => [...text.matchAll(/编号：(\d+)/g)].map(([, number]) => number)
const countOf = (text: string, words: string) => text.split(words).length - 1

const contents: Readonly<Record<string, BallotsContent>> = {
  motions: ballots(),
  lists: ballots(assessed(30)),
  written: written(),
}
const files = new Map<string, Uint8Array>()
beforeAll(async () => {
  for (const [name, content] of Object.entries(contents)) files.set(name, await ballotsDocx(content))
})
const xmlOf = (name: string) => documentOf(files.get(name) ?? new Uint8Array())

describe(`${MANY} ballots in one file`, () => {
  afterEach(() => vi.restoreAllMocks())

  test.each(['motions', 'lists', 'written'])(
    'of %s take no more laying out than a full page and the last',
    async (name) => {
      const content = must(contents[name] ?? null)
      const packing = vi.spyOn(Packer, 'toBuffer')
      await ballotsDocx({ ...content, sheets: content.sheets.slice(0, MANY - 1) })
      const made = await Promise.all(packing.mock.results.map(({ value }) => value as Promise<Uint8Array>))
      const laidOut = await Promise.all(made.map(documentOf))
      expect(laidOut.length).toBeLessThanOrEqual(2)
      for (const xml of laidOut) expect(countOf(xml, '存根')).toBeLessThanOrEqual(4)
    },
  )

  test('with a list of thirty are the same but for the numbers on their stubs, each of them once', async () => {
    const xml = await xmlOf('lists')
    expect(numbersIn(xml)).toEqual(numbers)
    const pages = bodyOf(xml.replace(/编号：\d+/g, '编号：'))
      .replaceAll(PAGE_BREAK, '')
      .split(/(?=<w:p><w:pPr><w:spacing[^>]*w:line="20")/)
    expect(pages).toHaveLength(MANY)
    expect(new Set(pages).size).toBe(1)
    expect(countOf(xml, PAGE_BREAK)).toBe(MANY - 1)
  })

  test('have a page break between two pages and none before the first', async () => {
    const [first = '', ...more] = bodyOf(await xmlOf('motions')).split(PAGE_BREAK)
    expect(numbersIn(first)).toEqual(numbers.slice(0, 3))
    expect(more).toHaveLength(MANY / 3 - 1)
  })

  test('leave nothing of the page that was repeated, and no id that would stand there twice', async () => {
    for (const name of files.keys()) {
      const xml = await xmlOf(name)
      expect(xml, name).not.toMatch(/\p{Private_Use}/u)
      expect(xml, name).not.toMatch(/paraId|docPr|bookmark|w:id=/)
    }
  })

  test('for people carry number, name and house on stub and ballot, each of them those of its own', async () => {
    const { paragraphs } = await openPaper(written(7))
    const texts = paragraphs.map(({ text }) => text).filter((text) => /^(编号|业主：|房号)/.test(text))
    const own = Array.from({ length: 7 }, (_, index) => {
      const house = index % 2 === 0 ? [] : [`房号：${index + 1}幢`]
      return [`编号：000${index + 1}`, `业主：甲${index + 1}`, ...house]
    })
    expect(texts).toEqual(own.flatMap((one) => [...one, ...one]))
  })
})

describe('a ballot that is laid out once', () => {
  test('prints what somebody wrote like the places that are filled in later', async () => {
    const motion = '\ue0000number\ue000与\ue001\ue0000facts\ue000'
    const { paragraphs } = await openPaper(ballots(undefined, { count: 5, motion }))
    expect(paragraphs.filter(({ text }) => text === motion)).toHaveLength(5)
  })

  test('prints a name that XML or a replacement would take for its own', async () => {
    const fact = '业主：<b>&"$&$1\u0007'
    const one = written(1)
    const { paragraphs } = await openPaper({ ...one, sheets: [{ number: null, facts: [fact] }] })
    const texts = paragraphs.map(({ text }) => text)
    expect(texts.filter((text) => text === '业主：<b>&"$&$1')).toHaveLength(2)
    expect(texts.filter((text) => text === '编号：')).toHaveLength(2)
  })

  test('stands on a last page of fewer', async () => {
    const xml = await documentOf(await ballotsDocx(ballots(assessed(2), { count: 5 })))
    expect(bodyOf(xml).split(PAGE_BREAK).map(numbersIn)).toEqual([['0001', '0002'], ['0003', '0004'], ['0005']])
  })
})

const reason = missing()
if (reason !== null) console.log(`skipped: ${MANY} ballots are not laid out, ${reason}`)

describe.skipIf(reason !== null)(`${MANY} ballots laid out by LibreOffice`, () => {
  let pages: Readonly<Record<string, readonly string[]>> = {}
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yishiting-ballots-'))
    for (const [name, bytes] of files) await writeFile(join(folder, `${name}.docx`), bytes)
    const laid = await laidOutPages(folder, [...files.keys()])
    pages = Object.fromEntries(
      Object.entries(laid).map(([name, one]) => [name, one.pages.slice(0, -1).map((lines) => lines.join('\n'))]),
    )
  }, PATIENCE_MS)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('with a list of thirty stand on a page each, with the whole list and a number of its own', () => {
    const lists = (pages['lists'] ?? []).map((page) => page.replace(/\s+/g, ''))
    expect(lists.map(numbersIn)).toEqual(numbers.map((number) => [number]))
    expect(new Set(lists.map((page) => page.replace(/编号：\d+/, ''))).size).toBe(1)
    expect(lists[0]).toContain('第30号项目')
  })

  test('of a motion stand three on a page', () => {
    const motions = pages['motions'] ?? []
    expect(motions.map((page) => countOf(page, '盖章处'))).toEqual(Array.from({ length: MANY / 3 }, () => 3))
    expect(motions.flatMap(numbersIn)).toEqual(numbers)
  })

  test('for people stand whole on their pages, with the number on the stub and beside it on the ballot', () => {
    const found = (pages['written'] ?? []).flatMap(numbersIn).sort()
    expect(found).toEqual(numbers.flatMap((number) => [number, number]))
    for (const page of pages['written'] ?? []) expect(countOf(page, '存根')).toBe(countOf(page, '盖章处'))
  })
})
