import { ok, type Result, refuse } from '../../../shared/core/result.ts'
import { type Format, format } from '../../../shared/formats/format.ts'
import { jsonOf } from '../library/json-file.ts'
import { formatFault } from './format-faults.ts'

const NOTHING_TAKEN = '什么都没有导入。'

/** Reads a format from a file: all of it, or a sentence that says what is wrong and what to do. */
export function readFormatFile(bytes: Uint8Array): Result<Format, string> {
  const json = jsonOf(bytes)
  if (!json.ok) return json
  const { value } = json
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !('formatId' in value)) {
    return refuse(`这个文件不是会议形式，${NOTHING_TAKEN}请选用这一页的“导出”存下的文件（.json）。`)
  }
  const parsed = format.safeParse(value)
  const fault = formatFault(value)
  if (parsed.success && fault === null) return ok(parsed.data)
  return refuse(`${fault ?? ''}${NOTHING_TAKEN}请改正文件里的这一处，再导入一次。`)
}
