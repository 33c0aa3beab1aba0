import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { voteId } from '../../shared/core/ids.ts'
import { plainTerms } from '../../shared/meeting/voting/marks.ts'
import type { Terms } from '../../shared/meeting/voting/terms.ts'
import { type HallStage, startHallStage } from '../fixtures/browser/hall-stage.ts'
import { signIn } from '../fixtures/browser/hall-vote.ts'
import { lookAt } from '../fixtures/browser/look-at.ts'
import { button, sees } from '../fixtures/browser/on-page.ts'
import { testRule } from '../fixtures/test-hall.ts'

const PATIENCE_MS = 15_000

/** One after the other, as in the hall: each step stands on the ones before it. */
describe.sequential('slips at the desk while people vote', () => {
  let stage: HallStage
  let desk: Page
  let phone: Page

  beforeAll(async () => {
    stage = await startHallStage()
    const { hall } = stage
    await signIn(hall, '主持', '委员乙', '委员丙')
    await hall.act('startItem', { itemId: hall.meeting().agenda[0]?.itemId })
    desk = (await stage.console()).page
    phone = (await stage.seated('委员甲')).page
  })
  afterAll(() => stage?.close())

  const running = () => stage.hall.meeting().voting.open
  const opened = async (motion: string, change: Partial<Terms>) => {
    const { hall } = stage
    const terms = { ...plainTerms(hall.meeting().rule), ...change }
    const itemId = hall.meeting().agenda[0]?.itemId
    await hall.act('openVote', { voteId: voteId.mint(hall.random), itemId, motion, terms })
    await sees(desk, motion)
  }
  const inDialog = (name: string) => desk.getByRole('dialog').getByRole('button', { name })

  it('a ballot that was entered by mistake is taken back with the reason, and the voter is free again', async () => {
    await opened('把路灯修好', {})
    await button(desk, '代录举手、纸票').click()
    await desk.getByRole('dialog').locator('li', { hasText: '委员乙' }).getByText('赞成', { exact: true }).click()
    await inDialog('记下 1 票').click()
    await expect.poll(() => running()?.received, { timeout: PATIENCE_MS }).toBe(1)
    if (await inDialog('先不录').isVisible()) await inDialog('先不录').click()
    await lookAt(desk, 'slips-entered-desk')
    await button(desk, '撤回重录委员乙的票').click()
    await lookAt(desk, 'slips-withdraw-desk')
    await inDialog('撤回这一票').click()
    await expect.poll(() => running()?.received, { timeout: PATIENCE_MS }).toBe(0)
    expect(running()?.voters).toEqual([])
  })

  it('before voting stops those who have not voted are named, and nothing stops until that is confirmed', async () => {
    await button(desk, '截止投票').click()
    await sees(desk, '截止后不能补投')
    await lookAt(desk, 'slips-stopping-desk')
    await inDialog('再等等').click()
    expect(running()?.stoppedAt).toBeNull()
    await button(desk, '截止投票').click()
    await inDialog('截止投票').click()
    await expect.poll(() => running()?.stoppedAt ?? null, { timeout: PATIENCE_MS }).not.toBeNull()
    await button(desk, '作废重投').click()
    await desk.getByRole('textbox', { name: '作废的原因' }).fill('话念错了')
    await inDialog('宣布作废').click()
  })

  it('another matter is not taken for the void vote once the tick is removed', async () => {
    const again = desk.getByRole('checkbox', { name: '这是上一次作废的表决重投' })
    await again.waitFor()
    expect(await again.isChecked()).toBe(true)
    await lookAt(desk, 'slips-repeating-desk')
    await again.uncheck()
    await desk.getByRole('textbox', { name: '要表决的话' }).fill('另买一台割草机')
    await button(desk, '开始表决').click()
    await expect.poll(() => running()?.motion, { timeout: PATIENCE_MS }).toBe('另买一台割草机')
    expect(running()?.repeats).toBeNull()
    await stage.hall.act('voidVote', { voteId: running()?.voteId, reason: '换一种方式' })
  })

  it('hands are counted after voting has stopped, and that nobody raised one is an answer', async () => {
    await opened('先修哪里', { channels: { device: true, hands: 'counted', paper: null } })
    await button(desk, '截止投票').click()
    await sees(desk, '举手的不要紧')
    await inDialog('截止投票').click()
    await sees(desk, '举手还能点数')
    await lookAt(desk, 'slips-hands-after-desk')
    expect(await button(desk, '结束并公布结果').isDisabled()).toBe(true)
    await button(desk, '没有人举手').click()
    await expect.poll(() => running()?.hands?.seatIds, { timeout: PATIENCE_MS }).toEqual([])
    await button(desk, '重新点数').click()
    await desk.getByRole('spinbutton', { name: '赞成', exact: true }).fill('3')
    await button(desk, '记下举手').click()
    await expect.poll(() => running()?.hands?.ballots, { timeout: PATIENCE_MS }).toBe(3)
    await stage.hall.act('voidVote', { voteId: running()?.voteId, reason: '下一件' })
  })

  it('on 无异议 people read who objects, not how many ballots are missing', async () => {
    const channels = { device: true, hands: 'named', paper: null } as const
    // Silence is no vote in favour where the share is taken of 应到.
    const rule = { ...testRule, pass: { ...testRule.pass, den: 'present' as const } }
    await opened('同意议程', { question: { kind: 'objection' }, channels, display: 'live', rule })
    await phone.getByText('同意议程').first().waitFor()
    const body = () => phone.locator('body').innerText()
    expect(await body()).not.toContain('应收')
    expect(await body()).toContain('还没有人反对')
    await phone.getByText('我反对').click()
    await button(phone, '投出这一票').click()
    await sees(phone, '1 人有反对意见')
    expect(await body()).not.toContain('应收')
    await lookAt(phone, 'slips-objection-phone')
    stage.expectCalm()
  })
})
