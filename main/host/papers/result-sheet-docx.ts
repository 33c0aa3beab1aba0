import type { FileChild, Table } from 'docx'
import type { AssessmentContent } from '../../../shared/papers/assessment-table.ts'
import { plain } from '../../../shared/papers/paragraph.ts'
import type { ResultPart, ResultSheetContent } from '../../../shared/papers/result-sheet.ts'
import { titleLines } from '../../../shared/papers/title-lines.ts'
import { formTable, gap } from './form-table.ts'
import { gridTable } from './grid-table.ts'
import { bodyParagraph, emptyLine, markLine, titleLine } from './type-setting.ts'
import { wordFile } from './word-file.ts'

/** 表决结果 as a Word file: forms and tables beneath each other, to be signed at the end. */
export function resultSheetDocx({ mark, matter, parts, title }: ResultSheetContent): Promise<Uint8Array> {
  const above = [titleLine(title), ...(mark === null ? [] : [markLine(mark)]), gap()]
  return wordFile([...above, ...tables(parts)], { title: `${title}：${matter}`, mark })
}

/** 评议月汇总 as a Word file: a table for each thing that was assessed. */
export function assessmentDocx({ notes, tables: grids, title }: AssessmentContent): Promise<Uint8Array> {
  const above = [...titleLines(title).map(titleLine), emptyLine()]
  return wordFile([...above, ...tables(grids), ...notes.map((note) => bodyParagraph(plain(note)))], {
    title,
    mark: null,
  })
}

/** Two tables without a paragraph between would become one. What is signed stands on the page of what it is signed for. */
const tables = (parts: readonly ResultPart[]): readonly FileChild[] =>
  parts.flatMap((part, index) => {
    const leads = parts[index + 1]?.kind === 'signatures'
    return [tableOf(part, leads), gap({ keepNext: leads })]
  })

function tableOf(part: ResultPart, leads: boolean): Table {
  switch (part.kind) {
    case 'form':
      return formTable(part.rows, { dense: true, leads })
    case 'signatures':
      return formTable(part.rows, { together: true })
    case 'grid':
      return gridTable(part)
  }
}
