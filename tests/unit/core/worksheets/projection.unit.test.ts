import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashOf } from '../../../../shared/core/canonical.ts'
import { parseMessage } from '../../../../shared/core/messages.ts'
import { type Viewer, viewerRoles } from '../../../../shared/roles/roles.ts'
import {
  decideLedger,
  emptyLedger,
  evolveLedger,
  projectLedger,
  projectLedgerEvent,
} from '../../../../shared/worksheets/ledger.ts'
import { type WorksheetEvent, worksheetEvents } from '../../../../shared/worksheets/messages.ts'
import { NOW } from '../../../fixtures/given-when-then.ts'
import { id } from '../../../fixtures/ids.ts'

const DAY_MS = 86_400_000

/** Worksheets asked for in any order, some twice, over a few years and by a clock that may go backwards. */
const ledgers = fc
  .array(fc.record({ worksheet: fc.nat(30), day: fc.nat(900) }), { maxLength: 40, size: 'max' })
  .map((asked) => {
    const events: WorksheetEvent[] = []
    for (const { day, worksheet } of asked) {
      const number = String(worksheet).padStart(6, '0')
      const data = {
        worksheetId: id.worksheet(number),
        councilCode: 'HX',
        meetingId: id.meeting('000001'),
        resolutionId: id.resolution(number),
        matter: '铺设塑胶跑道',
        unit: '物业公司',
        dueOn: '2026-12-31',
      }
      const state = events.reduce(evolveLedger, emptyLedger)
      const decided = decideLedger(state, { type: 'issueWorksheet', data }, { now: NOW + day * DAY_MS })
      if (decided.ok) events.push(...decided.value)
    }
    return events
  })

const viewers: readonly Viewer[] = viewerRoles.map((role) => ({ role, seats: [] }))

describe('random ledgers', () => {
  it('number the worksheets of each year from 1 without a gap, and none twice', () => {
    fc.assert(
      fc.property(ledgers, (events) => {
        const { worksheets } = events.reduce(evolveLedger, emptyLedger)
        for (const year of new Set(worksheets.map((sheet) => sheet.year))) {
          const serials = worksheets.filter((sheet) => sheet.year === year).map((sheet) => sheet.serial)
          expect(serials).toEqual(serials.map((_, index) => index + 1))
        }
        expect(new Set(worksheets.map((sheet) => sheet.number)).size).toBe(worksheets.length)
        expect(new Set(worksheets.map((sheet) => sheet.worksheetId)).size).toBe(worksheets.length)
      }),
      { numRuns: 200 },
    )
  })

  it('write events that are fit for the journal as they are', () => {
    fc.assert(
      fc.property(ledgers, (events) => {
        for (const event of events) expect(parseMessage(worksheetEvents, event.type, event.data)).toEqual(event)
      }),
    )
  })

  it('a viewer’s copy, folded from what was shown, is the host’s state as that viewer may see it', () => {
    fc.assert(
      fc.property(ledgers, fc.constantFrom(...viewers), (events, viewer) => {
        const copy = events
          .flatMap((event) => projectLedgerEvent(event, viewer) ?? [])
          .reduce(evolveLedger, emptyLedger)
        const seen = projectLedger(events.reduce(evolveLedger, emptyLedger), viewer)
        expect(copy).toEqual(seen)
        expect(hashOf(copy)).toBe(hashOf(seen))
        expect(seen.worksheets.length).toBe(viewer.role === 'screen' ? 0 : events.length)
      }),
      { numRuns: 200 },
    )
  })
})
