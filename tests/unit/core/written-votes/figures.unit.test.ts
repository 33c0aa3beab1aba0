import { describe, expect, it } from 'vitest'
import { projectMeetingEvent } from '../../../../shared/meeting/project.ts'
import { writtenResult } from '../../../../shared/meeting/written-votes/result.ts'
import type { ViewerRole } from '../../../../shared/roles/roles.ts'
import { operator } from '../../../fixtures/given-when-then.ts'
import { given } from '../../../fixtures/small-meeting.ts'
import {
  askInWriting,
  closeWritten,
  comesBack,
  HANDED_OUT_ON,
  handOut,
  held,
  householders,
  openedWith,
  owner,
  ownersOf,
  ownersRule,
  play,
  theWrittenVote,
  verdictOf,
  writtenVote,
} from '../../../fixtures/written-meeting.ts'

const three = ownersOf(['80', '90.5', '100'])
const all = [owner(0), owner(1), owner(2)]
const rule = { ...ownersRule, quorum: null }
const OPINION = '大门要能过轮椅。'

describe('papers', () => {
  it('that never went out are asked for and not given out', () => {
    const { state } = play(
      [openedWith(three)],
      askInWriting(all, { rule }),
      handOut(owner(0), owner(1)),
      comesBack(owner(0)),
      closeWritten,
    )
    expect(verdictOf(state).figures).toMatchObject({ asked: 3, handedOut: 2, returned: 1 })
    expect(verdictOf(state).sentence).toContain('发出 2 份，收回 1 份')
  })

  it('of one bundle never have the same number', () => {
    const { events } = play([openedWith(three)], askInWriting(all))
    const papers = [owner(0), owner(1)].map((unitId) => ({ unitId, number: 7 }))
    given(openedWith(three), ...events)
      .when({ type: 'handOutPapers', data: { voteId: writtenVote, papers, on: HANDED_OUT_ON } }, operator)
      .thenRefused({ code: 'paperNumberUsed', number: 7 })
  })
})

describe('a result in writing', () => {
  it('is none where the item had to be announced in this place and was not', () => {
    const bound = { ...rule, announcedItemsOnly: ['北京市'] }
    const { state } = play(
      [openedWith(three)],
      askInWriting(all, { rule: bound }),
      handOut(...all),
      ...all.map((unitId) => comesBack(unitId)),
    )
    const vote = theWrittenVote(state)
    expect(writtenResult(held(state), vote)).toMatchObject({ outcome: 'passed' })
    expect(writtenResult({ ...held(state), region: '天津市' }, vote)).toMatchObject({ outcome: 'passed' })
    const here = { ...held(state), region: '北京市海淀区' }
    expect(writtenResult(here, vote)).toMatchObject({ outcome: 'invalid', reasons: ['itemNotAnnounced'] })
  })
})

describe('what papers say, at the close', () => {
  const others: readonly ViewerRole[] = ['member', 'guest', 'screen']
  it.each([
    ['owners', three, rule],
    ['survey', householders(3), null],
  ] as const)('is told to nobody who does not run the meeting (%s)', (kind, seats, ruled) => {
    const { events } = play(
      [openedWith(seats)],
      askInWriting(all, { kind, rule: ruled }),
      handOut(...all),
      comesBack(owner(0), 'against', OPINION),
      comesBack(owner(1)),
      closeWritten,
    )
    const closing = events.find(({ type }) => type === 'writtenVoteClosed')
    if (closing === undefined) throw new Error('it was closed')
    for (const role of others) {
      const shown = projectMeetingEvent(closing, { role, seats: [owner(0)] })
      expect(shown?.type).toBe('writtenVoteAnnounced')
      expect(shown).toMatchObject({ data: { verdict: verdictOf(play([openedWith(seats), ...events]).state) } })
      expect(JSON.stringify(shown)).not.toMatch(/unitId|option|opinion|轮椅/)
    }
  })
})
