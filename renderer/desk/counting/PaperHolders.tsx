import { Button } from 'antd'
import { useState } from 'react'
import { type OpenVote, type Voter, voterOf } from '../../../shared/meeting/voting/state.ts'
import { nameOf } from '../../connection/meeting-view.ts'
import { timeText } from '../../ui/clock-text.ts'
import { useDesk } from '../desk-context.tsx'
import { RecallPaper } from './RecallPaper.tsx'

/** Who has which number, the last first, and which numbers were taken back. What is on a paper nobody knows. */
export function PaperHolders({ vote }: { readonly vote: OpenVote }) {
  const { act, client, say } = useDesk()
  const [recalling, setRecalling] = useState<Voter | null>(null)
  const holders = vote.voters
    .flatMap((voter) => (voter.number === null ? [] : [{ ...voter, number: voter.number }]))
    .sort((a, b) => b.number - a.number)
  const paper = recalling === null ? null : voterOf(vote, recalling.seatId)
  const recall = async ({ seatId }: Voter, reason: string) => {
    const answer = await act('recallPaper', { voteId: vote.voteId, seatId, reason })
    if (!answer.ok) return
    setRecalling(null)
    say('已收回，可以再发一张')
  }
  return (
    <>
      <ul className="paper-holders">
        {holders.map((holder) => {
          const name = nameOf(client, holder.seatId)
          return (
            <li key={holder.seatId} className="count-line">
              <b className="paper-number">{holder.number} 号</b>
              <span className="grow one" title={name}>
                {name}
              </span>
              {holder.at !== null && <span className="note">{timeText(holder.at)} 领</span>}
              {vote.stoppedAt === null && (
                <Button aria-label={`收回${name}的 ${holder.number} 号票`} onClick={() => setRecalling(holder)}>
                  收回
                </Button>
              )}
            </li>
          )
        })}
        {vote.spoilt.map(({ number, reason, seatId }) => (
          <li key={number} className="count-line note">
            <span className="paper-number">{number} 号</span>
            <span className="grow">
              {nameOf(client, seatId)}，已收回：{reason}
            </span>
          </li>
        ))}
      </ul>
      {paper?.number != null && (
        <RecallPaper
          key={paper.seatId}
          name={nameOf(client, paper.seatId)}
          paper={paper}
          onRecall={(reason) => void recall(paper, reason)}
          onClose={() => setRecalling(null)}
        />
      )}
    </>
  )
}
