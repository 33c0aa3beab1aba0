import { readFile } from 'node:fs/promises'
import { parse } from 'papaparse'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { timeText } from '../../renderer/ui/clock-text.ts'
import { voteId } from '../../shared/core/ids.ts'
import { rulesOf } from '../../shared/meeting/floor/rules-in-use.ts'
import { timePlan } from '../../shared/meeting/time-plan.ts'
import { type HallStage, letIn, startHallStage } from '../fixtures/browser/hall-stage.ts'
import { lookAt } from '../fixtures/browser/look-at.ts'
import { button, sees, seesNoMore } from '../fixtures/browser/on-page.ts'
import { ask, conveneWithParties, type HallMeeting, setRules } from '../fixtures/hall-floor.ts'

const PATIENCE_MS = 15_000
const ITEM = '议题一'
const TITLE = '各方议事会'
const NOTE = '充电桩明年三月动工'
const WRITTEN = '经费已列入明年预算，三月动工。'

type OnFloor = { readonly speaking: string | null; readonly next: readonly string[] }

/** One after the other, as in the hall: each step stands on the ones before it. */
describe.sequential('the rarer acts of the floor on the console, the scribe’s desk, a phone and the screen', () => {
  let stage: HallStage
  let hall: HallMeeting
  let desk: Page
  let scribe: Page
  let phone: Page
  let screen: Page

  beforeAll(async () => {
    stage = await startHallStage()
    hall = await conveneWithParties(stage.hall, TITLE, { 委员甲: '业委会', 委员乙: '物业', 列席: '街道' })
    for (const name of ['主持', '话事', '委员乙', '委员丙', '委员丁', '列席']) {
      await hall.act('signIn', { seatId: hall.seat(name) })
    }
    await hall.act('startItem', { itemId: itemId() })
    phone = (await stage.phone(hall.joinCode)).page
    await phone.getByText('委员甲', { exact: true }).click()
    await button(phone, '我是委员甲，进会场').click()
    await letIn(stage.hall, '委员甲')
    await sees(phone, '已签到')
    desk = (await stage.operator()).page
    await button(desk, '接着开').click()
    await sees(desk, TITLE)
    scribe = (await stage.scribe()).page
    await sees(scribe, '话事员台')
  })
  afterAll(() => stage?.close())

  const itemId = () => {
    const [item] = hall.meeting().agenda
    if (item === undefined) throw new Error('the meeting has no item')
    return item.itemId
  }
  const press = (page: Page, name: string | RegExp) => button(page, name).first().click()
  const fromMenu = async (name: string | RegExp) => {
    await press(desk, '发言的更多操作')
    await desk.getByRole('menuitem', { name }).click()
  }
  const ofPlace = async (name: string, act: string) => {
    await press(desk, `${name}：请他说、取消`)
    await desk.getByRole('menuitem', { name: act }).click()
  }
  const choose = async (dialog: string, field: string, name: string) => {
    const inDialog = desk.getByRole('dialog', { name: dialog })
    await inDialog.getByRole('combobox', { name: field }).fill(name)
    await desk.locator('.ant-select-item-option').filter({ hasText: name }).first().click()
    return inDialog
  }
  const onDesk = async (): Promise<OnFloor> => {
    const speaker = await desk.getByRole('region', { name: '正在发言' }).locator('.song').innerText()
    const queue = desk.getByRole('region', { name: '等候发言' }).getByRole('listitem')
    return {
      speaking: speaker === '没有人在发言' ? null : speaker,
      next: await queue.locator('b').allInnerTexts(),
    }
  }
  const onScribes = async (): Promise<OnFloor> => {
    const duty = scribe.getByRole('region', { name: '主持', exact: true })
    const queue = scribe.getByRole('list', { name: '发言队列' }).getByRole('listitem')
    return {
      speaking: (await duty.locator('.floor-name').allInnerTexts())[0] ?? null,
      next: await queue.locator('b').allInnerTexts(),
    }
  }
  const bothSay = (speaking: string | null, ...next: readonly string[]) =>
    expect
      .poll(async () => [await onDesk(), await onScribes()], { timeout: PATIENCE_MS })
      .toEqual([
        { speaking, next },
        { speaking, next },
      ])
  const wallSays = (name: string) => expect.poll(() => screen.locator('.speaker').allInnerTexts()).toEqual([name])
  const windows = () => desk.context().pages().length

  it('the screen opens in a window of its own, and asked for again it is the same one', async () => {
    const [opened] = await Promise.all([desk.waitForEvent('popup'), press(desk, '打开大屏')])
    screen = opened
    await sees(screen, ITEM)
    expect(windows()).toBe(2)
    await press(desk, '打开大屏')
    await lookAt(screen, 'desks-own-window-screen')
    await sees(screen, ITEM)
    expect(windows()).toBe(2)
  })

  it('minutes for the item and for the meeting tell when it will be over', async () => {
    const endNow = () => {
      const { projectedEnd } = timePlan(hall.meeting(), Date.now())
      return projectedEnd === null ? '?' : timeText(projectedEnd)
    }
    await press(desk, '定时间')
    const dialog = desk.getByRole('dialog', { name: '时间安排' })
    const plan = async (field: string, minutes: string) => {
      await dialog.getByRole('spinbutton', { name: field }).fill(minutes)
      await dialog.getByRole('spinbutton', { name: field }).press('Enter')
    }
    await plan('议题一：几分钟', '40')
    await expect.poll(() => dialog.innerText()).toContain('有 1 项没定，没算在内')
    await plan('议题二：几分钟', '30')
    await plan('全会几分钟', '60')
    await expect.poll(() => dialog.innerText()).toMatch(/预计 \d\d:\d\d 散会，比计划晚 10 分/)
    await expect.poll(async () => (await dialog.innerText()).includes(`预计 ${endNow()} 散会`)).toBe(true)
    await lookAt(desk, 'desks-plan')
    await plan('全会几分钟', '90')
    await expect.poll(() => dialog.innerText()).toMatch(/比计划早 20 分/)
    const { agenda, plannedMinutes } = hall.meeting()
    expect([plannedMinutes, ...agenda.map(({ minutes }) => minutes)]).toEqual([90, 40, 30])
    await desk.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await sees(desk, /预计 \d\d:\d\d 散会/)
    await sees(desk, /用了 \d+:\d\d，还剩 3\d:\d\d/)
  })

  it('the item is made a round in its rules, and everybody present is in it, in the order of the roster', async () => {
    await fromMenu('本议题的发言规则')
    const drawer = desk.getByRole('dialog', { name: '本议题的发言规则' })
    await drawer
      .getByRole('radiogroup', { name: '谁先说' })
      .getByRole('radio', { name: /挨个说一圈/ })
      .check()
    await drawer.getByRole('spinbutton', { name: '每次限时（秒）' }).fill('90')
    await lookAt(desk, 'desks-item-rules')
    await press(desk, '存好')
    await drawer.waitFor({ state: 'hidden' })
    const usual = rulesOf(hall.meeting(), null)
    const expected = { seconds: 90, rules: { ...usual.rules, policy: 'round' } }
    await expect.poll(() => rulesOf(hall.meeting(), itemId())).toMatchObject(expected)
    await fromMenu(/^走一圈/)
    await bothSay(null, '话事', '委员甲', '委员乙', '委员丙', '委员丁', '列席')
    for (const page of [desk, scribe, phone]) await sees(page, '本轮还没说')
    await sees(phone, '前面还有 1 位')
  })

  it('whoever does not want the turn passes, on a phone or by the desk', async () => {
    await lookAt(phone, 'desks-round-phone')
    await press(phone, '过，这轮不说')
    await bothSay(null, '话事', '委员乙', '委员丙', '委员丁', '列席')
    await ofPlace('话事', '过，这一轮不说')
    await bothSay(null, '委员乙', '委员丙', '委员丁', '列席')
    await lookAt(desk, 'desks-round')
    await press(desk, /^下一位：委员乙/)
    await bothSay('委员乙', '委员丙', '委员丁', '列席')
    await wallSays('委员乙')
    await press(scribe, '取消委员丙的举手')
    await ofPlace('列席', '不说了，取消排队')
    await ofPlace('委员丁', '不说了，取消排队')
    await bothSay('委员乙')
    await press(desk, /^说完/)
    await bothSay(null)
    const unspoken = hall.meeting().floor.unspoken.flatMap(({ entries }) => entries)
    expect(unspoken.map(({ why }) => why)).toEqual(['passed', 'passed', 'withdrawn', 'withdrawn', 'withdrawn'])
    // Who has passed stands behind whoever has not had the round yet.
    await ask(hall, '委员甲', 'for')
    await ask(hall, '委员丙', 'for')
    await bothSay(null, '委员丙', '委员甲')
    await sees(phone, '本轮已过')
    await press(scribe, '取消委员丙的举手')
    await press(phone, '取消排队')
    await bothSay(null)
  })

  it('the chair speaks while somebody stands in, and takes the chair back', async () => {
    await setRules(hall, { questions: true })
    await ask(hall, '委员丁', 'for')
    await fromMenu('主持人要发言')
    const dialog = await choose('主持要发言，先请人代主持', '谁代主持', '委员丙')
    await dialog.getByRole('radio', { name: '反对' }).check()
    await lookAt(desk, 'desks-stand-in')
    await press(desk, '请他代主持，我排队')
    await sees(desk, '委员丙 代主持中')
    await bothSay(null, '委员丁', '主持')
    expect(hall.meeting()).toMatchObject({ chair: hall.seat('委员丙'), standsInFor: hall.seat('主持') })
    await press(desk, '交还主持')
    await sees(desk, '主持还没有发言')
    await press(desk, '等他说完')
    await press(desk, '请主持发言')
    await bothSay('主持', '委员丁')
    await wallSays('主持')
    await lookAt(desk, 'desks-stand-in-speaks')
    await ofPlace('委员丁', '不说了，取消排队')
    await bothSay('主持')
    await press(desk, /^说完/)
    await bothSay(null)
    await press(desk, '交还主持')
    await seesNoMore(desk, '代主持中')
    expect(hall.meeting()).toMatchObject({ chair: hall.seat('主持'), standsInFor: null })
  })

  it('a department answers without having waited, with the scribe’s words and a written answer beneath', async () => {
    await fromMenu('请部门答题')
    await choose('请部门答题', '谁来答', '列席')
    await lookAt(desk, 'desks-department')
    await press(desk, '请他答')
    await bothSay('列席')
    await wallSays('列席')
    for (const page of [desk, scribe, screen]) await sees(page, '部门答题')
    await scribe.getByRole('textbox', { name: '要点：列席' }).fill(NOTE)
    await scribe.getByRole('textbox', { name: '要点：列席' }).press('Enter')
    await sees(desk, NOTE)
    await press(desk, /^部门答题说完/)
    await bothSay(null)
    await press(desk, '附书面答复')
    await desk.getByRole('dialog', { name: '列席的书面答复' }).getByRole('textbox', { name: '书面答复' }).fill(WRITTEN)
    await lookAt(desk, 'desks-written-answer')
    await desk.getByRole('dialog', { name: '列席的书面答复' }).getByRole('button', { name: '附上' }).click()
    for (const page of [desk, scribe]) await sees(page, WRITTEN)
    await press(scribe, '预览纪要')
    const rows = scribe.getByRole('article', { name: '会议纪要预览' }).getByRole('row')
    await expect.poll(() => rows.filter({ hasText: '列席' }).allInnerTexts()).toHaveLength(1)
    const texts = await rows.allInnerTexts()
    const at = texts.findIndex((text) => text.includes('部门答题'))
    expect(texts[at]).toMatch(/列席.*部门答题/s)
    expect(texts[at + 1]).toContain(`要点：${NOTE}`)
    expect(texts[at + 1]).toContain(`书面答复：${WRITTEN}`)
    await lookAt(scribe, 'desks-minutes-scribe')
    await press(scribe, '记录')
  })

  it('the scribe’s desk says what the console says after a question, and its keys do the next step', async () => {
    await ask(hall, '委员乙', 'for')
    await ask(hall, '委员丁', 'against')
    await bothSay(null, '委员乙', '委员丁')
    await scribe.keyboard.press('F2')
    await bothSay('委员乙', '委员丁')
    await press(phone, '插问')
    await press(phone, '我要插问')
    await bothSay('委员乙', '委员甲', '委员丁')
    await scribe.keyboard.press('F2')
    await bothSay('委员甲', '委员丁')
    await sees(desk, /委员乙\s*的钟停着/)
    await sees(scribe, '委员乙的发言停着')
    await wallSays('委员甲')
    await lookAt(scribe, 'desks-question-scribe')
    await scribe.keyboard.press('F3')
    await bothSay('委员乙', '委员丁')
    await sees(desk, '已暂停')
    await sees(scribe, '已暂停')
    await sees(scribe, '请委员乙继续')
    await scribe.keyboard.press('F2')
    await seesNoMore(desk, '已暂停')
    await seesNoMore(scribe, '已暂停')
    await scribe.keyboard.press('F2')
    await bothSay('委员丁')
    await scribe.keyboard.press('F3')
    await bothSay(null)
  })

  it('a group that is over its time is shown so everywhere, until all are given more', async () => {
    const quotas = [
      { party: '业委会', seconds: 10 },
      { party: '物业', seconds: 600 },
    ]
    await setRules(hall, { quotas })
    await ask(hall, '委员甲', 'for')
    await bothSay(null, '委员甲')
    await scribe.keyboard.press('F2')
    const onConsole = desk.getByRole('region', { name: '各方的时间' })
    await expect.poll(() => onConsole.innerText(), { timeout: PATIENCE_MS }).toMatch(/业委会\s*超/)
    // Past the first second over, where rounding up and down part.
    await expect.poll(() => screen.locator('.group').first().innerText()).toMatch(/超 0:(0[2-9]|[1-5]\d)/)
    await press(desk, /^暂停/)
    await sees(desk, '已暂停')
    await sees(screen, '已暂停')
    await sees(phone, '发言已暂停')
    /** What is left to each group, as `业委会 -0:01`. */
    const left = async () => {
      const lines = await onConsole.getByRole('listitem').allInnerTexts()
      const walls = await screen.locator('.group').allInnerTexts()
      const words = (text: string) => text.replace(/\s+/g, '').replace('剩', '').replace('超', '-')
      return [lines.map(words), walls.map(words)]
    }
    const ownLeft = async () =>
      (await phone.locator('.group-time').innerText()).replace(/：本组时间(已超|还剩) /, (_, over) =>
        over === '已超' ? '-' : '',
      )
    const [console, wall] = await left()
    expect(console?.[0]).toMatch(/^业委会-0:\d\d$/)
    expect.soft(console).toEqual(wall)
    expect.soft(await ownLeft()).toBe(wall?.[0])
    await lookAt(desk, 'desks-groups')
    await lookAt(screen, 'desks-groups-screen')
    await lookAt(phone, 'desks-groups-phone')
    await press(desk, '拉平')
    await expect.poll(() => onConsole.innerText()).not.toContain('超')
    await sees(phone, '本组时间还剩 0:0')
    await seesNoMore(screen, '超')
    const [after, wallAfter] = await left()
    expect(after?.[0]).toMatch(/^业委会0:0[01]$/)
    expect.soft(after).toEqual(wallAfter)
    expect.soft(await ownLeft()).toBe(wallAfter?.[0])
    expect(await button(desk, '拉平').count()).toBe(0)
    await press(phone, '说完了')
    await bothSay(null)
  })

  it('a vote that was handed to somebody else is entered by the desk', async () => {
    await press(desk, /^签到名单/)
    await press(desk, '更多：委员甲')
    await desk.getByRole('menuitem', { name: '登记委托' }).click()
    const dialog = await choose('委员甲委托别人表决', '委托给谁', '委员乙')
    await dialog.getByRole('button', { name: '登记委托' }).click()
    await sees(desk, '委托委员乙表决')
    await lookAt(desk, 'desks-delegated')
    await desk.keyboard.press('Escape')
    const id = voteId.mint(hall.random)
    await hall.act('openVote', { voteId: id, itemId: itemId(), motion: '同意开工' })
    await sees(phone, '您已委托委员乙表决')
    expect(await phone.getByRole('radio').count()).toBe(0)
    await lookAt(phone, 'desks-delegated-phone')
    await press(desk, '代录举手、纸票')
    const ballots = desk.getByRole('dialog', { name: '代录表决票' })
    await expect.poll(() => ballots.innerText()).toContain('委托委员乙，按他说的录')
    await ballots.getByRole('radiogroup', { name: '委员甲的表决票' }).getByText('赞成').click()
    await lookAt(desk, 'desks-enter-delegated')
    await press(desk, /^记下 1 票/)
    await sees(phone, '已按举手记录')
    expect(hall.meeting().voting.open?.voters.map((voter) => voter.seatId)).toEqual([hall.seat('委员甲')])
    await press(desk, '先不录')
    await ballots.waitFor({ state: 'hidden' })
    await hall.act('voidVote', { voteId: id, reason: '只为试委托' })
    await press(phone, '回到会场')
  })

  it('the statistics count every speech, and leave the house as a file that says the same', async () => {
    await desk.getByRole('tab', { name: /^议/ }).click()
    await fromMenu('发言统计')
    await sees(desk, '全场发言')
    const cells = async (table: string) => {
      const rows = desk.getByRole('table', { name: table }).locator('tbody').getByRole('row')
      const all = await rows.all()
      return Promise.all(
        all.map(async (row) => (await row.locator('th, td').allInnerTexts()).slice(0, -1).map((text) => text.trim())),
      )
    }
    const people = await cells('每个人的发言次数和时长')
    const times = Object.fromEntries(people.map(([name, , times]) => [name, times]))
    expect(times).toEqual({ 主持: '1 次', 委员甲: '2 次', 委员乙: '2 次', 委员丁: '1 次', 列席: '1 次' })
    await sees(desk, /全场发言 7 次/)
    const silent = desk
      .getByRole('region', { name: /^到会还没发言/ })
      .getByRole('list')
      .first()
    expect(await silent.getByRole('listitem').allInnerTexts()).toEqual(['话事', '委员丙'])
    await lookAt(desk, 'desks-statistics')
    const [download] = await Promise.all([desk.waitForEvent('download'), press(desk, '导出 CSV')])
    expect(download.suggestedFilename()).toMatch(new RegExp(`^${TITLE}发言统计 \\d{4}-\\d\\d-\\d\\d\\.csv$`))
    const bytes = await readFile(await download.path())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const { data } = parse<readonly string[]>(bytes.subarray(3).toString('utf8'), { skipEmptyLines: true })
    const linesOf = (name: string) => data.filter(([table]) => table === name).map((line) => line.slice(1))
    const shown = linesOf('按人').map(([name, , party, count, , duration]) => [
      name,
      party || '—',
      `${count} 次`,
      duration,
    ])
    const none = ['话事', '委员丙'].map((name) => [name, '—', '0 次', '0 秒'])
    // The page may be sorted by any column; the file need not follow.
    expect(shown.map(String).sort()).toEqual([...people, ...none].map(String).sort())
    const named = (name: string) =>
      linesOf(name).map(([word, , , count, , duration]) => [word, `${count} 次`, duration])
    expect(named('按方')).toEqual(await cells('各方的发言次数和时长'))
    const items = await cells('各议题的发言次数和时长')
    expect(named('按议题')).toEqual(items.map(([title, ...rest]) => [title?.replace(/^.、/, ''), ...rest]))
    const secondsOf = (ms: number) => `${Math.round(ms / 1000)}`
    const heard = hall.meeting().floor.speeches.flatMap(({ entries }) => entries)
    const all = heard.reduce((sum, { spokenMs }) => sum + spokenMs, 0)
    expect(linesOf('全场')).toEqual([['合计', '', '', '7', secondsOf(all), expect.any(String)]])
    const first = heard.filter(({ seatId }) => seatId === hall.seat('委员甲'))
    const own = first.reduce((sum, { spokenMs }) => sum + spokenMs, 0)
    expect(linesOf('按人').find(([name]) => name === '委员甲')?.[4]).toBe(secondsOf(own))
    await desk.getByRole('link', { name: '回到会议' }).click()
    await sees(desk, '没有人在发言')
    expect(windows()).toBe(2)
    stage.expectCalm()
  })
})
