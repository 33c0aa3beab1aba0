import type { UnitId } from '../../../../shared/meeting/written-votes/messages.ts'
import type { WrittenVote } from '../../../../shared/meeting/written-votes/state.ts'
import { useDesk } from '../../desk-context.tsx'
import { askedUnits, unitWords } from '../asked-units.ts'
import { returnChoices } from '../papers/return-draft.ts'
import { usePeople } from '../use-people.ts'

/** What owners signed for, to be checked against their papers; and what people wrote. How a household answered stays on its paper. */
export function Answers({ vote }: { readonly vote: WrittenVote }) {
  const { meeting } = useDesk()
  const people = usePeople()
  if (vote.choices.length === 0 && vote.opinions.length === 0) return null
  const units = new Map(askedUnits(vote, meeting.attendance.seats, people).map((unit) => [unit.unitId, unit]))
  const words = (unitId: UnitId) => {
    const unit = units.get(unitId)
    return unit === undefined ? '' : `${unit.paper === null ? '' : `${unit.paper.number} 号　`}${unitWords(unit)}`
  }
  return (
    <>
      {vote.opinions.length > 0 && (
        <details className="written-fold" open>
          <summary>写下的意见 {vote.opinions.length} 条</summary>
          <ul>
            {vote.opinions.map(({ opinion, unitId }) => (
              <li key={unitId}>
                <span className="note">{words(unitId)}</span>
                <p>{opinion}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
      {vote.choices.length > 0 && (
        <details className="written-fold">
          <summary>每位业主怎么选的（只在主持台、话事员台看得到，好对照签名的票）</summary>
          {returnChoices.map(({ name, option }) => {
            const having = vote.choices.filter((choice) => choice.option === option)
            if (having.length === 0) return null
            return (
              <section key={option} aria-label={name}>
                <h3>
                  {name} {having.length}
                </h3>
                <ul className="written-names">
                  {having.map(({ unitId }) => (
                    <li key={unitId}>{words(unitId)}</li>
                  ))}
                </ul>
              </section>
            )
          })}
        </details>
      )}
    </>
  )
}
