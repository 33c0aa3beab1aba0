import { assertNever } from '../../core/assert-never.ts'
import type { ItemId, SeatId } from '../../core/ids.ts'
import { lastIndexOf, replacedAt } from '../../core/per-item.ts'
import { runsTheMeeting, type Viewer } from '../../roles/roles.ts'
import type { AgendaEvent } from './messages.ts'

type Described = {
  readonly itemId: ItemId
  readonly title: string
  /** 公众议事委员 who are invited for this item; null: all of them. */
  readonly invited: readonly SeatId[] | null
  /** 议题时间: minutes that are meant for it; null: none are set. */
  readonly minutes: number | null
  /** The item stood in the notice of the meeting. */
  readonly announced: boolean
  /** 回避: the reason is null for a viewer who may not see it. */
  readonly recusals: readonly { readonly seatId: SeatId; readonly reason: string | null }[]
}

export type AgendaItem = Described &
  (
    | { readonly phase: 'planned' }
    | { readonly phase: 'running'; readonly startedAt: number }
    | { readonly phase: 'finished'; readonly startedAt: number; readonly finishedAt: number }
  )

export type Agenda = readonly AgendaItem[]

type Draft = {
  readonly itemId: ItemId
  readonly title: string
  readonly invited?: readonly SeatId[] | undefined
  readonly minutes?: number | undefined
  readonly announced?: true | undefined
}

const planned = ({ announced, invited, itemId, minutes, title }: Draft): AgendaItem => ({
  itemId,
  title,
  invited: invited ?? null,
  minutes: minutes ?? null,
  announced: announced === true,
  recusals: [],
  phase: 'planned',
})

export const agendaOf = (drafts: readonly Draft[]): Agenda => drafts.map(planned)

export function evolveAgenda(state: Agenda, event: AgendaEvent): Agenda {
  switch (event.type) {
    case 'itemAdded':
      return [...state, planned(event.data)]
    case 'itemPlanned':
      return changed(state, event.data.itemId, (item) => ({ ...item, minutes: event.data.minutes }))
    case 'itemStarted':
      return changed(state, event.data.itemId, (item) => {
        return { ...item, phase: 'running', startedAt: event.data.at }
      })
    case 'itemFinished':
      return changed(state, event.data.itemId, (item) => {
        return item.phase === 'running' ? { ...item, phase: 'finished', finishedAt: event.data.at } : item
      })
    case 'recusalRecorded':
      return withRecusal(state, event.data, event.data.reason)
    case 'recusalNoted':
      return withRecusal(state, event.data, null)
    case 'recusalWithdrawn':
      return changed(state, event.data.itemId, (item) => {
        return { ...item, recusals: item.recusals.filter(({ seatId }) => seatId !== event.data.seatId) }
      })
    default:
      return assertNever(event)
  }
}

/** Reasons for standing aside are for those who run the meeting and for the seat itself. */
export function projectAgenda(state: Agenda, viewer: Viewer): Agenda {
  if (runsTheMeeting(viewer.role)) return state
  return state.map((item) => ({
    ...item,
    recusals: item.recusals.map((one) => (viewer.seats.includes(one.seatId) ? one : { ...one, reason: null })),
  }))
}

function withRecusal(state: Agenda, { itemId, seatId }: { itemId: ItemId; seatId: SeatId }, reason: string | null) {
  return changed(state, itemId, (item) => ({ ...item, recusals: [...item.recusals, { seatId, reason }] }))
}

function changed(state: Agenda, itemId: ItemId, change: (item: AgendaItem) => AgendaItem): Agenda {
  const index = lastIndexOf(state, itemId)
  const item = state[index]
  return item === undefined ? state : replacedAt(state, index, change(item))
}
