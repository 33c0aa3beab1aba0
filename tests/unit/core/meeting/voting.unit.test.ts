import { describe, expect, it } from 'vitest'
import { makeDeviceKey, signText } from '../../../../shared/identity/device-key.ts'
import { ballotText } from '../../../../shared/identity/signed-text.ts'
import type { MeetingEvent } from '../../../../shared/meeting/messages.ts'
import { evolveMeeting, unopenedMeeting } from '../../../../shared/meeting/state.ts'
import { evaluate } from '../../../../shared/rules/evaluate.ts'
import { commandIdOfTests, NOW, operator } from '../../../fixtures/given-when-then.ts'
import { id } from '../../../fixtures/ids.ts'
import { nodeVerifies } from '../../../fixtures/node-verifies.ts'
import { seededBytes } from '../../../fixtures/seeded-random.ts'
import {
  adopted,
  ballotOf,
  ballotSignature,
  bound,
  byChair,
  byMemberA,
  byScribe,
  chair,
  discussing,
  entered,
  firstItem,
  given,
  keyA,
  MOTION,
  memberA,
  memberB,
  opened,
  opening,
  resolution,
  resolved,
  rule,
  scribe,
  signedIn,
  signedOut,
  vote,
  voteClosed,
  voteOpened,
  voteVoided,
  voting,
} from '../../../fixtures/small-meeting.ts'

const votingAfter = (...events: readonly MeetingEvent[]) => {
  const state = events.reduce(evolveMeeting, unopenedMeeting)
  if (state.phase === 'unopened') throw new Error('the meeting is not open')
  return state.voting
}

const openIt = { type: 'openVote', data: { voteId: vote, itemId: firstItem, motion: MOTION } } as const
const closeIt = { type: 'closeVote', data: { voteId: vote, resolutionId: resolution } } as const

const signedBallot = (option: 'for' | 'against', signature: string) =>
  ({ type: 'castBallot', data: { voteId: vote, ...ballotOf(memberA, option), signature } }) as const

describe('opening a vote', () => {
  it('those who vote and are present are the electors', () => {
    given(...discussing)
      .when(openIt, byChair)
      .thenEvents(voteOpened([chair, memberA, memberB], vote, NOW))
  })

  it('with exactly the quorum a vote can be held', () => {
    given(...discussing, signedOut(memberB))
      .when(openIt, byChair)
      .thenEvents(voteOpened([chair, memberA], vote, NOW))
  })

  it('话事员 and 列席 are present without being electors', () => {
    given(...discussing, signedIn(scribe))
      .when(openIt, byChair)
      .thenEvents(voteOpened([chair, memberA, memberB], vote, NOW))
  })

  it('a void vote is held again under a new id', () => {
    const again = id.vote('000002')
    given(...voting, voteVoided())
      .when({ ...openIt, data: { ...openIt.data, voteId: again } }, byChair)
      .thenEvents(voteOpened([chair, memberA, memberB], again, NOW))
  })
})

describe('handing in ballots', () => {
  const atDevice = [...voting, bound(memberA, keyA)]

  it('a member’s signed ballot is kept with its signature', () => {
    const signature = ballotSignature(keyA, memberA)
    const evidence = { kind: 'signed', publicKey: keyA, signature, commandId: commandIdOfTests } as const
    given(...atDevice)
      .when(signedBallot('for', signature), byMemberA)
      .thenEvents({
        type: 'ballotCast',
        data: { voteId: vote, ...ballotOf(memberA), channel: 'device', at: NOW, evidence },
      })
  })

  it('a ballot signed with a real Ed25519 key is accepted, and with another choice it is not', () => {
    const key = makeDeviceKey(seededBytes(5))
    const { meetingId } = opening
    const fields = { meetingId, voteId: vote, commandId: commandIdOfTests, ...ballotOf(memberA) }
    const signature = signText(key, ballotText(fields))
    const history = [...voting, bound(memberA, key.publicKey)]
    const evidence = { kind: 'signed', publicKey: key.publicKey, signature, commandId: commandIdOfTests } as const
    given(...history)
      .when(signedBallot('for', signature), byMemberA, { verifies: nodeVerifies })
      .thenEvents({
        type: 'ballotCast',
        data: { voteId: vote, ...ballotOf(memberA), channel: 'device', at: NOW, evidence },
      })
    given(...history)
      .when(signedBallot('against', signature), byMemberA, { verifies: nodeVerifies })
      .thenRefused({ code: 'badSignature' })
  })

  it('the desk enters a ballot for somebody without a device, and the record says by whom', () => {
    given(...voting)
      .when({ type: 'enterBallot', data: { voteId: vote, ...ballotOf(memberA) } }, byScribe)
      .thenEvents(entered(memberA, 'for', scribe, NOW))
    given(...voting)
      .when({ type: 'enterBallot', data: { voteId: vote, ...ballotOf(memberA, 'abstain') } }, operator)
      .thenEvents(entered(memberA, 'abstain', 'operator', NOW))
  })

  it('a chair who enters their own ballot at the desk is named as who entered it', () => {
    given(...voting)
      .when({ type: 'enterBallot', data: { voteId: vote, ...ballotOf(chair) } }, byChair)
      .thenEvents(entered(chair, 'for', chair, NOW))
  })

  it('an elector who has left the room meanwhile may still hand in', () => {
    given(...voting, signedOut(memberA))
      .when({ type: 'enterBallot', data: { voteId: vote, ...ballotOf(memberA) } })
      .thenEvents(entered(memberA, 'for', 'operator', NOW))
  })
})

describe('closing a vote', () => {
  const verdictOf = (forIt: number, against: number, abstain: number, present = 3) => {
    const verdict = evaluate(rule, { entitled: 3, present, for: forIt, against, abstain })
    return {
      ...verdict,
      outcome: verdict.passed ? ('passed' as const) : ('notPassed' as const),
      channels: { device: 0, hands: forIt + against + abstain, paper: 0 },
      sentence: '宣布结果。',
    }
  }

  it('a motion with more than half of those entitled passes and becomes a resolution', () => {
    given(...voting, entered(chair), entered(memberA), entered(memberB, 'against'))
      .when(closeIt, byChair)
      .thenEvents(
        {
          type: 'voteClosed',
          data: {
            voteId: vote,
            at: NOW,
            ballots: [ballotOf(chair), ballotOf(memberA), ballotOf(memberB, 'against')],
            verdict: verdictOf(2, 1, 0),
          },
        },
        adopted,
      )
  })

  it('one ballot in favour of three entitled is not enough, and no resolution comes of it', () => {
    given(...voting, entered(chair), entered(memberA, 'abstain'))
      .when(closeIt, byChair)
      .thenEvents({
        type: 'voteClosed',
        data: {
          voteId: vote,
          at: NOW,
          ballots: [ballotOf(chair), ballotOf(memberA, 'abstain')],
          verdict: verdictOf(1, 0, 1),
        },
      })
  })

  it('a vote in which nobody handed in a ballot does not pass', () => {
    given(...voting)
      .when(closeIt, byChair)
      .thenEvents({ type: 'voteClosed', data: { voteId: vote, at: NOW, ballots: [], verdict: verdictOf(0, 0, 0) } })
  })

  it('the sentence announced is stored as it was said', () => {
    given(...voting)
      .when(closeIt, byChair, { announce: ({ result, terms }) => `${terms.rule?.ruleId} ${result.passed}` })
      .thenEvents({
        type: 'voteClosed',
        data: {
          voteId: vote,
          at: NOW,
          ballots: [],
          verdict: { ...verdictOf(0, 0, 0), sentence: 'small_rule false' },
        },
      })
  })

  it('the present of the figures are those who could vote when it opened, not those who came or left since', () => {
    const history = [opened, signedIn(chair), signedIn(memberA), voteOpened([chair, memberA])]
    given(...history, signedIn(memberB), signedOut(memberA))
      .when(closeIt, byChair)
      .thenEvents({ type: 'voteClosed', data: { voteId: vote, at: NOW, ballots: [], verdict: verdictOf(0, 0, 0, 2) } })
  })
})

describe('declaring a vote void', () => {
  const voidIt = { type: 'voidVote', data: { voteId: vote, reason: '唱票有误' } } as const

  it('an open vote is declared void and its ballots are gone', () => {
    given(...voting, entered(chair))
      .when(voidIt, byChair)
      .thenEvents(voteVoided(NOW))
    const after = votingAfter(...voting, entered(chair), voteVoided(NOW))
    expect(after).toMatchObject({ open: null, past: [{ phase: 'void', verdict: null }], resolutions: [] })
    expect(after.past[0]).not.toHaveProperty('ballots')
  })

  it('a vote that passed is declared void and takes its resolution with it, keeping what was announced', () => {
    given(...resolved)
      .when(voidIt, byChair)
      .thenEvents(voteVoided(NOW))
    const after = votingAfter(...resolved, voteVoided(NOW))
    expect(after.resolutions).toEqual([])
    expect(after.past).toMatchObject([{ phase: 'void', reason: '唱票有误', verdict: { passed: true } }])
  })

  it('a vote that did not pass is declared void', () => {
    given(...voting, voteClosed(false))
      .when(voidIt, byChair)
      .thenEvents(voteVoided(NOW))
  })
})
