import { readFile } from 'node:fs/promises'
import JSZip from 'jszip'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { othersOf } from '../../shared/meeting/voting/marks.ts'
import { fitsAcross } from '../fixtures/browser/fits.ts'
import { type HallStage, startHallStage } from '../fixtures/browser/hall-stage.ts'
import { signIn } from '../fixtures/browser/hall-vote.ts'
import { lookAt } from '../fixtures/browser/look-at.ts'
import { button, sees, seesNoMore } from '../fixtures/browser/on-page.ts'
import { type VoteDesk, voteDesk } from '../fixtures/browser/vote-desk.ts'

const PATIENCE_MS = 15_000

/** One after the other, as in the hall: each step stands on the ones before it. */
describe.sequential('an election with 另选他人', () => {
  let stage: HallStage
  let desk: Page
  let screen: Page
  let phone: Page
  let votes: VoteDesk

  beforeAll(async () => {
    stage = await startHallStage()
    const { hall } = stage
    await signIn(hall, '主持', '委员乙', '委员丙', '委员丁')
    await hall.act('startItem', { itemId: hall.meeting().agenda[0]?.itemId })
    desk = (await stage.console()).page
    phone = (await stage.seated('委员甲')).page
    screen = (await stage.screen(hall.joinCode)).page
    votes = voteDesk(stage, desk)
  })
  afterAll(() => stage?.close())

  const found = () => othersOf(votes.open().terms.question)
  const field = () => desk.getByRole('textbox', { name: '票上另选的人' })
  const number = (name: string) => desk.getByRole('spinbutton', { name, exact: true })
  const type = async (numbers: Readonly<Record<string, number>>) => {
    for (const [name, value] of Object.entries(numbers)) await number(name).fill(String(value))
  }
  /** Everything written in a Word file that the desk saves, paragraph by paragraph. */
  const saved = async (key: RegExp): Promise<string> => {
    const [download] = await Promise.all([desk.waitForEvent('download'), button(desk, key).first().click()])
    const zip = await JSZip.loadAsync(await readFile(await download.path()))
    const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
    return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('\n')
  }
  const COUNTS = { 收回: 5, 有效: 5, 无效: 0, '王芳：赞成': 2, '王芳：反对': 3, '王芳：弃权': 0 }

  it('is allowed before it opens, and how somebody is elected who is no candidate stands everywhere', async () => {
    await votes.fill({
      how: '选举计票',
      motion: '居民小组长选举计票',
      rows: ['候选人', ['王芳']],
      keys: ['允许另选他人'],
      numbers: { 应选名额: 1 },
      settings: { rule: '不用规则' },
    })
    for (const words of ['连另选的人在内，赞成不能超过 1 名', '没写他姓名的有效票不算赞成他']) await sees(desk, words)
    await desk.getByText('允许另选他人', { exact: true }).evaluate((one) => one.scrollIntoView({ block: 'center' }))
    await lookAt(desk, 'write-ins-form-desk')
    await button(desk, '先拟好，待会儿表决').click()
    await sees(screen, '可以另选他人')
    await sees(phone, '没写他姓名的有效票不算赞成他')
    await button(desk, '开始表决').click()
    await expect.poll(() => votes.open().terms.question, { timeout: PATIENCE_MS }).toMatchObject({ writeIns: true })
  })

  it('names are taken down one by one from the keyboard, before the papers are counted', async () => {
    await button(desk, /给没投的 5 人都发/).click()
    await expect.poll(() => votes.open().issued, { timeout: PATIENCE_MS }).toBe(5)
    await button(desk, '截止投票').click()
    await field().fill('赵小红')
    await field().press('Enter')
    await expect.poll(found, { timeout: PATIENCE_MS }).toEqual(['赵小红'])
    await expect.poll(() => field().inputValue(), { timeout: PATIENCE_MS }).toBe('')
    expect(await field().evaluate((one) => one === document.activeElement)).toBe(true)
    await desk.keyboard.type('钱多')
    await desk.keyboard.press('Enter')
    await expect.poll(found, { timeout: PATIENCE_MS }).toEqual(['赵小红', '钱多'])
    await field().fill('王 芳')
    await field().press('Enter')
    await sees(desk, '这个姓名已经在票数表里')
    await desk.locator('.ant-notification-notice-close').click()
    await field().clear()
    await type({ ...COUNTS, '赵小红（另选）：赞成': 3, '钱多（另选）：赞成': 0 })
    expect(await number('赵小红（另选）：反对').count()).toBe(0)
  })

  it('a name that was taken down wrongly goes, and no number typed beside another name moves', async () => {
    await number('钱多（另选）：赞成').fill('1')
    await button(desk, '删去：赵小红').click()
    await expect.poll(found, { timeout: PATIENCE_MS }).toEqual(['钱多'])
    expect(await number('钱多（另选）：赞成').inputValue()).toBe('1')
    expect(await number('王芳：反对').inputValue()).toBe('3')
    await button(desk, '删去：钱多').click()
    await expect.poll(found, { timeout: PATIENCE_MS }).toEqual([])
    await field().fill('赵小红')
    await field().press('Enter')
    await number('赵小红（另选）：赞成').waitFor()
    expect(await number('赵小红（另选）：赞成').inputValue()).toBe('')
  })

  it('a name that is found after the first count has it counted again, and that is said beside the key', async () => {
    const count = async (counter: string, numbers: Readonly<Record<string, number>>) => {
      const before = votes.open().tallies.length
      await desk.getByRole('combobox', { name: '谁点的票' }).fill(counter)
      await desk.locator('.ant-select-item-option', { hasText: counter }).first().click()
      await type(numbers)
      if (counter === '委员丙') await number('孙大海（另选）：赞成').scrollIntoViewIfNeeded()
      if (counter === '委员丙') await lookAt(desk, 'write-ins-tally-desk')
      await button(desk, '记下点票').click()
      await expect.poll(() => votes.open().tallies.length, { timeout: PATIENCE_MS }).toBe(before + 1)
    }
    await count('委员乙', { ...COUNTS, '赵小红（另选）：赞成': 2 })
    await sees(desk, '点票都要重录')
    await field().scrollIntoViewIfNeeded()
    await lookAt(desk, 'write-ins-again-desk')
    await field().fill('孙大海')
    await button(desk, '补上，点票重录').click()
    await expect.poll(() => votes.open().tallies, { timeout: PATIENCE_MS }).toEqual([])
    const whole = { ...COUNTS, '王芳：赞成': 1, '王芳：反对': 4, '赵小红（另选）：赞成': 3, '孙大海（另选）：赞成': 1 }
    await count('委员丙', whole)
    await count('委员丁', whole)
    await sees(desk, '两遍一致')
    for (const page of [screen, phone]) {
      await seesNoMore(page, '赵小红')
      await seesNoMore(page, '孙大海')
    }
  })

  it('somebody is elected who was no candidate, on every surface and on the result sheet', async () => {
    await votes.end()
    const sentence =
      '应到 6 人，实到 5 人。共 5 票：王芳：赞成 1，反对 4，弃权 0；赵小红（另选）：赞成 3；孙大海（另选）：赞成 1。发出纸票 5 张，收回 5 张，有效 5 张，无效 0 张。按得票多少，当选 1 名：赵小红。'
    expect(votes.verdict().sentence).toBe(sentence)
    for (const page of [desk, phone]) await sees(page, sentence)
    const rows = desk.getByRole('article', { name: '表决结果：居民小组长选举计票' }).locator('tbody tr')
    expect((await rows.allInnerTexts()).map((line) => line.split(/\s+/).filter((word) => word !== ''))).toEqual([
      ['王芳', '1', '4', '0'],
      ['赵小红（另选）', '3', '—', '—', '当选'],
      ['孙大海（另选）', '1', '—', '—'],
    ])
    const shown = async () =>
      (await screen.locator('ol.rows li').allInnerTexts()).map((line) => line.split(/\s+/).join(' '))
    await expect
      .poll(shown, { timeout: PATIENCE_MS })
      .toEqual([
        expect.stringMatching(/^王芳 反对 4 弃权 0 1 票/),
        expect.stringMatching(/^赵小红（另选） 3 票 当选/),
        expect.stringMatching(/^孙大海（另选） 1 票/),
      ])
    await lookAt(desk, 'write-ins-result-desk')
    await lookAt(screen, 'write-ins-result-screen')
    await lookAt(phone, 'write-ins-result-phone')
    await fitsAcross(phone)
    const sheet = await saved(/结果单/)
    for (const words of ['赵小红（另选）', '孙大海（另选）', '当选 1 名：赵小红', '没写他姓名的有效票不算赞成他']) {
      expect(sheet).toContain(words)
    }
    stage.expectCalm()
  })
})
