import type { ItemId } from '../../../../shared/core/ids.ts'
import { entitledSeats, presentVoters } from '../../../../shared/meeting/attendance/state.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'
import { electorateOf } from '../../../../shared/meeting/voting/electorate.ts'
import { itemStanding } from '../../../../shared/meeting/voting/item-standing.ts'
import { quorumMet, quorumNeeded } from '../../../../shared/rules/evaluate.ts'
import { shareWords } from '../../../../shared/wording/share-words.ts'
import { ruleInUse } from '../../../ui/rule-in-use.ts'

/** 应到, 实到, 请假, 缺席 of those who vote on an item (null: on anything), 回避 on it, and 列席 who are here. */
export function countsOf(meeting: HeldMeeting, itemId: ItemId | null = meeting.runningItem) {
  const { attendance } = meeting
  const { electors, entitled, recused } = electorateOf(meeting, itemId)
  const voters = new Set(
    entitledSeats(attendance)
      .filter((seat) => itemStanding(meeting, itemId, seat) === null)
      .map(({ seatId }) => seatId),
  )
  const present = new Set(electors)
  const excused = attendance.leaves.filter(({ seatId }) => voters.has(seatId) && !present.has(seatId)).length
  const here = attendance.presence.filter((entry) => entry.present).length
  return {
    entitled,
    present: electors.length,
    excused,
    absent: entitled - electors.length - excused,
    recused,
    onlookers: here - presentVoters(attendance).length,
  }
}

/** Whether an item (null: anything) may be decided now, and by which part of the rule; null where nothing is voted on. */
export function quorumOf(meeting: HeldMeeting, itemId: ItemId | null = meeting.runningItem) {
  const rule = ruleInUse(meeting)
  if (rule === null) return null
  const { entitled, present, recused } = countsOf(meeting, itemId)
  // Also where no quorum is asked nobody decides for nobody.
  const needed = Math.max(1, quorumNeeded(rule, entitled))
  const met = present > 0 && quorumMet(rule, { entitled, present })
  const aside = recused === 0 ? '' : `，另有 ${recused} 人回避，不计入`
  if (rule.quorum === null)
    return { met, needed, present, words: `${met ? '规则不限到会人数' : '有表决权的人一位也没有到'}${aside}` }
  const part = `应到的${shareWords(rule.quorum.share)}`
  const limit = rule.quorum.op === '>' ? `超过${part}要 ${needed} 人` : `${part}是 ${needed} 人`
  const words = met ? `实到已满，${limit}` : `实到还差 ${needed - present} 人，${limit}`
  return { met, needed, present, words: words + aside }
}
