import type { SeatId } from '../../../shared/core/ids.ts'
import type { HostRoster } from './host-roster.ts'
import type { Person } from './person.ts'
import { peopleOf, type RosterEdit, withAdded, withoutPeople } from './roster-edit.ts'
import { newPerson } from './roster-people.ts'

/** A name that may be another person's: `before` is empty where the name was deleted. */
export type Renaming = { readonly seatId: SeatId; readonly before: string; readonly after: string }

/** A name as part of another, such as 王伟 in 王伟（3号楼）, tells who it is from so many characters on. */
const TELLING_LENGTH = 2

/**
 * The seats whose new name may be 换人 and no 改错字: names are looked up by seat, so that the name of another person would
 * stand in the minutes of meetings at which that person never was. None before the council has convened a meeting.
 */
export function renamings(
  host: HostRoster,
  edit: RosterEdit,
  { meetings }: { readonly meetings: readonly unknown[] },
): readonly Renaming[] {
  if (meetings.length === 0) return []
  const arriving = new Set(edit.added.map(({ seatId }) => seatId))
  return peopleOf(host, edit).flatMap(({ name, seatId }) => {
    const known = host.people.get(seatId)
    const [before, after] = [known?.name ?? '', name.trim()]
    if (known === undefined || after === '' || after === before) return []
    // A seat of ours may be there before the name that was sent with it.
    if (before === '' && arriving.has(seatId)) return []
    return isCorrection(before, after) ? [] : [{ seatId, before, after }]
  })
}

/**
 * With new people in place of these: the old seats leave with all that is known of their people, and who follows gets a
 * seat of the same kind, vote, party, duty and term. Of telephone, house, flats and suspension the new person has what was
 * typed together with the name, and nothing of the old person's.
 */
export function withReplaced(edit: RosterEdit, host: HostRoster, replaced: ReadonlySet<SeatId>): RosterEdit {
  const followers = peopleOf(host, edit).flatMap((person) => {
    const known = host.people.get(person.seatId)
    return known === undefined || !replaced.has(person.seatId) ? [] : [followerOf(person, known)]
  })
  const stays = (seatId: string) => !replaced.has(seatId as SeatId)
  const left = {
    ...edit,
    added: edit.added.filter(({ seatId }) => stays(seatId)),
    changed: Object.fromEntries(Object.entries(edit.changed).filter(([seatId]) => stays(seatId))),
  }
  return withAdded(withoutPeople(left, host, replaced), followers)
}

function followerOf(typed: Person, known: Person): Person {
  const { duty, kind, name, party, termFrom, termTo, voting } = typed
  const own = (field: 'area' | 'flats' | 'house' | 'phone') => (typed[field] === known[field] ? '' : typed[field])
  return {
    ...newPerson(kind, name),
    ...{ voting, party, duty, termFrom, termTo },
    suspended: typed.suspended && !known.suspended,
    phone: own('phone'),
    house: own('house'),
    flats: own('flats'),
    area: own('area'),
  }
}

/** A small one: more than half of the longer name stays in its order, or one name holds the other. */
function isCorrection(before: string, after: string): boolean {
  const [one, other] = [plain(before), plain(after)]
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (short.length >= TELLING_LENGTH && long.join('').includes(short.join(''))) return true
  return commonLength(one, other) * 2 > long.length
}

const plain = (name: string): readonly string[] => [
  ...name
    .normalize('NFKC')
    .replace(/[\s·•]/g, '')
    .toLowerCase(),
]

/** How many characters two names have in common in the same order. */
function commonLength(one: readonly string[], other: readonly string[]): number {
  let above = other.map(() => 0)
  for (const character of one) {
    let [left, corner] = [0, 0]
    above = above.map((up, at) => {
      left = character === other[at] ? corner + 1 : Math.max(up, left)
      corner = up
      return left
    })
  }
  return above[above.length - 1] ?? 0
}
