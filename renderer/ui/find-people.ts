import { lettersOf } from './pinyin-letters.ts'
import { type Reader, type Spellings, speller, spells } from './pinyin-spellings.ts'

/** How well a name fits what is sought; the smaller, the likelier. What only a rarer reading fits comes after its like. */
const RANKS = {
  whole: 0,
  beginning: 1,
  initials: 2,
  initialsReadRarely: 3,
  pinyin: 4,
  pinyinReadRarely: 5,
  within: 6,
  withinReadRarely: 7,
}
const RANK_COUNT = Object.keys(RANKS).length

export type PeopleFinder = {
  /**
   * The people that a part of a name may mean, in Chinese, pinyin (its last syllable may be unfinished), first letters or
   * a mixture; the likeliest first, else in the order given. All of them for no query.
   */
  readonly find: <Person extends { readonly name: string }>(
    people: readonly Person[],
    query: string,
  ) => readonly Person[]
  /** How well a name fits this query, the smaller the better; null when it does not. */
  readonly ranking: (query: string) => (name: string) => number | null
}

/** Finds people by the readings of `read`. What it learns of a name is kept: a search reads no name twice. */
export function peopleFinder(read: Reader): PeopleFinder {
  const spell = speller(read)
  const known = new Map<string, IndexedName>()
  const indexed = (name: string): IndexedName => {
    const index = known.get(name) ?? indexOf(name, spell)
    known.set(name, index)
    return index
  }
  const ranking: PeopleFinder['ranking'] = (query) => {
    if (query.trim() === '') return () => RANKS.whole
    const sought = soughtIn(query)
    // A mark alone is no name: Enter after it must take nobody.
    return sought.text === '' ? () => null : (name) => rankOf(indexed(name), sought)
  }
  const find: PeopleFinder['find'] = (people, query) => {
    if (query.trim() === '') return people
    const rank = ranking(query)
    const byRank = Array.from({ length: RANK_COUNT }, (): (typeof people)[number][] => [])
    for (const person of people) {
      const at = rank(person.name)
      if (at !== null) byRank[at]?.push(person)
    }
    return byRank.flat()
  }
  return { find, ranking }
}

/** What may stand between the parts of a name, or between syllables while an input method composes them. */
const GAPS = /[\s·・•‧'’]/g

/** Without gaps, case and width; ü as keyboards have it. */
const plain = (text: string) => text.normalize('NFKC').replace(GAPS, '').toLowerCase().replace(/ü/g, 'v')

type IndexedName = {
  readonly text: string
  readonly characters: readonly Spellings[]
  readonly letters: number
  readonly firstLetters: number
}

function indexOf(name: string, spell: ReturnType<typeof speller>): IndexedName {
  const text = plain(name)
  const characters = spell(Array.from(text))
  let [letters, firstLetters] = [0, 0]
  for (const spellings of characters) {
    letters |= spellings.letters
    firstLetters |= spellings.firstLetters
  }
  return { text, characters, letters, firstLetters }
}

type Sought = {
  readonly text: string
  readonly letters: number
  readonly firstLetter: number
  /** What is no letter a to z and can only stand for itself. */
  readonly others: readonly string[]
}

function soughtIn(query: string): Sought {
  const text = plain(query)
  return {
    text,
    letters: lettersOf(text),
    firstLetter: lettersOf(text.charAt(0)),
    others: Array.from(text).filter((character) => lettersOf(character) === 0),
  }
}

/** Most names are passed over by their letters alone. */
const mayFit = (name: IndexedName, { firstLetter, letters, others }: Sought): boolean =>
  (name.letters & letters) === letters &&
  (name.firstLetters & firstLetter) === firstLetter &&
  others.every((character) => name.text.includes(character))

function rankOf(name: IndexedName, sought: Sought): number | null {
  if (!mayFit(name, sought)) return null
  const { characters, text } = name
  if (text === sought.text) return RANKS.whole
  if (text.startsWith(sought.text)) return RANKS.beginning
  if (spells(characters, 0, sought.text, 'every')) {
    if (spells(characters, 0, sought.text, 'usualInitials')) return RANKS.initials
    if (spells(characters, 0, sought.text, 'initials')) return RANKS.initialsReadRarely
    return spells(characters, 0, sought.text, 'usual') ? RANKS.pinyin : RANKS.pinyinReadRarely
  }
  const from = characters.map((_, at) => at).filter((at) => spells(characters, at, sought.text, 'every'))
  if (from.length === 0) return null
  return from.some((at) => spells(characters, at, sought.text, 'usual')) ? RANKS.within : RANKS.withinReadRarely
}
