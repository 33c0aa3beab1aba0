import './item.css'
import { lazy, Suspense, useState } from 'react'
import type { ItemId } from '../../../../shared/core/ids.ts'
import type { AgendaItem } from '../../../../shared/meeting/agenda/state.ts'
import { useDesk } from '../../desk-context.tsx'
import { decidedOn } from '../voting/use-motion.ts'
import { VotePane } from '../voting/VotePane.tsx'
import { ItemHead } from './ItemHead.tsx'
import { TalkPane } from './TalkPane.tsx'

const ItemNotes = lazy(() => import('../../notes/ItemNotes.tsx').then((module) => ({ default: module.ItemNotes })))

const tabs = [
  { tab: 'discuss', name: '议', gloss: '大家怎么看' },
  { tab: 'vote', name: '决', gloss: '最后怎么定' },
  { tab: 'notes', name: '笔记', gloss: '一起写' },
] as const

type Tab = (typeof tabs)[number]['tab']

type Props = {
  readonly item: AgendaItem
  readonly number: number
  /** Which step of the meeting is shown: 表决 is the tab 决. */
  readonly step: 'discuss' | 'vote'
  readonly onStep: (step: 'discuss' | 'vote') => void
  readonly onShow: (itemId: ItemId) => void
}

/** The item in hand: 议, 决, and the notes that everybody writes in. */
export function ItemPane({ item, number, step, onStep, onShow }: Props) {
  const { meeting } = useDesk()
  const [noting, setNoting] = useState(false)
  const shown: Tab = noting ? 'notes' : step
  const choose = (tab: Tab) => {
    setNoting(tab === 'notes')
    if (tab !== 'notes') onStep(tab)
  }
  return (
    <section className="item" aria-label={`议题：${item.title}`}>
      <ItemHead item={item} number={number} onShow={onShow} />
      <div className="item-tabs-bar" role="tablist" aria-label="这一项">
        {tabs.map(({ gloss, name, tab }) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`tab-${tab}`}
            aria-selected={tab === shown}
            aria-controls="item-sheet"
            onClick={() => choose(tab)}
          >
            <b className="song">{name}</b>
            <span className="tab-gloss">{gloss}</span>
            {tab === 'vote' && meeting.voting.open?.itemId === item.itemId && <span className="tag warn">进行中</span>}
          </button>
        ))}
      </div>
      <div className="sheet item-sheet" id="item-sheet" role="tabpanel" aria-labelledby={`tab-${shown}`}>
        {shown === 'discuss' && <TalkPane key={decidedOn(meeting, item)} item={item} onVote={() => onStep('vote')} />}
        {shown === 'vote' && <VotePane key={item.itemId} item={item} />}
        {shown === 'notes' && (
          <Suspense fallback={<p className="note item-wait">正在打开笔记</p>}>
            <ItemNotes itemId={item.itemId} />
          </Suspense>
        )}
      </div>
    </section>
  )
}
