import './item-notes.css'
import { Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import type { ItemId } from '../../../shared/core/ids.ts'
import { nameOf } from '../../connection/meeting-view.ts'
import { hallOrigin } from '../../platform.ts'
import { useDesk } from '../desk-context.tsx'
import { PeerNotes } from './PeerNotes.tsx'

const NotesPane = lazy(() => import('../../notes/NotesPane.tsx').then((module) => ({ default: module.NotesPane })))

/** 大家一起记: an item's notes on a page of the desk. Show another item by changing `itemId`: the connection stays. */
export function ItemNotes({ itemId }: { readonly itemId: ItemId }) {
  const { client, meeting, meetingId, seatId } = useDesk()
  return (
    <div className="item-notes">
      <Suspense fallback={<Opening />}>
        <NotesPane
          askPass={() => client.notesPass(meetingId)}
          origin={hallOrigin()}
          meetingId={meetingId}
          itemId={itemId}
          itemTitle={meeting.agenda.find((item) => item.itemId === itemId)?.title ?? ''}
          deviceName={nameOf(client, seatId ?? 'operator')}
        />
      </Suspense>
      <PeerNotes />
    </div>
  )
}

/** Shown only when the editor takes longer than a second to come. */
function Opening() {
  return (
    <div className="item-notes-opening" role="status">
      <p className="note">正在打开笔记，其他事照常可以做。</p>
      <Skeleton active title={false} paragraph={{ rows: 4 }} />
    </div>
  )
}
