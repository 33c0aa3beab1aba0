import { assertNever } from '../core/assert-never.ts'
import { ok, type Result, refuse } from '../core/result.ts'
import type { CouncilCommand, CouncilEvent } from './messages.ts'
import type { SeatKind } from './seat.ts'
import type { CouncilState, FoundedCouncil } from './state.ts'

export type CouncilRejection =
  | { readonly code: 'councilExists' }
  | { readonly code: 'councilMissing' }
  | { readonly code: 'seatExists' }
  | { readonly code: 'seatUnknown' }
  | { readonly code: 'seatRetired' }
  | { readonly code: 'kindCannotVote' }
  | { readonly code: 'meetingExists' }
  | { readonly code: 'agendaEmpty' }
  | { readonly code: 'itemTwice' }
  | { readonly code: 'chairNotOnRoster' }
  | { readonly code: 'chairIsOnlooker' }
  | { readonly code: 'scribeNotOnRoster' }
  | { readonly code: 'nobodyVotes' }

type Decision = Result<readonly CouncilEvent[], CouncilRejection>
type Command<Type extends CouncilCommand['type']> = Extract<CouncilCommand, { type: Type }>

export function decideCouncil(state: CouncilState, command: CouncilCommand): Decision {
  if (command.type === 'foundCouncil') return foundCouncil(state, command)
  if (state.phase === 'absent') return refuse({ code: 'councilMissing' })
  switch (command.type) {
    case 'addSeat':
      return addSeat(state, command)
    case 'reviseSeat':
      return reviseSeat(state, command)
    case 'retireSeat':
      return retireSeat(state, command)
    case 'conveneMeeting':
      return conveneMeeting(state, command)
    default:
      return assertNever(command)
  }
}

function foundCouncil(state: CouncilState, { data }: Command<'foundCouncil'>): Decision {
  if (state.phase === 'founded') return refuse({ code: 'councilExists' })
  return ok([{ type: 'councilFounded', data }])
}

function addSeat(state: FoundedCouncil, { data }: Command<'addSeat'>): Decision {
  if ([...state.seats, ...state.retired].some((seat) => seat.seatId === data.seatId))
    return refuse({ code: 'seatExists' })
  if (data.voting && onlooks(data.kind)) return refuse({ code: 'kindCannotVote' })
  return ok([{ type: 'seatAdded', data }])
}

function reviseSeat(state: FoundedCouncil, { data }: Command<'reviseSeat'>): Decision {
  const known = onRoster(state, data.seatId)
  if (!known.ok) return known
  if (data.voting && onlooks(data.kind)) return refuse({ code: 'kindCannotVote' })
  return ok([{ type: 'seatRevised', data }])
}

function retireSeat(state: FoundedCouncil, { data }: Command<'retireSeat'>): Decision {
  const known = onRoster(state, data.seatId)
  return known.ok ? ok([{ type: 'seatRetired', data }]) : known
}

function conveneMeeting(state: FoundedCouncil, { data }: Command<'conveneMeeting'>): Decision {
  if (state.meetings.some((meeting) => meeting.meetingId === data.meetingId)) return refuse({ code: 'meetingExists' })
  if (data.agenda.length === 0) return refuse({ code: 'agendaEmpty' })
  if (new Set(data.agenda.map((item) => item.itemId)).size < data.agenda.length) return refuse({ code: 'itemTwice' })
  if (!onRoster(state, data.chair).ok) return refuse({ code: 'chairNotOnRoster' })
  if (state.seats.some((seat) => seat.seatId === data.chair && onlooks(seat.kind))) {
    return refuse({ code: 'chairIsOnlooker' })
  }
  if (!onRoster(state, data.scribe).ok) return refuse({ code: 'scribeNotOnRoster' })
  if (!state.seats.some((seat) => seat.voting)) return refuse({ code: 'nobodyVotes' })
  const { councilId, name, code, seats } = state
  return ok([{ type: 'meetingConvened', data: { ...data, councilId, councilName: name, councilCode: code, seats } }])
}

function onRoster(state: FoundedCouncil, seatId: string): Decision {
  if (state.seats.some((seat) => seat.seatId === seatId)) return ok([])
  return refuse({ code: state.retired.some((seat) => seat.seatId === seatId) ? 'seatRetired' : 'seatUnknown' })
}

/** 列席 and 现场登记 never vote (列席无表决权) and never chair. */
function onlooks(kind: SeatKind): boolean {
  return kind === 'guest' || kind === 'walkIn'
}
