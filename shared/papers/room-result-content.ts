import type { VoteId } from '../core/ids.ts'
import type { HeldMeeting } from '../meeting/state.ts'
import { channelsOf } from '../meeting/voting/marks.ts'
import type { PastVote, StoredVerdict } from '../meeting/voting/state.ts'
import type { Question, Terms } from '../meeting/voting/terms.ts'
import { quorumNeeded } from '../rules/evaluate.ts'
import type { Rule } from '../rules/rule.ts'
import { sourceText } from '../rules/source-text.ts'
import { channelNames, electedWithoutRule, kindNames, outcomeWord, writeInMeasure } from '../wording/vote-words.ts'
import { type Names, nameOf } from './attendance-lists.ts'
import { clockTime, dateAt } from './chinese-dates.ts'
import { type FormRow, filled, pair, printed, wide } from './form-rows.ts'
import { paperHead } from './paper-head.ts'
import { oneLine } from './plain-text.ts'
import { namedBallots, rowsCounted } from './result-grids.ts'
import { type ResultSheetContent, resultSignatures, VOID_MARK, voidRows } from './result-sheet.ts'

/** What was announced of a vote in the room, with everybody who signs for it; null when there is no such vote or nothing of it is published. */
export function roomResultContent(meeting: HeldMeeting, voteId: VoteId, names: Names): ResultSheetContent | null {
  const vote = meeting.voting.past.find((one) => one.voteId === voteId)
  if (vote === undefined) return null
  const head = paperHead(meeting)
  const { terms, verdict } = vote
  const facts = [
    wide(filled('会议', `${oneLine(meeting.title)}（${dateAt(meeting.startsAt)}，${oneLine(meeting.place)}）`)),
    wide(filled('表决事项', vote.motion)),
    ...textRows(meeting, vote),
    pair(filled('表决方式', mannerOf(vote)), filled('时间', timeOf(vote))),
    ...(verdict === null ? [] : [attendanceRow(verdict), ...paperRows(vote, verdict), ...channelRow(verdict)]),
  ]
  const ballots = vote.phase === 'closed' ? namedBallots(vote, names) : null
  return {
    kind: 'resultSheet',
    ...head,
    mark: vote.phase === 'void' ? VOID_MARK : head.mark,
    title: vote.phase === 'void' ? '表决结果（作废）' : '表决结果',
    matter: oneLine(vote.motion),
    parts: [
      {
        kind: 'form',
        rows: [
          ...(vote.phase === 'void' ? voidRows(vote) : []),
          ...facts,
          ...(verdict === null ? [] : stanceRows(vote, verdict)),
        ],
      },
      ...(verdict === null ? [] : rowsCounted(terms.question, verdict)),
      {
        kind: 'form',
        rows: [
          ...ruleRows(terms, verdict),
          ...(verdict === null
            ? []
            : [
                wide(filled('结果', outcomeWord(terms.question, verdict))),
                wide(filled(conclusionLabel(vote), verdict.sentence)),
              ]),
          ...tellerRows(vote, names),
        ],
      },
      resultSignatures,
      ...(ballots === null ? [] : [ballots]),
    ],
  }
}

/** 修正案 and how the text came to read as it was voted on. */
function textRows({ voting }: HeldMeeting, { amendment, versions }: PastVote): readonly FormRow[] {
  const amended = amendment === null ? [] : [wide(filled('修正案', `通过后原案改为：${oneLine(amendment.text)}`))]
  if (versions.length < 2) return amended
  const said = versions.map(({ at, by, text }, index) => {
    const cause = voting.past.find((one) => one.voteId === by)
    const why = cause === undefined ? '' : `，按修正案“${oneLine(cause.motion)}”`
    return `第 ${index + 1} 稿（${dateAt(at)} ${clockTime(at)}${why}）：${oneLine(text)}`
  })
  return [...amended, wide(filled('文本修改', said.join('\n')))]
}

/** 表决，无记名，手机、纸票. */
function mannerOf({ terms: { channels, question } }: PastVote): string {
  const ways = channelsOf(channels).map((channel) => {
    if (channel === 'hands') return channels.hands === 'counted' ? '举手点数' : '举手记名'
    if (channel === 'paper') return channels.paper === 'secret' ? '无记名纸票' : '记名纸票'
    return `${channelNames.device}记名`
  })
  return `${kindNames[question.kind]}：${ways.join('、')}`
}

const timeOf = (vote: PastVote): string =>
  vote.phase === 'closed'
    ? `${clockTime(vote.openedAt)} 至 ${clockTime(vote.closedAt)}`
    : `${clockTime(vote.openedAt)} 开始`

function attendanceRow({ figures: { entitled, present, recused = 0 } }: StoredVerdict): FormRow {
  if (entitled === 0) return wide(filled('到场人数', `约 ${present} 人，未逐一签到`))
  const aside = recused === 0 ? '' : `（另有 ${recused} 人回避，不计入）`
  return pair(filled('应到', `${entitled} 人${aside}`), filled('实到', `${present} 人`))
}

function paperRows({ spoilt }: PastVote, { papers }: StoredVerdict): readonly FormRow[] {
  if (papers === undefined) return []
  const { invalid, issued, returned, valid } = papers
  return [
    pair(filled('发出纸票', `${issued} 张`), filled('收回纸票', `${returned} 张`)),
    pair(filled('有效纸票', `${valid} 张`), filled('无效纸票', `${invalid} 张`)),
    ...(spoilt.length === 0
      ? []
      : [
          wide(
            filled('换发、收回', spoilt.map(({ number, reason }) => `编号 ${number}：${oneLine(reason)}`).join('\n')),
          ),
        ]),
  ]
}

function channelRow({ channels }: StoredVerdict): readonly FormRow[] {
  if (channels === undefined) return []
  const { device, hands, paper } = channels
  const said = [
    ...(device > 0 ? [`手机 ${device} 票`] : []),
    ...(hands > 0 ? [`举手 ${hands} 票`] : []),
    ...(paper > 0 ? [`纸票 ${paper} 票`] : []),
  ]
  return said.length < 2 ? [] : [wide(filled('票的来源', said.join('，')))]
}

/** Votes without rows: what a motion or 无异议 came to. */
function stanceRows({ terms: { question } }: PastVote, { figures, said }: StoredVerdict): readonly FormRow[] {
  if (said !== undefined)
    return [wide(filled('票数', said === 'majority' ? '会上记为“多数同意”，没有点数' : '没有记录'))]
  if (question.kind === 'objection') return [wide(filled('反对意见', `${figures.against} 人`))]
  if (question.kind !== 'motion') return []
  return [
    pair(filled('赞成', `${figures.for} 票`), filled('反对', `${figures.against} 票`)),
    pair(
      filled('弃权', `${figures.abstain} 票`),
      filled('合计', `${figures.for + figures.against + figures.abstain} 票`),
    ),
  ]
}

/** What a held result came to was never announced when the vote was declared void. */
function conclusionLabel(vote: PastVote): string {
  if (vote.phase === 'closed') return '宣布的结论'
  return vote.published ? '作废前宣布' : '作废前得出、没有公布'
}

/** An assessment is counted, whatever the rule of the meeting. */
function ruleRows({ question, rule }: Terms, verdict: StoredVerdict | null): readonly FormRow[] {
  if (question.kind === 'assessment') return []
  if (rule === null) {
    return [wide(filled('所用规则', `没有选规则，${withoutRule(question)}。`)), ...writeInRows({ question, rule })]
  }
  return [
    wide(filled('所用规则', rule.name)),
    wide(filled('依据', sourceText(rule))),
    ...writeInRows({ question, rule }),
    ...(verdict === null ? [] : [wide(filled('法定人数', quorumText(question, rule, verdict)))]),
  ]
}

function withoutRule(question: Question): string {
  if (question.kind === 'election') return `${electedWithoutRule(question)}的，按得票多少当选`
  return question.kind === 'choice' && question.elects !== null ? '按得票多少选定' : '只作统计'
}

/** 另选他人: by which measure somebody is elected who was no candidate. */
const writeInRows = ({ question, rule }: Pick<Terms, 'question' | 'rule'>): readonly FormRow[] =>
  question.kind === 'election' && question.writeIns === true ? [wide(filled('另选他人', writeInMeasure(rule)))] : []

function quorumText(question: Question, rule: Rule, { channels, figures, reasons }: StoredVerdict): string {
  const { quorum } = rule
  if (quorum === null) return rule.quorumByOwnRules ? '由本会议规则另定。' : '规则不作要求。'
  const needed = quorumNeeded(rule, figures.entitled)
  const met = reasons.includes('noQuorum') ? '没有达到' : '达到'
  if (quorum.num === 'participating') {
    // Where rows are marked everybody who handed in a ballot took part, whichever rows he left out.
    const stances = figures.for + figures.against + figures.abstain
    const ballots = channels === undefined ? stances : channels.device + channels.hands + channels.paper
    const took = question.kind === 'motion' || question.kind === 'objection' ? stances : ballots
    return `参加表决不少于 ${needed} 人，参加 ${took} 人，${met}。`
  }
  return `到会不少于 ${needed} 人，实到 ${figures.present} 人，${met}。`
}

function tellerRows({ tellers }: PastVote, names: Names): readonly FormRow[] {
  const told = (
    [
      ['监票', tellers.supervisors],
      ['计票', tellers.counters],
      ['唱票', tellers.callers],
    ] as const
  ).flatMap(([label, seats]) =>
    seats.length === 0 ? [] : [`${label}：${seats.map((seatId) => nameOf(names, seatId)).join('、')}`],
  )
  return told.length === 0 ? [] : [wide(printed('会上推定', told.join('；')))]
}
