/** Where the Chinese characters that are read with a letter begin, in the order of the pinyin collation; i, u, v begin none. */
const FIRST_OF_LETTER = Array.from('阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨它穵夕丫帀')
const LETTERS = 'abcdefghjklmnopqrstwxyz'
const HAN = /\p{Script=Han}/u

const pinyinOrder = new Intl.Collator('zh-CN-u-co-pinyin')

/** The first letters of a name's pinyin, as people type them to find it: zhf for 张宏发, z and not zh. */
export function initialsOf(name: string): string {
  return Array.from(name, initialOf).join('')
}

function initialOf(character: string): string {
  if (!HAN.test(character)) return character.toLowerCase()
  const next = FIRST_OF_LETTER.findIndex((first) => pinyinOrder.compare(first, character) > 0)
  return LETTERS.charAt(next === -1 ? LETTERS.length - 1 : Math.max(0, next - 1))
}

/** The people that a part of a name or its pinyin initials may mean, the likeliest first; all of them for no query. */
export function findPeople<Person extends { readonly name: string }>(
  people: readonly Person[],
  query: string,
): readonly Person[] {
  const sought = query.replace(/\s/g, '').toLowerCase()
  if (sought === '') return people
  return people
    .map((person) => ({ person, rank: rankOf(person.name, sought) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank)
    .map(({ person }) => person)
}

const NO_MATCH = 4

function rankOf(name: string, sought: string): number {
  const plain = name.toLowerCase()
  if (plain === sought) return 0
  if (plain.startsWith(sought)) return 1
  if (initialsOf(name).startsWith(sought)) return 2
  return plain.includes(sought) || initialsOf(name).includes(sought) ? 3 : NO_MATCH
}
