import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { showBatch } from '../../../main/host/streams/show-batch.ts'
import { condenseMeetingEvents, projectMeetingEvent } from '../../../shared/meeting/project.ts'
import { type Viewer, viewerRoles } from '../../../shared/roles/roles.ts'
import { meetingKind } from '../../../shared/streams/stream-kinds.ts'
import { meetingStream } from '../../../shared/streams/stream-name.ts'
import { id } from '../../fixtures/ids.ts'
import { eventsOf, meetings } from '../../fixtures/random-meeting.ts'
import { allSeats } from '../../fixtures/random-votes.ts'

const stream = meetingStream(id.meeting('first0'))
const vote = id.vote('burst1')
const anyViewer: fc.Arbitrary<Viewer> = fc.record({
  role: fc.constantFrom(...viewerRoles),
  seats: fc.subarray([...allSeats]),
})

describe('what is shown of a batch', () => {
  it('is what is shown of its events one by one, in fewer words, for whatever viewers ask and in whatever order', () => {
    fc.assert(
      fc.property(meetings, fc.array(anyViewer, { minLength: 1, maxLength: 8 }), (steps, viewers) => {
        const events = eventsOf(steps)
        const batch = showBatch(meetingKind, { stream, seq: 1, mark: '', events })
        for (const viewer of viewers) {
          const oneByOne = events.flatMap((event) => projectMeetingEvent(event, viewer) ?? [])
          expect(batch.shownTo(viewer)).toEqual(condenseMeetingEvents(oneByOne))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('of a burst of votes a guest is sent one number, whatever the size of the room', () => {
    const votes = Array.from({ length: 300 }, (_, index) => ({
      type: 'ballotCast' as const,
      data: {
        voteId: vote,
        ballotId: id.ballot(String(index).padStart(6, '0')),
        option: 'for' as const,
        seatId: id.seat(String(index).padStart(6, '0')),
        evidence: { kind: 'entered' as const, by: 'operator' as const },
      },
    }))
    const shown = showBatch(meetingKind, { stream, seq: 1, mark: '', events: votes }).shownTo({
      role: 'guest',
      seats: [],
    })
    expect(shown).toEqual([{ type: 'ballotCounted', data: { voteId: vote, count: 300 } }])
  })
})
