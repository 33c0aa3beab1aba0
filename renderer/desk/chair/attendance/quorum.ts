import { chineseNumber } from '../../../../shared/core/chinese-number.ts'
import { entitledSeats, presentVoters } from '../../../../shared/meeting/attendance/state.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'
import { quorumMet, quorumNeeded } from '../../../../shared/rules/evaluate.ts'
import type { Share } from '../../../../shared/rules/rule.ts'

/** 应到, 实到, 请假, 缺席 of those who vote, and 列席 who are here. */
export function countsOf({ attendance }: HeldMeeting) {
  const entitled = entitledSeats(attendance).map((seat) => seat.seatId)
  const present = presentVoters(attendance)
  const excused = attendance.leaves.filter(({ seatId }) => entitled.includes(seatId) && !present.includes(seatId))
  const here = attendance.presence.filter((entry) => entry.present).length
  return {
    entitled: entitled.length,
    present: present.length,
    excused: excused.length,
    absent: entitled.length - present.length - excused.length,
    onlookers: here - present.length,
  }
}

/** Whether the meeting may decide now, and by which part of the rule, in words. */
export function quorumOf(meeting: HeldMeeting) {
  const { rule } = meeting
  const { entitled, present } = countsOf(meeting)
  const needed = quorumNeeded(rule, entitled)
  const met = quorumMet(rule, { entitled, present })
  if (rule.quorum === null) return { met, needed, present, words: '规则不限到会人数' }
  const part = `应到的${shareWords(rule.quorum.share)}`
  const limit = rule.quorum.op === '>' ? `超过${part}要 ${needed} 人` : `${part}是 ${needed} 人`
  return { met, needed, present, words: met ? `实到已满，${limit}` : `实到还差 ${needed - present} 人，${limit}` }
}

/** 半数, 三分之二. */
function shareWords({ den, num }: Share): string {
  if (num * 2 === den) return '半数'
  return num === den ? '全部' : `${chineseNumber(den)}分之${chineseNumber(num)}`
}
