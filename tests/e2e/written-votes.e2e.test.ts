import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import builtIn from '../../resources/rule-packs.json'
import type { Answer } from '../../shared/client/outbox.ts'
import { chinaDate } from '../../shared/core/china-time.ts'
import { householdId, itemId, meetingId, type SeatId, seatId, voteId } from '../../shared/core/ids.ts'
import type { WrittenOption } from '../../shared/meeting/written-votes/messages.ts'
import { writtenVoteOf } from '../../shared/meeting/written-votes/state.ts'
import { writtenDate } from '../../shared/papers/chinese-dates.ts'
import { rule } from '../../shared/rules/rule.ts'
import { councilStream, meetingStream } from '../../shared/streams/stream-name.ts'
import { checkAxe } from '../fixtures/browser/check-axe.ts'
import { type DeskPerson, type DeskStage, startDeskStage } from '../fixtures/browser/desk-stage.ts'
import { fitsAcross, fitsDown } from '../fixtures/browser/fits.ts'
import { button, sees, step } from '../fixtures/browser/on-page.ts'
import { NOON, runningFrom } from '../fixtures/running-clock.ts'
import { seededBytes } from '../fixtures/seeded-random.ts'
import { until } from '../fixtures/test-hall.ts'

const COUNCIL = '桂花社区'
const TITLE = '更换大门议事会'
const GATE = '同意动用维修资金更换小区大门'
const LAMPS = '同意动用维修资金更换楼道灯'
const SURVEY = '同意周末试行错峰停车'
const ROOF = '同意动用维修资金翻修屋面'
/** Moves in while the papers are out. */
const NEWCOMER = '欧阳新户'
const MATTER = '（五）使用建筑物及其附属设施的维修资金'
const RULE = '业主共同决定·一般事项(一)(二)(三)(四)(五)(九)'
/** As many as the rule asks for. */
const NOTICE_DAYS = 15
const DAY_MS = 24 * 60 * 60 * 1000
const TODAY = chinaDate(NOON)

/** 12 owners, 1200 square metres; the first eight are exactly two thirds of both, and the first five have little of it. */
const owners: readonly (readonly [name: string, area: string])[] = [
  ['赵一', '60.5'],
  ['钱二', '59.5'],
  ['孙三', '60'],
  ['李四', '60'],
  ['周五', '60'],
  ['吴六', '200'],
  ['郑七', '150'],
  ['王八一', '150'],
  ['冯九', '100'],
  ['陈十', '100'],
  ['褚十一', '100'],
  ['卫十二', '100'],
]
/** Lives with 赵一 and owns nothing. */
const SPOUSE = '何阿姨'

const GROUND = `依据：“${RULE}”，《民法典》第二百七十八条第二款（依据待核对）。仅供协商或书面票核算参考，不替代业主大会法定表决程序和当地指定系统。`
const TWO_THIRDS =
  '参与人数达到业主总人数的 2/3（8 人），参与面积达到专有总面积的 2/3（800 平方米）。赞成人数超过参与人数的一半（4 人），'

describe.sequential('papers that go round the houses', () => {
  let stage: DeskStage
  let desk: DeskStage['desk']
  let seats: ReadonlyMap<string, SeatId>
  const meeting = meetingId.mint(seededBytes(7))
  const item = itemId.mint(seededBytes(8))

  beforeAll(async () => {
    stage = await startDeskStage({ now: runningFrom(NOON) })
    desk = stage.desk
    const { client, random } = stage
    const people = owners.map(([name, area], index): DeskPerson => {
      const owner = { flats: index === 0 ? 2 : 1, area }
      const house = `1-${index + 1}01`
      return { name, kind: 'public', voting: true, house, household: householdId.mint(random), owner }
    })
    const shared = people[0]?.household
    seats = await stage.found({ name: COUNCIL, code: 'GHYS', level: 'community' }, [
      { name: '林书记', kind: 'convener', voting: true },
      { name: '沈清明', kind: 'scribe', voting: false },
      ...people,
      { name: SPOUSE, kind: 'public', voting: false, ...(shared === undefined ? {} : { household: shared }) },
    ])
    const { councilId } = stage.council(COUNCIL)
    const answer = await client.send(councilStream(councilId), null, 'conveneMeeting', {
      meetingId: meeting,
      ...{ title: TITLE, format: '红色议事厅', place: '活动室', startsAt: NOON },
      agenda: [{ itemId: item, title: '更换小区大门' }],
      rule: pack('robert_simple'),
      speakingSeconds: 120,
      ...{ chair: seats.get('林书记'), scribe: seats.get('沈清明') },
      noticedOn: daysAgo(NOTICE_DAYS),
    })
    expect(answer).toMatchObject({ ok: true })
    await until(() => client.copies.meeting(meeting)?.phase === 'open')
    await act('startItem', { itemId: item })
  })
  afterAll(() => stage?.close())

  const act = async (type: string, data: object) => {
    const answer: Answer = await stage.client.send(meetingStream(meeting), null, type, data)
    if (!answer.ok) throw new Error(`${type}: ${answer.sentence}`)
  }
  const seat = (name: string): SeatId => {
    const found = seats.get(name)
    if (found === undefined) throw new Error(`nobody is called ${name}`)
    return found
  }
  const votes = () => stage.meeting(TITLE).writtenVotes
  const named = (motion: string) => {
    const found = votes().find((vote) => vote.motion === motion)
    if (found === undefined) throw new Error(`nothing is asked about ${motion}`)
    return found
  }
  const field = () => desk.getByRole('combobox', { name: '票号、门牌或姓名' })
  /** Types whose paper it is, and waits until the page knows. */
  const pick = async (query: string) => {
    await field().fill(query)
    await desk.getByRole('option').first().waitFor()
    await field().press('Enter')
  }
  /** Enters one paper with the keyboard alone, as it is done with a pile of them. */
  const enter = async (number: number, key: '1' | '2' | '3' | '4') => {
    await pick(String(number))
    const marks = desk.getByRole('group', { name: '票上选的' })
    await marks.waitFor()
    await marks.press(key)
    await marks.locator('[aria-pressed="true"]').waitFor()
    await marks.press('Enter')
    await sees(desk, `已记下：${number} 号`)
  }
  const close = async () => {
    await button(desk, '结束，算出结果').click()
    await desk.getByRole('dialog').getByRole('button', { name: '结束，算出结果' }).click()
  }
  /** What the page reads out as the result. */
  const result = () => desk.locator('.verdict').innerText()
  const looksWell = async () => {
    await checkAxe(desk)
    await fitsAcross(desk)
    await fitsDown(desk)
  }

  it('are drawn up from the item, with the rule that fits the matter', async () => {
    await button(desk, '接着开').click()
    await desk.getByRole('tab', { name: /^决/ }).click()
    await desk.getByRole('link', { name: /书面征求意见、业主书面表决/ }).click()
    await desk.getByRole('radio', { name: /业主书面表决/ }).check({ force: true })
    await desk.getByRole('textbox', { name: '表决的事' }).fill(GATE)
    await desk.getByRole('combobox', { name: /是哪一类事项/ }).click()
    await desk.locator('.ant-select-item-option').filter({ hasText: MATTER }).click()
    await sees(desk, RULE)
    await sees(desk, '按会议的公示算')
    await desk.getByLabel('公示日期').fill(writtenDate(daysAgo(NOTICE_DAYS - 3)))
    await desk.getByLabel('公示日期').press('Enter')
    await sees(desk, '还差 3 天')
    expect(await button(desk, '发起，开始发票').isEnabled()).toBe(false)
    await desk.getByLabel('公示日期').fill(writtenDate(daysAgo(NOTICE_DAYS + 5)))
    await desk.getByLabel('公示日期').press('Enter')
    await sees(desk, `到今天 ${NOTICE_DAYS + 5} 天，够`)
    expect(await desk.getByRole('textbox', { name: '业主总人数' }).inputValue()).toBe('12')
    expect(await desk.getByRole('textbox', { name: '专有部分总面积' }).inputValue()).toBe('1200')
    await looksWell()
    await button(desk, '发起，开始发票').click()
    await button(desk, /没发的 12 位全部发/).click()
    await sees(desk, '名单上的都发了票')
    const noticedOn = daysAgo(NOTICE_DAYS + 5)
    const rule = { ruleId: 'yz278_general' }
    expect(named(GATE)).toMatchObject({ kind: 'owners', asked: 12, handedOut: 12, rule, noticedOn })
    await sees(desk, `公示，到发起 ${NOTICE_DAYS + 5} 天`)
  })

  it('are entered by the keyboard, and nobody’s twice', async () => {
    for (const number of [1, 2, 3, 4, 5]) await enter(number, '1')
    for (const number of [6, 7, 8]) await enter(number, '2')
    await enter(9, '4')
    await pick('3')
    await sees(desk, '这一户或业主的票已经收回，不重复计算')
    await looksWell()
    await button(desk, '知道了，录下一张').click()
    await expect(
      act('recordReturn', { voteId: named(GATE).voteId, unitId: seat('孙三'), option: 'against', on: TODAY }),
    ).rejects.toThrow('不重复计算')
    expect(named(GATE).returned).toBe(9)
  })

  it('do not pass where heads carry and area does not, and say each number', async () => {
    await close()
    await desk.locator('.verdict').waitFor()
    expect(await result()).toBe(
      [
        '业主总人数 12 人，专有总面积 1200 平方米；发出 12 份，收回 9 份，有效 8 份，无效 1 份；参与 8 人、800 平方米；',
        '赞成 5 人、300 平方米，反对 3 人、500 平方米，弃权 0 人、0 平方米。',
        `${TWO_THIRDS}赞成面积未超过参与面积的一半（400 平方米），各项须同时满足，未通过。`,
        GROUND,
      ].join(''),
    )
    await looksWell()
    expect(stage.meeting(TITLE).voting.resolutions).toEqual([])
  })

  it('pass where both carry, and what has passed can be given to somebody', async () => {
    const lamps = voteId.mint(stage.random)
    const units = owners.map(([name]) => seat(name))
    await act('openWrittenVote', {
      ...{ voteId: lamps, itemId: item, kind: 'owners', motion: LAMPS, rule: pack('yz278_general') },
      ...{ matter: MATTER, dueOn: null, unitIds: units },
    })
    const papers = units.map((unitId, index) => ({ unitId, number: index + 1 }))
    await act('handOutPapers', { voteId: lamps, papers, on: TODAY })
    for (const [index, unitId] of units.slice(0, 8).entries()) {
      const option: WrittenOption = index < 6 ? 'for' : index === 6 ? 'against' : 'abstain'
      await act('recordReturn', { voteId: lamps, unitId, option, on: TODAY })
    }
    await desk.locator('.written-line', { hasText: LAMPS }).click()
    await sees(desk, '收回 8 / 12')
    await close()
    await sees(desk, '赞成 6 人')
    expect(await result()).toBe(
      [
        '业主总人数 12 人，专有总面积 1200 平方米；发出 12 份，收回 8 份，有效 8 份，无效 0 份；参与 8 人、800 平方米；',
        '赞成 6 人、500 平方米，反对 1 人、150 平方米，弃权 1 人、150 平方米。',
        `${TWO_THIRDS}赞成面积超过参与面积的一半（400 平方米），通过。`,
        GROUND,
      ].join(''),
    )
    expect(stage.meeting(TITLE).voting.resolutions).toMatchObject([{ voteId: lamps, text: LAMPS }])
    await desk.getByRole('heading', { name: '交办' }).waitFor()
  })

  it('ask a household once, whoever of it answers', async () => {
    await button(desk, '发起一件').click()
    await desk.getByRole('radio', { name: /书面征求意见/ }).check({ force: true })
    await desk.getByRole('textbox', { name: '征求意见的事' }).fill(SURVEY)
    await button(desk, '发起，开始发票').click()
    await button(desk, /没发的 14 户全部发/).click()
    await sees(desk, '名单上的都发了票')
    await pick(SPOUSE)
    await desk.getByRole('group', { name: '票上选的' }).press('1')
    await button(desk, '记下，录下一张（回车）').click()
    await sees(desk, '已记下')
    await pick('赵一')
    await sees(desk, '这一户或业主的票已经收回，不重复计算')
    await button(desk, '知道了，录下一张').click()
    expect(named(SURVEY)).toMatchObject({ asked: 14, handedOut: 14, returned: 1 })
  })

  it('reach who came onto the roster later, and a corrected area, with the reason and no ballot touched', async () => {
    const roof = voteId.mint(stage.random)
    const units = [seat('赵一'), seat('钱二')]
    const asked = { itemId: item, kind: 'owners', motion: ROOF, rule: pack('yz278_general'), matter: MATTER }
    await act('openWrittenVote', { ...asked, voteId: roof, dueOn: null, unitIds: units })
    const papers = units.map((unitId, index) => ({ unitId, number: index + 1 }))
    await act('handOutPapers', { voteId: roof, papers, on: TODAY })
    await act('recordReturn', { voteId: roof, unitId: seat('赵一'), option: 'for', on: TODAY })
    await desk.locator('.written-line', { hasText: ROOF }).click()
    await sees(desk, '收回 1 / 2')

    const newcomer = seatId.mint(stage.random)
    const { councilId, seats: roster } = stage.council(COUNCIL)
    const inCouncil = async (type: string, data: object) => {
      expect(await stage.client.send(councilStream(councilId), null, type, data)).toMatchObject({ ok: true })
    }
    await inCouncil('addSeat', { seatId: newcomer, kind: 'public', voting: false, owner: { flats: 1, area: '88.8' } })
    const contact = { seatId: newcomer, name: NEWCOMER, phone: null, house: '9-901' }
    expect(await stage.client.send('contacts', null, 'saveContacts', { contacts: [contact] })).toMatchObject({
      ok: true,
    })
    const corrected = roster.find(({ seatId: one }) => one === seat('赵一'))
    await inCouncil('reviseSeat', { ...corrected, owner: { flats: 2, area: '61' } })

    await desk.getByRole('combobox', { name: '补入名单' }).click()
    await desk.getByRole('combobox', { name: '补入名单' }).fill(NEWCOMER)
    await desk.locator('.ant-select-item-option').filter({ hasText: NEWCOMER }).click()
    await desk.getByRole('radio', { name: '发起以后才列进名册' }).check({ force: true })
    await desk.getByRole('dialog').getByRole('button', { name: '补入名单' }).click()
    await sees(desk, '名单有变动：补入 1 位业主')
    await sees(desk, '名单上 60.5，名册上现在是 61 平方米')
    await button(desk, /^更正面积：.*赵一/).click()
    await desk.getByRole('dialog').getByRole('button', { name: '更正面积' }).click()
    await sees(desk, '补入 1 位业主，更正面积 1 处')
    await looksWell()
    await button(desk, /名单有变动/).click()
    await sees(desk, '面积由 60.5 平方米改为 61 平方米')
    await sees(desk, '原因：发起以后才列进名册')
    await checkAxe(desk)
    await desk
      .getByRole('dialog')
      .getByRole('button', { name: /关闭|Close/ })
      .click()
    await desk.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(named(ROOF)).toMatchObject({
      ...{ asked: 3, handedOut: 2, returned: 1, totals: { owners: 3, area: '209.3' } },
      changes: [
        { unitId: newcomer, area: '88.8', reason: '发起以后才列进名册', by: 'operator' },
        { unitId: seat('赵一'), was: '60.5', area: '61' },
      ],
    })
    await button(desk, /没发的 1 位全部发（3 号）/).click()
    await enter(3, '1')
    await inCouncil('retireSeat', { seatId: newcomer })
    await sees(desk, '9-901　欧阳新户：已不在名册上')
    await looksWell()
    await act('voidWrittenVote', { voteId: roof, reason: '名单差得太多' })
    await sees(desk, '已作废')
    await desk.locator('.written-line', { hasText: SURVEY }).click()
  })

  it('are told of on the hall screen while they are out, as far as they are back', async () => {
    const code = await until(() => stage.client.meetings.find((one) => one.meetingId === meeting)?.joinCode)
    const { page } = await stage.screen(code)
    await sees(page, SURVEY)
    await sees(page, /发出\s*14\s*份\s*收回\s*1\s*份/)
    await fitsAcross(page)
    await fitsDown(page)
    await page.close()
  })

  it('come back after 散会 too, and nothing is sealed before they are counted', async () => {
    await desk.getByRole('link', { name: '回到会议' }).click()
    await act('closeMeeting', {})
    await step(desk, '纪要').click()
    await sees(desk, `议题一的书面表决“${SURVEY}”还没有结束`)
    await expect(act('sealMeeting', {})).rejects.toThrow('书面表决还没有结束')
    await button(desk, '去收票').click()
    await sees(desk, '收回 1 / 14')
    const { returns, units, voteId: asked } = named(SURVEY)
    const back = new Set(returns.map(({ unitId }) => unitId))
    for (const [index, { unitId }] of units
      .filter((unit) => !back.has(unit.unitId))
      .slice(0, 9)
      .entries()) {
      await act('recordReturn', { voteId: asked, unitId, option: index < 7 ? 'for' : 'against', on: TODAY })
    }
    await sees(desk, '收回 10 / 14')
    await close()
    await desk.locator('.verdict').waitFor()
    expect(await result()).toBe(
      '征求 14 户；发出 14 份，收回 10 份，有效 10 份，无效 0 份；赞成 8 户，反对 2 户，弃权 0 户。没有选规则，只计票，不下结论。',
    )
    expect(writtenVoteOf(votes(), asked)?.phase).toBe('closed')
  })

  it('stand in the minutes with their sentences, and the record can be sealed', async () => {
    await desk.getByRole('link', { name: '回到会议' }).click()
    await step(desk, '纪要').click()
    for (const words of [GATE, LAMPS, SURVEY]) await sees(desk, words)
    await sees(desk, '各项须同时满足，未通过')
    await sees(desk, '征求 14 户；发出 14 份，收回 10 份')
    await act('sealMeeting', {})
    await sees(desk, '记录已于')
  })

  it('no page complained on the way', () => stage.expectCalm())
})

const daysAgo = (days: number): string => chinaDate(NOON - days * DAY_MS)

/** A rule as the product brings it. */
function pack(ruleId: string) {
  const found = builtIn.find((one) => one.ruleId === ruleId)
  return rule.parse(found)
}
