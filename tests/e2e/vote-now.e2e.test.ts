import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resolutionId } from '../../shared/core/ids.ts'
import { checkAxe } from '../fixtures/browser/check-axe.ts'
import { type HallStage, startHallStage } from '../fixtures/browser/hall-stage.ts'
import { signIn } from '../fixtures/browser/hall-vote.ts'
import { button, sees } from '../fixtures/browser/on-page.ts'
import type { Surface } from '../fixtures/browser/stage.ts'
import { until } from '../fixtures/test-hall.ts'

describe.sequential('a vote that is opened with one press', () => {
  let stage: HallStage
  let desk: Surface['page']
  beforeAll(async () => {
    stage = await startHallStage()
    const { hall } = stage
    const [first] = hall.meeting().agenda
    await hall.act('startItem', { itemId: first?.itemId })
    desk = (await stage.console()).page
  })
  afterAll(() => stage?.close())
  const key = () => button(desk, '马上表决')
  const entry = (name: string) => desk.getByRole('menuitem', { name })

  it('says what hinders it, before anybody is there', async () => {
    await key().click()
    await entry('举手点数').waitFor()
    expect(await entry('举手点数').getAttribute('aria-disabled')).toBe('true')
    await sees(desk, '就能表决')
    await desk.keyboard.press('Escape')
    await entry('举手点数').waitFor({ state: 'hidden' })
  })

  it('is chosen by the keyboard, under the rule that it follows', async () => {
    const { hall } = stage
    await signIn(hall, '主持', '委员甲', '委员乙', '委员丙')
    await key().focus()
    await desk.keyboard.press('Enter')
    await entry('记名表决').waitFor()
    await sees(desk, '依据：')
    await checkAxe(desk)
    const names = await desk.getByRole('menuitem').allInnerTexts()
    expect(names).toEqual(['记名表决', '举手点数', '无记名纸票', '手机+举手+纸票', '有没有反对意见'])
    await desk.keyboard.press('ArrowDown')
    await desk.keyboard.press('Enter')
    const vote = await until(() => hall.meeting().voting.open)
    const [item] = hall.meeting().agenda
    expect(vote.motion).toBe(item?.title)
    expect(vote.terms.channels).toEqual({ device: false, hands: 'counted', paper: null })
    expect(vote.terms.rule).toEqual(hall.meeting().rule)
    await desk.getByRole('tab', { name: /^决/, selected: true }).waitFor()
  })

  it('leaves the item unfinished until its result is announced', async () => {
    const { hall } = stage
    const vote = await until(() => hall.meeting().voting.open)
    const { voteId } = vote
    await hall.act('countHands', { voteId, seatIds: null, rows: [{ for: 4, against: 0, abstain: 0 }] })
    await hall.act('closeVote', { voteId, resolutionId: resolutionId.mint(hall.random), hold: true })
    const finish = button(desk, '议完这一项')
    await desk.getByTitle('上一次表决的结果还没有公布').waitFor()
    expect(await finish.isDisabled()).toBe(true)
    await hall.act('publishVote', { voteId, resolutionId: resolutionId.mint(hall.random) })
    await until(() => hall.meeting().voting.held === null)
    await expect.poll(() => finish.isEnabled()).toBe(true)
  })

  it('no page complained on the way', () => stage.expectCalm())
})
