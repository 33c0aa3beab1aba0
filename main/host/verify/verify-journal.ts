import type { MeetingEvent } from '../../../shared/meeting/messages.ts'
import type { MeetingState } from '../../../shared/meeting/state.ts'
import { streamKinds } from '../../../shared/streams/stream-kinds.ts'
import { parseStreamName, type StreamAddress, type StreamName } from '../../../shared/streams/stream-name.ts'
import { signatureVerifier, type Verifies } from '../identity/signatures.ts'
import type { DamageReason, JournalDamage } from '../journal/damage.ts'
import { decodeBatches } from '../journal/decode-batches.ts'
import { holdsBatch } from '../journal/scan-batches.ts'
import { scanJournal } from '../journal/scan-journal.ts'
import { parseRecordedEvent, type RecordedEvent } from '../streams/recorded-event.ts'
import { upcasters } from '../streams/upcasters.ts'
import { isImpossible } from './check-order.ts'
import { checkVote } from './check-votes.ts'
import { checkWrittenVote, isOfWrittenVote, type WrittenFault } from './check-written-votes.ts'
import type { VoteFault } from './vote-faults.ts'

const NEWLINE = 0x0a

export type VerifyFault = DamageReason | 'tornTail' | 'notAJournal' | 'impossibleEvent' | VoteFault | WrittenFault

export type Verification =
  | {
      readonly ok: true
      readonly stream: StreamName
      readonly batches: number
      readonly events: number
      readonly signedBallots: number
      readonly enteredBallots: number
      readonly verdicts: number
      /** The hash of the last line: what the printed record of a sealed meeting must show. */
      readonly digest: string
    }
  /** `line` counts from 1: the first at which something is wrong. */
  | { readonly ok: false; readonly line: number; readonly fault: VerifyFault }

/**
 * Goes through a journal from its first byte: the chain, every event's form, the signature of every named ballot,
 * and every verdict computed again from the ballots. It proves that nothing was changed by accident or by a clumsy
 * hand; a file rewritten as a whole is shown only by the digest that was printed when the meeting was sealed.
 */
export function verifyJournal(content: Uint8Array): Verification {
  const newest = Math.max(...Object.values(streamKinds).map((kind) => kind.version))
  const scan = scanJournal(content, { stream: null, version: newest })
  if (!scan.ok) return firstFault(content, scan.damage)
  const address = parseStreamName(scan.header?.stream)
  if (scan.header === null || address === null) return { ok: false, line: 1, fault: 'notAJournal' }
  // A name that parses is a stream's name.
  const stream = scan.header.stream as StreamName
  const kind = streamKinds[address.kind]
  const decoded = decodeBatches<RecordedEvent<{ readonly type: string; readonly data: unknown }>>(
    content,
    scan.batches,
    {
      upcasters: upcasters[address.kind],
      parseEvent: (event) => parseRecordedEvent(kind.events, event),
    },
  )
  if (!decoded.ok) return firstFault(content, decoded.damage)

  const fold = kind.evolve as (state: unknown, event: unknown) => unknown
  const verifies = signatureVerifier()
  const counts = { events: 0, signedBallots: 0, enteredBallots: 0, verdicts: 0 }
  let state: unknown = kind.initial
  for (const [index, batch] of decoded.batches.entries()) {
    const { line = 0, version = newest } = scan.batches[index] ?? {}
    for (const [place, event] of batch.events.entries()) {
      const fault = faultOf(address, { state, event, next: batch.events[place + 1], verifies, version })
      if (fault !== null) return { ok: false, line, fault }
      try {
        state = fold(state, { type: event.type, data: event.data })
      } catch {
        return { ok: false, line, fault: 'impossibleEvent' }
      }
      count(counts, event)
    }
  }
  if (scan.tail !== null) return { ok: false, line: scan.batches.length + 2, fault: 'tornTail' }
  const digest = scan.batches.at(-1)?.hash ?? scan.header.hash
  return { ok: true, stream, batches: scan.batches.length, ...counts, digest }
}

/** Damage, unless something is already wrong in the whole lines before it. */
function firstFault(content: Uint8Array, { line, reason }: JournalDamage): Verification {
  const before = line > 1 ? verifyJournal(content.subarray(0, startOfLine(content, line))) : null
  if (before !== null && !before.ok) return before
  const isOther = reason === 'badHeader' && !holdsBatch(Buffer.from(content), 0)
  return { ok: false, line, fault: isOther ? 'notAJournal' : reason }
}

function startOfLine(content: Uint8Array, line: number): number {
  let start = 0
  for (let passed = 1; passed < line; passed += 1) start = content.indexOf(NEWLINE, start) + 1
  return start
}

type Step = {
  readonly state: unknown
  readonly event: unknown
  readonly next: unknown
  readonly verifies: Verifies
  readonly version: number
}

function faultOf({ id, kind }: StreamAddress, { state, event, next, verifies, version }: Step): VerifyFault | null {
  if (kind !== 'meeting') return null
  // The state was folded, and the events were parsed, with the meeting's own kind.
  const meeting = state as MeetingState
  const recorded = event as RecordedEvent<MeetingEvent>
  if (isImpossible(meeting, recorded)) return 'impossibleEvent'
  if (recorded.type === 'meetingOpened') return recorded.data.meetingId === id ? null : 'wrongStream'
  if (meeting.phase === 'unopened') return 'impossibleEvent'
  const following = next as MeetingEvent | undefined
  if (isOfWrittenVote(meeting, recorded)) return checkWrittenVote(meeting, recorded, following)
  return checkVote(meeting, recorded, { next: following, verifies, version })
}

function count(
  counts: { events: number; signedBallots: number; enteredBallots: number; verdicts: number },
  event: { readonly type: string; readonly data: unknown },
): void {
  counts.events += 1
  if (event.type === 'voteClosed' || event.type === 'writtenVoteClosed') counts.verdicts += 1
  if (event.type !== 'ballotCast') return
  const { evidence } = event.data as { readonly evidence: { readonly kind: string } }
  if (evidence.kind === 'signed') counts.signedBallots += 1
  else counts.enteredBallots += 1
}
