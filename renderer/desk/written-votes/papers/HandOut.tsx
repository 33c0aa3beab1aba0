import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { chinaDate } from '../../../../shared/core/china-time.ts'
import type { UnitId } from '../../../../shared/meeting/written-votes/messages.ts'
import type { WrittenVote } from '../../../../shared/meeting/written-votes/state.ts'
import { useDesk } from '../../desk-context.tsx'
import { type AskedUnit, standingOf } from '../asked-units.ts'
import { paperNumberIn } from '../find-units.ts'
import { DayField } from './DayField.tsx'
import { numbersWords, papersFor } from './paper-numbers.ts'

type Props = {
  readonly vote: WrittenVote
  readonly units: readonly AskedUnit[]
  readonly chosen: ReadonlySet<UnitId>
  readonly onHandedOut: () => void
}

/** 发票: to those who are ticked, or to everybody who has none yet; over as many days as it takes. */
export function HandOut({ chosen, onHandedOut, units, vote }: Props) {
  const { act, client, say } = useDesk()
  const [typed, setTyped] = useState('')
  const [day, setDay] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const id = useId()
  const without = units.filter((unit) => standingOf(unit) === 'none')
  const ticked = without.filter(({ unitId }) => chosen.has(unitId))
  const to = ticked.length > 0 ? ticked : without
  const papers = papersFor(
    vote,
    to.map(({ unitId }) => unitId),
    paperNumberIn(typed),
  )
  if (without.length === 0) return <p className="sub hand-out">名单上的都发了票。</p>
  const handOut = async () => {
    setBusy(true)
    const on = day ?? chinaDate(client.hostNow())
    const answer = await act('handOutPapers', { voteId: vote.voteId, papers: [...papers], on })
    setBusy(false)
    if (!answer.ok) return
    setTyped('')
    onHandedOut()
    say(`已记下发出 ${numbersWords(papers)}`)
  }
  return (
    <div className="hand-out">
      <Button disabled={busy} onClick={() => void handOut()}>
        {ticked.length > 0 ? `给选中的 ${ticked.length} ` : `没发的 ${without.length} `}
        {vote.kind === 'owners' ? '位' : '户'}
        {ticked.length > 0 ? '发' : '全部发'}（{numbersWords(papers)}）
      </Button>
      <label htmlFor={`${id}-number`}>从</label>
      <Input
        id={`${id}-number`}
        className="hand-out-number"
        inputMode="numeric"
        autoComplete="off"
        aria-label="从几号起；不写就按名单顺序，和打印的票号一样"
        placeholder="名单顺序"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <span>号起，</span>
      <label htmlFor={`${id}-day`}>发出日期</label>
      <DayField id={`${id}-day`} day={day} onDay={setDay} />
    </div>
  )
}
