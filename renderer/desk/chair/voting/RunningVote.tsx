import type { OpenVote } from '../../../../shared/meeting/voting/state.ts'
import { HandsPad } from '../../counting/HandsPad.tsx'
import { PaperDesk } from '../../counting/PaperDesk.tsx'
import { TallyEntry } from '../../counting/TallyEntry.tsx'
import { ScrollArea } from '../../frame/ScrollArea.tsx'
import { VotePapers } from '../../papers/VotePapers.tsx'
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

/** A vote that goes on: how many, never how, unless it is shown to everybody. */
export function RunningVote({ vote }: { readonly vote: OpenVote }) {
  const { amendment, itemId, motion, stoppedAt, terms, versions, voteId } = vote
  const secret = terms.channels.paper === 'secret'
  const counted = secret || terms.channels.hands === 'counted'
  return (
    <ScrollArea label="正在表决" className="vote-running">
      <p className="row wrap">
        {termTags(terms).map((words) => (
          <span key={words} className="tag line">
            {words}
          </span>
        ))}
        <span className="grow" />
        <VoteClock vote={vote} />
      </p>
      <h3 className="song vote-motion">{motion}</h3>
      {amendment !== null && <p className="amended-text">通过后原案改为：{amendment.text}</p>}
      <VersionList versions={versions} />
      <Progress vote={vote} />
      <AddElectors vote={vote} />
      <HandsPad vote={vote} />
      {stoppedAt !== null && <TallyEntry vote={vote} />}
      <PaperDesk vote={vote} />
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
