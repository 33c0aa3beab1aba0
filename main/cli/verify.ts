import { readFile } from 'node:fs/promises'
import { type VerifyFault, verifyJournal } from '../host/verify/verify-journal.ts'
import { readArguments, usageError } from './arguments.ts'

const USAGE = 'usage: npm run verify -- FILE.jsonl'

/** What is wrong, in words: the interface is Chinese. */
const faults: Readonly<Record<VerifyFault, string>> = {
  notJson: '这一行读不出来',
  hashMismatch: '这一行的内容与它的校验值不符',
  chainBroken: '这一行与上一行接不上',
  seqGap: '这一行的序号不连续',
  badHeader: '日志的第一行不完整',
  wrongStream: '日志属于另一个会议',
  newerVersion: '日志由更新版本的软件写成，请用新版本核验',
  badEvent: '这一行里有本软件不认识的记录',
  tornTail: '末行不完整，是断电时没有写完的一行',
  notAJournal: '这不是会议日志',
  impossibleEvent: '这一行的记录不可能发生',
  wrongElectorate: '表决人名单与签到不符',
  termsDiffer: '表决的题目、规则或方式与事先公布的不符，或不能这样表决',
  noSuchVote: '没有这次表决，或它已经结束',
  notAnElector: '投票的席位没有资格投这次票',
  votedTwice: '同一席位投了两次票',
  channelClosed: '票是用没有开放的方式投的',
  ballotUnfit: '票面内容与表决题目对不上',
  ballotTooLate: '截止之后还有人投票或录票',
  wrongReplacement: '改投的票没有替换本人原来的那一张',
  wrongWithdrawal: '撤回的不是代录的那一张票',
  badSignature: '记名票的设备签名不对',
  enteredByNobody: '代录的票不是由主持人、话事员或操作员录入',
  handsMiscounted: '举手点数与名单或票面项目不符',
  stubsDiffer: '纸票的票号或张数与发票登记不符',
  wrongTally: '计票记录不对：时间、计票人或两次结果的比对不符',
  wrongWriteIn: '另选的人不对：姓名、时间或公布的名单与记录不符',
  shownDiffers: '表决中显示的票数与收到的票不一致，或事先说好不显示',
  notCounted: '还没有清点完就公布了结果',
  ballotsDiffer: '公布的票与收到的票不一致',
  verdictDiffers: '结论与重新计算的结果不一致',
  sentenceDiffers: '宣布的文字与结论不一致',
  amendmentDiffers: '方案的文字改动与修正案的表决结果不符',
  resolutionWithoutVote: '决议没有对应的已通过表决',
  resolutionMissing: '表决已通过，却没有记下决议',
  wrongUnits: '书面表决的名单或总数与名册不符',
  noticedLater: '书面表决的公示日期晚于发起的日子',
  unfitRule: '书面表决所用的规则不适用',
  paperImpossible: '书面票没有发出过，或发了两次',
  returnedTwice: '同一户或同一业主的票收回了两次',
  papersMiscounted: '发出、收回的份数与登记不一致',
}

const { positionals } = readArguments({}, { usage: USAGE, takesFiles: true })
const [file, ...more] = positionals
if (file === undefined || more.length > 0) usageError('give one journal file', USAGE)
const content = await readFile(file).catch((error: NodeJS.ErrnoException) => {
  return usageError(`${file}: ${error.code ?? error.message}`, USAGE)
})
const found = verifyJournal(content)
if (found.ok) {
  console.log(`核验通过：${found.stream}`)
  console.log(
    `共 ${found.batches} 批、${found.events} 条记录；${found.signedBallots} 张签名票、${found.enteredBallots} 张代录票；${found.verdicts} 次表决结论均重新算过。`,
  )
  console.log(`末行校验值：${found.digest}`)
} else {
  console.error(`第 ${found.line} 行有问题：${faults[found.fault]}（${found.fault}）。`)
  process.exitCode = 1
}
