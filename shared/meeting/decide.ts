import { assertNever } from '../core/assert-never.ts'
import type { Context } from '../core/context.ts'
import { ok, refuse } from '../core/result.ts'
import { addItem, finishItem, planItem, recordRecusal, startItem, withdrawRecusal } from './agenda/decide.ts'
import {
  admitDevice,
  delegateVote,
  recordHeadcount,
  recordLeave,
  registerWalkIn,
  removeDevice,
  signIn,
  signOut,
  withdrawDelegation,
} from './attendance/decide.ts'
import { concludeItem, withdrawConclusion } from './conclusions/decide.ts'
import {
  closeQueue,
  goRound,
  passTurn,
  reopenQueue,
  reorderQueue,
  requestFloor,
  withdrawRequest,
} from './floor/decide-requests.ts'
import { equaliseQuotas, nameStandIn, setSpeakingRules } from './floor/decide-settings.ts'
import {
  attachWrittenAnswer,
  callDepartment,
  callNextSpeaker,
  callSpeaker,
  endSpeech,
  extendSpeech,
  noteSpeech,
  pauseSpeech,
  resumeSpeech,
  timeOutSpeech,
  undoSpeech,
} from './floor/decide-speeches.ts'
import { assignWorksheet } from './follow-up/decide.ts'
import {
  closeMeeting,
  handOverChair,
  handOverScribe,
  openMeeting,
  planMeeting,
  sealMeeting,
} from './lifecycle/decide.ts'
import type { MeetingCommand } from './messages.ts'
import { addPoint, revisePoint, withdrawPoint } from './minutes/decide.ts'
import type { MeetingDecision } from './rejections.ts'
import type { HeldMeeting, MeetingState } from './state.ts'
import { castBallot, enterBallot, withdrawBallot } from './voting/decide-ballots.ts'
import { countHands, enterTally, issuePapers, recallPaper } from './voting/decide-counts.ts'
import { draftVote, dropDraft, openDraft, reviseDraft } from './voting/decide-drafts.ts'
import {
  addElector,
  closeVote,
  extendVote,
  nameTellers,
  openVote,
  publishVote,
  stopBallots,
  voidVote,
} from './voting/decide-life.ts'
import { addWriteIn, dropWriteIn } from './voting/decide-write-ins.ts'
import {
  addUnit,
  closeWrittenVote,
  correctUnit,
  handOutPapers,
  openWrittenVote,
  recordReturn,
  spoilPaper,
  voidWrittenVote,
  withdrawReturn,
} from './written-votes/decide.ts'

/** The table of contents of a meeting's rules. Whether the actor's role may send the command is asked before. */
export function decideMeeting(state: MeetingState, command: MeetingCommand, context: Context): MeetingDecision {
  if (command.type === 'openMeeting') return openMeeting(state, command.data, context)
  if (state.phase === 'unopened') return refuse({ code: 'meetingNotOpen' })
  if (state.phase === 'sealed') return refuse({ code: 'meetingIsSealed' })
  if (state.phase === 'closed' && !worksAfterClosing(command)) return refuse({ code: 'meetingIsClosed' })
  return decideHeld(state, command, context)
}

/**
 * After 散会 the papers are finished, what is asked in writing goes on, and devices may still come back to read; nothing else
 * happens.
 */
function worksAfterClosing(command: MeetingCommand): boolean {
  switch (command.type) {
    case 'sealMeeting':
    case 'admitDevice':
    case 'removeDevice':
    case 'addPoint':
    case 'revisePoint':
    case 'withdrawPoint':
    case 'assignWorksheet':
    case 'noteSpeech':
    case 'attachWrittenAnswer':
    case 'voidVote':
    case 'openWrittenVote':
    case 'handOutPapers':
    case 'spoilPaper':
    case 'recordReturn':
    case 'withdrawReturn':
    case 'addUnit':
    case 'correctUnit':
    case 'closeWrittenVote':
    case 'voidWrittenVote':
      return true
    default:
      return false
  }
}

function decideHeld(
  meeting: HeldMeeting,
  command: Exclude<MeetingCommand, { type: 'openMeeting' }>,
  context: Context,
): MeetingDecision {
  switch (command.type) {
    case 'closeMeeting':
      return closeMeeting(meeting, context)
    case 'sealMeeting':
      return sealMeeting(meeting, context)
    case 'handOverChair':
      return handOverChair(meeting, command.data, context)
    case 'handOverScribe':
      return handOverScribe(meeting, command.data)
    case 'planMeeting':
      return planMeeting(command.data)
    case 'admitDevice':
      return admitDevice(meeting, command.data, context)
    case 'removeDevice':
      return removeDevice(meeting, command.data)
    case 'registerWalkIn':
      return registerWalkIn(meeting, command.data)
    case 'signIn':
      return signIn(meeting, command.data, context)
    case 'signOut':
      return signOut(meeting, command.data, context)
    case 'recordLeave':
      return recordLeave(meeting, command.data, context)
    case 'delegateVote':
      return delegateVote(meeting, command.data, context)
    case 'withdrawDelegation':
      return withdrawDelegation(meeting, command.data, context)
    case 'recordHeadcount':
      return recordHeadcount(meeting, command.data, context)
    case 'addItem':
      return addItem(meeting, command.data)
    case 'planItem':
      return planItem(meeting, command.data)
    case 'startItem':
      return startItem(meeting, command.data, context)
    case 'finishItem':
      return finishItem(meeting, command.data, context)
    case 'recordRecusal':
      return recordRecusal(meeting, command.data, context)
    case 'withdrawRecusal':
      return withdrawRecusal(meeting, command.data, context)
    case 'requestFloor':
      return requestFloor(meeting, command.data, context)
    case 'withdrawRequest':
      return withdrawRequest(meeting, command.data, context)
    case 'callNextSpeaker':
      return callNextSpeaker(meeting, command.data, context)
    case 'passTurn':
      return passTurn(meeting, command.data, context)
    case 'goRound':
      return goRound(meeting, command.data, context)
    case 'callSpeaker':
      return callSpeaker(meeting, command.data, context)
    case 'callDepartment':
      return callDepartment(meeting, command.data, context)
    case 'pauseSpeech':
      return pauseSpeech(meeting, command.data, context)
    case 'resumeSpeech':
      return resumeSpeech(meeting, command.data, context)
    case 'extendSpeech':
      return extendSpeech(meeting, command.data, context)
    case 'endSpeech':
      return endSpeech(meeting, command.data, context)
    case 'timeOutSpeech':
      return timeOutSpeech(meeting, command.data, context)
    case 'undoSpeech':
      return undoSpeech(meeting, command.data, context)
    case 'reorderQueue':
      return reorderQueue(meeting, command.data)
    case 'closeQueue':
      return closeQueue(meeting)
    case 'reopenQueue':
      return reopenQueue(meeting)
    case 'nameStandIn':
      return nameStandIn(meeting, command.data, context)
    case 'setSpeakingRules':
      return setSpeakingRules(meeting, command.data)
    case 'equaliseQuotas':
      return equaliseQuotas(meeting, context)
    case 'noteSpeech':
      return noteSpeech(meeting, command.data)
    case 'attachWrittenAnswer':
      return attachWrittenAnswer(meeting, command.data, context)
    case 'showOnScreen':
      return ok([{ type: 'screenSwitched', data: command.data }])
    case 'draftVote':
      return draftVote(meeting, command.data, context)
    case 'reviseDraft':
      return reviseDraft(meeting, command.data, context)
    case 'dropDraft':
      return dropDraft(meeting, command.data)
    case 'openDraft':
      return openDraft(meeting, command.data, context)
    case 'nameTellers':
      return nameTellers(meeting, command.data)
    case 'addElector':
      return addElector(meeting, command.data, context)
    case 'countHands':
      return countHands(meeting, command.data, context)
    case 'issuePapers':
      return issuePapers(meeting, command.data, context)
    case 'recallPaper':
      return recallPaper(meeting, command.data, context)
    case 'enterTally':
      return enterTally(meeting, command.data, context)
    case 'addWriteIn':
      return addWriteIn(meeting, command.data, context)
    case 'dropWriteIn':
      return dropWriteIn(meeting, command.data, context)
    case 'extendVote':
      return extendVote(meeting, command.data, context)
    case 'stopBallots':
      return stopBallots(meeting, command.data, context)
    case 'publishVote':
      return publishVote(meeting, command.data, context)
    case 'openVote':
      return openVote(meeting, command.data, context)
    case 'castBallot':
      return castBallot(meeting, command.data, context)
    case 'enterBallot':
      return enterBallot(meeting, command.data, context)
    case 'withdrawBallot':
      return withdrawBallot(meeting, command.data, context)
    case 'closeVote':
      return closeVote(meeting, command.data, context)
    case 'voidVote':
      return voidVote(meeting, command.data, context)
    case 'openWrittenVote':
      return openWrittenVote(meeting, command.data, context)
    case 'handOutPapers':
      return handOutPapers(meeting, command.data, context)
    case 'spoilPaper':
      return spoilPaper(meeting, command.data, context)
    case 'recordReturn':
      return recordReturn(meeting, command.data, context)
    case 'withdrawReturn':
      return withdrawReturn(meeting, command.data, context)
    case 'addUnit':
      return addUnit(meeting, command.data, context)
    case 'correctUnit':
      return correctUnit(meeting, command.data, context)
    case 'closeWrittenVote':
      return closeWrittenVote(meeting, command.data, context)
    case 'voidWrittenVote':
      return voidWrittenVote(meeting, command.data, context)
    case 'concludeItem':
      return concludeItem(meeting, command.data, context)
    case 'withdrawConclusion':
      return withdrawConclusion(meeting, command.data, context)
    case 'addPoint':
      return addPoint(meeting, command.data)
    case 'revisePoint':
      return revisePoint(meeting, command.data)
    case 'withdrawPoint':
      return withdrawPoint(meeting, command.data)
    case 'assignWorksheet':
      return assignWorksheet(meeting, command.data)
    default:
      return assertNever(command)
  }
}
