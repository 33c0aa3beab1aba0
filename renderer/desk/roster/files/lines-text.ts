/** Stretches of lines that a sentence names before it only counts. */
const MAX_STRETCHES = 6

/** `第 2—5、8 行`; beyond six stretches `第 2、4、6、8、10、12 行等共 40 行`. Lines ascend. */
export function linesText(lines: readonly number[]): string {
  const stretches: { from: number; to: number }[] = []
  for (const line of lines) {
    const last = stretches[stretches.length - 1]
    if (last !== undefined && line <= last.to + 1) last.to = line
    else stretches.push({ from: line, to: line })
  }
  const told = stretches.slice(0, MAX_STRETCHES).map(({ from, to }) => (from === to ? `${from}` : `${from}—${to}`))
  return `第 ${told.join('、')} 行${stretches.length > MAX_STRETCHES ? `等共 ${lines.length} 行` : ''}`
}
