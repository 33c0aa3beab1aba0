import { nameOf } from '../../../connection/meeting-view.ts'
import { clockText, timeText } from '../../../ui/clock-text.ts'
import { useDesk } from '../../desk-context.tsx'
import { SpeechMarks } from '../../scribe/SpeechMarks.tsx'
import { WrittenAnswer } from '../floor/WrittenAnswer.tsx'
import type { ShownSpeech } from './speeches-shown.ts'

type Props = {
  readonly speech: ShownSpeech
  /** What sort of speech it is goes without saying where it stands. */
  readonly unmarked?: boolean
}

/** A speech of the item: who, when, how long, the scribe's 要点 and the written answer. */
export function TalkedSpeech({ speech, unmarked = false }: Props) {
  const { client, meeting } = useDesk()
  const { note, seatId, seconds, startedAt, writtenAnswer } = speech
  const name = nameOf(client, seatId)
  return (
    <li>
      <p className="talked-head">
        {!unmarked && <SpeechMarks speech={speech} />}
        <span className="one grow" title={name}>
          {name}
        </span>
        {meeting.phase === 'open' && <WrittenAnswer speech={speech} />}
        <span className="note">
          {timeText(startedAt)}　{seconds === null ? '正在说' : `说了 ${clockText(seconds)}`}
        </span>
      </p>
      {note !== null && <p className="talked-note">{note}</p>}
      {writtenAnswer !== null && (
        <p className="talked-note two" title={writtenAnswer}>
          <span className="note">书面答复：</span>
          {writtenAnswer}
        </p>
      )}
    </li>
  )
}
