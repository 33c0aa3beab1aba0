import type { FormRow } from '../../../shared/papers/form-rows.ts'
import type { WorksheetContent } from '../../../shared/papers/worksheet-content.ts'
import { formTable, gap } from './form-table.ts'
import { markLine, titleLine } from './type-setting.ts'
import { wordFile } from './word-file.ts'

/** 红色议事工单 as a Word file: a form on A4, upright, for one sheet with two sides. */
export function worksheetDocx(content: WorksheetContent): Promise<Uint8Array> {
  const { head, mark, matter, sides, title } = content
  const [front, back] = sides
  const side = (rows: readonly FormRow[]) => formTable(rows, { head })
  const above = [titleLine(title), ...(mark === null ? [] : [markLine(mark)]), gap()]
  const children = [...above, side(front), gap({ pageBreakBefore: true }), side(back), gap()]
  return wordFile(children, { title: `${title}：${matter}`, mark })
}
