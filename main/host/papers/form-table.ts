import {
  AlignmentType,
  HeightRule,
  type IParagraphOptions,
  Paragraph,
  type Table,
  type TableCell,
  TableRow,
} from 'docx'
import type { FormField, FormRow } from '../../../shared/papers/form-rows.ts'
import { cell, ruledTable } from './ruled-table.ts'
import { exactly } from './type-setting.ts'
import { TEXT_WIDTH } from './word-file.ts'

/** A line to write or sign on by hand: 10.6 mm. Twips. */
const WRITING_LINE = 600
const LABEL_WIDTH = 1_922
const HALF_WIDTH = TEXT_WIDTH / 2 - LABEL_WIDTH
/** Between the title and the form. */
const GAP = 100
const COLUMNS = [LABEL_WIDTH, HALF_WIDTH, LABEL_WIDTH, HALF_WIDTH]
/** 年 月 日, with room to write a number before each. */
const DATE_BY_HAND = '年　　月　　日'

/** What is printed and not written needs less height than a line to sign on. Twips. */
const PRINTED_LINE = 460

type Setting = {
  /** Stands on every page that the form takes up. */
  readonly head?: Pair
  /** Rows with print in them are as low as their print. */
  readonly dense?: boolean
  /** All of it stays on one page. */
  readonly together?: boolean
  /** Its last row stays on the page of what comes next. */
  readonly leads?: boolean
}

/** A form as wide as the text. */
export const formTable = (
  rows: readonly FormRow[],
  { dense = false, head, leads = false, together = false }: Setting = {},
): Table =>
  ruledTable(COLUMNS, [
    ...(head === undefined ? [] : [pairRow(head, { tableHeader: true })]),
    ...rows.map((row, index) => rowOf(row, { dense, keepNext: index < rows.length - 1 ? together : leads })),
  ])

type Pair = readonly [FormField, FormField]

/** As good as nothing: Word wants a paragraph around tables, and would make it a full line. */
export const gap = (more: Pick<IParagraphOptions, 'keepNext' | 'pageBreakBefore'> = {}): Paragraph =>
  new Paragraph({ spacing: exactly(GAP), ...more })

type RowSetting = { readonly dense?: boolean; readonly keepNext?: boolean; readonly tableHeader?: true }

function rowOf(row: FormRow, setting: RowSetting): TableRow {
  switch (row.kind) {
    case 'section':
      return new TableRow({
        cantSplit: true,
        children: [cell([row.title], { width: TEXT_WIDTH, span: 4, typeface: 'first', grey: true, keepNext: true })],
      })
    case 'wide':
      return new TableRow({
        cantSplit: true,
        height: heightOf([row.field], setting),
        children: [
          labelCell(row.field, setting),
          valueCell(row.field, { width: TEXT_WIDTH - LABEL_WIDTH, span: 3 }, setting),
        ],
      })
    case 'pair':
      return pairRow(row.fields, setting)
  }
}

function pairRow(fields: Pair, { tableHeader, ...setting }: RowSetting): TableRow {
  return new TableRow({
    cantSplit: true,
    ...(tableHeader === undefined ? {} : { tableHeader }),
    height: heightOf(fields, setting),
    children: fields.flatMap((field) => [
      labelCell(field, setting),
      valueCell(field, { width: HALF_WIDTH, span: 1 }, setting),
    ]),
  })
}

function heightOf(fields: readonly FormField[], { dense = false }: RowSetting) {
  const printed = dense && fields.every(({ lines }) => lines.length > 0)
  const value = printed ? PRINTED_LINE : Math.max(...fields.map(({ room }) => room)) * WRITING_LINE
  return { value, rule: HeightRule.ATLEAST }
}

const labelCell = ({ label }: FormField, { keepNext = false }: RowSetting): TableCell =>
  cell([label], { width: LABEL_WIDTH, span: 1, typeface: 'first', keepNext })

function valueCell(
  { dateByHand, lines }: FormField,
  place: { readonly width: number; readonly span: number },
  { keepNext = false }: RowSetting,
): TableCell {
  const setting = { ...place, typeface: 'body', keepNext } as const
  if (dateByHand) return cell([DATE_BY_HAND], { ...setting, alignment: AlignmentType.RIGHT })
  return cell(lines.length === 0 ? [''] : lines, { ...setting, alignment: AlignmentType.LEFT })
}
