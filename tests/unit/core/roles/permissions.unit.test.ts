import { describe, expect, it } from 'vitest'
import { type CommandType, knownCommand, mayRead, maySend, notesRights } from '../../../../shared/roles/permissions.ts'
import { type Role, type ViewerRole, viewerRoles } from '../../../../shared/roles/roles.ts'

const roles: readonly Role[] = ['operator', 'chair', 'scribe', 'member', 'guest', 'screen', 'host']

/** ✓ may, · may not; the columns are operator, chair, scribe, member, guest, screen, host. */
const matrix: Readonly<Record<CommandType, string>> = {
  //                operator chair scribe member guest screen host
  foundCouncil: '      ✓       ·     ·      ·      ·     ·     · ',
  reviseCouncil: '     ✓       ·     ·      ·      ·     ·     · ',
  reviseRoster: '      ✓       ·     ·      ·      ·     ·     · ',
  chooseFormats: '     ✓       ·     ·      ·      ·     ·     · ',
  addSeat: '           ✓       ·     ·      ·      ·     ·     · ',
  reviseSeat: '        ✓       ·     ·      ·      ·     ·     · ',
  retireSeat: '        ✓       ·     ·      ·      ·     ·     · ',
  conveneMeeting: '    ✓       ·     ·      ·      ·     ·     · ',
  saveContact: '       ✓       ·     ·      ·      ·     ·     · ',
  saveContacts: '      ✓       ·     ·      ·      ·     ·     · ',
  savePhoto: '         ✓       ·     ·      ·      ·     ·     · ',
  deletePhoto: '       ✓       ·     ·      ·      ·     ·     · ',
  deleteContact: '     ✓       ·     ·      ·      ·     ·     · ',
  saveSettings: '      ✓       ·     ·      ·      ·     ·     · ',
  saveFormat: '        ✓       ·     ·      ·      ·     ·     · ',
  deleteFormat: '      ✓       ·     ·      ·      ·     ·     · ',
  saveRulePack: '      ✓       ·     ·      ·      ·     ·     · ',
  deleteRulePack: '    ✓       ·     ·      ·      ·     ·     · ',
  openMeeting: '       ·       ·     ·      ·      ·     ·     ✓ ',
  closeMeeting: '      ✓       ✓     ·      ·      ·     ·     · ',
  sealMeeting: '       ✓       ✓     ·      ·      ·     ·     · ',
  handOverChair: '     ✓       ✓     ·      ·      ·     ·     · ',
  planMeeting: '       ✓       ✓     ·      ·      ·     ·     · ',
  handOverScribe: '    ✓       ✓     ✓      ·      ·     ·     · ',
  admitDevice: '       ✓       ✓     ✓      ·      ·     ·     ✓ ',
  removeDevice: '      ✓       ✓     ✓      ·      ·     ·     · ',
  registerWalkIn: '    ✓       ✓     ✓      ·      ·     ·     ✓ ',
  signIn: '            ✓       ✓     ✓      ✓      ✓     ·     · ',
  signOut: '           ✓       ✓     ✓      ✓      ✓     ·     · ',
  recordLeave: '       ✓       ✓     ✓      ✓      ✓     ·     · ',
  delegateVote: '      ✓       ✓     ✓      ·      ·     ·     · ',
  withdrawDelegation: '✓       ✓     ✓      ·      ·     ·     · ',
  recordHeadcount: '   ✓       ✓     ✓      ·      ·     ·     · ',
  addItem: '           ✓       ✓     ·      ·      ·     ·     · ',
  planItem: '          ✓       ✓     ·      ·      ·     ·     · ',
  startItem: '         ✓       ✓     ·      ·      ·     ·     · ',
  finishItem: '        ✓       ✓     ·      ·      ·     ·     · ',
  recordRecusal: '     ✓       ✓     ✓      ✓      ✓     ·     · ',
  withdrawRecusal: '   ✓       ✓     ✓      ✓      ✓     ·     · ',
  requestFloor: '      ✓       ✓     ✓      ✓      ✓     ·     · ',
  withdrawRequest: '   ✓       ✓     ✓      ✓      ✓     ·     · ',
  passTurn: '          ✓       ✓     ✓      ✓      ✓     ·     · ',
  goRound: '           ✓       ✓     ✓      ·      ·     ·     · ',
  callNextSpeaker: '   ✓       ✓     ✓      ·      ·     ·     · ',
  callSpeaker: '       ✓       ✓     ✓      ·      ·     ·     · ',
  callDepartment: '    ✓       ✓     ·      ·      ·     ·     · ',
  pauseSpeech: '       ✓       ✓     ✓      ·      ·     ·     · ',
  resumeSpeech: '      ✓       ✓     ✓      ·      ·     ·     · ',
  extendSpeech: '      ✓       ✓     ✓      ·      ·     ·     · ',
  endSpeech: '         ✓       ✓     ✓      ✓      ✓     ·     · ',
  timeOutSpeech: '     ·       ·     ·      ·      ·     ·     ✓ ',
  undoSpeech: '        ✓       ✓     ✓      ·      ·     ·     · ',
  reorderQueue: '      ✓       ✓     ✓      ·      ·     ·     · ',
  closeQueue: '        ✓       ✓     ·      ·      ·     ·     · ',
  reopenQueue: '       ✓       ✓     ·      ·      ·     ·     · ',
  nameStandIn: '       ✓       ✓     ·      ·      ·     ·     · ',
  setSpeakingRules: '  ✓       ✓     ·      ·      ·     ·     · ',
  equaliseQuotas: '    ✓       ✓     ·      ·      ·     ·     · ',
  noteSpeech: '        ✓       ✓     ✓      ·      ·     ·     · ',
  attachWrittenAnswer: '✓       ✓     ✓      ✓      ✓     ·     · ',
  showOnScreen: '      ✓       ✓     ✓      ·      ·     ·     · ',
  draftVote: '          ✓       ✓     ✓      ·      ·     ·     · ',
  reviseDraft: '        ✓       ✓     ✓      ·      ·     ·     · ',
  dropDraft: '          ✓       ✓     ✓      ·      ·     ·     · ',
  openDraft: '          ✓       ✓     ·      ·      ·     ·     · ',
  openVote: '          ✓       ✓     ·      ·      ·     ·     · ',
  nameTellers: '        ✓       ✓     ✓      ·      ·     ·     · ',
  addElector: '         ✓       ✓     ·      ·      ·     ·     · ',
  castBallot: '        ·       ✓     ✓      ✓      ·     ·     · ',
  enterBallot: '       ✓       ✓     ✓      ·      ·     ·     · ',
  withdrawBallot: '    ✓       ✓     ✓      ·      ·     ·     · ',
  countHands: '         ✓       ✓     ✓      ·      ·     ·     · ',
  issuePapers: '        ✓       ✓     ✓      ·      ·     ·     · ',
  recallPaper: '        ✓       ✓     ✓      ·      ·     ·     · ',
  enterTally: '         ✓       ✓     ✓      ·      ·     ·     · ',
  addWriteIn: '         ✓       ✓     ✓      ·      ·     ·     · ',
  dropWriteIn: '        ✓       ✓     ✓      ·      ·     ·     · ',
  extendVote: '         ✓       ✓     ·      ·      ·     ·     · ',
  stopBallots: '        ✓       ✓     ·      ·      ·     ·     · ',
  closeVote: '         ✓       ✓     ·      ·      ·     ·     · ',
  publishVote: '        ✓       ✓     ·      ·      ·     ·     · ',
  voidVote: '          ✓       ✓     ·      ·      ·     ·     · ',
  openWrittenVote: '   ✓       ✓     ·      ·      ·     ·     · ',
  handOutPapers: '     ✓       ✓     ✓      ·      ·     ·     · ',
  spoilPaper: '        ✓       ✓     ✓      ·      ·     ·     · ',
  recordReturn: '      ✓       ✓     ✓      ·      ·     ·     · ',
  withdrawReturn: '    ✓       ✓     ✓      ·      ·     ·     · ',
  addUnit: '           ✓       ✓     ·      ·      ·     ·     · ',
  correctUnit: '       ✓       ✓     ·      ·      ·     ·     · ',
  closeWrittenVote: '  ✓       ✓     ·      ·      ·     ·     · ',
  voidWrittenVote: '   ✓       ✓     ·      ·      ·     ·     · ',
  concludeItem: '      ✓       ✓     ✓      ·      ·     ·     · ',
  withdrawConclusion: '✓       ✓     ✓      ·      ·     ·     · ',
  addPoint: '          ✓       ✓     ✓      ·      ·     ·     · ',
  revisePoint: '       ✓       ✓     ✓      ·      ·     ·     · ',
  withdrawPoint: '     ✓       ✓     ✓      ·      ·     ·     · ',
  assignWorksheet: '   ✓       ✓     ✓      ·      ·     ·     · ',
  issueWorksheet: '    ·       ·     ·      ·      ·     ·     ✓ ',
}

const rows = Object.entries(matrix).map(([command, marks]) => [command, marks.trim().split(/ +/)] as const)

describe.each(rows)('%s', (command, marks) => {
  it.each(roles.map((role, column) => [role, marks[column] === '✓'] as const))('by %s: %s', (role, may) => {
    expect(marks).toHaveLength(roles.length)
    expect(knownCommand(command) && maySend(role, command)).toBe(may)
  })
})

describe('commands that are none', () => {
  it.each(['', 'ballotCast', 'OpenVote', 'toString', 'constructor', '__proto__', 'hasOwnProperty'])(
    '%o is not known',
    (type) => {
      expect(knownCommand(type)).toBe(false)
    },
  )
})

describe('which streams are sent to whom', () => {
  const readers: Readonly<Record<ViewerRole, readonly string[]>> = {
    operator: ['council', 'meeting', 'worksheets'],
    chair: ['council', 'meeting', 'worksheets'],
    scribe: ['council', 'meeting', 'worksheets'],
    member: ['meeting', 'worksheets'],
    guest: ['meeting', 'worksheets'],
    screen: ['meeting'],
  }

  it.each(viewerRoles)('%s', (role) => {
    expect((['council', 'meeting', 'worksheets'] as const).filter((kind) => mayRead(role, kind))).toEqual(readers[role])
  })
})

describe('notes', () => {
  it('members write while the meeting runs, the desk until it is sealed, guests look, the screen has none', () => {
    const table = (['open', 'closed', 'sealed', 'unopened'] as const).map((phase) =>
      viewerRoles.map((role) => notesRights(role, phase) ?? '·').join(' '),
    )
    expect(viewerRoles.join(' ')).toBe('operator chair scribe member guest screen')
    expect(table).toEqual([
      'write write write write read ·',
      'write write write read read ·',
      'read read read read read ·',
      '· · · · · ·',
    ])
  })
})
