import './voter-roster.css'
import { IconCheck, IconHandStop, IconLock } from '@tabler/icons-react'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { OpenVote } from '../../../shared/meeting/voting/state.ts'
import { nameOf } from '../../connection/meeting-view.ts'
import { firstShown } from '../../ui/first-shown.ts'
import { peopleWaiting } from '../../ui/speaking-queue.ts'
import { usePeopleFinder } from '../../ui/use-people-finder.ts'
import { useDesk } from '../desk-context.tsx'
import { ScrollArea } from '../frame/ScrollArea.tsx'
import { EnterBallots } from './EnterBallots.tsx'
import {
  canBeEntered,
  canBeWithdrawn,
  countsWithoutNames,
  entryChannels,
  missingTitle,
  missingWords,
  type ShownVoter,
  votersShown,
  voterWords,
} from './voters-shown.ts'
import { WithdrawBallot } from './WithdrawBallot.tsx'

/** Everybody who may vote and by which channel he has, never how; the desk enters the ballots of those without a device. */
export function VoterRoster({ vote }: { readonly vote: OpenVote }) {
  const { client, meeting } = useDesk()
  const [entering, setEntering] = useState(false)
  const voters = votersShown(meeting, vote, (seatId) => nameOf(client, seatId))
  const missing = voters.filter(({ voter }) => voter === null)
  const { question } = vote.terms
  const unnamed = countsWithoutNames(vote.terms)
  const aside = meeting.agenda.find((item) => item.itemId === vote.itemId)?.recusals ?? []
  const enterable = voters.filter((voter) => canBeEntered(vote, voter))
  const channels = entryChannels(vote.terms.channels)
  const enters = channels.length > 0 && vote.stoppedAt === null && enterable.length > 0
  return (
    <section className="voter-roster" aria-label={unnamed ? '能表决的人' : '还没投的人'}>
      <div className="pane-head">
        <h3 aria-live="polite">{unnamed ? electorWords(vote) : missingTitle(question, missing.length)}</h3>
      </div>
      {enters && (
        <Button className="enter-ballots" icon={<IconHandStop size={18} />} onClick={() => setEntering(true)}>
          {channels.length > 1 ? '代录举手、纸票' : channels[0] === 'hands' ? '代录举手' : '代录纸票'}
        </Button>
      )}
      {unnamed && <p className="note roster-words">只点举手的人数，不记谁举了手。</p>}
      <People
        vote={vote}
        voters={voters}
        missing={missing}
        plain={unnamed}
        aside={aside.map(({ seatId }) => nameOf(client, seatId))}
      />
      <p className="machine-fact">
        <IconLock size={18} aria-hidden />
        <span>{lockedWords(vote, peopleWaiting(meeting))}</span>
      </p>
      <EnterBallots
        key={vote.voteId}
        vote={vote}
        people={enterable}
        open={entering && enters}
        onClose={() => setEntering(false)}
      />
    </section>
  )
}

type PeopleProps = {
  readonly vote: OpenVote
  readonly voters: readonly ShownVoter[]
  readonly missing: readonly ShownVoter[]
  /** Nobody is asked for a name: nothing is said behind it. */
  readonly plain: boolean
  readonly aside: readonly string[]
}

function People({ vote, voters, missing, plain, aside }: PeopleProps) {
  const [query, setQuery] = useState('')
  const [onlyMissing, setOnlyMissing] = useState(false)
  const listed = onlyMissing && !plain ? missing : voters
  const { more, shown } = firstShown(usePeopleFinder().find(listed, query))
  return (
    <>
      <div className="roster-tools">
        <Input
          aria-label="找人"
          allowClear
          placeholder="姓名或拼音"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        {!plain && (
          <Checkbox checked={onlyMissing} onChange={(event) => setOnlyMissing(event.target.checked)}>
            {vote.terms.question.kind === 'objection' ? '只看没提的' : '只看没投的'}
          </Checkbox>
        )}
      </div>
      <ScrollArea label="名单">
        <ul>
          {shown.map((person) => (
            <li key={person.seatId} className="voter-line">
              <b className="one" title={person.name}>
                {person.name}
              </b>
              {!plain && <How vote={vote} person={person} />}
            </li>
          ))}
        </ul>
        {shown.length === 0 && query !== '' && <p className="note roster-words">没有找到。请换一个字再找。</p>}
        {more !== null && <p className="note roster-words">{more}</p>}
        {aside.length > 0 && (
          <p className="note roster-words">
            另有 {aside.length} 人回避，不计入：{aside.join('、')}
          </p>
        )}
      </ScrollArea>
    </>
  )
}

function How({ vote, person }: { readonly vote: OpenVote; readonly person: ShownVoter }) {
  const { act, say } = useDesk()
  const [withdrawing, setWithdrawing] = useState(false)
  const { name, seatId } = person
  if (person.voter === null) return <span className="note one">{missingWords(vote, person)}</span>
  const withdraw = async (reason: string) => {
    const answer = await act('withdrawBallot', { voteId: vote.voteId, seatId, reason })
    if (!answer.ok) return
    setWithdrawing(false)
    say(`已撤回代${name}录的票，请重录`)
  }
  return (
    <span className="row voted-how">
      <span className="note voted">
        <IconCheck size={16} aria-hidden />
        {voterWords(person.voter)}
      </span>
      {canBeWithdrawn(vote, person) && (
        <Button size="small" aria-label={`撤回重录${name}的票`} onClick={() => setWithdrawing(true)}>
          撤回重录
        </Button>
      )}
      {withdrawing && (
        <WithdrawBallot
          name={name}
          onWithdraw={(reason) => void withdraw(reason)}
          onClose={() => setWithdrawing(false)}
        />
      )}
    </span>
  )
}

const electorWords = ({ electors, headcount }: OpenVote): string =>
  headcount === undefined ? `能表决的 ${electors.length} 人` : `到场约 ${headcount} 人，都能举手`

function lockedWords({ stoppedAt, terms }: OpenVote, waiting: number): string {
  if (stoppedAt !== null)
    return terms.channels.hands === 'counted'
      ? '已截止投票，谁也不能再投；举手还能点数。'
      : '已截止投票，谁也不能再投、再录。'
  if (waiting > 0) return `表决时不点下一位。等候的 ${waiting} 位顺序不变，表决后接着。`
  return terms.display === 'live' ? '表决时不点下一位。' : '表决时不点下一位。结束前谁也看不到票数。'
}
