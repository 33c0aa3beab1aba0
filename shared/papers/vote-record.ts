import type { SeatId } from '../core/ids.ts'
import type { HeldMeeting } from '../meeting/state.ts'
import type { TextVersion, VoteFrame, Voting } from '../meeting/voting/state.ts'
import { unannouncedText } from '../wording/vote-words.ts'
import { type Names, nameOf } from './attendance-lists.ts'
import { oneLine, sentence } from './plain-text.ts'
import { voteSubject } from './vote-figures.ts'
import { channelsText, markingText, voteName } from './vote-manner.ts'

type PastVote = Voting['past'][number]

/** A vote as the minutes record it: what was announced, what text it was about, how it was held and who counted. */
export function voteLines(meeting: HeldMeeting, vote: PastVote, names: Names): readonly string[] {
  return [announced(vote), ...amendmentLines(meeting, vote), ...versionLines(meeting, vote), ...heldLines(vote, names)]
}

/** What is to be said of a vote that has no result yet. */
export const pendingLine = (vote: VoteFrame, ended: boolean): string =>
  ended ? `${subject(vote)}已经结束，结果还没有公布。` : `${subject(vote)}正在进行，还没有结果。`

/** The result in the words in which it was announced; a void vote stays on record. */
function announced(vote: PastVote): string {
  if (vote.phase === 'closed') return `${subject(vote)}，结果为：${vote.verdict.sentence}`
  const why = `原因：${sentence(oneLine(vote.reason))}`
  if (vote.verdict === null) return `${subject(vote)}没有完成即宣布作废，${why}`
  const { sentence: found } = vote.verdict
  return `${subject(vote)}已宣布作废，${why}${vote.published ? `作废前宣布的结果为：${found}` : unannouncedText(found)}`
}

const subject = ({ motion, terms }: VoteFrame): string => voteSubject({ motion: oneLine(motion), terms })

/** 修正案: what it would change, and into what. */
function amendmentLines({ voting }: HeldMeeting, { amendment }: PastVote): readonly string[] {
  if (amendment === null) return []
  const proposal = [...voting.past, ...voting.drafts, ...(voting.open === null ? [] : [voting.open])].find(
    ({ voteId }) => voteId === amendment.voteId,
  )
  const original = proposal?.versions[0]?.text
  const of = original === undefined ? '' : `对“${oneLine(original)}”的`
  return [`这是${of}修正案，通过后提案改为：${sentence(oneLine(amendment.text))}`]
}

/** 原文, 修正后: how the proposal has read before it was voted on. */
function versionLines(meeting: HeldMeeting, { versions }: PastVote): readonly string[] {
  if (versions.length < 2) return []
  return versions.map(
    (version, index) => `${versionName(meeting, versions, index)}：${sentence(oneLine(version.text))}`,
  )
}

function versionName({ voting }: HeldMeeting, versions: readonly TextVersion[], index: number): string {
  const version = versions[index]
  if (index === 0 || version === undefined) return '原文'
  if (version.by === null) {
    return versions.slice(0, index).some(({ text }) => text === version.text) ? '恢复为' : '改拟为'
  }
  const amending = voting.past.find(({ voteId }) => voteId === version.by)
  return amending === undefined ? '修正后' : `按修正案“${oneLine(amending.motion)}”修正后`
}

/** How it was held, where that is not as usual, and who counted. */
function heldLines({ tellers, terms }: PastVote, names: Names): readonly string[] {
  const named = voteName(terms)
  const marking = markingText(terms.question)
  const how = [channelsText(terms.channels), ...(marking === '' ? [] : [marking])].join('；')
  const counted = [
    { role: '监票人', seatIds: tellers.supervisors },
    { role: '计票人', seatIds: tellers.counters },
    { role: '唱票人', seatIds: tellers.callers },
  ].flatMap(({ role, seatIds }) => (seatIds.length === 0 ? [] : [`${role}：${listed(names, seatIds)}`]))
  return [
    ...(named === '记名表决' ? [] : [`表决方式：${named}（${how}）。`]),
    ...(counted.length === 0 ? [] : [`${counted.join('；')}。`]),
  ]
}

const listed = (names: Names, seatIds: readonly SeatId[]): string =>
  seatIds.map((seatId) => nameOf(names, seatId)).join('、')
