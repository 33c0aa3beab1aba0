import { familyReading } from './pinyin-family-names.ts'
import { lettersOf } from './pinyin-letters.ts'

/** Gives a character's readings without tones, the usual one first; a letter where no more is known. */
export type Reader = (character: string) => readonly string[]

/** From the narrowest to the widest; each allows the character itself. */
type Way = 'usualInitials' | 'initials' | 'usual' | 'every'

/** How a character of a name can be typed. */
export type Spellings = Readonly<Record<Way, readonly string[]>> & {
  /** Letters a to z, a bit each, that stand anywhere in these forms, and that one of them begins with. */
  readonly letters: number
  readonly firstLetters: number
}

/** How each of a name's characters can be typed. Each character, and each as part of a family name, is read once. */
export function speller(read: Reader): (characters: readonly string[]) => readonly Spellings[] {
  const known = new Map<string, Spellings>()
  const spell = (character: string, asFamilyName: string | undefined) => {
    const key = asFamilyName === undefined ? character : `${character} ${asFamilyName}`
    const spellings = known.get(key) ?? spellingsOf(character, withFirst(asFamilyName, read(character)))
    known.set(key, spellings)
    return spellings
  }
  return (characters) => {
    const family = familyReading(characters)
    return characters.map((character, index) => spell(character, family[index]))
  }
}

const withFirst = (first: string | undefined, readings: readonly string[]) =>
  first === undefined ? readings : [first, ...readings]

function spellingsOf(character: string, readings: readonly string[]): Spellings {
  const syllables = readings.map(typed)
  const initials = readings.map((reading) => reading.charAt(0))
  const [usualSyllables = []] = syllables
  const once = (forms: readonly string[]) => [...new Set([character, ...forms])]
  const every = once([...initials, ...syllables.flat()])
  return {
    usualInitials: once(initials.slice(0, 1)),
    initials: once(initials),
    usual: once([...initials.slice(0, 1), ...usualSyllables]),
    every,
    letters: lettersOf(every.join('')),
    firstLetters: lettersOf(every.map((form) => form.charAt(0)).join('')),
  }
}

/** A syllable as keyboards have it: lü is typed lv or lu, and stands as lyu in passports. */
const typed = (reading: string): readonly string[] =>
  reading.includes('ü') ? ['v', 'u', 'yu'].map((letter) => reading.replace('ü', letter)) : [reading]

/**
 * Whether the characters from `start` on spell all of `sought`, without a gap, each as itself, by a first letter or by a
 * syllable as `way` allows; the last syllable may be unfinished.
 */
export function spells(characters: readonly Spellings[], start: number, sought: string, way: Way): boolean {
  let reached: Iterable<number> = [0]
  for (const spellings of characters.slice(start)) {
    const next = new Set<number>()
    for (const offset of reached) {
      const rest = sought.slice(offset)
      for (const form of spellings[way]) {
        if (form.startsWith(rest)) return true
        if (rest.startsWith(form)) next.add(offset + form.length)
      }
    }
    if (next.size === 0) return false
    reached = next
  }
  return false
}
