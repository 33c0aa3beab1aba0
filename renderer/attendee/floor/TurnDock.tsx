import { IconMicrophone, IconPlayerPause } from '@tabler/icons-react'
import type { SpeakingRules } from '../../../shared/formats/speaking-rules.ts'
import { speechKindNames } from '../../../shared/wording/speech-words.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { nameOf } from '../../connection/meeting-view.ts'
import { Clock } from './Clock.tsx'
import type { Turn } from './floor-standing.ts'
import { turnWords } from './way-words.ts'

type Props = {
  readonly turn: Turn
  readonly rules: SpeakingRules
  readonly ending: boolean
  readonly onEnd: () => void
  /** There while somebody has asked something of the speaker. */
  readonly answer: { readonly name: string; readonly give: () => void } | null
}

/** One's own turn: the time left, and the end of it, which waits for the end of a question. */
export function TurnDock({ answer, ending, onEnd, rules, turn }: Props) {
  const { by, speech } = turn
  const paused = speech.runningSince === null
  const hint = hintOf(speech.kind, rules.hardEnd)
  return (
    <div className="turn">
      <div className="dock-line own-turn">
        <Clock own speech={speech} warnSeconds={rules.warnSeconds} />
        {paused ? (
          <span className="tag" role="status">
            <IconPlayerPause size="1.15em" aria-hidden="true" />
            发言已暂停
          </span>
        ) : (
          <span className="tag green" role="status">
            <IconMicrophone size="1.15em" aria-hidden="true" />
            {turnWords[speech.kind]}
          </span>
        )}
      </div>
      {paused && <PausedWords by={by} />}
      {answer !== null && (
        <button type="button" className="key go wide" onClick={answer.give}>
          {answer.name}
        </button>
      )}
      {by === null && (
        <button
          type="button"
          className={answer === null ? 'key go wide' : 'key wide'}
          disabled={ending}
          onClick={onEnd}
        >
          {ending ? '正在送出，连上后自动送到' : '说完了'}
        </button>
      )}
      {!paused && hint !== null && <p className="note dock-note">{hint}</p>}
    </div>
  )
}

function PausedWords({ by }: Pick<Turn, 'by'>) {
  const client = useHall()
  return (
    <p className="paused-words" role="status">
      {by === null ? (
        '您的时间停着，等主持人请您接着说'
      ) : (
        <>
          <span className="name-cut">{nameOf(client, by.seatId)}</span>在{speechKindNames[by.kind]}，您的时间停着
        </>
      )}
    </p>
  )
}

function hintOf(kind: Turn['speech']['kind'], endsByItself: boolean): string | null {
  if (endsByItself) return '时间一到就自动结束，请先说最要紧的'
  return kind === 'ordinary' ? '先说赞成还是反对，再说理由，面向主持人说' : null
}
