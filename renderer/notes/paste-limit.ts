/** More than this at once is a file and no note; every line becomes a paragraph. */
const MAX_PASTED_CHARS = 10_000
const MAX_PASTED_LINES = 500

export const PASTE_REFUSED = `一次最多粘贴 ${MAX_PASTED_CHARS} 字、${MAX_PASTED_LINES} 行。请分几次粘贴。`

export function isTooMuch(data: DataTransfer | null): boolean {
  const text = data?.getData('text/plain') ?? ''
  return text.length > MAX_PASTED_CHARS || text.split('\n').length > MAX_PASTED_LINES
}
