import { useEffect, useRef, useState } from 'react'
import { devicePlace } from '../connection/keeping-place.ts'

const NAME = 'yishiting.mute'
/** Pitch in Hz, length in seconds: a short high one when the time is nearly up, a longer low one when it is. */
const NEARLY = { pitch: 880, length: 0.25 }
const UP = { pitch: 660, length: 0.6 }
const LOUDNESS = 0.15

type Ringing = {
  /** What is timed, whatever tells one speech from the next; null while nobody speaks. */
  readonly speech: string | number | null
  /** Seconds left; negative when it is over. */
  readonly left: number
  /** Seconds before the end at which the warning sounds; 0: none. */
  readonly warnSeconds: number
  /** Whether the rules want a sound at all. */
  readonly sound: boolean
}

type Moment = 'before' | 'nearly' | 'up'

const momentOf = ({ left, warnSeconds }: Ringing): Moment =>
  left <= 0 ? 'up' : left <= warnSeconds ? 'nearly' : 'before'

/**
 * A soft sound when a speaker's time is nearly up and one when it is; each once for a speech, again after more time was given.
 * Can be muted, and stays so on this device.
 */
export function useSpeechSound(ringing: Ringing): readonly [muted: boolean, mute: (on: boolean) => void] {
  const [muted, setMuted] = useState(() => devicePlace.read(NAME) === true)
  const { sound, speech } = ringing
  const moment = momentOf(ringing)
  // A page that is opened in the middle of a speech does not ring for what was before.
  const last = useRef({ speech, moment })
  useEffect(() => {
    const before = last.current.speech === speech ? last.current.moment : 'before'
    last.current = { speech, moment }
    if (speech === null || moment === before || moment === 'before' || before === 'up') return
    if (sound && !muted) ring(moment === 'up' ? UP : NEARLY)
  }, [moment, muted, sound, speech])
  return [
    muted,
    (on) => {
      devicePlace.write(NAME, on)
      setMuted(on)
    },
  ]
}

function ring({ length, pitch }: { readonly pitch: number; readonly length: number }): void {
  const context = new AudioContext()
  const tone = context.createOscillator()
  const volume = context.createGain()
  tone.frequency.value = pitch
  volume.gain.setValueAtTime(LOUDNESS, context.currentTime)
  volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + length)
  tone.connect(volume).connect(context.destination)
  tone.onended = () => void context.close()
  tone.start()
  tone.stop(context.currentTime + length)
}
