import { chineseNumber } from '../../../shared/core/chinese-number.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { presentIn } from '../../../shared/meeting/voting/present-in.ts'
import type { OpenVote } from '../../../shared/meeting/voting/state.ts'
import { kindNames } from '../../../shared/wording/vote-words.ts'
import { objectionWords } from '../../ui/objection-words.ts'
import { Countdown } from './Countdown.tsx'
import { LiveFigures } from './Figures.tsx'
import { papersWords } from './received-words.ts'
import { Terms } from './Terms.tsx'

/** What is voted on, in full, when it passes and by which rule. */
export function Motion({ meeting, vote }: { readonly meeting: HeldMeeting; readonly vote: OpenVote }) {
  const place = meeting.agenda.findIndex((item) => item.itemId === vote.itemId)
  const { received, terms } = vote
  const { question } = terms
  // A ballot of several rows is long itself: then the page scrolls as one, else the words scroll above the keys.
  const long = 'rows' in question
  return (
    <section className={long ? 'motion long' : 'motion'} aria-label="表决的内容" tabIndex={long ? undefined : 0}>
      <p className="motion-head">
        <span className="tag line">{kindNames[question.kind]}</span>
        <Countdown vote={vote} />
        <span className="note" aria-live="polite">
          {question.kind === 'objection'
            ? objectionWords(vote)
            : `已收 ${received} 票${papersWords(vote)}，应收 ${presentIn(vote)}`}
        </span>
      </p>
      <p className="note item-name">
        第{chineseNumber(place + 1)}项，{meeting.agenda[place]?.title}
      </p>
      <h1>{vote.motion}</h1>
      <Terms meeting={meeting} vote={vote} />
      <LiveFigures vote={vote} />
      {terms.channels.device && <p className="note">记名：结束后委员能看到谁投了什么。</p>}
    </section>
  )
}
