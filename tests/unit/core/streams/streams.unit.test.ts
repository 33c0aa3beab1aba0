import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMessage } from '../../../../shared/core/messages.ts'
import { decideMeeting } from '../../../../shared/meeting/decide.ts'
import { meetingCommands } from '../../../../shared/meeting/messages.ts'
import { unopenedMeeting } from '../../../../shared/meeting/state.ts'
import { carryOn } from '../../../../shared/streams/carry-on.ts'
import { streamKinds } from '../../../../shared/streams/stream-kinds.ts'
import {
  addressOf,
  councilStream,
  meetingStream,
  parseStreamName,
  worksheetStream,
} from '../../../../shared/streams/stream-name.ts'
import { decideLedger, emptyLedger } from '../../../../shared/worksheets/ledger.ts'
import { worksheetCommands } from '../../../../shared/worksheets/messages.ts'
import { contextOf, NOW, theHost } from '../../../fixtures/given-when-then.ts'
import { convened, council, founded, plan } from '../../../fixtures/small-council.ts'
import { adopted, assigned, opened, opening } from '../../../fixtures/small-meeting.ts'

const { councilId } = council
const { meetingId } = opening

describe('stream names', () => {
  it.each([
    [councilStream(councilId), { kind: 'council', id: councilId }],
    [meetingStream(meetingId), { kind: 'meeting', id: meetingId }],
    [worksheetStream(councilId), { kind: 'worksheets', id: councilId }],
  ] as const)('%s is taken apart again', (name, address) => {
    expect(parseStreamName(name)).toEqual(address)
    expect(addressOf(name)).toEqual(address)
  })

  it.each([
    ['no slash', 'meeting'],
    ['no id', 'meeting/'],
    ['an unknown kind', `minutes/${meetingId}`],
    ['a prototype’s name', `constructor/${meetingId}`],
    ['a council’s id for a meeting', `meeting/${councilId}`],
    ['a meeting’s id for a ledger', `worksheets/${meetingId}`],
    ['a step up in the folders', `meeting/../${meetingId}`],
    ['a part too many', `meeting/${meetingId}/x`],
    ['a line break', `meeting/${meetingId}\n`],
    ['capitals', `meeting/${meetingId.toUpperCase()}`],
    ['nothing', ''],
    ['no text', null],
    ['a list', ['meeting', meetingId]],
  ])('%s is no stream', (_name, value) => {
    expect(parseStreamName(value)).toBeNull()
  })

  it('no text whatever is taken for a stream, unless it is spelled just like that', () => {
    const almost = fc.tuple(fc.constantFrom('council', 'meeting', 'worksheets', 'x', ''), fc.string(), fc.string())
    fc.assert(
      fc.property(almost, ([kind, middle, rest]) => {
        const address = parseStreamName(`${kind}${middle}${rest}`)
        if (address !== null) expect(`${kind}${middle}${rest}`).toBe(`${address.kind}/${address.id}`)
      }),
    )
  })

  it('asking for the address of what is no stream is a bug', () => {
    expect(() => addressOf('meeting/' as ReturnType<typeof meetingStream>)).toThrow('not a stream')
  })
})

describe('steps across streams', () => {
  it('a convened meeting is opened, with a command that the meeting accepts', () => {
    const step = carryOn(convened())
    expect(step?.stream).toBe(meetingStream(plan.meetingId))
    const command = parseMessage(meetingCommands, step?.command.type, step?.command.data)
    if (command === null) throw new Error('the meeting does not understand the step')
    expect(command).toEqual(step?.command)
    expect(decideMeeting(unopenedMeeting, command, contextOf(theHost))).toEqual({
      ok: true,
      value: [{ type: 'meetingOpened', data: { ...convened().data, openedAt: NOW } }],
    })
  })

  it('an assigned resolution becomes a worksheet in the council’s ledger', () => {
    const step = carryOn(assigned)
    expect(step?.stream).toBe(worksheetStream(opening.councilId))
    const command = parseMessage(worksheetCommands, step?.command.type, step?.command.data)
    if (command === null) throw new Error('the ledger does not understand the step')
    expect(command).toEqual(step?.command)
    expect(decideLedger(emptyLedger, command, contextOf(theHost))).toMatchObject({
      ok: true,
      value: [{ type: 'worksheetIssued', data: { number: '2025-HX-0001', matter: adopted.data.text } }],
    })
  })

  it.each([founded, opened, adopted])('nothing follows elsewhere from $type', (event) => {
    expect(carryOn(event)).toBeNull()
  })
})

describe('kinds of streams', () => {
  it.each(Object.entries(streamKinds))(
    '%s says its versions, and no event of its journal is also a command',
    (_name, kind) => {
      expect([kind.version, kind.stateVersion].every((version) => Number.isInteger(version) && version > 0)).toBe(true)
      expect(Object.keys(kind.events).filter((type) => type in kind.commands)).toEqual([])
    },
  )

  it('a redaction is never taken from a journal or a client', () => {
    for (const type of ['ballotNoted', 'ballotCounted', 'voteResultAnnounced', 'leaveNoted']) {
      expect(Object.hasOwn(streamKinds.meeting.events, type)).toBe(false)
      expect(Object.hasOwn(streamKinds.meeting.commands, type)).toBe(false)
    }
  })
})
