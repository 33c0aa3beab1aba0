import type { Rejection } from '../protocol/rejections.ts'
import { type CommandType, maySend } from '../roles/permissions.ts'
import { commandNames, roleNames } from './names.ts'

type Words = { readonly [Code in Rejection['code']]: (rejection: Extract<Rejection, { code: Code }>) => string }

/** One sentence for each refusal: what is the matter, and what to do next. */
const words: Words = {
  malformed: () => '这条请求的内容不完整或有误，没有记录。请刷新页面后重试。',
  outOfOrder: () => '页面与主机的步骤没有对上。请刷新页面后重试。',
  tooLarge: () => '内容太长，没有发出。请分成几条再发。',
  tooFast: () => '操作太快，这一次没有记录。请稍等几秒再试。',
  notPermitted: ({ command, role }) => `${roleNames[role]}不能“${commandNames[command]}”。请让${whoMay(command)}来做。`,
  notBound: () => '这台设备没有坐在这个席位上。请先选择姓名并等待主持人准入。',
  commandIdReused: () => '这个请求编号已用于另一项操作，没有记录。请刷新页面后重做一次。',
  streamUnknown: () => '找不到这个组织或这次会议。请在操作台上核对后重新进入。',
  streamDamaged: ({ line }) =>
    `会议日志第 ${line} 行已损坏，为防止错上加错，不再写入。请保留数据文件夹，并从备份恢复。`,
  storageFailed: () => '主机的磁盘写不进去，已停止接收，之前确认过的都在。请检查磁盘空间后重新启动主机。',
  hostEnding: () => '主机正在关闭，这一次没有记录。请等主机重新启动后再试。',
  wrongJoinCode: () => '会议码不对。请看大屏或问主持人，再输入一次。',
  joinTooOften: ({ waitSeconds }) => `输错的次数太多。请等 ${waitSeconds} 秒再试，或请主持人帮忙签到。`,
  seatTaken: () => '这个姓名已在另一台设备上使用。如果是您本人，请选择“换到这台设备”，由主持人确认。',
  requestUnknown: () => '这个入场申请已经不在了。请让对方在手机上重新选择姓名。',
  turnedAway: () => '主持人没有同意这次入场。请向工作人员说明身份后再试。',
  notesNotYours: () => '您现在不能打开这次会议的笔记。请先入场，或请话事员代记。',
  notesDamaged: () => '这次会议的笔记文件损坏，打不开了；会议其他记录没有受影响。请另作记录，或从备份恢复笔记文件。',
  unprintable: () => '内容里有看不见的字符，没有记录。请重新输入一遍。',
  paperNotYours: () => '文书由主持人、话事员或操作台导出。请向他们要一份。',
  handoutFailed: () => '这一份没有做出来，会议记录没有受影响。请再点一次；还不行就重新启动主机后再试。',
  paperUnknown: () => '没有这份文书，可能表决已宣布作废。请刷新后再选。',

  councilExists: () => '这个议事组织已经建好。请直接使用，或另建一个。',
  councilMissing: () => '还没有建立议事组织。请先填写组织名称。',
  seatExists: () => '这个席位已在名册上。请直接修改它。',
  seatUnknown: () => '名册上没有这个席位。请先把人加进名册。',
  seatRetired: () => '这个席位已经退出名册。请新增一个席位。',
  kindCannotVote: () => '列席和现场登记人员没有表决权。请改为委员席位，或去掉表决权。',
  meetingExists: () => '这次会议已经召集过。请打开它，或另建一次会议。',
  agendaEmpty: () => '会议还没有议题。请至少写一个议题。',
  itemTwice: () => '议题编号重复。请删去重复的一项。',
  chairNotOnRoster: () => '主持人不在名册上。请从名册里选一位主持人。',
  chairIsOnlooker: () => '列席和现场登记人员不能主持。请从委员中选一位主持人。',
  scribeNotOnRoster: () => '话事员不在名册上。请从名册里选一位话事员。',
  nobodyVotes: () => '名册上没有一个有表决权的席位。请先设置表决权。',

  meetingNotOpen: () => '会议还没有开始。请先开会。',
  meetingAlreadyOpen: () => '会议已经开始，不用再开一次。请直接继续。',
  meetingIsClosed: () => '会议已经散会，不能再做这一步。请整理纪要，或另开一次会议。',
  meetingNotClosed: () => '会议还没有散会。请先散会，再封存记录。',
  meetingIsSealed: () => '会议记录已经封存，不再改动。需要更正时，请另写说明。',
  alreadyInOffice: () => '这个席位已经在担任，不用再交接。请选另一个席位。',
  handOverToOnlooker: () => '列席和现场登记人员不能主持。请从委员中选一位。',
  notYourSeat: () => '这不是您的席位。请用自己的设备操作，或请工作人员代办。',
  deviceAlreadyBound: () => '这台设备已经坐在这个席位上。请直接使用。',
  noDeviceBound: () => '这个席位没有设备。请核对姓名，不需要再移除。',
  alreadySignedIn: () => '已经签到过了。请直接参加会议。',
  notSignedIn: () => '还没有签到。请先签到，再做这一步。',
  presentCannotBeOnLeave: () => '此人已经到会。如需请假，请先登记离场。',
  itemUnknown: () => '议程里没有这个议题。请先添加议题。',
  itemExists: () => '这个议题已在议程里。请直接使用它。',
  itemAlreadyStarted: () => '这个议题已经议过或正在议。请选另一个议题。',
  itemNotRunning: () => '现在议的不是这个议题。请先开始这个议题。',
  anotherItemRuns: () => '另一个议题还没有结束。请先结束它，一次只议一件事。',
  noItemRuns: () => '现在没有正在议的议题。请等主持人开始一个议题。',
  alreadyQueued: () => '已经在发言队列里。请等候主持人点名。',
  alreadySpeaking: () => '现在正在发言。请说完后再次申请。',
  notQueued: () => '不在发言队列里。需要发言时请先申请。',
  queueEmpty: () => '没有人在等候发言。可以请大家表决，或结束这个议题。',
  notSpeaking: () => '此人现在没有在发言。请核对正在发言的人。',
  chairMustHandOver: () => '主持人要发言，请先把主持交给另一位委员。',
  someoneSpeaks: () => '还有人在发言。请等发言结束，再开始表决。',
  voteIsOpen: () => '表决还在进行。请先结束表决，或宣布作废。',
  noQuorum: ({ present, needed }) =>
    `到会的表决席位 ${present} 个，不足法定的 ${needed} 个，不能表决。请等人到齐，或改为只讨论不表决。`,
  voteExists: () => '这次表决已经有过。请另开一次表决。',
  voteUnknown: () => '没有这次表决。请刷新页面后再看。',
  voteAlreadyEnded: () => '这次表决已经结束，票不再改动。如有差错，请宣布作废后重新表决。',
  notAnElector: () => '表决开始时此席位不在场或没有表决权，不能投这一次。请等下一次表决。',
  alreadyVoted: () => '这个席位已经投过票，以第一次为准。如有差错，请主持人宣布作废后重新表决。',
  ballotExists: () => '这张票已经收到，不用再投。请看“已记录”的提示。',
  badSignature: () => '这张票的设备签名对不上，没有记录。请重新入场后再投，或请工作人员代录。',
  resolutionExists: () => '决议编号已经用过。请刷新页面后再结束表决。',
  resolutionUnknown: () => '没有这项决议。请先表决通过，再交办。',
  resolutionAssigned: () => '这项决议已经开出工单。请在工单里继续办理。',
  pointExists: () => '这条要点已经有了。请直接修改它。',
  pointUnknown: () => '没有这条要点，可能已被删去。请刷新后再看。',
  worksheetExists: () => '这张工单已经开出。请直接打开它。',
}

export function sentenceOf(rejection: Rejection): string {
  // The table maps each code to the words for that very code, which the type system cannot follow through a union.
  const say = words[rejection.code] as (rejection: Rejection) => string
  return say(rejection)
}

/** The codes that have a sentence: what a test walks. */
export const wordedCodes = Object.keys(words) as readonly Rejection['code'][]

/** Never names the very person who was refused. */
function whoMay(command: CommandType): string {
  if (command === 'castBallot') return '有表决权的委员'
  if (maySend('scribe', command)) return '主持人或话事员'
  if (maySend('chair', command)) return '主持人'
  return maySend('operator', command) ? '操作员在主机的电脑上' : '主机自动'
}
