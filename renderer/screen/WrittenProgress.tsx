import { IconMailbox } from '@tabler/icons-react'
import { useHostNow } from '../connection/hall-context.tsx'
import { placeOn } from '../ui/result-axis.ts'
import { lengthOf } from './length.ts'
import { RuleSource } from './RuleSource.tsx'
import type { OpenWritten } from './written-shown.ts'
import { askedWords, decidedWords, dueWords, writtenNames } from './written-words.ts'
import './progress.css'

type Props = {
  readonly vote: OpenWritten
  /** All of it, or in turns the words in full and the rule; `brief`: others stand beside it, in two lines each. */
  readonly face: 'all' | 'words' | 'rule' | 'brief'
}

/** What is asked in writing: by which papers, how many are out and back, until when and by which rule; never how. */
export function WrittenProgress({ vote, face }: Props) {
  const { asked, dueOn, handedOut, kind, motion, returned, rule } = vote
  const due = dueWords(dueOn, useHostNow(dueOn !== null))
  const all = Math.max(asked, handedOut, 1)
  return (
    <section className={`written-vote face-${face}`} aria-label={writtenNames[kind]}>
      <p className="label cut written-kind">
        <IconMailbox size="1em" aria-hidden="true" /> <b>{writtenNames[kind]}</b>
        {due !== null && `　${due}`}
      </p>
      <h2 className={lengthOf(motion)}>{motion}</h2>
      <p className="written-counts">
        <span>
          发出 <b>{handedOut}</b> 份
        </span>
        <span>
          收回 <b>{returned}</b> 份
        </span>
        {face !== 'brief' && <span className="label cut">{askedWords(vote)}</span>}
      </p>
      <div className="ways" role="img" aria-label={`发出 ${handedOut} 份，收回 ${returned} 份`}>
        <i className="named" style={{ width: `${placeOn(all, returned)}%` }} />
        <i className="papers" style={{ width: `${placeOn(all, Math.max(0, handedOut - returned))}%` }} />
      </div>
      {(face === 'all' || face === 'rule') && (
        <div className="written-rule">
          <p>{decidedWords(rule)}</p>
          {rule !== null && <RuleSource rule={rule} />}
        </div>
      )}
    </section>
  )
}
