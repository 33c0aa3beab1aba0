import { AlignmentType, type Table, TableRow } from 'docx'
import { type SpeechLine, speechColumns, speechFacts } from '../../../shared/papers/speaking-list.ts'
import { widthOf } from '../../../shared/papers/title-lines.ts'
import { cell, ruledTable } from './ruled-table.ts'
import { TEXT_WIDTH } from './word-file.ts'

/** A page has room for 31 lines of a table. What is higher than this may be split: it might fit on no page whole. */
const MOST_LINES_WHOLE = 25
/** Characters of 小四 in a line over the whole width. */
const CHARACTERS_IN_LINE = 36

/** Twips; what the others leave is for the name. */
const WIDTHS: Readonly<Record<(typeof speechFacts)[number], number>> = {
  time: 900,
  name: TEXT_WIDTH - 900 - 2_800 - 1_900 - 1_250,
  seat: 2_800,
  what: 1_900,
  length: 1_250,
}

/** 发言记录: its head on every page, each speech one row, and a row over the whole width beneath it for 要点 and 书面答复. */
export const speakingTable = (speeches: readonly SpeechLine[]): Table =>
  ruledTable(
    speechFacts.map((fact) => WIDTHS[fact]),
    [headRow(), ...speeches.flatMap((speech) => [factsRow(speech), ...rowsBeneath(speech)])],
  )

const headRow = (): TableRow =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: speechFacts.map((fact) =>
      cell([speechColumns[fact]], { width: WIDTHS[fact], span: 1, typeface: 'first' }),
    ),
  })

const factsRow = (speech: SpeechLine): TableRow =>
  new TableRow({
    cantSplit: true,
    children: speechFacts.map((fact) =>
      cell([speech[fact]], { width: WIDTHS[fact], span: 1, typeface: 'body', keepNext: speech.beneath.length > 0 }),
    ),
  })

function rowsBeneath({ beneath }: SpeechLine): readonly TableRow[] {
  if (beneath.length === 0) return []
  const width = { width: TEXT_WIDTH, span: speechFacts.length }
  const lines = beneath.reduce((sum, text) => sum + Math.ceil(widthOf(text) / CHARACTERS_IN_LINE), 0)
  return [
    new TableRow({
      ...(lines <= MOST_LINES_WHOLE ? { cantSplit: true } : {}),
      children: [cell(beneath, { ...width, typeface: 'body', alignment: AlignmentType.LEFT })],
    }),
  ]
}
