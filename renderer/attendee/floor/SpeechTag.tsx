import type { Place } from '../../../shared/meeting/floor/state.ts'
import { speechKindNames } from '../../../shared/wording/speech-words.ts'
import { Stance } from '../../ui/Stance.tsx'

/** By what right somebody speaks or waits, where it is no ordinary speech, and the stance that was given. */
export function SpeechTag({ kind, stance }: Pick<Place, 'kind' | 'stance'>) {
  return (
    <>
      {kind !== 'ordinary' && <span className="tag line">{speechKindNames[kind]}</span>}
      {stance !== null && <Stance stance={stance} />}
    </>
  )
}

/** In the queue the reason beside the name tells the kind, but of whoever was put back. */
export const tagOf = ({ kind, restored, stance }: Place): Pick<Place, 'kind' | 'stance'> => ({
  kind: restored ? kind : 'ordinary',
  stance,
})
