import type { SeatId, VoteId } from '../core/ids.ts'
import type { HeldMeeting } from '../meeting/state.ts'
import type { UnitId } from '../meeting/written-votes/messages.ts'
import { type WrittenVote, writtenVoteOf } from '../meeting/written-votes/state.ts'
import { askedSeats } from '../meeting/written-votes/units.ts'
import { type Names, nameOf } from './attendance-lists.ts'
import type { BallotSheet, BallotsContent } from './ballot-content.ts'
import { writtenDate } from './chinese-dates.ts'
import { paperHead } from './paper-head.ts'
import { linesOf, oneLine } from './plain-text.ts'
import { ruleLine } from './rule-line.ts'

/** 门牌 by seat, where the asker may have them; empty where not. */
export type Houses = Readonly<Record<string, string>>

type Asked = {
  readonly voteId: VoteId
  /** The first one's place in the list of those who are asked, from 1. */
  readonly from: number
  readonly count: number
}

/** 征求意见表 by household or 业主表决票, one for each who is asked; null when no such vote runs, or nobody is in that part of the list. */
export function writtenPapersContent(
  meeting: HeldMeeting,
  { count, from, voteId }: Asked,
  people: { readonly names: Names; readonly houses: Houses },
): BallotsContent | null {
  const vote = writtenVoteOf(meeting.writtenVotes, voteId)
  if (vote === undefined || vote.phase !== 'open') return null
  const units = vote.units.slice(from - 1, from - 1 + count)
  if (units.length === 0) return null
  const owners = vote.kind === 'owners'
  const seatsOf = askedSeats(vote, meeting.attendance.seats)
  return {
    kind: 'ballots',
    ...paperHead(meeting),
    title: owners ? '业主书面表决票' : '书面征求意见表',
    question: oneLine(vote.motion),
    notes: [
      ...(vote.matter === null ? [] : [`事项：${oneLine(vote.matter)}`]),
      ...(vote.details === null ? [] : linesOf(`说明：${vote.details}`)),
      ...(vote.noticedOn === null ? [] : [`${writtenDate(vote.noticedOn)}公示。`]),
      ...(vote.dueOn === null ? [] : [`请在${writtenDate(vote.dueOn)}前交回。`]),
    ],
    marks: { kind: 'line', options: ['赞成', '反对', '弃权'] },
    howTo: [
      owners
        ? '在选定的一项后面的方框里画“○”，只选一项。不选、多选、没有签名的无效。一个业主一张票，按人数和专有部分面积分别计算。'
        : '每户一张，在选定的一项后面的方框里画“○”，只选一项。不选、多选、没有签名的无效。',
    ],
    rule: ruleLine(vote.rule),
    remarks: owners ? null : '意见和建议',
    blanks: [owners ? '业主签名' : '户代表签名', '日期'],
    stubBlanks: ['领票人签名', '发票日期'],
    numbered: true,
    sheets: units.map(({ area, unitId }) => ({
      number: writtenNumber(vote, unitId),
      facts: factsOf({ area, seatIds: seatsOf.get(unitId) ?? [] }, vote, people),
    })),
  }
}

/**
 * The number that stands on somebody's paper: that of the paper he was given; before he was, his place in the list. Null
 * (written by hand) when that number was given to another or spoilt.
 */
export function writtenNumber({ papers, spoilt, units }: WrittenVote, unitId: UnitId): BallotSheet['number'] {
  const given = papers.find((paper) => paper.unitId === unitId)
  if (given !== undefined) return given.number
  const place = units.findIndex((unit) => unit.unitId === unitId) + 1
  const taken = place === 0 || spoilt.includes(place) || papers.some(({ number }) => number === place)
  return taken ? null : place
}

function factsOf(
  { area, seatIds }: { readonly seatIds: readonly SeatId[]; readonly area?: string | undefined },
  { kind }: WrittenVote,
  { houses, names }: { readonly names: Names; readonly houses: Houses },
): readonly string[] {
  const who = seatIds.map((seatId) => nameOf(names, seatId)).join('、')
  const house = seatIds.flatMap((seatId) => oneLine(houses[seatId] ?? '') || [])[0]
  return [
    `${kind === 'owners' ? '业主' : '户'}：${who}`,
    ...(house === undefined ? [] : [`房号：${house}`]),
    ...(kind === 'owners' ? [`专有部分面积：${area ?? '　　'} 平方米`] : []),
  ]
}
