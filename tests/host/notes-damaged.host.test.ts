import JSZip from 'jszip'
import { expect, it } from 'vitest'
import { memoryStorage } from '../../main/host/storage/memory-storage.ts'
import { commandId } from '../../shared/core/ids.ts'
import { NOTES_DAMAGED } from '../../shared/papers/item-section.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { RawClient } from '../fixtures/raw-client.ts'
import { startTestHall, startTestHost, type TestHall } from '../fixtures/test-hall.ts'

const keep = closedAfterEach()

/** A hall's host, started again after one byte of its meeting's notes was altered. */
async function damagedHall() {
  const storage = memoryStorage()
  const hall: TestHall = await startTestHall({ storage })
  await hall.openVote('主持', '委员甲', '委员乙', '委员丙', '委员丁')
  // Something behind the damage: a last line that cannot be read is torn, and cut off.
  await hall.act('addItem', { itemId: 'it_zzzzzz', title: '临时议题' })
  await hall.close()
  const path = `notes/${hall.meetingId}.jsonl`
  const text = Buffer.from((await storage.read(path)) ?? []).toString()
  await storage.write(path, Buffer.from(text.replace(/"update":"./, '"update":"!')))
  const host = keep(await startTestHost({ storage }))
  const desk = await keep(new RawClient(host.port)).operator(host.operatorSecret)
  return { desk, meetingId: hall.meetingId, id: commandId.mint(hall.random) }
}

it('minutes say of each item that its notes are missing', async () => {
  const { desk, id, meetingId } = await damagedHall()
  desk.send({ t: 'paper', id, paper: { kind: 'minutes', meetingId } })
  const { base64 } = await desk.heard('paper')
  const zip = await JSZip.loadAsync(base64, { base64: true })
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
  expect(xml.replace(/<[^>]+>/g, '')).toContain(NOTES_DAMAGED)
})

it('whoever asks for a pass is told what is the matter', async () => {
  const { desk, id, meetingId } = await damagedHall()
  desk.send({ t: 'notesPass', id, meetingId })
  const { rejection, sentence } = await desk.heard('rejected')
  expect(rejection).toEqual({ code: 'notesDamaged' })
  expect(sentence).toContain('笔记文件损坏，打不开了；会议其他记录没有受影响。')
})
