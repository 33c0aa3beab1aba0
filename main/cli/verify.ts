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
  noSuchVote: '没有这次表决，或它已经结束',
  notAnElector: '投票的席位没有资格投这次票',
  votedTwice: '同一席位投了两次票',
  badSignature: '记名票的设备签名不对',
  enteredByNobody: '代录的票不是由主持人、话事员或操作员录入',
  ballotsDiffer: '公布的票与收到的票不一致',
  verdictDiffers: '结论与重新计算的结果不一致',
  sentenceDiffers: '宣布的文字与结论不一致',
  resolutionWithoutVote: '决议没有对应的已通过表决',
  resolutionMissing: '表决已通过，却没有记下决议',
  wrongUnits: '书面表决的名单或总数与名册不符',
  unfitRule: '书面表决所用的规则不适用',
  paperUnknown: '书面票没有发出过，或发了两次',
  returnedTwice: '同一户或同一业主的票收回了两次',
  countsDiffer: '发出、收回的份数与登记不一致',
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
