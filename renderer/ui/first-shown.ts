/** A page stays quick with a list this long; whoever is further down is found by typing. */
const MOST_SHOWN = 200

/** The beginning of a long list, and the sentence that says how to come to the rest; null when all are shown. */
export function firstShown<Entry>(found: readonly Entry[]): {
  readonly shown: readonly Entry[]
  readonly more: string | null
} {
  const left = found.length - MOST_SHOWN
  if (left <= 0) return { shown: found, more: null }
  return { shown: found.slice(0, MOST_SHOWN), more: `还有 ${left} 人没有列出来。请输入姓名或拼音来找。` }
}
