/** `1.`, `2、`, `(3)`, `四、`: how lists copied from WeChat and Word begin their lines. */
const LIST_NUMBER = /^[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）.、．:：]\s*/
const JUST_A_NUMBER = /^\d{1,4}$/

/**
 * The rows of a ballot from text, one a line, in order. Lists from WeChat (接龙) lose their heading and their numbers, of
 * cells copied from Excel the first that is more than a number is taken.
 */
export const rowLines = (text: string): readonly string[] =>
  text
    .split(/\r\n|\r|\n/)
    .filter((line) => !line.trim().startsWith('#接龙'))
    .map((line) => {
      const cells = line.split('\t').map((cell) => cell.trim())
      const named = cells.find((cell) => cell !== '' && (cells.length === 1 || !JUST_A_NUMBER.test(cell)))
      return (named ?? '').replace(LIST_NUMBER, '').trim()
    })
    .filter((name) => name !== '')
