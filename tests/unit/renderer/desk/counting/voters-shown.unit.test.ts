import { describe, expect, test } from 'vitest'
import {
  canBeEntered,
  canBeWithdrawn,
  countsWithoutNames,
  entryChannels,
  missingTitle,
  missingWords,
  votersShown,
  voterWords,
} from '../../../../../renderer/desk/counting/voters-shown.ts'
import { chair, memberA, memberB, rule, vote } from '../../../../fixtures/small-meeting.ts'
import {
  counted,
  entered,
  hands,
  issued,
  mixed,
  motion,
  named,
  nameIn,
  seenAtDesk,
  stopped,
  twoOfThree,
  withDevice,
} from './open-vote.ts'

describe('the list of everybody who may vote', () => {
  test('begins with those who have no device, and ends with those who have voted', () => {
    const [vote, meeting] = seenAtDesk({ channels: named }, entered(chair))
    const shown = votersShown(withDevice(meeting, memberA), vote, nameIn)
    expect(shown.map(({ name }) => name)).toEqual(['委员乙', '委员甲', '主持'])
    expect(shown.map((one) => (one.voter === null ? missingWords(vote, one) : voterWords(one.voter)))).toEqual([
      '没有设备，请代录',
      '有设备，还没选',
      expect.stringMatching(/^举手 \d\d:\d\d$/),
    ])
  })

  test('says of a paper its number, and nothing of anybody’s choice', () => {
    const [vote, meeting] = seenAtDesk({ channels: mixed }, issued([[memberB, 3]]))
    const shown = votersShown(meeting, vote, nameIn)
    expect(shown.flatMap(({ voter }) => (voter === null ? [] : [voterWords(voter)]))).toEqual(['纸票 3 号'])
    const [byHand] = seenAtDesk({ channels: named }, entered(memberA, 'hands', 'against'))
    expect(byHand.voters.map(voterWords).join()).not.toContain('反对')
    expect(byHand.ballots).toEqual([])
  })

  test('says who holds the vote of somebody who cannot vote on his own device', () => {
    const [vote, meeting] = seenAtDesk({ channels: named })
    const delegated = {
      ...meeting,
      attendance: { ...meeting.attendance, delegations: [{ seatId: memberA, proxyId: chair }] },
    }
    const shown = votersShown(withDevice(delegated, memberA), vote, nameIn).find((one) => one.seatId === memberA)
    expect(shown).toMatchObject({ device: false, proxy: '主持' })
    expect(shown && missingWords(vote, shown)).toBe('委托主持，请代录')
  })

  test('asks to enter ballots only where ballots with a name are taken', () => {
    const [vote, meeting] = seenAtDesk({ channels: mixed })
    expect(votersShown(meeting, vote, nameIn).map((one) => missingWords(vote, one))).toEqual([
      '没有设备',
      '没有设备',
      '没有设备',
    ])
    expect(entryChannels(mixed)).toEqual([])
    expect(entryChannels(named)).toEqual(['hands', 'paper'])
  })

  test('takes silence on 无异议 for what it is', () => {
    const channels = { ...named, paper: null }
    const [vote, meeting] = seenAtDesk({ channels, display: 'live', question: { kind: 'objection' } })
    expect(votersShown(meeting, vote, nameIn).map((one) => missingWords(vote, one))).toContain('没有提反对')
    expect(missingTitle({ kind: 'objection' }, 3)).toBe('没有提反对的 3 人')
    expect(missingTitle(motion, 3)).toBe('还没投的 3 人')
    expect(missingTitle(motion, 0)).toBe('都投了')
  })

  test('names nobody where hands are only counted', () => {
    expect(countsWithoutNames(seenAtDesk({ channels: counted })[0].terms)).toBe(true)
    expect(countsWithoutNames(seenAtDesk({ channels: mixed })[0].terms)).toBe(false)
    const choosing = { channels: counted, question: twoOfThree }
    expect(countsWithoutNames(seenAtDesk(choosing)[0].terms)).toBe(true)
    expect(countsWithoutNames(seenAtDesk({ ...choosing, rule })[0].terms)).toBe(false)
  })
})

describe('a ballot that the desk has entered by mistake', () => {
  const withdrawable = (...seen: ReturnType<typeof seenAtDesk>) =>
    votersShown(seen[1], seen[0], nameIn)
      .filter((one) => canBeWithdrawn(seen[0], one))
      .map(({ name }) => name)

  test('is taken back while people vote, and then entered anew', () => {
    const done = [entered(memberA), entered(memberB, 'paper')]
    expect(withdrawable(...seenAtDesk({ channels: named }, ...done))).toEqual(['委员甲', '委员乙'])
    expect(withdrawable(...seenAtDesk({ channels: named }, ...done, stopped))).toEqual([])
    const back = { voteId: vote, seatId: memberA, reason: '录错了' }
    const [open, meeting] = seenAtDesk({ channels: named }, ...done, [2, { type: 'withdrawBallot', data: back }])
    expect(withdrawable(open, meeting)).toEqual(['委员乙'])
    const shown = votersShown(meeting, open, nameIn).find(({ seatId }) => seatId === memberA)
    expect(shown && canBeEntered(open, shown)).toBe(true)
  })

  test('is never one of a device, a secret paper or a counted hand', () => {
    const [open, meeting] = seenAtDesk({ channels: mixed }, issued([[memberB, 1]]), hands([memberA], [{ for: 1 }]))
    expect(withdrawable(open, meeting)).toEqual([])
    const [other, same] = seenAtDesk({ channels: named })
    const voter = { seatId: memberA, channel: 'device' as const, number: null, at: 1 }
    expect(withdrawable({ ...other, voters: [voter] }, same)).toEqual([])
  })
})

describe('a ballot that the desk has entered', () => {
  const enterable = (revisable: boolean) => {
    const [vote, meeting] = seenAtDesk({ channels: named, revisable }, entered(memberA))
    return votersShown(meeting, vote, nameIn)
      .filter((one) => canBeEntered(vote, one))
      .map(({ name }) => name)
  }

  test('is entered again only where the last one counts', () => {
    expect(enterable(false)).not.toContain('委员甲')
    expect(enterable(true)).toContain('委员甲')
  })

  test('cannot take the place of one from a device', () => {
    const [vote, meeting] = seenAtDesk({ channels: named, revisable: true })
    const voter = { seatId: memberA, channel: 'device' as const, number: null, at: 1 }
    const shown = votersShown(meeting, { ...vote, voters: [voter] }, nameIn).find((one) => one.seatId === memberA)
    expect(shown && canBeEntered(vote, shown)).toBe(false)
  })
})
