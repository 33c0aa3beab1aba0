import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { nodeRuntime } from '../../main/cli/node-runtime.ts'
import { JOURNAL_DIR, journalFile } from '../../main/host/hall/stream-files.ts'
import { memoryStorage } from '../../main/host/storage/memory-storage.ts'
import { verifyJournal } from '../../main/host/verify/verify-journal.ts'
import { HallClient } from '../../shared/client/hall-client.ts'
import type { HeldMeeting } from '../../shared/meeting/state.ts'
import { plainTerms } from '../../shared/meeting/voting/marks.ts'
import { outcomeOf } from '../../shared/meeting/voting/outcome.ts'
import { voterOf } from '../../shared/meeting/voting/state.ts'
import { meetingStream } from '../../shared/streams/stream-name.ts'
import { closedAfterEach } from '../fixtures/closed-after-each.ts'
import { Forgery } from '../fixtures/forgery.ts'
import { id } from '../fixtures/ids.ts'
import { startTestHost, until } from '../fixtures/test-hall.ts'

/**
 * A meeting as the app wrote it when its data had version 3: votes without terms, ballots without a channel, verdicts without an
 * outcome. One vote passed and was assigned, one passed with 2 against 2 (half was enough by its rule), one was void, one
 * failed; the last one is open with the ballots of 甲 (device) and 丙 (desk). 丁 stands aside on its item.
 */
const VERSION_3 = new URL('../fixtures/journals/version-3/', import.meta.url)

const closing = closedAfterEach()
const meetingId = id.meeting('000001')
const stream = meetingStream(meetingId)
const running = id.vote('running')
const [a, b, c] = ['member0a', 'member0b', 'member0c'].map(id.seat)

const recorded = () => readFile(new URL(journalFile(stream), VERSION_3))

async function openedAgain() {
  const storage = memoryStorage()
  await storage.makeDir(JOURNAL_DIR)
  for (const name of await readdir(VERSION_3)) {
    await storage.write(`${JOURNAL_DIR}/${name}`, await readFile(new URL(name, VERSION_3)))
  }
  const host = closing(await startTestHost({ storage }))
  const client = new HallClient(nodeRuntime(host.port), { kind: 'operator', secret: host.operatorSecret })
  closing({ close: async () => client.close() })
  const meeting = (): HeldMeeting => {
    const state = client.copies.meeting(meetingId)
    if (state === null || state.phase === 'unopened') throw new Error('the meeting is there')
    return state
  }
  await until(() => client.copies.meeting(meetingId))
  const act = (type: string, data: object) => client.send(stream, null, type, data)
  const journal = async () => Buffer.from((await storage.read(`${JOURNAL_DIR}/${journalFile(stream)}`)) ?? [])
  return { act, journal, meeting }
}

describe('the votes of a meeting of data version 3', () => {
  it('verify as they lie there, by the rules of that time', async () => {
    expect(verifyJournal(await recorded())).toMatchObject({ ok: true, batches: 38, events: 40, verdicts: 3 })
  })

  it('do not verify when the verdict of that time is changed', async () => {
    const forgery = new Forgery(await recorded())
    const closed = forgery.event('voteClosed', id.vote('tied00'))
    forgery.set(closed, 'data.verdict.passed', false)
    expect(verifyJournal(forgery.sealed())).toEqual({
      ok: false,
      line: forgery.lineOf(closed),
      fault: 'verdictDiffers',
    })
  })

  it('open with their results as they were announced, and with who has voted by which channel', async () => {
    const { rule, voting } = (await openedAgain()).meeting()
    const results = voting.past.map((vote) => [vote.phase, vote.verdict && outcomeOf(vote.verdict)])
    expect(results).toEqual([
      ['closed', 'passed'],
      ['closed', 'passed'],
      ['void', null],
      ['closed', 'notPassed'],
    ])
    expect(voting.resolutions).toHaveLength(2)
    expect(voting.open).toMatchObject({ voteId: running, terms: plainTerms(rule), received: 2, recused: 1 })
    const channels = [a, b, c].map((seatId) => voting.open && seatId && voterOf(voting.open, seatId)?.channel)
    expect(channels).toEqual(['device', undefined, 'hands'])
  })

  it('go on with the commands of today, are closed, and verify', async () => {
    const { act, journal, meeting } = await openedAgain()
    const ballot = { voteId: running, ballotId: id.ballot('today0'), option: 'against', seatId: b }
    expect(await act('enterBallot', ballot)).toMatchObject({ ok: true })
    expect(await act('enterBallot', { ...ballot, ballotId: id.ballot('today1') })).toMatchObject({
      ok: false,
      rejection: { code: 'alreadyVoted' },
    })
    const closeIt = { voteId: running, resolutionId: id.resolution('running') }
    expect(await act('closeVote', closeIt)).toMatchObject({ ok: true })
    await until(() => meeting().voting.open === null)
    const verdict = meeting().voting.past.at(-1)?.verdict
    expect(verdict).toMatchObject({ outcome: 'passed', channels: { device: 1, hands: 2, paper: 0 } })
    expect(verifyJournal(await journal())).toMatchObject({ ok: true, verdicts: 4 })
  })
})
