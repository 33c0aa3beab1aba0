import { IconCheck } from '@tabler/icons-react'
import type { Mark } from '../../../shared/meeting/voting/marks.ts'
import type { Question } from '../../../shared/meeting/voting/terms.ts'
import { markName } from '../../../shared/wording/vote-words.ts'
import { Stance } from '../../ui/Stance.tsx'
import { linesOf } from './ballot-words.ts'
import './rows.css'

type Props = { readonly question: Question; readonly option: string }

/** What one ballot says, in full. */
export function BallotLines({ question, option }: Props) {
  const lines = linesOf(question, option)
  if (lines.length === 0) return <b>一项也没选</b>
  const [first] = lines
  if (first !== undefined && first.name === null) return <MarkWord mark={first.mark} />
  return (
    <ul className="ballot-lines">
      {lines.map(({ mark, name }) => (
        <li key={name}>
          <span>{name}</span>
          {mark === 'chosen' ? <IconCheck size="1.15em" stroke={2.5} aria-label="选" /> : <MarkWord mark={mark} />}
        </li>
      ))}
    </ul>
  )
}

/** A mark by its name, with its sign where people know one from paper ballots. */
export function MarkWord({ mark }: { readonly mark: Mark }) {
  const stance = mark === 'object' ? 'against' : mark
  return stance === 'for' || stance === 'against' || stance === 'abstain' ? (
    <Stance stance={stance} />
  ) : (
    <b>{markName(mark)}</b>
  )
}
