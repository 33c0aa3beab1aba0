import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { createHost } from '../../main/host/create-host.ts'
import type { HallLogEntry } from '../../main/host/hall/hall-log.ts'
import { diskStorage } from '../../main/host/storage/disk-storage.ts'
import { commandId } from '../../shared/core/ids.ts'
import { meetingStream } from '../../shared/streams/stream-name.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { commandFrame, hello, RawClient } from '../fixtures/raw-client.ts'
import { startTestHall, startTestHost } from '../fixtures/test-hall.ts'

const closing = closedAfterEach()

/** A folder on the real disk with two open meetings, after a graceful end. */
async function twoMeetings() {
  const dir = await mkdtemp(path.join(tmpdir(), 'yishiting-'))
  closing({ close: () => rm(dir, { recursive: true, force: true }) })
  const hall = closing(await startTestHall({ storage: diskStorage(dir) }))
  const key = await hall.admitted('委员甲')
  const other = await hall.convene('另一次会议')
  for (const itemId of ['it_aaaaaa', 'it_bbbbbb', 'it_cccccc']) await hall.act('addItem', { itemId, title: '议题' })
  await hall.host.close()
  const journal = path.join(dir, 'journals', `meeting-${hall.meetingId}.jsonl`)
  const log: HallLogEntry[] = []
  const reopen = async () =>
    closing(await startTestHost({ storage: diskStorage(dir), log: (entry) => log.push(entry) }))
  return { dir, hall, key, other, journal, log, reopen }
}

it('a damaged line closes its own meeting, with the number of the line, and no other', async () => {
  const { hall, journal, key, log, other, reopen } = await twoMeetings()
  const lines = (await readFile(journal, 'utf8')).split('\n')
  const damaged = lines.map((line, index) => (index === 2 ? line.replace('seat', 'sea7') : line))
  expect(damaged).not.toEqual(lines)
  await writeFile(journal, damaged.join('\n'))

  const host = await reopen()
  const operator = await closing(new RawClient(host.port)).operator(host.operatorSecret)
  const refused = commandId.mint(hall.random)
  operator.send(commandFrame(refused, { stream: hall.stream, seatId: null, type: 'closeMeeting', data: {} }))
  expect(await operator.answer(refused)).toMatchObject({
    rejection: { code: 'streamDamaged', line: 3 },
    sentence: '会议日志第 3 行已损坏，为防止错上加错，不再写入。请保留数据文件夹，并从备份恢复。',
  })
  const accepted = commandId.mint(hall.random)
  const stream = meetingStream(other.meetingId)
  operator.send(commandFrame(accepted, { stream, seatId: null, type: 'closeMeeting', data: {} }))
  expect(await operator.answer(accepted)).toMatchObject({ t: 'ack' })
  expect(log).toContainEqual({ event: 'damaged', stream: hall.stream, line: 3, reason: 'hashMismatch' })

  const member = await closing(new RawClient(host.port)).device(key)
  await member.heard('stranger')
  member.send({ t: 'enter', code: hall.joinCode })
  expect(await member.heard('refused')).toMatchObject({ to: 'enter', rejection: { code: 'streamDamaged', line: 3 } })
  const screen = await closing(new RawClient(host.port)).opened()
  screen.send(hello({ kind: 'screen', code: hall.joinCode }))
  expect(await screen.heard('refused')).toMatchObject({ to: 'hello', rejection: { code: 'streamDamaged', line: 3 } })
  await host.close()
  expect(await readFile(journal, 'utf8')).toBe(damaged.join('\n'))
})

it('a line that a power cut left half written is kept beside the journal and reported; the meeting goes on', async () => {
  const { dir, hall, journal, log, reopen } = await twoMeetings()
  const torn = '{"seq":99,"at":1700000000000,"version":1,"events":[{"type":"item'
  await appendFile(journal, torn)
  const host = await reopen()
  const report = log.find((entry) => entry.event === 'tornTail')
  expect(report).toMatchObject({ stream: hall.stream, bytes: torn.length })
  const keptAs = report?.event === 'tornTail' ? report.keptAs : ''
  expect(await readFile(path.join(dir, 'journals', keptAs), 'utf8')).toBe(torn)
  expect(await readFile(journal, 'utf8')).not.toContain(torn)
  const operator = await closing(new RawClient(host.port)).operator(host.operatorSecret)
  const id = commandId.mint(hall.random)
  operator.send(
    commandFrame(id, {
      stream: hall.stream,
      seatId: null,
      type: 'addItem',
      data: { itemId: 'it_dddddd', title: '后来' },
    }),
  )
  expect(await operator.answer(id)).toMatchObject({ t: 'ack' })
  await host.close()
  // What was kept is no stream of its own at the next start.
  const again = await reopen()
  expect(again.hall.streams.meeting(hall.meetingId)?.confirmed).toMatchObject({ phase: 'open' })
  expect((await readdir(path.join(dir, 'journals'))).filter((name) => name.includes('.torn-'))).toEqual([keptAs])
})

it('whatever else lies in the folder is left alone', async () => {
  const { dir, hall, reopen } = await twoMeetings()
  for (const name of ['读我.txt', 'meeting-.jsonl', 'meeting-mt_x.jsonl', 'council-mt_aaaaaa.jsonl', 'notes.jsonl~']) {
    await writeFile(path.join(dir, 'journals', name), '不是日志')
  }
  const host = await reopen()
  expect(host.hall.streams.meetings()).toHaveLength(2)
  expect(host.hall.streams.meeting(hall.meetingId)).not.toBeNull()
  expect(await readFile(path.join(dir, 'journals', '读我.txt'), 'utf8')).toBe('不是日志')
})

it.each([
  ['is no JSON', 'contacts', 'notJson', () => '{"version":1,'],
  ['has another shape', 'settings', 'wrongShape', () => '{"version":1,"data":{"port":"80"}}'],
  [
    'was written by a newer program',
    'meetings',
    'newerVersion',
    (text: string) => text.replace('"version": 1', '"version": 2'),
  ],
])('a document that %s is refused by name, and the folder is given back', async (_, name, reason, damage) => {
  const { dir } = await twoMeetings()
  const file = path.join(dir, 'documents', `${name}.json`)
  const text = await readFile(file, 'utf8')
  await writeFile(file, damage(text))
  const options = { storage: diskStorage(dir), port: 0, version: '0.0.0' }
  const refused = await createHost(options)
  const expected = { code: 'documentDamaged', damage: { path: `documents/${name}.json`, reason } }
  expect(refused).toEqual({ ok: false, refusal: expected })
  await writeFile(file, text)
  closing(await startTestHost(options))
})

it('a device of a damaged meeting is not taken for one of another meeting', async () => {
  const { journal, key, other, reopen } = await twoMeetings()
  await writeFile(journal, `x${await readFile(journal, 'utf8')}`)
  const host = await reopen()
  const phone = await closing(new RawClient(host.port)).device(key)
  await phone.heard('stranger')
  phone.send({ t: 'enter', code: other.joinCode })
  expect(await phone.heard('door')).toMatchObject({ meetingId: other.meetingId })
})
