import type { ListChange, WrittenVote } from '../meeting/written-votes/state.ts'
import { dateAt } from './chinese-dates.ts'
import { oneLine } from './plain-text.ts'

/**
 * 名单变动 after the opening, with the day and the reason of each, without names: what was done on one day for one reason
 * is told together. Null where the list is that of the opening.
 */
export function listChangesText({ changes, kind }: Pick<WrittenVote, 'changes' | 'kind'>): string | null {
  const [whose, unit] = kind === 'owners' ? ['位业主', '位'] : ['户', '户']
  const told = new Map<string, { readonly first: ListChange; count: number }>()
  for (const change of changes) {
    const { area, at, reason, was } = change
    // One correction is no other's: each is told with its two areas.
    const key = JSON.stringify([dateAt(at), reason, was === null ? null : [was, area]])
    const known = told.get(key)
    if (known === undefined) told.set(key, { first: change, count: 1 })
    else known.count += 1
  }
  if (told.size === 0) return null
  const lines = [...told.values()].map(({ count, first: { area, at, reason, was } }) => {
    const done =
      was === null ? `补入${count}${whose}` : `更正${count}${unit}的专有面积，由${was}平方米改为${area}平方米`
    return `${dateAt(at)}${done}，${reason === null ? '没有写原因' : `原因：${reasonText(reason)}`}`
  })
  return `${lines.join('；')}。`
}

/** The sentence goes on behind it. */
const reasonText = (reason: string): string => oneLine(reason).replace(/[。；;.]+$/, '')
