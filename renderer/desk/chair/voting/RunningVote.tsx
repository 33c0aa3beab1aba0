import type { OpenVote } from '../../../../shared/meeting/voting/state.ts'
import { CountPads } from '../../counting/CountPads.tsx'
import { countingClass, FullWords } from '../../counting/FullWords.tsx'
import { ScrollArea } from '../../frame/ScrollArea.tsx'
import { VotePapers } from '../../papers/VotePapers.tsx'
import { Asked } from './Asked.tsx'
import { RuleFacts } from './RuleFacts.tsx'
import { AddElectors } from './running/AddElectors.tsx'
import { Closing } from './running/Closing.tsx'
import { BALANCE_WORDS } from './running/closing-words.ts'
import { LiveFigures } from './running/LiveFigures.tsx'
import { Progress } from './running/Progress.tsx'
import { TellerNames } from './running/TellerNames.tsx'
import { VoteClock } from './running/VoteClock.tsx'
import { termTags } from './term-words.ts'
import { VersionList } from './VersionList.tsx'

/**
 * A vote that goes on: how many, never how, unless it is shown to everybody. Where something is counted here its fields come
 * first, and what explains the vote below them.
 */
export function RunningVote({ vote }: { readonly vote: OpenVote }) {
  const { itemId, motion, terms, voteId } = vote
  const secret = terms.channels.paper === 'secret'
  const counted = secret || terms.channels.hands === 'counted'
  return (
    <ScrollArea label="正在表决" className={`vote-running ${counted ? countingClass(vote) : ''}`}>
      <div className="row wrap vote-running-head">
        {!counted && <TermTags terms={terms} />}
        {counted && (
          <h3 className="song vote-motion" title={motion}>
            {motion}
          </h3>
        )}
        <span className="grow" />
        <VoteClock vote={vote} />
      </div>
      {!counted && <h3 className="song vote-motion">{motion}</h3>}
      {!counted && <Words vote={vote} />}
      <Progress vote={vote} />
      <AddElectors vote={vote} />
      <CountPads vote={vote} />
      {counted && (
        <div className="row wrap">
          <TermTags terms={terms} />
        </div>
      )}
      {counted && <FullWords vote={vote} />}
      {counted && <Words vote={vote} />}
      <LiveFigures vote={vote} />
      {counted && <TellerNames vote={vote} />}
      <RuleFacts itemId={itemId} terms={terms} open={vote} />
      {counted && <p className="note">{BALANCE_WORDS}</p>}
      {secret && (
        <div className="row wrap">
          <VotePapers voteId={voteId} />
        </div>
      )}
      <Closing vote={vote} />
    </ScrollArea>
  )
}

const TermTags = ({ terms }: Pick<OpenVote, 'terms'>) =>
  termTags(terms).map((words) => (
    <span key={words} className="tag line">
      {words}
    </span>
  ))

/** What belongs to the words that are voted on. */
function Words({ vote: { amendment, terms, versions } }: { readonly vote: OpenVote }) {
  return (
    <>
      {amendment !== null && <p className="amended-text">通过后原案改为：{amendment.text}</p>}
      <VersionList versions={versions} />
      <Asked terms={terms} />
    </>
  )
}
