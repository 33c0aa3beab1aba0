import type { SpeechId } from '../../../shared/core/ids.ts'
import { meetingStream } from '../../../shared/streams/stream-name.ts'
import { useDraft } from '../../connection/use-draft.ts'
import { useDesk } from '../desk-context.tsx'
import {
  type ChangedText,
  type ChangedTexts,
  isChangedTexts,
  type SpeechText,
  sentText,
  textCommands,
  textKey,
} from './speech-texts.ts'

const NOTHING: ChangedTexts = {}

/** What is being written to speeches: kept on this device until the host has it. */
export function useSpeechTexts() {
  const { act, client, meetingId } = useDesk()
  const [changed, setChanged] = useDraft(`speechTexts.${meetingId}`, NOTHING, isChangedTexts)
  const change = (which: SpeechText, speechId: SpeechId, text: ChangedText | null) =>
    setChanged(({ [textKey(which, speechId)]: _, ...others }) => {
      return text === null ? others : { ...others, [textKey(which, speechId)]: text }
    })
  return {
    changed: (which: SpeechText, speechId: SpeechId) => changed[textKey(which, speechId)] ?? null,
    change,
    sent: (which: SpeechText, speechId: SpeechId) =>
      sentText(client.pending, meetingStream(meetingId), which, speechId),
    /** Nothing but blanks takes the words back. */
    save: async (which: SpeechText, speechId: SpeechId, { text }: ChangedText) => {
      const words = text.trim()
      const answer = await act(textCommands[which], { speechId, text: words === '' ? null : words })
      // Whoever has typed on meanwhile keeps that.
      if (!answer.ok) return
      setChanged((now) => {
        const { [textKey(which, speechId)]: mine, ...others } = now
        return mine?.text.trim() === words ? others : now
      })
    },
  }
}

export type SpeechTexts = ReturnType<typeof useSpeechTexts>
