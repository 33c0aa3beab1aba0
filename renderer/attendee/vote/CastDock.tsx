import type { Question } from '../../../shared/meeting/voting/terms.ts'
import { useLasting } from '../../ui/use-lasting.ts'
import { BallotLines } from './BallotLines.tsx'
import { handedIn, type Ticked, tickingWords } from './ticked.ts'

/** The second tap of a double tap lands where the ballot would be handed in: it must not be. */
const READING_MS = 600

type Props = {
  readonly question: Question
  readonly ticked: Ticked
  readonly revisable: boolean
  /** The ballot that the host has already, where it is being changed. */
  readonly recorded: string | null
  /** Whose ballot it is, where one device has several seats. */
  readonly name: string | null
  readonly onCast: (option: string) => void
  readonly onBack: () => void
}

/** Names the choice before it is handed in: afterwards it may be too late to change it. */
export function CastDock({ question, ticked, revisable, recorded, name, onCast, onBack }: Props) {
  const option = handedIn(question, ticked)
  const words = tickingWords(question, ticked)
  const several = 'rows' in question
  const whose = name === null ? '这一票' : `${name}的这一票`
  return (
    <>
      <p className="dock-line" aria-live="polite">
        {words !== null && <span>{words}</span>}
        {words === null && option !== null && (
          <>
            <span>
              {name ?? '您'}选的是
              <b className="named">
                <BallotLines question={question} option={option} />
              </b>
            </span>
            <span className="note cast-note">{revisable ? '结束前可以改' : '投出后不能改'}</span>
          </>
        )}
        {(several || option === null) && (
          <button type="button" className="bare" onClick={onBack}>
            {recorded === null ? '先回会场' : '不改了'}
          </button>
        )}
      </p>
      <button
        type="button"
        className="key go wide"
        disabled={option === null}
        onClick={() => option !== null && (option === recorded ? onBack() : onCast(option))}
      >
        {option !== null && option === recorded ? '不改了' : several ? `看一遍${whose}` : `投出${whose}`}
      </button>
    </>
  )
}

type CheckProps = {
  readonly revisable: boolean
  readonly name: string | null
  readonly onCast: () => void
  readonly onBack: () => void
}

/** Under a ballot of several rows that has been read out in full. */
export function CheckDock({ revisable, name, onCast, onBack }: CheckProps) {
  const isRead = useLasting(true, READING_MS)
  return (
    <>
      <p className="dock-line">
        <span className="note">{revisable ? '投出后，结束前可以改' : '投出后不能改'}</span>
        <button type="button" className="bare" onClick={onBack}>
          回去改
        </button>
      </p>
      <button type="button" className="key go wide" disabled={!isRead} onClick={onCast}>
        投出{name === null ? '这一票' : `${name}的这一票`}
      </button>
    </>
  )
}
