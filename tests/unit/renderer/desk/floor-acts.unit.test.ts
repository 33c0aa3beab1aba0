import { beforeEach, expect, test, vi } from 'vitest'
import { useFloorActs } from '../../../../renderer/desk/chair/floor/use-floor-acts.ts'
import type { MeetingCommand } from '../../../../shared/meeting/messages.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'
import { memberA, memberB } from '../../../fixtures/small-meeting.ts'
import { asks, first, next, second, talked } from '../scribe/talked-meeting.ts'

const desk = vi.hoisted(() => ({ meeting: null as unknown, sent: [] as unknown[] }))
vi.mock('../../../../renderer/desk/desk-context.tsx', () => ({
  useDesk: () => ({ meeting: desk.meeting, act: (type: string, data: unknown) => desk.sent.push({ type, data }) }),
}))

const at = (meeting: HeldMeeting) => {
  desk.meeting = meeting
  return useFloorActs()
}
const sent = () => desk.sent as readonly MeetingCommand[]

beforeEach(() => {
  desk.sent.length = 0
})

const speaking = talked({}, [0, asks(memberA)], [0, next], [1, asks(memberB, second)])

test('a call tells who had the floor and who was next when it was pressed', () => {
  const acts = at(speaking)
  acts.doNext?.()
  acts.call(second)
  at(talked({}, [0, asks(memberA)])).doNext?.()
  expect(sent()).toEqual([
    { type: 'callNextSpeaker', data: { onFloor: first, speechId: second } },
    { type: 'callSpeaker', data: { onFloor: first, speechId: second } },
    { type: 'callNextSpeaker', data: { onFloor: null, speechId: first } },
  ])
})

test('what is done to a speech names it', () => {
  const acts = at(speaking)
  acts.pauseOrResume?.()
  acts.extend?.()
  acts.end?.()
  at(talked({}, [0, asks(memberA)], [0, next], [1, { type: 'pauseSpeech', data: {} }])).doNext?.()
  expect(sent()).toEqual([
    { type: 'pauseSpeech', data: { speechId: first } },
    { type: 'extendSpeech', data: { speechId: first, seconds: 30 } },
    { type: 'endSpeech', data: { speechId: first } },
    { type: 'resumeSpeech', data: { speechId: first } },
  ])
})

test('the one step that is next ends a question, and leaves the speech that it interrupts', () => {
  const question = asks(memberB, second, { kind: 'question', stance: null })
  const acts = at(talked({ questions: true }, [0, asks(memberA)], [0, next], [1, question], [2, next]))
  acts.doNext?.()
  expect(sent()).toEqual([{ type: 'endSpeech', data: { speechId: second } }])
})

test('undoing names whoever is put back', () => {
  const ended = talked({}, [0, asks(memberA)], [0, next], [9, { type: 'endSpeech', data: { speechId: first } }])
  at(ended).undo?.()
  expect(sent()).toEqual([{ type: 'undoSpeech', data: { speechId: first } }])
})
