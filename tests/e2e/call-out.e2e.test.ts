import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { voteId } from '../../shared/core/ids.ts'
import { plainTerms } from '../../shared/meeting/voting/marks.ts'
import type { Terms } from '../../shared/meeting/voting/terms.ts'
import { type HallStage, startHallStage } from '../fixtures/browser/hall-stage.ts'
import { signIn } from '../fixtures/browser/hall-vote.ts'
import { lookAt } from '../fixtures/browser/look-at.ts'
import { button, sees } from '../fixtures/browser/on-page.ts'

const PATIENCE_MS = 15_000
const PEOPLE = ['主持', '委员甲', '委员乙', '委员丙'] as const

/** One after the other, as in the hall: each step stands on the ones before it. */
describe.sequential('papers that are called out one by one', () => {
  let stage: HallStage
  let desk: Page

  beforeAll(async () => {
    stage = await startHallStage()
    await signIn(stage.hall, ...PEOPLE)
    await stage.hall.act('startItem', { itemId: stage.hall.meeting().agenda[0]?.itemId })
    desk = (await stage.console()).page
  })
  afterAll(() => stage?.close())

  const running = () => stage.hall.meeting().voting.open
  const result = () => {
    const last = stage.hall.meeting().voting.past.at(-1)
    return last?.phase === 'closed' ? last.verdict : null
  }
  /** A vote on secret papers whose box is open: everybody here has put one in. */
  const boxOf = async (motion: string, change: Partial<Terms>) => {
    const { hall } = stage
    const channels = { device: false, hands: null, paper: 'secret' } as const
    const terms: Terms = { ...plainTerms(hall.meeting().rule), channels, ...change }
    const vote = voteId.mint(hall.random)
    await hall.act('openVote', { voteId: vote, itemId: hall.meeting().agenda[0]?.itemId, motion, terms })
    const papers = PEOPLE.map((name, index) => ({ seatId: hall.seat(name), number: index + 1 }))
    await hall.act('issuePapers', { voteId: vote, papers })
    await hall.act('stopBallots', { voteId: vote })
    await sees(desk, motion)
  }
  const read = (words: string | RegExp) => sees(desk, words)
  const end = async () => {
    const ended = () => stage.hall.meeting().voting.past.length
    const before = ended()
    await button(desk, '结束并公布结果').click()
    await expect.poll(ended, { timeout: PATIENCE_MS }).toBe(before + 1)
  }

  it('are counted by the keys, each as it is read, and a wrong one is taken back', async () => {
    await boxOf('把路灯修好', {})
    await button(desk, '逐张唱票').click()
    await read('还没有唱票，请念一张，点一张。')
    expect(await button(desk, '记下点票').isDisabled()).toBe(true)
    await desk.keyboard.press('1')
    await desk.keyboard.press('2')
    await desk.keyboard.press('2')
    await read('第 3 张：反对')
    // A digit that no key has counts nothing.
    await desk.keyboard.press('7')
    await button(desk, '撤回上一张').click()
    await read('第 2 张：反对')
    expect(running()?.tallies).toEqual([])
  })

  it('are still there after a reload of the page', async () => {
    await desk.reload()
    await read('第 2 张：反对')
    await desk.getByRole('group', { name: '这张票是' }).getByRole('button', { name: /赞成/ }).click()
    await desk.keyboard.press('0')
    await read('第 4 张：无效')
    await read('数字对得上。')
    await lookAt(desk, 'call-out-motion-desk')
  })

  it('make the count that is entered, and the result', async () => {
    await button(desk, '记下点票').click()
    await expect.poll(() => running()?.tallies.length, { timeout: PATIENCE_MS }).toBe(1)
    await end()
    expect(result()).toMatchObject({
      papers: { issued: 4, returned: 4, valid: 3, invalid: 1 },
      figures: { for: 2, against: 1, abstain: 0 },
    })
  })

  it('of an election are called by the names that are ticked, and too many are an invalid one', async () => {
    const question = { kind: 'election', rows: ['王芳', '李强', '赵敏'], posts: 2 } as const
    await boxOf('选举两名楼栋长', { question, doubleEntry: true })
    await desk.getByRole('combobox', { name: '谁点的票' }).fill('委员甲')
    await desk.locator('.ant-select-item-option', { hasText: '委员甲' }).click()
    await button(desk, '逐张唱票').click()
    await desk.keyboard.press('1')
    await desk.keyboard.press('3')
    await desk.keyboard.press('Enter')
    await read('第 1 张：王芳、赵敏')
    // Nothing was called of the next one: a press too many makes no vote of it.
    await desk.keyboard.press('Enter')
    await read('第 1 张：王芳、赵敏')
    await desk.keyboard.press('1')
    // After a click the keys are where they were.
    await button(desk, /^李强：反对/).click()
    await desk.keyboard.press('Enter')
    await read('第 2 张：王芳、李强反对')
    for (const key of ['1', '2', '3']) await desk.keyboard.press(key)
    await read('赞成了 3 人，最多 2 人：请按“无效票”。')
    // It cannot be taken for a vote by mistake.
    await desk.keyboard.press('Enter')
    await read('第 2 张：王芳、李强反对')
    await button(desk, /^无效票/).click()
    await read('第 3 张：无效')
    await desk.keyboard.press('Enter')
    await read('第 3 张：无效')
    await button(desk, /^空白票/).dblclick()
    await read('第 4 张：一项也没有划')
    await read('发出的 4 张都唱完了，请记下点票。')
    await desk.keyboard.press('1')
    await desk.keyboard.press('Enter')
    await read('第 4 张：一项也没有划')
    expect(await button(desk, /^王芳：弃权/).getAttribute('aria-pressed')).toBe('true')
    await lookAt(desk, 'call-out-election-desk')
    await button(desk, '记下点票').click()
    await expect.poll(() => running()?.tallies.length, { timeout: PATIENCE_MS }).toBe(1)
  })

  it('agree with the sums that a second person typed', async () => {
    await desk.getByRole('combobox', { name: '谁点的票' }).fill('委员乙')
    await desk.locator('.ant-select-item-option', { hasText: '委员乙' }).click()
    const type = (field: string, number: number) =>
      desk.getByRole('spinbutton', { name: field, exact: true }).fill(String(number))
    for (const [field, number] of [
      ['收回', 4],
      ['有效', 3],
      ['无效', 1],
    ] as const)
      await type(field, number)
    const rows = { 王芳: [2, 0, 1], 李强: [0, 1, 2], 赵敏: [1, 0, 2] }
    for (const [name, [inFavour = 0, against = 0, abstain = 0]] of Object.entries(rows)) {
      await type(`${name}：赞成`, inFavour)
      await type(`${name}：反对`, against)
      await type(`${name}：弃权`, abstain)
    }
    await button(desk, '记下点票').click()
    await read('两遍一致')
    await end()
    expect(result()?.rows?.map(({ counts }) => counts)).toEqual([
      { for: 2, against: 0, abstain: 1 },
      { for: 0, against: 1, abstain: 2 },
      { for: 1, against: 0, abstain: 2 },
    ])
  })

  it('keep the paper on the table when a name is written in, and go on where they were', async () => {
    const question = { kind: 'election', rows: ['王芳', '李强', '赵敏'], posts: 2, writeIns: true } as const
    await boxOf('选举一名信息员', { question })
    await button(desk, '逐张唱票').click()
    await desk.keyboard.press('1')
    const name = desk.getByRole('textbox', { name: '票上另选的人' })
    await name.fill('13')
    expect(await button(desk, '补上').isDisabled()).toBe(true)
    await name.fill('孙梅')
    await name.press('Enter')
    await expect.poll(() => running()?.terms.question, { timeout: PATIENCE_MS }).toMatchObject({ others: ['孙梅'] })
    await desk
      .getByRole('group', { name: /另选/ })
      .or(desk.locator('.call-row', { hasText: '孙梅' }))
      .first()
      .waitFor()
    await desk.keyboard.press('4')
    await desk.keyboard.press('Enter')
    await read('第 1 张：王芳、孙梅')
    for (let paper = 0; paper < 3; paper += 1) {
      await desk.keyboard.press('1')
      await desk.keyboard.press('Enter')
      await read(`第 ${paper + 2} 张：王芳`)
    }
    await button(desk, '记下点票').click()
    await expect.poll(() => running()?.tallies.length, { timeout: PATIENCE_MS }).toBe(1)
    await end()
    expect(result()?.rows?.map(({ counts }) => counts['for'])).toEqual([4, 0, 0, 1])
  })
})
