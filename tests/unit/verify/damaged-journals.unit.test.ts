import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { encodeBatch } from '../../../main/host/journal/batch-line.ts'
import { newHeader } from '../../../main/host/journal/header-line.ts'
import { verifyJournal } from '../../../main/host/verify/verify-journal.ts'
import { meetingKind } from '../../../shared/streams/stream-kinds.ts'
import { Forgery, journalOf, linesOf } from '../../fixtures/forgery.ts'
import { memberA, memberC, passedVote, type RecordedCouncil, recordedCouncil } from '../../fixtures/recorded-council.ts'

const FLIPS = 400

let honest: RecordedCouncil
let lines: readonly Buffer[]
beforeAll(async () => {
  honest = await recordedCouncil()
  lines = linesOf(honest.meeting)
})

const flipped = (journal: Buffer, at: number, bit: number): Buffer => {
  const copy = Buffer.from(journal)
  copy[at] = (copy[at] ?? 0) ^ (1 << bit)
  return copy
}

/** The line in which a byte lies; a newline belongs to the line that it ends. */
const lineAt = (journal: Buffer, at: number): number =>
  journal.subarray(0, at).filter((byte) => byte === 0x0a).length + 1

const damagedAt = (line: number) => expect.objectContaining({ ok: false, line })

describe('one flipped bit', () => {
  test('anywhere in a meeting is found, in its line', () => {
    const places = fc.tuple(fc.nat(honest.meeting.length - 1), fc.nat(7))
    fc.assert(
      fc.property(places, ([at, bit]) => {
        expect(verifyJournal(flipped(honest.meeting, at, bit))).toEqual(damagedAt(lineAt(honest.meeting, at)))
      }),
      { numRuns: FLIPS },
    )
  })

  test('in each byte of a short journal is found, whichever bit it is', () => {
    for (let at = 0; at < honest.worksheets.length; at += 1) {
      const found = verifyJournal(flipped(honest.worksheets, at, at % 8))
      expect(found, `byte ${at}`).toEqual(damagedAt(lineAt(honest.worksheets, at)))
    }
  })

  test('in a newline, which joins two lines, is found in the first of the two', () => {
    for (let at = 0; at < honest.meeting.length; at += 1) {
      if (honest.meeting[at] !== 0x0a) continue
      const found = verifyJournal(flipped(honest.meeting, at, at % 8))
      expect(found, `byte ${at}`).toEqual(damagedAt(lineAt(honest.meeting, at)))
    }
  })

  test.each([
    ['badHeader', 1],
    ['hashMismatch', 5],
    ['tornTail', -1],
  ] as const)('is called %s where it is that', (fault, place) => {
    const line = place === -1 ? lines.length : place
    const start = journalOf(lines.slice(0, line - 1)).length
    const middle = start + Math.floor((lines[line - 1]?.length ?? 0) / 2)
    expect(verifyJournal(flipped(honest.meeting, middle, 0))).toEqual({ ok: false, line, fault })
  })

  test('at the beginning of a line makes it unreadable: notJson', () => {
    const start = journalOf(lines.slice(0, 4)).length
    expect(verifyJournal(flipped(honest.meeting, start, 0))).toEqual({ ok: false, line: 5, fault: 'notJson' })
  })

  test('a digit that becomes another digit is a hashMismatch in its line, whatever it counts', () => {
    const line = lines.findIndex((text) => text.includes('"entitled":5')) + 1
    const at = honest.meeting.indexOf('"entitled":5') + '"entitled":'.length
    expect(verifyJournal(flipped(honest.meeting, at, 1))).toEqual({ ok: false, line, fault: 'hashMismatch' })
  })
})

describe('whole lines', () => {
  test('a line that is removed shows in the line that took its place: seqGap', () => {
    for (let index = 1; index < lines.length - 1; index += 1) {
      const found = verifyJournal(journalOf(lines.filter((_, other) => other !== index)))
      expect(found, `line ${index + 1}`).toEqual({ ok: false, line: index + 1, fault: 'seqGap' })
    }
  })

  test('without its header a journal begins with a bad one', () => {
    expect(verifyJournal(journalOf(lines.slice(1)))).toEqual({ ok: false, line: 1, fault: 'badHeader' })
  })

  test('the last lines missing leaves a whole journal, which only the printed digest tells from the sealed one', () => {
    const shorter = verifyJournal(journalOf(lines.slice(0, -1)))
    const whole = verifyJournal(honest.meeting)
    expect(shorter.ok && whole.ok && shorter.digest !== whole.digest).toBe(true)
  })

  test('two lines that changed places show in the first of them', () => {
    for (let index = 1; index < lines.length - 1; index += 1) {
      const [one = Buffer.alloc(0), other = Buffer.alloc(0)] = lines.slice(index, index + 2)
      const swapped = journalOf([...lines.slice(0, index), other, one, ...lines.slice(index + 2)])
      expect(verifyJournal(swapped)).toEqual({ ok: false, line: index + 1, fault: 'seqGap' })
    }
  })

  test('a header that changed places is no header', () => {
    const [header = Buffer.alloc(0), first = Buffer.alloc(0), ...rest] = lines
    expect(verifyJournal(journalOf([first, header, ...rest]))).toEqual({ ok: false, line: 1, fault: 'badHeader' })
  })

  test('a line that stands there twice shows the second time', () => {
    for (let index = 1; index < lines.length; index += 1) {
      const line = lines[index] ?? Buffer.alloc(0)
      const doubled = journalOf([...lines.slice(0, index), line, ...lines.slice(index)])
      expect(verifyJournal(doubled)).toEqual({ ok: false, line: index + 2, fault: 'seqGap' })
    }
  })

  test('an empty line between two is no line of a journal', () => {
    const gap = journalOf([...lines.slice(0, 6), Buffer.alloc(0), ...lines.slice(6)])
    expect(verifyJournal(gap)).toEqual({ ok: false, line: 7, fault: 'notJson' })
  })

  test('a line from a journal of the same length that went another way breaks the chain after it', () => {
    const forgery = new Forgery(honest.meeting)
    forgery.set(forgery.event('itemStarted'), 'data.at', 1_760_000_000_500)
    const index = forgery.lineOf(forgery.event('itemStarted')) - 1
    const other = linesOf(forgery.sealed())
    const mixed = journalOf([...lines.slice(0, index), other[index] ?? Buffer.alloc(0), ...lines.slice(index + 1)])
    expect(verifyJournal(mixed)).toEqual({ ok: false, line: index + 2, fault: 'chainBroken' })
  })

  test('lines of another journal do not continue this one', () => {
    const [, ...others] = linesOf(honest.council)
    const [header = Buffer.alloc(0)] = lines
    expect(verifyJournal(journalOf([header, ...others]))).toEqual({ ok: false, line: 2, fault: 'chainBroken' })
  })
})

describe('a file cut off in its last line', () => {
  test('is a torn tail at every byte', () => {
    const last = lines.length
    const start = journalOf(lines.slice(0, -1)).length
    for (let length = start + 1; length < honest.meeting.length - 1; length += 1) {
      const found = verifyJournal(honest.meeting.subarray(0, length))
      expect(found, `${length} bytes`).toEqual({ ok: false, line: last, fault: 'tornTail' })
    }
  })

  test('is no journal when the last line is the header', () => {
    const [header = Buffer.alloc(0)] = lines
    for (let length = 0; length < header.length; length += 1) {
      const found = verifyJournal(header.subarray(0, length))
      expect(found, `${length} bytes`).toEqual({ ok: false, line: 1, fault: 'notAJournal' })
    }
  })

  test('and filled with zeros, as a file system may leave it, is a torn tail', () => {
    const torn = Buffer.concat([honest.meeting.subarray(0, -40), Buffer.alloc(40)])
    expect(verifyJournal(torn)).toEqual({ ok: false, line: lines.length, fault: 'tornTail' })
  })

  test('garbage after the last line is a torn tail in the line after it', () => {
    const torn = Buffer.concat([honest.meeting, Buffer.from('{"seq":')])
    expect(verifyJournal(torn)).toEqual({ ok: false, line: lines.length + 1, fault: 'tornTail' })
  })
})

describe('lines that are sealed well and say what no journal says', () => {
  const sealedAfter = (events: string, version = 1) => {
    const { header, line } = newHeader({ stream: 'meeting/mt_000001', version: 1, at: 0 })
    return Buffer.concat([line, encodeBatch({ seq: 1, at: 0, version, prev: header.hash }, events).line])
  }

  test('notJson: the events are none', () => {
    expect(verifyJournal(sealedAfter('{"type":'))).toEqual({ ok: false, line: 2, fault: 'notJson' })
  })

  test.each([
    ['a number', '1'],
    ['nothing', 'null'],
    ['an event without an author', '{"type":"itemStarted"}'],
  ])('badEvent: %s', (_, events) => {
    expect(verifyJournal(sealedAfter(events))).toEqual({ ok: false, line: 2, fault: 'badEvent' })
  })

  test.each([
    ['an unknown type', 'type', 'somethingElse'],
    ['a type of every object', 'type', 'constructor'],
    ['what is made only for viewers', 'type', 'ballotNoted'],
    ['data of another shape', 'data', {}],
    ['an id that is none', 'data.seatId', 'st_../../x'],
    ['an author that is none', 'by', 'somebody'],
    ['a command that is none', 'command.id', 'x'],
    ['no time', 'at', null],
  ])('badEvent: %s', (_, path, value) => {
    const forgery = new Forgery(honest.meeting)
    const event = forgery.event('ballotCast', passedVote, memberC)
    forgery.set(event, path, value)
    expect(verifyJournal(forgery.sealed())).toEqual({ ok: false, line: forgery.lineOf(event), fault: 'badEvent' })
  })

  test("badEvent: a meeting's event in a council's journal", () => {
    const forgery = new Forgery(honest.council)
    const seat = forgery.event('seatAdded')
    forgery.set(seat, 'type', 'meetingClosed').set(seat, 'data', { closedAt: 0 })
    expect(verifyJournal(forgery.sealed())).toEqual({ ok: false, line: forgery.lineOf(seat), fault: 'badEvent' })
  })

  test('newerVersion: the header was written by an app of tomorrow', () => {
    const forgery = new Forgery(honest.meeting)
    forgery.header.version = meetingKind.version + 1
    expect(verifyJournal(forgery.sealed())).toEqual({ ok: false, line: 1, fault: 'newerVersion' })
  })

  test('newerVersion: a line was written by an app of tomorrow', () => {
    const forgery = new Forgery(honest.meeting)
    const [, , , fourth] = forgery.batches
    if (fourth !== undefined) fourth.version = meetingKind.version + 1
    expect(verifyJournal(forgery.sealed())).toEqual({ ok: false, line: 5, fault: 'newerVersion' })
  })

  test('wrongStream: the header names another meeting', () => {
    const forgery = new Forgery(honest.meeting)
    forgery.header.stream = 'meeting/mt_other0'
    expect(verifyJournal(forgery.sealed())).toEqual({ ok: false, line: 2, fault: 'wrongStream' })
  })

  test.each(['', 'meeting', 'meeting/', 'meeting/../x', 'notes/mt_000001', 'meeting/mt_000001/x', 'council/mt_000001'])(
    'notAJournal: the header names "%s"',
    (stream) => {
      const forgery = new Forgery(honest.meeting)
      forgery.header.stream = stream
      expect(verifyJournal(forgery.sealed())).toEqual({ ok: false, line: 1, fault: 'notAJournal' })
    },
  )
})

describe('notAJournal: the file is something else', () => {
  test.each([
    ['empty', ''],
    ['a newline', '\n'],
    ['a text', '会议纪要\n第一项：铺设塑胶跑道\n'],
    ['JSON in one line', '{"name":"yishiting"}'],
    ['JSON in many lines', JSON.stringify({ name: 'yishiting', version: 1, events: [], hash: '' }, null, 2)],
    ['JSON lines', '{"seq":1}\n{"seq":2}\n{"seq":3}\n'],
    ['a list of something', '[1,2,3]\n'],
    ['a byte order mark alone', '\ufeff'],
  ])('%s', (_, text) => {
    expect(verifyJournal(Buffer.from(text))).toEqual({ ok: false, line: 1, fault: 'notAJournal' })
  })

  test('any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
        expect(verifyJournal(bytes)).toEqual({ ok: false, line: 1, fault: 'notAJournal' })
      }),
      { numRuns: 200 },
    )
  })

  test('any view into a larger buffer is read as what it shows', () => {
    const larger = Buffer.concat([Buffer.from('xxx'), honest.meeting, Buffer.from('yyy')])
    expect(verifyJournal(new Uint8Array(larger).subarray(3, -3))).toEqual(verifyJournal(honest.meeting))
  })
})

describe('what is wrong first is reported first', () => {
  /** The option of a signed ballot is changed, and the chain made good again. */
  const withForgedBallot = () => {
    const forgery = new Forgery(honest.meeting)
    const ballot = forgery.event('ballotCast', passedVote, memberA)
    forgery.set(ballot, 'data.option', 'against')
    return { forgery, ballot, expected: { ok: false, line: forgery.lineOf(ballot), fault: 'badSignature' } }
  }

  test('a forged ballot before a flipped byte', () => {
    const { forgery, expected } = withForgedBallot()
    const journal = forgery.sealed()
    const at = journalOf(linesOf(journal).slice(0, expected.line + 2)).length + 30
    expect(verifyJournal(flipped(journal, at, 0))).toEqual(expected)
  })

  test('a forged ballot before a line that is missing', () => {
    const { forgery, expected } = withForgedBallot()
    const kept = linesOf(forgery.sealed()).filter((_, index) => index !== expected.line + 1)
    expect(verifyJournal(journalOf(kept))).toEqual(expected)
  })

  test('a forged ballot before an event that is none', () => {
    const { forgery, expected } = withForgedBallot()
    forgery.set(forgery.event('meetingClosed'), 'type', 'unknown')
    expect(verifyJournal(forgery.sealed())).toEqual(expected)
  })

  test('a forged ballot before a line of tomorrow', () => {
    const { forgery, expected } = withForgedBallot()
    const last = forgery.batches.at(-1)
    if (last !== undefined) last.version = 2
    expect(verifyJournal(forgery.sealed())).toEqual(expected)
  })

  test('a forged ballot before a torn tail', () => {
    const { forgery, expected } = withForgedBallot()
    expect(verifyJournal(forgery.sealed().subarray(0, -20))).toEqual(expected)
  })

  test('a flipped byte before a forged ballot', () => {
    const { forgery, expected } = withForgedBallot()
    const journal = forgery.sealed()
    const line = expected.line - 1
    const at = journalOf(linesOf(journal).slice(0, line - 1)).length + 60
    expect(verifyJournal(flipped(journal, at, 0))).toEqual({ ok: false, line, fault: 'hashMismatch' })
  })

  test('an event that is none before a flipped byte', () => {
    const forgery = new Forgery(honest.meeting)
    const event = forgery.event('itemStarted')
    forgery.set(event, 'type', 'unknown')
    const journal = forgery.sealed()
    const line = forgery.lineOf(event)
    const at = journalOf(linesOf(journal).slice(0, line + 1)).length + 60
    expect(verifyJournal(flipped(journal, at, 0))).toEqual({ ok: false, line, fault: 'badEvent' })
  })
})
