import { useEffect, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { chinaDate } from '../../../../shared/core/china-time.ts'
import type { WrittenVote } from '../../../../shared/meeting/written-votes/state.ts'
import { forgetDraft, useDraft } from '../../../connection/use-draft.ts'
import { useDesk } from '../../desk-context.tsx'
import type { AskedUnit } from '../asked-units.ts'
import { DayField } from './DayField.tsx'
import { LastReturn } from './LastReturn.tsx'
import { PickUnit } from './PickUnit.tsx'
import { ReturnForm } from './ReturnForm.tsx'
import { isReturnDraft, nothingEntered, type ReturnDraft, returnDraftOf } from './return-draft.ts'

type Props = { readonly vote: WrittenVote; readonly units: readonly AskedUnit[] }

/** 收票: a number and Enter, a key for what is on the paper, Enter, and the next one. What was entered is not shown again. */
export function ReturnEntry({ units, vote }: Props) {
  const { act, client } = useDesk()
  const name = returnDraftOf(vote.voteId)
  const [draft, setDraft] = useDraft<ReturnDraft>(name, nothingEntered, isReturnDraft)
  const [day, setDay] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const search = useRef<HTMLDivElement>(null)
  const id = useId()
  const unit = units.find(({ unitId }) => unitId === draft.unitId) ?? null
  const toSearch = () => search.current?.querySelector('input')?.focus()
  // A paper is entered where the papers lie: the caret is there from the beginning.
  useEffect(() => search.current?.querySelector('input')?.focus(), [])
  const clear = () => {
    flushSync(() => setDraft(nothingEntered))
    forgetDraft(name)
    toSearch()
  }
  const enter = async () => {
    const { opinion, option } = draft
    if (unit === null || option === null || busy) return
    setBusy(true)
    const answer = await act('recordReturn', {
      voteId: vote.voteId,
      unitId: unit.unitId,
      option,
      ...(opinion.trim() === '' ? {} : { opinion: opinion.trim() }),
      on: day ?? chinaDate(client.hostNow()),
    })
    setBusy(false)
    if (!answer.ok) return
    clear()
  }
  return (
    <section className="return-entry sheet" aria-labelledby={`${id}-title`}>
      <div className="row">
        <h3 id={`${id}-title`} className="song grow">
          收票
        </h3>
        <label htmlFor={`${id}-day`}>收回日期</label>
        <DayField id={`${id}-day`} day={day} onDay={setDay} />
      </div>
      <div ref={search}>
        <PickUnit
          units={units}
          query={draft.query}
          picked={unit}
          onQuery={(query) => setDraft({ ...nothingEntered, query })}
          onPick={({ unitId }) => setDraft((old) => ({ ...old, unitId }))}
        />
      </div>
      {unit !== null && (
        <ReturnForm
          key={unit.unitId}
          vote={vote}
          unit={unit}
          draft={draft}
          busy={busy}
          onChange={(part) => setDraft((old) => ({ ...old, ...part }))}
          onEnter={() => void enter()}
          onCancel={clear}
        />
      )}
      {unit === null && <LastReturn vote={vote} units={units} />}
    </section>
  )
}
