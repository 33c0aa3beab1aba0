import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { fitsAcross, fitsDown } from '../fixtures/browser/fits.ts'
import { lookAt } from '../fixtures/browser/look-at.ts'
import { button, sees } from '../fixtures/browser/on-page.ts'
import { SITE, type Stage, startStage } from '../fixtures/browser/stage.ts'
import { startTestHall, type TestHall, until } from '../fixtures/test-hall.ts'

/** From the start page to the open meeting; typing, Tab and Enter are no clicks. */
const MOST_CLICKS = 6

/** In the page: every press of a pointer from now on. Moving within the desk's pages loads nothing. */
const COUNT_CLICKS = `globalThis.clicks = 0; addEventListener('pointerdown', () => { globalThis.clicks += 1 }, true)`

const clicksOn = async (page: Page): Promise<number> => (await page.evaluate('globalThis.clicks')) as number

type Host = Stage['host']

function benchesOn({ hall }: Host): readonly HeldMeeting[] {
  const held = hall.streams.meetings().flatMap(({ confirmed }) => (confirmed.phase === 'unopened' ? [] : confirmed))
  return held.filter((meeting) => meeting.form.formatId === 'bench')
}

/** The meeting of this form on the host; there must be one alone. */
function benchOn(host: Host): HeldMeeting {
  const benches = benchesOn(host)
  const [only] = benches
  if (only === undefined || benches.length !== 1) throw new Error(`${benches.length} meetings of this form`)
  return only
}

const running = (host: Host) => until(() => benchOn(host).runningItem)

async function looks(desk: Page, name: string): Promise<void> {
  await fitsAcross(desk)
  await fitsDown(desk)
  await lookAt(desk, `bench-${name}`)
}

/** One person and one laptop: nobody else is there. */
describe.sequential('a 板凳会议 with nothing there before', () => {
  let stage: Stage
  let desk: Page
  beforeAll(async () => {
    stage = await startStage()
    desk = (await stage.operator()).page
    await sees(desk, '三步就能开会')
    await desk.evaluate(COUNT_CLICKS)
  })
  afterAll(() => stage?.close())

  it('is told what is missing, and keeps what was typed over a reload', async () => {
    await desk.getByRole('link', { name: /板凳会/ }).click()
    await button(desk, '开会').click()
    await sees(desk, '请写一句要商量的事')
    await desk.getByRole('textbox', { name: '商量什么事' }).fill('三号楼前的树要不要修\n电动车晚上停在哪里')
    await desk.getByRole('textbox', { name: '在哪里开' }).fill('三号楼前凉亭')
    await looks(desk, 'start')
    const before = await clicksOn(desk)
    await desk.reload()
    await sees(desk, '不得用于涉密会议')
    expect(await desk.getByRole('textbox', { name: '在哪里开' }).inputValue()).toBe('三号楼前凉亭')
    await desk.evaluate(COUNT_CLICKS)
    await desk.evaluate(`globalThis.clicks = ${before}`)
  })

  it('is open after a handful of clicks, its first topic in hand, with no device but this one', async () => {
    await desk.getByRole('textbox', { name: '您的姓名' }).fill('王桂花')
    await desk.getByRole('textbox', { name: '组织名称' }).fill('桂花小区板凳会')
    await button(desk, '开会').click()
    await sees(desk, '没有人在说')
    await running(stage.host)
    expect(await clicksOn(desk)).toBeLessThanOrEqual(MOST_CLICKS)
    expect(benchOn(stage.host)).toMatchObject({
      phase: 'open',
      councilName: '桂花小区板凳会',
      practice: false,
      rule: null,
      speakingSeconds: 180,
      attendance: { devices: [], headcount: null },
    })
  })

  it('lets people speak in turn, without a name and with one', async () => {
    await button(desk, /^下一位/).click()
    await sees(desk, '一位居民')
    // On record, but no name.
    expect(await until(() => benchOn(stage.host).floor.speaking)).toMatchObject({ kind: 'ordinary', seatId: null })
    await button(desk, /^说完/).click()
    await sees(desk, '没有人在说')
    await desk.getByRole('combobox', { name: '要记名的，写姓名' }).fill('李大爷')
    await desk.keyboard.press('Enter')
    await until(() => benchOn(stage.host).floor.speaking)
    await sees(desk, '李大爷')
    await desk.getByRole('combobox', { name: '要记名的，写姓名' }).fill('赵大妈')
    await desk.keyboard.press('Enter')
    await sees(desk, '下一位：赵大妈')
    expect(benchOn(stage.host).attendance.seats.filter(({ kind }) => kind === 'walkIn')).toHaveLength(2)
  })

  it('takes down points, how many are there, and how the topic ended, on one screen', async () => {
    const point = desk.getByRole('textbox', { name: '新要点' })
    await point.fill('树太密，二楼白天要开灯')
    await desk.keyboard.press('Enter')
    await desk.keyboard.press('F6')
    await point.fill('十二月上旬请园林来修')
    await desk.keyboard.press('Enter')
    await desk.getByRole('textbox', { name: '到场约' }).fill('14')
    await desk.keyboard.press('Enter')
    await until(() => benchOn(stage.host).attendance.headcount === 14)
    await looks(desk, 'desk')
    await desk.setViewportSize({ width: 1093, height: 614 })
    await button(desk, '大字').click()
    await looks(desk, 'desk-large')
    await button(desk, '大字已开').click()
    await desk.setViewportSize({ width: 1366, height: 768 })
    const conclusion = desk.getByRole('textbox', { name: '结论' })
    expect(await conclusion.inputValue()).toBe('十二月上旬请园林来修')
    await button(desk, '形成共识').click()
    const form = desk.getByRole('form', { name: '交办' })
    await form.getByRole('combobox', { name: '责任单位' }).fill('桂花物业')
    await form.getByText('15 天').click()
    await form.getByRole('button', { name: '交办' }).click()
    await sees(desk, /工单 \d{4}-/)
    await looks(desk, 'concluded')
  })

  it('takes a conclusion back with its reason, and draws it again', async () => {
    await button(desk, '下一题').click()
    await until(() => benchOn(stage.host).agenda[1]?.phase === 'running')
    await desk.getByRole('textbox', { name: '结论' }).fill('没有地方停')
    await button(desk, '未形成共识').click()
    await button(desk, '收回重写').click()
    await desk.getByRole('textbox', { name: '收回的原因' }).fill('没写全')
    await desk.keyboard.press('Enter')
    const conclusion = desk.getByRole('textbox', { name: '结论' })
    await conclusion.waitFor()
    expect(await conclusion.inputValue()).toBe('没有地方停')
    await conclusion.fill('没有地方停，下次请社区一起看现场')
    await button(desk, '未形成共识').click()
    await sees(desk, '会后接着商量')
  })

  it('ends straight at its minutes, which lack nothing', async () => {
    await button(desk, '散会').click()
    await desk.getByRole('dialog').getByRole('button', { name: '散会' }).click()
    await sees(desk, '没有发现缺漏')
    for (const words of [
      '会议由王桂花主持并记录。到场约14人（未逐一签到，登记姓名2人）。',
      '会议形成共识：十二月上旬请园林来修。',
      '责任单位：桂花物业。',
      '未形成共识：没有地方停，下次请社区一起看现场。',
      '登记：李大爷、赵大妈',
    ]) {
      await sees(desk, words)
    }
    const text = await desk.locator('body').innerText()
    expect(text).not.toMatch(/应到|法定人数/)
    await looks(desk, 'minutes')
  })

  it('no page complained of anything', () => stage.expectCalm())
})

describe.sequential('a 板凳会议 of a council that is there', () => {
  let stage: Stage
  let hall: TestHall
  let desk: Page
  beforeAll(async () => {
    hall = await startTestHall({ site: SITE })
    stage = await startStage({ host: hall.host })
    desk = (await stage.operator()).page
    await sees(desk, '测试议事会')
    await desk.evaluate(COUNT_CLICKS)
  })
  afterAll(async () => {
    await stage?.close()
    await hall?.close()
  })

  it('is open after two clicks, chaired by the convener', async () => {
    await desk.getByRole('link', { name: '板凳会议' }).click()
    await sees(desk, '不得用于涉密会议')
    // The caret is where the topic goes.
    await desk.keyboard.type('楼道堆物')
    await desk.keyboard.press('Tab')
    await desk.keyboard.type('二单元门口')
    await button(desk, '开会').click()
    await sees(desk, '没有人在说')
    await running(stage.host)
    expect(await clicksOn(desk)).toBe(2)
    const meeting = benchOn(stage.host)
    expect(meeting).toMatchObject({ chair: hall.seat('主持'), scribe: hall.seat('主持'), place: '二单元门口' })
    expect(meeting.title).toMatch(/^\d{1,2}月\d{1,2}日板凳会议$/)
  })

  it('is run by the keys alone, and goes on after a reload', async () => {
    await desk.keyboard.press('Escape')
    await desk.locator('h1').click()
    await desk.keyboard.press('n')
    await sees(desk, '一位居民')
    await desk.reload()
    await sees(desk, '一位居民')
    await desk.locator('h1').click()
    await desk.keyboard.press('e')
    await sees(desk, '没有人在说')
    expect(benchOn(stage.host).phase).toBe('open')
  })

  it('warns before 散会 of what has no conclusion', async () => {
    await button(desk, '散会').click()
    await sees(desk, '议题一还没有结论')
    await button(desk, '接着开').click()
    expect(benchOn(stage.host).phase).toBe('open')
  })

  it('begins the next one with the place of the last', async () => {
    await desk.getByRole('link', { name: '回到起始页' }).click()
    await desk.getByRole('link', { name: '板凳会议' }).click()
    await sees(desk, '不得用于涉密会议')
    expect(await desk.getByRole('textbox', { name: '在哪里开' }).inputValue()).toBe('二单元门口')
    expect(await desk.getByRole('textbox', { name: '商量什么事' }).inputValue()).toBe('')
  })

  it('is convened once, however often it is pressed for', async () => {
    await desk.getByRole('textbox', { name: '商量什么事' }).fill('谁浇花')
    await button(desk, '开会').dblclick()
    await sees(desk, '没有人在说')
    expect(benchesOn(stage.host)).toHaveLength(2)
  })

  it('no page complained of anything', () => stage.expectCalm())
})
