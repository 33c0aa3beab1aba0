import { zipSync } from 'fflate'
import { readSheet as readCells } from 'read-excel-file/universal'
import { ok, type Result } from '../../../../shared/core/result.ts'
import { numberText } from './number-text.ts'
import { cutOff, type FileFault, fault, MAX_ROWS, type Sheet, tooManyRows, type Warning } from './sheet.ts'
import { type TableXml, tableXml } from './table-xml.ts'
import { RELATIONS_PATH, WORKBOOK_PATH, type Workbook, type WorkbookTable, workbookOf } from './workbook.ts'
import { XmlError, xmlOf } from './xml.ts'
import { openZip, type ZipArchive, ZipError, type ZipFault } from './zip-archive.ts'

const AGAIN = '请在 WPS 或 Excel 里打开它，另存为 .xlsx，再导入。'

const SENTENCES: Readonly<Record<ZipFault, string>> = {
  damaged: `这个文件不完整或已损坏，没有导入任何内容。请重新下载或重新拷贝一份；${AGAIN}`,
  bomb: `这个文件解开后大得不正常，为了安全没有打开它。如果它确实是名册，${AGAIN}`,
  password: '这个文件有密码，读不了。请先在 WPS 或 Excel 里去掉密码，另存为 .xlsx，再导入。',
}

/** Archives that are something else, by a file that only those have. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^word\//, `这是 Word 文件，不是表格。请把里面的表格复制出来直接粘贴，或在 WPS 表格里存成 .xlsx 再导入。`],
  [/^ppt\//, '这是演示文稿（PPT），不是表格。请选名册的 .xlsx 或 .csv 文件。'],
  [/^xl\/workbook\.bin$/, `这是二进制的 Excel 文件（.xlsb）。${AGAIN}`],
  [/^content\.xml$/, `这是 ODF 文件（.ods、.odt）。${AGAIN}`],
]

/**
 * A workbook's table `wanted`, or the first that is not hidden and holds something. What the parser is given is packed anew
 * from parts that were looked through: it never meets the file itself, and needs no worker, which the page's policy forbids.
 */
export async function xlsxSheet(bytes: Uint8Array, wanted?: string): Promise<Result<Sheet, FileFault>> {
  try {
    const zip = openZip(bytes)
    if (!zip.names.includes(WORKBOOK_PATH)) return fault(otherArchive(zip))
    const workbook = workbookOf(part(zip, WORKBOOK_PATH), part(zip, RELATIONS_PATH))
    const shown = workbook.tables.filter(({ hidden }) => !hidden)
    const found = firstWithRows(zip, wanted === undefined ? shown : shown.filter(({ name }) => name === wanted))
    if (found === null) return fault('这个文件里的表都是空的（隐藏的表不读）。请选有名册内容的文件。')
    const { table, scan } = found
    if (scan.count > MAX_ROWS) return tooManyRows(scan.count)
    const values = await readCells(rebuilt(zip, workbook, scan), { parseNumber: numberText, trim: true })
    const rows = values.flatMap((cells, index) => {
      const line = scan.lines[index]
      const texts = cells.map(cellText)
      return line === undefined || texts.every((text) => text === '') ? [] : [{ line, cells: texts }]
    })
    const names = shown.map(({ name }) => name)
    const { formulas, merges, unreadable } = scan
    return ok({
      name: table.name,
      names,
      rows,
      warnings: [...tablesLeft(table, workbook), ...(scan.isWide ? [cutOff] : [])],
      formulas,
      merges,
      unreadable,
    })
  } catch (error) {
    if (error instanceof ZipError) return fault(SENTENCES[error.fault])
    if (error instanceof XmlError) {
      return fault(`这个文件的写法不是表格软件存出来的样子，为了安全没有打开它，没有导入任何内容。${AGAIN}`)
    }
    return fault(SENTENCES.damaged)
  }
}

function otherArchive(zip: ZipArchive): string {
  const other = OTHERS.find(([file]) => zip.names.some((name) => file.test(name)))
  return other?.[1] ?? '这是压缩包，不是表格。请先解压，再选里面的 .xlsx 或 .csv 文件。'
}

function part(zip: ZipArchive, path: string): string {
  const bytes = zip.bytes(path)
  if (bytes === null) throw new ZipError('damaged')
  return xmlOf(bytes)
}

function firstWithRows(zip: ZipArchive, tables: readonly WorkbookTable[]) {
  for (const table of tables) {
    const scan = tableXml(part(zip, table.path), MAX_ROWS)
    if (scan.count > 0) return { table, scan }
  }
  return null
}

/** A workbook of one table, packed without compression. */
function rebuilt(zip: ZipArchive, { from1904, stringsPath, stylesPath }: Workbook, { xml }: TableXml): ArrayBuffer {
  const text = new TextEncoder()
  const taken = (path: string | null) => (path !== null && zip.names.includes(path) ? part(zip, path) : null)
  const strings = taken(stringsPath)
  const styles = taken(stylesPath)
  const parts: Record<string, Uint8Array> = {
    [WORKBOOK_PATH]: text.encode(
      `<workbook><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    [RELATIONS_PATH]: text.encode(
      `<Relationships><Relationship Id="r1" Type="${RELATION}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    // A style that nothing describes would be an error.
    'xl/worksheets/sheet1.xml': text.encode(
      styles === null ? xml.replace(/(<c r="\w+"(?: t="\w+")?) s="\w+"/g, '$1') : xml,
    ),
    ...(strings === null ? {} : { 'xl/sharedStrings.xml': text.encode(strings) }),
    ...(styles === null ? {} : { 'xl/styles.xml': text.encode(styles) }),
  }
  return exactly(zipSync(parts, { level: 0 }))
}

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const exactly = (bytes: Uint8Array): ArrayBuffer => bytes.slice().buffer as ArrayBuffer

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  return typeof value === 'boolean' ? (value ? '是' : '否') : String(value).trim()
}

function tablesLeft(read: WorkbookTable, { tables }: Workbook): readonly Warning[] {
  const others = tables.filter((table) => table !== read)
  if (others.length === 0) return []
  const names = others.map(({ hidden, name }) => `“${name}”${hidden ? '（隐藏）' : ''}`).join('、')
  return [{ line: null, sentence: `读的是表“${read.name}”。文件里另外的表没有读：${names}。` }]
}
