import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import builtIn from '../../resources/rule-packs.json'
import type { Answer } from '../../shared/client/outbox.ts'
import { chinaDate } from '../../shared/core/china-time.ts'
import { itemId, meetingId, resolutionId, type SeatId, speechId, type VoteId, voteId } from '../../shared/core/ids.ts'
import type { WrittenOption } from '../../shared/meeting/written-votes/messages.ts'
import { rule } from '../../shared/rules/rule.ts'
import { councilStream, meetingStream } from '../../shared/streams/stream-name.ts'
import { type DeskPerson, type DeskStage, startDeskStage } from '../fixtures/browser/desk-stage.ts'
import { fitsAcross, fitsDown } from '../fixtures/browser/fits.ts'
import { lookAt } from '../fixtures/browser/look-at.ts'
import { sees, seesNoMore } from '../fixtures/browser/on-page.ts'
import { NOON, runningFrom } from '../fixtures/running-clock.ts'
import { seededBytes } from '../fixtures/seeded-random.ts'
import { until } from '../fixtures/test-hall.ts'

const COUNCIL = '桂花社区'
const GATE = '同意动用建筑物及其附属设施维修资金更换小区东西两个大门，并加装人脸识别门禁'
const LONG = `${GATE}，改造费用预算 38.6 万元，由三家单位公开比价后确定施工方，明年 3 月底前完工并在小区公告栏公示决算；原有岗亭保留`
const LAMPS = '同意动用维修资金更换楼道灯'
const SURVEY = '同意周末试行错峰停车'
const MATTER = '（五）使用建筑物及其附属设施的维修资金'
const DAY_MS = 24 * 60 * 60 * 1000
const TODAY = chinaDate(NOON)
const IN_FIVE_DAYS = chinaDate(NOON + 5 * DAY_MS)
const PROJECTORS = [
  { size: 'old', width: 1024, height: 768 },
  { size: 'wide', width: 1366, height: 768 },
] as const
/** 12 owners, 1200 square metres. */
const AREAS = ['60.5', '59.5', '60', '60', '60', '200', '150.25', '150', '100', '100', '99.75', '100']

/** In the page: parts of which something is cut off at their foot. */
const CUT = `[...document.querySelectorAll('main, .written, .written-result')]
  .filter((one) => one.scrollHeight > one.clientHeight + 1).map((one) => one.className || one.tagName)`

/** What an audience is told of papers that go round the houses while it meets. */
describe.sequential('written votes on the hall screen', () => {
  let stage: DeskStage
  let screen: Page
  let seats: ReadonlyMap<string, SeatId>
  const meeting = meetingId.mint(seededBytes(7))
  const item = itemId.mint(seededBytes(8))
  const owners = AREAS.map((_, index) => `业主${index + 1}`)

  beforeAll(async () => {
    stage = await startDeskStage({ now: runningFrom(NOON) })
    const { client } = stage
    const people = owners.map((name, index): DeskPerson => {
      const owner = { flats: 1, area: AREAS[index] ?? '60' }
      return { name, kind: 'public', voting: true, house: `1-${index + 1}01`, owner }
    })
    seats = await stage.found({ name: COUNCIL, code: 'GHYS', level: 'community' }, [
      { name: '林书记', kind: 'convener', voting: true },
      { name: '沈清明', kind: 'scribe', voting: false },
      ...people,
    ])
    const answer = await client.send(councilStream(stage.council(COUNCIL).councilId), null, 'conveneMeeting', {
      meetingId: meeting,
      ...{ title: '更换大门议事会', format: '红色议事厅', place: '活动室', startsAt: NOON },
      agenda: [{ itemId: item, title: '更换小区大门和楼道灯' }],
      rule: pack('robert_simple'),
      speakingSeconds: 120,
      ...{ chair: seat('林书记'), scribe: seat('沈清明') },
      noticedOn: chinaDate(NOON - 20 * DAY_MS),
    })
    expect(answer).toMatchObject({ ok: true })
    await until(() => client.copies.meeting(meeting)?.phase === 'open')
    const code = await until(() => client.meetings.find((one) => one.meetingId === meeting)?.joinCode)
    await act('startItem', { itemId: item })
    screen = (await stage.screen(code)).page
  })
  afterAll(() => stage?.close())

  const act = async (type: string, data: object) => {
    const answer: Answer = await stage.client.send(meetingStream(meeting), null, type, data)
    if (!answer.ok) throw new Error(`${type}: ${answer.sentence}`)
  }
  function seat(name: string): SeatId {
    const found = seats.get(name)
    if (found === undefined) throw new Error(`nobody is called ${name}`)
    return found
  }
  const ask = async (kind: 'owners' | 'survey', motion: string, ruleId: string | null, dueOn: string | null) => {
    const vote = voteId.mint(stage.random)
    const unitIds = owners.map(seat)
    await act('openWrittenVote', {
      ...{ voteId: vote, itemId: item, kind, motion, rule: ruleId === null ? null : pack(ruleId), dueOn, unitIds },
      ...(kind === 'owners' ? { matter: MATTER } : {}),
    })
    const papers = unitIds.map((unitId, index) => ({ unitId, number: index + 1 }))
    await act('handOutPapers', { voteId: vote, papers, on: TODAY })
    return vote
  }
  const comesBack = async (vote: VoteId, options: readonly WrittenOption[]) => {
    for (const [index, option] of options.entries()) {
      await act('recordReturn', { voteId: vote, unitId: seat(owners[index] ?? ''), option, on: TODAY })
    }
  }
  const close = (vote: VoteId) =>
    act('closeWrittenVote', { voteId: vote, resolutionId: resolutionId.mint(stage.random) })
  const looksWell = async (name: string) => {
    for (const { size, width, height } of PROJECTORS) {
      await screen.setViewportSize({ width, height })
      await fitsAcross(screen)
      await fitsDown(screen)
      expect(await screen.evaluate(CUT), `${name} ${size}`).toEqual([])
      await lookAt(screen, `written-screen-${name}-${size}`)
    }
  }
  let gate: VoteId
  let survey: VoteId

  it('while the papers are out: what is asked, by which rule, until when, and how many are back', async () => {
    gate = await ask('owners', GATE, 'yz278_general', IN_FIVE_DAYS)
    await comesBack(gate, ['for', 'for', 'for', 'for', 'for', 'against', 'against', 'against', 'invalid'])
    for (const words of ['业主书面票', GATE, '还有 5 天', '业主 12 人，1200 平方米']) await sees(screen, words)
    await sees(screen, /发出\s*12\s*份/)
    await sees(screen, /收回\s*9\s*份/)
    await sees(screen, '赞成人数、赞成面积均超过参与表决的一半为通过')
    await sees(screen, '第二百七十八条')
    expect(await screen.locator('main').innerText()).not.toMatch(/赞成\s*\d|反对\s*\d/)
    await looksWell('open')
  })

  it('several beside each other in a list', async () => {
    survey = await ask('survey', SURVEY, null, null)
    await comesBack(survey, ['for', 'for', 'against'])
    for (const words of ['2 件在书面表决', '业主书面票', '入户问卷', SURVEY]) await sees(screen, words)
    await looksWell('several')
  })

  it('of a long question the words in full, and in turns the rule', async () => {
    await act('voidWrittenVote', { voteId: survey, reason: '换一张问卷' })
    await act('voidWrittenVote', { voteId: gate, reason: '要写得更清楚' })
    const long = await ask('owners', LONG, 'yz278_general', null)
    await sees(screen, LONG)
    await looksWell('long')
    await sees(screen, '方为有效')
    await looksWell('long-rule')
    await act('voidWrittenVote', { voteId: long, reason: '太长了' })
    gate = await ask('owners', GATE, 'yz278_general', IN_FIVE_DAYS)
    await comesBack(gate, ['for', 'for', 'for', 'for', 'for', 'against', 'against', 'against', 'invalid'])
    survey = await ask('survey', SURVEY, null, null)
    await comesBack(survey, ['for', 'for', 'against'])
  })

  it('never over the clock of somebody who speaks, nor over a vote of the room', async () => {
    await act('signIn', { seatId: seat('业主1') })
    const speech = speechId.mint(stage.random)
    await act('requestFloor', { speechId: speech, seatId: seat('业主1'), kind: 'ordinary', stance: 'for' })
    await act('callNextSpeaker', {})
    await sees(screen, '正在发言')
    await close(survey)
    await sees(screen, '正在发言')
    await seesNoMore(screen, '收回')
    await act('endSpeech', { speechId: speech })
    await sees(screen, '入户问卷的结果')
    await looksWell('survey-result')
    const vote = voteId.mint(stage.random)
    await act('openVote', { voteId: vote, itemId: item, motion: '先换东门' })
    await sees(screen, '先换东门')
    await seesNoMore(screen, '入户问卷')
    await act('voidVote', { voteId: vote, reason: '改天再表决' })
    await sees(screen, '这次表决作废')
  })

  it('once they are counted: heads and area with what was asked of them, and the sentence', async () => {
    await close(gate)
    await sees(screen, '业主书面票的结果')
    for (const words of [
      '人数（人）',
      '面积（平方米）',
      '62.5%',
      '800.25',
      '须达 800',
      '收回 9 份，有效 8 份，无效 1 份',
      '各项须同时满足，未通过',
    ]) {
      await sees(screen, words)
    }
    await looksWell('owners-result')
    const lamps = await ask('owners', LAMPS, 'yz278_general', null)
    await comesBack(lamps, ['for', 'for', 'for', 'for', 'for', 'for', 'for', 'against', 'abstain'])
    await close(lamps)
    await sees(screen, LAMPS)
    await sees(screen, '通过')
    await looksWell('owners-passed')
  })

  it('and once a result that was announced is annulled: that it is void, and why', async () => {
    await act('voidWrittenVote', { voteId: gate, reason: '三张票的业主不对' })
    for (const words of [GATE, '这次业主书面票作废', '原因：三张票的业主不对', '原来公布的结果不算']) {
      await sees(screen, words)
    }
    await seesNoMore(screen, LAMPS)
    await looksWell('annulled')
  })

  it('and no page complained on the way', () => stage.expectCalm())
})

/** A rule as the product brings it. */
function pack(ruleId: string) {
  const found = builtIn.find((one) => one.ruleId === ruleId)
  return rule.parse(found)
}
