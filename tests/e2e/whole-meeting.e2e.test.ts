import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import JSZip from 'jszip'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { typeParagraph } from '../../main/cli/demo/type-notes.ts'
import { nodeNotes } from '../../main/cli/node-notes.ts'
import { nodeRuntime } from '../../main/cli/node-runtime.ts'
import { HallClient } from '../../shared/client/hall-client.ts'
import { makeDeviceKey } from '../../shared/identity/device-key.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { NotesClient } from '../../shared/notes/notes-client.ts'
import { checkAxe } from '../fixtures/browser/check-axe.ts'
import { shot } from '../fixtures/browser/shot.ts'
import { type Stage, type Surface, startStage } from '../fixtures/browser/stage.ts'
import { ROOT } from '../fixtures/built-app.ts'
import { seededBytes } from '../fixtures/seeded-random.ts'

const MOTION = '在四楼大平台东侧铺设塑胶跑道，资金由小区公共收益列支'
/** What four people jot down at the same time: two in the real editor, two on connections of their own. */
const JOTTED = {
  phone: '早上散步的老人说水泥地硌脚。',
  scribe: '物业答复基层做六厘米。',
  third: '建议避开早上七点到九点施工。',
  fourth: '费用要写清公共收益出多少。',
}

const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
const sees = (page: Page, text: string | RegExp) =>
  expect
    .poll(() => page.locator('body').innerText(), { timeout: 15_000 })
    .toMatch(text instanceof RegExp ? text : new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))

/** One after the other, as in the hall: each step stands on the ones before it. */
describe.sequential('a whole meeting through the pages', () => {
  let stage: Stage
  let desk: Surface
  let scribe: Surface
  let first: Surface
  let second: Surface
  let screen: Surface
  let joinCode: string
  const others: HallClient[] = []

  beforeAll(async () => {
    stage = await startStage()
    desk = await stage.operator()
  })
  afterAll(async () => {
    for (const client of others) client.close()
    await stage?.close()
  })

  const meeting = (): HeldMeeting => {
    const [live] = stage.host.hall.streams.meetings()
    if (live === undefined || live.confirmed.phase === 'unopened') throw new Error('there is no meeting')
    return live.confirmed
  }
  const itemId = () => {
    const id = meeting().agenda[0]?.itemId
    if (id === undefined) throw new Error('the sample has items')
    return id
  }
  const choose = (page: Page, option: string) =>
    page.getByRole('radiogroup', { name: '您的意见' }).locator('label', { hasText: option }).click()
  const all = () => ({ desk, scribe, first, second, screen })

  it('the secretary tries the sample in one press, and the screen shows the way in', async () => {
    await sees(desk.page, '三步就能开会')
    await checkAxe(desk.page)
    await shot(desk.page, 'chair-first-run')
    await button(desk.page, /用示例试一遍/)
      .first()
      .click()
    await sees(desk.page, '会议码')
    await expect.poll(() => stage.host.hall.documents.index.data.meetings.length).toBe(1)
    joinCode = stage.host.hall.documents.index.data.meetings[0]?.joinCode ?? ''
    expect(meeting().practice).toBe(true)
    screen = await stage.screen(joinCode)
    await sees(screen.page, joinCode)
    await sees(screen.page, '练习')
    await sees(screen.page, '还没到 19 位')
    await checkAxe(screen.page)
    await shot(screen.page, 'screen-join')
  })

  it('phones and the scribe’s laptop pick their names, wait, and are let in; sitting down signs them in', async () => {
    first = await stage.phone(joinCode)
    second = await stage.phone()
    scribe = await stage.laptop(`/#${joinCode}`)
    await second.page.getByRole('textbox').fill(joinCode)
    await second.page.keyboard.press('Enter')
    for (const [surface, name] of [
      [first, '例甲一'],
      [second, '例甲二'],
      [scribe, '示二话事'],
    ] as const) {
      await surface.page.getByText(name, { exact: true }).click()
      await button(surface.page, `我是${name}，进会场`).click()
      await sees(surface.page, '已经告诉主持人了')
    }
    await checkAxe(first.page)
    await shot(first.page, 'phone-waiting')
    await sees(desk.page, '3 人等候入场')
    await shot(desk.page, 'chair-admissions')
    for (const name of ['例甲一', '例甲二', '示二话事']) await button(desk.page, `准入：${name}`).click()
    for (const { page } of [first, second, scribe]) await sees(page, '已签到')
    await checkAxe(first.page)
    await shot(first.page, 'phone-welcome')
    await scribe.page.getByRole('link', { name: '打开话事员台' }).click()
    await sees(scribe.page, '话事员台')
  })

  it('a meeting without a quorum may talk, and says how many are missing before it may vote', async () => {
    await sees(desk.page, '还不能表决')
    await sees(first.page, /还差 \d+ 位才能表决/)
    await shot(desk.page, 'chair-sign-in')
    await checkAxe(desk.page)
    await button(desk.page, /^练习：让/).click()
    await sees(desk.page, '实到 19')
    await expect.poll(() => meeting().attendance.presence.filter((one) => one.present).length).toBe(24)
    await sees(screen.page, '都到了')
  })

  it('everybody sees the item that is opened', async () => {
    await button(desk.page, /^开始：一/).click()
    for (const { page } of [first, second, screen, scribe]) await sees(page, '塑胶跑道的资金来源')
    await sees(first.page, '现在议第一项')
    await shot(screen.page, 'screen-item')
    await shot(first.page, 'phone-item')
  })

  it('the queue fills from phones and from the desk; speaker and clock are the same everywhere', async () => {
    await button(first.page, '我要发言').click()
    await shot(first.page, 'phone-stances')
    await button(first.page, '赞成').click()
    await button(second.page, '我要发言').click()
    await button(second.page, '提问').click()
    await sees(second.page, /前面还有 1 位/)
    await sees(desk.page, '等候 2 人')
    await desk.page.keyboard.press('n')
    for (const { page } of [desk, scribe, screen]) await sees(page, /例甲一/)
    await sees(first.page, '请您发言')
    const clock = async (page: Page) => {
      const [, minutes = '', seconds = ''] = /(\d):(\d\d)/.exec(await page.getByRole('timer').first().innerText()) ?? []
      return Number(minutes) * 60 + Number(seconds)
    }
    const shown = await Promise.all([first, screen, desk].map(({ page }) => clock(page)))
    expect(Math.max(...shown)).toBeLessThanOrEqual(120)
    // Read one after the other, at most moments apart.
    expect(Math.max(...shown) - Math.min(...shown)).toBeLessThanOrEqual(3)
    for (const [name, { page }] of Object.entries(all())) {
      await checkAxe(page)
      await shot(page, `speaking-${name}`)
    }
    await button(first.page, '说完了').click()
    await button(desk.page, /^下一位：例甲二/).click()
    await sees(second.page, '请您发言')
    await button(second.page, '说完了').click()
    await expect.poll(() => meeting().floor.speeches[0]?.entries.length).toBe(2)
  })

  it('four people write in the notes at once, two of them in the editor, and all have the same text', async () => {
    const hosts = ['例甲三', '例甲四'].map((name, index) => {
      const client = new HallClient(nodeRuntime(stage.host.port), {
        kind: 'device',
        key: makeDeviceKey(seededBytes(40 + index)),
        meetingId: null,
      })
      others.push(client)
      client.enter(joinCode)
      return { client, name }
    })
    for (const { client, name } of hosts) {
      await expect.poll(() => client.phase.at, { timeout: 10_000 }).toMatch(/stranger|door/)
      if (client.phase.at === 'stranger') client.enter(joinCode)
      await expect.poll(() => client.phase.at).toBe('door')
      const seat = client.phase.at === 'door' ? client.phase.seats.find((one) => one.name === name) : undefined
      if (seat === undefined) throw new Error(`${name} is on the roster`)
      client.claim(seat.seatId)
      await button(desk.page, `准入：${name}`).click()
      await expect.poll(() => client.phase.at).toBe('live')
    }
    const writers = hosts.map(
      ({ client }) => new NotesClient(nodeNotes(stage.host.port, () => client.notesPass(meeting().meetingId))),
    )
    await button(first.page, '记两句，或看别人记的').click()
    const editors = [first, scribe].map(({ page }) => page.getByRole('textbox', { name: /的笔记$/ }))
    for (const editor of editors) await editor.waitFor()
    for (const writer of writers) await expect.poll(() => writer.status.at).toBe('live')
    const [onPhone, onLaptop] = editors
    await onPhone?.click()
    await onLaptop?.click()
    await Promise.all([
      onPhone?.pressSequentially(JOTTED.phone, { delay: 20 }),
      onLaptop?.pressSequentially(JOTTED.scribe, { delay: 20 }),
      ...writers.map((writer, index) =>
        typeParagraph(writer, itemId(), index === 0 ? JOTTED.third : JOTTED.fourth, 15),
      ),
    ])
    for (const [index, editor] of editors.entries()) {
      const text = async () => (await editor.innerText()).replace(/\s/g, '')
      for (const sentence of Object.values(JOTTED)) await expect.poll(text).toContain(sentence)
      await sees(index === 0 ? first.page : scribe.page, /已存盘/)
    }
    const texts = await Promise.all(editors.map((editor) => editor.evaluate(withoutCarets)))
    expect(new Set(texts).size).toBe(1)
    await checkAxe(first.page)
    await shot(first.page, 'phone-notes')
    await shot(scribe.page, 'scribe-notes')
    for (const writer of writers) writer.end()
    await button(first.page, '返回会场').click()
  })

  it('the scribe’s points grow in the record, and show on the chair’s console', async () => {
    const entry = scribe.page.getByRole('textbox', { name: '新要点' })
    await entry.fill('水泥地跑步膝盖容易受伤，多数居民希望尽快铺设')
    await entry.press('Enter')
    await scribe.page.keyboard.press('F6')
    await entry.fill('跑道定在平台东侧，不占用儿童娱乐区')
    await entry.press('Enter')
    await expect.poll(() => meeting().minutes[0]?.entries.map(({ kind }) => kind)).toEqual(['opinion', 'agreed'])
    await sees(desk.page, '跑道定在平台东侧')
    await shot(scribe.page, 'scribe-points')
  })

  it('the operator switches direct connections between writers off and on again', async () => {
    await desk.page.getByRole('tab', { name: /^笔记/ }).click()
    const direct = desk.page.getByRole('checkbox', { name: /直接连着接着写/ })
    const isOn = () => stage.host.hall.documents.settings.data.peerNotes
    expect(isOn()).toBe(true)
    await direct.click()
    await expect.poll(isOn).toBe(false)
    await checkAxe(desk.page)
    await shot(desk.page, 'chair-notes')
    await direct.click()
    await expect.poll(isOn).toBe(true)
    await desk.page.getByRole('tab', { name: /^议/ }).click()
  })

  it('a vote: one phone is out of reach and reloads nothing away, the other reloads in the middle of its choice', async () => {
    await button(desk.page, '进入表决').click()
    await desk.page.getByRole('textbox', { name: '要表决的话' }).fill(MOTION)
    await button(desk.page, '开始表决').click()
    for (const { page } of [first, second, screen]) await sees(page, MOTION)
    await checkAxe(first.page)
    await shot(first.page, 'phone-vote')
    await shot(screen.page, 'screen-vote')

    await choose(first.page, '赞成')
    await sees(first.page, /您选的是\s*赞成/)
    await first.page.reload()
    await sees(first.page, /您选的是\s*赞成/)
    await shot(first.page, 'phone-chosen')

    second.line.cut()
    await sees(second.page, '没发出去的都留着')
    await choose(second.page, '反对')
    await button(second.page, '投出这一票').click()
    await sees(second.page, '正在送出')
    await checkAxe(second.page)
    await shot(second.page, 'phone-offline-vote')
    await button(first.page, '投出这一票').click()
    await sees(first.page, /已记录 \d\d:\d\d/)
    await shot(first.page, 'phone-voted')
    await sees(desk.page, /1\s*票，应收 19 票/)
    second.line.mend()
    await sees(second.page, /已记录 \d\d:\d\d/)
    await expect.poll(() => meeting().voting.open?.received).toBe(2)
    await sees(screen.page, /已收\s*2\s*票/)
  })

  it('no page but the voter’s own learns a choice while the vote is open', async () => {
    const open = meeting().voting.open
    expect(open?.ballots).toHaveLength(2)
    for (const { page } of [desk, scribe, screen]) {
      // A number behind a stance in seconds is how long somebody spoke, not how many voted.
      expect(await page.locator('body').innerText()).not.toMatch(/(赞成|反对|弃权)\s*[1-9]\d*(?!\d|\s*秒)/)
    }
  })

  it('the desk enters the ballots of those without a device, and the result is the same everywhere', async () => {
    await button(desk.page, /代录举手/).click()
    const dialog = desk.page.getByRole('dialog', { name: '代录表决票' })
    const groups = dialog.getByRole('radiogroup', { name: /的表决票$/ })
    await expect.poll(() => groups.count()).toBe(17)
    for (let index = 0; index < 17; index += 1) {
      const option = index < 12 ? '赞成' : index < 15 ? '反对' : '弃权'
      await groups.nth(index).locator('label', { hasText: option }).click()
    }
    await checkAxe(desk.page)
    await shot(desk.page, 'chair-enter-ballots')
    await button(dialog.page(), /^记下 17 票/).click()
    await expect.poll(() => meeting().voting.open?.received).toBe(19)
    await shot(desk.page, 'chair-vote')
    await button(desk.page, '结束并公布结果').click()
    const sentence = '应到 19 人，实到 19 人；赞成 13，反对 4，弃权 2。'
    for (const { page } of [desk, first, second, screen, scribe]) await sees(page, sentence)
    expect(meeting().voting.past[0]).toMatchObject({
      phase: 'closed',
      verdict: { valid: true, passed: true, figures: { for: 13, against: 4, abstain: 2, present: 19, entitled: 19 } },
    })
    for (const [name, { page }] of Object.entries(all())) {
      await checkAxe(page)
      await shot(page, `result-${name}`)
    }
  })

  it('the resolution becomes a worksheet that takes no number, since this is practice', async () => {
    const form = scribe.page.getByRole('form', { name: '交办' })
    await form.getByRole('combobox', { name: '责任单位' }).fill('宝文家园物业服务中心')
    await form.getByText('15 天').click()
    await form.getByRole('button', { name: '交办' }).click()
    await sees(scribe.page, /工单（练习/)
    await sees(desk.page, '宝文家园物业服务中心')
    await button(first.page, '回到会场').click()
    await button(first.page, '议程和结果').click()
    await sees(first.page, MOTION)
    await shot(first.page, 'phone-results')
  })

  it('after 散会 the minutes and the worksheet are saved as Word files with everything in them', async () => {
    await button(desk.page, '议完这一项').click()
    await button(desk.page, '散会').click()
    await desk.page.getByRole('dialog').getByRole('button', { name: '散会' }).click()
    for (const { page } of [screen, first, second]) await sees(page, '会议')
    await expect.poll(() => meeting().phase).toBe('closed')
    await sees(screen.page, '会议结束了')
    await shot(screen.page, 'screen-closed')
    await shot(second.page, 'phone-closed')
    await button(desk.page, /纪要$/).click()
    await sees(desk.page, '存成 Word')
    await checkAxe(desk.page)
    await shot(desk.page, 'chair-minutes')
    const [minutes, minutesText] = await saved(desk.page, () =>
      button(desk.page, /存成 Word/)
        .first()
        .click(),
    )
    expect(minutes).toMatch(/会议纪要\.docx$/)
    for (const text of [JOTTED.third, JOTTED.fourth, '跑道定在平台东侧', '赞成 13，反对 4，弃权 2', '练习']) {
      expect(minutesText).toContain(text)
    }
    await button(desk.page, /工单$/).click()
    await sees(desk.page, '红色议事工单')
    await shot(desk.page, 'chair-worksheets')
    const [worksheet, worksheetText] = await saved(desk.page, () => button(desk.page, /的工单存成 Word$/).click())
    expect(worksheet).toMatch(/工单.*\.docx$/)
    expect(worksheetText).toContain('宝文家园物业服务中心')
  })

  it('a sealed meeting shows the digest to be printed', async () => {
    await button(desk.page, /纪要$/).click()
    await button(desk.page, '封存').click()
    await desk.page.getByRole('dialog').getByRole('button', { name: '封存' }).click()
    await expect.poll(() => meeting().phase).toBe('sealed')
    const { digest } = stage.host.hall.documents.index.data.meetings[0] ?? {}
    await expect
      .poll(async () => (await desk.page.locator('body').innerText()).replace(/\s/g, ''))
      .toContain(digest ?? 'a digest')
    await shot(desk.page, 'chair-sealed')
  })

  it('no page complained of anything from beginning to end', () => {
    stage.expectCalm()
  })
})

/** What is written in an editor, without the names beside other people's carets. */
function withoutCarets(editor: Element): string {
  const copy = editor.cloneNode(true) as Element
  for (const caret of copy.querySelectorAll('[class*=caret]')) caret.remove()
  return copy.textContent ?? ''
}

/** Presses what saves a file: its name, and the text of the Word document in it. The file is kept beside the screenshots. */
async function saved(page: Page, press: () => Promise<void>): Promise<readonly [name: string, text: string]> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  const folder = path.join(ROOT, 'out/papers')
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, download.suggestedFilename())
  await download.saveAs(file)
  const zip = await JSZip.loadAsync(await readFile(file))
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
  return [download.suggestedFilename(), xml.replace(/<[^>]+>/g, '')]
}
