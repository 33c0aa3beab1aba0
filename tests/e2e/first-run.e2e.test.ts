import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeRuntime } from '../../main/cli/node-runtime.ts'
import { HallClient } from '../../shared/client/hall-client.ts'
import { ballotId } from '../../shared/core/ids.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { voterOf } from '../../shared/meeting/voting/state.ts'
import { meetingStream } from '../../shared/streams/stream-name.ts'
import { fitsAcross } from '../fixtures/browser/fits.ts'
import { lookAt } from '../fixtures/browser/look-at.ts'
import { button, sees } from '../fixtures/browser/on-page.ts'
import { pasteInto } from '../fixtures/browser/paste-into.ts'
import { type Stage, startStage } from '../fixtures/browser/stage.ts'
import { seededBytes } from '../fixtures/seeded-random.ts'
import { until } from '../fixtures/test-hall.ts'

const COUNCIL = '桂花社区红色议事厅'
const randomBytes = seededBytes(7)
const MOTION = '在 3 号楼东侧装四个集中充电位'
/** Two columns as Excel puts them on the clipboard, with its heading; forty invented people. */
const LIST = [
  '姓名\t身份',
  ...Array.from({ length: 36 }, (_, index) => `议事员${String(index + 1).padStart(2, '0')}\t常任委员`),
  ...['公众甲', '公众乙', '公众丙'].map((name) => `${name}\t居民代表`),
  '物业经理\t列席',
].join('\r\n')

/** One after the other, as a secretary does it: each step stands on the ones before it. */
describe.sequential('a council of one’s own, from nothing to its first worksheet', () => {
  let stage: Stage
  let desk: Page
  let phone: Page
  let operator: HallClient
  beforeAll(async () => {
    stage = await startStage()
    desk = (await stage.operator()).page
    operator = new HallClient(nodeRuntime(stage.host.port), { kind: 'operator', secret: stage.host.operatorSecret })
  })
  afterAll(async () => {
    operator?.close()
    await stage?.close()
  })

  const meeting = (): HeldMeeting => {
    const [live] = stage.host.hall.streams.meetings()
    if (live === undefined || live.confirmed.phase === 'unopened') throw new Error('there is no meeting')
    return live.confirmed
  }
  const act = async (type: string, data: unknown) => {
    const answer = await operator.send(meetingStream(meeting().meetingId), null, type, data)
    if (!answer.ok) throw new Error(answer.sentence)
  }
  const shows = async (name: string) => {
    await fitsAcross(desk)
    await lookAt(desk, `first-run-${name}`)
  }

  it('is told what is missing before a council can be founded', async () => {
    await button(desk, '建组织').click()
    await sees(desk, '第一步，共三步')
    await button(desk, '下一步：会议').click()
    await sees(desk, '请写组织名称')
    await shows('council-empty')
  })

  it('types names line by line and pastes a list of forty from Excel', async () => {
    await desk.getByRole('textbox', { name: '组织名称' }).fill(COUNCIL)
    await desk.getByRole('textbox', { name: '短码' }).fill('ghsq')
    await desk.getByRole('textbox', { name: '第 1 行姓名' }).fill('召集人甲')
    await desk.keyboard.press('Enter')
    await desk.keyboard.type('话事员乙')
    await desk.keyboard.press('Enter')
    await pasteInto(desk.getByRole('textbox', { name: '第 3 行姓名' }), LIST)
    await sees(desk, '共 42 席，有表决权 40 席')
    await desk.keyboard.press('Enter')
    await desk.keyboard.type('召集人甲')
    await sees(desk, '与第 1 行重名')
    await desk.keyboard.press('Control+A')
    await desk.keyboard.press('Backspace')
    await sees(desk, '共 42 席，有表决权 40 席')
    await shows('council')
  })

  it('keeps what was typed over a reload', async () => {
    await desk.reload()
    await sees(desk, '共 42 席，有表决权 40 席')
    expect(await desk.getByRole('textbox', { name: '组织名称' }).inputValue()).toBe(COUNCIL)
    expect(await desk.getByRole('textbox', { name: '短码' }).inputValue()).toBe('GHSQ')
    await button(desk, '下一步：会议').click()
    await sees(desk, '第二步，共三步')
  })

  it('plans the meeting, also over a reload, and reads the rule counted out for this roster', async () => {
    await button(desk, '下一步：开门签到').click()
    await sees(desk, '请写开会的地点')
    await button(desk, '更多').click()
    await desk.getByRole('textbox', { name: '会议名称' }).fill('充电安全专题会')
    await desk.getByRole('textbox', { name: '地点' }).fill('党群服务中心二楼')
    await desk.getByRole('textbox', { name: '议题一' }).fill('楼道飞线充电整治')
    await desk.keyboard.press('Enter')
    await pasteInto(desk.getByRole('textbox', { name: '议题二' }), '1. 充电位选址\n2. 值守排班')
    await sees(desk, '有表决权 40 人：到会满 21 人才能表决')
    await desk.reload()
    await sees(desk, '第二步，共三步')
    expect(await desk.getByRole('textbox', { name: '议题三' }).inputValue()).toBe('值守排班')
    await shows('meeting')
    await button(desk, '下一步：开门签到').click()
    await sees(desk, '会议码')
    expect(meeting()).toMatchObject({ phase: 'open', practice: false, councilName: COUNCIL, title: '充电安全专题会' })
    expect(meeting().attendance.seats).toHaveLength(42)
    expect(meeting().agenda.map(({ title }) => title)).toEqual(['楼道飞线充电整治', '充电位选址', '值守排班'])
  })

  it('opens the door, and a phone comes in by itself', async () => {
    await desk.getByRole('radio', { name: '有会议码就进' }).click()
    await until(() => stage.host.hall.documents.settings.data.admission === 'open')
    await shows('door')
    const code = await until(() => operator.meetings[0]?.joinCode)
    phone = (await stage.phone(code)).page
    await phone.getByRole('textbox', { name: '找名字' }).fill('ysy07')
    await phone.getByText('议事员07', { exact: true }).click()
    await button(phone, '我是议事员07，进会场').click()
    await sees(phone, '已签到')
    await lookAt(phone, 'first-run-phone')
    await sees(desk, /实到\s*1/)
  })

  it('runs an item to a vote that passes, and gives the work to somebody', async () => {
    const seats = meeting().attendance.seats.filter(({ voting }) => voting)
    const present = new Set(meeting().attendance.presence.map(({ seatId }) => seatId))
    for (const { seatId } of seats.slice(0, 30)) if (!present.has(seatId)) await act('signIn', { seatId })
    await button(desk, '开始：一、楼道飞线充电整治').click()
    await button(desk, '进入表决').click()
    await desk.getByRole('textbox', { name: '要表决的话' }).fill(MOTION)
    await button(desk, '开始表决').click()
    await sees(phone, MOTION)
    await phone.getByRole('radiogroup', { name: '您的意见' }).locator('label', { hasText: '赞成' }).click()
    await button(phone, '投出这一票').click()
    await sees(phone, '已记录')
    const { open } = meeting().voting
    if (open === null) throw new Error('the vote is open')
    for (const seatId of open.electors.filter((one) => voterOf(open, one) === null)) {
      const ballot = { ballotId: ballotId.mint(randomBytes), option: 'for', seatId }
      await act('enterBallot', { voteId: open.voteId, ...ballot })
    }
    await sees(desk, '到齐了')
    await button(desk, '结束并公布结果').click()
    await sees(desk, '赞成 30，反对 0，弃权 0')
    const form = desk.getByRole('form', { name: '交办' })
    await form.getByRole('combobox', { name: '责任单位' }).fill('桂花物业')
    await form.getByText('15 天').click()
    await form.getByRole('button', { name: '交办' }).click()
    const year = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', year: 'numeric' }).format(Date.now())
    await sees(desk, `工单 ${year}-GHSQ-0001`)
    await shows('assigned')
  })

  it('closes, and the start page then lists the meeting and the work that was given', async () => {
    await button(desk, '议完这一项').click()
    await button(desk, '散会').click()
    await desk.getByRole('dialog').getByRole('button', { name: '散会' }).click()
    await until(() => meeting().phase === 'closed')
    await desk.getByRole('link', { name: '回到起始页' }).click()
    await sees(desk, `${COUNCIL}开过的会`)
    const ledger = desk.getByRole('row', { name: /充电安全专题会/ })
    for (const words of ['30 / 40', '通过 1 项', '待封存']) expect(await ledger.innerText()).toContain(words)
    const due = desk.getByRole('complementary', { name: '交办的工单' })
    for (const words of [MOTION, '桂花物业', 'GHSQ-0001', '还有 15 天']) {
      await expect.poll(() => due.innerText(), { timeout: 15_000 }).toContain(words)
    }
    await shows('start-page')
    await button(desk, '打开：充电安全专题会').click()
    await sees(desk, '充电安全专题会')
  })

  it('no page complained of anything', () => stage.expectCalm())
})
