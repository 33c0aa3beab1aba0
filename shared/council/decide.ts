import { assertNever } from '../core/assert-never.ts'
import { chinaDate } from '../core/china-time.ts'
import type { Context } from '../core/context.ts'
import { ok, type Result, refuse } from '../core/result.ts'
import { meetingHindrance } from '../rules/in-force.ts'
import type { CouncilCommand, CouncilEvent } from './messages.ts'
import type { Seat } from './seat.ts'
import { onlooks, votes } from './standing.ts'
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
  | { readonly code: 'ruleMissing' }
  | { readonly code: 'ruleExpired'; readonly to: string }
  | { readonly code: 'ruleNotYetInForce'; readonly from: string }
  | { readonly code: 'electionOnPaper' }
  | { readonly code: 'ownersOnPaper' }
  | { readonly code: 'invitedNotPublic' }
  | { readonly code: 'rosterFull' }

type Decision = Result<readonly CouncilEvent[], CouncilRejection>
type Command<Type extends CouncilCommand['type']> = Extract<CouncilCommand, { type: Type }>

export function decideCouncil(state: CouncilState, command: CouncilCommand, { now }: Pick<Context, 'now'>): Decision {
  if (command.type === 'foundCouncil') return foundCouncil(state, command)
  if (state.phase === 'absent') return refuse({ code: 'councilMissing' })
  switch (command.type) {
    case 'addSeat':
      return addSeat(state, command)
    case 'reviseSeat':
      return reviseSeat(state, command)
    case 'retireSeat':
      return retireSeat(state, command, now)
    case 'reviseCouncil':
      return ok([{ type: 'councilRevised', data: command.data }])
    case 'reviseRoster':
      return reviseRoster(state, command, now)
    case 'chooseFormats':
      return ok([{ type: 'formatsChosen', data: { formatIds: [...new Set(command.data.formatIds)], at: now } }])
    case 'conveneMeeting':
      return conveneMeeting(state, command, now)
    default:
      return assertNever(command)
  }
}

function foundCouncil(state: CouncilState, { data }: Command<'foundCouncil'>): Decision {
  if (state.phase === 'founded') return refuse({ code: 'councilExists' })
  return ok([{ type: 'councilFounded', data }])
}

/** A large estate with all its owners. */
const MAX_ROSTER = 5_000

function addSeat(state: FoundedCouncil, { data }: Command<'addSeat'>): Decision {
  if ([...state.seats, ...state.retired].some((seat) => seat.seatId === data.seatId))
    return refuse({ code: 'seatExists' })
  if (votesWrongly(data)) return refuse({ code: 'kindCannotVote' })
  return ok([{ type: 'seatAdded', data }])
}

function reviseSeat(state: FoundedCouncil, { data }: Command<'reviseSeat'>): Decision {
  const known = onRoster(state, data.seatId)
  if (!known.ok) return known
  if (votesWrongly(data)) return refuse({ code: 'kindCannotVote' })
  return ok([{ type: 'seatRevised', data }])
}

function retireSeat(state: FoundedCouncil, { data }: Command<'retireSeat'>, now: number): Decision {
  const known = onRoster(state, data.seatId)
  return known.ok ? ok([{ type: 'seatRetired', data: { ...data, at: now } }]) : known
}

/** Every change is in order, or none is made. */
function reviseRoster(state: FoundedCouncil, { data }: Command<'reviseRoster'>, now: number): Decision {
  const { added, retired, revised } = data
  const current = new Set<string>(state.seats.map((seat) => seat.seatId))
  const former = new Set<string>(state.retired.map((seat) => seat.seatId))
  const touched = [...added, ...revised].map((seat) => seat.seatId).concat(retired)
  if (new Set(touched).size < touched.length) return refuse({ code: 'seatExists' })
  if (added.some(({ seatId }) => current.has(seatId) || former.has(seatId))) return refuse({ code: 'seatExists' })
  const missing = [...revised.map((seat) => seat.seatId), ...retired].find((seatId) => !current.has(seatId))
  if (missing !== undefined) return refuse({ code: former.has(missing) ? 'seatRetired' : 'seatUnknown' })
  if ([...added, ...revised].some(votesWrongly)) return refuse({ code: 'kindCannotVote' })
  if (state.seats.length + added.length - retired.length > MAX_ROSTER) return refuse({ code: 'rosterFull' })
  return ok([{ type: 'rosterRevised', data: { ...data, at: now } }])
}

function conveneMeeting(state: FoundedCouncil, { data }: Command<'conveneMeeting'>, now: number): Decision {
  if (state.meetings.some((meeting) => meeting.meetingId === data.meetingId)) return refuse({ code: 'meetingExists' })
  if (data.agenda.length === 0) return refuse({ code: 'agendaEmpty' })
  if (new Set(data.agenda.map((item) => item.itemId)).size < data.agenda.length) return refuse({ code: 'itemTwice' })
  if (!onRoster(state, data.chair).ok) return refuse({ code: 'chairNotOnRoster' })
  if (state.seats.some((seat) => seat.seatId === data.chair && onlooks(seat.kind))) {
    return refuse({ code: 'chairIsOnlooker' })
  }
  if (!onRoster(state, data.scribe).ok) return refuse({ code: 'scribeNotOnRoster' })
  const hindered = ruleHindrance(data, now)
  if (hindered !== null) return hindered
  if (data.rule !== null && !state.seats.some(votes)) return refuse({ code: 'nobodyVotes' })
  const publicSeats = new Set(state.seats.filter((seat) => seat.kind === 'public').map((seat) => seat.seatId))
  if (data.agenda.some((item) => item.invited?.some((seatId) => !publicSeats.has(seatId)) === true)) {
    return refuse({ code: 'invitedNotPublic' })
  }
  const { councilId, name, code, seats } = state
  const of = { councilId, councilName: name, councilCode: code, seats }
  const region = state.region === null ? {} : { region: state.region }
  return ok([{ type: 'meetingConvened', data: { ...data, ...of, ...region } }])
}

/** 已失效的规则不得用于正式会议; elections and decisions of owners are made on paper. */
function ruleHindrance({ form, rule, startsAt }: Command<'conveneMeeting'>['data'], now: number): Decision | null {
  if (rule === null) return form === undefined || form.decision === 'vote' ? refuse({ code: 'ruleMissing' }) : null
  // A meeting opens when it is convened: an earlier beginning on paper brings no lapsed rule back.
  const code = meetingHindrance(rule, chinaDate(startsAt)) ?? meetingHindrance(rule, chinaDate(now))
  switch (code) {
    case null:
      return null
    case 'ruleExpired':
      return refuse({ code, to: rule.to ?? '' })
    case 'ruleNotYetInForce':
      return refuse({ code, from: rule.from ?? '' })
    default:
      return refuse({ code })
  }
}

function onRoster(state: FoundedCouncil, seatId: string): Decision {
  if (state.seats.some((seat) => seat.seatId === seatId)) return ok([])
  return refuse({ code: state.retired.some((seat) => seat.seatId === seatId) ? 'seatRetired' : 'seatUnknown' })
}

const votesWrongly = ({ kind, voting }: Seat): boolean => voting && onlooks(kind)
