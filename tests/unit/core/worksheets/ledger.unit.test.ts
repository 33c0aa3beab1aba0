import { describe, it } from 'vitest'
import { decideLedger, emptyLedger, evolveLedger } from '../../../../shared/worksheets/ledger.ts'
import type { Worksheet, WorksheetCommand } from '../../../../shared/worksheets/messages.ts'
import { givenFor, NOW, theHost } from '../../../fixtures/given-when-then.ts'
import { id } from '../../../fixtures/ids.ts'

const given = givenFor({ initial: emptyLedger, decide: decideLedger, evolve: evolveLedger })

const sheet = (serial: string) => ({
  worksheetId: id.worksheet(`00000${serial}`),
  councilCode: 'HX',
  meetingId: id.meeting('000001'),
  resolutionId: id.resolution(`00000${serial}`),
  matter: '铺设塑胶跑道',
  unit: '物业公司',
  dueOn: '2026-12-31',
})

const issue = (serial: string): WorksheetCommand => ({ type: 'issueWorksheet', data: sheet(serial) })

const issued = (serial: string, number: string, year: number, nth: number, issuedAt: number) => ({
  type: 'worksheetIssued' as const,
  data: { ...sheet(serial), number, year, serial: nth, issuedAt } satisfies Worksheet,
})

/** 2025-12-31 23:59:59.999 and 2026-01-01 00:00 in China. */
const LAST_OF_2025 = Date.UTC(2025, 11, 31, 15, 59, 59, 999)
const FIRST_OF_2026 = Date.UTC(2025, 11, 31, 16)

describe('worksheet numbers', () => {
  it('the first worksheet of a council has the number 1 of its year', () => {
    given()
      .when(issue('1'), theHost)
      .thenEvents(issued('1', '2025-HX-0001', 2025, 1, NOW))
  })

  it('the numbers go on without a gap', () => {
    given(issued('1', '2025-HX-0001', 2025, 1, NOW), issued('2', '2025-HX-0002', 2025, 2, NOW))
      .when(issue('3'), theHost)
      .thenEvents(issued('3', '2025-HX-0003', 2025, 3, NOW))
  })

  it('the last moment of a year in China still counts in that year', () => {
    given(issued('1', '2025-HX-0001', 2025, 1, NOW))
      .when(issue('2'), theHost, { now: LAST_OF_2025 })
      .thenEvents(issued('2', '2025-HX-0002', 2025, 2, LAST_OF_2025))
  })

  it('a new year in China begins with 1 again', () => {
    given(issued('1', '2025-HX-0001', 2025, 1, NOW))
      .when(issue('2'), theHost, { now: FIRST_OF_2026 })
      .thenEvents(issued('2', '2026-HX-0001', 2026, 1, FIRST_OF_2026))
  })

  it('a practice meeting’s worksheet takes no number and leaves no gap', () => {
    const practised: WorksheetCommand = { type: 'issueWorksheet', data: { ...sheet('2'), practice: true } }
    const noted = {
      type: 'worksheetIssued',
      data: { ...practised.data, number: null, year: 2025, serial: null },
    } as const
    given(issued('1', '2025-HX-0001', 2025, 1, NOW))
      .when(practised, theHost)
      .thenEvents({ ...noted, data: { ...noted.data, issuedAt: NOW } })
    given(issued('1', '2025-HX-0001', 2025, 1, NOW), { ...noted, data: { ...noted.data, issuedAt: NOW } })
      .when(issue('3'), theHost)
      .thenEvents(issued('3', '2025-HX-0002', 2025, 2, NOW))
  })

  it('a clock set back a year continues that year’s numbers', () => {
    given(issued('1', '2025-HX-0001', 2025, 1, NOW), issued('2', '2026-HX-0001', 2026, 1, FIRST_OF_2026))
      .when(issue('3'), theHost, { now: LAST_OF_2025 })
      .thenEvents(issued('3', '2025-HX-0002', 2025, 2, LAST_OF_2025))
  })

  it('the ten-thousandth worksheet of a year has five digits', () => {
    const many = Array.from({ length: 9_999 }, (_, index) =>
      issued('1', `2025-HX-${String(index + 1).padStart(4, '0')}`, 2025, index + 1, NOW),
    )
    given(...many)
      .when(issue('2'), theHost)
      .thenEvents(issued('2', '2025-HX-10000', 2025, 10_000, NOW))
  })
})

describe('refused with worksheetExists', () => {
  it('a worksheet is issued once, however often the host takes the step', () => {
    given(issued('1', '2025-HX-0001', 2025, 1, NOW))
      .when(issue('1'), theHost)
      .thenRefused({ code: 'worksheetExists' })
  })
})
