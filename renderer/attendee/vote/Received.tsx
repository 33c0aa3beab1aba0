import type { OpenVote } from '../../../shared/meeting/voting/state.ts'

/** How many ballots have come in, never how they were. */
export function Received({ vote }: { readonly vote: OpenVote }) {
  const { electors, received } = vote
  return (
    <div className="received">
      <p className="dock-line" aria-live="polite">
        <span>
          已收 <b>{received}</b> 票，应收 {electors.length} 票
        </span>
        <span className="note">等主持人宣布结果</span>
      </p>
      <progress max={electors.length} value={received} aria-label="收票进度" />
    </div>
  )
}
