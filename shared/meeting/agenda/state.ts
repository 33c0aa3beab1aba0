import { assertNever } from '../../core/assert-never.ts'
import type { ItemId } from '../../core/ids.ts'
import { lastIndexOf, replacedAt } from '../../core/per-item.ts'
import type { AgendaEvent } from './messages.ts'

export type AgendaItem = { readonly itemId: ItemId; readonly title: string } & (
  | { readonly phase: 'planned' }
  | { readonly phase: 'running'; readonly startedAt: number }
  | { readonly phase: 'finished'; readonly startedAt: number; readonly finishedAt: number }
)

export type Agenda = readonly AgendaItem[]

export const agendaOf = (drafts: readonly { readonly itemId: ItemId; readonly title: string }[]): Agenda =>
  drafts.map((draft) => ({ ...draft, phase: 'planned' }))

export function evolveAgenda(state: Agenda, event: AgendaEvent): Agenda {
  switch (event.type) {
    case 'itemAdded':
      return [...state, { ...event.data, phase: 'planned' }]
    case 'itemStarted':
      return changed(state, event.data.itemId, ({ itemId, title }) => {
        return { itemId, title, phase: 'running', startedAt: event.data.at }
      })
    case 'itemFinished':
      return changed(state, event.data.itemId, (item) => {
        return item.phase === 'running' ? { ...item, phase: 'finished', finishedAt: event.data.at } : item
      })
    default:
      return assertNever(event)
  }
}

function changed(state: Agenda, itemId: ItemId, change: (item: AgendaItem) => AgendaItem): Agenda {
  const index = lastIndexOf(state, itemId)
  const item = state[index]
  return item === undefined ? state : replacedAt(state, index, change(item))
}
