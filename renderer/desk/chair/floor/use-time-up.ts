import { useEffect, useRef, useState } from 'react'
import { devicePlace } from '../../../connection/keeping-place.ts'

const NAME = 'yishiting.mute'
/** A soft tone, once: pitch in Hz, length in seconds. */
const TONE = { pitch: 660, length: 0.6, loudness: 0.15 }

/** One soft sound at the moment a speaker's time is up; can be muted, and stays so on this laptop. */
export function useTimeUp(
  speech: number | null,
  over: boolean,
): readonly [muted: boolean, mute: (on: boolean) => void] {
  const [muted, setMuted] = useState(() => devicePlace.read(NAME) === true)
  const rung = useRef<number | null>(over ? speech : null)
  useEffect(() => {
    if (!over || speech === null || rung.current === speech) return
    rung.current = speech
    if (!muted) ring()
  }, [over, speech, muted])
  return [
    muted,
    (on) => {
      devicePlace.write(NAME, on)
      setMuted(on)
    },
  ]
}

function ring(): void {
  const context = new AudioContext()
  const tone = context.createOscillator()
  const volume = context.createGain()
  tone.frequency.value = TONE.pitch
  volume.gain.setValueAtTime(TONE.loudness, context.currentTime)
  volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + TONE.length)
  tone.connect(volume).connect(context.destination)
  tone.onended = () => void context.close()
  tone.start()
  tone.stop(context.currentTime + TONE.length)
}
