import { IconEdit } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { ItemId, SeatId } from '../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { nameOf } from '../../connection/meeting-view.ts'
import type { NotesPane } from '../../notes/NotesPane.tsx'
import { hallOrigin } from '../../platform.ts'
import { Frame } from '../frame/Frame.tsx'
import { Message } from '../frame/Message.tsx'
import './notes-page.css'

type Props = {
  readonly meeting: HeldMeeting
  readonly itemId: ItemId
  readonly seatId: SeatId
  readonly onBack: () => void
}

type Loaded = { readonly at: 'loading' | 'failed' } | { readonly at: 'here'; readonly Pane: typeof NotesPane }

/** The notes on one item. The editor is large: it is fetched when somebody wants to write. */
export function NotesPage({ meeting, itemId, seatId, onBack }: Props) {
  const client = useHall()
  const [loaded, setLoaded] = useState<Loaded>({ at: 'loading' })
  useEffect(() => {
    import('../../notes/NotesPane.tsx').then(
      ({ NotesPane: Pane }) => setLoaded({ at: 'here', Pane }),
      () => setLoaded({ at: 'failed' }),
    )
  }, [])
  const item = meeting.agenda.find((one) => one.itemId === itemId)
  return (
    <Frame title={item?.title ?? '笔记'} practice={meeting.practice} onBack={onBack}>
      <h1 className="unseen">{item?.title ?? ''}的笔记</h1>
      {loaded.at === 'here' && (
        <loaded.Pane
          askPass={() => client.notesPass(meeting.meetingId)}
          origin={hallOrigin()}
          meetingId={meeting.meetingId}
          itemId={itemId}
          itemTitle={item?.title ?? ''}
          deviceName={nameOf(client, seatId)}
        />
      )}
      {loaded.at === 'loading' && <p role="status">正在打开笔记，马上就好。</p>}
      {loaded.at === 'failed' && (
        <Message icon={<IconEdit size="1em" aria-hidden="true" />} title="笔记还没下载到这台设备">
          <p>多半是连接断了。已经写的都在。请连上以后重新打开，也可以请话事员代记。</p>
          <button
            type="button"
            className="key wide"
            disabled={client.phase.at !== 'live'}
            onClick={() => window.location.reload()}
          >
            重新打开这一页
          </button>
        </Message>
      )}
    </Frame>
  )
}
