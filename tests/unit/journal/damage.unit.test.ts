import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openJournal } from '../../../main/host/journal/journal.ts'
import { scanJournal } from '../../../main/host/journal/scan-journal.ts'
import { holding, journalBytes, linesOf, options, PATH } from './notes.ts'

const EXPECTED = { stream: 'meeting/m1', version: 1 }
const BATCHES = 5
const LINES = BATCHES + 1

describe('damage in a journal of five batches', () => {
  let whole: Buffer
  let lines: readonly Buffer[]
  beforeAll(async () => {
    whole = await journalBytes(BATCHES)
    lines = linesOf(whole)
  })

  const lineOf = (offset: number) => whole.subarray(0, offset).filter((byte) => byte === 10).length + 1
  const scan = (parts: readonly Uint8Array[]) => scanJournal(Buffer.concat(parts), EXPECTED)
  const resealed = (line: Buffer, change: (text: string) => string) => {
    const open = change(line.toString().slice(0, line.toString().lastIndexOf(',"hash":"')))
    return Buffer.from(`${open},"hash":"${createHash('sha256').update(open).digest('hex')}"}\n`)
  }

  it('is refused with its line for any changed byte before the last line, which is a torn tail instead', () => {
    const anyByte = fc.nat({ max: whole.length - 1 })
    fc.assert(
      fc.property(anyByte, fc.integer({ min: 1, max: 255 }), (offset, flip) => {
        const bytes = Buffer.from(whole)
        bytes[offset] = (bytes[offset] ?? 0) ^ flip
        const result = scanJournal(bytes, EXPECTED)
        const line = lineOf(offset)
        if (line < LINES) expect(result).toMatchObject({ ok: false, damage: { line } })
        else expect(result).toMatchObject({ ok: true, tail: { from: whole.length - (lines.at(-1)?.length ?? 0) } })
      }),
      { numRuns: 3_000 },
    )
  })

  it('is refused for every newline that is lost', () => {
    for (let line = 1; line < LINES; line++) {
      const bytes = Buffer.from(whole)
      const newline = lines.slice(0, line).reduce((sum, part) => sum + part.length, 0) - 1
      const without = Buffer.concat([bytes.subarray(0, newline), bytes.subarray(newline + 1)])
      expect(scanJournal(without, EXPECTED)).toMatchObject({ ok: false, damage: { line } })
    }
  })

  it('is refused where a line is missing', () => {
    for (let line = 2; line < LINES; line++) {
      const without = lines.filter((_, index) => index !== line - 1)
      expect(scan(without)).toEqual({ ok: false, damage: { line, reason: 'seqGap' } })
    }
    expect(scan(lines.slice(1))).toEqual({ ok: false, damage: { line: 1, reason: 'badHeader' } })
  })

  it('is refused where two lines changed places', () => {
    for (let first = 2; first < LINES; first++) {
      for (let second = first + 1; second <= LINES; second++) {
        const swapped = [...lines]
        swapped[first - 1] = lines[second - 1] ?? Buffer.of()
        swapped[second - 1] = lines[first - 1] ?? Buffer.of()
        expect(scan(swapped)).toEqual({ ok: false, damage: { line: first, reason: 'seqGap' } })
      }
    }
  })

  it('is refused where a line stands twice, also the last one', () => {
    for (let line = 2; line <= LINES; line++) {
      const doubled = [...lines.slice(0, line), ...lines.slice(line - 1)]
      expect(scan(doubled)).toEqual({ ok: false, damage: { line: line + 1, reason: 'seqGap' } })
    }
  })

  it('is refused at the next line when an edited line got a fresh hash', () => {
    for (let line = 2; line < LINES; line++) {
      const edited = [...lines]
      edited[line - 1] = resealed(lines[line - 1] ?? Buffer.of(), (text) => text.replace('说明', '改过'))
      expect(scan(edited)).toEqual({ ok: false, damage: { line: line + 1, reason: 'chainBroken' } })
    }
  })

  it('is refused for a last line that is whole but continues another line', () => {
    const other = resealed(lines[LINES - 1] ?? Buffer.of(), (text) =>
      text.replace(/"prev":".{64}"/, `"prev":"${'0'.repeat(64)}"`),
    )
    const damage = { line: LINES, reason: 'chainBroken' }
    expect(scan([...lines.slice(0, -1), other])).toEqual({ ok: false, damage })
    expect(scan([...lines.slice(0, -1), other.subarray(0, -1)])).toEqual({ ok: false, damage })
  })

  it('says what is wrong with a line', () => {
    const put = (line: number, text: string) =>
      scan(lines.map((part, index) => (index === line - 1 ? Buffer.from(text) : part)))
    expect(put(3, 'hello\n')).toEqual({ ok: false, damage: { line: 3, reason: 'notJson' } })
    expect(put(3, '\n')).toEqual({ ok: false, damage: { line: 3, reason: 'notJson' } })
    const changed = (lines[2] ?? Buffer.of()).toString().replace('说明 3', '说明 4')
    expect(put(3, changed)).toEqual({ ok: false, damage: { line: 3, reason: 'hashMismatch' } })
    expect(put(1, 'hello\n')).toEqual({ ok: false, damage: { line: 1, reason: 'badHeader' } })
  })

  it('is refused for another stream, unless any will do', async () => {
    const result = await openJournal(options(await holding(whole), { stream: 'meeting/m2' }))
    expect(result).toEqual({ ok: false, damage: { line: 1, reason: 'wrongStream' } })
    expect(scanJournal(whole, { ...EXPECTED, stream: null }).ok).toBe(true)
  })

  it('leaves every file as it was', async () => {
    const bytes = Buffer.from(whole)
    bytes[300] = (bytes[300] ?? 0) ^ 1
    const storage = await holding(bytes)
    expect((await openJournal(options(storage))).ok).toBe(false)
    expect(await storage.list('meetings')).toEqual(['m1.journal'])
    expect(Buffer.from((await storage.read(PATH)) ?? [])).toEqual(bytes)
  })

  it('is none: the whole file is read', () => {
    const result = scanJournal(whole, EXPECTED)
    expect(result).toMatchObject({ ok: true, tail: null, unterminated: false })
    if (result.ok)
      expect(result.batches.map(({ seq, line }) => [seq, line])).toEqual([1, 2, 3, 4, 5].map((n) => [n, n + 1]))
  })
})
