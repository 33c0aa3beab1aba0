import { IconCheck, IconClock, IconInfoCircle, IconTicket } from '@tabler/icons-react'
import type { SeatId } from '../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import type { OpenVote } from '../../../shared/meeting/voting/state.ts'
import type { Question } from '../../../shared/meeting/voting/terms.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { nameOf } from '../../connection/meeting-view.ts'
import { Message } from '../frame/Message.tsx'
import { BallotLines } from './BallotLines.tsx'
import type { BallotStanding } from './ballot-standing.ts'
import { LiveFigures } from './Figures.tsx'
import { Motion } from './Motion.tsx'
import {
  afterwardsWords,
  elsewhereWords,
  recordedWords,
  seenAfterWords,
  seenBeforeWords,
  stoppedWords,
} from './standing-words.ts'

type Props = {
  readonly meeting: HeldMeeting
  readonly vote: OpenVote
  readonly seatId: SeatId
  /** Null where the device has one seat. */
  readonly name: string | null
  readonly standing: BallotStanding
  /** Ticked, whole, and never handed in; null: nothing. */
  readonly unsent: string | null
}

/** Where a seat stands while it has nothing to tick on this device, and what to do instead. */
export function Standing({ meeting, vote, seatId, name, standing, unsent }: Props) {
  const client = useHall()
  const outside = (why: string) => <Outside meeting={meeting} vote={vote} why={why} />
  switch (standing.at) {
    case 'choosing':
      return null
    case 'sending':
      return <Sending question={vote.terms.question} option={standing.option} keptSafely={client.keptSafely} />
    case 'recorded':
      return <Recorded vote={vote} standing={standing} />
    case 'paper':
      return (
        <div role="status" className="centre">
          <Message
            icon={<IconTicket size="1em" aria-hidden="true" />}
            title={`${name ?? '您'}领了 ${standing.number} 号纸票`}
          >
            <p>请投进票箱。领了纸票，手机上不用再投。</p>
            <p>票号只在存根上，投票前撕下；票箱里的票看不出是谁投的。写坏了，请拿给工作人员换一张。</p>
            {vote.stoppedAt !== null && <p>投票已截止，正在计票。</p>}
          </Message>
        </div>
      )
    case 'delegated':
      return outside(
        `${name ?? '您'}已委托${nameOf(client, standing.proxyId)}表决，这台设备不用投。要自己投，请在表决开始前让工作人员取消委托。`,
      )
    case 'outside':
      return outside(standing.why)
    case 'elsewhere':
      return outside(elsewhereWords(vote, seatId))
    case 'stopped':
    case 'timeUp': {
      const [title, text] = stoppedWords(standing.at, vote)
      return (
        <>
          <div role="status">
            <Message icon={<IconClock size="1em" aria-hidden="true" />} title={title}>
              {unsent !== null && (
                <div>
                  <span>您选好了，但没有按“投出”，这一票没有算：</span>
                  <BallotLines question={vote.terms.question} option={unsent} />
                </div>
              )}
              <p>{text}</p>
            </Message>
          </div>
          <LiveFigures vote={vote} />
        </>
      )
    }
  }
}

type SendingProps = { readonly question: Question; readonly option: string | null; readonly keptSafely: boolean }

/** Handed in, on the way; `keptSafely`: it would survive a reload. */
function Sending({ question, option, keptSafely }: SendingProps) {
  return (
    <div role="status" className="centre">
      <Message icon={<IconClock size="1em" aria-hidden="true" />} title="正在送出，连上后自动送到">
        {option !== null && <Own question={question} option={option} />}
        <p>
          {keptSafely ? '这一票已存在这台手机里，刷新也不会丢。' : '请不要关掉这一页，也不要刷新。'}
          收到以后这里会写“已记录”。
        </p>
      </Message>
    </div>
  )
}

/** With the host, on its disk. */
function Recorded({
  vote,
  standing,
}: Pick<Props, 'vote'> & { readonly standing: BallotStanding & { at: 'recorded' } }) {
  const { option, voter } = standing
  const { question } = vote.terms
  return (
    <>
      <div role="status" className="recorded">
        <Message icon={<IconCheck size="1em" stroke={2.5} aria-hidden="true" />} title={recordedWords(voter)}>
          {option !== null && <Own question={question} option={option} />}
        </Message>
      </div>
      <LiveFigures vote={vote} />
      <section className="sheet who">
        <h2>谁能看到什么</h2>
        <dl>
          <dt>结束以前</dt>
          <dd>{seenBeforeWords(vote)}</dd>
          <dt>结束以后</dt>
          <dd>{seenAfterWords(vote, voter)}</dd>
        </dl>
      </section>
      <p className="second">{afterwardsWords(vote, voter, standing.revisable)}</p>
    </>
  )
}

function Own({ question, option }: { readonly question: Question; readonly option: string }) {
  return (
    <div>
      <span>这一票投的是 </span>
      <BallotLines question={question} option={option} />
    </div>
  )
}

/** Does not vote on this device, this time. */
function Outside({ meeting, vote, why }: Pick<Props, 'meeting' | 'vote'> & { readonly why: string }) {
  const { question } = vote.terms
  return (
    <>
      <Motion meeting={meeting} vote={vote} />
      {'rows' in question && (
        <ol className="sheet row-names">
          {question.rows.map((row) => (
            <li key={row}>{row}</li>
          ))}
        </ol>
      )}
      <p className="sheet outside">
        <IconInfoCircle size="1.25em" aria-hidden="true" />
        <span>{why}</span>
      </p>
    </>
  )
}
