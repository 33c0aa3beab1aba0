import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { devicePlace } from '../connection/keeping-place.ts'
import { pageSound, type Tone } from './page-sound.ts'
import { type Look, type Ring, type Ringing, ringDue } from './speech-ring.ts'

const NAME = 'yishiting.mute'
/** A short high one when the time is nearly up, a longer low one when it is. */
const tones: Readonly<Record<Ring, Tone>> = {
  nearly: { pitch: 880, length: 0.25 },
  up: { pitch: 660, length: 0.6 },
}

export type SpeechSound = {
  readonly muted: boolean
  /** A sound is wanted, and the browser keeps the page silent until somebody presses something on it. */
  readonly silenced: boolean
  readonly mute: (on: boolean) => void
}

const page = pageSound(() => new AudioContext(), globalThis)
const unwanted = () => () => undefined
const never = () => false

/**
 * A soft sound when a speaker's time is nearly up and one when it is; each once for a speech, again after more time was given.
 * Can be muted, and stays so on this device.
 */
export function useSpeechSound({
  left,
  running,
  sound,
  speech,
  warnSeconds,
}: Look & Omit<Ringing, 'muted'>): SpeechSound {
  const [muted, setMuted] = useState(() => devicePlace.read(NAME) === true)
  const wanted = sound && !muted
  const silenced = useSyncExternalStore(wanted ? page.subscribe : unwanted, wanted ? page.isSilent : never)
  const last = useRef<Look | null>(null)
  useEffect(() => {
    const now = { speech, left, running }
    const due = ringDue(last.current, now, { muted, sound, warnSeconds })
    last.current = now
    if (due !== null) page.play(tones[due])
  }, [left, muted, running, sound, speech, warnSeconds])
  return {
    muted,
    silenced,
    mute: (on) => {
      devicePlace.write(NAME, on)
      setMuted(on)
    },
  }
}
