/**
 * The first Chinese character of each letter in the order of the browser's pinyin collation: whatever sorts from it on
 * begins with that letter. No syllable begins with i, u or v.
 */
const FIRST_OF_LETTER = Array.from('阿八嚓哒妸发旮哈丌咔垃妈拏噢妑七呥仨他穵夕丫帀')
const LETTERS = 'abcdefghjklmnopqrstwxyz'
const HAN = /\p{Script=Han}/u

const pinyinOrder = new Intl.Collator('zh-CN-u-co-pinyin')

/** The first letter of a character's pinyin as far as the browser knows it, z and not zh; nothing for what is not Chinese. */
export function initialByCollation(character: string): readonly string[] {
  if (!HAN.test(character)) return []
  const next = FIRST_OF_LETTER.findIndex((first) => pinyinOrder.compare(first, character) > 0)
  return [LETTERS.charAt(next === -1 ? LETTERS.length - 1 : Math.max(0, next - 1))]
}
