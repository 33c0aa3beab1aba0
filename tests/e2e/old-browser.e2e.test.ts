import { describe, expect, inject, test } from 'vitest'
import { startHallStage } from '../fixtures/browser/hall-stage.ts'
import { closeVote, enterBallots, openVote, signIn } from '../fixtures/browser/hall-vote.ts'
import { lookAt } from '../fixtures/browser/look-at.ts'
import { button, sees } from '../fixtures/browser/on-page.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { until } from '../fixtures/test-hall.ts'

const closing = closedAfterEach()
const floor = inject('chromium109')
const MOTION = '在四楼平台铺设塑胶跑道'

/** The oldest browser that can take part: a phone of 2023 that nobody has updated. Where there is none, the set-up says so. */
describe.skipIf(!floor.ok)('a phone with Chromium 109', () => {
  test('takes part from the door to the result', async () => {
    const stage = closing(await startHallStage({ browser: floor }))
    const { hall } = stage
    const { page } = await stage.seated('委员甲')
    expect(await page.evaluate('navigator.userAgent')).toMatch(/Chrome\/109/)
    await lookAt(page, 'chromium109-hall')

    await signIn(hall, '主持', '委员乙', '委员丙', '委员丁', '委员戊')
    await hall.act('startItem', { itemId: hall.meeting().agenda[0]?.itemId })
    await button(page, '我要发言').click()
    await button(page, '赞成').click()
    await sees(page, '下一位就是您')
    await hall.act('callNextSpeaker', {})
    await sees(page, '请您发言')
    await expect.poll(() => page.getByRole('timer').innerText(), { timeout: 15_000 }).toMatch(/^[12]:\d\d$/)
    await lookAt(page, 'chromium109-speaking')
    await button(page, '说完了').click()
    await until(() => hall.meeting().floor.speaking === null, 'the end of the speech')

    await button(page, '记两句，或看别人记的').click()
    await page.locator('.notes-text[contenteditable=true]').click()
    await page.keyboard.type('水泥地硌脚，老人走着不稳。')
    await sees(page, /已存盘 \d\d:\d\d:\d\d/)
    await sees(page, '水泥地硌脚，老人走着不稳。')
    await lookAt(page, 'chromium109-notes')
    await button(page, '返回会场').click()

    const vote = await openVote(hall, MOTION)
    await sees(page, MOTION)
    await page.getByRole('radiogroup', { name: '您的意见' }).locator('label', { hasText: '赞成' }).click()
    await sees(page, /您选的是\s*赞成/)
    await lookAt(page, 'chromium109-vote')
    await button(page, '投出这一票').click()
    await sees(page, /已记录 \d\d:\d\d/)
    await enterBallots(hall, vote, { 委员乙: 'for', 委员丙: 'for', 委员丁: 'for', 委员戊: 'against' })
    await closeVote(hall, vote)
    await sees(page, '应到 6 人，实到 6 人；赞成 4，反对 1，弃权 0。')
    await lookAt(page, 'chromium109-result')
    await button(page, '回到会场').click()
    await button(page, '议程和结果').click()
    await sees(page, '通过')
    stage.expectCalm()
  })
})
