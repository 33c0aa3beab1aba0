import { describe, expect, test } from 'vitest'
import { pageSound } from '../../../../renderer/ui/page-sound.ts'
import { type Look, type Ring, type Ringing, ringDue } from '../../../../renderer/ui/speech-ring.ts'

const usual: Ringing = { warnSeconds: 30, sound: true, muted: false }

const at = (left: number, speech: string | null = 'a', running = true): Look => ({ speech, left, running })

/** What sounds while a clock is looked at again and again. */
function rings(looks: readonly Look[], ringing: Partial<Ringing> = {}): readonly Ring[] {
  return looks.flatMap((now, index) => ringDue(looks[index - 1] ?? null, now, { ...usual, ...ringing }) ?? [])
}

const counting = (from: number, to: number, speech = 'a'): readonly Look[] =>
  Array.from({ length: from - to + 1 }, (_, index) => at(from - index, speech))

const nobody = at(120, null, false)

describe('the sounds of a speech', () => {
  test('come once when its time is nearly up and once when it is', () => {
    expect(rings([nobody, ...counting(120, -20), nobody])).toEqual(['nearly', 'up'])
  })

  test('come again after more time was given, but the warning only where the clock was out of it', () => {
    expect(rings([...counting(40, -3), ...counting(40, -3)])).toEqual(['nearly', 'up', 'nearly', 'up'])
    expect(rings([...counting(40, -3), ...counting(20, -3)])).toEqual(['nearly', 'up', 'up'])
  })

  test('have no warning where the rules want none', () => {
    expect(rings(counting(40, -3), { warnSeconds: 0 })).toEqual(['up'])
  })

  test('do not come on a muted device, nor where the rules want none', () => {
    expect(rings([...counting(40, -3), nobody], { muted: true })).toEqual([])
    expect(rings([...counting(40, 1), nobody], { sound: false })).toEqual([])
  })

  test('do not come for what was before the page was opened', () => {
    expect(rings(counting(20, 5))).toEqual([])
    expect(rings(counting(-3, -9))).toEqual([])
    expect(rings([at(0, 'a')])).toEqual([])
  })

  test('do not come when a speech is ended early, whoever comes next', () => {
    expect(rings([...counting(60, 31), ...counting(120, 100, 'b')])).toEqual([])
    expect(rings([...counting(60, 5), nobody])).toEqual(['nearly'])
    expect(rings([at(1, 'a', false), nobody])).toEqual([])
  })

  test('tell that the time is up where the host has ended the speech before its clock showed it', () => {
    expect(rings([...counting(60, 1), ...counting(120, 100, 'b')])).toEqual(['nearly', 'up'])
    expect(rings([...counting(60, 1), nobody])).toEqual(['nearly', 'up'])
    expect(rings([...counting(60, 0), ...counting(120, 100, 'b')])).toEqual(['nearly', 'up'])
    expect(rings([...counting(60, -5), nobody])).toEqual(['nearly', 'up'])
  })

  test('do not come again when a speech goes on after a question', () => {
    const question = [at(20, 'a', false), ...counting(120, 100, 'q'), at(20, 'a', false)]
    expect(rings([...counting(40, 20), ...question, ...counting(20, -2)])).toEqual(['nearly', 'up'])
  })

  test('do not come when a speech begins within its warning', () => {
    expect(rings([nobody, ...counting(20, 5)])).toEqual([])
  })
})

class FakeAudio extends EventTarget {
  state: AudioContextState
  currentTime = 3
  destination = 'the loudspeaker'
  readonly played: (readonly [pitch: number, from: number, until: number])[] = []
  constructor(state: AudioContextState) {
    super()
    this.state = state
  }
  createOscillator() {
    const frequency = { value: 0 }
    let started = Number.NaN
    return {
      frequency,
      connect: (next: unknown) => next,
      start: () => {
        started = this.currentTime
      },
      stop: (until: number) => this.played.push([frequency.value, started, until]),
    }
  }
  createGain() {
    return {
      gain: { setValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined },
      connect: (next: unknown) => next,
      disconnect: () => undefined,
    }
  }
  async resume() {
    this.state = 'running'
    this.dispatchEvent(new Event('statechange'))
  }
}

function stage(state: AudioContextState) {
  const made: FakeAudio[] = []
  const page = new EventTarget()
  const sound = pageSound(() => {
    const audio = new FakeAudio(state)
    made.push(audio)
    return audio as unknown as AudioContext
  }, page)
  return { made, page, sound, played: () => made.flatMap(({ played }) => played) }
}

describe('the sound of a page', () => {
  const tone = { pitch: 660, length: 0.5 }

  test('is one oscillator from now on, for as long as the tone is, on one context for all', () => {
    const { made, played, sound } = stage('running')
    sound.play(tone)
    sound.play(tone)
    expect(played()).toEqual([
      [660, 3, 3.5],
      [660, 3, 3.5],
    ])
    expect(made).toHaveLength(1)
  })

  test('is kept back by the browser until the first press, and what was due before is not made up for', () => {
    const { page, played, sound } = stage('suspended')
    const heard: boolean[] = []
    const stop = sound.subscribe(() => heard.push(sound.isSilent()))
    expect(sound.isSilent()).toBe(true)
    sound.play(tone)
    expect(played()).toEqual([])
    page.dispatchEvent(new Event('keydown'))
    expect(heard).toEqual([false])
    expect(played()).toEqual([])
    sound.play(tone)
    expect(played()).toHaveLength(1)
    stop()
  })

  test('makes no context before a sound is wanted', () => {
    const { made, page, sound } = stage('suspended')
    page.dispatchEvent(new Event('pointerup'))
    expect(made).toEqual([])
    expect(sound.isSilent()).toBe(false)
  })
})
