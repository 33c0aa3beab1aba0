import { type KeyboardEvent, useEffect, useRef } from 'react'
import { chineseNumber } from '../../../shared/core/chinese-number.ts'
import type { ItemId } from '../../../shared/core/ids.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'

export const RECORD_PANEL = 'record-panel'

type Props = {
  readonly meeting: HeldMeeting
  readonly shown: ItemId | null
  readonly onShow: (itemId: ItemId) => void
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

const states = { planned: '还没议', running: '正在议', finished: '已议完' } as const

/** The items as index tabs; the one shown has its title, the one under discussion says so. */
export function ItemTabs({ meeting: { agenda }, shown, onShow }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const tabOf = (itemId: ItemId | null) => list.current?.querySelector<HTMLElement>(`[data-item="${itemId}"]`)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another item is the reason to look for its tab
  useEffect(() => {
    tabOf(shown)?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
  }, [shown])
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    const at = agenda.findIndex((item) => item.itemId === shown)
    const next = step === undefined ? undefined : agenda[(at + step + agenda.length) % agenda.length]
    if (next === undefined) return
    event.preventDefault()
    onShow(next.itemId)
    tabOf(next.itemId)?.focus()
  }
  return (
    <div ref={list} className="item-tabs" role="tablist" aria-label="议题" onKeyDown={move}>
      {agenda.map((item, index) => {
        const chosen = item.itemId === shown
        const number = chineseNumber(index + 1)
        const state = states[item.phase]
        return (
          <button
            key={item.itemId}
            type="button"
            role="tab"
            data-item={item.itemId}
            aria-selected={chosen}
            aria-controls={RECORD_PANEL}
            tabIndex={chosen ? 0 : -1}
            title={`${item.title}（${state}）`}
            className="song"
            onClick={() => onShow(item.itemId)}
          >
            {!chosen && <span aria-hidden="true">{number}</span>}
            <span className={chosen ? 'one' : 'only-readers'}>{`${number}、${item.title}`}</span>
            <span className={item.phase === 'running' ? 'item-runs' : 'only-readers'}>{state}</span>
          </button>
        )
      })}
    </div>
  )
}
