import '../papers/papers.css'
import { IconLock } from '@tabler/icons-react'
import { Button } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { ItemId } from '../../../shared/core/ids.ts'
import { onFloor } from '../../../shared/meeting/floor/state.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { nameOf } from '../../connection/meeting-view.ts'
import { timeText } from '../../ui/clock-text.ts'
import { conclusionNames } from '../../ui/conclusion-words.ts'
import { useDesk } from '../desk-context.tsx'
import { AssignWorksheet } from '../papers/AssignWorksheet.tsx'
import { durationText } from './duration-text.ts'
import { type RecordLine, recordLines } from './record-lines.ts'
import { SpeechMarks } from './SpeechMarks.tsx'
import { SpeechTextField } from './SpeechTextField.tsx'
import { unspokenWords } from './unspoken-words.ts'
import { type SpeechTexts, useSpeechTexts } from './use-speech-texts.ts'

/** With more lines than this the older ones fold away, down to a few: the points below must stay in sight. */
const MOST_LINES = 8
const LINES_LEFT = 5

/** What the machine recorded of an item, growing by itself; 要点 of a speech and a resolution's worksheet in place. */
export function RecordRail({ itemId }: { readonly itemId: ItemId }) {
  const { meeting } = useDesk()
  const texts = useSpeechTexts()
  const [unfolded, setUnfolded] = useState(false)
  const rail = useRef<HTMLOListElement>(null)
  const lines = recordLines(meeting, itemId)
  const live = onFloor(meeting.floor)?.speechId
  // Whoever begins to speak comes into view, but never away from under somebody who writes.
  useEffect(() => {
    if (live === undefined || rail.current?.contains(document.activeElement) === true) return
    rail.current?.querySelector(`[data-speech="${live}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [live])
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
      <ol ref={rail} className="rail" aria-label="机器记录">
        {lines.slice(folded).map((line) => (
          <li key={keyOf(line)} data-speech={'speech' in line ? line.speech.speechId : undefined}>
            <Row time={line.at}>
              {line.kind === 'unspoken' ? <Unspoken line={line} /> : <Fact line={line} />}
              {'speech' in line && <SpeechWords line={line} texts={texts} />}
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

/** A speech stays the same line when it ends: somebody may be writing to it. */
const keyOf = (line: RecordLine): string =>
  'speech' in line ? line.speech.speechId : `${line.kind} ${line.at} ${'why' in line ? line.why : ''}`

type SpeechLine = Extract<RecordLine, { kind: 'speech' | 'speaking' }>

function SpeechWords({ line, texts }: { readonly line: SpeechLine; readonly texts: SpeechTexts }) {
  const { client, meeting } = useDesk()
  const { kind, note, seatId, speechId, writtenAnswer } = line.speech
  const all = {
    speechId,
    name: nameOf(client, seatId),
    texts,
    editable: meeting.phase !== 'sealed',
    offline: client.phase.at !== 'live',
  }
  return (
    <>
      <SpeechTextField {...all} which="note" recorded={note} open={line.kind === 'speaking'} />
      {(kind === 'answer' || kind === 'departmentAnswer') && (
        <SpeechTextField {...all} which="writtenAnswer" recorded={writtenAnswer} open={false} />
      )}
    </>
  )
}

function Unspoken({ line }: { readonly line: Extract<RecordLine, { kind: 'unspoken' }> }) {
  const { client } = useDesk()
  const who = line.who.map(({ kind, seatId }) => ({ kind, name: nameOf(client, seatId) }))
  return <p className="rail-unspoken">{unspokenWords(line.why, who)}</p>
}

type FactLine = Exclude<RecordLine, { kind: 'unspoken' }>

function Fact({ line }: { readonly line: FactLine }) {
  return (
    <p className="fact">
      <IconLock size={16} aria-label="机器记的，不能改" />
      <FactWords line={line} />
    </p>
  )
}

const states = { live: '正在说', paused: '暂停', interrupted: '被插问打断，停着' } as const

function FactWords({ line }: { readonly line: FactLine }) {
  const { client } = useDesk()
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
            <b>{nameOf(client, line.speech.seatId)}</b>
            <SpeechMarks speech={line.speech} />
          </span>
          <span>{line.kind === 'speech' ? durationText(line.seconds) : states[line.state]}</span>
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
          <b>{line.ended}</b>：{line.motion}
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
          {line.found !== null && `（${line.found}）`}
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
