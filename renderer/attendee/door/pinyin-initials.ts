/** The first character of each initial in the order of pinyin: what sorts from it on begins with that letter. */
const FIRSTS = '阿八嚓哒妸发旮哈讥咔垃妈拿噢妑七呥仨它穵夕丫帀'
const LETTERS = 'abcdefghjklmnopqrstwxyz'

const { compare } = new Intl.Collator('zh-CN-u-co-pinyin')

/** The initials of a name as people type them, `zgf` for 周桂芳; what is no Chinese character stays as it is. */
export function pinyinInitials(name: string): string {
  return [...name.toLowerCase()].map((character) => initialOf(character)).join('')
}

function initialOf(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return character
  const index = [...FIRSTS].findIndex((first) => compare(character, first) < 0)
  return LETTERS[(index === -1 ? LETTERS.length : index) - 1] ?? character
}
