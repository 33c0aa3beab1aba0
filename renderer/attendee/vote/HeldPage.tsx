import { IconClock } from '@tabler/icons-react'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import type { HeldVote } from '../../../shared/meeting/voting/state.ts'
import { Frame } from '../frame/Frame.tsx'
import { Message } from '../frame/Message.tsx'
import { HELD_WORDS } from './standing-words.ts'

type Props = { readonly meeting: HeldMeeting; readonly vote: HeldVote; readonly onBack: () => void }

/** The numbers stand, and nobody has been told them. */
export function HeldPage({ meeting, vote, onBack }: Props) {
  return (
    <Frame
      title={meeting.title}
      practice={meeting.practice}
      dock={
        <button type="button" className="key wide" onClick={onBack}>
          回到会场
        </button>
      }
    >
      <div role="status" className="centre">
        <Message icon={<IconClock size="1em" aria-hidden="true" />} title={HELD_WORDS}>
          <p>{vote.motion}</p>
          <p>票都收齐封好了，公布后这里会显示结果。</p>
        </Message>
      </div>
    </Frame>
  )
}
