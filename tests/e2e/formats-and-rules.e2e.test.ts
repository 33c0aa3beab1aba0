import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ballotId } from '../../shared/core/ids.ts'
import type { Format } from '../../shared/formats/format.ts'
import type { Rule } from '../../shared/rules/rule.ts'
import { tryRule } from '../../shared/rules/trial/try-rule.ts'
import { meetingStream } from '../../shared/streams/stream-name.ts'
import { trialSentence } from '../../shared/wording/trial.ts'
import { type DeskPerson, type DeskStage, startDeskStage } from '../fixtures/browser/desk-stage.ts'
import { fitsAcross } from '../fixtures/browser/fits.ts'
import { lookAt } from '../fixtures/browser/look-at.ts'
import { button, sees, seesNoMore, step } from '../fixtures/browser/on-page.ts'
import { shot } from '../fixtures/browser/shot.ts'
import { ROOT } from '../fixtures/built-app.ts'
import { until } from '../fixtures/test-hall.ts'

const builtIn = async (file: string): Promise<unknown> =>
  JSON.parse(await readFile(path.join(ROOT, 'resources', file), 'utf8'))
// As the application ships them; their own tests check every entry.
const formats = (await builtIn('formats.json')) as readonly Format[]
const rulePacks = (await builtIn('rule-packs.json')) as readonly Rule[]

/** Five days before the end of a month; the host's clock goes on from there. */
const TODAY = '2026-11-25'
const BEGIN = Date.parse(`${TODAY}T02:00:00Z`)
const COUNCIL = '桂花社区议事会'
const TITLE = '充电安全专题会'

/** Three of the four sides that a 红色议事厅 wants: nobody stands for 业委会. */
const people: readonly DeskPerson[] = [
  { name: '召集人王', kind: 'convener', voting: true, party: '社区党组织' },
  { name: '话事员李', kind: 'scribe', voting: false },
  { name: '物业刘', kind: 'standing', voting: true, party: '物业企业' },
  { name: '支部陈', kind: 'standing', voting: true, party: '小区党支部' },
  { name: '公众甲', kind: 'public', voting: true },
  { name: '公众乙', kind: 'public', voting: true },
]

const nav = (desk: Page, name: string) => desk.getByRole('navigation', { name })
const way = (desk: Page, name: string) => nav(desk, '规矩和工具').getByRole('link', { name })
/** An entry of the list that a 下拉 shows. */
const option = (desk: Page, words: string) => desk.locator('.ant-select-item-option').filter({ hasText: words })

async function pick(desk: Page, field: string, words: string): Promise<void> {
  await desk.getByRole('combobox', { name: field, exact: true }).click()
  await option(desk, words).click()
}

async function toStart(desk: Page): Promise<void> {
  await button(desk, '回起始页').click()
  await sees(desk, '我们的组织')
}

/** What a page has downloaded, as JSON. */
async function downloaded(desk: Page, press: () => Promise<void>): Promise<{ name: string; json: unknown }> {
  const [download] = await Promise.all([desk.waitForEvent('download'), press()])
  return { name: download.suggestedFilename(), json: JSON.parse(await readFile(await download.path(), 'utf8')) }
}

const jsonFile = (name: string, value: unknown) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(value)),
})

function startedAt(): () => number {
  const from = Date.now()
  return () => BEGIN + Date.now() - from
}

describe.sequential('formats', () => {
  let stage: DeskStage
  let desk: Page
  beforeAll(async () => {
    stage = await startDeskStage({ now: startedAt() })
    desk = stage.desk
    await stage.found({ name: COUNCIL, code: 'GHSQ', level: 'community' }, people)
    await sees(desk, '我们的组织')
    await way(desk, '会议形式').click()
    await sees(desk, '同一种会怎么开')
  })
  afterAll(() => stage?.close())

  const entries = () => nav(desk, '会议形式').getByRole('listitem')
  const own = () => stage.host.hall.documents.library.data.formats

  it('are fourteen', async () => {
    expect(formats).toHaveLength(14)
    await expect.poll(() => entries().count()).toBe(14)
  })

  it.each(formats.map((format, at) => [format.name, at, format] as const))(
    '%s is read in plain words, with its rule and what was not checked of it',
    async (name, at, format) => {
      await entries().nth(at).getByRole('button').click()
      const pane = desk.getByRole('region', { name, exact: true })
      await pane.getByRole('heading', { name, exact: true }).waitFor()
      const text = await pane.innerText()
      for (const part of [...format.parties, ...format.steps]) expect(text).toContain(part.name)
      const rule = rulePacks.find(({ ruleId }) => ruleId === format.ruleId)
      if (format.decision === 'vote') {
        if (rule === undefined) throw new Error(`${name} has no rule`)
        expect(text).toContain(rule.name)
        expect(text).toContain(rule.source)
        expect(text.includes('依据待核对')).toBe(rule.checked === null || rule.source.includes('依据待核对'))
      } else expect(text).not.toContain('规则包')
      await fitsAcross(desk)
      await lookAt(desk, `format-${format.formatId}`)
    },
  )

  it('are copied, renamed, exported, deleted and imported again', async () => {
    const redHall = formats.findIndex(({ formatId }) => formatId === 'red_hall')
    await entries().nth(redHall).getByRole('button').click()
    await button(desk, '复制为自己的').click()
    await sees(desk, '修改：红色议事厅（自定）')
    await desk.getByRole('textbox', { name: '名称' }).first().fill('桂花夜话')
    await lookAt(desk, 'format-editor')
    await button(desk, '存好').click()
    await sees(desk, '“桂花夜话”已存好')
    const [kept] = own()
    expect(kept).toEqual({ ...formats[redHall], formatId: kept?.formatId, name: '桂花夜话' })
    const { json, name } = await downloaded(desk, () => button(desk, '导出').click())
    expect(name).toMatch(/桂花夜话.*\.json$/)
    expect(json).toEqual(kept)
    await button(desk, '删除').click()
    await desk.getByRole('dialog').getByRole('button', { name: '删除' }).click()
    await expect.poll(() => entries().count()).toBe(14)
    expect(own()).toEqual([])
    await desk.locator('input[type=file]').setInputFiles(jsonFile(name, json))
    await sees(desk, '已导入：桂花夜话')
    await desk.getByRole('heading', { name: '桂花夜话' }).waitFor()
    expect(own()).toEqual([kept])
    await expect.poll(() => entries().count()).toBe(15)
  })

  it('that a council uses and that are due are called for on the start page, until the meeting is convened', async () => {
    const redHall = formats.findIndex(({ formatId }) => formatId === 'red_hall')
    await entries().nth(redHall).getByRole('button').click()
    await desk.getByRole('switch', { name: `${COUNCIL}采用` }).click()
    await until(() => stage.council(COUNCIL).formats.length === 1)
    await toStart(desk)
    await sees(desk, '红色议事厅：本月还没开（每月 1 次），还剩 5 天')
    await lookAt(desk, 'format-due')
    await button(desk, '去召集：红色议事厅').click()
    expect(await desk.getByRole('radio', { name: '红色议事厅' }).isChecked()).toBe(true)
    await desk.getByRole('textbox', { name: '地点' }).fill('党群服务中心')
    await desk.getByRole('textbox', { name: '议题一' }).fill('本月的事')
    await button(desk, /开门签到$/).click()
    await sees(desk, '会议码')
    await desk.getByRole('link', { name: '回到起始页' }).click()
    await sees(desk, '我们的组织')
    await seesNoMore(desk, '本月还没开')
  })

  it('no page complained of anything', () => stage.expectCalm())
})

describe.sequential('rule packs', () => {
  const OURS = '桂花社区议事规则'
  let stage: DeskStage
  let desk: Page
  beforeAll(async () => {
    stage = await startDeskStage({ now: startedAt() })
    desk = stage.desk
    await stage.found({ name: COUNCIL, code: 'GHSQ', level: 'community' }, people)
    await sees(desk, '我们的组织')
  })
  afterAll(() => stage?.close())

  it('are listed with what is not checked, what is over and what is for paper alone', async () => {
    await way(desk, '规则包').click()
    await sees(desk, '什么时候能表决、怎样算通过')
    const row = (name: string) => desk.getByRole('row').filter({ hasText: name })
    for (const { name } of rulePacks) expect(await row(name).first().innerText()).toContain('依据待核对')
    expect(await row('居民会议（旧法第九条）').innerText()).toMatch(/已失效[\s\S]*不可以：2025年12月31日到期失效/)
    expect(await row('党员大会选举').innerText()).toMatch(/不可以：法定选举只用纸票/)
    await fitsAcross(desk)
    await lookAt(desk, 'rule-packs')
  })

  it('are written in plain words, and the example is judged anew as a number changes', async () => {
    await button(desk, '居民代表会议（社区制度样本）').click()
    await button(desk, '复制一份').click()
    await desk.getByRole('textbox', { name: '规则名称' }).fill(OURS)
    await desk.getByRole('textbox', { name: '依据', exact: true }).fill('《桂花社区议事会章程》第九条')
    const example = desk.getByRole('region', { name: '举例' })
    for (const [key, value] of [
      ['应到', '41'],
      ['实到', '33'],
      ['赞成', '20'],
      ['反对', '9'],
      ['弃权', '4'],
    ] as const) {
      await example.getByRole('textbox', { name: key, exact: true }).fill(value)
    }
    const verdict = example.getByRole('status')
    await expect.poll(() => verdict.innerText()).toContain('赞成超过实到人数的一半（16.5），通过')
    await pick(desk, '通过门槛', '三分之二（2/3）')
    await expect.poll(() => verdict.innerText()).toContain('赞成未超过实到人数的 2/3（22），未通过')
    await lookAt(desk, 'rule-pack-editor')
    await pick(desk, '通过门槛', '别的分数')
    await desk.getByRole('spinbutton', { name: '通过门槛，几份' }).fill('3')
    await desk.getByRole('spinbutton', { name: '通过门槛，共几份' }).fill('5')
    await expect.poll(() => verdict.innerText()).toContain('（19又4/5），通过')
    await example.getByRole('textbox', { name: '赞成', exact: true }).fill('19')
    await example.getByRole('textbox', { name: '反对', exact: true }).fill('10')
    await expect.poll(() => verdict.innerText()).toContain('（19又4/5），未通过')
    await button(desk, '存好').click()
    await sees(desk, '复制一份')
    expect(stage.host.hall.documents.library.data.rulePacks).toMatchObject([
      {
        name: OURS,
        source: '《桂花社区议事会章程》第九条',
        checked: null,
        pass: { den: 'present', op: '>', share: { num: 3, den: 5 } },
      },
    ])
    await button(desk, '全部规则').click()
    await toStart(desk)
  })

  it('are chosen for a meeting, but neither one that is over nor one for paper alone', async () => {
    await button(desk, '开一次会').click()
    await desk.getByRole('radio', { name: '党群议事会' }).check()
    const field = desk.getByRole('combobox', { name: '表决规则' })
    const chosen = desk.getByRole('region', { name: '表决规则' })
    for (const [ruleId, name, why] of [
      ['jmhy_2018', '居民会议（旧法第九条）', '不能选：2025年12月31日到期失效'],
      ['party_election', '党员大会选举', '不能选：法定选举只用纸票'],
    ] as const) {
      await field.click()
      await field.fill(name)
      await option(desk, name).waitFor()
      expect(await option(desk, name).innerText()).toContain(why)
      await shot(desk, `rule-not-offered-${ruleId}`)
      await option(desk, name).click({ force: true })
      await field.press('Enter')
      await field.press('Escape')
      expect(await chosen.locator('.rule-sentence').innerText()).toContain('有表决权 5 人')
      expect(await chosen.innerText()).not.toContain(name)
    }
    await field.click()
    await field.fill('桂花')
    await option(desk, OURS).click()
    await sees(desk, '依据：《桂花社区议事会章程》第九条（依据待核对）')
    await desk.getByRole('textbox', { name: '地点' }).fill('党群服务中心')
    await desk.getByRole('textbox', { name: '议题一' }).fill('楼道堆物')
    await button(desk, '更多').click()
    await desk.getByRole('textbox', { name: '会议名称' }).fill(TITLE)
    await button(desk, /开门签到$/).click()
    await sees(desk, '会议码')
    const { rule } = stage.meeting(TITLE)
    expect(rule).toMatchObject({ name: OURS, pass: { share: { num: 3, den: 5 } } })
    await sees(desk, '依据待核对')
    await desk.getByRole('link', { name: '回到起始页' }).click()
    await sees(desk, '我们的组织')
  })

  it('are tried on owners at two thirds and just below by area, in the sentence of the command line', async () => {
    await way(desk, '规则试算').click()
    await desk.getByRole('combobox', { name: '用哪条规则' }).click()
    await desk.getByRole('combobox', { name: '用哪条规则' }).fill('一般事项')
    await option(desk, '业主共同决定·一般事项').click()
    const input = {
      业主总人数: '300',
      专有总面积: '30000.00',
      参与人数: '200',
      参与面积: '20000.00',
      赞成人数: '101',
      赞成面积: '10000.01',
      反对人数: '99',
      反对面积: '9999.99',
    }
    const figures = desk.getByRole('region', { name: '规则和数字' })
    const result = desk.getByRole('region', { name: '结论' })
    const fill = async (given: Readonly<Record<string, string>>) => {
      for (const [key, value] of Object.entries(given))
        await figures.getByRole('textbox', { name: key, exact: true }).fill(value)
    }
    const said = (given: Readonly<Record<string, string>>) =>
      trialSentence(tryRule(rulePacks, 'yz278_general', given), TODAY)
    await fill(input)
    await expect.poll(() => result.locator('.pack-sentence').innerText()).toBe(said(input))
    await expect.poll(() => result.getByRole('status').first().innerText()).toBe('通过')
    expect(await result.innerText()).toContain('不替代业主大会法定表决程序和当地指定系统')
    await lookAt(desk, 'trial-owners')
    const below = { ...input, 参与面积: '19999.99', 反对面积: '9999.98' }
    await fill(below)
    await expect.poll(() => result.locator('.pack-sentence').innerText()).toBe(said(below))
    await expect.poll(() => result.getByRole('status').first().innerText()).toBe('不成立')
    await fitsAcross(desk)
    await lookAt(desk, 'trial-owners-below')
  })

  it('are tried on the entries of a file, in their order', async () => {
    const trials = [
      { id: '一', rule: 'jmhy_2018', input: { 应到: 41, 实到: 33, 赞成: 20, 反对: 9, 弃权: 4 } },
      { id: '二', rule: 'party_branch', input: { 应到: 41, 实到: 33, 赞成: 20, 反对: 9, 弃权: 4 } },
      { id: '三', rule: 'jmdb_template', input: { 应到: 41, 实到: 27, 赞成: 27, 反对: 0, 弃权: 0 } },
    ]
    await desk.locator('input[type=file]').setInputFiles(jsonFile('试算.json', trials))
    await sees(desk, '试算清单（3 条）')
    const rows = desk.getByRole('region', { name: '试算清单' }).locator('tbody tr')
    for (const [at, { input, rule }] of trials.entries()) {
      const trial = tryRule(rulePacks, rule, input)
      const text = await rows.nth(at).innerText()
      expect(text).toContain(trialSentence(trial, TODAY))
      expect(text).toContain(['通过', '未通过', '不成立'][at])
    }
    await lookAt(desk, 'trial-file')
    await desk.locator('input[type=file]').setInputFiles(jsonFile('别的.json', { no: 'list' }))
    await sees(desk, '这不是试算文件')
    await sees(desk, '试算清单（3 条）')
  })

  it('no page complained of anything', () => stage.expectCalm())
})

describe.sequential('a 红色议事厅 with a side missing, a recusal and invitations by item', () => {
  let stage: DeskStage
  let desk: Page
  let phone: Page
  beforeAll(async () => {
    stage = await startDeskStage({ now: startedAt() })
    desk = stage.desk
    await stage.found({ name: COUNCIL, code: 'GHSQ', level: 'community' }, people)
    await sees(desk, '我们的组织')
  })
  afterAll(() => stage?.close())

  const meeting = () => stage.meeting(TITLE)
  const act = async (type: string, data: unknown) => {
    const answer = await stage.client.send(meetingStream(meeting().meetingId), null, type, data)
    if (!answer.ok) throw new Error(answer.sentence)
  }
  const nameOf = (seat: string) => stage.client.names[seat as keyof typeof stage.client.names] ?? ''
  const seat = (name: string) => {
    const found = meeting().attendance.seats.find(({ seatId }) => nameOf(seatId) === name)
    if (found === undefined) throw new Error(`nobody is called ${name}`)
    return found.seatId
  }
  /** Hands in what the phones do not. */
  const ballots = async (...without: readonly string[]) => {
    const { open } = meeting().voting
    if (open === null) throw new Error('no vote is open')
    for (const seatId of open.electors.filter((one) => !without.includes(nameOf(one)))) {
      await act('enterBallot', { voteId: open.voteId, seatId, option: 'for', ballotId: ballotId.mint(stage.random) })
    }
  }

  it('is warned of the side and of an election before it is convened, and hindered by neither', async () => {
    await button(desk, '开一次会').click()
    await desk.getByRole('radio', { name: '红色议事厅' }).check()
    await sees(desk, '名册上还没有这一方的人：业委会')
    await sees(desk, '应到 5 人，其中公众议事委员 2 人按议题邀请')
    await desk.getByRole('textbox', { name: '地点' }).fill('党群服务中心')
    await desk.getByRole('textbox', { name: '议题一' }).fill('电动车集中充电位选址')
    await seesNoMore(desk, '本软件不提供法定选举的电子投票')
    await desk.keyboard.press('Enter')
    await desk.keyboard.type('值守排班')
    await desk.keyboard.press('Enter')
    await desk.keyboard.type('改选业主委员会委员')
    await sees(desk, '本软件不提供法定选举的电子投票')
    await button(desk, '议题二邀请的公众委员：全部 2 人').click()
    await button(desk, '逐个选').click()
    await desk.getByRole('combobox', { name: '议题二邀请公众委员' }).click()
    await option(desk, '公众乙').click()
    await desk.keyboard.press('Escape')
    await button(desk, '更多').click()
    await desk.getByRole('textbox', { name: '会议名称' }).fill(TITLE)
    await fitsAcross(desk)
    await lookAt(desk, 'red-hall-convene')
    await button(desk, /开门签到$/).click()
    await sees(desk, '会议码')
    expect(meeting().agenda.map(({ invited, title }) => [title, invited?.map(nameOf) ?? null])).toEqual([
      ['电动车集中充电位选址', null],
      ['值守排班', ['公众乙']],
      ['改选业主委员会委员', null],
    ])
  })

  it('is told on the console which side is missing, and goes on', async () => {
    for (const name of ['召集人王', '物业刘', '支部陈', '公众乙']) await act('signIn', { seatId: seat(name) })
    await sees(desk, '缺：业委会（名册上没有这一方的人）')
    await lookAt(desk, 'red-hall-console')
    const code = await until(() => stage.client.meetings[0]?.joinCode)
    phone = (await stage.phone(code)).page
    await phone.getByText('公众甲', { exact: true }).click()
    await button(phone, '我是公众甲，进会场').click()
    await sees(phone, '已经告诉主持人了')
    const request = await until(() => stage.client.admissions.find((one) => one.name === '公众甲'))
    await stage.client.admit(request)
    await sees(phone, '已签到')
    await button(desk, '开始：一、电动车集中充电位选址').click()
    await until(() => meeting().runningItem)
    await sees(desk, '缺：业委会')
  })

  it('lets somebody stand aside by phone: 应到 is one less, and the result names it', async () => {
    await button(phone, '谁在这台设备上').click()
    await button(phone, '这一项和我有关，要回避').click()
    await phone.getByRole('textbox', { name: /原因/ }).fill('施工单位是我家亲戚')
    await lookAt(phone, 'recusal-phone')
    await button(phone, '确认回避').click()
    await sees(phone, '公众甲，本题回避，不参加表决，应到、实到都不计入。')
    await button(phone, '返回会场').click()
    await sees(phone, '本题回避，不参加表决')
    await button(desk, '进入表决').click()
    await sees(desk, '缺：业委会')
    await sees(desk, '4 人，实到 4 人；另有 1 人回避，不计入')
    await desk.getByRole('textbox', { name: '要表决的话' }).fill('在 3 号楼东侧装四个集中充电位')
    await lookAt(desk, 'recusal-desk')
    await button(desk, '开始表决').click()
    await until(() => meeting().voting.open)
    expect(meeting().voting.open).toMatchObject({ entitled: 4, recused: 1 })
    expect(meeting().voting.open?.electors).not.toContain(seat('公众甲'))
    await sees(phone, '本题回避，不参加表决。')
    expect(await phone.getByRole('radiogroup', { name: '您的意见' }).count()).toBe(0)
    await lookAt(phone, 'recusal-phone-vote')
    await ballots()
    await sees(desk, '到齐了')
    await button(desk, '结束并公布结果').click()
    await sees(desk, '应到 4 人（另有 1 人回避，不计入），实到 4 人；赞成 4，反对 0，弃权 0')
    await sees(desk, '依据待核对')
    await lookAt(desk, 'recusal-result')
    // Who stood aside and why is for those who run the meeting; the phone reads the figures.
    await sees(phone, '另有 1 人回避，不计入')
  })

  it('does not let a 公众委员 vote on an item to which only others are invited', async () => {
    await button(desk, '议完这一项').click()
    await button(desk, '下一项：值守排班').click()
    await until(() => meeting().agenda[1]?.phase === 'running')
    if ((await button(phone, '回到会场').count()) > 0) await button(phone, '回到会场').click()
    await sees(phone, '本题没有邀请公众委员表决，您可以旁听、发言')
    await step(desk, '表决').click()
    await sees(desk, '4 人，实到 4 人')
    await desk.getByRole('textbox', { name: '要表决的话' }).fill('每周二、周四由志愿者值守')
    await button(desk, '开始表决').click()
    await until(() => meeting().voting.open)
    expect(meeting().voting.open).toMatchObject({ entitled: 4 })
    expect(meeting().voting.open?.electors).toContain(seat('公众乙'))
    expect(meeting().voting.open?.electors).not.toContain(seat('公众甲'))
    await sees(phone, '本题没有邀请公众委员表决，您可以旁听、发言。')
    expect(await phone.getByRole('radiogroup', { name: '您的意见' }).count()).toBe(0)
    await lookAt(phone, 'not-invited-phone')
    await ballots()
    await sees(desk, '到齐了')
    await button(desk, '结束并公布结果').click()
    await sees(desk, '应到 4 人，实到 4 人；赞成 4')
  })

  it('is cautioned where an election is to be put to the vote', async () => {
    await button(desk, '议完这一项').click()
    await button(desk, '下一项：改选业主委员会委员').click()
    await until(() => meeting().agenda[2]?.phase === 'running')
    await step(desk, '表决').click()
    await sees(desk, '本软件不提供法定选举的电子投票，请用纸票')
    await lookAt(desk, 'election-caution')
  })

  it('no page complained of anything', () => stage.expectCalm())
})
