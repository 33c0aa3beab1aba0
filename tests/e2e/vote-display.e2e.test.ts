import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ballotId, type VoteId, voteId } from '../../shared/core/ids.ts'
import { plainTerms } from '../../shared/meeting/voting/marks.ts'
import { endsAt } from '../../shared/meeting/voting/state.ts'
import { type HallStage, letIn } from '../fixtures/browser/hall-stage.ts'
import { lookAt } from '../fixtures/browser/look-at.ts'
import { button, sees, seesNoMore, step } from '../fixtures/browser/on-page.ts'
import { castOn, tickOn, type VoteDesk } from '../fixtures/browser/vote-desk.ts'
import { startVoteRoom } from '../fixtures/browser/vote-room.ts'

const PATIENCE_MS = 15_000
/** Of a vote with a clock: as long as a slow machine takes to tick something and to read all pages a few times. */
const SECONDS = 25
/** Any figure of a side, as words and a number or the other way round. */
const FIGURE = /(赞成|反对|弃权)\s*\d|\d\s*票?\s*(赞成|反对|弃权)/

/** One after the other, as in the hall: each step stands on the ones before it. */
describe.sequential('what a vote shows, to whom and when', () => {
  let stage: HallStage
  let desk: Page
  let screen: Page
  let votes: VoteDesk
  let first: Page
  let second: Page

  beforeAll(async () => {
    const room = await startVoteRoom({ withoutPhones: ['主持', '委员丙'] })
    ;({ stage, desk, screen, first, second, votes } = room)
    await step(desk, '表决').click()
  })
  afterAll(() => stage?.close())

  const wordsOn = (page: Page) => page.locator('body').innerText()
  const backInTheHall = async (...phones: readonly Page[]) => {
    for (const phone of phones) await button(phone, '回到会场').click()
  }
  /** How a side stands, as each page draws it: 赞成, 反对, 弃权. */
  const figuresOn = async (page: Page, row: string) =>
    (await page.locator(row).allInnerTexts()).map((text) => Number(/\d+/.exec(text)?.[0]))
  const figuresEverywhere = async (phone: Page) => ({
    desk: await figuresOn(desk, '.past-vote:first-of-type .result-bar li b'),
    screen: await figuresOn(screen, '.bars .bar b'),
    phone: await figuresOn(phone, '.figures li > b'),
  })
  const everywhere = (...figures: readonly number[]) => ({ desk: figures, screen: figures, phone: figures })

  it('where the last press counts a phone may change its choice, and the second one is counted', async () => {
    await votes.begin({
      how: '记名表决',
      motion: '楼道灯换成感应灯',
      settings: { radios: ['截止前可以改，最后一次投的算'] },
    })
    await sees(first, '结束前可以改，以最后一次为准')
    await sees(desk, '可以改，最后一次算')
    await sees(screen, '可以改票，最后一次为准')
    await castOn(second, '赞成')
    await castOn(first, '赞成')
    await sees(first, '表决结束前可以改，以最后一次为准')
    await lookAt(first, 'display-last-press-phone')
    await button(first, '改一改').click()
    await tickOn(first, '反对')
    await lookAt(first, 'display-last-press-change-phone')
    await button(first, '投出这一票').click()
    await expect.poll(async () => /这一票投的是\s+反对/.test(await wordsOn(first)), { timeout: PATIENCE_MS }).toBe(true)
    expect(votes.open().received).toBe(2)
    await votes.end()
    expect(votes.verdict().figures).toMatchObject({ for: 1, against: 1, abstain: 0 })
    await sees(first, /您投的是\s+反对/)
    await backInTheHall(first, second)
  })

  it('where the first press counts no page offers another, and one that is sent past the page is refused', async () => {
    await votes.begin({ how: '记名表决', motion: '门口加一盏灯' })
    await sees(first, '以第一次投出的为准')
    await tickOn(first, '赞成')
    await sees(first, '投出后不能改')
    await button(first, '投出这一票').click()
    await sees(first, '以第一次投出的为准，不能再改')
    expect(await button(first, '改一改').count()).toBe(0)
    expect(await first.getByRole('radio').count()).toBe(0)
    const { hall } = stage
    const { client } = await hall.seated('委员丙')
    const cast = (option: string) => client.castBallot(hall.meetingId, votes.open().voteId, hall.seat('委员丙'), option)
    expect(await cast('for')).toMatchObject({ ok: true })
    expect(await cast('against')).toMatchObject({ ok: false, rejection: { code: 'alreadyVoted' } })
    await castOn(second, '反对')
  })

  it('a result that is held back is seen by the desk alone, also after a reload and by a phone that comes late', async () => {
    await votes.end('结束，先不公布')
    await sees(desk, '结果只有主持人和话事员看得到')
    for (const phone of [first, second]) await sees(phone, '等主持人公布')
    await sees(screen, '表决已结束，等待公布结果')
    const late = (await stage.seated('委员丁')).page
    await sees(late, '等主持人公布')
    for (const page of [first, second, late, screen]) {
      expect(await wordsOn(page)).not.toMatch(FIGURE)
      expect(await page.locator('.figures, .bars, progress').count()).toBe(0)
    }
    await lookAt(desk, 'display-held-desk')
    await lookAt(screen, 'display-held-screen')
    await lookAt(first, 'display-held-phone')
    await lookAt(late, 'display-held-late-phone')
    for (const page of [desk, first, screen]) await page.reload()
    await step(desk, '表决').click()
    await sees(desk, '还没公布')
    await sees(desk, '赞成 2，反对 1，弃权 0')
    await sees(first, '等主持人公布')
    await sees(screen, '等待公布结果')
    for (const page of [first, screen]) expect(await wordsOn(page)).not.toMatch(FIGURE)
    expect(stage.hall.meeting().voting.resolutions).toEqual([])
  })

  it('once it is published the same figures stand everywhere', async () => {
    const sentence =
      '应到 6 人，实到 4 人；赞成 2，反对 1，弃权 0。赞成未超过应到人数的一半（3），未通过。依据：测试用规则。'
    await button(desk, '公布结果').click()
    await expect.poll(() => stage.hall.meeting().voting.held, { timeout: PATIENCE_MS }).toBeNull()
    for (const page of [desk, second]) await sees(page, sentence)
    await expect.poll(() => figuresEverywhere(second), { timeout: PATIENCE_MS }).toEqual(everywhere(2, 1, 0))
    await lookAt(desk, 'display-published-desk')
    await lookAt(screen, 'display-published-screen')
    await lookAt(second, 'display-published-phone')
    await backInTheHall(second)
  })

  /** A vote with a clock that no list of the desk offers. */
  const openFor = async (seconds: number, motion: string): Promise<VoteId> => {
    const { hall } = stage
    const id = voteId.mint(hall.random)
    const terms = { ...plainTerms(hall.meeting().rule), seconds }
    await hall.act('openVote', { voteId: id, itemId: hall.meeting().runningItem, motion, terms })
    for (const page of [desk, screen, first, second]) await sees(page, motion)
    return id
  }
  /** The seconds that each page shows, read at once: those of one moment, by the host's clock. */
  const clocks = async () => {
    const read = async (page: Page) => {
      const found = /(?:还有|还剩)\s*(\d+):(\d\d)/.exec(await wordsOn(page))
      return found === null ? null : Number(found[1]) * 60 + Number(found[2])
    }
    const [phone, hall, chair] = await Promise.all([read(first), read(screen), read(desk)])
    return { phone, hall, chair }
  }

  it('a clock shows the same rest on phone, screen and desk, and never more than was given', async () => {
    await openFor(SECONDS, '车棚装监控')
    await tickOn(first, '赞成')
    let most = 0
    const seen = new Set<number>()
    await expect
      .poll(
        async () => {
          const { chair, hall, phone } = await clocks()
          most = Math.max(most, phone ?? 0, hall ?? 0, chair ?? 0)
          if (phone !== null && phone === hall && phone === chair) seen.add(phone)
          return seen.size
        },
        { timeout: PATIENCE_MS, interval: 100 },
      )
      .toBeGreaterThanOrEqual(3)
    expect(most).toBeLessThanOrEqual(SECONDS)
    await lookAt(first, 'display-clock-phone')
    await lookAt(screen, 'display-clock-screen')
    await lookAt(desk, 'display-clock-desk')
  })

  it('when it has run out phones take nothing more, and say which choice was never handed in', async () => {
    await expect.poll(() => wordsOn(first), { timeout: SECONDS * 1_000 + PATIENCE_MS }).toContain('投票时间到了')
    await sees(first, /您选好了，但没有按“投出”，这一票没有算：\s*赞成/)
    expect(await button(first, '投出这一票').count()).toBe(0)
    await sees(second, '您没有投')
    expect(await wordsOn(second)).not.toContain('您选好了')
    await sees(screen, '时间到')
    await sees(desk, '时间到，手机不能再投')
    await lookAt(first, 'display-time-up-phone')
    await lookAt(screen, 'display-time-up-screen')
    await lookAt(desk, 'display-time-up-desk')
    expect(votes.open().received).toBe(0)
  })

  it('the chair gives more time: what was ticked is ticked still, and is handed in', async () => {
    const before = endsAt(votes.open()) ?? 0
    await button(desk, /60 秒/).click()
    await expect.poll(() => endsAt(votes.open()), { timeout: PATIENCE_MS }).toBeGreaterThan(before)
    await sees(first, /您选的是\s*赞成/)
    const rests = async () => Math.min(...Object.values(await clocks()).map((shown) => shown ?? 0))
    await expect.poll(rests, { timeout: PATIENCE_MS }).toBeGreaterThan(SECONDS)
    await button(first, '投出这一票').click()
    await sees(first, /已记录 \d\d:\d\d/)
  })

  it('when the chair stops voting before the time is up, an unsent choice is named as not counted', async () => {
    await tickOn(second, '弃权')
    await button(desk, '截止投票').click()
    await desk.getByRole('dialog').getByRole('button', { name: '截止投票' }).click()
    await sees(second, '投票已截止，正在计票')
    await sees(second, /您选好了，但没有按“投出”，这一票没有算：\s*弃权/)
    for (const page of [first, screen]) await seesNoMore(page, /还[有剩]\s*\d:\d\d/)
    await lookAt(second, 'display-stopped-unsent-phone')
    await votes.end()
    expect(votes.verdict()).toMatchObject({ channels: { device: 1 }, figures: { for: 1, abstain: 0 } })
    await sees(second, '没有您的票')
    await lookAt(second, 'display-not-voted-phone')
    await backInTheHall(first, second)
  })

  it('who signs in after the opening votes only once the chair has added him', async () => {
    await votes.begin({ how: '记名表决', motion: '广场舞晚上九点结束' })
    const { hall } = stage
    const electors = votes.open().electors.length
    const late = (await stage.knocking('委员戊')).page
    await letIn(hall, '委员戊')
    await sees(late, '表决开始时这个席位还没有签到，这一次不能投')
    expect(await late.getByRole('radio').count()).toBe(0)
    await lookAt(late, 'display-late-comer-phone')
    await sees(desk, '开始后才到，还不能投')
    await lookAt(desk, 'display-late-comer-desk')
    const ballot = { ballotId: ballotId.mint(hall.random), option: 'for', seatId: hall.seat('委员戊') }
    const entry = { voteId: votes.open().voteId, ...ballot }
    const entered = await hall.operator.send(hall.stream, null, 'enterBallot', entry)
    expect(entered).toMatchObject({ ok: false, rejection: { code: 'notAnElector' } })
    await button(desk, '补进委员戊').click()
    await castOn(late, '赞成')
    await sees(screen, `应收 ${electors + 1} 票`)
    await seesNoMore(desk, '开始后才到，还不能投')
    await votes.end()
    expect(votes.verdict().figures).toMatchObject({ for: 1, present: electors + 1 })
    await lookAt(late, 'display-late-comer-result-phone')
    stage.expectCalm()
  })
})
