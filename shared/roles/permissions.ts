import type { ContactCommand } from '../contacts/messages.ts'
import type { CouncilCommand } from '../council/messages.ts'
import type { LibraryCommand } from '../library/messages.ts'
import type { MeetingCommand } from '../meeting/messages.ts'
import type { MeetingState } from '../meeting/state.ts'
import type { SettingsCommand } from '../settings/messages.ts'
import type { WorksheetCommand } from '../worksheets/messages.ts'
import { type Role, runsTheMeeting, type ViewerRole } from './roles.ts'

export type CommandType = (
  | CouncilCommand
  | MeetingCommand
  | WorksheetCommand
  | ContactCommand
  | SettingsCommand
  | LibraryCommand
)['type']

const desk: readonly Role[] = ['operator', 'chair', 'scribe']
const chairing: readonly Role[] = ['operator', 'chair']
/** Everybody on a seat; the desk for those without a device. */
const seated: readonly Role[] = [...desk, 'member', 'guest']

/** Which role may send which command. What a permitted command then does is for `decide`. */
const permissions: Readonly<Record<CommandType, readonly Role[]>> = {
  foundCouncil: ['operator'],
  reviseCouncil: ['operator'],
  reviseRoster: ['operator'],
  chooseFormats: ['operator'],
  addSeat: ['operator'],
  reviseSeat: ['operator'],
  retireSeat: ['operator'],
  conveneMeeting: ['operator'],

  saveContact: ['operator'],
  saveContacts: ['operator'],
  savePhoto: ['operator'],
  deletePhoto: ['operator'],
  deleteContact: ['operator'],
  saveSettings: ['operator'],
  saveFormat: ['operator'],
  deleteFormat: ['operator'],
  saveRulePack: ['operator'],
  deleteRulePack: ['operator'],

  openMeeting: ['host'],
  closeMeeting: chairing,
  sealMeeting: chairing,
  handOverChair: chairing,
  planMeeting: chairing,
  handOverScribe: desk,

  admitDevice: [...desk, 'host'],
  removeDevice: desk,
  registerWalkIn: [...desk, 'host'],
  signIn: seated,
  signOut: seated,
  recordLeave: seated,
  delegateVote: desk,
  withdrawDelegation: desk,
  recordHeadcount: desk,

  addItem: chairing,
  planItem: chairing,
  startItem: chairing,
  finishItem: chairing,
  recordRecusal: seated,
  withdrawRecusal: seated,

  requestFloor: seated,
  withdrawRequest: seated,
  passTurn: seated,
  goRound: desk,
  callNextSpeaker: desk,
  callSpeaker: desk,
  callDepartment: chairing,
  pauseSpeech: desk,
  resumeSpeech: desk,
  extendSpeech: desk,
  endSpeech: seated,
  timeOutSpeech: ['host'],
  undoSpeech: desk,
  reorderQueue: desk,
  closeQueue: chairing,
  reopenQueue: chairing,
  nameStandIn: chairing,
  setSpeakingRules: chairing,
  equaliseQuotas: chairing,
  noteSpeech: desk,
  attachWrittenAnswer: seated,
  showOnScreen: desk,

  draftVote: desk,
  reviseDraft: desk,
  dropDraft: desk,
  openDraft: chairing,
  openVote: chairing,
  nameTellers: desk,
  addElector: chairing,
  castBallot: ['chair', 'scribe', 'member'],
  enterBallot: desk,
  withdrawBallot: desk,
  countHands: desk,
  issuePapers: desk,
  recallPaper: desk,
  enterTally: desk,
  addWriteIn: desk,
  dropWriteIn: desk,
  extendVote: chairing,
  stopBallots: chairing,
  closeVote: chairing,
  publishVote: chairing,
  voidVote: chairing,

  openWrittenVote: chairing,
  handOutPapers: desk,
  spoilPaper: desk,
  recordReturn: desk,
  withdrawReturn: desk,
  addUnit: chairing,
  correctUnit: chairing,
  closeWrittenVote: chairing,
  voidWrittenVote: chairing,

  concludeItem: desk,
  withdrawConclusion: desk,

  addPoint: desk,
  revisePoint: desk,
  withdrawPoint: desk,

  assignWorksheet: desk,
  issueWorksheet: ['host'],
}

export const maySend = (role: Role, command: CommandType): boolean => permissions[command].includes(role)

export const knownCommand = (type: string): type is CommandType => Object.hasOwn(permissions, type)

/** 笔记: who writes in them and who may look. After 散会 the desk goes on with the papers; a sealed record rests. */
export function notesRights(role: ViewerRole, phase: MeetingState['phase']): 'write' | 'read' | null {
  if (role === 'screen' || phase === 'unopened') return null
  if (phase === 'sealed' || role === 'guest') return 'read'
  return phase === 'open' || runsTheMeeting(role) ? 'write' : 'read'
}

/** Which streams are sent to whom at all; what is in them is then projected for the viewer. */
const readers: Readonly<Record<'council' | 'meeting' | 'worksheets', readonly ViewerRole[]>> = {
  council: ['operator', 'chair', 'scribe'],
  meeting: ['operator', 'chair', 'scribe', 'member', 'guest', 'screen'],
  worksheets: ['operator', 'chair', 'scribe', 'member', 'guest'],
}

export const mayRead = (role: ViewerRole, kind: keyof typeof readers): boolean => readers[kind].includes(role)
