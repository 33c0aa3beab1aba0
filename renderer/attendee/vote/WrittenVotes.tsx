import type { ItemId } from '../../../shared/core/ids.ts'
import type { WrittenVote } from '../../../shared/meeting/written-votes/state.ts'

type Props = { readonly votes: readonly WrittenVote[]; readonly itemId: ItemId | null }

/** 书面征求意见 and 业主书面票 on an item: how far they are, and how they ended. */
export function WrittenVotes({ votes, itemId }: Props) {
  return votes
    .filter((vote) => vote.itemId === itemId)
    .map((vote) => (
      <section key={vote.voteId} className="sheet past" aria-label={writtenNames[vote.kind]}>
        <p className="note">{stateOf(vote)}</p>
        <p className="song">{vote.motion}</p>
        {vote.phase === 'closed' && <p className="second">{vote.verdict.sentence}</p>}
        {vote.phase === 'void' && <p className="second">作废：{vote.reason}</p>}
      </section>
    ))
}

const writtenNames = { survey: '书面征求意见', owners: '业主书面表决' } as const

function stateOf({ asked, handedOut, kind, phase, returned }: WrittenVote): string {
  if (phase !== 'open') return `${writtenNames[kind]}，${phase === 'closed' ? '已结束' : '已作废'}`
  const unit = kind === 'survey' ? '户' : '位业主'
  return `正在${writtenNames[kind]}：问 ${asked} ${unit}，发出 ${handedOut} 份，收回 ${returned} 份`
}
