import { describe, expect, it } from 'vitest'
import {
  convening,
  isMeetingPlan,
  newLine,
  newPlan,
  pastedLines,
  planFault,
  suggestedTitle,
} from '../../../../renderer/desk/first-run/meeting-plan.ts'
import { councilCommands } from '../../../../shared/council/messages.ts'
import { evolveCouncil, type FoundedCouncil, noCouncil } from '../../../../shared/council/state.ts'
import { convener, penholder, seated } from '../../../fixtures/small-council.ts'

const NOW = Date.parse('2026-10-31T16:30:00Z')

function council(): FoundedCouncil {
  const state = seated.reduce(evolveCouncil, noCouncil)
  if (state.phase !== 'founded') throw new Error('it is founded')
  return state
}

describe('a meeting that is planned', () => {
  it('is suggested for the month that it is in China', () => {
    expect(suggestedTitle(NOW)).toBe('2026年11月例会')
  })

  it('is chaired by the convener and recorded by the 话事员 unless somebody else is chosen', () => {
    expect(newPlan(council(), NOW)).toMatchObject({ chair: convener, scribe: penholder })
  })

  it('says what is still missing, one thing after the other', () => {
    const plan = newPlan(council(), NOW)
    expect(planFault(plan)).toMatch('地点')
    expect(planFault({ ...plan, place: '活动室' })).toMatch('议题')
    expect(planFault({ ...plan, place: '活动室', lines: [newLine(' ')] })).toMatch('议题')
    expect(planFault({ ...plan, place: '活动室', lines: [newLine('飞线充电')] })).toBeNull()
  })

  it('becomes a command that the host understands, without the empty lines', () => {
    const lines = [newLine('飞线充电 '), newLine(''), newLine('物业交接')]
    const data = convening({ ...newPlan(council(), NOW), place: ' 活动室 ', lines }, NOW + 0.4)
    const parsed = councilCommands.conveneMeeting.safeParse(data)
    expect(parsed.success).toBe(true)
    expect(data.agenda.map((item) => item.title)).toEqual(['飞线充电', '物业交接'])
    expect(data.place).toBe('活动室')
  })

  it('takes a pasted list without its numbers', () => {
    expect(pastedLines('一、飞线充电整治\n2. 物业交接\n\n（三）其他').map((line) => line.title)).toEqual([
      '飞线充电整治',
      '物业交接',
      '其他',
    ])
  })

  it('is taken up again after a reload, and what is none is not', () => {
    const plan = newPlan(council(), NOW)
    expect(isMeetingPlan(JSON.parse(JSON.stringify(plan)))).toBe(true)
    expect(isMeetingPlan({ ...plan, lines: [{ itemId: 'x', title: '' }] })).toBe(false)
    expect(isMeetingPlan({ ...plan, rule: { ...plan.rule, base: 'everybody' } })).toBe(false)
    expect(isMeetingPlan(null)).toBe(false)
  })
})
