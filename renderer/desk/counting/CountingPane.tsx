import './counting.css'
import { channelsOf } from '../../../shared/meeting/voting/marks.ts'
import type { OpenVote } from '../../../shared/meeting/voting/state.ts'
import { channelNames, kindNames } from '../../../shared/wording/vote-words.ts'
import { ScrollArea } from '../frame/ScrollArea.tsx'
import { CountPads } from './CountPads.tsx'
import { countingClass, FullWords } from './FullWords.tsx'
import { VoterRoster } from './VoterRoster.tsx'

/** 计票: all that is counted or entered of the vote that is open, beside everybody who may vote. */
export function CountingPane({ vote }: { readonly vote: OpenVote }) {
  const { channels, question } = vote.terms
  const nothing = channels.hands !== 'counted' && channels.paper !== 'secret'
  return (
    <div className="counting">
      <ScrollArea label="计票" className={`counting-work ${countingClass(vote)}`}>
        <p className="row wrap">
          <span className="tag line">{kindNames[question.kind]}</span>
          <span className="note">
            {channelsOf(channels)
              .map((channel) => channelNames[channel])
              .join('、')}
          </span>
        </p>
        <h2 className="song vote-motion" title={vote.motion}>
          {vote.motion}
        </h2>
        <CountPads vote={vote} />
        <FullWords vote={vote} />
        {nothing && (
          <p className="sub">
            这次没有要点的数。
            {channels.hands === null && channels.paper === null ? '' : '没有手机的人，请在名单上面代录。'}
          </p>
        )}
      </ScrollArea>
      <VoterRoster vote={vote} />
    </div>
  )
}
