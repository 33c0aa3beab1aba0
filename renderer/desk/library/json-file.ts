import { ok, type Result, refuse } from '../../../shared/core/result.ts'

/** Far more than the two hundred rule packs, or several thousand trials, that anybody keeps. */
export const MAX_FILE_BYTES = 2_000_000

/** What a .json file holds, or why it cannot be read, in a sentence. */
export function jsonOf(bytes: Uint8Array): Result<unknown, string> {
  if (bytes.length > MAX_FILE_BYTES)
    return refuse('这个文件太大（超过 2 MB），没有读入。请选从本软件导出的 .json 文件。')
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    return refuse('这个文件不是 UTF-8 的 .json 文件，没有读入。请选从本软件导出的文件。')
  }
}

export const jsonBytes = (value: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)

/** A name for a file: what file systems do not take is left out. */
export const fileName = (words: string): string => `${words.replace(/[\\/:*?"<>|\s]+/g, '').slice(0, 60)}.json`
