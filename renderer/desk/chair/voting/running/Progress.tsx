import type { OpenVote } from '../../../../../shared/meeting/voting/state.ts'
import { countsWithoutNames } from '../../../counting/voters-shown.ts'
import { progressOf } from '../vote-progress.ts'

const ways = [
  { channel: 'device', name: '手机' },
  { channel: 'paper', name: '纸票' },
  { channel: 'hands', name: '举手' },
] as const

/** How many have voted, by channel in three tones of blue; never how. */
export function Progress({ vote }: { readonly vote: OpenVote }) {
  const progress = progressOf(vote)
  const { expected, issued, missing, total } = progress
  const { channels } = vote.terms
  // Silence agrees: a bar that fills would say the opposite.
  if (vote.terms.question.kind === 'objection') {
    return (
      <div className="vote-progress">
        <p aria-live="polite">
          <b className="vote-big">{total}</b>
          <span className="vote-of">人提出反对</span>
          <span className="sub vote-left">没有人提，就是一致同意</span>
        </p>
      </div>
    )
  }
  const open = ways.filter(({ channel }) => channels[channel] !== null && channels[channel] !== false)
  // Where several rows may be chosen nobody can tell from hands how many people raised one.
  const unnumbered = countsWithoutNames(vote.terms) && vote.terms.question.kind === 'choice'
  const voted = open.filter(({ channel }) => progress[channel] > 0)
  const sum = open.map(({ channel }) => progress[channel]).join(' + ')
  return (
    <div className="vote-progress">
      <p aria-live="polite">
        {!unnumbered && <b className="vote-big">{total}</b>}
        <span className="vote-of">{ofWords(vote, expected)}</span>
        <span className="sub vote-left">{leftWords(vote, missing)}</span>
      </p>
      <div
        className="vote-bar"
        role="progressbar"
        aria-label="收到的票"
        aria-valuemin={0}
        aria-valuemax={expected}
        aria-valuenow={Math.min(expected, total)}
      >
        {voted.map(({ channel }) => (
          <i
            key={channel}
            className={`way-${channel}`}
            ref={(bar) =>
              void bar?.style.setProperty('width', `${(progress[channel] / Math.max(1, expected, total)) * 100}%`)
            }
          />
        ))}
      </div>
      {open.length > 1 && (
        <p className="vote-ways">
          {open.map(({ channel, name }) => (
            <span key={channel} className={`way-${channel}`}>
              <i className="vote-swatch" aria-hidden />
              {name} <b>{progress[channel]}</b>
            </span>
          ))}
          <span className="note vote-left">
            合计 {sum} = {total}
          </span>
        </p>
      )}
      {issued > 0 && <p className="note">纸票按发出的张数算进来，投没投进票箱，开箱计票才知道。</p>}
    </div>
  )
}

const onlyHands = ({ terms: { channels } }: OpenVote): boolean =>
  channels.hands === 'counted' && !channels.device && channels.paper === null

function ofWords(vote: OpenVote, expected: number): string {
  if (!onlyHands(vote)) return `票，应收 ${expected} 票`
  if (vote.terms.question.kind === 'choice') return `在场 ${expected} 人，逐项举手`
  return `人举手，在场 ${expected} 人`
}

function leftWords(vote: OpenVote, missing: number): string {
  if (onlyHands(vote)) return vote.hands === null ? '还没点数' : '已点数'
  return missing === 0 ? '到齐了' : `还差 ${missing} 票`
}
