import '../papers/papers.css'
import { IconLock } from '@tabler/icons-react'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { HallClient } from '../../../shared/client/hall-client.ts'
import type { ItemId } from '../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { nameOf } from '../../connection/meeting-view.ts'
import { timeText } from '../../ui/clock-text.ts'
import { conclusionNames } from '../../ui/conclusion-words.ts'
import { Stance } from '../../ui/Stance.tsx'
import { AssignWorksheet } from '../papers/AssignWorksheet.tsx'
import { durationText } from './duration-text.ts'
import { type RecordLine, recordLines } from './record-lines.ts'

/** With more lines than this the older ones fold away, down to a few: the points below must stay in sight. */
const MOST_LINES = 8
const LINES_LEFT = 5

type Props = { readonly meeting: HeldMeeting; readonly client: HallClient; readonly itemId: ItemId }

/** What the machine recorded of an item, growing by itself; a resolution's worksheet is assigned in place. */
export function RecordRail({ meeting, client, itemId }: Props) {
  const [unfolded, setUnfolded] = useState(false)
  const lines = recordLines(meeting, itemId)
  const folded = unfolded || lines.length <= MOST_LINES ? 0 : lines.length - LINES_LEFT
  if (lines.length === 0) {
    return <p className="rail-none">这一项还没有开始议。开始以后，谁发言、怎么表决，这里会自动记下。</p>
  }
  return (
    <>
      {folded > 0 && (
        <Row time={null}>
          <Button type="link" className="rail-unfold" onClick={() => setUnfolded(true)}>
            前面还有 {folded} 条，全部展开
          </Button>
        </Row>
      )}
      <ol className="rail" aria-label="机器记录">
        {lines.slice(folded).map((line) => (
          <li key={`${line.kind} ${line.at} ${'seatId' in line ? line.seatId : ''}`}>
            <Row time={line.at}>
              <Fact line={line} client={client} />
              <Resolution meeting={meeting} line={line} />
            </Row>
          </li>
        ))}
      </ol>
    </>
  )
}

function Row({ time, children }: { readonly time: number | null; readonly children: ReactNode }) {
  return (
    <div className="rail-row">
      <span className="rail-time">{time === null ? '' : timeText(time)}</span>
      <div>{children}</div>
    </div>
  )
}

function Fact({ line, client }: { readonly line: RecordLine; readonly client: HallClient }) {
  return (
    <p className="fact">
      <IconLock size={16} aria-label="机器记的，不能改" />
      <FactWords line={line} client={client} />
    </p>
  )
}

function FactWords({ line, client }: { readonly line: RecordLine; readonly client: HallClient }) {
  switch (line.kind) {
    case 'started':
      return <span className="fact-grow">开始议这一项</span>
    case 'finished':
      return (
        <>
          <span className="fact-grow">这一项议完</span>
          <span>共 {durationText(line.seconds)}</span>
        </>
      )
    case 'speech':
    case 'speaking':
      return (
        <>
          <span className="fact-grow fact-who">
            <b>{nameOf(client, line.seatId)}</b>
            <Stance stance={line.stance} />
          </span>
          <span>{line.kind === 'speech' ? durationText(line.seconds) : '正在说'}</span>
        </>
      )
    case 'voting':
      return (
        <>
          <span className="fact-grow">正在表决：{line.motion}</span>
          <span>
            {line.received} / {line.electors} 人已投
          </span>
        </>
      )
    case 'voted':
      return (
        <span className="fact-grow">
          <b>{line.valid ? (line.passed ? '表决通过' : '表决未通过') : '表决无效'}</b>：{line.motion}
          <br />
          {line.sentence}
        </span>
      )
    case 'concluded':
      return (
        <span className="fact-grow">
          <b>{conclusionNames[line.outcome]}</b>：{line.text}
        </span>
      )
    case 'void':
      return (
        <span className="fact-grow">
          <b>表决作废</b>：{line.motion}
          <br />
          原因：{line.reason}
          {line.announced !== null && `（作废前宣布的结果：${line.announced}）`}
        </span>
      )
  }
}

/** 决议 of a vote that passed or of what was agreed, with its worksheet. */
function Resolution({ meeting, line }: { readonly meeting: HeldMeeting; readonly line: RecordLine }) {
  const resolution = meeting.voting.resolutions.find(
    (one) =>
      (line.kind === 'voted' && one.voteId === line.voteId) ||
      (line.kind === 'concluded' && one.resolutionId === line.resolutionId),
  )
  if (resolution === undefined) return null
  return (
    <section className="resolution" aria-label="决议">
      <p className="resolution-head">
        <span className="song">决议</span>
        <span>交办以后开出红色议事工单</span>
      </p>
      {line.kind === 'voted' && <p className="resolution-text">{resolution.text}</p>}
      <AssignWorksheet resolutionId={resolution.resolutionId} />
    </section>
  )
}
