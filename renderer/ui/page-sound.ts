/** Pitch in Hz, length in seconds. */
export type Tone = { readonly pitch: number; readonly length: number }

type PageSound = {
  /** Sounds at once, or not at all: what was due while the page was still silent is not made up for. */
  readonly play: (tone: Tone) => void
  /** Whether the browser lets nothing be heard until somebody has pressed something on the page. */
  readonly isSilent: () => boolean
  /** Calls back when that has changed; makes ready for sounds. Returns what ends it. */
  readonly subscribe: (listener: () => void) => () => void
}

const LOUDNESS = 0.15
/**
 * Whichever a browser takes for a press. The end of one, not its beginning: Safari counts nothing else, and what is pressed
 * must not move away before its click.
 */
const PRESSES = ['pointerup', 'keydown', 'click'] as const

/** The sounds of one page: a single context, resumed by the first press, as browsers want it. */
export function pageSound(makeContext: () => AudioContext, page: Pick<EventTarget, 'addEventListener'>): PageSound {
  let context: AudioContext | null = null
  const listeners = new Set<() => void>()
  const ready = (): AudioContext => {
    if (context !== null) return context
    const made = makeContext()
    context = made
    made.addEventListener('statechange', () => {
      for (const listener of listeners) listener()
    })
    // A machine without a sound card refuses; it then stays silent.
    const wake = () => void (made.state === 'running' || made.resume().catch(() => undefined))
    for (const press of PRESSES) page.addEventListener(press, wake, { capture: true })
    return made
  }
  return {
    play: (tone) => {
      const audio = ready()
      if (audio.state === 'running') sound(audio, tone)
    },
    isSilent: () => context !== null && context.state !== 'running',
    subscribe: (listener) => {
      ready()
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function sound(audio: AudioContext, { length, pitch }: Tone): void {
  const tone = audio.createOscillator()
  const volume = audio.createGain()
  tone.frequency.value = pitch
  volume.gain.setValueAtTime(LOUDNESS, audio.currentTime)
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + length)
  tone.connect(volume).connect(audio.destination)
  tone.onended = () => volume.disconnect()
  tone.start()
  tone.stop(audio.currentTime + length)
}
