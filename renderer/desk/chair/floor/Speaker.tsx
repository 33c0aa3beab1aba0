import { IconArrowBackUp, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { Button } from 'antd'
import { timesSpoken } from '../../../../shared/meeting/floor/order.ts'
import { rulesOf } from '../../../../shared/meeting/floor/rules-in-use.ts'
import type { Speaking } from '../../../../shared/meeting/floor/state.ts'
import { nameOf } from '../../../connection/meeting-view.ts'
import { turnWords } from '../../../ui/speaking-queue.ts'
import { useDesk } from '../../desk-context.tsx'
import { SpeechMarks } from '../../scribe/SpeechMarks.tsx'
import { Interrupted } from './Interrupted.tsx'
import { SpeakerClock } from './SpeakerClock.tsx'
import { undoHint } from './undo-hint.ts'
import { type FloorActs, MORE_SECONDS } from './use-floor-acts.ts'
import { WrittenAnswer } from './WrittenAnswer.tsx'

/** Longer names than this do not fit in one line of the largest type. */
const LONG_NAME = 7

/** Who is on the floor and how long is left, by the host's clock; under it whoever was interrupted. */
export function Speaker({ acts }: { readonly acts: FloorActs }) {
  const { client, meeting } = useDesk()
  const { last, speech, undo } = acts
  const { interposed, speaking } = meeting.floor
  const name = speech === null ? '没有人在发言' : nameOf(client, speech.seatId)
  return (
    <section className={`speaker ${speech === null ? 'nobody' : ''}`} aria-label="正在发言">
      <p className="row speaker-top">
        {speech === null || speech.kind === 'ordinary' ? (
          <span className="note grow one">
            {speech === null ? '发言' : '正在发言'}
            {speech !== null && <Turn speech={speech} />}
          </span>
        ) : (
          <span className="row grow">
            <SpeechMarks speech={speech} />
            <WrittenAnswer speech={speech} />
          </span>
        )}
        {undo !== null && last !== null && (
          <Button
            type="text"
            size="small"
            className="speaker-undo"
            title={undoHint(nameOf(client, last.seatId))}
            icon={<IconArrowBackUp size={16} />}
            onClick={undo}
          >
            <span className="one">撤回：{nameOf(client, last.seatId)}</span>
          </Button>
        )}
      </p>
      <p className="row speaker-name">
        <span className={`song grow ${name.length > LONG_NAME ? 'long' : ''}`} title={name}>
          {name}
        </span>
        {speech?.kind === 'ordinary' && <SpeechMarks speech={speech} />}
      </p>
      <SpeakerClock speech={speech} {...rulesOf(meeting, meeting.runningItem)} />
      {interposed !== null && speaking !== null && <Interrupted speech={speaking} />}
      {speech !== null && <SpeakerActs acts={acts} />}
    </section>
  )
}

/** What has a turn is counted; a question, an answer or a name that nobody took down is not. */
function Turn({ speech }: { readonly speech: Speaking }) {
  const { meeting } = useDesk()
  if (speech.kind !== 'ordinary' || speech.seatId === null) return null
  const turns = timesSpoken(meeting.floor, speech.itemId, speech.seatId)
  return `　${turnWords(turns + 1, rulesOf(meeting, speech.itemId).rules.times)}`
}

/** What the red act is not at the moment. */
function SpeakerActs({ acts: { end, extend, pauseOrResume, paused, step } }: { readonly acts: FloorActs }) {
  return (
    <div className="row speaker-acts">
      <Button title={`再给 ${MORE_SECONDS} 秒（T）`} onClick={() => extend?.()}>
        再给 {MORE_SECONDS} 秒 <kbd aria-hidden>T</kbd>
      </Button>
      {step?.act !== 'resume' && (
        <Button
          title={paused ? '接着计时（P）' : '钟停下（P）'}
          icon={paused ? <IconPlayerPlay size={16} /> : <IconPlayerPause size={16} />}
          onClick={() => pauseOrResume?.()}
        >
          {paused ? '继续' : '暂停'} <kbd aria-hidden>P</kbd>
        </Button>
      )}
      {step?.act !== 'end' && (
        <Button title="说完（E）" onClick={() => end?.()}>
          说完 <kbd aria-hidden>E</kbd>
        </Button>
      )}
    </div>
  )
}
