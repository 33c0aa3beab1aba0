import { describe, expect, test } from 'vitest'
import { secondsLeft } from '../../../../renderer/connection/seconds-left.ts'
import { benchSpeech } from '../../../../renderer/desk/bench/bench-speech.ts'
import { onFloor } from '../../../../shared/meeting/floor/state.ts'
import { asks, first, next, START, talked } from '../scribe/talked-meeting.ts'

const bench = { policy: 'round', anonymous: true, stanceRequired: false } as const
const unnamed = asks(null, first, { stance: null })

describe('whoever speaks on a bench', () => {
  test('is on record without a name, and can be given more time and stand still', () => {
    const live = onFloor(talked(bench, [0, unnamed], [1, { type: 'callSpeaker', data: { speechId: first } }]).floor)
    const speech = benchSpeech(live, null, 180)
    expect(speech).toMatchObject({ key: first, seatId: null, recorded: true, limitSeconds: 120 })
    const paused = talked(bench, [0, unnamed], [1, next], [21, { type: 'pauseSpeech', data: {} }])
    expect(benchSpeech(onFloor(paused.floor), null, 180)).toMatchObject({ runningSince: null, usedMs: 20_000 })
  })

  test('speaks by this laptop’s clock alone where the rules want names', () => {
    const speech = benchSpeech(null, START, 180)
    expect(speech).toMatchObject({ seatId: null, recorded: false })
    expect(speech === null ? null : secondsLeft(speech, START + 61_000)).toBe(119)
  })

  test('is nobody before the first press, and the one on record before any other', () => {
    expect(benchSpeech(null, null, 180)).toBeNull()
    const live = onFloor(talked(bench, [0, unnamed], [1, next]).floor)
    expect(benchSpeech(live, START, 180)?.key).toBe(first)
  })
})
