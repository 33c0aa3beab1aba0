import type { SpeechId } from '../../../shared/core/ids.ts'
import { parseMessage } from '../../../shared/core/messages.ts'
import { floorCommands } from '../../../shared/meeting/floor/messages.ts'
import type { CommandFrame } from '../../../shared/protocol/client-frames.ts'
import type { StreamName } from '../../../shared/streams/stream-name.ts'

/** What is written to a speech: the scribe's 要点, and the 书面答复 to a question. */
export type SpeechText = 'note' | 'writtenAnswer'

/** Words under change; `before` is what was on record when the change began. */
export type ChangedText = { readonly text: string; readonly before: string | null }

/** All words under change in a meeting, by `textKey`. */
export type ChangedTexts = Readonly<Record<string, ChangedText>>

export const textKey = (which: SpeechText, speechId: SpeechId): string => `${which} ${speechId}`

/** The command that puts words on record, or takes them back (null). */
export const textCommands = { note: 'noteSpeech', writtenAnswer: 'attachWrittenAnswer' } as const

export function isChangedTexts(value: unknown): value is ChangedTexts {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isChanged)
}

const isChanged = (value: unknown): value is ChangedText =>
  typeof value === 'object' &&
  value !== null &&
  'text' in value &&
  typeof value.text === 'string' &&
  'before' in value &&
  (value.before === null || typeof value.before === 'string')

/** What was sent last and has no answer yet; undefined when nothing was. */
export function sentText(
  pending: readonly CommandFrame[],
  stream: StreamName,
  which: SpeechText,
  speechId: SpeechId,
): string | null | undefined {
  let sent: string | null | undefined
  for (const { data, stream: other, type } of pending) {
    const command = other === stream && type === textCommands[which] ? parseMessage(floorCommands, type, data) : null
    if (command?.type !== textCommands[which] || command.data.speechId !== speechId) continue
    sent = command.data.text
  }
  return sent
}
