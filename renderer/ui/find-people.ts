import { initialsOf } from './pinyin-initials.ts'

/** The people that a part of a name or its pinyin initials may mean, the likeliest first; all of them for no query. */
export function findPeople<Person extends { readonly name: string }>(
  people: readonly Person[],
  query: string,
): readonly Person[] {
  const sought = query.normalize('NFKC').replace(/\s/g, '').toLowerCase()
  if (sought === '') return people
  return people
    .map((person) => ({ person, rank: rankOf(person.name.toLowerCase(), sought) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank)
    .map(({ person }) => person)
}

const NO_MATCH = 4

function rankOf(name: string, sought: string): number {
  if (name === sought) return 0
  if (name.startsWith(sought)) return 1
  const readings = initialsOf(name)
  if (readings.some((initials) => initials.startsWith(sought))) return 2
  return name.includes(sought) || readings.some((initials) => initials.includes(sought)) ? 3 : NO_MATCH
}
