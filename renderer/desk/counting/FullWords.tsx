import type { OpenVote } from '../../../shared/meeting/voting/state.ts'

/** Characters that may be cut above the fields: of two lines, and of the one that is left while papers are counted. */
const TWO_LINES = 40
const ONE_LINE = 18

/** While papers are counted less stands above their fields. */
export const countingClass = ({ stoppedAt }: OpenVote): string =>
  stoppedAt === null ? 'vote-counting' : 'vote-counting vote-stopped'

/** The words that are voted on in full, below the fields, where they may be cut above them. */
export function FullWords({ vote: { motion, stoppedAt } }: { readonly vote: OpenVote }) {
  if (motion.length <= (stoppedAt === null ? TWO_LINES : ONE_LINE)) return null
  return <p className="song vote-motion-full">{motion}</p>
}
