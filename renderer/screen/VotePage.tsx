import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { presentIn } from '../../shared/meeting/voting/present-in.ts'
import { figuresOf } from '../../shared/meeting/voting/result.ts'
import type { OpenVote } from '../../shared/meeting/voting/state.ts'
import { channelsText, markingText, voteName } from '../../shared/papers/vote-manner.ts'
import { useHostNow } from '../connection/hall-context.tsx'
import { Assessed } from './Assessed.tsx'
import { Bars } from './Bars.tsx'
import { facesOf, pageAt } from './faces.ts'
import { QuestionHead } from './QuestionHead.tsx'
import { Rows } from './Rows.tsx'
import { RuleBand } from './RuleBand.tsx'
import { VoteProgress } from './VoteProgress.tsx'
import './vote.css'

/** Characters of a motion that leave no room for large letters, alone and above a line with the objections. */
const MUCH = 100
const MUCH_BESIDE = 40

type Props = { readonly meeting: HeldMeeting; readonly vote: OpenVote }

/** A vote while it is open: the question in full, how many ballots are in by which channel, and how only where that is shown. */
export function VotePage({ meeting, vote }: Props) {
  const { amendment, entitled, motion, recused = 0, shown, terms } = vote
  const figures = shown !== null || 'rows' in terms.question
  const faces = facesOf({ motion, readings: amendment === null ? [] : [amendment.text], figures })
  const page = pageAt(faces.length, useHostNow(faces.length > 1))
  const face = faces[page] ?? { show: 'all' }
  // One line says how many object: under few words the rule has room for all of its own.
  const light = terms.question.kind === 'objection' ? motion.length <= MUCH_BESIDE : !figures && motion.length <= MUCH
  const full = !light || amendment !== null
  const counted = faces.length > 1 ? `，第 ${page + 1} 页，共 ${faces.length} 页` : ''
  const beside = face.show === 'text' ? `；${mannerOf(vote, false)}` : ''
  const what = `${face.show === 'reading' ? '修正案通过后，提案改为' : `正在${voteName(terms)}`}${counted}${beside}`
  return (
    <>
      <div className={`motion ${full ? 'full' : ''} face-${face.show}`}>
        <QuestionHead
          meeting={meeting}
          vote={vote}
          what={what}
          instead={face.show === 'reading' ? face.text : undefined}
        />
        {face.show === 'all' && amendment !== null && <p className="would-read">通过后，提案改为：{amendment.text}</p>}
        {face.show === 'all' && <p className="label vote-manner">{mannerOf(vote, true)}</p>}
        {(face.show === 'all' || face.show === 'figures') && <Shown vote={vote} />}
      </div>
      <VoteProgress vote={vote} full={full} />
      <RuleBand terms={terms} known={{ entitled, present: presentIn(vote), recused }} full={full} />
    </>
  )
}

/** How people vote, and when the figures are seen. */
function mannerOf({ terms }: OpenVote, whole: boolean): string {
  const marking = markingText(terms.question)
  return [
    ...(whole ? [channelsText(terms.channels)] : []),
    ...(marking === '' ? [] : [marking]),
    ...(terms.revisable ? ['可以改票，最后一次为准'] : []),
    terms.display === 'live' ? '边投边看票数' : '结束前不看票数',
  ].join('；')
}

function Shown({ vote }: { readonly vote: OpenVote }) {
  const { shown, terms } = vote
  const { question, rule } = terms
  switch (question.kind) {
    case 'motion':
      return shown === null ? null : <Bars rule={rule} figures={figuresOf(vote, shown)} />
    case 'objection':
      return shown === null ? null : <p className="objections">{shown[0]?.['object'] ?? 0} 人反对</p>
    case 'assessment':
      if (shown !== null) return <Assessed question={question} counts={shown} />
      return <Rows question={question} counts={null} present={presentIn(vote)} />
    case 'choice':
    case 'election':
      return <Rows question={question} counts={shown} present={presentIn(vote)} />
  }
}
