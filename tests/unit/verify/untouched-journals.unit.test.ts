import { beforeAll, describe, expect, test } from 'vitest'
import { verifyJournal } from '../../../main/host/verify/verify-journal.ts'
import { signText } from '../../../shared/identity/device-key.ts'
import { ballotText } from '../../../shared/identity/signed-text.ts'
import { Forgery, linesOf } from '../../fixtures/forgery.ts'
import { id } from '../../fixtures/ids.ts'
import { nodeVerifies } from '../../fixtures/node-verifies.ts'
import {
  ballotOf,
  meeting,
  memberA,
  passedVote,
  type RecordedCouncil,
  recordedCouncil,
} from '../../fixtures/recorded-council.ts'

let honest: RecordedCouncil
beforeAll(async () => {
  honest = await recordedCouncil()
})

const hashOfLastLine = (journal: Buffer) => JSON.parse(linesOf(journal).at(-1)?.toString() ?? '').hash

describe('a journal that nobody has touched', () => {
  test("a meeting's verifies: every ballot by kind, every verdict, and the hash of its last line", () => {
    expect(verifyJournal(honest.meeting)).toEqual({
      ok: true,
      stream: `meeting/${meeting}`,
      batches: linesOf(honest.meeting).length - 1,
      events: linesOf(honest.meeting)
        .slice(1)
        .reduce((sum, line) => sum + JSON.parse(line.toString()).events.length, 0),
      signedBallots: 4,
      enteredBallots: 4,
      verdicts: 2,
      digest: hashOfLastLine(honest.meeting),
    })
  })

  test("a council's verifies, also where several commands share a line", () => {
    const found = verifyJournal(honest.council)
    expect(found).toMatchObject({ ok: true, stream: `council/${id.council('000001')}`, events: 9 })
    expect(found).toMatchObject({ signedBallots: 0, enteredBallots: 0, verdicts: 0 })
    expect(found.ok && found.batches).toBeLessThan(9)
    expect(found).toMatchObject({ digest: hashOfLastLine(honest.council) })
  })

  test('a worksheet ledger verifies', () => {
    expect(verifyJournal(honest.worksheets)).toMatchObject({ ok: true, batches: 1, events: 1 })
    expect(verifyJournal(honest.worksheets)).toMatchObject({ digest: hashOfLastLine(honest.worksheets) })
  })

  test('one that has a header and nothing else verifies, its digest the hash of the header', () => {
    const [header = Buffer.alloc(0)] = linesOf(honest.meeting)
    expect(verifyJournal(Buffer.concat([header, Buffer.from('\n')]))).toMatchObject({
      ok: true,
      batches: 0,
      events: 0,
      digest: JSON.parse(header.toString()).hash,
    })
  })

  test('one that lost only its last newline verifies with the same digest', () => {
    expect(verifyJournal(honest.meeting.subarray(0, -1))).toEqual(verifyJournal(honest.meeting))
  })

  test('the signatures in it are good for another implementation of Ed25519, too', () => {
    const casts = new Forgery(honest.meeting)
      .events('ballotCast')
      .filter(({ data }) => 'signature' in Object(data['evidence']))
    expect(casts).toHaveLength(4)
    for (const { command, data } of casts) {
      const { publicKey, signature } = data['evidence'] as Record<string, string>
      const lines = [meeting, data['voteId'], data['ballotId'], data['option'], data['seatId'], command.id]
      const text = ['yishiting ballot 1', ...lines].join('\n')
      expect(nodeVerifies(publicKey ?? '', text, signature ?? '')).toBe(true)
    }
  })

  test("a file rewritten as a whole with the devices' keys verifies: only its digest is another", () => {
    const forgery = new Forgery(honest.meeting)
    const cast = forgery.event('ballotCast', passedVote, memberA)
    const ballot = { voteId: passedVote, ballotId: ballotOf(passedVote, memberA), option: 'abstain', seatId: memberA }
    const text = ballotText({ ...ballot, meetingId: meeting, commandId: cast.command.id })
    const closed = forgery.event('voteClosed', passedVote)
    const sentence = '应到 5 人，实到 5 人；赞成 2，反对 1，弃权 2。未通过。'
    forgery
      .set(cast, 'data.option', 'abstain')
      .set(cast, 'data.evidence.signature', signText(honest.keys.memberA, text))
      .set(closed, 'data.ballots.0.option', 'abstain')
      .set(closed, 'data.verdict.figures', { entitled: 5, present: 5, for: 2, against: 1, abstain: 2 })
      .set(closed, 'data.verdict.passed', false)
      .set(closed, 'data.verdict.outcome', 'notPassed')
      .set(closed, 'data.verdict.sentence', sentence)
      .remove(forgery.event('resolutionAdopted'))
    const found = verifyJournal(forgery.sealed())
    expect(found).toMatchObject({ ok: true, signedBallots: 4, verdicts: 2 })
    expect(found.ok && found.digest).not.toBe(hashOfLastLine(honest.meeting))
  })

  test("the forger's own tools change nothing by themselves", () => {
    expect(new Forgery(honest.meeting).sealed().equals(honest.meeting)).toBe(true)
  })
})
