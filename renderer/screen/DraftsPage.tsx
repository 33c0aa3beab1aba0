import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { channelsText, markingText, voteName } from '../../shared/papers/vote-manner.ts'
import { useHostNow } from '../connection/hall-context.tsx'
import { facesOf, pageAt } from './faces.ts'
import { type Drafts, nextDrafts } from './next-drafts.ts'
import { QuestionHead } from './QuestionHead.tsx'
import { Rows } from './Rows.tsx'
import { knownOf, RuleBand } from './RuleBand.tsx'
import './vote.css'
import './drafts.css'

type Props = { readonly meeting: HeldMeeting; readonly drafts: Drafts }

/** 将要表决: the proposal with what would change it, how it will be voted on and by which rule. */
export function DraftsPage({ drafts, meeting }: Props) {
  const { amendments, first, later } = nextDrafts(drafts)
  const { motion, terms } = first
  const rows = 'rows' in terms.question
  const readings = amendments.flatMap((one) => [one.motion, one.amendment?.text ?? ''])
  const faces = facesOf({ motion, readings, figures: rows })
  const page = pageAt(faces.length, useHostNow(faces.length > 1))
  const face = faces[page] ?? { show: 'all' }
  const full = rows || amendments.length > 0 || motion.length > 100
  const known = knownOf(meeting, first)
  const marking = markingText(terms.question)
  const counted = faces.length > 1 ? `，第 ${page + 1} 页，共 ${faces.length} 页` : ''
  const reading = face.show === 'reading' ? face.text : undefined
  // Of each amendment its words come first, then how the proposal would read.
  const called =
    reading === undefined
      ? `将要表决：${voteName(terms)}`
      : page % 2 === 1
        ? '修正案，先表决'
        : '修正案通过后，提案改为'
  return (
    <>
      <div className={`motion ${full ? 'full' : ''} face-${face.show}`}>
        <QuestionHead meeting={meeting} vote={first} what={`${called}${counted}`} instead={reading} />
        {reading === undefined && (
          <p className="label vote-manner">
            {[channelsText(terms.channels), ...(marking === '' ? [] : [marking])].join('；')}
          </p>
        )}
        {rows && (face.show === 'all' || face.show === 'figures') && (
          <Rows question={terms.question} counts={null} present={known.present} />
        )}
        {face.show === 'all' && amendments.length > 0 && (
          <ol className="amendments">
            {amendments.map((one) => (
              <li key={one.voteId}>
                <b>修正案，先表决</b>
                {one.motion}
                <span>改为：{one.amendment?.text}</span>
              </li>
            ))}
          </ol>
        )}
        {later.length > 0 && (
          <p className="label cut">
            之后还要表决 {later.length} 件：{later.map((one) => one.motion).join('；')}
          </p>
        )}
      </div>
      <RuleBand terms={terms} known={known} full={full} />
    </>
  )
}
