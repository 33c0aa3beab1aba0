import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ballotId, voteId } from '../../shared/core/ids.ts'
import { voterOf } from '../../shared/meeting/voting/state.ts'
import { templateTerms } from '../../shared/meeting/voting/templates.ts'
import { fitsAcross } from '../fixtures/browser/fits.ts'
import { type HallStage, startHallStage } from '../fixtures/browser/hall-stage.ts'
import { signIn } from '../fixtures/browser/hall-vote.ts'
import { lookAt } from '../fixtures/browser/look-at.ts'
import { button, sees, seesNoMore, step } from '../fixtures/browser/on-page.ts'
import type { TestSeat } from '../fixtures/test-hall.ts'

const PATIENCE_MS = 15_000
const MOTION = '采用透水面层方案，12 月 5 日开工'

const phones = ['委员甲', '委员乙', '委员丙'] as const
const papers = ['委员丁', '委员戊'] as const
const hands = ['主持', '委员己', '委员庚', '委员辛'] as const
const seats: readonly TestSeat[] = [
  { name: '主持', kind: 'convener', voting: true },
  { name: '话事', kind: 'scribe', voting: false },
  ...[...phones, ...papers, ...hands.slice(1)].map((name) => ({ name, kind: 'standing', voting: true }) as const),
  { name: '列席', kind: 'guest', voting: false },
]

/** One after the other, as in the hall: each step stands on the ones before it. */
describe.sequential('votes on the console, three phones and the screen', () => {
  let stage: HallStage
  let desk: Page
  let screen: Page
  const phone = new Map<string, Page>()

  beforeAll(async () => {
    stage = await startHallStage({ seats })
    const { hall } = stage
    await signIn(hall, ...papers, ...hands, '列席')
    await hall.act('startItem', { itemId: hall.meeting().agenda[0]?.itemId })
    desk = (await stage.console()).page
    for (const name of phones) phone.set(name, (await stage.seated(name)).page)
    screen = (await stage.screen(hall.joinCode)).page
  })
  afterAll(() => stage?.close())

  const open = () => {
    const vote = stage.hall.meeting().voting.open
    if (vote === null) throw new Error('no vote is open')
    return vote
  }
  const past = () => stage.hall.meeting().voting.past
  const phoneOf = (name: string): Page => {
    const page = phone.get(name)
    if (page === undefined) throw new Error(`${name} has no phone`)
    return page
  }
  /** The verdict of the vote that ended last. */
  const verdict = async (number: number) => {
    await expect.poll(() => past().length, { timeout: PATIENCE_MS }).toBe(number)
    const vote = past()[number - 1]
    if (vote?.phase !== 'closed') throw new Error('the vote was not published')
    return vote.verdict
  }
  const template = (name: string) =>
    desk.getByRole('radiogroup', { name: '表决方式' }).getByText(name, { exact: true }).click()
  const begin = async (how: string, motion: string) => {
    const voteStep = step(desk, '表决')
    if (!(await desk.getByRole('form', { name: '付表决' }).isVisible())) await voteStep.click()
    const again = button(desk, '这一项再表决一件事')
    await expect
      .poll(async () => {
        if (await again.isVisible()) await again.click()
        return desk.getByRole('form', { name: '付表决' }).isVisible()
      })
      .toBe(true)
    await template(how)
    await desk.getByRole('textbox', { name: '要表决的话' }).fill(motion)
    await button(desk, '开始表决').click()
    await expect.poll(() => stage.hall.meeting().voting.open?.motion, { timeout: PATIENCE_MS }).toBe(motion)
  }
  const castOn = async (name: string, option: string) => {
    const page = phoneOf(name)
    await page.getByRole('radiogroup', { name: '您的意见' }).locator('label', { hasText: option }).click()
    await sees(page, new RegExp(`您选的是\\s*${option}`))
    await button(page, '投出这一票').click()
    await sees(page, /已记录 \d\d:\d\d/)
  }
  const type = (field: string, value: number) =>
    desk.getByRole('spinbutton', { name: field, exact: true }).fill(String(value))
  const issueTo = async (name: string, number: number) => {
    const search = desk.getByRole('combobox', { name: '发给谁' })
    await search.fill(name)
    await desk
      .getByRole('option', { name: new RegExp(name) })
      .first()
      .click()
    await expect.poll(() => voterOf(open(), stage.hall.seat(name))?.number, { timeout: PATIENCE_MS }).toBe(number)
  }
  const tally = async (counter: string, counts: Readonly<Record<string, number>>, warning?: string) => {
    const who = desk.getByRole('combobox', { name: '谁点的票' })
    await who.fill(counter)
    await desk.locator('.ant-select-item-option', { hasText: counter }).first().click()
    for (const [field, value] of Object.entries(counts)) await type(field, value)
    if (warning !== undefined) await sees(desk, warning)
    const before = open().tallies.length
    await button(desk, /记下点票|仍然记下/).click()
    await expect.poll(() => open().tallies.length, { timeout: PATIENCE_MS }).toBeGreaterThanOrEqual(before)
  }
  const close = async () => {
    await button(desk, '结束并公布结果').click()
    const sure = desk.getByRole('dialog').getByRole('button', { name: '结束并公布结果' })
    await expect
      .poll(
        async () => {
          if (await sure.isVisible()) await sure.click()
          return stage.hall.meeting().voting.open
        },
        { timeout: PATIENCE_MS },
      )
      .toBeNull()
  }
  /** A second attempt by another channel, sent past the page that does not offer it: refused, and nothing has changed. */
  const refused = async (kind: string, data: Record<string, unknown>, code = 'votedOtherwise') => {
    const before = open().voters
    const answer = await stage.hall.operator.send(stage.hall.stream, null, kind, { voteId: open().voteId, ...data })
    expect(answer).toMatchObject({ ok: false, rejection: { code } })
    expect(open().voters).toEqual(before)
  }
  const raisedBy = (...names: readonly string[]) => ({
    seatIds: names.map((name) => stage.hall.seat(name)),
    rows: [{ for: names.length }],
  })

  it('a mixed vote begins with one press of its kind, and its rule stands on every surface', async () => {
    await begin('手机+举手+纸票', MOTION)
    for (const page of [desk, screen, ...phone.values()]) {
      await sees(page, MOTION)
      await sees(page, '测试用规则')
    }
    await lookAt(desk, 'votes-mixed-open-desk')
  })

  it('three vote by phone, two take papers, four raise their hands; the roster says by which channel', async () => {
    await castOn('委员甲', '赞成')
    await castOn('委员乙', '赞成')
    await castOn('委员丙', '反对')
    await issueTo('委员丁', 1)
    await issueTo('委员戊', 2)
    await type('赞成', 3)
    await type('反对', 1)
    await sees(desk, '举手表决的人')
    await lookAt(desk, 'votes-mixed-hands-desk')
    await button(desk, '记下举手').click()
    await expect.poll(() => open().hands?.ballots, { timeout: PATIENCE_MS }).toBe(4)
    const channels = [...phones, ...papers, ...hands].map((name) => voterOf(open(), stage.hall.seat(name))?.channel)
    expect(channels).toEqual([
      ...['device', 'device', 'device', 'paper', 'paper'],
      ...['hands', 'hands', 'hands', 'hands'],
    ])
    await sees(desk, '纸票 1 号')
    await sees(screen, '领纸票')
    await lookAt(screen, 'votes-mixed-progress-screen')
    await lookAt(phoneOf('委员甲'), 'votes-mixed-recorded-phone')
  })

  it('nobody votes twice, in whatever order of channels it is tried', async () => {
    const seat = stage.hall.seat
    const counted = [...hands]
    // 手机 first, then 举手 or 纸票.
    await refused('countHands', raisedBy(...counted, '委员甲'))
    await refused('issuePapers', { papers: [{ seatId: seat('委员甲'), number: 9 }] })
    // 纸票 first, then 举手 or a second paper.
    await refused('countHands', raisedBy(...counted, '委员丁'))
    await refused('issuePapers', { papers: [{ seatId: seat('委员丁'), number: 9 }] }, 'paperIssued')
    // 举手 first, then 纸票.
    await refused('issuePapers', { papers: [{ seatId: seat('委员己'), number: 9 }] })
    // 纸票 or 举手 first, then 手机.
    for (const name of ['委员丁', '委员己']) {
      const { client } = await stage.hall.seated(name)
      const answer = await client.castBallot(stage.hall.meetingId, open().voteId, seat(name), 'for')
      expect(answer, name).toMatchObject({ ok: false, rejection: { code: 'votedOtherwise' } })
    }
    // 手机 twice: the page offers no second ballot.
    for (const page of phone.values()) expect(await button(page, '投出这一票').count()).toBe(0)
    // A named entry beside a count of hands is no channel of this vote.
    await refused(
      'enterBallot',
      { ballotId: ballotId.mint(stage.hall.random), option: 'for', seatId: seat('委员庚') },
      'channelClosed',
    )
    expect(open()).toMatchObject({ received: 7, issued: 2 })
  })

  it('the papers are counted by two people, and the result is the sum of all channels, the same on every surface', async () => {
    await button(desk, '截止投票').click()
    await expect.poll(() => open().stoppedAt, { timeout: PATIENCE_MS }).not.toBeNull()
    await sees(screen, '投票已截止')
    const counts = { 收回: 2, 有效: 2, 无效: 0, 赞成: 1, 反对: 1, 弃权: 0 }
    await tally('委员己', counts)
    await tally('委员庚', { ...counts, 赞成: 2, 反对: 0 })
    await sees(desk, '两遍有 2 处不一样')
    await lookAt(desk, 'votes-counts-differ-desk')
    expect(await button(desk, '结束并公布结果').isDisabled()).toBe(true)
    await button(desk, '重录第二遍').click()
    await tally('委员庚', counts)
    await sees(desk, '两遍一致')
    for (const page of [desk, screen, ...phone.values()]) {
      expect(await page.locator('body').innerText()).not.toMatch(/(赞成|反对|弃权)\s*[1-9]\d*(?!\d|\s*秒)/)
    }
    await close()
    const sentence =
      '应到 9 人，实到 9 人；赞成 6，反对 3，弃权 0。其中手机 3 票，举手 4 票，纸票 2 票；发出纸票 2 张，收回 2 张，有效 2 张，无效 0 张。赞成超过应到人数的一半（4.5），通过。'
    expect(await verdict(1)).toMatchObject({ outcome: 'passed', channels: { device: 3, hands: 4, paper: 2 } })
    for (const page of [desk, ...phone.values()]) await sees(page, sentence)
    await sees(screen, '通过')
    await lookAt(desk, 'votes-mixed-result-desk')
    await lookAt(screen, 'votes-mixed-result-screen')
    await lookAt(phoneOf('委员丙'), 'votes-mixed-result-phone')
  })

  it('void and repeat keeps both, with the reason, and begins with the same words', async () => {
    await button(desk, '宣布作废').first().click()
    await desk.getByRole('textbox', { name: '作废的原因' }).fill('开箱时少了一个监票人')
    await desk.getByRole('dialog').getByRole('button', { name: '宣布作废' }).click()
    await sees(screen, '这次表决作废')
    await sees(phoneOf('委员甲'), '开箱时少了一个监票人')
    await expect.poll(() => past()[0]?.phase, { timeout: PATIENCE_MS }).toBe('void')
    expect(stage.hall.meeting().voting.resolutions).toEqual([])
    await expect.poll(() => desk.getByRole('textbox', { name: '要表决的话' }).inputValue()).toBe(MOTION)
    await lookAt(desk, 'votes-void-desk')
  })

  it('held again by hands alone it is a tie: not passed, and no second vote for the chair', async () => {
    await begin('举手点数', MOTION)
    expect(open().repeats).toBe(past()[0]?.voteId)
    for (const page of phone.values()) await sees(page, '举手')
    await lookAt(phoneOf('委员甲'), 'votes-hands-phone')
    await type('赞成', 4)
    await type('反对', 4)
    await type('弃权', 1)
    await button(desk, '记下举手').click()
    await expect.poll(() => open().hands?.ballots, { timeout: PATIENCE_MS }).toBe(9)
    await close()
    const result = await verdict(2)
    expect(result).toMatchObject({ outcome: 'notPassed', passed: false, tie: true })
    for (const page of [desk, ...phone.values()]) await sees(page, '平局不通过，主持人没有第二票')
    expect(past().map(({ phase }) => phase)).toEqual(['void', 'closed'])
    await sees(desk, '开箱时少了一个监票人')
    await lookAt(screen, 'votes-tie-screen')
  })

  it('a paper count that does not balance gives no result, but says which numbers disagree', async () => {
    await begin('无记名纸票', '更换物业服务企业')
    await button(desk, /给没投的 9 人都发/).click()
    await expect.poll(() => open().issued, { timeout: PATIENCE_MS }).toBe(9)
    await sees(phoneOf('委员甲'), /领了 \d 号纸票/)
    await lookAt(phoneOf('委员甲'), 'votes-paper-phone')
    await button(desk, '截止投票').click()
    await expect.poll(() => open().stoppedAt, { timeout: PATIENCE_MS }).not.toBeNull()
    const counts = { 收回: 10, 有效: 9, 无效: 0, 赞成: 5, 反对: 3, 弃权: 1 }
    const warning = '收回 10 张，比发出的 9 张多'
    await tally('委员己', counts, warning)
    await tally('委员庚', counts, warning)
    await close()
    const result = await verdict(3)
    expect(result).toMatchObject({ outcome: 'invalid', valid: false, passed: false, reasons: ['ballotsUnbalanced'] })
    const sentence =
      '票数不平：收回 10 张，比发出的 9 张多；有效加无效是 9 张，收回是 10 张。没有结果，请核对后重新表决。'
    for (const page of [desk, ...phone.values()]) await sees(page, sentence)
    await sees(screen, '无效')
    await lookAt(screen, 'votes-unbalanced-screen')
    await lookAt(desk, 'votes-unbalanced-desk')
  })

  it('several projects are chosen on phones and by hands, each phone reads its choice once more, and a reload keeps it', async () => {
    await step(desk, '表决').click()
    const again = button(desk, '这一项再表决一件事')
    await expect
      .poll(async () => {
        if (await again.isVisible()) await again.click()
        return desk.getByRole('form', { name: '付表决' }).isVisible()
      })
      .toBe(true)
    await template('多选')
    await desk.getByRole('textbox', { name: '要表决的话' }).fill('今年先做哪两个项目')
    await desk.getByRole('textbox', { name: '备选项目' }).fill('1、加装充电桩\n2、修健身广场\n3、补种行道树')
    await desk.getByRole('spinbutton', { name: '每人选的个数' }).fill('2')
    await desk.getByRole('spinbutton', { name: '选定的个数' }).fill('2')
    await button(desk, '开始表决').click()
    await expect
      .poll(() => stage.hall.meeting().voting.open?.motion, { timeout: PATIENCE_MS })
      .toBe('今年先做哪两个项目')
    const page = phoneOf('委员甲')
    await sees(page, '补种行道树')
    await page.locator('label', { hasText: '加装充电桩' }).click()
    await page.locator('label', { hasText: '补种行道树' }).click()
    await page.reload()
    await sees(page, '补种行道树')
    await expect.poll(() => page.getByRole('checkbox', { checked: true }).count(), { timeout: PATIENCE_MS }).toBe(2)
    await lookAt(page, 'votes-choice-phone')
    await fitsAcross(page)
    await button(page, '看一遍这一票').click()
    await button(page, '投出这一票').click()
    await sees(page, /已记录 \d\d:\d\d/)
    await page.reload()
    await sees(page, /已记录 \d\d:\d\d/)
    await close()
    const result = await verdict(4)
    expect(result).toMatchObject({
      outcome: 'passed',
      rows: [{ elected: true }, { elected: false }, { elected: true }],
    })
    await sees(screen, '选定')
    await lookAt(screen, 'votes-choice-screen')
    await sees(desk, '选定 2 项：加装充电桩、补种行道树')
  })

  it('an amendment is voted on first, and the proposal then reads as it was amended', async () => {
    const again = button(desk, '这一项再表决一件事')
    await expect
      .poll(async () => {
        if (await again.isVisible()) await again.click()
        return desk.getByRole('form', { name: '付表决' }).isVisible()
      })
      .toBe(true)
    await template('记名表决')
    await desk.getByRole('textbox', { name: '要表决的话' }).fill('12 月 5 日开工')
    await button(desk, '先拟好，待会儿表决').click()
    for (const page of phone.values()) await button(page, '回到会场').click()
    for (const page of [screen, ...phone.values()]) await sees(page, '12 月 5 日开工')
    for (const page of [screen, ...phone.values()]) await sees(page, '测试用规则')
    await lookAt(screen, 'votes-draft-screen')
    await button(desk, '提修正案').first().click()
    const dialog = desk.getByRole('dialog')
    await lookAt(desk, 'votes-amendment-desk')
    const [change, reading] = [dialog.getByRole('textbox').first(), dialog.getByRole('textbox').nth(1)]
    await change.fill('开工改到 12 月 10 日')
    await reading.fill('12 月 10 日开工')
    await dialog.getByRole('button', { name: '提出', exact: true }).click()
    await expect.poll(() => stage.hall.meeting().voting.drafts.length, { timeout: PATIENCE_MS }).toBe(2)
    await sees(desk, '还有修正案没有表决')
    await lookAt(desk, 'votes-drafts-desk')
    const [proposal, amendment] = stage.hall.meeting().voting.drafts
    const early = await stage.hall.operator.send(stage.hall.stream, null, 'openDraft', { voteId: proposal?.voteId })
    expect(early).toMatchObject({ ok: false, rejection: { code: 'amendmentFirst' } })
    const starts = desk.getByRole('button', { name: '开始表决' })
    await expect.poll(() => starts.count()).toBeGreaterThan(0)
    await stage.hall.act('openDraft', { voteId: amendment?.voteId })
    for (const name of phones) await castOn(name, '赞成')
    for (const name of [...papers, ...hands]) {
      const ballot = { ballotId: ballotId.mint(stage.hall.random), option: 'for', seatId: stage.hall.seat(name) }
      await stage.hall.act('enterBallot', { voteId: amendment?.voteId, ...ballot })
    }
    await close()
    await expect
      .poll(() => stage.hall.meeting().voting.drafts[0]?.motion, { timeout: PATIENCE_MS })
      .toBe('12 月 10 日开工')
    expect(stage.hall.meeting().voting.drafts[0]?.versions.map(({ text }) => text)).toEqual([
      '12 月 5 日开工',
      '12 月 10 日开工',
    ])
    expect(stage.hall.meeting().voting.resolutions.map(({ text }) => text)).not.toContain('12 月 5 日开工')
    await sees(desk, '12 月 10 日开工')
    await seesNoMore(desk, '还有修正案没有表决')
    await lookAt(desk, 'votes-amended-desk')
  })

  it('in 大字 hands, papers and both counts are within reach at the desk, and the phone says what it holds', async () => {
    const { hall } = stage
    const laptop = { width: 1366, height: 768 }
    await desk.setViewportSize(laptop)
    await button(desk, '大字').click()
    await sees(desk, '大字已开')
    const vote = voteId.mint(hall.random)
    const terms = templateTerms('mixed', hall.meeting().rule)
    await hall.act('openVote', { voteId: vote, itemId: hall.meeting().runningItem, motion: MOTION, terms })
    await step(desk, '表决').click()
    await type('赞成', 4)
    await lookAt(desk, 'votes-large-hands-desk')
    await button(desk, '记下举手').scrollIntoViewIfNeeded()
    await fitsAcross(desk)
    await lookAt(desk, 'votes-large-hands-end-desk')
    await hall.act('issuePapers', { voteId: vote, papers: [{ seatId: hall.seat('委员甲'), number: 1 }] })
    await sees(phoneOf('委员甲'), '领了 1 号纸票')
    await hall.act('stopBallots', { voteId: vote })
    await desk.getByRole('spinbutton', { name: '收回' }).scrollIntoViewIfNeeded()
    await fitsAcross(desk)
    await lookAt(desk, 'votes-large-tally-desk')
  })
})
