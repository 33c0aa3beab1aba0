import { strToU8, zipSync } from 'fflate'
import { columnName } from './column-name.ts'
import { escaped } from './xml.ts'

/** A table to be written: the first row is its heading, in bold and always in view; every cell is text. */
export type WrittenTable = {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  /** In characters, column by column. */
  readonly widths: readonly number[]
  /** Words to choose from in a column, from 0. */
  readonly choices?: readonly { readonly column: number; readonly words: readonly string[] }[]
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
/** Cell formats of `STYLES`: text as it stands, and the same in bold. Text: a telephone number typed there stays one. */
const TEXT = 1
const HEADING = 2
/** Lines below the last that offer the same choices. */
const SPARE_LINES = 1_000

const PLAIN = 'numFmtId="0" fontId="0" fillId="0" borderId="0"'

const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font>` +
  '<font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>' +
  `<cellStyleXfs count="1"><xf ${PLAIN}/></cellStyleXfs><cellXfs count="3"><xf ${PLAIN} xfId="0"/>` +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>' +
  '</cellXfs></styleSheet>'

/**
 * An `.xlsx` file of tables of text (ECMA-376 part 1, 18). Written here and packed in this thread: the packers of libraries
 * start workers for more than some hundred people, which the page's policy forbids.
 */
export function workbookBytes(tables: readonly WrittenTable[]): Uint8Array<ArrayBuffer> {
  const numbers = tables.map((_, index) => index + 1)
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
      numbers
        .map((no) => `<Override PartName="/xl/worksheets/sheet${no}.xml" ContentType="${TYPE}.worksheet+xml"/>`)
        .join('') +
      `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml':
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets>` +
      tables
        .map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
        .join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relations([
      ...numbers.map((no) => ['worksheet', `worksheets/sheet${no}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': STYLES,
  }
  tables.forEach((table, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = tableXml(table)
  })
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(HEAD + xml)])))
}

const relations = (targets: readonly (readonly [kind: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATION}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`

function tableXml({ choices = [], rows, widths }: WrittenTable): string {
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${TEXT}" customWidth="1"/>`,
  )
  const lines = rows.map(
    (cells, at) => `<row r="${at + 1}">${cells.map((cell, no) => cellXml(cell, no, at)).join('')}</row>`,
  )
  const lists = choices.map(({ column, words }) => {
    const name = columnName(column)
    return (
      `<dataValidation type="list" allowBlank="1" sqref="${name}2:${name}${rows.length + SPARE_LINES}">` +
      `<formula1>"${escaped(words.join(','))}"</formula1></dataValidation>`
    )
  })
  return (
    `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData>` +
    `${lists.length === 0 ? '' : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`}</worksheet>`
  )
}

function cellXml(cell: string, column: number, row: number): string {
  if (cell === '') return ''
  const style = row === 0 ? HEADING : TEXT
  return `<c r="${columnName(column)}${row + 1}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}
