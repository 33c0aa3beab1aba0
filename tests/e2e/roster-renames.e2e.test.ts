import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seatId } from '../../shared/core/ids.ts'
import { meetingStream } from '../../shared/streams/stream-name.ts'
import { type DeskStage, startDeskStage } from '../fixtures/browser/desk-stage.ts'
import { fitsAcross } from '../fixtures/browser/fits.ts'
import { button, sees } from '../fixtures/browser/on-page.ts'
import { pasteInto } from '../fixtures/browser/paste-into.ts'
import { until } from '../fixtures/test-hall.ts'

const NAME = '换人议事会'
describe.sequential('a roster that is changed after a meeting', () => {
  let stage: DeskStage
  let desk: DeskStage['desk']
  beforeAll(async () => {
    stage = await startDeskStage()
    desk = stage.desk
    await stage.found({ name: NAME, code: 'HRYS', level: 'community' }, [
      { name: '赵大有', kind: 'convener', voting: true },
      { name: '沈清明', kind: 'scribe', voting: false },
      { name: '张三', kind: 'standing', voting: true, party: '业委会', phone: '13800000001', house: '3-2-101' },
      { name: '王伟', kind: 'standing', voting: true },
    ])
  })
  afterAll(() => stage?.close())
  const open = async () => {
    await desk.getByRole('navigation', { name: '我们的组织' }).getByRole('button', { name: NAME }).click()
    await sees(desk, `${NAME}开过的会`)
    await button(desk, '改名册').click()
    await sees(desk, `${NAME}名册`)
  }
  it('asks whether another name is another person, whose records then stay apart', async () => {
    await sees(desk, '我们的组织')
    await desk.getByRole('navigation', { name: '我们的组织' }).getByRole('button', { name: NAME }).click()
    await button(desk, '开一次会').click()
    await button(desk, '更多').click()
    await desk.getByRole('textbox', { name: '会议名称' }).fill('以前的会')
    await desk.getByRole('textbox', { name: '地点' }).fill('驿站')
    await desk.getByRole('textbox', { name: '议题一' }).fill('楼道飞线充电整治')
    await button(desk, /开门签到$/).click()
    await sees(desk, '会议码')
    await desk.getByRole('link', { name: '回到起始页' }).click()
    await open()
    await desk.getByRole('textbox', { name: '第 3 行姓名' }).fill('新人甲')
    await desk.getByRole('textbox', { name: '第 4 行姓名' }).fill('李卫')
    await button(desk, '存好名册').click()
    await sees(desk, '张三 → 新人甲：是换了人，还是改错字？')
    await sees(desk, '2 席换了姓名')
    await desk
      .getByRole('group', { name: /王伟 → 李卫/ })
      .getByRole('radio', { name: '改错字' })
      .check()
    await fitsAcross(desk)
    await button(desk, '就这样存好').click()
    await sees(desk, '我们的组织')
    const council = stage.council(NAME)
    expect(council.seats).toHaveLength(4)
    expect(council.retired).toHaveLength(1)
    const names = stage.host.hall.documents.contacts.data.seats
    expect(council.seats.map((s) => names[s.seatId]?.name)).toEqual(['赵大有', '沈清明', '李卫', '新人甲'])
    expect(names[council.retired[0]?.seatId ?? '']).toMatchObject({ name: '张三', phone: '13800000001' })
    expect(names[council.seats[3]?.seatId ?? '']).toMatchObject({ name: '新人甲', phone: null, house: null })
    expect(council.seats[3]).toMatchObject({ party: '业委会' })
    await open()
  })
  it('shows what it cannot read of a paste before anything is taken', async () => {
    await button(desk, '加一行').click()
    await pasteInto(desk.getByRole('textbox', { name: '第 5 行姓名' }), '孙巧云\t书记\r\n周派出\t楼组长')
    await sees(desk, '身份“书记”看不懂')
    await button(desk, '换一个文件').click()
    expect(await desk.getByLabel(/粘贴到这里/).inputValue()).toBe(
      '孙巧云\t书记\r\n周派出\t楼组长'.replace('\r\n', '\n'),
    )
    await button(desk, '不导入').click()
    await sees(desk, '共 4 席')
    await pasteInto(desk.getByRole('textbox', { name: '第 5 行姓名' }), '孙巧云\t13800000001\r\n周派出\t13800000002')
    await sees(desk, '没有“姓名”一列')
    await button(desk, '不导入').click()
    await pasteInto(desk.getByRole('textbox', { name: '第 5 行姓名' }), '孙巧云\t居民代表\r\n周派出\t民警')
    await sees(desk, '共 6 席')
    await button(desk, '回起始页').click()
  })
  it('lets the names of 现场登记 be deleted after the meeting', async () => {
    const meeting = stage.meeting('以前的会')
    const mine = seatId.mint(stage.random)
    const must = async (a: Promise<{ ok: boolean }>) => expect((await a).ok).toBe(true)
    await must(
      stage.client.send('contacts', null, 'saveContact', { seatId: mine, name: '过路人', phone: null, house: null }),
    )
    await must(stage.client.send(meetingStream(meeting.meetingId), null, 'registerWalkIn', { seatId: mine }))
    await must(stage.client.send(meetingStream(meeting.meetingId), null, 'closeMeeting', {}))
    await open()
    await button(desk, /^已退出的 1 人、现场登记的 1 人$/).click()
    await sees(desk, '过路人')
    await button(desk, '删除姓名和联系方式：过路人').click()
    await button(desk, '删 除').or(button(desk, '删除')).click()
    await until(() => stage.host.hall.documents.contacts.data.seats[mine] === undefined)
    await button(desk, /^已退出的 1 人$/).waitFor()
  })
  it('no page complained on the way', () => stage.expectCalm())
})
