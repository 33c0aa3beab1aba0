import { assertNever } from '../../core/assert-never.ts'
import type { ItemId } from '../../core/ids.ts'
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
      return state.map((item) => {
        if (item.itemId !== event.data.itemId) return item
        return { itemId: item.itemId, title: item.title, phase: 'running', startedAt: event.data.at }
      })
    case 'itemFinished':
      return state.map((item) => {
        if (item.itemId !== event.data.itemId || item.phase !== 'running') return item
        return { ...item, phase: 'finished', finishedAt: event.data.at }
      })
    default:
      return assertNever(event)
  }
}

export const runningItem = (state: Agenda): AgendaItem | undefined => state.find((item) => item.phase === 'running')
