import { describe, expect, test } from 'vitest'
import { benchPages, isBench, pageName } from '../../../../renderer/desk/bench/bench-form.ts'
import {
  benchFault,
  convening,
  isBenchPlan,
  mayChair,
  newBenchPlan,
  suggestedTitle,
} from '../../../../renderer/desk/bench/bench-plan.ts'
import {
  conclusionFault,
  conclusionWords,
  outcomesOf,
  suggestedConclusion,
} from '../../../../renderer/desk/chair/conclusions/conclusion-words.ts'
import formatsFile from '../../../../resources/formats.json'
import { councilCommands } from '../../../../shared/council/messages.ts'
import type { SeatKind } from '../../../../shared/council/seat.ts'
import { type Format, format, formOf, type MeetingForm } from '../../../../shared/formats/format.ts'
import { id } from '../../../fixtures/ids.ts'
import { told } from '../../papers/told-meeting.ts'

const formats: readonly Format[] = formatsFile.map((known) => format.parse(known))
const formatOf = (formatId: string): Format => {
  const found = formats.find((known) => known.formatId === formatId)
  if (found === undefined) throw new Error(`no format ${formatId}`)
  return found
}

const blank = newBenchPlan()
const typed = { ...blank, topics: '1. 修树\n\n电动车停哪里 ', title: '板凳会', place: '凉亭' }
const founding = { ...blank.founding, council: '桂花小区板凳会', person: '王桂花' }

describe('a 板凳会议 that one person prepares', () => {
  test('wants a topic and a place first, each in a sentence that says what to do', () => {
    expect(benchFault({ ...blank, title: '会', place: '' }, true)).toBe('请写一句要商量的事。')
    expect(benchFault({ ...typed, place: ' ' }, true)).toBe('请写在哪里开，纪要上要用。')
    expect(benchFault({ ...typed, title: '' }, true)).toBe('请写会议名称。')
    expect(benchFault({ ...typed, topics: `短的\n${'长'.repeat(121)}` }, true)).toContain('120 个字以内')
  })

  test('wants whoever chairs: by name where there is no council yet, from the roster where there is', () => {
    expect(benchFault(typed, true)).toBe('请写您的姓名，纪要上写您主持。')
    expect(benchFault({ ...typed, founding: { ...founding, council: '' } }, true)).toContain('请写组织名称')
    expect(benchFault({ ...typed, founding: { ...founding, person: '王'.repeat(41) } }, true)).toContain('40 个字以内')
    expect(benchFault({ ...typed, founding }, true)).toBeNull()
    expect(benchFault(typed, false)).toBe('请选谁主持。')
    expect(benchFault({ ...typed, chair: id.seat('chair00') }, false)).toBeNull()
  })

  test('becomes a meeting that the host takes: no rule, three minutes each, one person for everything', () => {
    const chair = id.seat('chair00')
    const data = convening({ ...typed, chair }, formatOf('bench'), 1_764_000_000_000.4)
    expect(councilCommands.conveneMeeting.safeParse(data).success).toBe(true)
    expect(data).toMatchObject({ rule: null, speakingSeconds: 180, format: '板凳会议', chair, scribe: chair })
    expect(data.agenda.map(({ title }) => title)).toEqual(['修树', '电动车停哪里'])
    expect(data.form).toMatchObject({ rollCall: false, decision: 'consensus', formatId: 'bench' })
  })

  test('is called after the day in China', () => {
    // 23:30 in UTC is the next morning in China.
    expect(suggestedTitle('板凳会议', Date.UTC(2026, 10, 21, 23, 30))).toBe('11月22日板凳会议')
  })

  test('is chaired by the convener unless somebody else is chosen, never by those who only look on', () => {
    const kinds: readonly SeatKind[] = ['guest', 'scribe', 'standing', 'convener', 'supervisor', 'walkIn']
    const seats = kinds.map((kind, index) => ({
      seatId: id.seat(`place00${index}`),
      kind,
      voting: kind === 'standing' || kind === 'convener',
    }))
    expect(mayChair({ seats }).map(({ kind }) => kind)).toEqual(['convener', 'standing', 'scribe'])
    const suspended = seats.map((seat) => ({ ...seat, suspended: true as const }))
    expect(mayChair({ seats: suspended })).toEqual([])
  })

  test('is kept on the device as it was typed, and nothing else is taken for it', () => {
    expect(isBenchPlan(JSON.parse(JSON.stringify({ ...typed, founding })))).toBe(true)
    for (const broken of [null, {}, { ...typed, meetingId: 'x' }, { ...typed, place: 3 }, { ...typed, founding: {} }]) {
      expect(isBenchPlan(broken)).toBe(false)
    }
  })

  test('takes other ids than the one before', () => {
    const next = newBenchPlan()
    expect(next.meetingId).not.toBe(blank.meetingId)
    expect(next.founding.councilId).not.toBe(blank.founding.councilId)
  })
})

describe('the one screen', () => {
  test('is for what is held without names and votes', () => {
    expect(formats.filter(isBench).map(({ formatId }) => formatId)).toEqual(['bench'])
  })

  test('calls its pages what the format calls them', () => {
    const form = formOf(formatOf('bench'))
    expect(benchPages.map((page) => pageName(form, page))).toEqual(['议事', '纪要', '工单'])
    const renamed = { steps: [{ name: '唠一唠', at: 'discuss' as const }] }
    expect(benchPages.map((page) => pageName(renamed, page))).toEqual(['唠一唠', '纪要', '工单'])
  })
})

describe('a conclusion that is being written', () => {
  const held = (form: Partial<MeetingForm>, points: readonly string[] = []) => {
    const agreed = points.map((text) => ({ kind: 'agreed' as const, text }))
    const item = { title: '修树', points: [{ kind: 'opinion' as const, text: '太密' }, ...agreed] }
    const { meeting } = told({ form, items: [item] })
    const [first] = meeting.agenda
    if (first === undefined) throw new Error('there is an item')
    return { meeting, item: first }
  }
  const suggested = (form: Partial<MeetingForm>, points: readonly string[] = []) => {
    const { item, meeting } = held(form, points)
    return suggestedConclusion(meeting, item)
  }

  test('begins with what is on record as agreed, if that is not too long', () => {
    const form = formOf(formatOf('bench'))
    expect(suggested(form)).toBe('')
    expect(suggested(form, ['请园林来修。', '鸟窝先挪'])).toBe('请园林来修；鸟窝先挪')
    expect(suggested(form, ['长'.repeat(200), '长'.repeat(200)])).toBe('')
  })

  test('begins with what must be told where something was done first', () => {
    const form = formOf(formatOf('urgent_whistle'))
    const { meeting } = held(form)
    const lines = suggested(form)
    expect(lines.split('\n')).toEqual(['何时何地：', '到场单位：', '已采取措施：', '后续：'])
    expect(conclusionFault(meeting, lines)).toBe('请在冒号后面填上处置情况。')
    const filled = lines.replace('何时何地：', '何时何地：六号楼').replace('后续：', '后续：换水管')
    expect(conclusionFault(meeting, filled)).toBeNull()
    expect(conclusionWords(filled)).toBe('何时何地：六号楼\n后续：换水管')
    expect(conclusionFault(meeting, ' \n')).toBe('请写下处置了什么。')
  })

  test('ends in agreement or without, or in what was done', () => {
    expect(outcomesOf(formatOf('bench'))).toEqual(['reached', 'notReached'])
    expect(outcomesOf(formatOf('urgent_whistle'))).toEqual(['handled'])
    expect(conclusionFault(held(formOf(formatOf('bench'))).meeting, '')).toContain('请写一句')
  })
})
