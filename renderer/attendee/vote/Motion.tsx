import { IconEye } from '@tabler/icons-react'
import { chineseNumber } from '../../../shared/core/chinese-number.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import type { OpenVote } from '../../../shared/meeting/voting/state.ts'
import { sourceText } from '../../../shared/rules/source-text.ts'
import { ruleInUse } from '../../ui/rule-in-use.ts'
import { passWords } from '../../ui/rule-words.ts'

/** What is voted on, in full, when it passes and by which rule. */
export function Motion({ meeting, vote }: { readonly meeting: HeldMeeting; readonly vote: OpenVote }) {
  const place = meeting.agenda.findIndex((item) => item.itemId === vote.itemId)
  const { entitled, electors, recused = 0 } = vote
  const rule = ruleInUse(meeting)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long motion scrolls, and must do so from the keyboard too.
    <section className="motion" aria-label="表决的内容" tabIndex={0}>
      <p className="motion-head">
        <span className="tag line">
          <IconEye size="1.15em" aria-hidden="true" />
          记名表决
        </span>
        <span className="note" aria-live="polite">
          已收 {vote.received} 票，应收 {electors.length}
        </span>
      </p>
      <p className="note item-name">
        第{chineseNumber(place + 1)}项，{meeting.agenda[place]?.title}
      </p>
      <h1>{vote.motion}</h1>
      {rule !== null && (
        <>
          <p className="second">{passWords(rule, { entitled, present: electors.length })}。</p>
          {recused > 0 && <p className="second">另有 {recused} 人回避，不计入。</p>}
          <p className="note">依据：{sourceText(rule)}。</p>
        </>
      )}
      <p className="note">记名：结束前没有人看得到票数，结束后委员能看到谁投了什么。</p>
    </section>
  )
}
