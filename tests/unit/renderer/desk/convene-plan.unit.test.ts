import { describe, expect, it } from 'vitest'
import {
  isMeetingPlan,
  type MeetingPlan,
  newLine,
  newPlan,
  pastedLines,
} from '../../../../renderer/desk/convene/meeting-plan.ts'
import { itemTimeWords, plannedText } from '../../../../renderer/desk/convene/planned-time.ts'
import { convening, planFault, type Settled, settled } from '../../../../renderer/desk/convene/settled.ts'
import { builtInFormats, builtInRulePacks } from '../../../../renderer/desk/library/use-library.ts'
import { decideCouncil } from '../../../../shared/council/decide.ts'
import { type CouncilEvent, councilCommands } from '../../../../shared/council/messages.ts'
import { evolveCouncil, type FoundedCouncil, noCouncil } from '../../../../shared/council/state.ts'
import { plainSpeaking } from '../../../../shared/formats/plain-form.ts'
import { id } from '../../../fixtures/ids.ts'
import { added, convener, onlooker, penholder, retired, seated, seatOf } from '../../../fixtures/small-council.ts'

/** After midnight in China, still October in Europe. */
const NOW = Date.parse('2026-10-31T16:30:00Z')
const guestOfItem = id.seat('public1')
const otherGuest = id.seat('public2')
const library = { formats: builtInFormats, rulePacks: builtInRulePacks }

function council(...events: readonly CouncilEvent[]): FoundedCouncil {
  const state = [...seated, ...events].reduce(evolveCouncil, noCouncil)
  if (state.phase !== 'founded') throw new Error('it is founded')
  return state
}

function ready(plan: MeetingPlan, of: FoundedCouncil = council(), lastPlace = ''): Settled {
  const found = settled(plan, of, library, { now: NOW, lastPlace })
  if (found === null) throw new Error('there are formats')
  return found
}

const as = (formatId: string, changes: Partial<MeetingPlan> = {}): MeetingPlan => ({
  ...newPlan(),
  formatId,
  place: '活动室',
  lines: [newLine('飞线充电')],
  ...changes,
})

describe('a meeting that is planned', () => {
  it('follows its format until something is changed by hand', () => {
    const talks = ready(as('red_hall'))
    expect(talks).toMatchObject({
      title: '2026年11月红色议事厅',
      speakingSeconds: 120,
      chair: convener,
      scribe: penholder,
    })
    expect(talks.rule?.ruleId).toBe('robert_simple')
    expect(ready(as('bench'))).toMatchObject({ title: '2026年11月1日板凳会议', speakingSeconds: 180, rule: null })
    const speeches = { ...plainSpeaking, times: 1 }
    const byHand = { title: '充电专题会', speakingSeconds: 60, speeches }
    for (const formatId of ['red_hall', 'craftsmen']) {
      const own = ready(as(formatId, byHand))
      expect(own).toMatchObject({ title: '充电专题会', speakingSeconds: 60 })
      expect(own.form.speeches).toEqual(speeches)
    }
  })

  it('keeps a rule chosen by hand for formats that begin with the same pack, and for no other', () => {
    const branch = builtInRulePacks.find((rule) => rule.ruleId === 'party_branch')
    if (branch === undefined) throw new Error('it is built in')
    const rule = { insteadOf: 'robert_simple', rule: branch }
    expect(ready(as('red_hall', { rule })).rule).toEqual(branch)
    expect(ready(as('dangqun', { rule })).rule).toEqual(branch)
    expect(ready(as('residents_congress', { rule })).rule?.ruleId).toBe('jmdb_template')
    expect(ready(as('craftsmen', { rule })).rule).toBeNull()
  })

  it('asks for more than half to be there where its pack leaves that to the meeting', () => {
    expect(ready(as('red_hall')).rule?.quorum).toMatchObject({ den: 'entitled', op: '>', share: { num: 1, den: 2 } })
  })

  it('goes on where the council met last, but for what was dealt with on the spot', () => {
    expect(ready(as('red_hall', { place: null }), council(), '二楼').place).toBe('二楼')
    expect(ready(as('urgent_whistle', { place: null }), council(), '二楼').place).toBe('')
    expect(ready(as('red_hall', { place: '三楼' }), council(), '二楼').place).toBe('三楼')
  })

  it('does not keep a chair or a scribe who has left the roster or can no longer preside', () => {
    const gone = council(retired(onlooker))
    expect(ready(as('red_hall', { chair: onlooker, scribe: onlooker }), gone)).toMatchObject({
      chair: convener,
      scribe: penholder,
    })
    expect(ready(as('red_hall', { chair: onlooker })).chair).toBe(convener)
    expect(ready(as('red_hall', { scribe: onlooker })).scribe).toBe(onlooker)
  })

  it('is not chaired by somebody whose seat is suspended unless it is so chosen', () => {
    const second = id.seat('second')
    const suspended: CouncilEvent = {
      type: 'seatRevised',
      data: { ...seatOf(convener, 'convener'), suspended: true },
    }
    const two = council(suspended, added(seatOf(second, 'convener')))
    expect(ready(as('red_hall'), two).chair).toBe(second)
    expect(ready(as('red_hall', { chair: convener }), two).chair).toBe(convener)
  })

  it('says what is still missing, one thing after the other', () => {
    const of = council()
    const fault = (plan: MeetingPlan) => planFault(plan, ready(plan, of), of)
    expect(fault(as('red_hall', { place: ' ' }))).toMatch('地点')
    expect(fault(as('red_hall', { lines: [newLine(' ')] }))).toMatch('议题')
    expect(fault(as('urgent_whistle', { lines: [newLine()] }))).toMatch('处置的是什么事')
    expect(fault(as('red_hall', { lines: [newLine('一'), newLine('长'.repeat(121))] }))).toMatch('第 2 个议题太长')
    expect(fault(as('red_hall', { lines: Array.from({ length: 101 }, () => newLine('事')) }))).toMatch('最多 100 个')
    expect(fault(as('red_hall', { title: '' }))).toMatch('会议名称')
    expect(fault(as('red_hall'))).toBeNull()
  })

  it('is not convened by a rule that is no longer in force on its day, nor when nobody votes', () => {
    const old = builtInRulePacks.find((rule) => rule.ruleId === 'jmhy_2018')
    if (old === undefined) throw new Error('it is built in')
    const of = council()
    const plan = as('red_hall', { rule: { insteadOf: 'robert_simple', rule: old } })
    expect(planFault(plan, ready(plan, of), of)).toMatch('失效')
    const before = { ...plan, startsAt: Date.parse('2025-12-31T10:00:00Z') }
    expect(planFault(before, ready(before, of), of)).toBeNull()
    const voteless = council({ type: 'seatRevised', data: seatOf(convener, 'convener', false) })
    const vote = as('red_hall')
    expect(planFault(vote, ready(vote, voteless), voteless)).toMatch('表决权')
    const talk = as('craftsmen')
    expect(planFault(talk, ready(talk, voteless), voteless)).toBeNull()
  })

  it.each(builtInFormats.map((format) => [format.name, format] as const))(
    'becomes a command that the host takes: %s',
    (_, format) => {
      const of = council()
      const plan = as(format.formatId)
      const data = councilCommands.conveneMeeting.parse(convening(plan, ready(plan, of), of))
      expect(data.form?.formatId).toBe(format.formatId)
      expect(data.rule === null).toBe(format.decision !== 'vote')
      expect(decideCouncil(of, { type: 'conveneMeeting', data }, { now: NOW }).ok).toBe(true)
    },
  )

  it('sends neither empty lines, nor spaces around words, nor invitations to those who have left', () => {
    const of = council(added(seatOf(guestOfItem, 'public')))
    const first = { ...newLine('飞线充电 '), invited: [guestOfItem, otherGuest], announced: true }
    const plan = as('red_hall', { place: ' 活动室 ', lines: [first, newLine(''), newLine('物业交接')] })
    const data = convening(plan, ready(plan, of), of)
    expect(data.place).toBe('活动室')
    expect(data.agenda).toEqual([
      { itemId: first.itemId, title: '飞线充电', invited: [guestOfItem] },
      { itemId: plan.lines[2]?.itemId, title: '物业交接' },
    ])
    expect(data).not.toHaveProperty('noticedOn')
    const noticed = { ...plan, noticedOn: '2026-10-28' }
    expect(convening(noticed, ready(noticed, of), of)).toMatchObject({
      noticedOn: '2026-10-28',
      agenda: [{ announced: true }, { title: '物业交接' }],
    })
  })

  it('tells the host the times that were given, and none of those that were not', () => {
    const of = council()
    const lines = [{ ...newLine('飞线充电'), minutes: 30 }, newLine('物业交接'), { ...newLine(' '), minutes: 10 }]
    const data = (plan: MeetingPlan) => convening(plan, ready(plan, of), of)
    const timed = data(as('red_hall', { lines, minutes: 90 }))
    expect(timed.plannedMinutes).toBe(90)
    expect(timed.agenda.map(({ minutes }) => minutes)).toEqual([30, undefined])
    expect(councilCommands.conveneMeeting.safeParse(timed).success).toBe(true)
    expect(data(as('red_hall'))).not.toHaveProperty('plannedMinutes')
    expect(data(as('red_hall')).agenda[0]).not.toHaveProperty('minutes')
    const recorded = data(as('urgent_whistle', { lines, minutes: 90 }))
    expect(recorded).not.toHaveProperty('plannedMinutes')
    expect(recorded.agenda[0]).not.toHaveProperty('minutes')
  })

  it('adds up the times of its items, and says when they are more than the meeting has', () => {
    const lines = [{ ...newLine('飞线充电'), minutes: 30 }, newLine('物业交接'), { ...newLine(' '), minutes: 10 }]
    expect(plannedText({ lines: [newLine('一')], minutes: null })).toBeNull()
    expect(plannedText({ lines, minutes: null })).toBe('议题合计 30 分钟')
    expect(plannedText({ lines, minutes: 90 })).toBe('会议 90 分钟')
    expect(itemTimeWords({ lines, minutes: 30 })).toEqual({ words: '议题合计 30 分钟，另有 1 个没写时间', over: false })
    expect(itemTimeWords({ lines: lines.slice(0, 1), minutes: 20 })).toEqual({
      words: '议题合计 30 分钟，比会议时间多 10 分钟',
      over: true,
    })
    expect(itemTimeWords({ lines: [newLine('一')], minutes: 20 }).over).toBe(false)
  })

  it('takes a pasted list without its numbers', () => {
    expect(pastedLines('一、飞线充电整治\n2. 物业交接\n\n（三）其他').map((line) => line.title)).toEqual([
      '飞线充电整治',
      '物业交接',
      '其他',
    ])
  })

  it('is taken up again after a reload, and what is none is not', () => {
    const plan = as('red_hall', { lines: [{ ...newLine('飞线'), invited: [guestOfItem] }], noticedOn: '2026-10-28' })
    expect(isMeetingPlan(JSON.parse(JSON.stringify(plan)))).toBe(true)
    expect(isMeetingPlan({ ...plan, speeches: plainSpeaking })).toBe(true)
    expect(isMeetingPlan({ ...plan, speeches: { times: 1, policy: 'arrival' } })).toBe(false)
    expect(isMeetingPlan({ ...plan, lines: [] })).toBe(false)
    expect(isMeetingPlan({ ...plan, lines: [{ itemId: 'x', title: '' }] })).toBe(false)
    expect(isMeetingPlan(null)).toBe(false)
  })

  it('does not take a draft of an earlier version for a plan', () => {
    const { meetingId, lines } = newPlan()
    const earlier = {
      meetingId,
      title: '2026年11月例会',
      format: '红色议事厅',
      place: '',
      startsAt: null,
      lines: lines.map(({ itemId, title }) => ({ itemId, title })),
      chair: convener,
      scribe: penholder,
      rule: { quorum: 'twoThirds', base: 'entitled', pass: 'half', source: '本会议事规则' },
      speakingSeconds: 120,
    }
    expect(isMeetingPlan(earlier)).toBe(false)
  })
})
