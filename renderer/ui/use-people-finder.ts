import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { PeopleFinder } from './find-people.ts'
import { FinderInUse } from './finder-in-use.ts'
import { type PeopleFilter, peopleFilter } from './people-filter.ts'
import { initialByCollation } from './pinyin-initials.ts'

/** One for the page, so that every list of people knows the names that another has read. */
const inUse = new FinderInUse(initialByCollation, () =>
  import('./pinyin-dictionary.ts').then(({ readingsByDictionary }) => readingsByDictionary),
)

/** Finds people by Chinese and first letters, and by pinyin once the dictionary is there, which comes when `wanted`. */
export function usePeopleFinder(wanted = true): PeopleFinder {
  useEffect(() => {
    if (wanted) void inUse.fetchDictionary()
  }, [wanted])
  return useSyncExternalStore(inUse.subscribe, inUse.current)
}

/** The same for the `showSearch` of a Select or an AutoComplete, whose options have a name as their label or value. */
export function usePeopleFilter(): PeopleFilter {
  const finder = usePeopleFinder()
  return useMemo(() => peopleFilter(finder), [finder])
}
