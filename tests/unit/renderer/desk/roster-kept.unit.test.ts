import { describe, expect, it } from 'vitest'
import { DRAFT_PREFIX, placeIn } from '../../../../renderer/connection/keeping-place.ts'
import { draftNameOf, dropOldEdits, keptEdit } from '../../../../renderer/desk/roster/kept-edit.ts'
import { noEdit, withAdded } from '../../../../renderer/desk/roster/roster-edit.ts'
import { newPerson } from '../../../../renderer/desk/roster/roster-people.ts'
import { knownWalkIns } from '../../../../renderer/desk/roster/walk-ins.ts'
import type { MeetingId } from '../../../../shared/core/ids.ts'
import { evolveMeeting, type MeetingState, unopenedMeeting } from '../../../../shared/meeting/state.ts'
import { NOW } from '../../../fixtures/given-when-then.ts'
import { id } from '../../../fixtures/ids.ts'
import { opening } from '../../../fixtures/small-meeting.ts'

const council = id.council('000001')
const edit = withAdded(noEdit(council), [{ ...newPerson('standing', '沈清明'), phone: '13800000001' }])
const kept = { day: '2026-11-01', edit }

describe('an edit of a roster that is kept on the device', () => {
  it('is there for thirty days after the last change, and not a day longer', () => {
    expect(keptEdit(kept, '2026-12-01')).toEqual(edit)
    expect(keptEdit(kept, '2026-12-02')).toBeNull()
  })

  it('is none without its day', () => {
    for (const other of [null, edit, { edit }, { ...kept, day: '昨天' }, { ...kept, edit: {} }]) {
      expect(keptEdit(other, '2026-11-01')).toBeNull()
    }
  })

  it('leaves the device when it is too old, whichever roster is looked at; others and other drafts stay', () => {
    const storage = memory()
    const place = placeIn(() => storage)
    const [old, fresh, founding] = [council, id.council('000002'), null].map((one) => DRAFT_PREFIX + draftNameOf(one))
    place.write(old as string, kept)
    place.write(fresh as string, { ...kept, day: '2026-11-20' })
    place.write(founding as string, edit)
    place.write(`${DRAFT_PREFIX}convene`, '别的')
    dropOldEdits(place, '2026-12-02')
    expect([...storage.kept.keys()].sort()).toEqual([fresh, `${DRAFT_PREFIX}convene`].sort())
  })
})

describe('现场登记', () => {
  const [came, nameless] = [id.seat('walkin01'), id.seat('walkin02')]
  const open = [came, nameless].reduce<MeetingState>(
    (state, seatId) => evolveMeeting(state, { type: 'walkInRegistered', data: { seatId } }),
    evolveMeeting(unopenedMeeting, { type: 'meetingOpened', data: { ...opening, openedAt: NOW } }),
  )
  if (open.phase === 'unopened') throw new Error('it was just opened')
  const closed: MeetingState = { ...open, phase: 'closed', closedAt: open.openedAt }
  const [first, second] = [id.meeting('000001'), id.meeting('000002')]
  const known = (states: Readonly<Record<string, MeetingState>>, today: string) =>
    knownWalkIns([{ meetingId: first }, { meetingId: second }], {
      meeting: (meetingId: MeetingId) => states[meetingId] ?? null,
      names: { [came]: '过路人', [opening.chair]: '召集人' },
      today,
    })
  const day = new Date(open.openedAt + 8 * 3_600_000).toISOString().slice(0, 10)

  it('of a meeting that is over are listed while their names are known, and nobody of the roster is', () => {
    expect(known({ [first]: closed }, day)).toEqual([{ seatId: came, name: '过路人', title: opening.title, day }])
    expect(known({ [first]: { ...closed, title: '早些的会' }, [second]: closed }, day).map((one) => one.title)).toEqual(
      [opening.title, '早些的会'],
    )
  })

  it('of a meeting that is being held are not, until its day is over', () => {
    expect(known({ [first]: open }, day)).toEqual([])
    expect(known({ [first]: open }, '2999-01-01')).toHaveLength(1)
  })
})

/** What a browser keeps. */
function memory(): Storage & { readonly kept: ReadonlyMap<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    get length() {
      return kept.size
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: (name) => void kept.delete(name),
    clear: () => kept.clear(),
  }
}
