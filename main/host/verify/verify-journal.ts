import type { MeetingEvent } from '../../../shared/meeting/messages.ts'
import { streamKinds } from '../../../shared/streams/stream-kinds.ts'
import { parseStreamName, type StreamName } from '../../../shared/streams/stream-name.ts'
import { signatureVerifier } from '../identity/signatures.ts'
import type { DamageReason, JournalDamage } from '../journal/damage.ts'
import { decodeBatches } from '../journal/decode-batches.ts'
import { scanJournal } from '../journal/scan-journal.ts'
import { parseRecordedEvent, type RecordedEvent } from '../streams/recorded-event.ts'
import { upcasters } from '../streams/upcasters.ts'
import { checkVote, type VoteFault } from './check-votes.ts'

const NEWLINE = 0x0a

export type VerifyFault = DamageReason | 'tornTail' | 'notAJournal' | 'impossibleEvent' | VoteFault

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
  if (!decoded.ok) return { ok: false, line: decoded.damage.line, fault: decoded.damage.reason }

  const fold = kind.evolve as (state: unknown, event: unknown) => unknown
  const verifies = signatureVerifier()
  const counts = { events: 0, signedBallots: 0, enteredBallots: 0, verdicts: 0 }
  let state: unknown = kind.initial
  for (const [index, batch] of decoded.batches.entries()) {
    const line = scan.batches[index]?.line ?? 0
    for (const event of batch.events) {
      const fault = address.kind === 'meeting' ? faultOf(state, event, verifies) : null
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

/** Damage in the chain, unless something is already wrong in the whole lines before it. */
function firstFault(content: Uint8Array, { line, reason }: JournalDamage): Verification {
  const before = line > 1 ? verifyJournal(content.subarray(0, startOfLine(content, line))) : null
  return before !== null && !before.ok ? before : { ok: false, line, fault: reason }
}

function startOfLine(content: Uint8Array, line: number): number {
  let start = 0
  for (let passed = 1; passed < line; passed += 1) start = content.indexOf(NEWLINE, start) + 1
  return start
}

function faultOf(state: unknown, event: unknown, verifies: Parameters<typeof checkVote>[2]): VerifyFault | null {
  // This is asked of meetings only, and the event was parsed with a meeting's table.
  const meeting = state as Parameters<typeof checkVote>[0] | { readonly phase: 'unopened' }
  const recorded = event as RecordedEvent<MeetingEvent>
  if (meeting.phase === 'unopened') return recorded.type === 'meetingOpened' ? null : 'impossibleEvent'
  return checkVote(meeting, recorded, verifies)
}

function count(
  counts: { events: number; signedBallots: number; enteredBallots: number; verdicts: number },
  event: { readonly type: string; readonly data: unknown },
): void {
  counts.events += 1
  if (event.type === 'voteClosed') counts.verdicts += 1
  if (event.type !== 'ballotCast') return
  const { evidence } = event.data as { readonly evidence: { readonly kind: string } }
  if (evidence.kind === 'signed') counts.signedBallots += 1
  else counts.enteredBallots += 1
}
