import type { Mark } from '../../../shared/meeting/voting/marks.ts'
import { markName } from '../../../shared/wording/vote-words.ts'
import { Stance } from '../../ui/Stance.tsx'

/** The name of a mark; the sides of a question carry the signs they have everywhere. */
export function MarkLabel({ mark }: { readonly mark: Mark }) {
  if (mark === 'for' || mark === 'against' || mark === 'abstain') return <Stance stance={mark} />
  return mark === 'object' ? <Stance stance="against" /> : markName(mark)
}
