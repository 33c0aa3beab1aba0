import './counting.css'
import { IconCheck, IconHandStop } from '@tabler/icons-react'
import { Button } from 'antd'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { MeetingCommandOf } from '../../../shared/meeting/messages.ts'
import { channelsOf, type SaidInstead } from '../../../shared/meeting/voting/marks.ts'
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
  nobodyIn,
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
  const { hands } = vote
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
        {hands !== null && <Button onClick={() => setAgain(!again)}>{again ? '不重新点了' : '重新点数'}</Button>}
      </div>
      {(hands === null || again) && <Counting vote={vote} onEntered={() => setAgain(false)} />}
    </section>
  )
}

type Counted = Omit<MeetingCommandOf<'countHands'>, 'voteId'>

type CountingProps = { readonly vote: OpenVote; readonly onEntered: () => void }

function Counting({ vote, onEntered }: CountingProps) {
  const { act, client, meeting, say } = useDesk()
  const { voteId } = vote
  const { channels, question } = vote.terms
  const name = handsDraft(voteId)
  const [entry, setEntry] = useDraft(name, emptyHands(question), (value) => isHandsEntry(question, value))
  const [busy, setBusy] = useState(false)
  const voters = votersShown(meeting, vote, (seatId) => nameOf(client, seatId))
  const raised = countsWithoutNames(vote.terms) ? null : handsNamed(vote, voters, entry)
  const ready = handsReady(question, entry.rows)
  const faults = ready ? handsFaults(vote, entry.rows, raised) : []
  const enter = async (counted: Counted) => {
    setBusy(true)
    const answer = await act('countHands', { voteId, ...counted })
    setBusy(false)
    if (!answer.ok) return
    // What is entered is kept on the host alone.
    flushSync(() => setEntry(emptyHands(question)))
    forgetDraft(name)
    say('举手已记下')
    onEntered()
  }
  const enterWord = (said: SaidInstead) => void enter({ seatIds: null, rows: null, said })
  const nobody = { seatIds: raised === null ? null : [], rows: countsIn(emptyHands(question).rows) }
  return (
    <form
      className="count-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !busy) void enter({ seatIds: raised && [...raised], rows: countsIn(entry.rows) })
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
      <div className="count-end">
        <span className="note grow" role="status">
          {handsWords(question, entry.rows, raised, faults)}
        </span>
        {nobodyIn(question, entry.rows) && (
          <Button disabled={busy} onClick={() => void enter(nobody)}>
            没有人举手
          </Button>
        )}
        <Button htmlType="submit" className="count-enter" loading={busy} disabled={!ready}>
          {faults.length === 0 ? '记下举手' : '对不上，仍然记下'}
        </Button>
      </div>
      {raised !== null && (
        <HandNames
          people={handsPossible(voters)}
          raised={raised}
          asked={faults.length > 0}
          onTick={(ticks) => setEntry({ ...entry, ticks: { ...entry.ticks, ...ticks } })}
        />
      )}
      {channelsOf(channels).length === 1 && (
        <p className="row wrap count-said">
          <span className="note">数不清，或没有数：</span>
          <Button disabled={busy} onClick={() => enterWord('majority')}>
            只记“多数”
          </Button>
          <Button disabled={busy} onClick={() => enterWord('unrecorded')}>
            没有记票
          </Button>
          <span className="note grow">这样记不判定通过不通过；记了还能重新点数。</span>
        </p>
      )}
    </form>
  )
}
