import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSheet } from '../../renderer/desk/roster/files/read-sheet.ts'
import { rosterCsv } from '../../renderer/desk/roster/files/roster-files.ts'
import { rosterFrom } from '../../renderer/desk/roster/files/roster-from.ts'
import type { Person } from '../../renderer/desk/roster/person.ts'
import type { Contact } from '../../shared/contacts/messages.ts'
import { photoFault } from '../../shared/contacts/photo.ts'
import { type SeatId, seatId } from '../../shared/core/ids.ts'
import type { Seat } from '../../shared/council/seat.ts'
import { votes } from '../../shared/council/standing.ts'
import { entitledSeats } from '../../shared/meeting/attendance/state.ts'
import { councilStream } from '../../shared/streams/stream-name.ts'
import { type DeskPerson, type DeskStage, startDeskStage } from '../fixtures/browser/desk-stage.ts'
import { fitsAcross } from '../fixtures/browser/fits.ts'
import { lookAt } from '../fixtures/browser/look-at.ts'
import { button, sees, seesNoMore } from '../fixtures/browser/on-page.ts'
import { pasteInto } from '../fixtures/browser/paste-into.ts'
import { exif } from '../fixtures/photos.ts'
import { xlsxOfRows } from '../fixtures/roster-files/xlsx-file.ts'
import { until } from '../fixtures/test-hall.ts'

const STREET = '桂花街道大党委联席会'
const GRID = '第三网格议事会'
const ID_NUMBER = '11010519491231002X'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const voter = (name: string, more: Partial<DeskPerson> = {}): DeskPerson => ({
  name,
  kind: 'standing',
  voting: true,
  ...more,
})

/** What the operator knows of somebody: the seat and the contact. */
async function known(stage: DeskStage, council: string, name: string): Promise<{ seat: Seat; contact: Contact }> {
  const { councilId, seats } = stage.council(council)
  const contact = (await stage.client.contacts(councilId))?.find((one) => one.name === name)
  const seat = seats.find((one) => one.seatId === contact?.seatId)
  if (contact === undefined || seat === undefined) throw new Error(`nobody on the roster is called ${name}`)
  return { seat, contact }
}

/** The roster's page of a council that is chosen on the start page. */
async function openRoster(desk: Page, council: string): Promise<void> {
  const nav = desk.getByRole('navigation', { name: '我们的组织' })
  await nav.getByRole('button', { name: council }).click()
  await sees(desk, `${council}开过的会`)
  await button(desk, '改名册').click()
  await sees(desk, `${council}名册`)
}

async function save(desk: Page): Promise<void> {
  await button(desk, '存好名册').click()
  await sees(desk, '我们的组织')
}

/** Opens 导入 and gives it a file. */
async function bring(desk: Page, name: string, bytes: Uint8Array, mimeType = XLSX): Promise<void> {
  await button(desk, '导入').click()
  await desk.getByLabel('名册文件').setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) })
}

const dialog = (desk: Page) => desk.getByRole('dialog')

/** Each step stands on the ones before it, as a secretary does it. */
describe.sequential('two councils on one laptop and what their rosters hold', () => {
  let stage: DeskStage
  let desk: Page
  beforeAll(async () => {
    stage = await startDeskStage()
    desk = stage.desk
  })
  afterAll(() => stage?.close())

  const shows = async (name: string) => {
    await fitsAcross(desk)
    await lookAt(desk, `roster-${name}`)
  }

  it('founds one of a 街道 and one of a 网格, each with people of its own', async () => {
    const found = async (name: string, code: string, level: string, people: readonly string[]) => {
      // The second council begins with an empty form.
      await expect.poll(() => desk.getByRole('textbox', { name: '组织名称' }).inputValue()).toBe('')
      await desk.getByRole('textbox', { name: '组织名称' }).fill(name)
      await desk.getByRole('textbox', { name: '短码' }).fill(code)
      await desk.getByRole('group', { name: '层级' }).getByText(level, { exact: true }).click()
      await desk.getByRole('textbox', { name: '第 1 行姓名' }).fill(people[0] ?? '')
      for (const person of people.slice(1)) {
        await desk.keyboard.press('Enter')
        await desk.keyboard.type(person)
      }
      await button(desk, '下一步：会议').click()
      await sees(desk, '第二步，共三步')
      await button(desk, '回起始页').click()
      await sees(desk, '我们的组织')
    }
    await button(desk, '建组织').click()
    await found(STREET, 'GHJD', '街道', ['街道召集人', '街道话事员', '街道委员甲'])
    await button(desk, '添加组织').click()
    await found(GRID, 'WG03', '网格', ['网格长', '网格话事员'])
    expect([stage.council(STREET), stage.council(GRID)]).toMatchObject([
      { level: 'street', code: 'GHJD', seats: [{ kind: 'convener' }, {}, {}] },
      { level: 'grid', code: 'WG03', seats: [{ kind: 'convener' }, {}] },
    ])
  })

  it('chooses between them on the start page, and each has its own roster', async () => {
    const names = async () =>
      Promise.all((await desk.getByRole('textbox', { name: /^第 \d+ 行姓名$/ }).all()).map((one) => one.inputValue()))
    await openRoster(desk, GRID)
    expect((await names()).filter((name) => name !== '')).toEqual(['网格长', '网格话事员'])
    await button(desk, '回起始页').click()
    await openRoster(desk, STREET)
    expect((await names()).filter((name) => name !== '')).toEqual(['街道召集人', '街道话事员', '街道委员甲'])
    await button(desk, '回起始页').click()
    await lookAt(desk, 'roster-two-councils')
  })

  it('previews an .xlsx with the line of its fault, and takes the rest only when told to', async () => {
    await openRoster(desk, GRID)
    const rows = [
      ['姓名', '身份', '表决权', '方', '任期起', '任期止', '套数', '面积', '门牌', '电话'],
      ['张海峰', '常任议事委员', '有', '业委会', '2026-01-01', '2028-12-31', '1', '98.50', '3-2-101', '13800000001'],
      ['李桂兰', '公众议事委员', '有', '', '', '', '', '', '3-2-101', '13800000002'],
      ['王德福', '列席', '无', '物业企业', '', '', '', '', '', ''],
      ['赵不对', '常任议事委员', '有', '', '', '', '', '', '', '一三八'],
    ]
    await bring(desk, '网格名册.xlsx', xlsxOfRows(rows))
    await sees(desk, '新增 3 人')
    await sees(desk, '有问题 1 行')
    const fault = desk.getByRole('region', { name: '名册里的每一行' })
    await sees(desk, '电话“一三八”不像一个号码')
    expect(await fault.innerText()).toMatch(/5\s+赵不对/)
    await shows('import-fault')
    await dialog(desk).getByText('全部 4', { exact: true }).click()
    await sees(desk, '张海峰')
    const take = dialog(desk).getByRole('button', { name: '导入 3 人' })
    expect(await take.isDisabled()).toBe(true)
    await dialog(desk)
      .getByRole('checkbox', { name: /先导入没有问题的 3 行/ })
      .check()
    await take.click()
    await sees(desk, '共 5 席')
    // Until the roster is saved the host knows nobody of them.
    expect(stage.council(GRID).seats).toHaveLength(2)
    await save(desk)
    expect(stage.council(GRID).seats).toHaveLength(5)
    const [zhang, li, wang] = [
      await known(stage, GRID, '张海峰'),
      await known(stage, GRID, '李桂兰'),
      await known(stage, GRID, '王德福'),
    ]
    expect(zhang.seat).toMatchObject({
      kind: 'standing',
      voting: true,
      party: '业委会',
      term: { from: '2026-01-01', to: '2028-12-31' },
      owner: { flats: 1, area: '98.50' },
    })
    expect(zhang.contact).toMatchObject({ phone: '13800000001', house: '3-2-101' })
    expect(li.seat).toMatchObject({ kind: 'public', voting: true })
    expect(wang.seat).toMatchObject({ kind: 'guest', voting: false, party: '物业企业' })
    expect(zhang.seat.household).toMatch(/^hh_/)
    expect(li.seat.household).toBe(zhang.seat.household)
    expect(wang.seat.household).toBeUndefined()
  })

  it('reads a .csv in GBK as it was written', async () => {
    await openRoster(desk, GRID)
    const seat = { seatId: seatId.mint(stage.random), kind: 'public', voting: true } as const
    const written = rosterCsv([personOf(seat, { name: '冯翠芬', house: '5-1-302' })], 'gbk')
    if (!written.ok) throw new Error('not in GBK')
    expect(new TextDecoder('utf-8').decode(written.value)).not.toContain('冯翠芬')
    expect(new TextDecoder('gbk').decode(written.value)).toContain('冯翠芬')
    await bring(desk, '老系统.csv', written.value, 'text/csv')
    await sees(desk, '新增 1 人')
    await sees(desk, '冯翠芬')
    await dialog(desk).getByRole('button', { name: '导入 1 人' }).click()
    await save(desk)
    expect((await known(stage, GRID, '冯翠芬')).contact).toMatchObject({ house: '5-1-302' })
  })

  it('refuses a .doc that was called .xlsx, and nothing changes', async () => {
    await openRoster(desk, GRID)
    await sees(desk, '共 6 席')
    const doc = new Uint8Array(4096)
    doc.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    await bring(desk, '名册.xlsx', doc)
    await sees(desk, '这是旧版 Word/Excel/WPS 文件')
    await sees(desk, '复制出来直接粘贴')
    await shows('import-refused')
    expect(
      await dialog(desk)
        .getByRole('button', { name: /^导入 \d+ 人$/ })
        .count(),
    ).toBe(0)
    await dialog(desk).getByRole('button', { name: '不导入' }).click()
    await sees(desk, '共 6 席')
    await save(desk)
    expect(stage.council(GRID).seats).toHaveLength(6)
  })

  it('takes two columns of Excel that are pasted into a name', async () => {
    await openRoster(desk, GRID)
    await button(desk, '加一行').click()
    await pasteInto(desk.getByRole('textbox', { name: '第 7 行姓名' }), '孙巧云\t居民代表\r\n周派出\t民警')
    await sees(desk, '共 8 席')
    await save(desk)
    expect((await known(stage, GRID, '孙巧云')).seat).toMatchObject({ kind: 'public', voting: true })
    expect((await known(stage, GRID, '周派出')).seat).toMatchObject({ kind: 'guest', voting: false, duty: '民警' })
  })

  it.each([
    ['Excel、WPS 表格（.xlsx）', 'xlsx'],
    ['CSV 文本（GBK，给较老的系统）', 'csv'],
  ])('exports %s, in which the same people are read again', async (kind, ending) => {
    await openRoster(desk, GRID)
    await button(desk, '导出').click()
    await dialog(desk).getByText(kind, { exact: true }).click()
    await dialog(desk).getByRole('checkbox', { name: '带上门牌和电话' }).check()
    const [download] = await Promise.all([
      desk.waitForEvent('download'),
      dialog(desk).getByRole('button', { name: '导出', exact: true }).click(),
    ])
    expect(download.suggestedFilename()).toBe(`${GRID}名册.${ending}`)
    const sheet = await readSheet(download.suggestedFilename(), new Uint8Array(await readFile(await download.path())))
    if (!sheet.ok) throw new Error(sheet.refusal.sentence)
    const { faults, people } = rosterFrom(sheet.value, [])
    expect(faults).toEqual([])
    const { councilId, seats } = stage.council(GRID)
    const contacts = new Map((await stage.client.contacts(councilId))?.map((one) => [one.seatId, one]))
    const kept = seats.map((seat) => personOf(seat, contacts.get(seat.seatId)))
    const withoutIds = (list: readonly Person[]) => list.map(({ seatId: _, ...rest }) => rest)
    expect(withoutIds(people.map(({ person }) => person))).toEqual(withoutIds(kept))
    await button(desk, '回起始页').click()
  })

  it('leaves a meeting that was convened before as it was', async () => {
    const nav = desk.getByRole('navigation', { name: '我们的组织' })
    await nav.getByRole('button', { name: GRID }).click()
    await button(desk, '开一次会').click()
    await button(desk, '更多').click()
    await desk.getByRole('textbox', { name: '会议名称' }).fill('改名册以前的会')
    await desk.getByRole('textbox', { name: '地点' }).fill('网格驿站')
    await desk.getByRole('textbox', { name: '议题一' }).fill('楼道飞线充电整治')
    await button(desk, /开门签到$/).click()
    await sees(desk, '会议码')
    const before = stage.meeting('改名册以前的会').attendance.seats
    expect(before).toHaveLength(8)
    await desk.getByRole('link', { name: '回到起始页' }).click()
    await openRoster(desk, GRID)
    await button(desk, '删去李桂兰').click()
    await button(desk, '张海峰的详细资料').click()
    await desk.getByRole('checkbox', { name: /资格停止/ }).check()
    await desk.getByRole('combobox', { name: '方、单位' }).fill('物业企业')
    await desk.keyboard.press('Escape')
    await shows('person')
    await button(desk, '存好名册').click()
    await sees(desk, '将撤下 1 席：李桂兰')
    await button(desk, '撤下并存好').click()
    await sees(desk, '我们的组织')
    expect(stage.council(GRID).seats).toHaveLength(7)
    expect((await known(stage, GRID, '张海峰')).seat).toMatchObject({ suspended: true, party: '物业企业' })
    expect(stage.meeting('改名册以前的会').attendance.seats).toEqual(before)
    await button(desk, '接着开').click()
    await sees(desk, new RegExp(`应到\\s*${before.filter(votes).length}`))
    await sees(desk, '李桂兰')
    await desk.getByRole('link', { name: '回到起始页' }).click()
  })

  it('counts nobody whose 资格停止 as 应到, before the next meeting and in it', async () => {
    const entitled = stage.council(GRID).seats.filter((seat) => seat.voting).length - 1
    const nav = desk.getByRole('navigation', { name: '我们的组织' })
    await nav.getByRole('button', { name: GRID }).click()
    await button(desk, '开一次会').click()
    await sees(desk, `应到 ${entitled} 人`)
    await sees(desk, '张海峰资格停止，不计入应到')
    await button(desk, '更多').click()
    await desk.getByRole('textbox', { name: '会议名称' }).fill('改名册以后的会')
    await desk.getByRole('textbox', { name: '议题一' }).fill('电动车集中充电位选址')
    await shows('suspended-convene')
    await button(desk, /开门签到$/).click()
    await sees(desk, '会议码')
    await sees(desk, new RegExp(`应到\\s*${entitled}\\s`))
    await sees(desk, '资格停止，不计入应到')
    expect(entitledSeats(stage.meeting('改名册以后的会').attendance)).toHaveLength(entitled)
    await desk.getByRole('link', { name: '回到起始页' }).click()
  })

  it('keeps a photo without what the camera wrote beside it, shows it, and deletes it', async () => {
    const picture = await photoWithExif(desk)
    expect(photoFault(picture)).toBe('photoTellsMore')
    await openRoster(desk, GRID)
    await button(desk, '张海峰的详细资料').click()
    await desk
      .getByLabel('选张海峰的照片')
      .setInputFiles({ name: '张海峰.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(picture) })
    const image = desk.getByRole('img', { name: '张海峰的照片' })
    await image.waitFor()
    const id = (await known(stage, GRID, '张海峰')).seat.seatId
    const kept = await stage.host.hall.photos.read(id)
    if (kept === null) throw new Error('no photo is kept')
    expect(photoFault(kept)).toBeNull()
    expect(Buffer.from(kept).toString('latin1')).not.toMatch(/Exif|GPS|31\.2N/)
    expect(await image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(240)
    await shows('photo')
    // It is asked for again by whoever looks again.
    await button(desk, '回起始页').click()
    await openRoster(desk, GRID)
    await button(desk, '张海峰的详细资料').click()
    await image.waitFor()
    await button(desk, '删除照片').click()
    await image.waitFor({ state: 'detached' })
    await until(() => stage.host.hall.documents.contacts.data.seats[id]?.photo === undefined)
    expect(await stage.host.hall.photos.read(id)).toBeNull()
  })

  it('takes no number of an identity card for a phone', async () => {
    await desk.getByRole('textbox', { name: '电话' }).fill(ID_NUMBER)
    await sees(desk, '身份证号不收，请删去')
    await button(desk, '存好名册').click()
    await sees(desk, '张海峰：身份证号不收，请删去。')
    await shows('id-number')
    expect((await known(stage, GRID, '张海峰')).contact.phone).toBe('13800000001')
    await desk.getByRole('textbox', { name: '电话' }).fill('13800000009')
    await seesNoMore(desk, '身份证号不收，请删去')
    await save(desk)
    expect((await known(stage, GRID, '张海峰')).contact.phone).toBe('13800000009')
  })

  it('no page complained of anything', () => stage.expectCalm())
})

describe.sequential('a roster of five thousand', () => {
  const PEOPLE = 5_000
  const NAME = '万户社区居民代表会议'
  let stage: DeskStage
  let desk: Page
  let sought: SeatId
  beforeAll(async () => {
    stage = await startDeskStage()
    desk = stage.desk
    const people = Array.from({ length: PEOPLE }, (_, index) => {
      if (index === 0) return voter('召集人王', { kind: 'convener' })
      if (index === 2_500) return voter('张海峰', { party: '小区党支部', phone: '13800138000', house: '25栋101' })
      return voter(`居民${String(index).padStart(4, '0')}`, { house: `${Math.floor(index / 2)}号` })
    })
    const seats = await stage.found({ name: NAME, code: 'WHSQ', level: 'community' }, people)
    sought = seats.get('张海峰') as SeatId
  })
  afterAll(() => stage?.close())

  const rows = async () => (await desk.evaluate('document.querySelectorAll("tr").length')) as number

  it('opens with only the lines in view drawn', async () => {
    await sees(desk, `${PEOPLE} 席`)
    await openRoster(desk, NAME)
    await sees(desk, `共 ${PEOPLE} 席`)
    expect(await rows()).toBeLessThan(200)
    await desk.getByRole('region', { name: '名册的人' }).evaluate((list) => {
      list.scrollTop = list.scrollHeight / 2
    })
    await desk
      .getByRole('textbox', { name: /^第 25\d\d 行姓名$/ })
      .first()
      .waitFor()
    expect(await rows()).toBeLessThan(200)
    await lookAt(desk, 'roster-five-thousand')
  })

  it('finds one by the first letters of pinyin', async () => {
    const search = desk.getByRole('textbox', { name: '在名册里找' })
    await search.fill('zhf')
    await sees(desk, '找到 1 人')
    expect(await desk.getByRole('textbox', { name: '第 2501 行姓名' }).inputValue()).toBe('张海峰')
    expect(await rows()).toBeLessThan(10)
  })

  it('saves the change of one field as one revised seat and nothing else', async () => {
    const { councilId } = stage.council(NAME)
    const stream = stage.host.hall.streams.get(councilStream(councilId))
    if (stream === null) throw new Error('no stream')
    const { mark, seq } = stream
    const contacts = stage.host.hall.documents.contacts.data
    const before = stage.council(NAME).seats
    await button(desk, '张海峰的详细资料').click()
    await desk.getByRole('combobox', { name: '方、单位' }).fill('业委会')
    await desk.keyboard.press('Escape')
    await save(desk)
    const batches = stream.since(seq, mark) ?? []
    const events = batches.flatMap((batch) => batch.shownTo({ role: 'operator', seats: [] }))
    const revised = { ...before.find((seat) => seat.seatId === sought), party: '业委会' }
    expect(events).toMatchObject([{ type: 'rosterRevised', data: { added: [], revised: [revised], retired: [] } }])
    expect(stage.host.hall.documents.contacts.data).toEqual(contacts)
    expect(stage.council(NAME).seats).toHaveLength(PEOPLE)
  })

  it('no page complained of anything', () => stage.expectCalm())
})

/** The seat and the contact of somebody, as a roster's file says them. */
function personOf(seat: Seat, contact: Partial<Contact> | undefined): Person {
  if (seat.kind === 'walkIn') throw new Error('walk-ins are on no roster')
  return {
    seatId: seat.seatId,
    name: contact?.name ?? '',
    kind: seat.kind,
    voting: seat.voting,
    suspended: seat.suspended === true,
    party: seat.party ?? '',
    duty: seat.duty ?? '',
    termFrom: seat.term?.from ?? '',
    termTo: seat.term?.to ?? '',
    house: contact?.house ?? '',
    phone: contact?.phone ?? '',
    flats: seat.owner === undefined ? '' : String(seat.owner.flats),
    area: seat.owner?.area ?? '',
  }
}

/** In the page: a picture as a phone takes it, 480 by 640. */
const DRAW = `(() => {
  const canvas = document.createElement('canvas')
  canvas.width = 480
  canvas.height = 640
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#c8d8e8'
  pen.fillRect(0, 0, 480, 640)
  pen.fillStyle = '#a0522d'
  pen.fillRect(120, 120, 240, 320)
  return canvas.toDataURL('image/jpeg').split(',')[1]
})()`

/** A real JPEG, with a segment behind its start that says where it was taken. */
async function photoWithExif(page: Page): Promise<Uint8Array> {
  const drawn = Buffer.from((await page.evaluate(DRAW)) as string, 'base64')
  return Uint8Array.from([...drawn.subarray(0, 2), ...exif, ...drawn.subarray(2)])
}
