import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assertNever } from '../../../../shared/core/assert-never.ts'
import { canonicalJson, hashOf } from '../../../../shared/core/canonical.ts'
import { chinaDate } from '../../../../shared/core/china-time.ts'
import { idSchema } from '../../../../shared/core/id-schemas.ts'
import * as ids from '../../../../shared/core/ids.ts'
import { parseMessage } from '../../../../shared/core/messages.ts'
import { entriesOf, groupFor, type PerItem, withEntries } from '../../../../shared/core/per-item.ts'
import { calendarDate, instant, text } from '../../../../shared/core/text.ts'
import { meetingCommands, meetingEvents } from '../../../../shared/meeting/messages.ts'
import { id } from '../../../fixtures/ids.ts'
import { seededBytes } from '../../../fixtures/seeded-random.ts'
import { memberA, signedIn } from '../../../fixtures/small-meeting.ts'

const kinds = [
  ['cn', ids.councilId],
  ['mt', ids.meetingId],
  ['st', ids.seatId],
  ['it', ids.itemId],
  ['vt', ids.voteId],
  ['bl', ids.ballotId],
  ['pt', ids.pointId],
  ['rs', ids.resolutionId],
  ['ws', ids.worksheetId],
  ['cm', ids.commandId],
] as const

const schemas = Object.entries(idSchema)

describe('ids in messages', () => {
  it('there is a schema for each kind of id', () => {
    expect(schemas.map(([name]) => name)).toEqual(
      Object.keys(ids)
        .filter((name) => name !== 'RandomBytes')
        .sort(),
    )
  })

  it.each(schemas)('%s takes its own kind alone', (name, schema) => {
    const own = (ids as unknown as Record<string, { parse: (value: unknown) => string | null }>)[name]
    for (const [prefix] of [...kinds, ['hh'] as const]) {
      const written = `${prefix}_abc123`
      expect(schema.safeParse(written).success).toBe(own?.parse(written) === written)
    }
  })
})

describe('ids', () => {
  it.each(kinds)('%s_… is parsed by its own kind alone', (prefix, kind) => {
    const written = `${prefix}_abc123`
    expect(kind.parse(written)).toBe(written)
    for (const [, other] of kinds) if (other !== kind) expect(other.parse(written)).toBeNull()
  })

  it.each(kinds)('what %s mints is parsed, and never twice the same', (prefix, kind) => {
    const random = seededBytes(3)
    const minted = Array.from({ length: 500 }, () => kind.mint(random))
    expect(minted.filter((made) => kind.parse(made) !== made)).toEqual([])
    expect(new Set(minted).size).toBe(500)
    expect(minted[0]).toMatch(new RegExp(`^${prefix}_[0-9a-v]{16}$`))
  })

  it('every byte of randomness counts', () => {
    const flipped = Array.from({ length: 80 }, (_, bit) => {
      const bytes = new Uint8Array(10)
      bytes[bit >> 3] = 1 << (bit & 7)
      return ids.seatId.mint(() => bytes)
    })
    expect(new Set([...flipped, ids.seatId.mint((length) => new Uint8Array(length))]).size).toBe(81)
  })

  it.each([
    ['too short', 'st_abc12'],
    ['too long', `st_${'a'.repeat(27)}`],
    ['capitals', 'st_ABCDEF'],
    ['a path', 'st_../../../x'],
    ['a line break behind', 'st_abc123\n'],
    ['a space before', ' st_abc123'],
    ['no prefix', 'abc123'],
    ['a number', 123456],
    ['nothing', undefined],
    ['something that reads like one', { toString: () => 'st_abc123' }],
  ])('%s is no id', (_name, value) => {
    expect(ids.seatId.parse(value)).toBeNull()
    expect(idSchema.seatId.safeParse(value).success).toBe(false)
  })
})

/** The same value with the members of every object in another order. */
const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value)
    .reverse()
    .map(([key, member]) => [key, shuffled(member)] as const)
  return Object.fromEntries(members)
}

describe('canonical JSON', () => {
  it('means the same as the value’s JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
      { numRuns: 300 },
    )
  })

  it('does not depend on the order in which the members were written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value))
        expect(hashOf(shuffled(value))).toBe(hashOf(value))
      }),
      { numRuns: 300 },
    )
  })

  it('of different values is different', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 1 }), fc.jsonValue({ maxDepth: 1 }), (one, other) => {
        const same = isDeepStrictEqual(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other)))
        expect(canonicalJson(one) === canonicalJson(other)).toBe(same)
      }),
      { numRuns: 1_000 },
    )
  })

  it.each([
    [{ b: 1, a: [1, 'x', null] }, '{"a":[1,"x",null],"b":1}'],
    [{ a: undefined, b: { c: undefined } }, '{"b":{}}'],
    [[undefined, 1], '[null,1]'],
    [{ '10': 1, '9': 2, 甲: 3, A: 4 }, '{"10":1,"9":2,"A":4,"甲":3}'],
    ['行\n"', '"行\\n\\""'],
    [null, 'null'],
    [0.1, '0.1'],
  ])('%o', (value, expected) => {
    expect(canonicalJson(value)).toBe(expected)
  })

  it('is hashed in UTF-8 with SHA-256', () => {
    const expected = createHash('sha256').update('{"名":"甲"}', 'utf8').digest('hex')
    expect(hashOf({ 名: '甲' })).toBe(expected)
  })
})

describe('messages from a wire or a disk', () => {
  it('a known type with fitting data is a message', () => {
    const { data, type } = signedIn(memberA)
    expect(parseMessage(meetingEvents, type, data)).toEqual({ type, data })
  })

  it.each(['', 'signin', 'SignIn', 'constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'])(
    'the type %o is none',
    (type) => {
      expect(parseMessage(meetingCommands, type, { seatId: memberA })).toBeNull()
    },
  )

  it.each([null, undefined, 7, {}, ['signIn']])('the type %o is not even a name', (type) => {
    expect(parseMessage(meetingCommands, type, { seatId: memberA })).toBeNull()
  })

  it.each([
    ['no data', undefined],
    ['null', null],
    ['a list', [memberA]],
    ['a member missing', {}],
    ['an id of another kind', { seatId: id.item('abc123') }],
    ['text for an object', 'st_abc123'],
  ])('data of another shape are refused: %s', (_name, data) => {
    expect(parseMessage(meetingCommands, 'signIn', data)).toBeNull()
  })

  it('members that nobody asked for are left out', () => {
    const data = { seatId: memberA, role: 'chair', constructor: 'x' }
    expect(parseMessage(meetingCommands, 'signIn', data)).toEqual({ type: 'signIn', data: { seatId: memberA } })
  })

  it('what people typed is trimmed, and an empty reason is none', () => {
    const leave = (reason: string) => parseMessage(meetingCommands, 'recordLeave', { seatId: memberA, reason })
    expect(leave(' 孩子生病 \n')?.data).toEqual({ seatId: memberA, reason: '孩子生病' })
    expect(leave(' \n ')).toBeNull()
    expect(leave('长'.repeat(200))).not.toBeNull()
    expect(leave('长'.repeat(201))).toBeNull()
  })

  it('anything at all is answered', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(meetingCommands)), fc.anything(), (type, data) => {
        const parsed = parseMessage(meetingCommands, type, data)
        expect(parsed === null || parsed.type === type).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('text, instants and dates', () => {
  it('a text is measured after it is trimmed', () => {
    expect(text(3).safeParse('  一二三  ')).toMatchObject({ success: true, data: '一二三' })
    expect(text(3).safeParse('一二三四').success).toBe(false)
  })

  it.each([
    [0, true],
    [8_640_000_000_000_000, true],
    [8_640_000_000_000_001, false],
    [-1, false],
    [1.5, false],
    [Number.NaN, false],
    ['0', false],
  ])('%o as an instant: %s', (value, fits) => {
    expect(instant.safeParse(value).success).toBe(fits)
  })

  it.each([
    ['2026-12-31', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['2026-12-31T00:00', false],
    ['明天', false],
  ])('%s as a date: %s', (value, fits) => {
    expect(calendarDate.safeParse(value).success).toBe(fits)
  })

  it.each([
    ['the last moment of a day in China', Date.UTC(2026, 10, 21, 15, 59, 59, 999), '2026-11-21'],
    ['midnight in China', Date.UTC(2026, 10, 21, 16), '2026-11-22'],
    ['midnight in Greenwich', Date.UTC(2026, 10, 22), '2026-11-22'],
    ['a leap day', Date.UTC(2028, 1, 28, 16), '2028-02-29'],
    ['New Year in China', Date.UTC(2026, 11, 31, 16), '2027-01-01'],
    ['the beginning of time', 0, '1970-01-01'],
  ])('%s', (_name, at, date) => {
    expect(chinaDate(at)).toBe(date)
  })
})

describe('entries by item', () => {
  const [first, second] = [id.item('first0'), id.item('second0')]
  const add =
    (...more: readonly string[]) =>
    (entries: readonly string[]) => [...entries, ...more]

  it('an item without entries has none', () => {
    expect(entriesOf([], first)).toEqual([])
  })

  it('a change touches one item and copies the others as they are', () => {
    const empty: PerItem<string> = [groupFor(first), groupFor(second)]
    const before = withEntries(withEntries(empty, first, add('甲')), second, add('乙'))
    const after = withEntries(before, first, add('丙'))
    expect([entriesOf(after, first), entriesOf(after, second)]).toEqual([['甲', '丙'], ['乙']])
    expect(entriesOf(after, second)).toBe(entriesOf(before, second))
    expect(entriesOf(before, first)).toEqual(['甲'])
  })
})

describe('what cannot happen', () => {
  it('is a bug, and says what it was', () => {
    expect(() => assertNever({ type: 'neverHeardOf' } as never)).toThrow('neverHeardOf')
  })
})
