import { describe, expect, test } from 'vitest'
import { nodeRuntime } from '../../main/cli/node-runtime.ts'
import { newBenchPlan } from '../../renderer/desk/bench/bench-plan.ts'
import { foundAndHold, holdBench } from '../../renderer/desk/bench/hold-bench.ts'
import formatsFile from '../../resources/formats.json'
import { HallClient } from '../../shared/client/hall-client.ts'
import { format } from '../../shared/formats/format.ts'
import { councilStream } from '../../shared/streams/stream-name.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { startTestHall, startTestHost, until } from '../fixtures/test-hall.ts'

const closed = closedAfterEach()
const bench = format.parse(formatsFile.find(({ formatId }) => formatId === 'bench'))

const planned = () => {
  const plan = newBenchPlan()
  const founding = { ...plan.founding, council: '桂花小区板凳会', person: '王桂花' }
  return { ...plan, topics: '修树', title: '板凳会', place: '凉亭', founding, chair: founding.seatId }
}

/** A host with nothing on it, and its operator. */
async function emptyHall() {
  const host = closed(await startTestHost())
  const client = new HallClient(nodeRuntime(host.port), { kind: 'operator', secret: host.operatorSecret })
  closed({ close: async () => client.close() })
  await until(() => client.phase.at === 'live')
  return { host, client }
}

describe('a 板凳会议 that is pressed for', () => {
  test('twice at once, with no council, founds one council and convenes one meeting', async () => {
    const { client, host } = await emptyHall()
    const plan = planned()
    const held = await Promise.all([foundAndHold(client, plan, bench), foundAndHold(client, plan, bench)])
    expect(held.some(({ ok }) => ok)).toBe(true)
    expect(await foundAndHold(client, plan, bench)).toEqual({ ok: true })
    const council = await until(() => {
      const known = client.copies.council(plan.founding.councilId)
      return known?.phase === 'founded' && known.meetings.length > 0 ? known : null
    })
    expect(council).toMatchObject({ name: '桂花小区板凳会', level: 'courtyard' })
    expect(council.seats).toEqual([{ seatId: plan.founding.seatId, kind: 'convener', voting: true }])
    expect(council.meetings).toHaveLength(1)
    expect(host.hall.streams.meetings()).toHaveLength(1)
    await until(() => client.names[plan.founding.seatId] === '王桂花')
  })

  test('goes on where it broke off: the council was founded, and nothing more', async () => {
    const { client } = await emptyHall()
    const plan = planned()
    const { code, councilId } = plan.founding
    const council = { councilId, name: '桂花小区板凳会', code, level: 'courtyard' }
    expect((await client.send(councilStream(councilId), null, 'foundCouncil', council)).ok).toBe(true)
    expect(await foundAndHold(client, plan, bench)).toEqual({ ok: true })
    await until(() => client.copies.meeting(plan.meetingId)?.phase === 'open')
  })

  test('twice in a council that is there convenes one meeting', async () => {
    const hall = closed(await startTestHall())
    const known = hall.operator.copies.council(hall.councilId)
    if (known?.phase !== 'founded') throw new Error('the council is there')
    const plan = { ...planned(), chair: hall.seat('主持') }
    const hold = () => holdBench(hall.operator, known, plan, bench)
    expect(await Promise.all([hold(), hold()])).toEqual([{ ok: true }, { ok: true }])
    expect(hall.host.hall.streams.meetings()).toHaveLength(2)
  })

  test('by somebody who is not on the roster is refused with a sentence', async () => {
    const hall = closed(await startTestHall())
    const known = hall.operator.copies.council(hall.councilId)
    if (known?.phase !== 'founded') throw new Error('the council is there')
    const held = await holdBench(hall.operator, known, planned(), bench)
    expect(held).toMatchObject({ ok: false, rejection: { code: 'chairNotOnRoster' } })
  })
})
