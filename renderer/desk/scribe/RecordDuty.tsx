import { Segmented } from 'antd'
import { type RefObject, useState } from 'react'
import type { ItemId } from '../../../shared/core/ids.ts'
import { useDesk } from '../desk-context.tsx'
import { ItemNotes } from '../notes/ItemNotes.tsx'
import { ItemTabs, RECORD_PANEL } from './ItemTabs.tsx'
import { PointArea } from './PointArea.tsx'

type Props = {
  readonly shown: ItemId | null
  readonly onShow: (itemId: ItemId) => void
  /** Told whether something is half typed: the page then stays at its item. */
  readonly typing: RefObject<boolean>
}

type Area = 'points' | 'notes'

/** 记录: the items as tabs; of the one shown the scribe's points, and beside them the notes that everybody writes. */
export function RecordDuty({ shown, onShow, typing }: Props) {
  const { meeting } = useDesk()
  const [area, setArea] = useState<Area>('points')
  if (shown === null) return <p className="rail-none">这次会议没有议题。请在主持台加一项。</p>
  return (
    <section className="record" aria-labelledby="record-duty">
      <h2 id="record-duty" className="only-readers">
        记录
      </h2>
      <ItemTabs meeting={meeting} shown={shown} onShow={onShow} />
      <div
        id={RECORD_PANEL}
        role="tabpanel"
        aria-label="这一项的记录"
        className="record-sheet sheet"
        data-area={area}
        onInput={({ target }) => {
          typing.current = isHalfTyped(target)
        }}
        onBlur={() => {
          typing.current = false
        }}
      >
        <div className="record-switch">
          <Segmented<Area>
            block
            aria-label="看要点还是看笔记"
            value={area}
            onChange={setArea}
            options={[
              { value: 'points', label: '要点（您来定）' },
              { value: 'notes', label: '大家一起记' },
            ]}
          />
        </div>
        <PointArea key={shown} itemId={shown} />
        <section className="record-notes" aria-labelledby="record-notes">
          <header>
            <h3 id="record-notes" className="song">
              大家一起记
            </h3>
            <p className="note">会场里谁都能写，是大家的草稿，整段放进纪要“讨论情况”。要点由您一条一条定。</p>
          </header>
          <ItemNotes itemId={shown} />
        </section>
      </div>
    </section>
  )
}

function isHalfTyped(target: EventTarget): boolean {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return target.value !== ''
  return target instanceof HTMLElement && target.isContentEditable
}
