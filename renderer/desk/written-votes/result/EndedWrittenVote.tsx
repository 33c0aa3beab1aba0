import { IconBrandWechat } from '@tabler/icons-react'
import { Button } from 'antd'
import { useState } from 'react'
import type { WrittenVote } from '../../../../shared/meeting/written-votes/state.ts'
import { writtenVoteText } from '../../../../shared/papers/written-vote-text.ts'
import { useDesk } from '../../desk-context.tsx'
import { AssignWorksheet } from '../../papers/AssignWorksheet.tsx'
import { VotePapers } from '../../papers/VotePapers.tsx'
import { WechatCopy } from '../../papers/WechatCopy.tsx'
import { usePeople } from '../use-people.ts'
import { VoidWrittenVote } from '../VoidWrittenVote.tsx'
import { WrittenFacts } from '../WrittenFacts.tsx'
import { Answers } from './Answers.tsx'
import { OutcomeTag } from './OutcomeTag.tsx'
import { ResultTable } from './ResultTable.tsx'

type Ended = Exclude<WrittenVote, { phase: 'open' }>

/** What a written vote came to: the sentence, the figures, and what follows from it. */
export function EndedWrittenVote({ vote }: { readonly vote: Ended }) {
  const { meeting } = useDesk()
  const [copying, setCopying] = useState(false)
  const people = usePeople()
  const resolution = meeting.voting.resolutions.find(({ voteId }) => voteId === vote.voteId)
  const assigned = meeting.followUp.some(({ resolutionId }) => resolutionId === resolution?.resolutionId)
  return (
    <article className="written-ended" aria-label={`结果：${vote.motion}`}>
      <WrittenFacts vote={vote} people={people} />
      <div className="row wrap">
        <OutcomeTag vote={vote} />
        <span className="grow" />
        <Button icon={<IconBrandWechat size={18} />} onClick={() => setCopying(true)}>
          复制为微信文本
        </Button>
        <VotePapers voteId={vote.voteId} />
        {vote.phase === 'closed' && meeting.phase !== 'sealed' && !assigned && <VoidWrittenVote vote={vote} />}
      </div>
      {vote.phase === 'void' && <p className="sub">作废的原因：{vote.reason}</p>}
      {vote.verdict !== null && (
        <p className="verdict" role="status">
          {vote.phase === 'void' && '作废前的结果：'}
          {vote.verdict.sentence}
        </p>
      )}
      <ResultTable vote={vote} />
      {resolution !== undefined && (
        <div className="assigning">
          <h3>交办</h3>
          <AssignWorksheet resolutionId={resolution.resolutionId} />
        </div>
      )}
      <Answers vote={vote} />
      {copying && <WechatCopy words={writtenVoteText(meeting, vote)} onClose={() => setCopying(false)} />}
    </article>
  )
}
