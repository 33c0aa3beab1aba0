import { IconArrowDown, IconArrowUp, IconDots } from '@tabler/icons-react'
import { Button, Dropdown } from 'antd'
import type { DragEvent, KeyboardEvent } from 'react'
import { currentRules } from '../../../../shared/meeting/floor/rules-in-use.ts'
import type { Place } from '../../../../shared/meeting/floor/state.ts'
import { nameOf } from '../../../connection/meeting-view.ts'
import { useDesk } from '../../desk-context.tsx'
import { PlaceWhy } from '../../scribe/PlaceWhy.tsx'
import { SpeechMarks } from '../../scribe/SpeechMarks.tsx'
import { useFloorActs } from './use-floor-acts.ts'
import type { Reorder } from './use-reorder.ts'

type Props = {
  readonly place: Place
  readonly index: number
  /** How many wait. */
  readonly count: number
  /** The order is being made by hand. */
  readonly ordering: boolean
  readonly reorder: Reorder
}

/** Somebody who waits: who, what for, since when and why here; what else can be done is in the menu. */
export function QueueRow({ place, index, count, ordering, reorder }: Props) {
  const { client } = useDesk()
  const { speechId } = place
  const { aim, drag, dragged, drop, move, target } = reorder
  const name = nameOf(client, place.seatId)
  const keys = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    if (by === null || !event.altKey) return
    event.preventDefault()
    void move(speechId, index + by, 'menu')
  }
  const over = (event: DragEvent) => {
    if (dragged === null) return
    event.preventDefault()
    aim(index)
  }
  const state = dragged === speechId ? 'dragged' : dragged !== null && target === index ? 'target' : ''
  return (
    <li
      data-speech={speechId}
      className={state}
      draggable={count > 1}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        drag(speechId)
      }}
      onDragOver={over}
      onDrop={(event) => {
        event.preventDefault()
        drop()
      }}
      onDragEnd={() => drag(null)}
      onKeyDown={keys}
    >
      <span className="queue-no" title={count > 1 ? '按住拖动可以换位置' : ''}>
        {index + 1}
      </span>
      <b className="one" title={name}>
        {name}
      </b>
      <PlaceWhy place={place} className="queue-why" />
      {ordering ? (
        <span className="row queue-moves">
          <Button
            size="small"
            data-move="up"
            aria-label={`${name}上移一位`}
            disabled={index === 0}
            icon={<IconArrowUp size={18} />}
            onClick={() => void move(speechId, index - 1, 'up')}
          />
          <Button
            size="small"
            data-move="down"
            aria-label={`${name}下移一位`}
            disabled={index === count - 1}
            icon={<IconArrowDown size={18} />}
            onClick={() => void move(speechId, index + 1, 'down')}
          />
        </span>
      ) : (
        <>
          <span className="queue-marks">
            <SpeechMarks speech={place.kind === 'pointOfOrder' ? { ...place, category: null } : place} />
          </span>
          <RowMenu place={place} name={name} />
        </>
      )}
    </li>
  )
}

function RowMenu({ place, name }: { readonly place: Place; readonly name: string }) {
  const { act, meeting } = useDesk()
  const { call } = useFloorActs()
  const { kind, speechId } = place
  const mayPass = currentRules(meeting).policy === 'round' && kind === 'ordinary'
  const items = [
    { key: 'call', label: '现在请他说', onClick: () => call(speechId) },
    ...(mayPass ? [{ key: 'pass', label: '过，这一轮不说', onClick: () => void act('passTurn', { speechId }) }] : []),
    { key: 'withdraw', label: '不说了，取消排队', onClick: () => void act('withdrawRequest', { speechId }) },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button
        type="text"
        size="small"
        className="queue-menu"
        data-move="menu"
        title="更多；Alt+↑↓ 换位置"
        aria-label={`${name}：请他说、取消`}
        icon={<IconDots size={18} />}
      />
    </Dropdown>
  )
}
