import { describe, expect, it } from 'vitest'
import { nextChair } from '../../../../renderer/desk/convene/next-chair.ts'
import { offered, suggestedFormat, suggestedTitle } from '../../../../renderer/desk/convene/suggested.ts'
import { turnWords } from '../../../../renderer/desk/convene/turn-words.ts'
import { builtInFormats } from '../../../../renderer/desk/library/use-library.ts'
import type { Seat } from '../../../../shared/council/seat.ts'
import type { FoundedCouncil } from '../../../../shared/council/state.ts'
import type { Format } from '../../../../shared/formats/format.ts'
import { id } from '../../../fixtures/ids.ts'
import { seatOf } from '../../../fixtures/small-council.ts'

type Meeting = FoundedCouncil['meetings'][number]

const NOW = Date.parse('2026-11-22T04:00:00Z')
const formatNamed = (formatId: string): Format => {
  const found = builtInFormats.find((format) => format.formatId === formatId)
  if (found === undefined) throw new Error(`${formatId} is built in`)
  return found
}
const held = (formatId: string, day: string, more: Partial<Meeting> = {}): Meeting => ({
  meetingId: id.meeting('000001'),
  title: '会',
  startsAt: Date.parse(`${day}T12:00:00+08:00`),
  formatId,
  chair: id.seat('convener'),
  practice: false,
  ...more,
})
const chosen = (...formatIds: readonly string[]) =>
  formatIds.map((formatId) => ({ formatId, since: Date.parse('2026-11-01T00:00:00+08:00') }))
const names = (formats: readonly Format[]) => formats.map((format) => format.formatId)

describe('the format that is suggested', () => {
  const council = { name: '桂花社区', formats: [], meetings: [] }

  it('is the one that is due, before the one of the last meeting', () => {
    const late = Date.parse('2026-11-28T04:00:00Z')
    const busy = { ...council, formats: chosen('dangqun', 'red_hall'), meetings: [held('short_whistle', '2026-11-20')] }
    expect(suggestedFormat(busy, builtInFormats, late)?.formatId).toBe('red_hall')
    const done = { ...busy, meetings: [held('red_hall', '2026-11-05'), ...busy.meetings] }
    expect(suggestedFormat(done, builtInFormats, Date.parse('2026-11-12T04:00:00Z'))?.formatId).toBe('short_whistle')
  })

  it('is the one after which a new council is named, else the first of the usual ones', () => {
    expect(suggestedFormat({ ...council, name: '桂花红色议事厅' }, builtInFormats, NOW)?.formatId).toBe('red_hall')
    expect(suggestedFormat(council, builtInFormats, NOW)?.formatId).toBe('dangqun')
    expect(suggestedFormat(council, [formatNamed('four_two')], NOW)?.formatId).toBe('four_two')
    expect(suggestedFormat(council, [], NOW)).toBeNull()
  })

  it('stands with those that the council uses, by choice or by habit, before all others', () => {
    const used = {
      formats: chosen('red_hall'),
      meetings: [held('bench', '2026-10-01'), held('four_two', '2026-10-02', { practice: true })],
    }
    const { first, others } = offered(used, builtInFormats)
    expect(names(first)).toEqual(['red_hall', 'bench'])
    expect(others).toHaveLength(builtInFormats.length - 2)
    expect(names(offered(council, builtInFormats).first)).toEqual(['dangqun', 'red_hall', 'bench'])
  })
})

describe('the title that is suggested', () => {
  const title = (formatId: string, meetings: readonly Meeting[] = []) =>
    suggestedTitle(formatNamed(formatId), meetings, NOW)

  it('names the month, and which one of the month it is', () => {
    expect(title('red_hall')).toBe('2026年11月红色议事厅')
    expect(title('red_hall', [held('red_hall', '2026-10-31'), held('dangqun', '2026-11-02')])).toBe(
      '2026年11月红色议事厅',
    )
    const two = [held('four_party_talks', '2026-11-01'), held('four_party_talks', '2026-11-15')]
    expect(title('four_party_talks', two)).toBe('2026年11月第三次四方会谈')
    expect(title('red_hall', [held('red_hall', '2026-11-02', { practice: true })])).toBe('2026年11月红色议事厅')
  })

  it('names the day of what is held when there is need, without what stands in brackets', () => {
    expect(title('short_whistle')).toBe('2026年11月22日短哨会商')
    expect(title('owners_talk')).toBe('2026年11月22日业主议事')
  })
})

describe('the chair that rotates', () => {
  const rotation = formatNamed('alliance_rotation')
  const seat = (name: string, party: string | null, more: Partial<Seat> = {}): Seat => ({
    ...seatOf(id.seat(name.padEnd(6, '0'))),
    ...(party === null ? {} : { party }),
    ...more,
  })
  const lead = seat('lead', '牵头单位')
  const paired = seat('paired', ' 结对社区 ')
  const based = seat('based', '驻区单位党组织')
  const turn = (seats: readonly Seat[], meetings: readonly Meeting[] = [], retired: FoundedCouncil['retired'] = []) =>
    nextChair(rotation, { meetings, retired, seats })
  const chairedBy = (chair: Seat, day = '2026-09-01', more: Partial<Meeting> = {}) =>
    held(rotation.formatId, day, { chair: chair.seatId, ...more })

  it('begins with the first side of the format and goes round', () => {
    const seats = [based, paired, lead]
    expect(turn(seats)).toEqual({ seat: lead, last: null })
    expect(turn(seats, [chairedBy(lead)])).toEqual({ seat: paired, last: lead.seatId })
    expect(turn(seats, [chairedBy(paired)])?.seat).toBe(based)
    expect(turn(seats, [chairedBy(based)])?.seat).toBe(lead)
  })

  it('goes by the latest meeting of this format in earnest, in whatever order they were called', () => {
    const meetings = [
      chairedBy(paired, '2026-10-01'),
      chairedBy(lead, '2026-09-01'),
      chairedBy(based, '2026-10-20', { practice: true }),
      chairedBy(based, '2026-10-25', { formatId: 'red_hall' }),
    ]
    expect(turn([lead, paired, based], meetings)?.seat).toBe(based)
  })

  it('remembers the side of somebody who has left the roster', () => {
    const gone = { ...seat('gone', '结对社区'), retiredAt: null }
    expect(turn([lead, paired, based], [chairedBy(gone)], [gone])?.seat).toBe(based)
  })

  it('is the side’s 召集人 where it has several people, and passes over whoever may not preside', () => {
    const head = seat('head', '牵头单位', { kind: 'convener' })
    expect(turn([lead, head, paired])?.seat).toBe(head)
    const idle = seat('idle', '牵头单位', { suspended: true })
    const guest = seat('guest', '牵头单位', { kind: 'guest', voting: false })
    expect(turn([idle, guest, paired, based])?.seat).toBe(paired)
  })

  it('goes from person to person where the roster names no sides', () => {
    const [a, b, c] = [seat('one', null), seat('two', null), seat('three', null)]
    expect(turn([a, b, c])?.seat).toBe(a)
    expect(turn([a, b, c], [chairedBy(b)])?.seat).toBe(c)
    expect(turn([a, b, c], [chairedBy(c)])?.seat).toBe(a)
    expect(turn([])).toBeNull()
  })

  it('is told with who had it last, and who has it instead', () => {
    const nameOf = (seatId: string) => (seatId === lead.seatId ? '张三' : seatId === paired.seatId ? '李四' : '王五')
    const next = { seat: paired, last: lead.seatId }
    expect(turnWords(next, paired.seatId, nameOf)).toBe('轮值主席：本次轮到 李四（结对社区），上次 张三')
    expect(turnWords(next, based.seatId, nameOf)).toMatch(/改由 王五 主持$/)
    expect(turnWords({ seat: lead, last: null }, lead.seatId, nameOf)).toMatch('还没有轮过')
  })
})
