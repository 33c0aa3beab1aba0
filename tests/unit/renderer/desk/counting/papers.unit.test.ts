import { describe, expect, test } from 'vitest'
import { nextNumber, numbersWords, paperless, papersFor } from '../../../../../renderer/desk/counting/papers.ts'
import { votersShown } from '../../../../../renderer/desk/counting/voters-shown.ts'
import { chair, memberA, memberB } from '../../../../fixtures/small-meeting.ts'
import { hands, issued, mixed, nameIn, recalled, secret, seenAtDesk, withDevice } from './open-vote.ts'

describe('the next number of a paper', () => {
  test('is 1 at first, and then the one behind the last', () => {
    expect(nextNumber(seenAtDesk({ channels: secret })[0])).toBe(1)
    expect(nextNumber(seenAtDesk({ channels: secret }, issued([[chair, 7]]))[0])).toBe(8)
  })

  test('is never one that was taken back', () => {
    const [vote] = seenAtDesk({ channels: secret }, issued([[chair, 1]]), recalled(chair))
    expect(nextNumber(vote)).toBe(2)
  })
})

describe('papers for all who have not voted', () => {
  test('are given in the order of the list, over the numbers that are used', () => {
    const [vote] = seenAtDesk({ channels: secret }, issued([[chair, 2]]))
    const papers = papersFor(vote, [memberA, memberB], 1)
    expect(papers).toEqual([
      { seatId: memberA, number: 1 },
      { seatId: memberB, number: 3 },
    ])
    expect(numbersWords(papers)).toBe('1–3 号')
    expect(numbersWords(papers.slice(0, 1))).toBe('1 号')
  })

  test('leave out who has voted otherwise, and may leave out who has a device', () => {
    const [vote, meeting] = seenAtDesk({ channels: mixed }, hands([chair], [{ for: 1 }]))
    const { all, withoutDevice } = paperless(votersShown(withDevice(meeting, memberA), vote, nameIn))
    expect(all.map(({ name }) => name)).toEqual(['委员乙', '委员甲'])
    expect(withoutDevice.map(({ name }) => name)).toEqual(['委员乙'])
  })
})
