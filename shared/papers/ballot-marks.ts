import { type Mark, marksOf } from '../meeting/voting/marks.ts'
import type { Question } from '../meeting/voting/terms.ts'
import { markName } from '../wording/vote-words.ts'
import { oneLine } from './plain-text.ts'

/** Where a ballot is marked: boxes in a line, or a table of rows with a box under each heading. */
export type BallotMarks =
  | { readonly kind: 'line'; readonly options: readonly string[] }
  | {
      readonly kind: 'table'
      readonly rowsName: string
      readonly rows: readonly string[]
      readonly columns: readonly string[]
      /** What stands in each place to be marked; empty: something is written there. */
      readonly box: '□' | ''
      /** 另选他人: so many rows in which a name is written, with one place to be marked, under the first heading. */
      readonly blanks: number
    }

export function ballotTitle({ kind }: Question): string {
  if (kind === 'assessment') return '评议票'
  return kind === 'election' ? '选票' : '表决票'
}

export function ballotMarks(question: Question): BallotMarks {
  const names = (marks: readonly Mark[]) => marks.map(markName)
  switch (question.kind) {
    case 'motion':
    case 'objection':
      return { kind: 'line', options: names(marksOf(question)) }
    case 'choice':
      return table(question.rows, { rowsName: '项目', columns: ['选'], box: '□' })
    case 'election':
      return {
        ...table(question.rows, { rowsName: '候选人', columns: names(marksOf(question)), box: '□' }),
        blanks: question.writeIns === true ? question.posts : 0,
      }
    case 'assessment':
      return question.scale.kind === 'score'
        ? table(question.rows, { rowsName: '评议对象', columns: [`打分（0 到 ${question.scale.max}）`], box: '' })
        : table(question.rows, { rowsName: '评议对象', columns: names(marksOf(question)), box: '□' })
  }
}

type Table = Extract<BallotMarks, { kind: 'table' }>

const table = (rows: readonly string[], rest: Pick<Table, 'box' | 'columns' | 'rowsName'>): Table => ({
  kind: 'table',
  rows: rows.map(oneLine),
  blanks: 0,
  ...rest,
})

/** 填票说明, and what makes a ballot invalid: the same that the counting asks for. */
export function howToFill(question: Question, named: boolean): readonly string[] {
  const unsigned = named ? '没有签名的也无效。' : ''
  switch (question.kind) {
    case 'motion':
      return [`在选定的一项后面的方框里画“○”，只选一项。不选、多选的无效。${unsigned}`]
    case 'objection':
      return [`有反对意见的，在方框里画“○”；没有反对意见的不用填，交回空白票。${unsigned}`]
    case 'choice': {
      const { count, op } = question.pick
      return op === 'exactly'
        ? [`选 ${count} 项，在选定项目的方框里画“○”。多选、少选的无效。${unsigned}`]
        : [`至多选 ${count} 项，在选定项目的方框里画“○”。多选的无效。${unsigned}`]
    }
    case 'election':
      if (question.writeIns === true) {
        return [
          `每名候选人选一项，在方框里画“○”；没画的算弃权，多画的整张票无效。`,
          `要选别人的，在“另选”后面写清姓名，在“赞成”下画“○”；不另选就空着。`,
          `应选 ${question.posts} 人，连另选的人在内，“赞成”不能多于 ${question.posts} 人，多于的整张票无效。${unsigned}`,
        ]
      }
      return [
        `每一行选一项，在方框里画“○”；没画的算弃权，多画的整张票无效。`,
        `应选 ${question.posts} 人，“赞成”不能多于 ${question.posts} 人，多于的整张票无效。${unsigned}`,
      ]
    case 'assessment':
      return question.scale.kind === 'score'
        ? [`每一行写一个 0 到 ${question.scale.max} 的整数，分数越高越满意；不了解的可以空着。${unsigned}`]
        : [`每行选一项，在方框里画“○”；没画算“不了解”，多画整张无效。${unsigned}`]
  }
}
