import './agenda.css'
import { IconCheck, IconCircleCheck, IconMinus } from '@tabler/icons-react'
import { chineseNumber } from '../../../../shared/core/chinese-number.ts'
import type { ItemId } from '../../../../shared/core/ids.ts'
import { useHostNow } from '../../../connection/hall-context.tsx'
import { useDesk } from '../../desk-context.tsx'
import { CloseMeeting } from '../closing/CloseMeeting.tsx'
import { AddItem } from './AddItem.tsx'
import { itemState } from './item-state.ts'

type Props = { readonly shown: ItemId | null; readonly onShow: (itemId: ItemId) => void }

/** So many items fit with titles of two lines. */
const ROOMY = 6

const marks = {
  planned: null,
  running: null,
  finished: <IconCheck size={16} aria-hidden className="green" />,
  passed: <IconCircleCheck size={16} aria-hidden />,
  failed: <IconMinus size={16} aria-hidden />,
} as const

/** 议程: every item with its state and time; the one in hand is white. */
export function AgendaPane({ shown, onShow }: Props) {
  const { meeting } = useDesk()
  const now = useHostNow(meeting.runningItem !== null)
  const { agenda, phase } = meeting
  return (
    <div className="agenda">
      <div className="pane-head">
        <h2 className="song">议程</h2>
        <span className="note">共 {agenda.length} 项</span>
        <span className="grow" />
        {phase === 'open' && <AddItem />}
      </div>
      <ol className={`agenda-list ${agenda.length <= ROOMY ? 'roomy' : ''}`}>
        {agenda.map((item, index) => {
          const { time, tone, words } = itemState(meeting, item, now)
          return (
            <li key={item.itemId} className={`agenda-row ${tone} ${item.itemId === shown ? 'shown' : ''}`}>
              <button
                type="button"
                aria-current={item.itemId === shown ? 'true' : undefined}
                title={item.title}
                onClick={() => onShow(item.itemId)}
              >
                <span className="song agenda-no">{chineseNumber(index + 1)}</span>
                <span className="agenda-words">
                  <span className="agenda-title">{item.title}</span>
                  <span className="agenda-state">
                    {marks[tone]}
                    <b>{words}</b>
                    {time !== '' && <span>{time}</span>}
                  </span>
                </span>
              </button>
            </li>
          )
        })}
      </ol>
      {phase === 'open' && <CloseMeeting />}
    </div>
  )
}
