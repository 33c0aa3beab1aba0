import { assertNever } from '../core/assert-never.ts'
import { type IdSet, noIds, withId } from '../core/id-set.ts'
import type { CouncilId, ItemId, MeetingId, SeatId } from '../core/ids.ts'
import { groupFor } from '../core/per-item.ts'
import type { MeetingForm } from '../formats/format.ts'
import { plainForm } from '../formats/plain-form.ts'
import type { Rule } from '../rules/rule.ts'
import { type Agenda, agendaOf, evolveAgenda } from './agenda/state.ts'
import { type Attendance, attendanceOf, evolveAttendance } from './attendance/state.ts'
import { type Conclusions, conclusionOf, evolveConclusions } from './conclusions/state.ts'
import { cleared, evolveFloor, type Floor, floorOf, withFloorItem } from './floor/state.ts'
import { evolveFollowUp, type FollowUp } from './follow-up/state.ts'
import type { ScreenShown } from './hall-screen/messages.ts'
import type { MeetingEventOf, SeenMeetingEvent } from './messages.ts'
import { evolveMinutes, type Minutes } from './minutes/state.ts'
import { evolveVoting, withoutResolution } from './voting/evolve.ts'
import { noVotes, type Voting } from './voting/state.ts'
import { evolveWrittenVotes, type WrittenVotes } from './written-votes/state.ts'

export type MeetingBody = {
  readonly meetingId: MeetingId
  readonly councilId: CouncilId
  readonly councilName: string
  readonly councilCode: string
  readonly title: string
  readonly format: string
  readonly place: string
  readonly startsAt: number
  readonly openedAt: number
  /** What the meeting keeps of its 会议形式. */
  readonly form: MeetingForm
  /** Null where nothing is voted on. */
  readonly rule: Rule | null
  /** Which local rules apply; null when the council names none. */
  readonly region: string | null
  /** 公示: the day of the notice in China; null when none is recorded. */
  readonly noticedOn: string | null
  readonly speakingSeconds: number
  /** 会议时间: how long the whole is meant to take; null: nobody has said. */
  readonly plannedMinutes: number | null
  readonly chair: SeatId
  /** Whose chair somebody holds only while that one speaks; null: nobody's. */
  readonly standsInFor: SeatId | null
  readonly scribe: SeatId
  /** 练习: takes no number and enters no statistics. */
  readonly practice: boolean
  readonly attendance: Attendance
  readonly agenda: Agenda
  /** The item that is being discussed. */
  readonly runningItem: ItemId | null
  /** Ids of items, votes and resolutions: none is used twice. */
  readonly usedIds: IdSet
  readonly floor: Floor
  readonly voting: Voting
  /** 书面征求意见, 业主书面票: beside the votes in the room. */
  readonly writtenVotes: WrittenVotes
  readonly conclusions: Conclusions
  readonly minutes: Minutes
  readonly followUp: FollowUp
  /** What the hall screen was told to show. */
  readonly shown: ScreenShown
}

/** 会议, from opening to sealing. */
export type MeetingState =
  | { readonly phase: 'unopened' }
  | ({ readonly phase: 'open' } & MeetingBody)
  | ({ readonly phase: 'closed'; readonly closedAt: number } & MeetingBody)
  | ({ readonly phase: 'sealed'; readonly closedAt: number; readonly sealedAt: number } & MeetingBody)

export type HeldMeeting = Exclude<MeetingState, { phase: 'unopened' }>

export const unopenedMeeting: MeetingState = { phase: 'unopened' }

/** One fold for everybody: the host folds what happened, a viewer what it was shown of it. */
export function evolveMeeting(state: MeetingState, event: SeenMeetingEvent): MeetingState {
  if (event.type === 'meetingOpened') return { phase: 'open', ...bodyOf(event.data) }
  if (state.phase === 'unopened') return state
  switch (event.type) {
    case 'meetingClosed':
      return { ...state, phase: 'closed', closedAt: event.data.closedAt }
    case 'meetingSealed':
      return state.phase === 'closed' ? { ...state, phase: 'sealed', sealedAt: event.data.sealedAt } : state
    case 'chairHandedOver':
      return { ...state, chair: event.data.seatId, standsInFor: event.data.standsInFor ?? null }
    case 'meetingPlanned':
      return { ...state, plannedMinutes: event.data.minutes }
    case 'screenSwitched':
      return { ...state, shown: event.data.shown }
    case 'scribeHandedOver':
      return { ...state, scribe: event.data.seatId }
    case 'deviceBound':
    case 'deviceUnbound':
    case 'walkInRegistered':
    case 'seatSignedIn':
    case 'seatSignedOut':
    case 'leaveRecorded':
    case 'leaveNoted':
    case 'voteDelegated':
    case 'delegationWithdrawn':
    case 'headcountRecorded':
      return { ...state, attendance: evolveAttendance(state.attendance, event) }
    case 'itemAdded':
      return withItem({ ...state, agenda: evolveAgenda(state.agenda, event) }, event.data.itemId)
    case 'itemStarted':
      return {
        ...state,
        agenda: evolveAgenda(state.agenda, event),
        runningItem: event.data.itemId,
        shown: withoutBreak(state.shown),
      }
    case 'itemPlanned':
      return { ...state, agenda: evolveAgenda(state.agenda, event) }
    case 'itemFinished': {
      const { at, itemId } = event.data
      const floor = cleared(state.floor, itemId, at)
      return { ...state, agenda: evolveAgenda(state.agenda, event), runningItem: null, floor }
    }
    case 'recusalRecorded':
    case 'recusalNoted':
    case 'recusalWithdrawn':
      return { ...state, agenda: evolveAgenda(state.agenda, event) }
    case 'floorRequested':
      return {
        ...withUsed(state, event.data.speechId),
        floor: evolveFloor(state.floor, event, state.runningItem),
      }
    case 'speechStarted':
      return {
        ...withUsed(state, event.data.speechId),
        floor: evolveFloor(state.floor, event, state.runningItem),
        shown: withoutBreak(state.shown),
      }
    case 'requestWithdrawn':
    case 'speechPaused':
    case 'speechResumed':
    case 'speechExtended':
    case 'speechEnded':
    case 'speechRestored':
    case 'speechReturned':
    case 'queueReordered':
    case 'queueClosed':
    case 'queueReopened':
    case 'speakingRulesSet':
    case 'quotasEqualised':
    case 'speechNoted':
    case 'writtenAnswerAttached':
      return { ...state, floor: evolveFloor(state.floor, event, state.runningItem) }
    case 'voteOpened':
      // Nobody misses a vote behind a page that somebody chose before.
      return {
        ...withUsed(state, event.data.voteId),
        shown: FOLLOW,
        voting: evolveVoting(state.voting, event, state.rule),
      }
    case 'voteDrafted':
      return { ...withUsed(state, event.data.voteId), voting: evolveVoting(state.voting, event, state.rule) }
    case 'resolutionAdopted':
      return { ...withUsed(state, event.data.resolutionId), voting: evolveVoting(state.voting, event, state.rule) }
    case 'draftRevised':
    case 'draftDropped':
    case 'textAmended':
    case 'tellersNamed':
    case 'electorAdded':
    case 'ballotCast':
    case 'ballotNoted':
    case 'ballotCounted':
    case 'ballotWithdrawn':
    case 'handsCounted':
    case 'handsNoted':
    case 'papersIssued':
    case 'papersNoted':
    case 'paperRecalled':
    case 'tallyEntered':
    case 'tallyNoted':
    case 'writeInFound':
    case 'writeInDropped':
    case 'figuresShown':
    case 'voteExtended':
    case 'ballotsStopped':
    case 'voteClosed':
    case 'voteEnded':
    case 'votePublished':
    case 'voteResultAnnounced':
    case 'voteVoided':
      return { ...state, voting: evolveVoting(state.voting, event, state.rule) }
    case 'writtenVoteOpened':
    case 'writtenVoteShown':
      return { ...withUsed(state, event.data.voteId), writtenVotes: evolveWrittenVotes(state.writtenVotes, event) }
    case 'writtenVoteVoided': {
      const id = state.voting.resolutions.find((known) => known.voteId === event.data.voteId)?.resolutionId
      const voting = id === undefined ? state.voting : withoutResolution(state.voting, id)
      return { ...state, writtenVotes: evolveWrittenVotes(state.writtenVotes, event), voting }
    }
    case 'papersHandedOut':
    case 'paperSpoilt':
    case 'returnRecorded':
    case 'returnNoted':
    case 'returnWithdrawn':
    case 'returnsCounted':
    case 'unitAdded':
    case 'unitCorrected':
    case 'unitsCounted':
    case 'writtenVoteClosed':
    case 'writtenVoteAnnounced':
      return { ...state, writtenVotes: evolveWrittenVotes(state.writtenVotes, event) }
    case 'itemConcluded':
      return { ...state, conclusions: evolveConclusions(state.conclusions, event) }
    case 'conclusionWithdrawn': {
      const id = conclusionOf(state.conclusions, event.data.itemId)?.resolutionId ?? null
      const voting = id === null ? state.voting : withoutResolution(state.voting, id)
      return { ...state, conclusions: evolveConclusions(state.conclusions, event), voting }
    }
    case 'pointAdded':
    case 'pointRevised':
    case 'pointWithdrawn':
      return { ...state, minutes: evolveMinutes(state.minutes, event) }
    case 'worksheetAssigned':
      return { ...state, followUp: evolveFollowUp(state.followUp, event) }
    default:
      return assertNever(event)
  }
}

const withUsed = <State extends HeldMeeting>(state: State, id: string): State => ({
  ...state,
  usedIds: withId(state.usedIds, id),
})

/** When somebody speaks or an item begins, the break is over. */
const withoutBreak = (shown: ScreenShown): ScreenShown => (shown.page === 'break' ? FOLLOW : shown)

/** Follows what is on. */
const FOLLOW: ScreenShown = { page: 'follow' }

/** A new item brings an empty place for its speeches and its points. */
function withItem<State extends HeldMeeting>(state: State, itemId: ItemId): State {
  return {
    ...withUsed(state, itemId),
    floor: withFloorItem(state.floor, itemId),
    minutes: [...state.minutes, groupFor(itemId)],
  }
}

function bodyOf({ seats, agenda, ...opening }: MeetingEventOf<'meetingOpened'>): MeetingBody {
  return {
    ...opening,
    practice: opening.practice === true,
    form: opening.form ?? plainForm,
    region: opening.region ?? null,
    plannedMinutes: opening.plannedMinutes ?? null,
    standsInFor: null,
    shown: FOLLOW,
    noticedOn: opening.noticedOn ?? null,
    attendance: attendanceOf(seats),
    agenda: agendaOf(agenda),
    runningItem: null,
    usedIds: agenda.reduce((used, item) => withId(used, item.itemId), noIds),
    floor: floorOf(agenda),
    voting: noVotes,
    writtenVotes: [],
    conclusions: [],
    minutes: agenda.map((item) => groupFor(item.itemId)),
    followUp: [],
  }
}
