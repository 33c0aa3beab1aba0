import './written-votes.css'
import { IconArrowLeft } from '@tabler/icons-react'
import { Button } from 'antd'
import { useState } from 'react'
import type { ItemId, VoteId } from '../../../shared/core/ids.ts'
import { writtenVoteOf } from '../../../shared/meeting/written-votes/state.ts'
import { useDesk } from '../desk-context.tsx'
import { ConnectionBanner } from '../frame/ConnectionBanner.tsx'
import { SavedMark } from '../frame/DeskFoot.tsx'
import { DeskHead } from '../frame/DeskHead.tsx'
import { ScrollArea } from '../frame/ScrollArea.tsx'
import { usePlace } from '../place.ts'
import { linkTo } from '../place-link.ts'
import { OpenWrittenVote } from './opening/OpenWrittenVote.tsx'
import { RunningWrittenVote } from './RunningWrittenVote.tsx'
import { EndedWrittenVote } from './result/EndedWrittenVote.tsx'
import { useMay } from './use-may.ts'
import { VoteList } from './VoteList.tsx'

/** 书面表决: what is asked on paper over days, beside the meeting and after it, until the record is sealed. */
export function WrittenVotesPage({ itemId }: { readonly itemId: ItemId | null }) {
  const { meeting, meetingId } = useDesk()
  const { path } = usePlace()
  const may = useMay()
  const { writtenVotes } = meeting
  const mayOpen = meeting.phase !== 'sealed' && may('openWrittenVote')
  const ofItem = writtenVotes.filter((vote) => itemId === null || vote.itemId === itemId)
  const first = ofItem.filter(({ phase }) => phase === 'open').at(-1) ?? ofItem.at(-1)
  // What is shown stays when it ends.
  const [chosen, setChosen] = useState<VoteId | null | undefined>(first?.voteId)
  const shown =
    chosen === undefined ? (first?.voteId ?? (mayOpen ? null : (writtenVotes.at(-1)?.voteId ?? null))) : chosen
  const vote = shown === null ? undefined : writtenVoteOf(writtenVotes, shown)
  return (
    <div className="desk">
      <DeskHead
        title="书面表决"
        detail={`${meeting.councilName}　${meeting.title}`}
        practice={meeting.practice}
        desk={path === '/scribe' ? 'scribe' : 'chair'}
      />
      <ConnectionBanner />
      <main className="written">
        <VoteList votes={writtenVotes} shown={vote?.voteId ?? null} mayOpen={mayOpen} onShow={setChosen} />
        <div className="written-shown">
          {vote === undefined ? (
            <ScrollArea label="发起书面表决" className="sheet">
              {mayOpen ? (
                <OpenWrittenVote asked={itemId} onOpened={setChosen} />
              ) : (
                <p className="written-none">
                  {meeting.phase === 'sealed'
                    ? '这次会议没有书面表决，记录已经封存。'
                    : '还没有书面表决。由主持人发起以后，在这里发票、收票。'}
                </p>
              )}
            </ScrollArea>
          ) : vote.phase === 'open' ? (
            <RunningWrittenVote key={vote.voteId} vote={vote} />
          ) : (
            <ScrollArea label="结果" className="sheet">
              <EndedWrittenVote key={vote.voteId} vote={vote} />
            </ScrollArea>
          )}
        </div>
      </main>
      <footer className="desk-foot">
        <Button icon={<IconArrowLeft size={18} />} {...linkTo({ at: 'meeting', meetingId }, path)}>
          回到会议
        </Button>
        <span className="note one grow">
          {meeting.phase === 'sealed' ? '记录已封存，只能看。' : '散会以后也能接着发票、收票，封存前要结束。'}
        </span>
        <SavedMark />
      </footer>
    </div>
  )
}
