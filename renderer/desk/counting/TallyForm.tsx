import { Button, Select } from 'antd'
import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { SeatId } from '../../../shared/core/ids.ts'
import { isPresent } from '../../../shared/meeting/attendance/state.ts'
import type { OpenVote } from '../../../shared/meeting/voting/state.ts'
import { nameOf } from '../../connection/meeting-view.ts'
import { forgetDraft, useDraft } from '../../connection/use-draft.ts'
import { usePeopleFilter } from '../../ui/use-people-finder.ts'
import { useDesk } from '../desk-context.tsx'
import { CountField } from './CountField.tsx'
import { CountRows } from './CountRows.tsx'
import { CallOut } from './calling/CallOut.tsx'
import { TallyManner } from './calling/TallyManner.tsx'
import { tallyDraft } from './entry-drafts.ts'
import { Faults } from './Faults.tsx'
import {
  countersPossible,
  emptyTally,
  faultsSoFar,
  fittedTally,
  hasNumbers,
  headNames,
  heads,
  isTallyTyped,
  proposedCounter,
  type TallyTyped,
  tallyHint,
  tallyIn,
  withPile,
} from './tally-form.ts'
import { blanksIn, withZeros } from './typed-counts.ts'

type Props = {
  readonly vote: OpenVote
  readonly entry: 1 | 2
  readonly onEntered: () => void
  /** Where papers are called out, while they are. */
  readonly home: RefObject<HTMLElement | null>
}

/** One count of the papers, typed by whoever counted; it begins empty and knows nothing of the other count. */
export function TallyForm({ vote, entry, onEntered, home }: Props) {
  const { act, client, meeting, say } = useDesk()
  const { issued, terms, voteId } = vote
  const { doubleEntry, question } = terms
  const name = tallyDraft(voteId, entry)
  const [kept, setTyped] = useDraft(name, emptyTally(question), (value) => isTallyTyped(question, value))
  const typed = fittedTally(question, kept)
  // What stood beside a name that was dropped is gone: when it is found again it is counted again.
  useEffect(() => {
    if (typed !== kept) setTyped(typed)
  }, [typed, kept, setTyped])
  const keptAs = useRef(name)
  // Papers that were called out here before a reload are of whoever counts here.
  const typedHere = useRef((kept.called?.length ?? 0) > 0)
  // The other counter was quicker: what was typed here goes on, what was merely found here does not.
  useEffect(() => {
    if (keptAs.current === name) return
    forgetDraft(keptAs.current)
    keptAs.current = name
    if (!typedHere.current) setTyped(emptyTally(question))
  }, [name, question, setTyped])
  const type = (next: TallyTyped) => {
    typedHere.current = true
    setTyped(next)
  }
  const [busy, setBusy] = useState(false)
  const search = usePeopleFilter()
  const id = useId()
  const { attendance } = meeting
  const here = attendance.seats.map(({ seatId }) => seatId).filter((seatId) => isPresent(attendance, seatId))
  const people = countersPossible(vote, entry, here)
  const counter = people.find((seatId) => seatId === typed.counter) ?? proposedCounter(vote, entry)
  const faults = faultsSoFar(question, issued, typed)
  const headFaults = faults.filter(({ code }) => code === 'returnedOverIssued' || code === 'papersDisagree')
  const tally = tallyIn(typed)
  const hint = tallyHint(typed, counter, doubleEntry)
  const blanks = blanksIn(typed.rows)

  const enter = async () => {
    if (tally === null || hint !== '') return
    setBusy(true)
    const answer = await act('enterTally', {
      ...{ voteId, entry, counter, ...tally, rows: [...tally.rows] },
      ...(typed.others.length === 0 ? {} : { others: [...typed.others] }),
    })
    setBusy(false)
    if (!answer.ok) return
    // What is entered is kept on the host alone: the second counter must not find the first one's numbers.
    flushSync(() => setTyped(emptyTally(question)))
    forgetDraft(name)
    say(doubleEntry ? `第${entry === 1 ? '一' : '二'}遍已记下` : '点票已记下')
    onEntered()
  }
  return (
    <form
      className="count-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void enter()
      }}
    >
      <p className="row wrap tally-who">
        <label htmlFor={id}>谁点的票</label>
        <Select
          id={id}
          className="tally-counter"
          showSearch={search}
          placeholder={doubleEntry ? '姓名或拼音' : '姓名或拼音，可以不填'}
          value={counter}
          options={people.map((seatId) => ({ value: seatId, label: nameOf(client, seatId) }))}
          onChange={(value: SeatId) => type({ ...typed, counter: value })}
        />
        <TallyManner
          called={typed.called?.length ?? null}
          numbersTyped={hasNumbers(typed)}
          onCall={() => type(withPile(question, typed, []))}
          onTotals={() => type({ ...typed, called: null })}
        />
        {doubleEntry && typed.called === null && (
          <span className="note grow">两遍由两个人各点各的，录的时候请另一位别看。</span>
        )}
        <span className="tally-issued">
          发出 <b>{issued}</b> 张
        </span>
      </p>
      {kept.called !== null && typed.called === null && (
        <p className="tally-differs" role="alert">
          已经唱到的姓名被删去了，唱过的票合成了总数。请补上空着的一格，或者从头再唱。
        </p>
      )}
      {typed.called === null ? (
        <>
          <div className="tally-heads">
            {heads.map((head) => (
              <CountField
                key={head}
                name={headNames[head]}
                label={headNames[head]}
                value={typed[head]}
                onChange={(text) => type({ ...typed, [head]: text })}
              />
            ))}
          </div>
          <Faults question={question} faults={headFaults} />
          <CountRows
            question={question}
            typed={typed.rows}
            faults={faults}
            onChange={(rows) => type({ ...typed, rows })}
          />
        </>
      ) : (
        <>
          <CallOut
            question={question}
            pile={typed.called}
            table={typed.table}
            issued={issued}
            busy={busy}
            home={home}
            onChange={(pile, table) => type(withPile(question, typed, pile, table))}
          />
          <Faults question={question} faults={headFaults} />
        </>
      )}
      <Faults
        question={question}
        faults={faults.filter((fault) => fault.row === null && !headFaults.includes(fault))}
      />
      <div className="count-end">
        <span className="note grow" role="status">
          {hint !== '' ? hint : faults.length === 0 ? '数字对得上。' : '数字对不上，这次表决就没有结果。请再点一遍。'}
        </span>
        {blanks > 0 && <Button onClick={() => type({ ...typed, rows: withZeros(typed.rows) })}>空的都填 0</Button>}
        <Button htmlType="submit" className="count-enter" loading={busy} disabled={hint !== ''}>
          {faults.length === 0 ? '记下点票' : '对不上，仍然记下'}
        </Button>
      </div>
    </form>
  )
}
