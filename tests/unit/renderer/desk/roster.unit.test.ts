import { describe, expect, it } from 'vitest'
import { blankFields, type CouncilFields, fieldsFault } from '../../../../renderer/desk/roster/council-fields.ts'
import { emptyRoster, type HostRoster, hostRoster } from '../../../../renderer/desk/roster/host-roster.ts'
import type { Person } from '../../../../renderer/desk/roster/person.ts'
import { changesOf, leaving } from '../../../../renderer/desk/roster/roster-changes.ts'
import { lostWords, settled } from '../../../../renderer/desk/roster/roster-conflicts.ts'
import {
  attempted,
  isNothing,
  isRosterEdit,
  noEdit,
  peopleOf,
  type RosterEdit,
  withAdded,
  withFields,
  withoutParts,
  withoutPeople,
  withPeople,
  withRestored,
} from '../../../../renderer/desk/roster/roster-edit.ts'
import { notesOn, rosterFault } from '../../../../renderer/desk/roster/roster-faults.ts'
import { firstPeople, newPerson, rosterCounts, withKind } from '../../../../renderer/desk/roster/roster-people.ts'
import { countsText } from '../../../../renderer/desk/roster/roster-words.ts'
import { noCommonPart, withCommonPart } from '../../../../renderer/desk/roster/several.ts'
import type { ContactCommand } from '../../../../shared/contacts/messages.ts'
import { contactCommands } from '../../../../shared/contacts/messages.ts'
import { type CouncilId, councilId, type HouseholdId, householdId, type SeatId } from '../../../../shared/core/ids.ts'
import { decideCouncil } from '../../../../shared/council/decide.ts'
import { councilCommands } from '../../../../shared/council/messages.ts'
import { evolveCouncil, type FoundedCouncil, noCouncil } from '../../../../shared/council/state.ts'
import { seededBytes } from '../../../fixtures/seeded-random.ts'

const random = seededBytes(11)
const mint = () => householdId.mint(random)
const council: CouncilId = councilId.mint(random)
const fields: CouncilFields = { name: '测试议事厅', code: 'TEST', level: 'community', region: '' }
const person = (name: string, part: Partial<Person> = {}): Person => ({ ...newPerson(part.kind, name), ...part })

type World = { readonly council: FoundedCouncil; readonly contacts: ReadonlyMap<SeatId, SavedContact> }
type SavedContact = { readonly seatId: SeatId; name: string; phone: string | null; house: string | null }
type Contacts = Extract<ContactCommand, { type: 'saveContacts' }>['data']['contacts']

function founded(): World {
  const state = evolveCouncil(noCouncil, {
    type: 'councilFounded',
    data: { councilId: council, name: fields.name, code: fields.code, level: 'community' },
  })
  if (state.phase !== 'founded') throw new Error('it was just founded')
  return { council: state, contacts: new Map() }
}

const hostOf = ({ contacts, council: state }: World): HostRoster =>
  hostRoster(state, Object.fromEntries([...contacts].map(([seatId, { name }]) => [seatId, name])), contacts)

/** The host's contacts document after `saveContacts`, parsed as the host parses it. */
function withContacts(world: World, saved: Contacts): World {
  const contacts = new Map(world.contacts)
  for (const { house, name, phone, seatId } of contactCommands.saveContacts.parse({ contacts: saved }).contacts) {
    const known = contacts.get(seatId)
    contacts.set(seatId, {
      seatId,
      name,
      phone: phone === undefined ? (known?.phone ?? null) : phone,
      house: house === undefined ? (known?.house ?? null) : house,
    })
  }
  return { ...world, contacts }
}

function withRoster(world: World, roster: unknown): World {
  const data = councilCommands.reviseRoster.parse(roster)
  const decided = decideCouncil(world.council, { type: 'reviseRoster', data }, { now: 1 })
  if (!decided.ok) throw new Error(decided.refusal.code)
  const state = decided.value.reduce(evolveCouncil, world.council as ReturnType<typeof evolveCouncil>)
  if (state.phase !== 'founded') throw new Error('it stays founded')
  return { ...world, council: state }
}

/** All that an edit sends, taken in by the real rules. */
function saved(world: World, edit: RosterEdit): World {
  const { contacts, roster } = changesOf(hostOf(world), edit, mint)
  const named = contacts === null ? world : withContacts(world, contacts)
  return roster === null ? named : withRoster(named, roster)
}

const seatedWith = (...people: readonly Person[]): World => saved(founded(), withAdded(noEdit(council), people))

const convener = person('赵大有', { kind: 'convener', phone: '13800000001', house: '1-1-101' })
const member = person('沈清明', { house: '3-2-101', party: '业委会' })
const world = seatedWith(convener, member)
const host = hostOf(world)
const none = noEdit(council)
const nothing = { council: null, contacts: null, roster: null }
const typed = (...people: readonly Person[]) => withPeople(none, host, people)

describe('what a roster sends to the host', () => {
  it('is everybody of a new council, the name, telephone and house apart from the seat', () => {
    const lines = [person('赵大有', { kind: 'convener', phone: ' 138 0000 0001 ', house: '1-1-101' }), person('')]
    const guest = withKind(person('高律师', { duty: '法律顾问', termTo: '2027-12-31' }), 'guest')
    const { contacts, roster } = changesOf(emptyRoster, withAdded(none, [...lines, guest]), mint)
    expect(contacts).toEqual([
      { seatId: lines[0]?.seatId, name: '赵大有', phone: '138 0000 0001', house: '1-1-101' },
      { seatId: guest.seatId, name: '高律师' },
    ])
    expect(roster?.added).toEqual([
      { seatId: lines[0]?.seatId, kind: 'convener', voting: true, household: expect.stringMatching(/^hh_/) },
      {
        seatId: guest.seatId,
        kind: 'guest',
        voting: false,
        duty: '法律顾问',
        term: { from: null, to: '2027-12-31' },
      },
    ])
  })

  it('is nothing when nothing has changed, or was changed back', () => {
    expect(changesOf(host, none, mint)).toEqual(nothing)
    const edit = typed({ ...member, name: '沈清' })
    expect(changesOf(host, withPeople(edit, host, [member]), mint)).toEqual(nothing)
    expect(isNothing(withPeople(edit, host, [member]))).toBe(true)
  })

  it('is the name alone when only that changed, and leaves telephone and house what they are', () => {
    const edit = typed({ ...convener, name: '赵大友' })
    expect(changesOf(host, edit, mint)).toEqual({
      ...nothing,
      contacts: [{ seatId: convener.seatId, name: '赵大友' }],
    })
  })

  it('deletes a telephone that was emptied', () => {
    expect(changesOf(host, typed({ ...convener, phone: '' }), mint).contacts).toEqual([
      { seatId: convener.seatId, name: '赵大有', phone: null },
    ])
  })

  it('is the whole seat when something of it changed, and its household stays', () => {
    const { contacts, roster } = changesOf(
      host,
      typed({ ...member, suspended: true, flats: '2', area: '098.50' }),
      mint,
    )
    expect(contacts).toBeNull()
    const household = host.seats.get(member.seatId)?.household
    expect(household).toBeDefined()
    expect(roster).toEqual({
      added: [],
      revised: [{ seatId: member.seatId, kind: 'standing', voting: true, party: '业委会', household, suspended: true }],
      retired: [],
    })
    expect(changesOf(host, typed({ ...member, flats: '2', area: '98.50' }), mint).roster?.revised[0]?.owner).toEqual({
      flats: 2,
      area: '98.50',
    })
  })

  it('retires those alone who were removed, never one whose name was emptied or whom the edit does not know', () => {
    const edit = withoutPeople(none, host, new Set([member.seatId]))
    expect(changesOf(host, edit, mint)).toEqual({
      ...nothing,
      roster: { added: [], revised: [], retired: [member.seatId] },
    })
    expect(leaving(host, edit)).toEqual([member])
    expect(leaving(hostOf(seatedWith(convener)), edit)).toEqual([])
    expect(changesOf(host, typed({ ...member, name: ' ' }), mint)).toEqual(nothing)
    expect(changesOf(host, withRestored(edit, new Set([member.seatId])), mint)).toEqual(nothing)
  })

  it('is what is left after a break in the middle', () => {
    const third = person('周桂芳', { phone: '13900000003' })
    const edit = attempted(withAdded(typed({ ...member, name: '沈清', party: '' }), [third]))
    const { contacts } = changesOf(host, edit, mint)
    const half = hostOf(withContacts(world, contacts ?? []))
    const rest = changesOf(half, edit, mint)
    expect(rest.contacts?.map(({ name }) => name)).toEqual(['周桂芳'])
    expect(rest.roster?.added).toHaveLength(1)
    expect(rest.roster?.revised).toHaveLength(1)
    const whole = saved(world, edit)
    expect(changesOf(hostOf(whole), edit, mint)).toEqual(nothing)
  })

  it('brings a changed kind of somebody whose name was deleted, and names nobody', () => {
    const contacts = new Map([...world.contacts].filter(([seatId]) => seatId !== member.seatId))
    const nameless = hostOf({ ...world, contacts })
    const shown = nameless.people.get(member.seatId)
    if (shown === undefined) throw new Error('the seat is still there')
    const changes = changesOf(nameless, withPeople(none, nameless, [{ ...shown, voting: false }]), mint)
    expect(changes.contacts).toBeNull()
    expect(changes.roster?.revised).toMatchObject([{ seatId: member.seatId, voting: false }])
    // The house was deleted with the name; who lives together is not forgotten.
    expect(changes.roster?.revised[0]?.household).toBe(host.seats.get(member.seatId)?.household)
  })

  it('says what a council is when that changed, without a region where there is none', () => {
    const edit = withFields(none, host, { ...fields, name: ' 桂花议事厅 ', region: '北京' })
    const renamed = { name: '桂花议事厅', code: 'TEST', level: 'community' }
    expect(changesOf(host, edit, mint)).toEqual({ ...nothing, council: { ...renamed, region: '北京' } })
    expect(changesOf(host, withFields(edit, host, { ...fields, name: '桂花议事厅' }), mint).council).toEqual(renamed)
    expect(changesOf(host, withFields(edit, host, { ...fields, name: '测试议事厅 ' }), mint).council).toBeNull()
  })
})

describe('a roster of five thousand', () => {
  const many = Array.from({ length: 5_000 }, (_, at) =>
    person(`业主${at}`, {
      kind: at === 0 ? 'convener' : 'standing',
      house: `${1 + Math.floor(at / 100)}-${1 + (Math.floor(at / 25) % 4)}-${101 + (at % 25)}`,
      phone: `138${10_000_000 + at}`,
      flats: '1',
      area: '98.01',
    }),
  )
  const large = seatedWith(...many)
  const here = hostOf(large)

  it('is taken in at once, by one command each', () => {
    expect(large.council.seats).toHaveLength(5_000)
    expect(new Set(large.council.seats.map((seat) => seat.household)).size).toBe(5_000)
    expect(large.contacts.size).toBe(5_000)
  })

  it('sends one seat for one edit, and keeps no more than that on the device', () => {
    const one = many[2_500]
    if (one === undefined) throw new Error('there are five thousand')
    const edit = withPeople(none, here, [{ ...one, suspended: true }])
    const { contacts, roster } = changesOf(here, edit, mint)
    expect(contacts).toBeNull()
    expect(roster?.revised.map(({ seatId }) => seatId)).toEqual([one.seatId])
    expect(Object.keys(edit.changed)).toEqual([one.seatId])
    expect(JSON.stringify(edit).length).toBeLessThan(1_000)
  })

  it('leaves everybody who is not edited the very same', () => {
    const edit = withPeople(none, here, [{ ...(many[7] as Person), name: '改了' }])
    const shown = peopleOf(here, edit)
    expect(shown.filter((one) => one !== here.people.get(one.seatId))).toHaveLength(1)
    expect(shown.map(({ seatId }) => seatId)).toEqual(many.map(({ seatId }) => seatId))
  })

  it('changes two thousand together, and sends exactly these', () => {
    const chosen = many.slice(100, 2_100)
    const edit = withPeople(
      none,
      here,
      chosen.map((one) => withCommonPart(one, { ...noCommonPart, party: '业主代表' })),
    )
    const { contacts, roster } = changesOf(here, edit, mint)
    expect(contacts).toBeNull()
    expect(roster?.revised.map(({ seatId }) => seatId)).toEqual(chosen.map(({ seatId }) => seatId))
  })

  it('sums up what they own exactly', () => {
    expect(countsText(rosterCounts(many))).toBe('共 5000 席，有表决权 5000 席；业主 5000 套，490050 平方米')
  })

  it('has no room for one more', () => {
    const edit = withAdded(none, [person('第五千零一位')])
    const people = peopleOf(here, edit)
    expect(rosterFault(here, people, notesOn(here, people))).toMatch('最多 5000 席')
  })
})

describe('households', () => {
  const father = person('沈父', { house: '3号楼2单元101室' })
  const both = seatedWith(convener, father, person('沈母', { house: '3－2－101' }))
  const home = hostOf(both)
  const idOf = ({ seats }: HostRoster, name: string, of: World): HouseholdId | undefined =>
    [...seats.values()].find(({ seatId }) => of.contacts.get(seatId)?.name === name)?.household
  const householdAfter = (edit: RosterEdit) => {
    const later = saved(both, edit)
    return (name: string) => idOf(hostOf(later), name, later)
  }

  it('are those of one house number, however it is written', () => {
    expect(idOf(home, '沈父', both)).toMatch(/^hh_/)
    expect(idOf(home, '沈母', both)).toBe(idOf(home, '沈父', both))
    expect(idOf(home, '赵大有', both)).not.toBe(idOf(home, '沈父', both))
  })

  it('take in who moves in, and keep their id', () => {
    const before = idOf(home, '沈父', both)
    const household = householdAfter(withAdded(none, [person('沈女', { house: '3-2-101' })]))
    expect(household('沈女')).toBe(before)
    expect(household('沈父')).toBe(before)
  })

  it('stay with who stays when one moves out, who gets another', () => {
    const household = householdAfter(withPeople(none, home, [{ ...father, house: '9-9-909' }]))
    expect(household('沈母')).toBe(idOf(home, '沈母', both))
    expect(household('沈父')).toMatch(/^hh_/)
    expect(household('沈父')).not.toBe(household('沈母'))
  })

  it('go along when all of the house are given another number', () => {
    const moved = [...home.people.values()].filter(({ name }) => name.startsWith('沈'))
    const household = householdAfter(
      withPeople(
        none,
        home,
        moved.map((one) => ({ ...one, house: '5-1-502' })),
      ),
    )
    expect(household('沈父')).toBe(idOf(home, '沈父', both))
    expect(household('沈母')).toBe(idOf(home, '沈父', both))
  })

  it('are left when a house number is emptied, and not when it is deleted as personal data', () => {
    const household = householdAfter(withPeople(none, home, [{ ...father, house: '' }]))
    expect(household('沈父')).toBeUndefined()
    const deleted = withContacts(both, [{ seatId: father.seatId, name: '沈父', house: null, phone: null }])
    const shown = hostOf(deleted).people.get(father.seatId)
    expect(shown?.house).toBe('')
    const later = saved(deleted, withPeople(none, hostOf(deleted), [{ ...(shown as Person), voting: false }]))
    expect(later.council.seats.find(({ seatId }) => seatId === father.seatId)).toMatchObject({
      voting: false,
      household: idOf(home, '沈父', both),
    })
  })

  it('are given to a neighbour of the same house who had none yet, and to nobody else', () => {
    const bare = withRoster(founded(), {
      added: [member, convener].map(({ kind, seatId, voting }) => ({ seatId, kind, voting })),
      revised: [],
      retired: [],
    })
    const older = withContacts(bare, [
      { seatId: member.seatId, name: '沈清明', house: '3-2-101' },
      { seatId: convener.seatId, name: '赵大有', house: '1-1-101' },
    ])
    const { roster } = changesOf(hostOf(older), withAdded(none, [person('沈女', { house: '3-2-101' })]), mint)
    expect(roster?.revised.map(({ seatId }) => seatId)).toEqual([member.seatId])
    expect(roster?.revised[0]?.household).toBe(roster?.added[0]?.household)
  })
})

describe('changes that are not saved', () => {
  const elsewhere = (by: (seats: World) => World) => hostOf(by(world))
  const revised = (part: object) => (before: World) => {
    const seat = before.council.seats.find(({ seatId }) => seatId === member.seatId)
    return withRoster(before, { added: [], revised: [{ ...seat, ...part }], retired: [] })
  }
  const renamed = (name: string) => (before: World) => withContacts(before, [{ seatId: member.seatId, name }])

  it('stand while nobody else changes the same, whatever happens to other people', () => {
    const mine = typed({ ...convener, name: '赵大友' })
    for (const by of [revised({ voting: false }), renamed('沈清'), (before: World) => before]) {
      const now = settled(mine, elsewhere(by))
      expect(now.edit).toBe(mine)
      expect(lostWords(now)).toBeNull()
    }
    expect(peopleOf(elsewhere(renamed('沈清')), mine).map(({ name }) => name)).toEqual(['赵大友', '沈清'])
  })

  it('are given up, by name, for whom somebody else changed the same part; the rest stands', () => {
    const mine = typed({ ...convener, name: '赵大友' }, { ...member, name: '沈明' })
    const now = settled(mine, elsewhere(renamed('沈清')))
    expect(lostWords(now)).toMatch('沈清明在别处改过')
    expect(peopleOf(elsewhere(renamed('沈清')), now.edit).map(({ name }) => name)).toEqual(['赵大友', '沈清'])
  })

  it('that somebody else has made too are no conflict', () => {
    const mine = typed({ ...member, name: ' 沈清 ' })
    expect(settled(mine, elsewhere(renamed('沈清'))).edit).toBe(mine)
  })

  it('of other parts of the same person go together', () => {
    const mine = typed({ ...member, party: '物业企业' })
    const theirs = elsewhere(revised({ voting: false }))
    expect(settled(mine, theirs).edit).toBe(mine)
    expect(peopleOf(theirs, mine)[1]).toMatchObject({ party: '物业企业', voting: false })
  })

  it('to somebody who was retired elsewhere are given up, and so is the removal of somebody who was changed', () => {
    const gone = elsewhere((before) => withRoster(before, { added: [], revised: [], retired: [member.seatId] }))
    expect(lostWords(settled(typed({ ...member, name: '沈明' }), gone))).toMatch('沈清明')
    const removal = withoutPeople(none, host, new Set([member.seatId]))
    expect(settled(removal, gone)).toMatchObject({ edit: { removed: [] }, people: [] })
    const changed = settled(removal, elsewhere(revised({ kind: 'public' })))
    expect(changed.edit.removed).toEqual([])
    expect(lostWords(changed)).toMatch('沈清明')
  })

  it('are not lost to what they themselves sent, part by part, also when typing goes on', () => {
    const third = person(' 周桂芳 ', { phone: '139 0000 0003', house: '2-1-301' })
    const sent = attempted(withAdded(typed({ ...member, name: '沈清 ', party: '物业企业' }), [third]))
    const { contacts, roster } = changesOf(host, sent, mint)
    const named = withContacts(world, contacts ?? [])
    const seatedOnly = withRoster(world, roster)
    const whole = withRoster(named, roster)
    for (const arriving of [named, seatedOnly, whole].map(hostOf)) {
      expect(lostWords(settled(sent, arriving))).toBeNull()
      const further = withPeople(sent, host, [
        { ...member, name: '沈清明', party: '业委会' },
        { ...third, name: '周芳' },
      ])
      expect(lostWords(settled(further, arriving))).toBeNull()
      // To be again what it was is sent too, now that something else may have arrived.
      expect(peopleOf(arriving, further).map(({ name }) => name)).toEqual(['赵大有', '沈清明', '周芳'])
    }
    expect(lostWords(settled(sent, hostOf(renamed('别人改的')(whole))))).toMatch('沈清明在别处改过')
  })

  it('of the council itself are given up when that was changed elsewhere, and kept when it was theirs', () => {
    const mine = attempted(withFields(none, host, { ...fields, name: ' 桂花议事厅 ' }))
    const told = { ...host, fields: { ...fields, name: '桂花议事厅' } }
    expect(settled(mine, told).edit).toBe(mine)
    const now = settled(mine, { ...host, fields: { ...fields, name: '别的名字' } })
    expect(now.edit.council).toBeNull()
    expect(lostWords(now)).toMatch('组织的名称')
  })

  it('to what was deleted at the host are dropped without a word', () => {
    const mine = typed({ ...convener, phone: '13911112222', voting: false })
    const rest = withoutParts(mine, host, convener.seatId, ['name', 'phone', 'house'])
    expect(rest.changed).toEqual({ [convener.seatId]: { voting: false } })
    expect(withoutParts(typed({ ...convener, phone: '1' }), host, convener.seatId, ['phone']).changed).toEqual({})
  })

  it('hold nothing more of what was deleted at the host: not who leaves, not a deleted line, not what was sent', () => {
    const told = { phone: '13911112222', house: '9-9-909' }
    const edits = [
      attempted(withAdded(none, [{ ...member, ...told }])),
      withoutPeople(withAdded(none, [{ ...member, ...told }]), emptyRoster, new Set([member.seatId])),
      withoutPeople(typed({ ...member, ...told }), host, new Set([member.seatId])),
      attempted(typed({ ...member, ...told, voting: false })),
    ]
    for (const edit of edits) {
      const places = withoutParts(edit, host, member.seatId, ['phone', 'house'])
      expect(JSON.stringify(places)).not.toMatch(/13911112222|9-9-909|3-2-101/)
      expect(isRosterEdit(places)).toBe(true)
      const all = withoutParts(edit, host, member.seatId, ['name', 'phone', 'house'])
      expect(JSON.stringify(all)).not.toMatch(/13911112222|9-9-909|3-2-101|沈清明/)
    }
  })

  it('to a line that has arrived stand when its contact is deleted, and bring nothing of it back', () => {
    const sent = attempted(withAdded(none, [member]))
    const further = { ...sent, added: [{ ...member, phone: '13911112222', party: '物业企业' }] }
    const rest = withoutParts(further, host, member.seatId, ['name', 'phone', 'house'])
    expect(rest).toMatchObject({ added: [], changed: { [member.seatId]: { party: '物业企业' } } })
    const contacts = new Map([...world.contacts].filter(([seatId]) => seatId !== member.seatId))
    for (const now of [host, hostOf({ ...world, contacts })]) {
      expect(lostWords(settled(rest, now))).toBeNull()
      expect(changesOf(now, rest, mint)).toMatchObject({
        contacts: null,
        roster: { added: [], revised: [{ seatId: member.seatId, party: '物业企业' }] },
      })
    }
  })

  it('are read back from the device as they were, and nothing else is', () => {
    const edit = attempted(
      withAdded(withoutPeople(typed({ ...member, name: '沈' }), host, new Set([convener.seatId])), [person('新来的')]),
    )
    const kept: unknown = JSON.parse(JSON.stringify(edit))
    expect(isRosterEdit(kept)).toBe(true)
    expect(kept).toEqual(edit)
    for (const other of [null, {}, { ...edit, added: [{}] }, { ...edit, changed: { a: { kind: 'walkIn' } } }]) {
      expect(isRosterEdit(other)).toBe(false)
    }
    expect(isRosterEdit({ ...edit, council: { now: blankFields(1), seen: [] } })).toBe(true)
    expect(isRosterEdit({ ...edit, council: { now: { name: 1 } } })).toBe(false)
  })
})

describe('lines of a roster', () => {
  it('take a pasted list in place of a blank line, and push blank ones out', () => {
    const [one, two, three, four, five] = firstPeople() as [Person, Person, Person, Person, Person]
    const start = { ...none, added: [one, { ...two, name: '乙' }, three, four, five] }
    const list = [person('甲'), person('丙')]
    expect(withAdded(start, list, three.seatId).added.map(({ name }) => name)).toEqual(['', '乙', '甲', '丙'])
    expect(withAdded(start, list, two.seatId).added.map(({ name }) => name)).toEqual(['', '乙', '甲', '丙'])
  })

  it('that were deleted before they were saved come back, blank ones do not', () => {
    const line = person('甲')
    const blank = person('')
    const edit = withoutPeople(withAdded(none, [line, blank]), host, new Set([line.seatId, blank.seatId]))
    expect(edit.added).toEqual([])
    expect(edit.dropped).toEqual([line])
    expect(withRestored(edit, new Set([line.seatId])).added).toEqual([line])
  })

  it('changed together get a vote only where their kind may have one', () => {
    const guest = withKind(person('高律师'), 'guest')
    const part = { ...noCommonPart, voting: true, suspended: true, term: { termFrom: '2026-01-01', termTo: '' } }
    expect(withCommonPart(guest, part)).toMatchObject({ voting: false, suspended: true, termFrom: '2026-01-01' })
    expect(withCommonPart(member, { ...noCommonPart, kind: 'supervisor' })).toMatchObject({
      kind: 'supervisor',
      voting: false,
      party: '业委会',
    })
    expect(withCommonPart(member, noCommonPart)).toEqual(member)
  })
})

describe('what is wrong with a roster', () => {
  const wordsOn = (...people: readonly Person[]) => {
    const notes = notesOn(emptyRoster, people)
    return people.map(({ seatId }) => notes.get(seatId))
  }
  const faultOf = (...people: readonly Person[]) => rosterFault(emptyRoster, people, notesOn(emptyRoster, people))

  it('says which line has the same name, unless house or telephone tell them apart', () => {
    const [first, other, same] = wordsOn(person('沈清明'), person('周桂芳'), person(' 沈清明 ', { house: '3-2-101' }))
    expect(first).toEqual({ is: 'fault', words: '与第 3 行重名，请加上楼栋或单位区分' })
    expect(other).toBeUndefined()
    expect(same?.words).toMatch('第 1 行')
    expect(
      wordsOn(person('王伟', { house: '1-1-101' }), person('王伟', { house: '2-1-101' })).map((note) => note?.is),
    ).toEqual(['hint', 'hint'])
    expect(
      wordsOn(person('王伟', { house: '1-1-101' }), person('王伟', { house: '1幢1单元101室' })).map((note) => note?.is),
    ).toEqual(['fault', 'fault'])
  })

  it('asks for a convener and for somebody who votes, and passes over empty lines', () => {
    expect(faultOf(...firstPeople())).toMatch('名册还是空的')
    expect(faultOf(person('沈清明'), person(''))).toMatch('召集人')
    expect(faultOf(person('赵大有', { kind: 'convener', voting: false }))).toMatch('表决权')
    expect(faultOf(person('赵大有', { kind: 'convener' }), person(''))).toBeNull()
  })

  it('names the line and the person of the first fault', () => {
    expect(faultOf(convener, person('沈清明', { area: '98' }))).toBe('第 2 行沈清明：套数和面积请两样都写，或都不写。')
  })

  it.each([
    [{ phone: '11010119900307123X' }, '身份证号不收'],
    [{ house: '110101 19900307 1234' }, '身份证号不收'],
    [{ phone: '你好' }, '电话'],
    [{ flats: '一', area: '98' }, '套数'],
    [{ flats: '1', area: '九十' }, '面积'],
    [{ termFrom: '2026-02-01', termTo: '2026-01-31' }, '任期止早于任期起'],
    [{ kind: 'supervisor', voting: true }, '没有表决权'],
    [{ name: '长'.repeat(41) }, '姓名太长'],
    [{ name: '', phone: '13800000000' }, '请写上姓名'],
  ] as const)('refuses %j', (part, words) => {
    expect(wordsOn(person('沈清明', part))[0]).toMatchObject({ is: 'fault', words: expect.stringContaining(words) })
  })

  it('asks for a removal instead of an emptied name, but not where the name was deleted', () => {
    const emptied = peopleOf(host, typed({ ...member, name: ' ' }))
    expect(notesOn(host, emptied).get(member.seatId)?.words).toMatch('原来有人')
    const contacts = new Map([...world.contacts].filter(([seatId]) => seatId !== member.seatId))
    const nameless = hostOf({ ...world, contacts })
    const shown = [...nameless.people.values()].map((one) => ({ ...one, suspended: true }))
    const people = peopleOf(nameless, withPeople(none, nameless, shown))
    expect(notesOn(nameless, people).get(member.seatId)).toBeUndefined()
    expect(rosterFault(nameless, people, notesOn(nameless, people))).toBeNull()
  })

  it('says what is wrong with the council itself', () => {
    expect(fieldsFault(blankFields(7))).toMatch('请写组织名称')
    expect(fieldsFault({ ...fields, code: 'A' })).toMatch('短码')
    expect(fieldsFault({ ...fields, region: '长'.repeat(21) })).toMatch('地区')
    expect(fieldsFault(fields)).toBeNull()
  })

  it('counts in words: who votes is not suspended, and what owners own is summed exactly', () => {
    const people = [
      convener,
      { ...member, suspended: true, flats: '2', area: '98.505' },
      person('甲', { flats: '1', area: '0.1' }),
    ]
    expect(countsText(rosterCounts(people))).toBe('共 3 席，有表决权 2 席，资格停止 1 席；业主 3 套，98.605 平方米')
  })
})
