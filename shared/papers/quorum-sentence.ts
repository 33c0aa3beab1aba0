import type { HeldMeeting } from '../meeting/state.ts'
import { electorateOf } from '../meeting/voting/electorate.ts'
import { type Comparison, quorumComparisons } from '../rules/conditions.ts'
import { quorumNeeded } from '../rules/evaluate.ts'
import type { Rule } from '../rules/rule.ts'
import { sourceText } from '../rules/source-text.ts'
import { shareWords } from '../wording/share-words.ts'
import { oneLine, sentence } from './plain-text.ts'

/**
 * What the rule asks for, and whether it was met where that is on record: with each verdict. Who was there at the same time
 * at any other moment is nowhere written, and the numbers of those who came one after another say nothing of it. `entitled`
 * is 应到 of the whole roster. Empty where nothing is voted on.
 */
export function quorumSentence(meeting: HeldMeeting, entitled: number): string {
  const { rule } = meeting
  if (rule === null) return ''
  const name = oneLine(rule.name)
  const basis = `依据：${sentence(oneLine(sourceText(rule)))}`
  const [asked, other] = quorumComparisons(rule)
  if (asked === undefined) {
    return rule.quorumByOwnRules
      ? `按${name}，到会门槛由本会议规则另定。${basis}`
      : `${name}对到会人数不作要求。${basis}`
  }
  // Owners are not counted at a meeting: no verdict of one tells whether enough of them took part.
  if (asked.measure !== 'people') return `按${name}，${ownersAsked(asked, other !== undefined)}。${basis}`
  const needed = sameForAll(meeting, entitled) ? quorumNeeded(rule, entitled) : null
  const words = asked.num === 'participating' ? takingPart(asked, needed) : being(asked, needed)
  return `按${name}，${words}${metWords(meeting, rule, asked)}。${basis}`
}

/** Whether every item is decided by everybody on the roster who votes: nobody left out as not invited, nobody standing aside. */
function sameForAll(meeting: HeldMeeting, entitled: number): boolean {
  const { agenda, voting } = meeting
  const votes = [voting.open, voting.held, ...voting.past].filter((vote) => vote !== null)
  return (
    votes.every((vote) => vote.entitled === entitled) &&
    agenda.every(({ itemId }) => electorateOf(meeting, itemId).entitled === entitled)
  )
}

const being = (asked: Comparison, needed: number | null): string =>
  needed === null ? `到会${reaching(asked, '本题应到')}方可表决` : `到会不少于${needed}人方可表决`

/** 参与表决: known only when a vote has ended. */
const takingPart = (asked: Comparison, needed: number | null): string =>
  `参加表决的人数${needed === null ? reaching(asked, '本题应到') : `不少于${needed}人`}，表决方为有效`

/** 民法典 §278: heads and area are asked of those who take part, each of its own whole. */
function ownersAsked(asked: Comparison, both: boolean): string {
  const reached = both ? `，其人数和专有面积均${reaching(asked, '总数')}` : reaching(asked, '业主总人数')
  return `参加表决的业主${reached}，表决方为有效`
}

/** `>=` is 以上 (the share itself is enough), `>` is 超过 (it is not): 民法典 §1259. */
function reaching({ op, share }: Comparison, of: string): string {
  const part = `${of}的${shareWords(share)}`
  if (op === '>') return `超过${part}`
  return share.num === share.den ? `达到${part}` : `达到${part}以上`
}

/** Of the votes by the meeting's rule alone: what another rule or none asks for is another matter. */
function metWords({ voting }: HeldMeeting, { ruleId }: Rule, { num }: Comparison): string {
  const verdicts = voting.past.flatMap(({ verdict }) => (verdict?.ruleId === ruleId ? [verdict] : []))
  if (verdicts.length === 0) return ''
  const met = verdicts.every(({ reasons }) => !reasons.includes('noQuorum'))
  const counted = num === 'participating' ? '参加人数' : '到会人数'
  return `，${met ? `历次表决时${counted}均达到法定人数` : `有的表决${counted}没有达到法定人数`}`
}
