import type { ItemId } from '../../core/ids.ts'
import type { MeetingRejection } from '../rejections.ts'
import type { Draft, Voting } from './state.ts'

/** Words that are to be put to the vote; an amendment itself is not meant. */
type Proposed = {
  readonly itemId: ItemId
  readonly motion: string
  readonly amendment?: Draft['amendment'] | undefined
}

/**
 * What keeps words from going past the 修正案 of a draft on the same item that reads or has read like them, under whatever
 * vote's id: those that are not voted on yet, and those that have passed and changed the words. Null: nothing.
 */
export function pastAmendments(
  { drafts }: Pick<Voting, 'drafts'>,
  { amendment, itemId, motion }: Proposed,
): MeetingRejection | null {
  if (amendment != null) return null
  const alike = drafts.filter(
    (draft) => draft.itemId === itemId && draft.versions.some(({ text }) => isSameText(text, motion)),
  )
  if (alike.some(({ voteId }) => drafts.some((other) => other.amendment?.voteId === voteId))) {
    return { code: 'amendmentFirst' }
  }
  return alike.some((draft) => wasAmended(draft, motion)) ? { code: 'motionAmended' } : null
}

/** Whether an amendment has put other words in the place of these. */
const wasAmended = ({ motion, versions }: Draft, text: string): boolean => {
  if (isSameText(motion, text)) return false
  const place = versions.findIndex((version) => isSameText(version.text, text))
  return versions.slice(place + 1).some(({ by }) => by !== null)
}

/** Also where spaces, the width of signs or a full stop at the end differ; a sign within the words may change a sum. */
const isSameText = (one: string, other: string): boolean => plain(one) === plain(other)

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[。.]+$/, '')
