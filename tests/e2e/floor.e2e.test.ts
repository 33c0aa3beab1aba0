import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fitsAcross } from '../fixtures/browser/fits.ts'
import { type HallStage, startHallStage } from '../fixtures/browser/hall-stage.ts'
import { signIn } from '../fixtures/browser/hall-vote.ts'
import { lookAt } from '../fixtures/browser/look-at.ts'
import { button, sees, seesNoMore } from '../fixtures/browser/on-page.ts'
import { ask, setRules } from '../fixtures/hall-floor.ts'

const PATIENCE_MS = 15_000
const HOUR_MS = 3_600_000
/** Readings taken one after the other lie at most this far apart. */
const READING_SECONDS = 2

const COUNCIL_RULES = {
  policy: 'freshFirst',
  times: 5,
  questions: true,
  interventions: true,
  pointsOfOrder: [
    { name: '跑题', rank: 3 },
    { name: '会场秩序', rank: 1 },
  ],
} as const

type OnFloor = {
  /** Whose clock counts; null: nobody's. */
  readonly speaking: string | null
  /** Whoever waits, in order, at most three of them. */
  readonly next: readonly string[]
}

/** One after the other, as in the hall: each step stands on the ones before it. */
describe.sequential('the floor on the console, two phones and the screen', () => {
  let stage: HallStage
  let desk: Page
  let first: Page
  let second: Page
  let screen: Page

  beforeAll(async () => {
    stage = await startHallStage()
    const { hall } = stage
    await setRules(hall, COUNCIL_RULES)
    await signIn(hall, '主持', '话事', '委员丙', '委员丁', '列席')
    await hall.act('startItem', { itemId: hall.meeting().agenda[0]?.itemId })
    desk = (await stage.console()).page
    first = (await stage.seated('委员甲')).page
    second = (await stage.seated('委员乙')).page
    screen = (await stage.screen(hall.joinCode)).page
    // A phone whose clock is an hour ahead shows what all others show.
    await second.context().addInitScript(`{ const real = Date.now; Date.now = () => real() + ${HOUR_MS} }`)
    await second.reload()
    await sees(second, '已签到')
  })
  afterAll(() => stage?.close())

  /** Names as each surface says them: one's own phone says 您. */
  const reading = async (): Promise<readonly OnFloor[]> => {
    const names = (page: Page, list: string, name: string) => page.locator(list).locator(name).allInnerTexts()
    const one = async (page: Page, name: string) => (await page.locator(name).allInnerTexts())[0] ?? null
    const onPhone = async (page: Page, own: string): Promise<OnFloor> => {
      const isOwn = (await page.locator('.own-turn .tag.green').count()) > 0
      const next = await names(page, '.next-up li', '.next-name')
      return {
        speaking: isOwn ? own : await one(page, '.speaker-card .speaker-name'),
        next: next.map((name) => (name === '您' ? own : name)),
      }
    }
    const speaker = await one(desk, 'section.speaker .song')
    const shown = (await names(screen, '.next ol li', 'b')).slice(0, 3)
    return [
      {
        speaking: speaker === '没有人在发言' ? null : speaker,
        next: (await names(desk, '.queue ol li', 'b')).slice(0, 3),
      },
      { speaking: await one(screen, '.speaking .speaker'), next: shown },
      await onPhone(first, '委员甲'),
      await onPhone(second, '委员乙'),
    ]
  }
  /** All four say the same; where nobody speaks the screen shows the item and no queue. */
  const allSay = (expected: OnFloor, timeout = PATIENCE_MS) => {
    const screenSays = expected.speaking === null ? { speaking: null, next: [] } : expected
    return expect.poll(reading, { timeout }).toEqual([expected, screenSays, expected, expected])
  }
  const clocks = async (): Promise<readonly number[]> => {
    const read = async (page: Page) => {
      const text = await page.locator('[role=timer]').first().innerText()
      const [minutes = '', seconds = ''] = text.replace('-', '').split(':')
      return (text.startsWith('-') ? -1 : 1) * (Number(minutes) * 60 + Number(seconds))
    }
    return Promise.all([desk, screen, first, second].map(read))
  }
  const clocksAgree = () => {
    const spread = async () => {
      const read = await clocks()
      return Math.max(...read) - Math.min(...read)
    }
    return expect.poll(spread).toBeLessThanOrEqual(READING_SECONDS)
  }
  const pictures = async (name: string) => {
    await lookAt(desk, `floor-${name}-desk`)
    await lookAt(screen, `floor-${name}-screen`)
    await lookAt(first, `floor-${name}-phone-1`)
    await lookAt(second, `floor-${name}-phone-2`)
  }
  const press = (page: Page, name: string | RegExp) => button(page, name).first().click()
  const fromMenu = async (name: string) => {
    await press(desk, '发言的更多操作')
    await desk.getByRole('menuitem', { name }).click()
  }
  const speaking = () => stage.hall.meeting().floor.speaking

  it('two phones ask, and everybody sees the same order with its reasons', async () => {
    await press(first, '我要发言')
    await press(first, '赞成')
    await sees(first, '下一位就是您')
    await press(second, '我要发言')
    await press(second, '反对')
    await allSay({ speaking: null, next: ['委员甲', '委员乙'] })
    for (const page of [desk, first, second]) await sees(page, '本题尚未发言')
    await pictures('asked')
  })

  it('the first is called, and every clock shows the same rest, also on a phone whose own clock is wrong', async () => {
    await press(desk, /^下一位：委员甲/)
    await allSay({ speaking: '委员甲', next: ['委员乙'] })
    await sees(screen, '本题尚未发言')
    await clocksAgree()
    await pictures('speaking')
  })

  it('a question stops the speaker’s clock, and he goes on where he was', async () => {
    await press(second, '插问')
    await press(second, '我要插问')
    await allSay({ speaking: '委员甲', next: ['委员乙', '委员乙'] })
    await press(desk, /^下一位：委员乙/)
    await allSay({ speaking: '委员乙', next: ['委员乙'] })
    await sees(first, '您的时间停着')
    const { usedMs } = speaking() ?? {}
    await sees(screen, '先停一停')
    await pictures('question')
    await press(second, '说完了')
    await press(desk, /^请委员甲继续/)
    await allSay({ speaking: '委员甲', next: ['委员乙'] })
    expect(speaking()?.usedMs).toBe(usedMs)
    await seesNoMore(first, '您的时间停着')
    await clocksAgree()
  })

  it('a point of order comes before those who wait', async () => {
    await ask(stage.hall, '委员丙', 'for')
    await press(second, '程序问题')
    await press(second, '会场秩序')
    await allSay({ speaking: '委员甲', next: ['委员乙', '委员乙', '委员丙'] })
    for (const page of [desk, screen, first, second]) await sees(page, '程序问题：会场秩序')
    await pictures('point-of-order')
    await press(desk, /^下一位：委员乙/)
    await allSay({ speaking: '委员乙', next: ['委员乙', '委员丙'] })
    await press(second, '说完了')
    await allSay({ speaking: null, next: ['委员乙', '委员丙'] })
  })

  it('the chair takes back the end of a speech, whose time is kept', async () => {
    await press(desk, /^下一位：委员乙/)
    await allSay({ speaking: '委员乙', next: ['委员丙'] })
    await press(desk, /^暂停/)
    await sees(second, '发言已暂停')
    await sees(screen, '已暂停')
    await press(desk, /继续/)
    await press(second, '说完了')
    await allSay({ speaking: null, next: ['委员丙'] })
    const spoken = stage.hall.meeting().floor.speeches[0]?.entries.at(-1)?.spokenMs
    await press(desk, /^撤回：/)
    await allSay({ speaking: null, next: ['委员乙', '委员丙'] })
    await sees(second, '刚才没说完，先说')
    expect(stage.hall.meeting().floor.queue.find((place) => place.restored)?.usedMs).toBe(spoken)
    await press(desk, /^下一位：委员乙/)
    await press(desk, /^下一位：委员丙/)
    await allSay({ speaking: '委员丙', next: [] })
    // The slip of a finger: whoever was called with it goes back as well.
    await press(desk, /^撤回：/)
    await allSay({ speaking: null, next: ['委员乙', '委员丙'] })
    await press(desk, /^下一位：委员乙/)
    await press(second, '说完了')
    await allSay({ speaking: null, next: ['委员丙'] })
  })

  it('a closed list takes nobody but from the chair, and is opened again', async () => {
    await fromMenu('停止报名')
    for (const page of [desk, first, second]) await sees(page, /报名已(经)?停止/)
    expect(await button(first, '我要发言').count()).toBe(0)
    await pictures('closed')
    await ask(stage.hall, '委员丁', 'against')
    await press(desk, /^下一位：委员丙/)
    await allSay({ speaking: '委员丙', next: ['委员丁'] })
    await sees(screen, '报名已停')
    await press(first, '程序问题')
    await press(first, '跑题')
    await allSay({ speaking: '委员丙', next: ['委员甲', '委员丁'] })
    await press(desk, '恢复报名')
    await expect.poll(() => button(first, '我要发言').count()).toBe(1)
    await press(first, '取消排队')
    await allSay({ speaking: '委员丙', next: ['委员丁'] })
  })

  it('the chair orders the list by hand, and gives it back to the rules', async () => {
    await ask(stage.hall, '列席', 'addition')
    await allSay({ speaking: '委员丙', next: ['委员丁', '列席'] })
    await fromMenu('调整顺序')
    await press(desk, '列席上移一位')
    await allSay({ speaking: '委员丙', next: ['列席', '委员丁'] })
    await press(desk, '排好了')
    await press(desk, '恢复按规则排')
    await allSay({ speaking: '委员丙', next: ['委员丁', '列席'] })
  })

  it('time that is up is shown, more is given, and where the rules say so the next one begins by itself', async () => {
    const short = { ...COUNCIL_RULES, hardEnd: true, warnSeconds: 5 }
    await setRules(stage.hall, { ...short, hardEnd: false }, 10)
    await press(desk, /^说完/)
    await press(desk, /^下一位：委员丁/)
    await allSay({ speaking: '委员丁', next: ['列席'] })
    for (const page of [desk, screen, first, second]) await sees(page, /时间到/)
    await clocksAgree()
    await pictures('time-up')
    await press(desk, /^再给 30 秒/)
    for (const page of [desk, screen]) await seesNoMore(page, /时间到/)
    // Long enough for all to be read before it is over.
    await setRules(stage.hall, short, 20)
    await press(desk, /^下一位：列席/)
    await allSay({ speaking: '列席', next: [] })
    await ask(stage.hall, '委员甲', 'for')
    await allSay({ speaking: '列席', next: ['委员甲'] })
    // Nobody presses anything.
    await allSay({ speaking: '委员甲', next: [] }, 2 * PATIENCE_MS)
    await sees(first, '请您发言')
    expect(stage.hall.meeting().floor.speeches[0]?.entries.at(-1)?.spokenMs).toBeGreaterThanOrEqual(20_000)
    await press(first, '说完了')
    await allSay({ speaking: null, next: [] })
  })

  it('the chair shows the room what it shall read, and a vote takes the screen back', async () => {
    await press(desk, /^大屏：/)
    await desk.getByRole('dialog', { name: '大屏显示什么' }).getByRole('button', { name: '10 分钟' }).click()
    await sees(screen, '休息')
    await lookAt(screen, 'floor-break-screen')
    await press(desk, /^大屏：/)
    const dialog = desk.getByRole('dialog', { name: '大屏显示什么' })
    await dialog.getByRole('textbox', { name: '大屏上的一句话' }).fill('请把手机调成静音')
    await lookAt(desk, 'floor-screen-choices-desk')
    await dialog.getByRole('button', { name: '放到大屏上' }).click()
    await sees(screen, '请把手机调成静音')
    await lookAt(screen, 'floor-text-screen')
    const { agenda } = stage.hall.meeting()
    const [item] = agenda
    await stage.hall.act('openVote', { voteId: 'vt_floor01', itemId: item?.itemId, motion: '同意开工' })
    await sees(screen, '同意开工')
    await stage.hall.act('voidVote', { voteId: 'vt_floor01', reason: '只为试大屏' })
  })

  it('in 大字 and on the smallest screens everything is still there', async () => {
    const { hall } = stage
    await setRules(hall, { ...COUNCIL_RULES, quotas: [{ party: '物业', seconds: 300 }] })
    await ask(hall, '委员甲', 'for')
    await ask(hall, '委员丁', 'against')
    await ask(hall, '委员丙', 'addition')
    await hall.act('callNextSpeaker', {})
    for (const page of [first, second]) {
      await press(page, '回到会场')
      await sees(page, '接下来')
    }
    await first.getByRole('switch', { name: '大字' }).click()
    await second.getByRole('switch', { name: '大字' }).click()
    await button(desk, '大字').click()
    for (const page of [first, second]) {
      for (const [width, height] of [
        [320, 568],
        [390, 844],
      ] as const) {
        await page.setViewportSize({ width, height })
        await fitsAcross(page)
      }
    }
    await press(second, '插问')
    await pictures('large-type')
    stage.expectCalm()
  })
})
