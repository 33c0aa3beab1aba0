import { readdir, readFile } from 'node:fs/promises'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { nodeRuntime } from '../../main/cli/node-runtime.ts'
import { JOURNAL_DIR, journalFile } from '../../main/host/hall/stream-files.ts'
import { makePaper } from '../../main/host/papers/make-paper.ts'
import { memoryStorage } from '../../main/host/storage/memory-storage.ts'
import { verifyJournal } from '../../main/host/verify/verify-journal.ts'
import { HallClient } from '../../shared/client/hall-client.ts'
import { entriesOf } from '../../shared/core/per-item.ts'
import { plainSpeaking } from '../../shared/formats/plain-form.ts'
import { inOrder } from '../../shared/meeting/floor/order.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { meetingStream } from '../../shared/streams/stream-name.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { id } from '../fixtures/ids.ts'
import { startTestHost, until } from '../fixtures/test-hall.ts'

/**
 * A meeting as the app wrote it when its data had version 2: no ids for speeches, one place and one speech of a seat at a time.
 * 甲 spoke 92 s (ended by the call of 乙), 乙 40 s, 甲 again 30 s; 丙 took the request back, 丁 left the hall while waiting, and
 * 乙 still waited when the item ended. On the second item 甲 speaks, 乙 and 丙 wait.
 */
const VERSION_2 = new URL('../fixtures/journals/version-2/', import.meta.url)

const closing = closedAfterEach()
const meetingId = id.meeting('000001')
const stream = meetingStream(meetingId)
const [first, second] = [id.item('first0'), id.item('second0')]
const [a, b, c, d] = ['member0a', 'member0b', 'member0c', 'member0d'].map(id.seat)

async function openedAgain() {
  const storage = memoryStorage()
  await storage.makeDir(JOURNAL_DIR)
  for (const name of await readdir(VERSION_2)) {
    await storage.write(`${JOURNAL_DIR}/${name}`, await readFile(new URL(name, VERSION_2)))
  }
  const host = closing(await startTestHost({ storage }))
  const client = new HallClient(nodeRuntime(host.port), { kind: 'operator', secret: host.operatorSecret })
  closing({ close: async () => client.close() })
  const meeting = (): HeldMeeting => {
    const state = client.copies.meeting(meetingId)
    if (state === null || state.phase === 'unopened') throw new Error('the meeting is there')
    return state
  }
  await until(() => client.copies.meeting(meetingId))
  const act = (type: string, data: object) => client.send(stream, null, type, data)
  const journal = async () => {
    const bytes = await storage.read(`${JOURNAL_DIR}/${journalFile(stream)}`)
    if (bytes === null) throw new Error('the journal is there')
    return bytes
  }
  return { act, host, journal, meeting }
}

describe('a meeting of data version 2', () => {
  it('verifies as it lies there', async () => {
    const found = verifyJournal(await readFile(new URL(journalFile(stream), VERSION_2)))
    expect(found).toMatchObject({ ok: true, batches: 27, events: 29 })
  })

  it('opens with what was said, by whom and for how long, and with what became of the other requests', async () => {
    const { floor } = (await openedAgain()).meeting()
    expect(
      entriesOf(floor.speeches, first).map(({ kind, seatId, spokenMs, stance }) => [seatId, kind, stance, spokenMs]),
    ).toEqual([
      [a, 'ordinary', 'for', 92_000],
      [b, 'ordinary', 'against', 40_000],
      [a, 'ordinary', 'addition', 30_000],
    ])
    expect(entriesOf(floor.unspoken, first).map(({ seatId, why }) => [seatId, why])).toEqual([
      [c, 'withdrawn'],
      [d, 'withdrawn'],
      [b, 'itemFinished'],
    ])
    expect(floor.speaking).toMatchObject({ seatId: a, kind: 'ordinary', stance: 'against', usedMs: 0 })
    expect(floor.speaking?.runningSince).toBe(floor.speaking?.startedAt)
    expect(floor.queue.map(({ kind, seatId }) => [seatId, kind])).toEqual([
      [b, 'ordinary'],
      [c, 'ordinary'],
    ])
  })

  it('goes by the rules as they were: those it had, and for the rest what used to hold', async () => {
    const { form } = (await openedAgain()).meeting()
    expect(form.speeches).toEqual({ ...plainSpeaking, times: 2, policy: 'freshFirst' })
  })

  it('goes on with the commands of today, is closed and sealed, verifies, and prints its minutes', async () => {
    const { act, host, journal, meeting } = await openedAgain()
    expect(await act('noteSpeech', { speechId: meeting().floor.speaking?.speechId, text: '先修路' })).toMatchObject({
      ok: true,
    })
    expect(await act('callNextSpeaker', {})).toMatchObject({ ok: true })
    await until(() => meeting().floor.speaking?.seatId === b)
    expect(
      await act('requestFloor', { speechId: 'sp_again00', seatId: b, kind: 'ordinary', stance: 'for' }),
    ).toMatchObject({ ok: true })
    expect(await act('undoSpeech', {})).toMatchObject({ ok: true })
    await until(() => meeting().floor.queue.length === 4)
    const { floor, runningItem } = meeting()
    expect(inOrder(floor, runningItem, 'arrival').map((place) => place.seatId)).toEqual([a, b, c, b])
    for (const type of ['callNextSpeaker', 'closeMeeting', 'sealMeeting']) {
      expect(await act(type, {}), type).toMatchObject({ ok: true })
    }
    await until(() => meeting().phase === 'sealed')
    expect(verifyJournal(await journal())).toMatchObject({ ok: true })
    const paper = await makePaper(host.hall, { kind: 'minutes', meetingId }, new Map())
    const zip = await JSZip.loadAsync(paper?.bytes ?? new Uint8Array())
    const text = await zip.file('word/document.xml')?.async('string')
    for (const words of ['铺设塑胶跑道', '加装充电桩', '反对', '补充']) expect(text).toContain(words)
    // Whoever was called by a slip had begun, and has that moment in the record.
    expect(entriesOf(meeting().floor.speeches, second).map((speech) => speech.seatId)).toEqual([a, b])
  })
})
