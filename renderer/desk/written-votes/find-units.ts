import type { PeopleFinder } from '../../ui/find-people.ts'
import type { AskedUnit, NamedUnit } from './asked-units.ts'

/** 12, 12 号, 第12号票, №12, ＃１２. */
const NUMBERED = /^(?:第|no\.?|#)?(\d{1,6})(?:号|张)?票?$/i

/** The number of a paper as it is typed or read out; null where the text is none. */
export function paperNumberIn(typed: string): number | null {
  const found = NUMBERED.exec(typed.normalize('NFKC').replace(/\s/g, ''))?.[1]
  return found === undefined || Number(found) === 0 ? null : Number(found)
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toLowerCase()

/**
 * Those that a number, a house number or a part of a name may mean: the paper of that number first, then houses, then
 * names (Chinese, pinyin or first letters). All of them for no query.
 */
export function findUnits<Unit extends NamedUnit & Partial<Pick<AskedUnit, 'paper'>>>(
  units: readonly Unit[],
  query: string,
  finder: PeopleFinder,
): readonly Unit[] {
  const sought = plain(query)
  if (sought === '') return units
  const number = paperNumberIn(query)
  const numbered = number === null ? [] : units.filter(({ paper }) => paper?.number === number)
  const housed = units
    .filter(({ house }) => house !== null && plain(house).includes(sought))
    .sort((a, b) => Number(plain(b.house ?? '') === sought) - Number(plain(a.house ?? '') === sought))
  return [...new Set([...numbered, ...housed, ...finder.find(units, query)])]
}
