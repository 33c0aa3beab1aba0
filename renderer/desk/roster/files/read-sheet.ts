import type { Result } from '../../../../shared/core/result.ts'
import { type FileKind, fileKind } from './file-kind.ts'
import { type FileFault, fault, type Sheet } from './sheet.ts'

/** Bytes of a file that is looked at: a full roster needs less than one million. */
const MAX_FILE_BYTES = 20 * 1024 * 1024

const NOT_TABLES: Readonly<Record<Exclude<FileKind, 'zip' | 'text'>, string>> = {
  empty: '这个文件是空的，一个字节也没有。请重新下载或重新拷贝一份。',
  'old-office':
    '这是旧版 Word/Excel/WPS 文件（.doc、.xls 或 .et）。请在 WPS 里打开它：表格另存为 .xlsx 再导入；文档里的表格可以复制出来直接粘贴。',
  password: '这个文件有密码，读不了。请先在 WPS 或 Excel 里去掉密码，另存为 .xlsx，再导入。',
  pdf: '这是 PDF 文件，不是表格。请向对方要 .xlsx 文件，或把名单复制出来直接粘贴。',
  picture: '这是图片，不是表格。请选名册的 .xlsx 或 .csv 文件。',
  archive: '这是压缩包，不是表格。请先解压，再选里面的 .xlsx 或 .csv 文件。',
  'rich-text': '这是 Word 文件（RTF），不是表格。请把里面的表格复制出来直接粘贴。',
}

/**
 * The table in a file, judged by its content and not by its name: `.xlsx`, or text as CSV. Of a workbook the table `wanted`,
 * or the first that holds something. Never throws; what cannot be read whole is not read at all.
 */
export async function readSheet(name: string, bytes: Uint8Array, wanted?: string): Promise<Result<Sheet, FileFault>> {
  const read = await readAnything(bytes, wanted)
  return read.ok ? read : fault(`“${name}”：${read.refusal.sentence}`)
}

async function readAnything(bytes: Uint8Array, wanted: string | undefined): Promise<Result<Sheet, FileFault>> {
  if (bytes.length > MAX_FILE_BYTES) {
    return fault('文件超过 20 MB，不像是名册。请删掉里面的图片和别的表，另存为 .xlsx，再导入。')
  }
  const kind = fileKind(bytes)
  if (kind !== 'zip' && kind !== 'text') return fault(NOT_TABLES[kind])
  try {
    // Loaded only when somebody brings a file.
    if (kind === 'zip') return await (await import('./xlsx-sheet.ts')).xlsxSheet(bytes, wanted)
    return (await import('./text-sheet.ts')).csvSheet(bytes)
  } catch {
    return fault(
      '这个文件没能打开，没有导入任何内容。请在 WPS 或 Excel 里打开它，另存为 .xlsx，再导入；还不行就刷新这一页再试。',
    )
  }
}
