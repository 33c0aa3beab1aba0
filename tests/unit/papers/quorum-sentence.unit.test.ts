import { describe, expect, test } from 'vitest'
import packs from '../../../resources/rule-packs.json'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { quorumSentence } from '../../../shared/papers/quorum-sentence.ts'
import type { Rule } from '../../../shared/rules/rule.ts'
import { findRule, parseRulePacks } from '../../../shared/rules/rule-packs.ts'
import { fewSeats, type ToldMeeting, told } from './told-meeting.ts'

const voted = { title: '建棚', votes: [{ motion: '建棚', inFavour: 3 }] }
/** 王召集, 赵委员, 钱委员 and 孙委员 vote: 应到 is 4 for whatever is not said to be otherwise. */
const meetingOf = (tale: ToldMeeting): HeldMeeting => told({ items: [voted], ...tale }).meeting
const said = (meeting: HeldMeeting): string => quorumSentence(meeting, 4)

const by = (changes: Partial<Rule>, meeting: HeldMeeting = meetingOf({})): string => {
  if (meeting.rule === null) throw new Error('a meeting that votes has a rule')
  return said({ ...meeting, rule: { ...meeting.rule, ...changes } })
}

function packNamed(ruleId: string): Rule {
  const read = parseRulePacks(packs)
  const found = read.ok ? findRule(read.value, ruleId) : null
  if (found === null) throw new Error(`there is no rule ${ruleId}`)
  return found
}

describe('what the minutes say of the quorum', () => {
  test('is a number of people where everybody on the roster decides on everything', () => {
    expect(said(meetingOf({}))).toMatch(/^按小会规则，到会不少于3人方可表决，历次表决时到会人数均达到法定人数。依据：/)
  })

  test('is the share alone where somebody stood aside on an item, and nobody else’s number', () => {
    const meeting = meetingOf({ items: [{ ...voted, aside: [2] }] })
    expect(said(meeting)).toContain('到会达到本题应到的三分之二以上方可表决，历次表决时')
    expect(said(meeting)).not.toMatch(/\d人/)
  })

  test('is the share alone where a vote was taken among fewer, also when that is over', () => {
    const meeting = meetingOf({})
    const past = meeting.voting.past.map((vote) => ({ ...vote, entitled: 3 }))
    expect(said({ ...meeting, voting: { ...meeting.voting, past } })).toContain('到会达到本题应到的三分之二以上')
  })

  test('is the share alone while such a vote is going on', () => {
    const meeting = meetingOf({ closed: false, items: [{ title: '甲', phase: 'running', votes: [openVote] }] })
    const { open } = meeting.voting
    if (open === null) throw new Error('the vote is open')
    expect(said(meeting)).toContain('到会不少于3人方可表决')
    const fewer = { ...meeting, voting: { ...meeting.voting, open: { ...open, entitled: 2 } } }
    expect(said(fewer)).toContain('到会达到本题应到的三分之二以上方可表决。')
  })

  test('is the share alone where 公众议事委员 were not invited for an item', () => {
    const seats = fewSeats.map((seat) => (seat.name === '孙委员' ? { ...seat, kind: 'public' as const } : seat))
    const meeting = meetingOf({ seats, items: [{ title: '没谈', phase: 'planned' }] })
    expect(said(meeting)).toContain('到会不少于3人方可表决。')
    const agenda = meeting.agenda.map((item) => ({ ...item, invited: [] }))
    expect(said({ ...meeting, agenda })).toContain('到会达到本题应到的三分之二以上方可表决。')
  })

  test.each([
    [{ op: '>', share: { num: 1, den: 2 } }, '到会超过本题应到的半数方可表决'],
    [{ op: '>=', share: { num: 1, den: 2 } }, '到会达到本题应到的半数以上方可表决'],
    [{ op: '>', share: { num: 3, den: 4 } }, '到会超过本题应到的四分之三方可表决'],
    [{ op: '>=', share: { num: 1, den: 1 } }, '到会达到本题应到的全部方可表决'],
  ] as const)('says 超过 of more than a share and 以上 of the share itself: %o', (condition, words) => {
    const meeting = meetingOf({ items: [{ ...voted, aside: [2] }] })
    expect(by({ quorum: { den: 'entitled', ...condition } }, meeting)).toContain(words)
  })

  test('is left to the meeting’s own rules where the rule leaves it to them', () => {
    expect(by(packNamed('robert_simple'))).toMatch(/，到会门槛由本会议规则另定。依据：/)
    expect(by(packNamed('robert_simple'))).not.toContain('不作要求')
    expect(by({ quorum: null })).toMatch(/^小会规则对到会人数不作要求。依据：/)
  })

  test('speaks of those who take part in the vote where the rule counts them', () => {
    const quorum = { num: 'participating', den: 'entitled', op: '>=', share: { num: 2, den: 3 } } as const
    expect(by({ quorum })).toContain('，参加表决的人数不少于3人，表决方为有效，历次表决时参加人数均达到法定人数。')
    const fewer = meetingOf({ items: [{ ...voted, aside: [2] }] })
    expect(by({ quorum }, fewer)).toContain('，参加表决的人数达到本题应到的三分之二以上，表决方为有效，')
  })

  test('speaks of owners and area where the rule counts them, and says of no meeting that it had enough of them', () => {
    const [owners] = packs.filter(({ quorum }) => quorum?.num === 'participating')
    const pack = packNamed(owners?.ruleId ?? '')
    expect(by(pack)).toMatch(
      /，参加表决的业主，其人数和专有面积均达到总数的三分之二以上，表决方为有效。依据：《民法典》第二百七十八条/,
    )
    expect(by(pack)).not.toMatch(/到会|\d人|历次/)
    const { both: _, ...heads } = pack.quorum ?? { both: undefined }
    expect(by({ ...pack, quorum: heads as Rule['quorum'] })).toContain('参加表决的业主达到业主总人数的三分之二以上，')
  })

  test('is nothing where nothing is voted on', () => {
    expect(said({ ...meetingOf({}), rule: null })).toBe('')
  })
})

const openVote = { motion: '建棚', inFavour: 0, open: true }
