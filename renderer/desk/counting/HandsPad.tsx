import './counting.css'
import { IconCheck, IconHandStop } from '@tabler/icons-react'
import { Button } from 'antd'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { SaidInstead } from '../../../shared/meeting/voting/marks.ts'
import type { OpenVote } from '../../../shared/meeting/voting/state.ts'
import { nameOf } from '../../connection/meeting-view.ts'
import { forgetDraft, useDraft } from '../../connection/use-draft.ts'
import { useDesk } from '../desk-context.tsx'
import { CountRows } from './CountRows.tsx'
import { handsDraft } from './entry-drafts.ts'
import { Faults } from './Faults.tsx'
import { HandNames } from './HandNames.tsx'
import {
  emptyHands,
  handsEnteredWords,
  handsFaults,
  handsNamed,
  handsPossible,
  handsReady,
  handsWords,
  isHandsEntry,
} from './hands-count.ts'
import { countsIn } from './typed-counts.ts'
import { countsWithoutNames, votersShown } from './voters-shown.ts'

/** 举手点数: counted side by side; what was entered is not shown again, only that it was. */
export function HandsPad({ vote }: { readonly vote: OpenVote }) {
  if (vote.terms.channels.hands !== 'counted') return null
  return <Pad key={vote.voteId} vote={vote} />
}

function Pad({ vote }: { readonly vote: OpenVote }) {
  const [again, setAgain] = useState(false)
  const { hands, stoppedAt } = vote
  const counting = stoppedAt === null && (hands === null || again)
  return (
    <section className="count-pane" aria-labelledby="hands-pad">
      <div className="count-head">
        <IconHandStop size={20} aria-hidden />
        <h3 id="hands-pad">举手点数</h3>
        {hands !== null && (
          <span className="count-done" role="status">
            <IconCheck size={18} aria-hidden />
            {handsEnteredWords(vote)}
          </span>
        )}
        <span className="grow" />
        {hands !== null && stoppedAt === null && (
          <Button onClick={() => setAgain(!again)}>{again ? '不重新点了' : '重新点数'}</Button>
        )}
      </div>
      {counting && <Counting vote={vote} onEntered={() => setAgain(false)} />}
      {hands === null && stoppedAt !== null && <p className="sub">已截止投票，这次没有点举手。</p>}
    </section>
  )
}

type CountingProps = { readonly vote: OpenVote; readonly onEntered: () => void }

function Counting({ vote, onEntered }: CountingProps) {
  const { act, client, meeting, say } = useDesk()
  const { voteId } = vote
  const { question } = vote.terms
  const name = handsDraft(voteId)
  const [entry, setEntry] = useDraft(name, emptyHands(question), (value) => isHandsEntry(question, value))
  const [busy, setBusy] = useState(false)
  const voters = votersShown(meeting, vote, (seatId) => nameOf(client, seatId))
  const alone = countsWithoutNames(vote.terms)
  const raised = alone ? null : handsNamed(vote, voters, entry.ticks)
  const ready = handsReady(question, entry.rows)
  const faults = ready ? handsFaults(vote, entry.rows, raised) : []
  const enter = async (said: SaidInstead | null) => {
    setBusy(true)
    const counted =
      said === null ? { seatIds: raised, rows: countsIn(entry.rows) } : { seatIds: null, rows: null, said }
    const answer = await act('countHands', { voteId, ...counted })
    setBusy(false)
    if (!answer.ok) return
    // What is entered is kept on the host alone.
    flushSync(() => setEntry(emptyHands(question)))
    forgetDraft(name)
    say('举手已记下')
    onEntered()
  }
  return (
    <form
      className="count-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !busy) void enter(null)
      }}
    >
      <CountRows
        question={question}
        typed={entry.rows}
        faults={faults}
        empty="0"
        onChange={(rows) => setEntry({ ...entry, rows })}
      />
      <Faults question={question} faults={faults.filter(({ row }) => row === null)} />
      {raised !== null && (
        <HandNames
          people={handsPossible(voters)}
          raised={raised}
          onTick={(ticks) => setEntry({ ...entry, ticks: { ...entry.ticks, ...ticks } })}
        />
      )}
      <div className="count-end">
        <span className="note grow" role="status">
          {handsWords(question, entry.rows, raised, faults)}
        </span>
        <Button htmlType="submit" className="count-enter" loading={busy} disabled={!ready}>
          {faults.length === 0 ? '记下举手' : '对不上，仍然记下'}
        </Button>
      </div>
      {alone && (
        <p className="row wrap count-said">
          <span className="note">数不清，或没有数：</span>
          <Button disabled={busy} onClick={() => void enter('majority')}>
            只记“多数”
          </Button>
          <Button disabled={busy} onClick={() => void enter('unrecorded')}>
            没有记票
          </Button>
          <span className="note grow">这样记不判定通过不通过；记了还能重新点数。</span>
        </p>
      )}
    </form>
  )
}
