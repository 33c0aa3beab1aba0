import { Button } from 'antd'
import type { OpenVote } from '../../../shared/meeting/voting/state.ts'
import { BallotMarks } from './BallotMarks.tsx'
import { ballotWords, emptyBallot, type Ticked } from './ballot-marks.ts'
import { type ShownVoter, voterWords } from './voters-shown.ts'

type Props = {
  readonly vote: OpenVote
  readonly person: ShownVoter
  /** Null: nothing is ticked. */
  readonly ticked: Ticked | null
  readonly onChange: (ticked: Ticked | null) => void
}

/** One person's ballot: chosen in the line itself where it has one row, else below it. */
export function BallotLine({ vote, person, ticked, onChange }: Props) {
  const { question } = vote.terms
  const { name } = person
  const marks = (
    <BallotMarks question={question} name={name} ticked={ticked ?? emptyBallot(question)} onChange={onChange} />
  )
  if (!('rows' in question)) {
    return (
      <li className="enter-line">
        <Who person={person} />
        {marks}
      </li>
    )
  }
  return (
    <li className={ticked === null ? 'enter-line' : 'enter-line ballot-begun'}>
      <Who person={person} />
      {ticked !== null && <span className="note">{ballotWords(question, ticked) || '选好了'}</span>}
      <Button
        aria-label={ticked === null ? `录票：${name}` : `先不录：${name}`}
        onClick={() => onChange(ticked === null ? emptyBallot(question) : null)}
      >
        {ticked === null ? '录票' : '先不录'}
      </Button>
      {ticked !== null && marks}
    </li>
  )
}

function Who({ person: { device, name, proxy, voter } }: { readonly person: ShownVoter }) {
  return (
    <span className="grow enter-who">
      <b className="one" title={name}>
        {name}
      </b>
      {device && voter === null && <span className="note">有设备，可以自己投</span>}
      {proxy !== null && <span className="note">委托{proxy}，按他说的录</span>}
      {voter !== null && <span className="note">{voterWords(voter)}记过，再录就以这次为准</span>}
    </span>
  )
}
