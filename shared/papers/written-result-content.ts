import { millionths } from '../core/decimal.ts'
import type { VoteId } from '../core/ids.ts'
import type { HeldMeeting } from '../meeting/state.ts'
import type { WrittenFigures } from '../meeting/written-votes/messages.ts'
import { writtenVoteOf } from '../meeting/written-votes/state.ts'
import { sourceText } from '../rules/source-text.ts'
import { outcomeNames } from '../wording/vote-words.ts'
import { dateAt, writtenDate } from './chinese-dates.ts'
import { type FormRow, filled, pair, wide } from './form-rows.ts'
import { paperHead } from './paper-head.ts'
import { oneLine } from './plain-text.ts'
import type { ResultGrid } from './result-grids.ts'
import { type ResultSheetContent, resultSignatures, VOID_MARK, voidRows } from './result-sheet.ts'
import { percentText } from './share-text.ts'
import { listChangesText } from './written-list-changes.ts'

/** 书面征求意见 or 业主书面票: what it came to; null while it runs. */
export function writtenResultContent(meeting: HeldMeeting, voteId: VoteId): ResultSheetContent | null {
  const vote = writtenVoteOf(meeting.writtenVotes, voteId)
  if (vote === undefined || vote.phase === 'open') return null
  const head = paperHead(meeting)
  const { kind, motion, rule, verdict } = vote
  const owners = kind === 'owners'
  const changes = listChangesText(vote)
  const end = vote.phase === 'closed' ? `${dateAt(vote.closedAt)}结束` : `${dateAt(vote.voidedAt)}作废`
  return {
    kind: 'resultSheet',
    ...head,
    mark: vote.phase === 'void' ? VOID_MARK : head.mark,
    title: `${owners ? '业主书面表决结果' : '书面征求意见结果'}${vote.phase === 'void' ? '（作废）' : ''}`,
    matter: oneLine(motion),
    parts: [
      {
        kind: 'form',
        rows: [
          ...(vote.phase === 'void' ? voidRows(vote) : []),
          wide(filled('来源会议', `${oneLine(meeting.title)}（${head.date}，${oneLine(meeting.place)}）`)),
          wide(filled('征求事项', motion)),
          pair(
            filled('方式', owners ? '业主书面票，按人数和面积分别计算' : '书面征求意见，每户一张'),
            filled('起止', `${dateAt(vote.openedAt)}开始，${end}`),
          ),
          ...(vote.noticedOn === null ? [] : [wide(filled('公示日期', writtenDate(vote.noticedOn)))]),
          ...(vote.dueOn === null ? [] : [wide(filled('交回期限', writtenDate(vote.dueOn)))]),
          ...(changes === null ? [] : [wide(filled('名单变动', `发起以后，${changes}`))]),
          ...(verdict === null ? [] : countRows(verdict.figures)),
        ],
      },
      ...(verdict === null ? [] : [stancesGrid(verdict.figures)]),
      {
        kind: 'form',
        rows: [
          wide(filled('所用规则', rule === null ? '没有选规则，只作统计。' : rule.name)),
          ...(rule === null ? [] : [wide(filled('依据', sourceText(rule)))]),
          ...(verdict === null
            ? []
            : [
                wide(filled('结果', outcomeNames[verdict.outcome])),
                wide(filled(vote.phase === 'void' ? '作废前宣布' : '宣布的结论', verdict.sentence)),
              ]),
        ],
      },
      resultSignatures,
    ],
  }
}

function countRows({ asked, handedOut, invalid, owners, returned, valid }: WrittenFigures): readonly FormRow[] {
  return [
    pair(
      filled(owners === undefined ? '征求户数' : '名单上的业主', `${asked} ${owners === undefined ? '户' : '人'}`),
      filled('发出', `${handedOut} 份`),
    ),
    pair(filled('收回', `${returned} 份`), filled('有效、无效', `有效 ${valid} 份，无效 ${invalid} 份`)),
  ]
}

/** 户数; among owners 人数 and 面积 beside each other, 参与 as a part of all and the choices as parts of those who took part. */
function stancesGrid(figures: WrittenFigures): ResultGrid {
  const { abstain, against, owners, valid } = figures
  if (owners === undefined) {
    const line = (name: string, count: number) => [name, `${count}`, percentText(BigInt(count), BigInt(valid))]
    return {
      ...{ kind: 'grid', title: '意见', columns: ['意见', '户数', '占有效票'], shares: [2, 2, 3] },
      rows: [line('赞成', figures.for), line('反对', against), line('弃权', abstain)],
    }
  }
  const line = (name: string, heads: number, area: string, of: { readonly heads: number; readonly area: string }) => [
    name,
    `${heads}`,
    percentText(BigInt(heads), BigInt(of.heads)),
    area,
    percentText(millionths(area), millionths(of.area)),
  ]
  const all = { heads: owners.total, area: owners.totalArea }
  const taking = { heads: owners.participating, area: owners.participatingArea }
  return {
    kind: 'grid',
    title: '人数和面积',
    columns: ['', '人数', '人数占比', '面积（平方米）', '面积占比'],
    shares: [3, 2, 3, 3, 3],
    rows: [
      line('全体业主', owners.total, owners.totalArea, all),
      line('参与（占全体）', owners.participating, owners.participatingArea, all),
      line('赞成（占参与）', figures.for, owners.forArea, taking),
      line('反对（占参与）', against, owners.againstArea, taking),
      line('弃权（占参与）', abstain, owners.abstainArea, taking),
    ],
  }
}
