import { describe, expect, it } from 'vitest'
import type { Terms } from '../../../../shared/meeting/voting/terms.ts'
import {
  cast,
  closeIt,
  enter,
  everyChannel,
  hands,
  issue,
  nobodyRaised,
  recall,
  seat,
  stopIt,
  tally,
  theVote,
  votingRoom,
} from './room.ts'

const onlyHands: Terms['channels'] = { device: false, hands: 'counted', paper: null }
const onlyPaper: Terms['channels'] = { device: false, hands: null, paper: 'secret' }
const everybody = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

describe('hands that are counted alone', () => {
  it('need no names; counting again takes the place of the first count', () => {
    const room = votingRoom(9, { channels: onlyHands })
    expect(room.refuses(closeIt()).refusal).toEqual({ code: 'notCountedYet', channel: 'hands' })
    room.does(hands(null, [{ for: 5, against: 3 }]))
    expect(room.open().received).toBe(8)
    room.does(hands(null, [{ for: 6, against: 3 }]))
    expect(room.open().received).toBe(9)
    room.does(closeIt())
    expect(room.verdict()).toMatchObject({
      figures: { for: 6, against: 3, abstain: 0 },
      channels: { device: 0, hands: 9, paper: 0 },
    })
  })

  it('of more people than there are give no result, and it is said by how many', () => {
    const room = votingRoom(9, { channels: onlyHands })
    room.does(hands(null, [{ for: 6, against: 3, abstain: 1 }]))
    room.does(closeIt())
    expect(room.verdict()).toMatchObject({
      valid: false,
      passed: false,
      outcome: 'invalid',
      reasons: ['ballotsUnbalanced'],
    })
    expect(room.verdict().faults).toEqual([{ code: 'handsOverRoom', row: 0, left: 10, right: 9 }])
    expect(room.verdict().sentence).toContain('举手合计 10，比在场能表决的 9 人多')
    expect(room.meeting().voting.resolutions).toEqual([])
  })

  it.each([
    ['majority', '会上记为“多数同意”，没有点数。'],
    ['unrecorded', '票数没有记录。'],
  ] as const)('can be left at a word (%s), which gives no verdict', (said, words) => {
    const room = votingRoom(9, { channels: onlyHands })
    room.does(hands(null, null, said))
    room.does(closeIt())
    expect(room.verdict()).toMatchObject({
      outcome: 'notCounted',
      valid: false,
      passed: false,
      said,
      reasons: ['notCounted'],
    })
    expect(room.verdict().sentence).toContain(words)
    expect(room.verdict().sentence).toContain('不作通过与否的判定')
    expect(room.meeting().voting.resolutions).toEqual([])
  })

  it('counted after a word are counted', () => {
    const room = votingRoom(9, { channels: onlyHands })
    room.does(hands(null, null, 'majority'))
    room.does(hands(null, [{ for: 5 }]))
    room.does(closeIt())
    expect(room.verdict()).toMatchObject({ outcome: 'passed', figures: { for: 5 } })
    expect(room.verdict().said).toBeUndefined()
  })

  it('are either a word or numbers, and numbers of this question', () => {
    const room = votingRoom(9, { channels: onlyHands })
    expect(room.refuses(hands(null, [{ for: 5 }], 'majority')).code).toBe('wordsOnlyAlone')
    expect(room.refuses(hands(null, null)).code).toBe('countUnfit')
    expect(room.refuses(hands(null, [])).code).toBe('countUnfit')
    expect(room.refuses(hands(null, [{ for: 1 }, { for: 1 }])).code).toBe('countUnfit')
    expect(room.refuses(hands(null, [{ chosen: 1 }])).code).toBe('countUnfit')
  })
})

describe('hands beside other ways', () => {
  it('have names, and no word stands for them', () => {
    const room = votingRoom(6, { channels: everyChannel })
    expect(room.refuses(hands(null, [{ for: 2 }])).code).toBe('handsNeedNames')
    expect(room.refuses(hands(null, null, 'majority')).code).toBe('wordsOnlyAlone')
    expect(room.refuses(hands([2, 9], [{ for: 2 }])).code).toBe('notAnElector')
  })

  it('that are fewer or more than their names give no result', () => {
    for (const raised of [1, 3]) {
      const room = votingRoom(6, { channels: everyChannel })
      room.does(hands([2, 3], [{ for: raised }]))
      room.does(closeIt())
      expect(room.verdict().faults).toEqual([{ code: 'handsOffNames', row: 0, left: raised, right: 2 }])
      expect(room.verdict()).toMatchObject({ outcome: 'invalid', passed: false })
    }
  })

  it('are refused where hands are taken by name, and the other way round', () => {
    const named = votingRoom(6, { channels: { device: true, hands: 'named', paper: null } })
    expect(named.refuses(hands([2], [{ for: 1 }])).refusal).toEqual({ code: 'channelClosed', channel: 'hands' })
    expect(named.refuses(issue([2])).refusal).toEqual({ code: 'channelClosed', channel: 'paper' })
    expect(named.refuses(recall(2)).code).toBe('paperNotIssued')
  })
})

describe('papers that are counted', () => {
  const boxed = (change: Partial<Terms> = {}) => {
    const room = votingRoom(6, { channels: onlyPaper, ...change })
    room.does(issue(everybody(6)))
    return room
  }

  it('are counted when nobody votes any more, and before that there is no result', () => {
    const room = votingRoom(6, { channels: onlyPaper })
    expect(room.refuses(closeIt()).code).toBe('noPapersIssued')
    room.does(issue(everybody(6)))
    expect(room.refuses(tally(1, null, { rows: [{ for: 6 }] })).code).toBe('stopBeforeCounting')
    room.does(stopIt)
    expect(room.refuses(closeIt()).refusal).toEqual({ code: 'notCountedYet', channel: 'paper' })
    expect(room.refuses(recall(2)).code).toBe('ballotsStopped')
    expect(room.refuses(issue([2], 9)).code).toBe('ballotsStopped')
    room.does(tally(1, null, { rows: [{ for: 4, against: 1 }], invalid: 1 }))
    room.does(closeIt())
    expect(room.verdict()).toMatchObject({
      ...{ outcome: 'passed', figures: { for: 4, against: 1, abstain: 0 } },
      papers: { issued: 6, returned: 6, valid: 5, invalid: 1 },
      channels: { device: 0, hands: 0, paper: 5 },
    })
    expect(room.verdict().sentence).toContain('发出纸票 6 张，收回 6 张，有效 5 张，无效 1 张')
  })

  it('by one person are entered once, and again only to put the same entry right', () => {
    const room = boxed()
    room.does(stopIt)
    expect(room.refuses(tally(2, null, { rows: [{ for: 6 }] })).code).toBe('countedOnce')
    room.does(tally(1, null, { rows: [{ for: 6 }] }))
    room.does(tally(1, null, { rows: [{ for: 2, against: 4 }] }))
    room.does(closeIt())
    expect(room.verdict()).toMatchObject({ outcome: 'notPassed', figures: { for: 2, against: 4 } })
  })

  it('fit the question and are counted by somebody who is known', () => {
    const room = boxed()
    room.does(stopIt)
    expect(room.refuses(tally(1, null, { rows: [{ chosen: 6 }] })).code).toBe('countUnfit')
    expect(room.refuses(tally(1, null, { rows: [{ for: 3 }, { for: 3 }] })).code).toBe('countUnfit')
    expect(room.refuses(tally(1, 77, { rows: [{ for: 6 }] })).code).toBe('seatUnknown')
  })

  const off: readonly (readonly [string, Parameters<typeof tally>[2], object])[] = [
    [
      'more came back than were given out',
      { rows: [{ for: 7 }] },
      { code: 'returnedOverIssued', row: null, left: 7, right: 6 },
    ],
    [
      '有效 and 无效 are fewer than came back',
      { rows: [{ for: 4 }], valid: 4, invalid: 1, returned: 6 },
      { code: 'papersDisagree', row: null, left: 5, right: 6 },
    ],
    [
      '有效 and 无效 are more than came back',
      { rows: [{ for: 4 }], valid: 4, invalid: 1, returned: 4 },
      { code: 'papersDisagree', row: null, left: 5, right: 4 },
    ],
    [
      'a mark is missing',
      { rows: [{ for: 3, against: 1 }], valid: 5 },
      { code: 'rowOffValid', row: 0, left: 4, right: 5 },
    ],
    [
      'a mark too many',
      { rows: [{ for: 3, against: 3 }], valid: 5 },
      { code: 'rowOffValid', row: 0, left: 6, right: 5 },
    ],
  ]
  it.each(off)('give no result where %s', (_, papers, fault) => {
    const room = boxed()
    room.does(stopIt)
    room.does(tally(1, null, papers))
    room.does(closeIt())
    const { faults, passed, sentence, valid, outcome } = room.verdict()
    expect(faults).toContainEqual(fault)
    expect({ valid, passed, outcome }).toEqual({ valid: false, passed: false, outcome: 'invalid' })
    expect(sentence).toContain('票数不平')
    expect(sentence).toContain('没有结果，请核对后重新表决')
    expect(room.meeting().voting.resolutions).toEqual([])
  })

  it('give a result where fewer came back than were given out', () => {
    const room = boxed()
    room.does(stopIt)
    room.does(tally(1, null, { rows: [{ for: 4 }] }))
    room.does(closeIt())
    expect(room.verdict()).toMatchObject({
      outcome: 'passed',
      papers: { issued: 6, returned: 4, valid: 4, invalid: 0 },
    })
  })
})

describe('双人复核', () => {
  const counting = () => {
    const room = votingRoom(6, { channels: onlyPaper, doubleEntry: true })
    room.does(issue(everybody(6)))
    room.does(stopIt)
    return room
  }
  const six = { rows: [{ for: 4, against: 2 }] }

  it('takes two people, each with a name', () => {
    const room = counting()
    expect(room.refuses(tally(1, null, six)).code).toBe('twoCounters')
    room.does(tally(1, 2, six))
    expect(room.refuses(closeIt()).refusal).toEqual({ code: 'notCountedYet', channel: 'paper' })
    expect(room.refuses(tally(2, 2, six)).code).toBe('twoCounters')
    expect(room.refuses(tally(2, null, six)).code).toBe('twoCounters')
    room.does(tally(2, 3, six))
    room.does(closeIt())
    expect(room.verdict()).toMatchObject({ outcome: 'passed', figures: { for: 4, against: 2 }, channels: { paper: 6 } })
  })

  it('with counts that differ gives no result until one of them is put right', () => {
    const room = counting()
    room.does(tally(1, 2, six))
    const [event] = room.does(tally(2, 3, { rows: [{ for: 3, against: 2 }], invalid: 1 }))
    expect(event).toMatchObject({ type: 'tallyEntered', data: { differs: ['valid', 'invalid', '0.for'] } })
    expect(room.open().tallies.map(({ differs }) => differs)).toEqual([
      ['valid', 'invalid', '0.for'],
      ['valid', 'invalid', '0.for'],
    ])
    expect(room.refuses(closeIt()).refusal).toEqual({ code: 'countsDiffer', places: 3 })
    room.does(tally(1, 2, { rows: [{ for: 3, against: 2 }], invalid: 1 }))
    expect(room.open().tallies.map(({ differs }) => differs)).toEqual([[], []])
    room.does(closeIt())
    expect(room.verdict()).toMatchObject({ figures: { for: 3, against: 2 }, papers: { valid: 5, invalid: 1 } })
  })

  it('finds one paper more or less in each place', () => {
    const places: readonly (readonly [Parameters<typeof tally>[2], readonly string[]])[] = [
      [{ ...six, returned: 7 }, ['returned']],
      [{ ...six, valid: 5, returned: 6 }, ['valid']],
      [{ ...six, returned: 6, invalid: 1 }, ['invalid']],
      [{ rows: [{ for: 4, against: 1, abstain: 1 }] }, ['0.against', '0.abstain']],
    ]
    for (const [papers, differs] of places) {
      const room = counting()
      room.does(tally(2, 3, papers))
      expect(room.does(tally(1, 2, six))[0]).toMatchObject({ data: { differs } })
    }
  })

  it('is not asked for where nobody took a paper', () => {
    const room = votingRoom(6, { channels: everyChannel, doubleEntry: true })
    room.does(cast(2, 'for'))
    room.does(nobodyRaised())
    room.does(closeIt())
    expect(room.verdict()).toMatchObject({ papers: { issued: 0, returned: 0, valid: 0, invalid: 0 } })
  })

  it('is asked for where one paper is out beside other ways', () => {
    const room = votingRoom(6, { channels: everyChannel, doubleEntry: true })
    room.does(cast(2, 'for'))
    room.does(issue([3]))
    room.does(nobodyRaised())
    expect(room.refuses(closeIt()).refusal).toEqual({ code: 'notCountedYet', channel: 'paper' })
    room.does(recall(3))
    room.does(closeIt())
  })
})

describe('a mixed vote', () => {
  it('is not closed before hands are counted, which may be done when voting has stopped, and again', () => {
    const room = votingRoom(4, { channels: { device: true, hands: 'counted', paper: null } })
    room.does(cast(1, 'for'))
    expect(room.refuses(closeIt()).refusal).toEqual({ code: 'notCountedYet', channel: 'hands' })
    room.does(stopIt)
    expect(room.refuses(closeIt()).refusal).toEqual({ code: 'notCountedYet', channel: 'hands' })
    room.does(hands([2, 3, 4], [{ for: 1, against: 2 }]))
    room.does(hands([2, 3], [{ for: 2 }]))
    expect(room.open().received).toBe(3)
    room.does(closeIt())
    expect(room.verdict()).toMatchObject({ figures: { for: 3, against: 0 }, channels: { device: 1, hands: 2 } })
    expect(room.refuses(hands([2], [{ for: 1 }])).code).toBe('voteAlreadyEnded')
  })

  it('adds what came by each way, once', () => {
    const room = votingRoom(10, { channels: everyChannel, doubleEntry: true })
    for (const [person, option] of [
      [1, 'for'],
      [2, 'against'],
      [3, 'for'],
    ] as const)
      room.does(cast(person, option))
    room.does(hands([4, 5, 6, 7], [{ for: 2, against: 1, abstain: 1 }]))
    room.does(issue([8, 9]))
    expect(room.open()).toMatchObject({ received: 7, issued: 2 })
    room.does(stopIt)
    room.does(tally(1, 1, { rows: [{ for: 1 }], invalid: 1 }))
    room.does(tally(2, 2, { rows: [{ for: 1 }], invalid: 1 }))
    room.does(closeIt())
    expect(room.verdict()).toMatchObject({
      ...{ outcome: 'passed', channels: { device: 3, hands: 4, paper: 1 } },
      figures: { entitled: 10, present: 10, for: 5, against: 2, abstain: 1 },
      papers: { issued: 2, returned: 2, valid: 1, invalid: 1 },
    })
    expect(room.verdict().sentence).toContain('其中手机 3 票，举手 4 票，纸票 1 票')
  })

  it('with more ballots than people gives no result', () => {
    const room = votingRoom(4, { channels: everyChannel })
    for (const person of [1, 2, 3]) room.does(cast(person, 'for'))
    room.does(issue([4]))
    room.does(stopIt)
    room.does(tally(1, null, { rows: [{ for: 2 }] }))
    room.does(nobodyRaised())
    room.does(closeIt())
    expect(room.verdict().faults?.map(({ code, left, right }) => [code, left, right])).toEqual([
      ['returnedOverIssued', 2, 1],
      ['overPresent', 5, 4],
    ])
  })

  it('that does not balance is no tie, however the papers fell', () => {
    const room = votingRoom(4, { channels: everyChannel })
    room.does(issue([1, 2, 3, 4]))
    room.does(nobodyRaised())
    room.does(stopIt)
    room.does(tally(1, null, { rows: [{ for: 2, against: 2 }], returned: 5 }))
    room.does(closeIt())
    expect(room.verdict()).toMatchObject({ outcome: 'invalid', figures: { for: 2, against: 2 } })
    expect(room.verdict().tie).toBeUndefined()
  })

  it('counts named hands among the people of the room', () => {
    const room = votingRoom(4, { channels: everyChannel })
    room.does(hands([1, 2, 3], [{ for: 3 }]))
    room.does(issue([4]))
    room.does(stopIt)
    room.does(tally(1, null, { rows: [{ for: 2 }] }))
    room.does(closeIt())
    expect(room.verdict().faults).toContainEqual({ code: 'overPresent', row: null, left: 5, right: 4 })
  })

  it('tells hands and signed papers of the desk apart', () => {
    const room = votingRoom(4, { channels: { device: true, hands: 'named', paper: 'named' } })
    room.does(cast(1, 'for'))
    room.does(enter('hands', 2, 'for'))
    room.does(enter('paper', 3, 'against'))
    room.does(closeIt())
    expect(room.verdict()).toMatchObject({
      channels: { device: 1, hands: 1, paper: 1 },
      figures: { for: 2, against: 1 },
    })
    expect(room.verdict().papers).toBeUndefined()
    expect(room.past()).toMatchObject({
      phase: 'closed',
      ballots: [{ option: 'for' }, { option: 'for' }, { option: 'against' }],
    })
  })
})

describe('tellers', () => {
  it('are people of the meeting, and stand in the record of the vote', () => {
    const room = votingRoom(4, { channels: onlyPaper }, { onlookers: ['guest'] })
    const named = { supervisors: [seat(5)], counters: [seat(2), seat(3)], callers: [seat(4)] }
    room.does({ type: 'nameTellers', data: { voteId: theVote, ...named } })
    const stranger = { ...named, callers: [seat(99)] }
    expect(room.refuses({ type: 'nameTellers', data: { voteId: theVote, ...stranger } }).code).toBe('seatUnknown')
    room.does(issue([2]))
    room.does(stopIt)
    room.does(tally(1, null, { rows: [{ for: 1 }] }))
    room.does(closeIt())
    expect(room.past().tellers).toEqual(named)
  })
})
