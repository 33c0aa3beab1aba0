import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fitsAcross } from '../fixtures/browser/fits.ts'
import type { HallStage } from '../fixtures/browser/hall-stage.ts'
import { lookAt } from '../fixtures/browser/look-at.ts'
import { button, sees } from '../fixtures/browser/on-page.ts'
import type { VoteDesk } from '../fixtures/browser/vote-desk.ts'
import { startVoteRoom } from '../fixtures/browser/vote-room.ts'

const PATIENCE_MS = 15_000
/** Of everybody on the roster with a vote, and who of them is here. */
const ROOM = '应到 6 人，实到 5 人。'

/** One after the other, as in the hall: each step stands on the ones before it. */
describe.sequential('votes in which several are picked', () => {
  let stage: HallStage
  let desk: Page
  let screen: Page
  let votes: VoteDesk
  let first: Page
  let second: Page

  beforeAll(async () => {
    const room = await startVoteRoom({ withoutPhones: ['主持', '委员丙', '委员丁'] })
    ;({ stage, desk, screen, first, second, votes } = room)
  })
  afterAll(() => stage?.close())

  const handIn = async (phone: Page) => {
    await button(phone, '投出这一票').click()
    await sees(phone, /已记录 \d\d:\d\d/)
  }
  /** What the desk says, and what the phones say, to the letter. */
  const isAnnounced = async (sentence: string) => {
    expect(votes.verdict().sentence).toBe(sentence)
    for (const page of [desk, first, second]) await sees(page, sentence)
  }

  it('exactly two of four are picked: a phone takes no third, says how many are missing, and names the choice', async () => {
    await votes.begin({
      how: '多选',
      motion: '今年先做哪两个项目',
      rows: ['备选项目', ['加装充电桩', '修健身广场', '补种行道树', '装路灯']],
      keys: ['每人正好选'],
      numbers: { 每人选的个数: 2, 选定的个数: 2 },
    })
    const go = button(first, '看一遍这一票')
    const box = (name: string) => first.getByRole('checkbox', { name })
    const label = (name: string) => first.locator('label', { hasText: name })
    await sees(first, '已选 0 项，要选满 2 项')
    await label('加装充电桩').click()
    await sees(first, '已选 1 项，要选满 2 项')
    expect(await go.isDisabled()).toBe(true)
    await label('补种行道树').click()
    await sees(first, '已选 2 项，要换先取消一项')
    expect(await box('装路灯').isDisabled()).toBe(true)
    await label('装路灯').click({ force: true })
    expect(await first.getByRole('checkbox', { checked: true }).count()).toBe(2)
    await lookAt(first, 'kinds-choice-full-phone')
    await go.click()
    await sees(first, '请再看一遍您的票')
    const lines = (await first.locator('.ballot-lines li').allInnerTexts()).map((line) => line.trim())
    expect(lines).toEqual(['加装充电桩', '补种行道树'])
    await expect.poll(() => button(first, '投出这一票').isEnabled(), { timeout: PATIENCE_MS }).toBe(true)
    await lookAt(first, 'kinds-choice-check-phone')
    await handIn(first)
    for (const name of ['加装充电桩', '修健身广场']) await second.locator('label', { hasText: name }).click()
    await button(second, '看一遍这一票').click()
    await handIn(second)
    await votes.enterPapers({ 委员丙: ['加装充电桩', '补种行道树'] })
    await lookAt(desk, 'kinds-choice-open-desk')
    await lookAt(screen, 'kinds-choice-open-screen')
    await votes.end()
    await isAnnounced(
      `${ROOM}共 3 票：加装充电桩 3 票，修健身广场 1 票，补种行道树 2 票，装路灯 0 票。其中手机 2 票，纸票 1 票。按得票多少，选定 2 项：加装充电桩、补种行道树。`,
    )
    const rows = async () =>
      (await screen.locator('ol.rows li').allInnerTexts()).map((line) => line.split(/\s+/).join(' '))
    await expect
      .poll(rows, { timeout: PATIENCE_MS })
      .toEqual(['加装充电桩 3 票 选定', '修健身广场 1 票', '补种行道树 2 票 选定', '装路灯 0 票'])
    await lookAt(screen, 'kinds-choice-result-screen')
    await lookAt(desk, 'kinds-choice-result-desk')
  })

  it('an election on secret papers is counted twice, and of two who are level at the last place neither is elected', async () => {
    await votes.begin({
      how: '选举计票',
      motion: '居民小组长选举计票',
      rows: ['候选人', ['王芳', '李强', '张敏']],
      numbers: { 应选名额: 2 },
      settings: { rule: '不用规则' },
    })
    await button(desk, /给没投的 5 人都发/).click()
    await expect.poll(() => votes.open().issued, { timeout: PATIENCE_MS }).toBe(5)
    await sees(first, /领了 \d 号纸票/)
    await lookAt(first, 'kinds-election-phone')
    await lookAt(screen, 'kinds-election-open-screen')
    await button(desk, '截止投票').click()
    await expect.poll(() => votes.open().stoppedAt, { timeout: PATIENCE_MS }).not.toBeNull()
    const votesFor = { 王芳: [4, 1, 0], 李强: [3, 2, 0], 张敏: [3, 2, 0] } as const
    for (const [entry, counter] of ['委员丙', '委员丁'].entries()) {
      await desk.getByRole('combobox', { name: '谁点的票' }).fill(counter)
      await desk.locator('.ant-select-item-option', { hasText: counter }).first().click()
      const type = (field: string, value: number) =>
        desk.getByRole('spinbutton', { name: field, exact: true }).fill(String(value))
      for (const [field, value] of [
        ['收回', 5],
        ['有效', 5],
        ['无效', 0],
      ] as const) {
        await type(field, value)
      }
      for (const [name, [inFavour, against, abstain]] of Object.entries(votesFor)) {
        await type(`${name}：赞成`, inFavour)
        await type(`${name}：反对`, against)
        await type(`${name}：弃权`, abstain)
      }
      if (entry === 0) await lookAt(desk, 'kinds-election-tally-desk')
      await button(desk, '记下点票').click()
      await expect.poll(() => votes.open().tallies.length, { timeout: PATIENCE_MS }).toBe(entry + 1)
    }
    await sees(desk, '两遍一致')
    await votes.end()
    await isAnnounced(
      `${ROOM}共 5 票：王芳：赞成 4，反对 1，弃权 0；李强：赞成 3，反对 2，弃权 0；张敏：赞成 3，反对 2，弃权 0。发出纸票 5 张，收回 5 张，有效 5 张，无效 0 张。按得票多少，当选 1 名：王芳，还缺 1 名。李强、张敏票数相同，定不了先后，请对他们再投一次。`,
    )
    expect(votes.verdict()).toMatchObject({
      tie: true,
      rows: [{ elected: true }, { elected: false, level: true }, { elected: false, level: true }],
    })
    const elected = desk.getByRole('article', { name: '表决结果：居民小组长选举计票' }).locator('tbody tr')
    expect((await elected.allInnerTexts()).map((line) => line.includes('当选'))).toEqual([true, false, false])
    await sees(screen, '李强、张敏票数相同')
    await lookAt(screen, 'kinds-election-result-screen')
    await lookAt(desk, 'kinds-election-result-desk')
    await lookAt(first, 'kinds-election-result-phone')
    await fitsAcross(first)
    stage.expectCalm()
  })
})
