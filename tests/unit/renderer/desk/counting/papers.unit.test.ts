import { describe, expect, test } from 'vitest'
import {
  beforePapersWords,
  closingFewWords,
  fewPapersWords,
  nextNumber,
  numbersWords,
  paperless,
  papersFor,
} from '../../../../../renderer/desk/counting/papers.ts'
import { votersShown } from '../../../../../renderer/desk/counting/voters-shown.ts'
import { chair, memberA, memberB } from '../../../../fixtures/small-meeting.ts'
import { entered, hands, issued, mixed, named, nameIn, recalled, secret, seenAtDesk, withDevice } from './open-vote.ts'

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

describe('so few secret papers that they are none', () => {
  const beside = (papers: readonly (readonly [typeof chair, number])[]) =>
    seenAtDesk({ channels: { ...named, paper: 'secret' } }, entered(chair), issued(papers))[0]
  const given = [
    [memberA, 1],
    [memberB, 2],
  ] as const

  test('are warned of beside named ballots', () => {
    const hand = { seatId: chair, channel: 'device' as const, number: null, at: 1 }
    const words = (count: number, device = true) => {
      const vote = beside(given.slice(0, count))
      return fewPapersWords(device ? { ...vote, voters: [...vote.voters, hand] } : vote)
    }
    expect(words(1)).toBe('只有 1 张无记名纸票，公布后可能推得出是谁投的；可以多请几位改用纸票。')
    expect(words(2)).toContain('只有 2 张无记名纸票')
    expect(words(2, false)).toContain('只有 2 张无记名纸票')
    expect(fewPapersWords({ ...beside(given), issued: 3 })).toBeNull()
  })

  test('are warned of before the first one is given out, where people vote otherwise too', () => {
    expect(beforePapersWords(beside([]))).toContain('至少发 3 张')
    expect(beforePapersWords(beside(given.slice(0, 1)))).toBeNull()
    expect(beforePapersWords({ ...beside([]), stoppedAt: 1 })).toBeNull()
    expect(beforePapersWords(seenAtDesk({ channels: secret })[0])).toBeNull()
  })

  test('are warned of again before the vote ends, also where nobody votes otherwise', () => {
    const asked = (count: number) => closingFewWords({ ...beside(given), issued: count })
    expect([asked(0), asked(3)]).toEqual([null, null])
    expect([asked(1), asked(2)].map((words) => words?.slice(0, 12))).toEqual([
      '无记名纸票只发了 1 张',
      '无记名纸票只发了 2 张',
    ])
    const [alone] = seenAtDesk({ channels: secret }, issued([[memberB, 1]]))
    expect(closingFewWords(alone)).toContain('只发了 1 张')
    expect(closingFewWords({ ...seenAtDesk({ channels: named })[0], issued: 1 })).toBeNull()
  })

  test('are not beside hands that nobody wrote down, nor where all ballots are secret', () => {
    const [counted] = seenAtDesk({ channels: mixed }, issued([[memberB, 1]]), hands([chair], [{ for: 1 }]))
    expect(fewPapersWords(counted)).toBeNull()
    expect(fewPapersWords(seenAtDesk({ channels: secret }, issued([[memberB, 1]]))[0])).toBeNull()
  })
})
