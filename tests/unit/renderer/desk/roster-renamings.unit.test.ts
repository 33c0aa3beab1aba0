import { describe, expect, it } from 'vitest'
import { type HostRoster, hostRoster } from '../../../../renderer/desk/roster/host-roster.ts'
import type { Person } from '../../../../renderer/desk/roster/person.ts'
import { renamings, withReplaced } from '../../../../renderer/desk/roster/renamings.ts'
import { changesOf, leaving } from '../../../../renderer/desk/roster/roster-changes.ts'
import { lostWords, settled } from '../../../../renderer/desk/roster/roster-conflicts.ts'
import {
  attempted,
  noEdit,
  peopleOf,
  type RosterEdit,
  withAdded,
  withoutPeople,
  withPeople,
  withRestored,
} from '../../../../renderer/desk/roster/roster-edit.ts'
import { newPerson } from '../../../../renderer/desk/roster/roster-people.ts'
import { councilId, householdId, type SeatId } from '../../../../shared/core/ids.ts'
import { evolveCouncil, noCouncil } from '../../../../shared/council/state.ts'
import { seededBytes } from '../../../fixtures/seeded-random.ts'

const random = seededBytes(29)
const council = councilId.mint(random)
const mint = () => householdId.mint(random)
const none = noEdit(council)
const met = { meetings: [{}] }

const convener = { ...newPerson('convener', '赵大有'), phone: '13800000001', house: '1-1-101' }
const member: Person = {
  ...newPerson('public', '张三'),
  party: '业委会',
  termTo: '2028-12-31',
  phone: '13800000002',
  house: '3-2-101',
  flats: '1',
  area: '98.50',
  suspended: true,
}

/** The host after everything that an edit sends has arrived. */
function hostAfter(people: readonly Person[]): HostRoster {
  const { contacts, roster } = changesOf(
    { fields: null, people: new Map(), seats: new Map() },
    withAdded(none, people),
    mint,
  )
  const founded = evolveCouncil(noCouncil, {
    type: 'councilFounded',
    data: { councilId: council, name: '测试议事厅', code: 'TEST', level: 'community' },
  })
  const state = evolveCouncil(founded, {
    type: 'rosterRevised',
    data: { ...(roster ?? { added: [], revised: [], retired: [] }), at: 1 },
  })
  if (state.phase !== 'founded') throw new Error('it was just founded')
  const known = (contacts ?? []).map((one) => ({ ...one, phone: one.phone ?? null, house: one.house ?? null }))
  return hostRoster(
    state,
    Object.fromEntries(known.map(({ name, seatId }) => [seatId, name])),
    new Map(known.map((one) => [one.seatId, one])),
  )
}

const host = hostAfter([convener, member])
const renamed = (name: string, part: Partial<Person> = {}): RosterEdit =>
  withPeople(none, host, [{ ...member, name, ...part }])
const asked = (before: string, after: string): boolean => {
  const one = { ...member, name: before }
  const here = hostAfter([one])
  return renamings(here, withPeople(none, here, [{ ...one, name: after }]), met).length > 0
}
const replaced = new Set([member.seatId])

describe('a name that is written over', () => {
  it.each([
    ['张三', '新人甲'],
    ['王伟', '王芳'],
    ['王小明', '李小红'],
    ['欧阳小明', '欧阳大红'],
    ['李', '李四'],
  ])('may be another person: %s, now %s', (before, after) => expect(asked(before, after)).toBe(true))

  it.each([
    ['王小明', '王晓明'],
    ['沈清明', '沈清'],
    ['张三', '张 三'],
    ['王伟', '王伟（3号楼）'],
    ['买买提江', '买买提·江'],
    ['张三', ' '],
  ])('is a correction: %s, now %s', (before, after) => expect(asked(before, after)).toBe(false))

  it('is asked about with both names, and not before the council has convened a meeting', () => {
    expect(renamings(host, renamed(' 新人甲 '), met)).toEqual([
      { seatId: member.seatId, before: '张三', after: '新人甲' },
    ])
    expect(renamings(host, renamed('新人甲'), { meetings: [] })).toEqual([])
  })

  it('is not asked about for whom the host does not have, nor for whom leaves', () => {
    expect(renamings(host, withAdded(none, [newPerson('standing', '新来的')]), met)).toEqual([])
    expect(renamings(host, withoutPeople(renamed('新人甲'), host, replaced), met)).toEqual([])
  })

  it('is asked about where the name was deleted, and not while the name of a new seat is under way', () => {
    const shown = { ...member, name: '' }
    const nameless = { ...host, people: new Map(host.people).set(member.seatId, shown) }
    const edit = withPeople(none, nameless, [{ ...shown, name: '新人甲' }])
    expect(renamings(nameless, edit, met)).toEqual([{ seatId: member.seatId, before: '', after: '新人甲' }])
    expect(renamings(nameless, attempted(withAdded(none, [member])), met)).toEqual([])
  })
})

describe('somebody who follows another', () => {
  const edit = withReplaced(renamed('新人甲', { phone: '13900000009' }), host, replaced)
  const follower = edit.added[0] as Person

  it('gets a seat of their own, and the name of the old one is never touched', () => {
    const { contacts, roster } = changesOf(host, edit, mint)
    expect(follower.seatId).not.toBe(member.seatId)
    expect(contacts).toEqual([{ seatId: follower.seatId, name: '新人甲', phone: '13900000009' }])
    expect(roster).toEqual({
      added: [
        {
          seatId: follower.seatId,
          kind: 'public',
          voting: true,
          party: '业委会',
          term: { from: null, to: '2028-12-31' },
        },
      ],
      revised: [],
      retired: [member.seatId],
    })
  })

  it('takes over nothing that is the old person’s own: telephone, house, flats, suspension', () => {
    expect(follower).toMatchObject({ phone: '13900000009', house: '', flats: '', area: '', suspended: false })
    const moved = withReplaced(renamed('新人甲', { house: '9-9-909', flats: '2', area: '60' }), host, replaced)
    expect(moved.added[0]).toMatchObject({ phone: '', house: '9-9-909', flats: '2', area: '60' })
  })

  it('keeps the seat that was made for them when the host has to be asked again', () => {
    const again = attempted(edit)
    expect(changesOf(host, again, mint).roster?.added[0]?.seatId).toBe(follower.seatId)
    expect(renamings(host, again, met)).toEqual([])
    expect(lostWords(settled(again, host))).toBeNull()
  })

  it('leaves the old person to be brought back under the old name', () => {
    expect(leaving(host, edit).map(({ name }) => name)).toEqual(['张三'])
    const back = withRestored(edit, replaced)
    expect(peopleOf(host, back).map(({ name }) => name)).toEqual(['赵大有', '张三', '新人甲'])
  })

  it('is nobody where the name is only corrected: the seat stays', () => {
    const corrected = withReplaced(renamed('新人甲'), host, new Set<SeatId>())
    expect(changesOf(host, corrected, mint)).toEqual({
      council: null,
      contacts: [{ seatId: member.seatId, name: '新人甲' }],
      roster: null,
    })
  })

  it('who had arrived with this very page is replaced as well', () => {
    const sent = attempted(withAdded(none, [member]))
    const typed = { ...sent, added: [{ ...member, name: '新人甲' }] }
    expect(renamings(host, typed, met)).toHaveLength(1)
    const followed = withReplaced(typed, host, replaced)
    expect(peopleOf(host, withRestored(followed, replaced)).map(({ name }) => name)).toContain('张三')
    const { roster } = changesOf(host, followed, mint)
    expect(roster?.retired).toEqual([member.seatId])
    expect(roster?.added).toHaveLength(1)
  })
})
