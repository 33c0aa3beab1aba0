import { describe, expect, it } from 'vitest'
import { nodeRuntime } from '../../main/cli/node-runtime.ts'
import { JOURNAL_DIR, journalFile } from '../../main/host/hall/stream-files.ts'
import { memoryStorage } from '../../main/host/storage/memory-storage.ts'
import { HallClient } from '../../shared/client/hall-client.ts'
import type { SpeechId } from '../../shared/core/ids.ts'
import { entriesOf } from '../../shared/core/per-item.ts'
import { plainSpeaking } from '../../shared/formats/plain-form.ts'
import { deadline } from '../../shared/meeting/floor/clock.ts'
import type { MeetingState } from '../../shared/meeting/state.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { id } from '../fixtures/ids.ts'
import { startTestHall, startTestHost, until } from '../fixtures/test-hall.ts'

const closing = closedAfterEach()
const LIMIT_SECONDS = 10
/** So much before the end of a speech the tests let the time go on by itself. */
const JUST_BEFORE_MS = 60

const [ofA, ofB] = [id.speech('member0a'), id.speech('member0b')]

/** The host's clock, which can be put on: nobody waits for the length of a speech. */
function clock() {
  let ahead = 0
  return {
    now: () => Date.now() + ahead,
    putOn: (ms: number) => {
      ahead += ms
    },
  }
}

/** 甲 speaks and 乙 waits, under rules by which a speech ends by itself after ten seconds. */
async function speaking({ hardEnd = true } = {}) {
  const [time, storage] = [clock(), memoryStorage()]
  const hall = closing(await startTestHall({ now: time.now, storage }))
  const { act, seat } = hall
  for (const name of ['委员甲', '委员乙']) await act('signIn', { seatId: seat(name) })
  const itemId = hall.meeting().agenda[0]?.itemId ?? id.item('missing')
  await act('startItem', { itemId })
  await act('setSpeakingRules', { itemId, seconds: LIMIT_SECONDS, rules: { ...plainSpeaking, hardEnd } })
  await act('requestFloor', { speechId: ofA, seatId: seat('委员甲'), kind: 'ordinary', stance: 'for' })
  await act('requestFloor', { speechId: ofB, seatId: seat('委员乙'), kind: 'ordinary', stance: 'against' })
  await act('callNextSpeaker', {})
  /** Puts the clock on to a moment; the host looks at it again when something happens in the meeting. */
  const putOnTo = async (moment: number) => {
    time.putOn(moment - time.now())
    await act('showOnScreen', { shown: { page: 'floor' } })
  }
  const endOfTime = () => {
    const { speaking } = hall.meeting().floor
    return (speaking && deadline(speaking)) ?? Number.NaN
  }
  return { ...hall, endOfTime, itemId, putOnTo, storage, time }
}

const onFloor = (state: MeetingState | null): SpeechId | null =>
  state === null || state.phase === 'unopened' ? null : (state.floor.speaking?.speechId ?? null)

describe('到时即止', () => {
  it('a speech ends by itself when its time is up, the next one begins, and everybody sees it', async () => {
    const hall = await speaking()
    const { client: phone } = await hall.seated('委员甲')
    const screen = hall.connect({ kind: 'screen', code: hall.joinCode })
    const end = hall.endOfTime()
    await hall.putOnTo(end - JUST_BEFORE_MS)
    for (const client of [hall.operator, phone, screen]) {
      await until(() => onFloor(client.copies.meeting(hall.meetingId)) === ofB)
    }
    const { floor } = hall.meeting()
    const [heard] = entriesOf(floor.speeches, hall.itemId)
    expect(heard).toMatchObject({ speechId: ofA, endedAt: floor.speaking?.startedAt })
    expect(heard?.endedAt).toBeGreaterThanOrEqual(end)
    expect(floor.queue).toEqual([])
    await hall.putOnTo(hall.endOfTime() - JUST_BEFORE_MS)
    await until(() => entriesOf(hall.meeting().floor.speeches, hall.itemId).length === 2)
    expect(hall.meeting().floor.speaking).toBeNull()
  })

  it('what was granted on top counts', async () => {
    const { act, endOfTime, itemId, meeting, putOnTo } = await speaking()
    const before = endOfTime()
    await act('extendSpeech', { seconds: 30 })
    await until(() => endOfTime() === before + 30_000)
    await putOnTo(before + 15_000)
    for (let turn = 0; turn < 5; turn += 1) await act('noteSpeech', { speechId: ofA, text: '先修路' })
    expect(meeting().floor.speaking?.speechId).toBe(ofA)
    await putOnTo(before + 30_000 - JUST_BEFORE_MS)
    await until(() => meeting().floor.speaking?.speechId === ofB)
    expect(entriesOf(meeting().floor.speeches, itemId)[0]?.spokenMs).toBeGreaterThanOrEqual(40_000)
  })

  it('what is paused does not end, and has its rest when it goes on', async () => {
    const { act, endOfTime, itemId, meeting, putOnTo, time } = await speaking()
    await putOnTo(endOfTime() - 8_000)
    await act('pauseSpeech', {})
    await putOnTo(time.now() + 60_000)
    for (let turn = 0; turn < 5; turn += 1) await act('noteSpeech', { speechId: ofA, text: '先修路' })
    expect(meeting().floor.speaking).toMatchObject({ speechId: ofA, runningSince: null })
    await act('resumeSpeech', {})
    await until(() => meeting().floor.speaking?.runningSince)
    expect(endOfTime() - time.now()).toBeGreaterThan(3_000)
    await putOnTo(endOfTime() - JUST_BEFORE_MS)
    await until(() => meeting().floor.speaking?.speechId === ofB)
    const [heard] = entriesOf(meeting().floor.speeches, itemId)
    expect(heard?.spokenMs).toBeGreaterThanOrEqual(LIMIT_SECONDS * 1_000)
    expect((heard?.endedAt ?? 0) - (heard?.startedAt ?? 0)).toBeGreaterThan(60_000)
  })

  it('a question ends by itself, and the speech that it interrupted goes on', async () => {
    const { act, endOfTime, itemId, meeting, putOnTo, seat, time } = await speaking()
    const rules = { ...plainSpeaking, hardEnd: true, questions: true }
    await act('setSpeakingRules', { itemId, seconds: LIMIT_SECONDS, rules })
    const question = id.speech('question')
    await act('requestFloor', { speechId: question, seatId: seat('委员乙'), kind: 'question', stance: null })
    await act('callNextSpeaker', {})
    await until(() => meeting().floor.interposed?.speechId === question)
    expect(endOfTime()).toBeNaN()
    await putOnTo(time.now() + LIMIT_SECONDS * 1_000 - JUST_BEFORE_MS)
    await until(() => meeting().floor.interposed === null && meeting().floor.speaking?.runningSince)
    expect(meeting().floor.speaking?.speechId).toBe(ofA)
  })

  it.each([
    ['while there is time left', -8_000],
    ['when the time ran out meanwhile', 5_000],
  ])('holds across a restart of the host %s', async (_, fromEnd) => {
    const first = await speaking()
    const end = first.endOfTime()
    await first.close()
    first.time.putOn(end + fromEnd - first.time.now())
    const host = closing(await startTestHost({ storage: first.storage, now: first.time.now }))
    const client = new HallClient(nodeRuntime(host.port), { kind: 'operator', secret: host.operatorSecret })
    closing({ close: async () => client.close() })
    await until(() => client.copies.meeting(first.meetingId))
    if (fromEnd < 0) {
      expect(onFloor(client.copies.meeting(first.meetingId))).toBe(ofA)
      first.time.putOn(end - JUST_BEFORE_MS - first.time.now())
      await client.send(first.stream, null, 'noteSpeech', { speechId: ofA, text: '先修路' })
    }
    await until(() => onFloor(client.copies.meeting(first.meetingId)) === ofB)
  })

  it('nothing ends by itself where the end is soft', async () => {
    const { act, endOfTime, meeting, putOnTo } = await speaking({ hardEnd: false })
    await putOnTo(endOfTime() + 60_000)
    for (let turn = 0; turn < 5; turn += 1) await act('noteSpeech', { speechId: ofA, text: '先修路' })
    expect(meeting().floor.speaking?.speechId).toBe(ofA)
  })

  it('nothing is written any more once the host has ended', async () => {
    const { close, endOfTime, putOnTo, storage, stream, time } = await speaking()
    const end = endOfTime()
    await putOnTo(end - JUST_BEFORE_MS)
    await close()
    const journal = () => storage.read(`${JOURNAL_DIR}/${journalFile(stream)}`)
    const before = await journal()
    await until(() => time.now() > end + 3 * JUST_BEFORE_MS)
    expect(await journal()).toEqual(before)
  })
})
