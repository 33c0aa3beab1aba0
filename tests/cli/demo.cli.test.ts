import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run, temporaryFolder } from '../fixtures/command.ts'
import { type FiledEvent, readJournalImage } from '../fixtures/journal-image.ts'

type Summary = {
  readonly equal: boolean
  readonly verified: boolean
  readonly seed: number
  readonly attendees: number
  readonly roles: Readonly<Record<string, { clients: number; hash: string; equal: boolean }>>
  readonly items: number
  readonly speeches: number
  readonly votes: readonly {
    motion: string
    phase: string
    verdict: { passed: boolean; figures: object; sentence: string }
  }[]
  readonly worksheets: readonly { number: string; unit: string; dueOn: string }[]
  readonly journals: readonly { file: string; ok: boolean; digest: string }[]
  readonly papers: readonly string[]
  readonly steps: readonly { step: string; ms: number; result: string }[]
}

/** What a demo printed and left behind, read before the next one writes into the same folder. */
type Demo = {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  readonly files: Readonly<Record<string, Buffer>>
  readonly summary: Summary
}

const ROLES = ['operator', 'chair', 'scribe', 'member', 'guest', 'screen']

const folders: Awaited<ReturnType<typeof temporaryFolder>>[] = []
async function folder(): Promise<string> {
  const made = await temporaryFolder()
  folders.push(made)
  return made.path
}

async function playDemo(out: string, args: readonly string[], env: Record<string, string> = {}): Promise<Demo> {
  const { code, stderr, stdout } = await run('demo', ['--out', out, ...args], { env })
  const names = await readdir(out)
  const files = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(out, name))])),
  )
  return { code, stdout, stderr, files, summary: JSON.parse(String(files['summary.json'])) }
}

async function wordText(file: Buffer | undefined): Promise<string> {
  const zip = await JSZip.loadAsync(file ?? Buffer.alloc(0))
  return (await zip.file('word/document.xml')?.async('string')) ?? ''
}

const journalNames = ({ files }: Demo) => Object.keys(files).filter((name) => name.endsWith('.jsonl'))

/** The events of one of its own journals, read without the product's code. */
function eventsOf({ files, summary }: Demo, kind: string): readonly FiledEvent[] {
  const name = summary.journals.find(({ file }) => file.startsWith(`${kind}-`))?.file ?? ''
  const content = files[name] ?? Buffer.alloc(0)
  const problems: string[] = []
  const { batches, tornBytes } = readJournalImage(content, name, problems)
  expect(problems).toEqual([])
  expect(tornBytes).toBe(0)
  return batches.flatMap((batch) => batch.events)
}

const countOf = (demo: Demo, type: string) => eventsOf(demo, 'meeting').filter((event) => event.type === type).length

/** Which seat chose what, vote by vote. */
const choicesOf = (demo: Demo) =>
  eventsOf(demo, 'meeting')
    .filter((event) => event.type === 'ballotCast')
    .map(({ data }) => `${data['voteId']} ${data['seatId']} ${data['option']}`)
    .sort()

let demo: Demo
let otherSeed: Demo
let sameSeed: Demo
let few: Demo
let many: Demo
let ownTemp: string

beforeAll(async () => {
  const [shared, fresh, small, large, temp] = await Promise.all([folder(), folder(), folder(), folder(), folder()])
  ownTemp = temp
  const intoOneFolder = async () => {
    demo = await playDemo(shared, ['--seed', '1'])
    await writeFile(join(shared, 'notes.txt'), '别动')
    await writeFile(join(shared, 'meeting-mt_others.jsonl'), '{}\n')
    otherSeed = await playDemo(shared, ['--seed', '2'])
  }
  const intoOthers = async () => {
    sameSeed = await playDemo(fresh, [])
    few = await playDemo(small, ['--attendees', '6', '--seed', '3'], { TMPDIR: temp })
    many = await playDemo(large, ['--attendees', '40', '--seed', '4'])
  }
  await Promise.all([intoOneFolder(), intoOthers()])
})
afterAll(async () => {
  for (const made of folders) await made.close()
})

describe('the demo', () => {
  test('ends well, with nothing on its error output', () => {
    expect(demo.stderr).toBe('')
    expect(demo.code).toBe(0)
    expect(demo.stdout).toContain('演示完成')
    expect(demo.summary).toMatchObject({ equal: true, verified: true, seed: 1, attendees: 18 })
  })

  test('leaves the journals of the council, the meeting and the worksheets, the papers, and a summary', () => {
    const names = Object.keys(demo.files).filter((name) => !demo.summary.papers.includes(name))
    const kinds = names.map((name) => name.replace(/-(cn|mt)_[0-9a-z]+/, ''))
    expect(kinds.sort()).toEqual(['council.jsonl', 'meeting.jsonl', 'summary.json', 'worksheets.jsonl'])
  })

  test('leaves the minutes, the worksheet of its one resolution and the results of its votes as Word files, and names them', async () => {
    const [minutes = '', worksheet = '', ...results] = demo.summary.papers
    expect(minutes).toMatch(/^20\d\d-\d\d-\d\d-宝文家园.*会议纪要\.docx$/)
    expect(worksheet).toMatch(/^红色议事工单-20\d\d-SHILI-0001-.*\.docx$/)
    expect(results).toHaveLength(demo.summary.votes.length)
    for (const name of results) expect(name).toMatch(/^20\d\d-\d\d-\d\d-表决结果-.*\.docx$/)
    for (const name of demo.summary.papers) expect(demo.stdout).toContain(`文书 ${name}\n`)
    const sentences = demo.summary.votes.map(({ verdict }) => verdict.sentence)
    const texts = await Promise.all(demo.summary.papers.map((name) => wordText(demo.files[name])))
    for (const sentence of sentences) expect(texts[0]).toContain(sentence)
    expect(texts[1]).toContain(sentences[0])
    sentences.forEach((sentence, index) => {
      expect(texts[index + 2]).toContain(sentence)
    })
    expect(texts[0]).toContain('依据待核对')
  })

  test('discusses three items in six speeches and keeps at least five points', () => {
    expect(demo.summary).toMatchObject({ items: 3, speeches: 6 })
    expect(countOf(demo, 'itemStarted')).toBe(3)
    expect(countOf(demo, 'itemFinished')).toBe(3)
    expect(countOf(demo, 'speechStarted')).toBe(6)
    expect(countOf(demo, 'speechEnded')).toBe(6)
    expect(countOf(demo, 'pointAdded')).toBeGreaterThanOrEqual(5)
  })

  test('holds two votes, of which one passes and one misses its threshold', () => {
    expect(demo.summary.votes.map(({ phase, verdict }) => [phase, verdict.passed])).toEqual([
      ['closed', true],
      ['closed', false],
    ])
    expect(countOf(demo, 'voteClosed')).toBe(2)
    expect(countOf(demo, 'resolutionAdopted')).toBe(1)
  })

  test('takes every ballot: signed by those with a device, entered for those without', () => {
    const kinds = eventsOf(demo, 'meeting').flatMap(({ data, type }) => {
      return type === 'ballotCast' ? [(data['evidence'] as { readonly kind: string }).kind] : []
    })
    expect(kinds).toHaveLength(36)
    expect(new Set(kinds)).toEqual(new Set(['signed', 'entered']))
  })

  test('issues one worksheet, with a number of year, council and serial', () => {
    const [worksheet, ...more] = demo.summary.worksheets
    expect(more).toEqual([])
    expect(worksheet?.number).toMatch(/^20\d\d-SHILI-0001$/)
    expect(worksheet?.dueOn).toMatch(/^20\d\d-\d\d-\d\d$/)
    expect(eventsOf(demo, 'worksheets').map(({ data }) => data['number'])).toEqual([worksheet?.number])
  })

  test('shows every role exactly what the host has for it', () => {
    for (const { summary } of [demo, otherSeed, sameSeed, few, many]) {
      expect(Object.keys(summary.roles).sort()).toEqual([...ROLES].sort())
      for (const role of Object.values(summary.roles)) {
        expect(role.equal).toBe(true)
        expect(role.hash).toMatch(/^[0-9a-f]{64}$/)
      }
    }
  })

  test('has as many clients as attendees, and the desk and the screen', () => {
    const clients = [demo, few, many].map(({ summary }) =>
      Object.values(summary.roles).reduce((sum, role) => sum + role.clients, 0),
    )
    expect(clients).toEqual([18 + 2, 6 + 2, 40 + 2])
  })

  test('gives different roles different views, and the people who run the meeting the same', () => {
    const { chair, guest, member, operator, scribe, screen } = demo.summary.roles
    expect(new Set([chair?.hash, operator?.hash, scribe?.hash]).size).toBe(1)
    expect(new Set([chair?.hash, member?.hash, guest?.hash, screen?.hash]).size).toBe(4)
  })

  test('prints every step with its time', () => {
    const steps = demo.stdout.split('\n').filter((line) => line.startsWith('['))
    expect(demo.summary.steps.length).toBeGreaterThan(15)
    expect(steps).toHaveLength(demo.summary.steps.length)
    demo.summary.steps.forEach(({ ms, result, step }, index) => {
      expect(steps[index]).toMatch(/^\[ *\d+\.\d\d 秒\] /)
      expect(steps[index]).toContain(`${step}（${ms} 毫秒）：${result}`)
    })
  })

  test('names the digest of the sealed meeting, which is that of its journal', () => {
    const sealing = demo.summary.steps.find(({ step }) => step === '封存')
    const verified = demo.summary.journals.find(({ file }) => file.startsWith('meeting-'))
    expect(verified).toMatchObject({ ok: true })
    expect(sealing?.result).toBe(`校验值 ${verified?.digest}`)
  })

  test('keeps names and phones out of every journal', async () => {
    const sample = JSON.parse(await readFile(new URL('../../resources/sample/council.json', import.meta.url), 'utf8'))
    const names: readonly string[] = sample.seats.map((seat: { readonly name: string }) => seat.name)
    expect(names.length).toBeGreaterThan(20)
    for (const played of [demo, otherSeed, few, many]) {
      for (const file of journalNames(played).filter((name) => name !== 'meeting-mt_others.jsonl')) {
        const text = String(played.files[file])
        expect([...names, '现场来宾'].filter((name) => text.includes(name))).toEqual([])
        expect(text).not.toMatch(/"(name|phone|house)":"?1[3-9]\d{9}/)
        expect(text).not.toMatch(/"(phone|house)"/)
      }
    }
  })

  test('leaves nothing in the folder for temporary files', async () => {
    expect((await readdir(ownTemp)).filter((name) => name.startsWith('yishiting-'))).toEqual([])
  })
})

describe("the demo's seed", () => {
  test('when it is the same, gives the same people, votes and tallies', () => {
    expect(journalNames(sameSeed)).toEqual(journalNames(demo))
    expect(sameSeed.summary.votes).toEqual(demo.summary.votes)
    expect(choicesOf(sameSeed)).toEqual(choicesOf(demo))
  })

  test('when it is another, gives others', () => {
    const figures = ({ summary }: Demo) => summary.votes.map(({ verdict }) => verdict.figures)
    expect(figures(otherSeed)).not.toEqual(figures(demo))
    expect(choicesOf(otherSeed)).not.toEqual(choicesOf(demo))
  })
})

describe('the demo with other numbers of attendees', () => {
  test('6 of them play all parts', () => {
    expect(few.code).toBe(0)
    expect(few.summary).toMatchObject({ attendees: 6, items: 3, speeches: 6, equal: true, verified: true })
    expect(few.summary.votes.map(({ verdict }) => verdict.passed)).toEqual([true, false])
  })

  test('of 40 those beyond the roster walk in, and have no vote', () => {
    expect(many.code).toBe(0)
    expect(many.summary).toMatchObject({ attendees: 40, items: 3, equal: true, verified: true })
    expect(countOf(many, 'walkInRegistered')).toBe(16)
    expect(many.summary.votes.map(({ verdict }) => verdict.figures)).toMatchObject([{ entitled: 19 }, { entitled: 19 }])
  })
})

describe('a second demo in the same folder', () => {
  test('takes away the journals and the papers of the first', () => {
    expect(otherSeed.code).toBe(0)
    const own = otherSeed.summary.journals.map(({ file }) => file)
    expect(own).toHaveLength(3)
    expect(journalNames(otherSeed).sort()).toEqual([...own, 'meeting-mt_others.jsonl'].sort())
    expect(journalNames(demo).filter((name) => own.includes(name))).toEqual([])
    const papers = Object.keys(otherSeed.files).filter((name) => name.endsWith('.docx'))
    expect(papers.sort()).toEqual([...otherSeed.summary.papers].sort())
    expect(papers.join()).not.toContain('（2）')
  })

  test("leaves everybody else's files alone, also one that looks like a journal", () => {
    expect(String(otherSeed.files['notes.txt'])).toBe('别动')
    expect(String(otherSeed.files['meeting-mt_others.jsonl'])).toBe('{}\n')
  })
})

test('the demo without a folder, with a bad number or an unknown flag says how it is used and ends with 2', async () => {
  const out = join(await folder(), 'out')
  const mistakes = [[], ['--out', out, '--attendees', '5'], ['--out', out, '--seed', 'one'], ['--out', out, '--fast']]
  for (const { code, stderr, stdout } of await Promise.all(mistakes.map((words) => run('demo', words)))) {
    expect(stderr).toContain('usage: npm run demo -- --out DIR [--attendees N] [--seed S]')
    expect(stderr).not.toContain('at file://')
    expect(stdout).toBe('')
    expect(code).toBe(2)
  }
  await expect(readdir(out)).rejects.toThrow('ENOENT')
})

test('a demo that cannot write what it played says so and ends with 1', async () => {
  const out = join(await folder(), 'file')
  await writeFile(out, '')
  const { code, stderr } = await run('demo', ['--out', out, '--attendees', '6'])
  expect(stderr).toMatch(/^演示没有走完：.*EEXIST/)
  expect(code).toBe(1)
})
