import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { electorateOf } from '../../../shared/meeting/voting/electorate.ts'
import { presentIn } from '../../../shared/meeting/voting/present-in.ts'
import type { Draft, VoteFrame } from '../../../shared/meeting/voting/state.ts'
import { sourceText } from '../../../shared/rules/source-text.ts'
import { decidingWords, heldWords } from './terms-words.ts'

/** Above so many characters 说明材料 is folded, so that the question and the ballot stay in sight. */
const LONG_DETAILS = 90

type Props = { readonly meeting: HeldMeeting; readonly vote: Draft | VoteFrame }

/** What belongs to a question before anybody answers it: 说明材料, what decides by which rule, how it is held. */
export function Terms({ meeting, vote }: Props) {
  const { amendment, terms } = vote
  const { entitled, recused = 0, ...others } = 'electors' in vote ? vote : electorateOf(meeting, vote.itemId)
  const { details, rule } = terms
  return (
    <>
      {amendment !== null && <p className="second">这是修正案。通过后，原案改为：{amendment.text}</p>}
      {details !== null && details.length <= LONG_DETAILS && <p className="second details">说明材料：{details}</p>}
      {details !== null && details.length > LONG_DETAILS && (
        <details className="fold">
          <summary>说明材料</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so from the keyboard too. */}
          <section className="details" aria-label="说明材料" tabIndex={0}>
            {details}
          </section>
        </details>
      )}
      <p className="second">{decidingWords(terms, { entitled, present: presentIn(others) })}</p>
      {recused > 0 && <p className="second">另有 {recused} 人回避，不计入。</p>}
      {rule !== null && <p className="note">依据：{sourceText(rule)}。</p>}
      <p className="note">{heldWords(terms)}。</p>
    </>
  )
}
