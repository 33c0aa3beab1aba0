import type { PeopleFinder } from './find-people.ts'

type Option = { readonly label?: unknown; readonly value?: unknown }

/** What an Ant Design `showSearch` takes to filter and order its options. */
export type PeopleFilter = {
  readonly filterOption: (query: string, option?: Option) => boolean
  readonly filterSort: (a: Option, b: Option, info: { readonly searchValue: string }) => number
}

/** Filters options by the name in their label, else their value, the likeliest first. A name is ranked once for a query. */
export function peopleFilter(finder: PeopleFinder): PeopleFilter {
  let last = { query: '', rank: once(finder.ranking('')) }
  const rank = (query: string, option: Option) => {
    if (last.query !== query) last = { query, rank: once(finder.ranking(query)) }
    return last.rank(nameIn(option))
  }
  return {
    filterOption: (query, option) => option !== undefined && rank(query, option) !== null,
    filterSort: (a, b, { searchValue }) =>
      (rank(searchValue, a) ?? Number.MAX_SAFE_INTEGER) - (rank(searchValue, b) ?? Number.MAX_SAFE_INTEGER),
  }
}

const nameIn = ({ label, value }: Option): string => (typeof label === 'string' ? label : String(value ?? ''))

function once(rank: (name: string) => number | null): (name: string) => number | null {
  const known = new Map<string, number | null>()
  return (name) => {
    const kept = known.get(name)
    if (kept !== undefined) return kept
    const found = rank(name)
    known.set(name, found)
    return found
  }
}
