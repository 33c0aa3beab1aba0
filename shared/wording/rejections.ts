import type { Rejection } from '../protocol/rejections.ts'
import { type CommandType, maySend } from '../roles/permissions.ts'
import { askingWords, type RejectionWords } from './asking-rejections.ts'
import { commandNames, roleNames } from './names.ts'
import { channelNames } from './vote-words.ts'

/** One sentence for each refusal: what is the matter, and what to do next. */
const words: RejectionWords = {
  ...askingWords,
  malformed: () => '这条请求的内容不完整或有误，没有记录。请刷新页面后重试。',
  outOfOrder: () => '页面与主机的步骤没有对上。请刷新页面后重试。',
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
  contactsNotYours: () => '名册上的电话和门牌只在操作台上看。请到主机的电脑上查看。',
  paperNotYours: () => '文书由主持人、话事员或操作台导出。请向他们要一份。',
  handoutFailed: () => '这一份没有做出来，会议记录没有受影响。请再点一次；还不行就重新启动主机后再试。',
  paperUnknown: () => '没有这份文书，可能表决已宣布作废。请刷新后再选。',

  councilExists: () => '这个议事组织已经建好。请直接使用，或另建一个。',
  councilMissing: () => '还没有建立议事组织。请先填写组织名称。',
  seatExists: () => '这个席位已在名册上。请直接修改它。',
  seatRetired: () => '这个席位已经退出名册。请新增一个席位。',
  kindCannotVote: () => '列席、监督和现场登记人员没有表决权。请改为委员席位，或去掉表决权。',
  meetingExists: () => '这次会议已经召集过。请打开它，或另建一次会议。',
  agendaEmpty: () => '会议还没有议题。请至少写一个议题。',
  itemTwice: () => '议题编号重复。请删去重复的一项。',
  chairNotOnRoster: () => '主持人不在名册上。请从名册里选一位主持人。',
  chairIsOnlooker: () => '列席、监督和现场登记人员不能主持。请从委员中选一位主持人。',
  scribeNotOnRoster: () => '话事员不在名册上。请从名册里选一位话事员。',
  ruleMissing: () => '这种会议形式要表决，还没有选规则。请选一个规则包。',
  ruleExpired: ({ to }) => `这条规则的有效期到 ${dayText(to)}为止，不能再用于正式会议。请另开一次会，换一个规则包。`,
  ruleNotYetInForce: ({ from }) => `这条规则 ${dayText(from)}才起施行，现在不能用。请另开一次会，换一个规则包。`,
  electionOnPaper: () => '本软件不提供法定选举的电子投票。请用纸票，票数可在“规则试算”里核算。',
  ownersOnPaper: () => '业主共同决定按书面票的人数和面积计算，不能按席位表决。请用书面票，再到“规则试算”里核算。',
  invitedNotPublic: () => '按议题邀请的只能是公众议事委员。请重新选择。',
  rosterFull: () => '一个组织的名册最多 5000 席。请分成几个组织，或只列出代表。',
  libraryFull: () => '自定的会议形式和规则包太多了。请先删去不用的。',
  contactUnknown: () => '还没有登记这个人的姓名。请先存好姓名，再放照片。',
  photoNotJpeg: () => '这张照片打不开。请换一张照片再试。',
  photoTooLarge: () => '照片太大，没有保存。请换一张小一点的再试。',
  photoTellsMore: () => '照片里带有拍摄地点等信息，没有保存。请重新选一次照片。',
  idNumber: () => '不收身份证号，没有记录。请删去后再存。',
  nobodyVotes: () => '名册上没有一个有表决权的席位。请先设置表决权。',

  meetingNotOpen: () => '会议还没有开始。请先开会。',
  meetingAlreadyOpen: () => '会议已经开始，不用再开一次。请直接继续。',
  meetingIsClosed: () => '会议已经散会，不能再做这一步。请整理纪要，或另开一次会议。',
  meetingNotClosed: () => '会议还没有散会。请先散会，再封存记录。',
  meetingIsSealed: () => '会议记录已经封存，不再改动。需要更正时，请另写说明。',
  alreadyInOffice: () => '这个席位已经在担任，不用再交接。请选另一个席位。',
  handOverToOnlooker: () => '列席、监督和现场登记人员不能主持。请从委员中选一位。',
  deviceAlreadyBound: () => '这台设备已经坐在这个席位上。请直接使用。',
  noDeviceBound: () => '这个席位没有设备。请核对姓名，不需要再移除。',
  alreadySignedIn: () => '已经签到过了。请直接参加会议。',
  presentCannotBeOnLeave: () => '此人已经到会。如需请假，请先登记离场。',
  itemUnknown: () => '议程里没有这个议题。请先添加议题。',
  alreadyRecused: () => '已经登记回避了。请继续。',
  notRecused: () => '没有登记过回避，不用取消。请继续。',
  recusalTooLate: () => '本题已经表决或议完，不能再改回避。确有差错，请宣布表决作废后重新表决。',
  decidedByVote: () => '这次会议的事项由表决决定，不能直接记结论。请开始表决。',
  notDecidedByVote: () => '这种会议形式不表决。请在“结论”里记形成共识或未形成。',
  itemConcluded: () => '本题已经有结论。要改请先收回，写明原因。',
  notConcluded: () => '本题还没有结论。请先记结论。',
  noticeTooShort: ({ needed }) =>
    `按所用规则要提前 ${needed} 天通知或公示，现在不够，不能表决。请先议，公示期满后再表决。`,
  itemNotAnnounced: ({ region }) => `按${region}的规定，没有公示过的事项不能表决。请先议，公示后下次再表决。`,
  itemExists: () => '这个议题已在议程里。请直接使用它。',
  itemAlreadyStarted: () => '这个议题已经议过或正在议。请选另一个议题。',
  itemNotRunning: () => '现在议的不是这个议题。请先开始这个议题。',
  anotherItemRuns: () => '另一个议题还没有结束。请先结束它，一次只议一件事。',
  speechUnknown: () => '找不到这次发言，可能已经撤回。请刷新后再看。',
  queueIsOpen: () => '发言报名正开着，不用恢复。请直接报名。',
  noRound: () => '这个议题不是轮流发言。请用“取消排队”，或改成轮流。',
  orderIncomplete: () => '排队的人刚有变化，顺序没有改。请看着现在的名单再排一次。',
  orderAgainstClasses: () => '插问、回应和程序问题要排在普通发言前面，顺序没有改。请在同类里调整。',
  speechIsPaused: () => '发言已经暂停。请点“继续”。',
  speechIsRunning: () => '发言正在进行，不用继续。请听完。',
  timeNotUp: () => '发言时间还没有到。请等时间到。',
  floorChanged: () => '场上刚有变化，这一下没有算数。请看清现在是谁，再按一次。',
  beingAsked: () => '正在插问，您的时间停着。请等问完，主持人会请您继续。',
  lastIsGone: () => '刚说完的人已经离场或在主持，不能撤回。请接着往下进行。',
  nothingToUndo: () => '本题还没有说完的发言，没有可撤回的。请继续。',
  notAnAnswer: () => '书面答复只附在部门答题或答复后面。请选那一次发言。',
  standInNotHere: () => '代主持的人还没有签到。请另请一位，或先给他签到。',
  noGroupIsOver: () => '没有哪一组超时，不用拉平。请继续。',
  nothingToDelegate: () => '这个席位没有表决权，不能委托。请核对姓名。',
  proxyUnfit: () => '受托人不能是本人，也不能已经把表决委托出去。请另选一位。',
  alreadyDelegated: () => '已经登记过委托。要改请先取消原来的委托。',
  notDelegated: () => '没有登记过委托，不用取消。请继续。',
  voteIsDelegated: () => '您已委托别人表决，这台设备不能投。要自己投，请先让工作人员取消委托。',
  notQueued: () => '不在发言队列里。需要发言时请先申请。',
  queueEmpty: () => '没有人在等候发言。可以请大家表决，或结束这个议题。',
  notSpeaking: () => '此人现在没有在发言。请核对正在发言的人。',
  someoneSpeaks: () => '还有人在发言。请等发言结束，再开始表决。',
  voteIsOpen: () => '表决还在进行。请先结束表决，或宣布作废。',
  noQuorum: ({ present, needed }) =>
    `到会的表决席位 ${present} 个，不足法定的 ${needed} 个，不能表决。请等人到齐，或改为只讨论不表决。`,
  resultNotPublished: () => '上一次表决的结果还没有公布。请先公布结果，或宣布作废。',
  nothingToPublish: () => '这次表决没有待公布的结果。请刷新后再看。',
  draftUnknown: () => '没有这个待表决事项，可能已经撤下。请刷新后再看。',
  proposalGone: () => '要修改的原案不在待表决之列。请先拟好原案，再提修正案。',
  proposalIsAmendment: () => '修正案不能再提修正案。请直接改这条修正案的文字。',
  amendmentFirst: () => '这个议案还有修正案没有表决。请先表决修正案，或撤下它。',
  amendmentUsed: () => '改过的议案已经表决，这条修正案不能单独作废。请先把议案的表决作废。',
  ownersInWriting: () => '业主共同决定按户数和面积书面表决，不能在会上投。请改用“业主书面表决”。',
  headcountNeeded: () => '还不知道到场几个人。请先记下到场约几人，再表决。',
  onlyHandsWithoutRoll: () => '这种会不逐人签到，只能举手点数，不按规则判定。请改用举手点数。',
  alreadyElector: () => '这位已经在投票人名单里。请直接让他投票。',
  notEntitled: () => '这位对本题没有表决权，或者要回避，不能补进。请核对名册。',
  voteHasNoClock: () => '这次表决没有限时。请由主持人截止投票。',
  voteTimeUp: () => '投票时间已经到了，这一票没有记。要补投，请主持人延长时间。',
  ballotsStopped: () => '投票已经截止，不能再投。要再投，请宣布作废后重新表决。',
  channelClosed: ({ channel }) => `这次表决不用${channelNames[channel]}。请按主持人宣布的方式投。`,
  votedOtherwise: ({ channel }) => `这位已用${channelNames[channel]}投过，一人只算一票。请核对是不是同一个人。`,
  ballotUnfit: () => '选的与表决票不符，没有记录。请按票面的要求重新选。',
  countUnfit: () => '录的票数与这次表决的项目对不上。请按票面逐项录。',
  wordsOnlyAlone: () => '只有单纯举手的表决可以只记“多数”。请按实际点数录入。',
  handsNeedNames: () => '这次要记下是谁举的手，免得一人算两次。请勾上举手的人。',
  nothingEntered: () => '这位没有代录的票可以撤回，本人用手机投的不能撤。请核对姓名。',
  amendmentNeedsRule: () => '修正案要判定通过没有，不能只作统计。请给它选一条规则。',
  amendmentOutdated: () => '原案的文字已经改过。请先照现在的原案改好这条修正案，再表决。',
  motionAmended: () => '修正案已经通过，这个议案不能再用原来的话。请表决改后的议案；要改回，请另提修正案。',
  silenceIsNoVote: () => '这条规则按应到人数算赞成，没人反对不等于赞成。请换一条规则，或者改用举手、记名或纸票表决。',
  objectionIsLive: () => '问有没有反对意见，是当场问、当场看的。请改为边投边看。',
  termsImpossible: () => '要选的比备选的还多，没有人能投。请改少要选的项数。',
  repeatsNothing: () => '只能重投已经作废的表决。请刷新后从作废的那一次重投。',
  paperIssued: () => '这位已经领过纸票。写坏了请先收回，再换一张。',
  paperNotIssued: () => '这位没有领过纸票。请核对姓名和票号。',
  paperNumberUsed: ({ number }) => `${number} 号票已经用过。请换一个票号。`,
  stopBeforeCounting: () => '还在投票，不能计票。请主持人先截止投票。',
  noWriteIns: () => '这次表决不能另选他人，没有姓名可补。票上另写姓名的，请按无效票计。',
  nameListed: () => '这个姓名已经在票数表里。请直接填他的票数，同名的请写明楼栋。',
  nameNotFound: () => '这个姓名不在另选的人里，可能别人已经删去。请看现在的名单，已经没有的不用再删。',
  namesChanged: () => '另选的姓名刚有变化，这一遍没有记下。请看现在的名单，对准姓名再录一遍。',
  rowsFull: ({ most }) => `候选人和另选的人最多一共 ${most} 名。请先删去写错的姓名。`,
  countedOnce: () => '这次表决只计一遍票，没有第二遍。请改第一遍的数。',
  twoCounters: () => '双人复核要由两个人各计一遍。请选好计票人，两遍不能是同一个人。',
  noPapersIssued: () => '还没有发出一张纸票。请先发票，或宣布作废。',
  notCountedYet: ({ channel }) => `${channelNames[channel]}还没有计完数。请先把票数录进来。`,
  countsDiffer: ({ places }) => `两个人计的票有 ${places} 处不一样。请重新点票，改到一致再结束。`,
  voteExists: () => '这次表决已经有过。请另开一次表决。',
  voteUnknown: () => '没有这次表决。请刷新页面后再看。',
  voteAlreadyEnded: () => '这次表决已经结束，票不再改动。如有差错，请宣布作废后重新表决。',
  notAnElector: () => '表决开始时此席位不在场或没有表决权，不能投这一次。请主持人补进，或等下一次表决。',
  alreadyVoted: () => '这个席位已经投过票，以第一次为准。如有差错，请主持人宣布作废后重新表决。',
  ballotExists: () => '这张票的编号已经用过，这一次没有记。请刷新页面，看投过没有，没投过的再投一次。',
  badSignature: () => '这张票的设备签名对不上，没有记录。请重新入场后再投，或请工作人员代录。',
  ruleCountsOthers: ({ kind }) =>
    kind === 'survey'
      ? '这条规则要核业主人数、面积或份额，不能按户数计算。请换按人数计算的规则，或只计票。'
      : '这条规则不是按业主人数和面积计算的。请换业主共同决定的规则，或只计票。',
  wrongRuleForMatter: () => '所选规则不适用于这个事项。请核对事项，换适用这一项的规则。',
  unitUnknown: ({ kind }) =>
    kind === 'survey' ? '名册上没有这一户。请核对名册后重新选择。' : '名册上没有这位业主的面积。请核对名册后重新选择。',
  unitNotAsked: () => '这一户或业主不在本次名单里。请核对，或请主持人先补入名单。',
  unitAlreadyAsked: () => '已经在本次名单里，不用再补。请直接发票。',
  unitUnchanged: () => '名册上的面积和名单上的一样，不用更正。要改面积，请先改名册。',
  totalTooSmall: ({ least, of }) =>
    of === 'owners'
      ? `业主总人数不能少于名单上的 ${least} 人。请按登记簿核对后再填。`
      : `专有总面积不能少于名单合计的 ${least} 平方米。请按登记簿核对后再填。`,
  hasPaper: () => '已经发过票，不能再发一张。要换票，请先把原来的票作废，写明原因。',
  noPaperOut: () => '还没有给这一户或业主发过票。请先登记发出，再登记收回。',
  alreadyReturned: () => '这一户或业主的票已经收回，不重复计算。登记有误的，请先撤回再登记。',
  notReturned: () => '还没有登记收回，不用撤回。请核对是哪一户或哪位业主。',
  dueDayPast: () => '截止日期已经过了。请填今天或以后的日期。',
  dayNotYetCome: () => '日期还没有到。请填今天或以前的日期。',
  returnedTooEarly: () => '收回日期早于发出日期。请核对两个日期后再记。',
  returnedTooLate: () => '收回日期已过截止日，这张票不计入。请核对日期；要延期，请作废后重新征求。',
  writtenVoteIsOpen: () => '书面表决还没有结束。请先结束它，或宣布作废，再封存记录。',
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

/** `2025-12-31` as it is said: 2025 年 12 月 31 日. */
function dayText(calendarDate: string): string {
  const [year, month, day] = calendarDate.split('-').map(Number)
  return `${year} 年 ${month} 月 ${day} 日`
}

/** Never names the very person who was refused. */
function whoMay(command: CommandType): string {
  if (command === 'castBallot') return '有表决权的委员'
  if (maySend('scribe', command)) return '主持人或话事员'
  if (maySend('chair', command)) return '主持人'
  return maySend('operator', command) ? '操作员在主机的电脑上' : '主机自动'
}
