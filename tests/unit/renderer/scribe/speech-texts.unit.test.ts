import { describe, expect, test } from 'vitest'
import { isChangedTexts, sentText, textKey } from '../../../../renderer/desk/scribe/speech-texts.ts'
import type { CommandFrame } from '../../../../shared/protocol/client-frames.ts'
import { meetingStream } from '../../../../shared/streams/stream-name.ts'
import { id } from '../../../fixtures/ids.ts'
import { opening } from '../../../fixtures/small-meeting.ts'

const stream = meetingStream(opening.meetingId)
const speechId = id.speech('first000')
const frame = (type: string, data: unknown, to = stream): CommandFrame => ({
  t: 'command',
  id: id.command('000001'),
  stream: to,
  seatId: null,
  type,
  data,
})

describe('words beside a speech that the host has not answered yet', () => {
  test('are what was sent last, to this speech, of this kind', () => {
    const pending = [
      frame('noteSpeech', { speechId, text: '先做防水' }),
      frame('noteSpeech', { speechId, text: '先做防水，再铺面层' }),
      frame('noteSpeech', { speechId: id.speech('other000'), text: '别人的' }),
      frame('attachWrittenAnswer', { speechId, text: '书面' }),
      frame('noteSpeech', { speechId, text: '别的会' }, meetingStream(id.meeting('other0'))),
    ]
    expect(sentText(pending, stream, 'note', speechId)).toBe('先做防水，再铺面层')
    expect(sentText(pending, stream, 'writtenAnswer', speechId)).toBe('书面')
  })

  test('tell words taken back from nothing sent', () => {
    expect(sentText([frame('noteSpeech', { speechId, text: null })], stream, 'note', speechId)).toBeNull()
    expect(sentText([], stream, 'note', speechId)).toBeUndefined()
  })
})

test('words under change are kept on the device as they were typed, and nothing else is taken for them', () => {
  const kept = { [textKey('note', speechId)]: { text: '半句', before: null } }
  expect(isChangedTexts(JSON.parse(JSON.stringify(kept)))).toBe(true)
  for (const broken of [null, [], 'x', { a: 3 }, { a: { text: 3, before: null } }, { a: { text: '半句' } }]) {
    expect(isChangedTexts(broken)).toBe(false)
  }
})
