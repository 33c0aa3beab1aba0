import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { memoryStorage } from '../../main/host/storage/memory-storage.ts'
import { type HallStage, letIn, startHallStage } from '../fixtures/browser/hall-stage.ts'
import { closeVote, enterBallots, openVote, signIn } from '../fixtures/browser/hall-vote.ts'
import { lookAt } from '../fixtures/browser/look-at.ts'
import { button, sees, seesNoMore, step } from '../fixtures/browser/on-page.ts'
import { speaksProtocol } from '../fixtures/browser/speaks-protocol.ts'
import { SITE } from '../fixtures/browser/stage.ts'
import { startTestHost, until } from '../fixtures/test-hall.ts'

const MEMBERS = ['委员甲', '委员乙', '委员丙', '委员丁', '委员戊'] as const
/** Longer than a page waits before it tells people what to look at, ms. */
const A_LONG_WHILE = 25_000

/** One hall for all tests of a group, each with people of its own. */
function hallFor(options: Parameters<typeof startHallStage>[0] = {}): () => HallStage {
  let stage: HallStage
  beforeAll(async () => {
    stage = await startHallStage(options)
  })
  afterAll(() => stage?.close())
  return () => stage
}

describe('at the door', () => {
  const stage = hallFor()

  test('a wrong code is refused, and the right one typed after it leads in', async () => {
    const { hall, phone } = stage()
    const { page } = await phone()
    const field = page.getByRole('textbox', { name: '请输入会议码' })
    await field.fill(hall.joinCode === '000000' ? '111111' : '000000')
    await button(page, '下一步').click()
    await sees(page, '会议码不对。请看大屏或问主持人，再输入一次。')
    await lookAt(page, 'state-wrong-code')
    await field.fill(hall.joinCode)
    await field.press('Enter')
    await sees(page, '您是哪一位？')
    await lookAt(page, 'state-names')
    await page.getByRole('textbox', { name: '找名字' }).fill('没有这个人')
    await sees(page, '名单里没有“没有这个人”')
    await lookAt(page, 'state-no-such-name')
  })

  test('who waits can pick another name, and who is turned away is told so and can ask again', async () => {
    const { hall, knocking } = stage()
    const { page } = await knocking('委员甲')
    await button(page, '我不是委员甲，换一个名字').click()
    await page.getByText('委员乙', { exact: true }).click()
    await button(page, '我是委员乙，进会场').click()
    await sees(page, '委员乙，已经告诉主持人了')
    const request = await until(() => hall.operator.admissions.find((one) => one.name === '委员乙'))
    await hall.operator.turnAway(request)
    await sees(page, '主持人没有同意这次入场。请向工作人员说明身份后再试。')
    await lookAt(page, 'state-turned-away')
    await page.getByText('委员乙', { exact: true }).click()
    await button(page, '我是委员乙，进会场').click()
    await letIn(hall, '委员乙')
    await sees(page, '已签到')
  })

  test('a seat on another device is taken over on purpose alone, and the first device is told', async () => {
    const { hall, phone, seated } = stage()
    const first = await seated('委员丙')
    const { page } = await phone(hall.joinCode)
    await page.getByText('委员丙', { exact: true }).click()
    await sees(page, '“委员丙”已在另一台设备上')
    await lookAt(page, 'state-seat-taken')
    await button(page, '换到这台设备').click()
    await sees(page, '主持人同意后，委员丙原来那台设备就退出')
    await lookAt(page, 'state-take-over')
    await button(page, '确认换过来').click()
    await letIn(hall, '委员丙')
    await sees(page, '已签到')
    await sees(first.page, '您的席位已换到别的设备，或被请出会场')
    await lookAt(first.page, 'state-taken-over')
  })

  test('a device that the desk removes is told so, and may knock again', async () => {
    const { console, seated } = stage()
    const { page } = await seated('委员丁')
    const desk = await console()
    await button(desk.page, '更多：委员丁').click()
    await desk.page.getByRole('menuitem', { name: '移除设备' }).click()
    const question = desk.page.getByRole('dialog')
    await sees(desk.page, '委员丁的设备要退出会场')
    await lookAt(desk.page, 'state-removing')
    await question.getByRole('button', { name: '移除设备' }).click()
    await sees(page, '您的席位已换到别的设备，或被请出会场')
    await button(page, '重新进会场').click()
    await page.getByText('委员丁', { exact: true }).click()
    await button(page, '我是委员丁，进会场').click()
    await sees(page, '已经告诉主持人了')
    await desk.page.context().close()
  })

  test('a phone that opens the page twice uses the newer one, and can go back to the older', async () => {
    const { seated } = stage()
    const { page } = await seated('委员戊')
    const newer = await page.context().newPage()
    await newer.goto(page.url())
    await sees(newer, '已签到')
    await sees(page, '您在别的页面打开了本会议')
    await lookAt(page, 'state-replaced')
    await button(page, '在这一页继续').click()
    await sees(page, '已签到')
    await sees(newer, '您在别的页面打开了本会议')
  })

  test('a walk-in registers on the spot and comes in without a vote', async () => {
    const { hall, phone } = stage()
    const { page } = await phone(hall.joinCode)
    await button(page, '名单里没有我，现场登记').click()
    await page.getByRole('textbox', { name: '您的姓名' }).fill('热心居民')
    await lookAt(page, 'state-walk-in')
    await button(page, '我是热心居民，进会场').click()
    await letIn(hall, '热心居民')
    await sees(page, '已签到')
  })

  test('no page complained', () => stage().expectCalm())
})

describe('while the line is down', () => {
  const storage = memoryStorage()
  const stage = hallFor({ storage })

  test('a phone keeps what was asked for and sends it by itself when it is back', async () => {
    const { hall, seated } = stage()
    await hall.act('startItem', { itemId: hall.meeting().agenda[0]?.itemId })
    const { line, page } = await seated('委员甲')
    line.cut()
    await sees(page, '和主持电脑断开了，正在重连')
    await button(page, '我要发言').click()
    await button(page, '提问').click()
    await sees(page, '有 1 条待送')
    await sees(page, '举手（提问）正在送出，连上后自动送到')
    await lookAt(page, 'state-offline')
    line.mend()
    await sees(page, '下一位就是您')
    await seesNoMore(page, '和主持电脑断开了')
    expect(hall.meeting().floor.queue.map(({ stance }) => stance)).toEqual(['question'])
    await page.context().close()
  })

  test('every surface says that the host is gone, what to look at, and comes back with it', async () => {
    const { console, expectCalm, hall, screen, scribe, seated } = stage()
    const { port } = hall.host
    const phone = (await seated('委员乙')).page
    await phone.clock.install()
    await phone.reload()
    await sees(phone, '已签到')
    const desk = (await console()).page
    const scribing = (await scribe()).page
    await sees(scribing, '话事员台')
    const wall = (await screen(hall.joinCode)).page
    await sees(wall, '议题一')

    await hall.host.close()
    await sees(phone, '和主持电脑断开了，正在重连')
    await sees(phone, '主机已关闭。记录都已存盘，请等待主机重新启动。')
    await phone.clock.fastForward(A_LONG_WHILE)
    await sees(phone, '这么久没连上，请看一下手机是不是还连着会场的')
    await lookAt(phone, 'state-host-gone-phone')
    for (const [name, page] of [
      ['desk', desk],
      ['scribe', scribing],
    ] as const) {
      await sees(page, '一条不会丢')
      await sees(page, '连接中断')
      await lookAt(page, `state-host-gone-${name}`)
    }
    await sees(wall, '和主持电脑断开了，正在重连。下面是断开前的内容。')
    await lookAt(wall, 'state-host-gone-screen')

    const again = await startTestHost({ storage, port, site: SITE })
    onTestFinished(() => again.close())
    await sees(phone, '已连上')
    await seesNoMore(wall, '正在重连')
    // The launch secret is a new one with every start of the host.
    for (const page of [desk, scribing]) await sees(page, '这个页面是上一次启动时打开的')
    await lookAt(desk, 'state-old-launch')
    expectCalm()
  })
})

describe('pages and hosts of different versions', () => {
  const stage = hallFor()

  test('a page that is too old is told to load again, and does', async () => {
    const { operator, phone, screen, hall } = stage()
    for (const [name, { page }, words] of [
      ['phone', await phone(hall.joinCode), '会议电脑更新过，这一页要刷新'],
      ['desk', await operator(), '会议电脑更新过，这一页要刷新'],
      ['screen', await screen(hall.joinCode), '主持电脑更新过，大屏要刷新'],
    ] as const) {
      const isOld = await speaksProtocol(page, 0)
      await page.reload()
      await sees(page, words)
      await lookAt(page, `state-page-too-old-${name}`)
      isOld.now = false
      // Nobody stands at a screen: there it says F5.
      if (name === 'screen') await page.reload()
      else await button(page, '刷新').click()
      await seesNoMore(page, '更新过')
    }
  })

  test('a page that is newer than the host says who has to do what', async () => {
    const { operator, phone, screen, hall } = stage()
    for (const [name, { page }, words] of [
      ['phone', await phone(hall.joinCode), '主持电脑的软件比这一页旧'],
      ['desk', await operator(), '主机的软件比这个页面旧。请联系工作人员更新主机。'],
      ['screen', await screen(hall.joinCode), '主持电脑的软件比大屏旧'],
    ] as const) {
      await speaksProtocol(page, 99)
      await page.reload()
      await sees(page, words)
      await lookAt(page, `state-host-too-old-${name}`)
    }
    stage().expectCalm()
  })
})

describe('who may not run the meeting', () => {
  const stage = hallFor()

  test('a wrong launch secret opens nothing, and says where the right one is', async () => {
    const { laptop } = stage()
    const stale = await laptop('/desk#0123456789abcdef0123456789abcdef')
    await sees(stale.page, '这个页面是上一次启动时打开的')
    await lookAt(stale.page, 'state-wrong-secret')
    const bare = await laptop('/desk#bad')
    await sees(bare.page, '请先入场')
    await lookAt(bare.page, 'state-no-secret')
    await bare.page.getByRole('link', { name: '去入场' }).click()
    await sees(bare.page, '请输入会议码')
  })

  test('a member who opens the desks is led back to the page of one’s own', async () => {
    const { seated } = stage()
    const { page } = await seated('委员甲', 'laptop')
    const origin = new URL(page.url()).origin
    await page.goto(`${origin}/scribe`)
    await sees(page, '话事员台由主持人和话事员使用')
    await lookAt(page, 'state-not-the-scribe')
    await page.goto(`${origin}/desk`)
    await sees(page, '主持台由主持人使用')
    await lookAt(page, 'state-not-the-chair')
    await page.getByRole('link', { name: '回到我的参会页' }).click()
    await sees(page, '已签到')
  })

  test('the scribe who opens the console is led to the scribe’s desk', async () => {
    const { seated } = stage()
    const { page } = await seated('话事', 'laptop')
    await page.goto(`${new URL(page.url()).origin}/desk`)
    await sees(page, '您是本次会议的话事员')
    await lookAt(page, 'state-scribe-at-the-console')
    await page.getByRole('link', { name: '打开话事员台' }).click()
    await sees(page, '话事员台')
    await sees(page, '议题一')
  })

  test('a screen with a wrong code asks for another, and shows the meeting of the right one', async () => {
    const { hall, screen } = stage()
    const { page } = await screen(hall.joinCode === '000000' ? '111111' : '000000')
    await sees(page, '没有用这个会议码的会')
    await lookAt(page, 'state-screen-wrong-code')
    await page.getByRole('textbox').fill(hall.joinCode)
    await button(page, '显示').click()
    await sees(page, '测试会议')
    stage().expectCalm()
  })
})

describe('votes that decide nothing', () => {
  const stage = hallFor()
  let desk: Page
  let phone: Page
  let wall: Page
  beforeAll(async () => {
    const { console, hall, screen, seated } = stage()
    desk = (await console()).page
    phone = (await seated('委员甲')).page
    wall = (await screen(hall.joinCode)).page
  })

  test('without a quorum no vote can be opened, and everybody reads how many are missing', async () => {
    const { hall } = stage()
    await signIn(hall, '委员乙')
    await hall.act('startItem', { itemId: hall.meeting().agenda[0]?.itemId })
    await sees(phone, '可以议，还差 2 位才能表决（应到 6，实到 2）')
    await step(desk, '表决').click()
    await desk.getByRole('textbox', { name: '要表决的话' }).fill('铺设塑胶跑道')
    await sees(desk, '还不能表决')
    await sees(desk, '再来 2 位有表决权的人签到，就能表决')
    expect(await button(desk, '开始表决').isDisabled()).toBe(true)
    await lookAt(desk, 'state-no-quorum-desk')
    await lookAt(phone, 'state-no-quorum-phone')
  })

  test('a tie has not passed, in the same words everywhere', async () => {
    const { hall } = stage()
    await signIn(hall, '主持', ...MEMBERS)
    const vote = await openVote(hall, '铺设塑胶跑道')
    await sees(phone, '铺设塑胶跑道')
    await enterBallots(hall, vote, { 主持: 'for', 委员甲: 'for', 委员乙: 'for' })
    await enterBallots(hall, vote, { 委员丙: 'against', 委员丁: 'against', 委员戊: 'against' })
    await closeVote(hall, vote)
    const sentence = '应到 6 人，实到 6 人；赞成 3，反对 3，弃权 0。赞成和反对一样多，平局不通过，主持人没有第二票。'
    for (const [name, page] of Object.entries({ desk, phone, wall })) {
      await sees(page, sentence)
      await sees(page, '未通过')
      await lookAt(page, `state-tie-${name}`)
    }
    await button(phone, '回到会场').click()
  })

  test('a vote that is declared void says why, and is kept', async () => {
    const { hall } = stage()
    await openVote(hall, '采用透水面层方案')
    await sees(phone, '采用透水面层方案')
    await sees(wall, '采用透水面层方案')
    await button(desk, '作废重投').click()
    await desk.getByRole('textbox', { name: '作废的原因' }).fill('要表决的话念错了')
    await button(desk, '宣布作废').last().click()
    await sees(phone, '主持人宣布这次表决作废：要表决的话念错了。原来的票都留着备查，需要时重新表决。')
    await sees(desk, '原因：要表决的话念错了')
    await sees(wall, '这次表决作废')
    await sees(wall, '要表决的话念错了')
    for (const [name, page] of Object.entries({ desk, phone, wall })) await lookAt(page, `state-void-${name}`)
    expect(hall.meeting().voting.past.map(({ phase }) => phase)).toEqual(['closed', 'void'])
    stage().expectCalm()
  })
})
