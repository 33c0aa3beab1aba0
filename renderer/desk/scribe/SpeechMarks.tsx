import type { Place } from '../../../shared/meeting/floor/state.ts'
import { speechKindNames } from '../../../shared/wording/speech-words.ts'
import { Stance } from '../../ui/Stance.tsx'

type Props = { readonly speech: Pick<Place, 'kind' | 'stance' | 'category'> }

/** What sort of speech it is, where it is not simply one, and for or against. */
export function SpeechMarks({ speech: { category, kind, stance } }: Props) {
  return (
    <>
      {kind !== 'ordinary' && (
        <span className="tag line">
          {speechKindNames[kind]}
          {category !== null && `：${category.name}`}
        </span>
      )}
      {stance !== null && <Stance stance={stance} />}
    </>
  )
}
