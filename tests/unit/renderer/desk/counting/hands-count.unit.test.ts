import { describe, expect, test } from 'vitest'
import {
  emptyHands,
  handsEnteredWords,
  handsFaults,
  handsNamed,
  handsPossible,
  handsReady,
  handsWords,
  isHandsEntry,
} from '../../../../../renderer/desk/counting/hands-count.ts'
import { votersShown } from '../../../../../renderer/desk/counting/voters-shown.ts'
import { faultText } from '../../../../../shared/wording/vote-words.ts'
import { chair, memberA, memberB } from '../../../../fixtures/small-meeting.ts'
import {
  counted,
  hands,
  issued,
  mixed,
  motion,
  nameIn,
  rating,
  seenAtDesk,
  stopped,
  twoOfThree,
  withDevice,
} from './open-vote.ts'

const three = { for: '2', against: '1', abstain: '0' }

describe('those who raised a hand', () => {
  test('are at first everybody here without a device and without a paper', () => {
    const [vote, meeting] = seenAtDesk({ channels: mixed }, issued([[memberB, 1]]))
    const voters = votersShown(withDevice(meeting, memberA), vote, nameIn)
    expect(handsPossible(voters).map(({ name }) => name)).toEqual(['主持', '委员甲'])
    expect(handsNamed(vote, voters, emptyHands(motion))).toEqual([chair])
  })

  test('leave out whoever has gone, until somebody ticks him', () => {
    const [vote, meeting] = seenAtDesk({ channels: mixed }, [1, { type: 'signOut', data: { seatId: chair } }])
    const voters = votersShown(meeting, vote, nameIn)
    expect(handsNamed(vote, voters, emptyHands(motion))).toEqual([memberA, memberB])
    expect(handsNamed(vote, voters, { ...emptyHands(motion), ticks: { [chair]: true, [memberB]: false } })).toEqual([
      chair,
      memberA,
    ])
  })

  test('are those who were counted before, when hands are counted again', () => {
    const [vote, meeting] = seenAtDesk({ channels: mixed }, hands([memberA], [{ for: 1 }]))
    expect(handsNamed(vote, votersShown(meeting, vote, nameIn), emptyHands(motion))).toEqual([memberA])
  })

  test('are as at first again where nobody was counted before', () => {
    const [vote, meeting] = seenAtDesk({ channels: mixed }, hands([], [{ for: 0 }]))
    expect(handsNamed(vote, votersShown(meeting, vote, nameIn), emptyHands(motion))).toHaveLength(3)
  })

  test('never include who was ticked and then took a paper', () => {
    const [vote, meeting] = seenAtDesk({ channels: mixed }, issued([[memberB, 1]]))
    const entry = { ...emptyHands(motion), ticks: { [memberB]: true } }
    expect(handsNamed(vote, votersShown(meeting, vote, nameIn), entry)).not.toContain(memberB)
  })

  test('are nobody where 0 is all that was typed, and that agrees with the numbers', () => {
    const [vote, meeting] = seenAtDesk({ channels: mixed })
    const voters = votersShown(meeting, vote, nameIn)
    const rows = [{ for: '0', against: '', abstain: '' }]
    expect(handsNamed(vote, voters, { rows, ticks: {} })).toEqual([])
    expect(handsFaults(vote, rows, [])).toEqual([])
    expect(handsNamed(vote, voters, { rows, ticks: { [chair]: true } })).toContain(chair)
    expect(handsNamed(vote, voters, { rows: [three], ticks: {} })).toHaveLength(3)
  })

  test('are nobody who is silent on 无异议', () => {
    const question = { kind: 'objection' } as const
    const [vote, meeting] = seenAtDesk({ channels: { ...mixed, paper: null }, display: 'live', question })
    const rows = [{ object: '1' }]
    expect(handsNamed(vote, votersShown(meeting, vote, nameIn), { rows, ticks: {} })).toEqual([])
  })
})

describe('the warning beside the numbers', () => {
  const texts = (
    ...[question, ...rest]: readonly [typeof motion | typeof twoOfThree, ...Parameters<typeof handsFaults>]
  ) => handsFaults(...rest).map((fault) => faultText(question, fault))

  test('says that the sides together are not the people who raised a hand', () => {
    const [vote] = seenAtDesk({ channels: mixed })
    expect(texts(motion, vote, [three], [chair, memberA])).toEqual(['举手合计 3，举手名单对应 2 人'])
    expect(texts(motion, vote, [three], [chair, memberA, memberB])).toEqual([])
  })

  test('says that there are more hands than people in the room, where nobody is named', () => {
    const [vote] = seenAtDesk({ channels: counted })
    expect(texts(motion, vote, [{ ...three, for: '3' }], null)).toEqual(['举手合计 4，比在场能表决的 3 人多'])
    expect(texts(motion, vote, [three], null)).toEqual([])
  })

  test('counts the picks of 多选', () => {
    const [vote] = seenAtDesk({ channels: mixed, question: twoOfThree })
    const typed = [{ chosen: '2' }, { chosen: '1' }, { chosen: '' }]
    expect(texts(twoOfThree, vote, typed, [chair, memberA])).toEqual(['各项票数合计 3，应当是 4'])
  })
})

describe('a count of hands in a mixed vote', () => {
  test('is taken after voting has stopped, and 0 is an answer', () => {
    const [vote, meeting] = seenAtDesk({ channels: mixed }, issued([[memberB, 1]]), stopped, hands([], [{ for: 0 }], 4))
    expect(vote.hands).toMatchObject({ seatIds: [], ballots: 0 })
    expect(votersShown(meeting, vote, nameIn).filter(({ voter }) => voter !== null)).toHaveLength(1)
    const [again] = seenAtDesk(
      { channels: mixed },
      stopped,
      hands([], [{ for: 0 }], 4),
      hands([chair], [{ for: 1 }], 5),
    )
    expect(again.hands).toMatchObject({ seatIds: [chair], ballots: 1 })
    expect(handsEnteredWords(again)).toMatch(/^已记 1 人举手/)
  })
})

describe('the words beside the key', () => {
  test('ask for a number first, but not where silence agrees', () => {
    expect(handsReady(motion, emptyHands(motion).rows)).toBe(false)
    expect(handsWords(motion, emptyHands(motion).rows, null, [])).toContain('请点数')
    expect(handsReady({ kind: 'objection' }, emptyHands({ kind: 'objection' }).rows)).toBe(true)
  })

  test('say how many there are together', () => {
    expect(handsWords(motion, [three], null, [])).toBe('合计 3 人举手')
    expect(handsWords(motion, [three], [chair, memberA, memberB], [])).toBe('合计 3 人举手，和举手的 3 人对得上')
  })

  test('say of hands that are counted how many and when, never how', () => {
    const [vote] = seenAtDesk({ channels: mixed }, hands([memberA, memberB], [{ for: 1, against: 1 }]))
    expect(handsEnteredWords(vote)).toMatch(/^已记 2 人举手 \d\d:\d\d$/)
    expect(vote.hands?.rows).toBeNull()
  })

  test('do not give away a figure where a number of hands is one', () => {
    const question = { kind: 'objection' } as const
    const [vote] = seenAtDesk({ channels: counted, display: 'live', question }, hands(null, [{ object: 1 }]))
    expect(handsEnteredWords(vote)).toBe('已记举手点数')
  })
})

test('what was kept on the device is taken back only where it fits the question', () => {
  expect(isHandsEntry(motion, emptyHands(motion))).toBe(true)
  expect(isHandsEntry(motion, { rows: [three], ticks: { [chair]: true } })).toBe(true)
  expect(isHandsEntry(rating, { rows: [three], ticks: {} })).toBe(false)
  expect(isHandsEntry(motion, { rows: [three], ticks: { [chair]: 'yes' } })).toBe(false)
  expect(isHandsEntry(motion, null)).toBe(false)
})
