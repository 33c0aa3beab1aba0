import type { ItemId } from '../../core/ids.ts'
import { unspaced } from '../../core/unspaced.ts'
import type { MeetingRejection } from '../rejections.ts'
import type { Draft, TextVersion, Voting } from './state.ts'

/** Words that are to be put to the vote; an amendment itself is not meant. */
type Proposed = {
  readonly itemId: ItemId
  readonly motion: string
  readonly amendment?: Draft['amendment'] | undefined
  /** How they have read before, where a void vote is held again. */
  readonly versions?: readonly TextVersion[] | undefined
}

type Known = Pick<Voting, 'drafts' | 'past'>

/**
 * What keeps words from going past the 修正案 of a draft on the same item that reads or has read like them, under whatever
 * vote's id: those that are not voted on yet, and those that have passed and changed the words. Null: nothing.
 */
export function pastAmendments(
  voting: Known,
  { amendment, itemId, motion, versions = [] }: Proposed,
): MeetingRejection | null {
  if (amendment != null) return null
  const { drafts } = voting
  const alike = drafts.filter(
    (draft) => draft.itemId === itemId && draft.versions.some(({ text }) => isSameText(text, motion)),
  )
  if (alike.some(({ voteId }) => drafts.some((other) => other.amendment?.voteId === voteId))) {
    return { code: 'amendmentFirst' }
  }
  const amended = [versions, ...alike.map((draft) => draft.versions)].some((read) => wasAmended(voting, read, motion))
  return amended ? { code: 'motionAmended' } : null
}

/**
 * Whether an amendment that stands has put other words in the place of these. To draft them again undoes nothing that was
 * voted on; where the vote on the amendment is void they are free.
 */
export function wasAmended({ past }: Pick<Voting, 'past'>, versions: readonly TextVersion[], text: string): boolean {
  const stands = ({ by }: TextVersion) =>
    by !== null && !past.some(({ phase, voteId }) => voteId === by && phase === 'void')
  const last = versions.map(stands).lastIndexOf(true)
  const amended = versions[last]
  if (amended === undefined || isSameText(amended.text, text)) return false
  return versions.slice(0, last).some((version) => isSameText(version.text, text))
}

/** Also where spaces, the width of signs or a full stop at the end differ; a sign within the words may change a sum. */
const isSameText = (one: string, other: string): boolean => plain(one) === plain(other)

const plain = (text: string): string => unspaced(text).replace(/[。.]+$/, '')
