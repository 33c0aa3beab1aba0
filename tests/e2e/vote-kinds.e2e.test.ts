import { readFile } from 'node:fs/promises'
import JSZip from 'jszip'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Rule } from '../../shared/rules/rule.ts'
import type { HallStage } from '../fixtures/browser/hall-stage.ts'
import { lookAt } from '../fixtures/browser/look-at.ts'
import { button, sees, seesNoMore } from '../fixtures/browser/on-page.ts'
import type { VoteDesk } from '../fixtures/browser/vote-desk.ts'
import { startVoteRoom } from '../fixtures/browser/vote-room.ts'
import { testRule } from '../fixtures/test-hall.ts'

const PATIENCE_MS = 15_000
const DETAILS = '评议用年初合同的十二条标准，结果报街道，作为续聘的参考。'
/** Of everybody on the roster with a vote, and who of them is here. */
const ROOM = '应到 6 人，实到 5 人。'
/** Of those who are present: the silence of those who are away agrees to nothing. */
const presentRule: Rule = {
  ...testRule,
  ruleId: 'test_present_rule',
  pass: { den: 'present', op: '>', share: { num: 1, den: 2 } },
}

/** One after the other, as in the hall: each step stands on the ones before it. */
describe.sequential('kinds of votes other than the plain one', () => {
  let stage: HallStage
  let desk: Page
  let screen: Page
  let votes: VoteDesk
  let first: Page
  let second: Page

  beforeAll(async () => {
    const room = await startVoteRoom({ rule: presentRule, withoutPhones: ['主持', '委员丙', '委员丁'] })
    ;({ stage, desk, screen, first, second, votes } = room)
    await desk.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  })
  afterAll(() => stage?.close())

  const backInTheHall = async () => {
    for (const phone of [first, second]) await button(phone, '回到会场').click()
  }
  /** On a phone: a key for each object, read once more, handed in. */
  const assessOn = async (phone: Page, marks: Readonly<Record<string, string>>) => {
    for (const [object, mark] of Object.entries(marks)) {
      const key = new RegExp(`^${mark}$`)
      await phone.getByRole('radiogroup', { name: object }).locator('label', { hasText: key }).click()
    }
    await sees(phone, '每一项都评了')
    await button(phone, '看一遍这一票').click()
    await sees(phone, '请再看一遍您的票')
  }
  const handIn = async (phone: Page) => {
    await button(phone, '投出这一票').click()
    await sees(phone, /已记录 \d\d:\d\d/)
  }
  /** What the desk says, and what the phones say, to the letter; the screen leaves out what its figures show. */
  const isAnnounced = async (sentence: string) => {
    expect(votes.verdict().sentence).toBe(sentence)
    for (const page of [desk, first, second]) await sees(page, sentence)
  }
  const copied = async (): Promise<string> => {
    const copy = desk.getByRole('dialog', { name: '微信文本' })
    await button(desk, '微信文本').first().click()
    await copy.getByRole('button', { name: '复制' }).click()
    await copy.waitFor({ state: 'hidden' })
    return String(await desk.evaluate('navigator.clipboard.readText()'))
  }
  /** Everything written in a Word file that the desk saves, paragraph by paragraph. */
  const savedWords = async (key: RegExp): Promise<readonly string[]> => {
    const [download] = await Promise.all([desk.waitForEvent('download'), button(desk, key).first().click()])
    expect(download.suggestedFilename()).toMatch(/评议月汇总.*\.docx$/)
    const zip = await JSZip.loadAsync(await readFile(await download.path()))
    const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
    return xml
      .split('</w:p>')
      .map((part) => [...part.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''))
      .filter((text) => text !== '')
  }

  it('评议 is drafted with its objects and materials, and all of that is read everywhere before it opens', async () => {
    await votes.fill({
      how: '评议',
      motion: '11 月物业服务评议',
      rows: ['评议对象', ['物业服务', '保洁', '绿化养护']],
      keys: ['打分'],
      settings: { details: DETAILS },
    })
    await lookAt(desk, 'kinds-assessment-form-desk')
    await button(desk, '先拟好，待会儿表决').click()
    for (const page of [desk, screen, first, second]) {
      for (const words of ['11 月物业服务评议', '物业服务', '保洁', '绿化养护']) await sees(page, words)
      await sees(page, /只(作)?统计，不(作通过与否的判定|判定通过不通过)/)
    }
    for (const page of [desk, first, second]) await sees(page, DETAILS)
    for (const page of [desk, screen]) await sees(page, '每项打 0 到 10 分')
    await lookAt(desk, 'kinds-assessment-draft-desk')
    await lookAt(screen, 'kinds-assessment-draft-screen')
    await lookAt(first, 'kinds-assessment-draft-phone')
  })

  it('points given by two phones and on a paper come to exact averages, the same everywhere', async () => {
    await button(desk, '开始表决').click()
    await sees(first, '还有 3 项没评')
    for (const page of [desk, first]) await sees(page, DETAILS)
    await lookAt(first, 'kinds-assessment-open-phone')
    await lookAt(screen, 'kinds-assessment-open-screen')
    await assessOn(first, { 物业服务: '8 分', 保洁: '7 分', 绿化养护: '10 分' })
    expect(await first.locator('.ballot-lines li').allInnerTexts()).toEqual([
      expect.stringMatching(/^物业服务\s+8 分$/),
      expect.stringMatching(/^保洁\s+7 分$/),
      expect.stringMatching(/^绿化养护\s+10 分$/),
    ])
    await expect.poll(() => button(first, '投出这一票').isEnabled(), { timeout: PATIENCE_MS }).toBe(true)
    await lookAt(first, 'kinds-assessment-check-phone')
    await handIn(first)
    await assessOn(second, { 物业服务: '9 分', 保洁: '7 分', 绿化养护: '3 分' })
    await handIn(second)
    await votes.enterPapers({ 委员丙: ['8 分', '0 分', '8 分'] })
    await lookAt(desk, 'kinds-assessment-open-desk')
    await votes.end()
    // (8 + 9 + 8) / 3, (7 + 7 + 0) / 3, (10 + 3 + 8) / 3.
    await isAnnounced(
      `${ROOM}物业服务：3 人打分，平均约 8.33 分；保洁：3 人打分，平均约 4.67 分；绿化养护：3 人打分，平均 7 分。其中手机 2 票，纸票 1 票。只作统计，不作通过与否的判定。`,
    )
    for (const average of [/平均约 8\.33 分，3 人打分/, /平均约 4\.67 分，3 人打分/, /平均 7 分，3 人打分/]) {
      await sees(first, average)
    }
    const shown = screen.locator('table tbody tr')
    const cells = async () => (await shown.allInnerTexts()).map((line) => line.split(/\s+/))
    await expect.poll(cells, { timeout: PATIENCE_MS }).toEqual([
      ['物业服务', '3', '人', '约', '8.33'],
      ['保洁', '3', '人', '约', '4.67'],
      ['绿化养护', '3', '人', '7'],
    ])
    // A bar for each, as long as its average is of ten points.
    const bars = screen.locator('table tbody .share')
    const widths = (await bars.evaluateAll((all) => all.map((bar) => bar.getAttribute('style')))).map(
      (style) => /width: ([\d.]+)%/.exec(style ?? '')?.[1] ?? '',
    )
    expect(widths.map((width) => Math.round(Number(width) * 10))).toEqual([833, 467, 700])
    await lookAt(desk, 'kinds-assessment-result-desk')
    await lookAt(screen, 'kinds-assessment-result-screen')
    await lookAt(second, 'kinds-assessment-result-phone')
  })

  it('the text for WeChat holds every average', async () => {
    const text = await copied()
    for (const words of ['11 月物业服务评议', '约 8.33', '约 4.67', '绿化养护']) expect(text).toContain(words)
    await seesNoMore(desk, '发群里用的')
  })

  it('满意度 is asked in four words, and the table of the months holds both assessments', async () => {
    await backInTheHall()
    await votes.begin({ how: '评议', motion: '电梯维保评议', rows: ['评议对象', ['电梯维保']], keys: ['满意度'] })
    await sees(first, '还有 1 项没评')
    await lookAt(first, 'kinds-satisfaction-open-phone')
    await assessOn(first, { 电梯维保: '满意' })
    await sees(first, /电梯维保\s+满意/)
    await handIn(first)
    await assessOn(second, { 电梯维保: '不了解' })
    await handIn(second)
    await votes.enterPapers({ 委员丙: ['基本满意'] })
    await votes.end()
    await isAnnounced(
      `${ROOM}电梯维保：满意 1，基本满意 1，不满意 0，不了解 1。其中手机 2 票，纸票 1 票。只作统计，不作通过与否的判定。`,
    )
    await lookAt(screen, 'kinds-satisfaction-result-screen')
    await lookAt(first, 'kinds-satisfaction-result-phone')
    const words = await savedWords(/年评议月汇总$/)
    const at = (title: string) => words.indexOf(title)
    const [month] = words.filter((text) => /^\d{1,2}月$/.test(text))
    const scored = ['月份', '打分人数', '平均分', month, '3']
    expect(words.slice(at('物业服务（满分 10 分）') + 1).slice(0, 6)).toEqual([...scored, '约 8.33'])
    expect(words.slice(at('绿化养护（满分 10 分）') + 1).slice(0, 6)).toEqual([...scored, '7'])
    expect(words.slice(at('电梯维保') + 1).slice(0, 14)).toEqual([
      ...['月份', '满意', '基本满意', '不满意', '不了解', '评议票', '满意占比'],
      ...[month, '1', '1', '0', '1', '3', '1/3（约 33.3%）'],
    ])
  })

  it('where nobody objects the matter is carried, in a sentence that counts those who were silent', async () => {
    await backInTheHall()
    await votes.begin({ how: '有没有反对意见', motion: '同意今天的议程' })
    for (const page of [desk, screen, first]) await sees(page, '测试用规则')
    await sees(first, '还没有人反对')
    await lookAt(first, 'kinds-objection-open-phone')
    await lookAt(screen, 'kinds-objection-open-screen')
    await lookAt(desk, 'kinds-objection-open-desk')
    await votes.end()
    await isAnnounced(
      `${ROOM}主持人问有没有反对意见，没有人反对。按在场 5 人无异议计，赞成超过实到人数的一半（2.5），通过。依据：测试用规则。`,
    )
    await sees(screen, '没有人反对')
    await sees(screen, '通过')
    await lookAt(screen, 'kinds-objection-passed-screen')
    await lookAt(first, 'kinds-objection-passed-phone')
  })

  it('a single objection leaves no verdict, and leads the chair to a vote on the same words', async () => {
    await backInTheHall()
    const before = stage.hall.meeting().voting.resolutions.length
    await votes.begin({ how: '有没有反对意见', motion: '周末停水检修' })
    await first.getByText('我反对').click()
    await button(first, '投出这一票').click()
    await sees(first, /已记录 \d\d:\d\d/)
    await sees(screen, '1 人有反对意见')
    await votes.end()
    await isAnnounced(
      `${ROOM}主持人问有没有反对意见，1 人反对。有人反对，不能按无异议通过，请付表决。依据：测试用规则。`,
    )
    expect(votes.verdict()).toMatchObject({ outcome: 'objected', passed: false })
    expect(stage.hall.meeting().voting.resolutions).toHaveLength(before)
    const form = desk.getByRole('form', { name: '付表决' })
    await form.waitFor()
    await sees(desk, '请就这句话付表决')
    const words = form.getByRole('textbox', { name: '要表决的话' })
    await expect.poll(() => words.inputValue(), { timeout: PATIENCE_MS }).toBe('周末停水检修')
    await lookAt(desk, 'kinds-objection-objected-desk')
    await lookAt(screen, 'kinds-objection-objected-screen')
    await lookAt(first, 'kinds-objection-objected-phone')
    await button(desk, '开始表决').click()
    await expect
      .poll(() => stage.hall.meeting().voting.open, { timeout: PATIENCE_MS })
      .toMatchObject({
        motion: '周末停水检修',
        terms: { question: { kind: 'motion' } },
      })
    stage.expectCalm()
  })
})
