import './papers.css'
import { IconChartBar, IconFileTypeDocx, IconPrinter } from '@tabler/icons-react'
import { Button } from 'antd'
import { useState } from 'react'
import { chinaDate } from '../../../shared/core/china-time.ts'
import type { VoteId } from '../../../shared/core/ids.ts'
import type { Paper } from '../../../shared/protocol/client-frames.ts'
import { useDesk } from '../desk-context.tsx'
import { PrintBallots } from './PrintBallots.tsx'
import { useSavedPapers } from './use-saved-papers.ts'
import { votePapers } from './vote-papers.ts'

/** What can be had on paper of a vote, in the room or in writing; nothing where there is nothing to print. */
export function VotePapers({ voteId }: { readonly voteId: VoteId }) {
  const { client, meeting, meetingId } = useDesk()
  const { busy, save } = useSavedPapers()
  const [asking, setAsking] = useState(false)
  const { assessment, ballots, result, tally } = votePapers(meeting, voteId)
  if (ballots === null && !result && !tally) return null
  const { councilId } = meeting
  const year = Number(chinaDate(meeting.startsAt).slice(0, 4))
  const offline = client.phase.at !== 'live'
  const offered: readonly (readonly [label: string, paper: Paper] | null)[] = [
    tally ? ['计票单', { kind: 'tallySheet', meetingId, voteId }] : null,
    result ? ['结果单', { kind: 'resultSheet', meetingId, voteId }] : null,
  ]
  return (
    <section className="vote-papers" aria-label="这次表决的文书">
      {ballots !== null && (
        <Button icon={<IconPrinter size={18} />} disabled={offline} onClick={() => setAsking(true)}>
          {ballots.label}
        </Button>
      )}
      {offered.map((one) => {
        if (one === null) return null
        const [label, paper] = one
        return (
          <Button
            key={label}
            icon={<IconFileTypeDocx size={18} />}
            loading={busy}
            disabled={offline}
            onClick={() => save([paper])}
          >
            {label}
          </Button>
        )
      })}
      {assessment && (
        <Button
          icon={<IconChartBar size={18} />}
          loading={busy}
          disabled={offline}
          onClick={() => save([{ kind: 'assessmentTable', councilId, year }])}
        >
          {year} 年评议月汇总
        </Button>
      )}
      {asking && ballots !== null && (
        <PrintBallots
          {...ballots}
          onClose={() => setAsking(false)}
          onPrint={({ count, from }) => save([{ kind: ballots.kind, meetingId, voteId, from, count }])}
        />
      )}
    </section>
  )
}
