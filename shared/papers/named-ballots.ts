import type { HeldMeeting } from '../meeting/state.ts'
import { type ChannelName, marksOf, readMarks, rowNames } from '../meeting/voting/marks.ts'
import { type NamedBallot, voterOf } from '../meeting/voting/state.ts'
import { channelNames, markName } from '../wording/vote-words.ts'
import { type Names, nameOf } from './attendance-lists.ts'
import type { MinutesSection } from './item-section.ts'
import { ordinal } from './ordinals.ts'
import { plain } from './paragraph.ts'
import { oneLine } from './plain-text.ts'
import { type ClosedVote, voteSubject } from './vote-figures.ts'

/** Characters of a heading that quotes what was voted on. */
const QUOTED = 30

/**
 * 记名表决名单: who voted how, of every named vote that stands. Secret papers and hands that were only counted are nobody's:
 * of them it says how many they were. Null where nobody voted by name.
 */
export function namedSection(
  { voting }: HeldMeeting,
  { names, number }: { readonly names: Names; readonly number: number },
): MinutesSection | null {
  const named = voting.past.flatMap((vote) => (vote.phase === 'closed' && vote.ballots.length > 0 ? [vote] : []))
  if (named.length === 0) return null
  return {
    heading: `${ordinal(1, number)}记名表决名单`,
    paragraphs: [],
    parts: named.map((vote, index) => ({
      heading: `${ordinal(2, index + 1)}${voteSubject({ motion: quoted(vote.motion), terms: vote.terms })}`,
      speeches: [],
      paragraphs: [...ballotLines(vote, names), ...unnamedLines(vote)].map(plain),
      tables: [],
    })),
  }
}

function ballotLines(vote: ClosedVote, names: Names): readonly string[] {
  const { question } = vote.terms
  if (question.kind === 'choice') return vote.ballots.map((ballot) => chosenLine(vote, ballot, names))
  return rowNames(question).flatMap((row, index) => {
    const lines = marksOf(question).flatMap((mark) => {
      const who = vote.ballots.filter(({ option }) => readMarks(question, option)?.[index] === mark)
      return who.length === 0 ? [] : [`${markName(mark)}${who.length}人：${byChannel(vote, who, names)}`]
    })
    return row === null ? lines.map((line) => `${line}。`) : [`${oneLine(row)}：${lines.join('；')}。`]
  })
}

/** 王召集（手机）：楼道扶手、充电桩。 */
function chosenLine(vote: ClosedVote, ballot: NamedBallot, names: Names): string {
  const { question } = vote.terms
  const marks = readMarks(question, ballot.option) ?? []
  const chosen = rowNames(question).flatMap((row, index) => (marks[index] === 'chosen' ? [oneLine(row ?? '')] : []))
  const channel = channelOf(vote, ballot)
  const by = channel === null ? '' : `（${channelNames[channel]}）`
  return `${nameOf(names, ballot.seatId)}${by}：${chosen.length === 0 ? '一项也没选' : chosen.join('、')}。`
}

/** 手机，王召集、赵委员；举手，钱委员 */
function byChannel(vote: ClosedVote, ballots: readonly NamedBallot[], names: Names): string {
  const groups = ([null, 'device', 'hands', 'paper'] as const).flatMap((channel) => {
    const who = ballots.filter((ballot) => channelOf(vote, ballot) === channel)
    if (who.length === 0) return []
    const listed = who.map(({ seatId }) => nameOf(names, seatId)).join('、')
    return [channel === null ? listed : `${listed}（${channelNames[channel]}）`]
  })
  return groups.join('；')
}

const channelOf = (vote: ClosedVote, { seatId }: NamedBallot): ChannelName | null =>
  voterOf(vote, seatId)?.channel ?? null

/** Ballots that are nobody's by name. */
function unnamedLines(vote: ClosedVote): readonly string[] {
  const { channels } = vote.verdict
  if (channels === undefined) return []
  const listed = (channel: ChannelName) => vote.ballots.filter((ballot) => channelOf(vote, ballot) === channel).length
  const hands = channels.hands - listed('hands')
  const paper = channels.paper - listed('paper')
  const said = [...(hands > 0 ? [`举手点数${hands}票`] : []), ...(paper > 0 ? [`无记名纸票${paper}票`] : [])]
  return said.length === 0 ? [] : [`${said.join('、')}不记名，不在名单内。`]
}

function quoted(motion: string): string {
  const line = [...oneLine(motion)]
  return line.length <= QUOTED ? line.join('') : `${line.slice(0, QUOTED - 1).join('')}…`
}
