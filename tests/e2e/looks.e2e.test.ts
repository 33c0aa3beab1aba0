import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { itemId } from '../../shared/core/ids.ts'
import { fitsAcross, fitsDown } from '../fixtures/browser/fits.ts'
import { type HallStage, startHallStage } from '../fixtures/browser/hall-stage.ts'
import { closeVote, enterBallots, openVote, signIn } from '../fixtures/browser/hall-vote.ts'
import { lookAt } from '../fixtures/browser/look-at.ts'
import { button, sees, step } from '../fixtures/browser/on-page.ts'
import { ask, endSpeech } from '../fixtures/hall-floor.ts'
import type { TestSeat } from '../fixtures/test-hall.ts'

/** Twelve and more characters, as minority names and 单位加姓名 have them. */
const LONG_NAME = '阿卜杜热西提·买买提江·吐尔逊'
const LONGER_NAME = '宝文家园小区业主委员会副主任欧阳慕容'
const LONG_ITEM =
  '关于在四楼大平台东侧铺设塑胶跑道并同步更换老旧健身器材、增设夜间照明和无障碍坡道以及后续管护责任划分的议题（第二次讨论）'
const LONG_MOTION = `${LONG_ITEM}：由小区公共收益列支，12 月 5 日开工，12 月 28 日前完工。`
const MEMBERS = Array.from({ length: 34 }, (_, index) => `委员${String(index + 1).padStart(2, '0')}`)
const roster: readonly TestSeat[] = [
  { name: '主持', kind: 'convener', voting: true },
  { name: '话事', kind: 'scribe', voting: false },
  ...[LONG_NAME, LONGER_NAME, ...MEMBERS].map((name) => ({ name, kind: 'standing', voting: true }) as const),
  { name: '列席甲', kind: 'guest', voting: false },
  { name: '列席乙', kind: 'guest', voting: false },
]
const VOTERS = roster.filter(({ voting }) => voting).map(({ name }) => name)

const LAPTOPS = { small: [1093, 614], usual: [1366, 768], large: [1600, 900] } as const
const PHONES = { small: [320, 568], usual: [390, 844], lying: [844, 390] } as const
const PROJECTORS = { old: [1024, 768], wide: [1366, 768], full: [1920, 1080] } as const

/** What is not to be seen in passing: every page at every size people have, with long names and many of them. */
describe.sequential('pages with a large roster and long words', () => {
  let stage: HallStage
  let desk: Page
  let scribe: Page
  let phone: Page
  let screen: Page

  beforeAll(async () => {
    stage = await startHallStage({ seats: roster })
    const { hall } = stage
    const item = itemId.mint(hall.random)
    await hall.act('addItem', { itemId: item, title: LONG_ITEM })
    await hall.act('startItem', { itemId: item })
    await signIn(hall, ...VOTERS.slice(0, 30))
    desk = (await stage.console()).page
    scribe = (await stage.scribe()).page
    phone = (await stage.seated(LONG_NAME)).page
    screen = (await stage.screen(hall.joinCode)).page
  })
  afterAll(() => stage?.close())

  const at = async (
    sizes: Readonly<Record<string, readonly [width: number, height: number]>>,
    page: Page,
    name: string,
    check: (page: Page, size: string) => Promise<void> = async () => undefined,
  ) => {
    for (const [size, [width, height]] of Object.entries(sizes)) {
      await page.setViewportSize({ width, height })
      await fitsAcross(page)
      await check(page, size)
      await lookAt(page, `look-${name}-${size}`)
    }
  }
  /** The console is one page without a scroll bar; so is the hall screen. */
  const allAt = async (name: string) => {
    await at(LAPTOPS, desk, `${name}-desk`, fitsDown)
    await at(LAPTOPS, scribe, `${name}-scribe`)
    await at(PHONES, phone, `${name}-phone`)
    await at(PROJECTORS, screen, `${name}-screen`, fitsDown)
  }

  it('while people speak and wait', async () => {
    const { hall } = stage
    for (const [name, stance] of [
      [LONG_NAME, 'for'],
      [LONGER_NAME, 'against'],
      ['委员01', 'question'],
      ['委员02', 'addition'],
      ['委员03', 'for'],
      ['委员04', 'against'],
    ] as const) {
      await ask(hall, name, stance)
    }
    await hall.act('callNextSpeaker', {})
    for (const page of [desk, scribe, phone, screen]) await sees(page, LONG_NAME)
    await sees(phone, '请您发言')
    await allAt('speaking')
    await hall.act('callNextSpeaker', {})
    await sees(screen, LONGER_NAME)
    await at(PROJECTORS, screen, 'longer-name-screen', fitsDown)
    await endSpeech(hall)
  })

  it('on the sign-in list of forty', async () => {
    await step(desk, '签到').click()
    await sees(desk, '谁能进来')
    await at(LAPTOPS, desk, 'sign-in-desk', fitsDown)
    await button(phone, '谁在这台设备上').click()
    await sees(phone, '现在替谁发言')
    await button(phone, '再加一位').click()
    await sees(phone, '再加哪一位？')
    await at(PHONES, phone, 'names-phone')
    await button(phone, '返回会场').click()
    await sees(phone, '谁在这台设备上')
    await button(phone, '返回会场').click()
    await sees(phone, '已签到')
  })

  it('in a vote and on its result', async () => {
    const { hall } = stage
    const vote = await openVote(hall, LONG_MOTION)
    for (const page of [desk, phone, screen]) await sees(page, LONG_MOTION)
    await allAt('vote')
    const ballots = VOTERS.slice(0, 29).map((name, index) => [name, index < 20 ? 'for' : 'against'] as const)
    await enterBallots(hall, vote, Object.fromEntries(ballots))
    await closeVote(hall, vote)
    await step(desk, '表决').click()
    for (const page of [desk, phone, screen]) await sees(page, '赞成 20，反对 9，弃权 0')
    await allAt('result')
    await button(phone, '回到会场').click()
  })

  it('in 大字, which is each device’s own', async () => {
    const { hall } = stage
    await hall.act('callNextSpeaker', {})
    await ask(hall, LONG_NAME, 'for')
    await phone.getByRole('switch', { name: '大字' }).click()
    await button(desk, '大字').click()
    await sees(desk, '大字已开')
    await step(desk, '议事').click()
    await button(scribe, '大字').click()
    await sees(scribe, '大字已开')
    await allAt('large-type')
    await button(phone, '取消排队').click()
    await button(phone, '我要发言').click()
    await at(PHONES, phone, 'large-type-stances-phone')
    await step(desk, '表决').click()
    await at(LAPTOPS, desk, 'large-type-vote-desk', fitsDown)
    stage.expectCalm()
  })
})
