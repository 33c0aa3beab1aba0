import { describe, expect, inject, test } from 'vitest'
import { checkAxe } from '../fixtures/browser/check-axe.ts'
import { shot } from '../fixtures/browser/shot.ts'
import { startStage } from '../fixtures/browser/stage.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'

const closing = closedAfterEach()

describe('a host that nobody has set up yet', () => {
  test('greets the operator, a phone and a screen in good order', async () => {
    const stage = closing(await startStage())
    const [desk, phone, screen] = await Promise.all([stage.operator(), stage.phone(), stage.screen('000000')])
    for (const [name, { page }] of Object.entries({ desk, phone, screen })) {
      await expect.poll(() => page.locator('#root').innerText()).not.toBe('')
      await page.waitForLoadState('networkidle')
      await shot(page, `first-sight-${name}`)
      await checkAxe(page)
    }
    stage.expectCalm()
  })
})

const floor = inject('chromium109')
describe.skipIf(!floor.ok)('the browser floor', () => {
  test('shows the page of the attendees in Chromium 109', async () => {
    const stage = closing(await startStage({ browser: floor }))
    const { page } = await stage.phone()
    expect(await page.evaluate('navigator.userAgent')).toMatch(/Chrome\/109/)
    await expect.poll(() => page.locator('#root').innerText()).not.toBe('')
    await shot(page, 'first-sight-phone-109')
    stage.expectCalm()
  })
})
