import { IconInfoCircle } from '@tabler/icons-react'
import type { CloseReason } from '../../../shared/protocol/close-codes.ts'
import { Frame } from '../frame/Frame.tsx'
import { Message } from '../frame/Message.tsx'
import { endedWords } from './ended-words.ts'

export function EndedPage({ reason }: { readonly reason: CloseReason }) {
  const { button, text, title } = endedWords(reason)
  return (
    <Frame
      title="议事厅"
      dock={
        <button type="button" className="key go wide" onClick={() => window.location.reload()}>
          {button}
        </button>
      }
    >
      <Message icon={<IconInfoCircle size="1em" aria-hidden="true" />} title={title}>
        <p>{text}</p>
      </Message>
    </Frame>
  )
}
