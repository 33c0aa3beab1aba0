import './item.css'
import { lazy, Suspense, useState } from 'react'
import type { ItemId } from '../../../../shared/core/ids.ts'
import type { AgendaItem } from '../../../../shared/meeting/agenda/state.ts'
import { useDesk } from '../../desk-context.tsx'
import { ConclusionPane } from '../conclusions/ConclusionPane.tsx'
import { roundOf } from '../voting/use-motion.ts'
import { VotePane } from '../voting/VotePane.tsx'
import { ItemHead } from './ItemHead.tsx'
import { TalkPane } from './TalkPane.tsx'

const ItemNotes = lazy(() => import('../../notes/ItemNotes.tsx').then((module) => ({ default: module.ItemNotes })))

/** How an item ends, by the meeting's form. */
const endings = {
  vote: { name: '决', gloss: '最后怎么定' },
  consensus: { name: '结', gloss: '形成共识没有' },
  record: { name: '结', gloss: '怎么处置的' },
} as const

type Tab = 'discuss' | 'decide' | 'notes'

type Props = {
  readonly item: AgendaItem
  readonly number: number
  /** Which step of the meeting is shown: 表决 or 结论 is the second tab. */
  readonly step: 'discuss' | 'decide'
  readonly onStep: (step: 'discuss' | 'decide') => void
  readonly onShow: (itemId: ItemId) => void
}

/** The item in hand: 议, 决 or 结, and the notes that everybody writes in. */
export function ItemPane({ item, number, step, onStep, onShow }: Props) {
  const { meeting } = useDesk()
  const [noting, setNoting] = useState(false)
  const shown: Tab = noting ? 'notes' : step
  const { decision } = meeting.form
  const tabs: readonly { readonly tab: Tab; readonly name: string; readonly gloss: string }[] = [
    { tab: 'discuss', name: '议', gloss: '大家怎么看' },
    { tab: 'decide', ...endings[decision] },
    { tab: 'notes', name: '笔记', gloss: '一起写' },
  ]
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
            {tab === 'decide' && meeting.voting.open?.itemId === item.itemId && (
              <span className="tag warn">进行中</span>
            )}
          </button>
        ))}
      </div>
      <div className="sheet item-sheet" id="item-sheet" role="tabpanel" aria-labelledby={`tab-${shown}`}>
        {shown === 'discuss' && <TalkPane key={roundOf(meeting, item)} item={item} onDecide={() => onStep('decide')} />}
        {shown === 'decide' && decision === 'vote' && <VotePane key={item.itemId} item={item} />}
        {shown === 'decide' && decision !== 'vote' && <ConclusionPane key={item.itemId} item={item} />}
        {shown === 'notes' && (
          <Suspense fallback={<p className="note item-wait">正在打开笔记</p>}>
            <ItemNotes itemId={item.itemId} />
          </Suspense>
        )}
      </div>
    </section>
  )
}
