import './timing.css'
import type { AgendaItem } from '../../../../shared/meeting/agenda/state.ts'
import { timePlan } from '../../../../shared/meeting/time-plan.ts'
import { useHostNow } from '../../../connection/hall-context.tsx'
import { timeText } from '../../../ui/clock-text.ts'
import { useDesk } from '../../desk-context.tsx'
import { itemWords } from './plan-words.ts'

type Running = Extract<AgendaItem, { phase: 'running' }>

/** How long the item has taken, and what is left of its time. */
export function ItemClock({ item }: { readonly item: Running }) {
  const { meeting } = useDesk()
  const now = useHostNow()
  const spent = timePlan(meeting, now).item
  if (spent === null) return null
  const { late, rest, spent: used } = itemWords(spent)
  const { leftMs, spentMs } = spent
  const planned = item.minutes === null ? '' : `，计划 ${item.minutes} 分`
  return (
    <>
      <p className="sub one" title={`${timeText(item.startedAt)} 开始${planned}`}>
        <span className="plan-since">{timeText(item.startedAt)} 开始，</span>
        <span className={rest === null ? '' : 'plan-used'}>
          {used}
          {rest !== null && '，'}
        </span>
        {rest !== null && <span className={late ? 'plan-late' : ''}>{rest}</span>}
      </p>
      {leftMs !== null && (
        <div className={`plan-bar ${late ? 'late' : ''}`} aria-hidden>
          <i ref={(bar) => void bar?.style.setProperty('width', `${Math.min(100, shareOf(spentMs, leftMs))}%`)} />
        </div>
      )}
    </>
  )
}

const shareOf = (spentMs: number, leftMs: number): number => (spentMs / (spentMs + leftMs)) * 100
