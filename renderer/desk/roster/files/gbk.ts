const FIRST_LEAD = 0x81
const LAST_LEAD = 0xfe
const FIRST_TRAIL = 0x40
const LAST_TRAIL = 0xfe
const NO_TRAIL = 0x7f
const LINE_END = 0x0a

let made: ReadonlyMap<string, number> | null = null

/** Characters and their two bytes in GBK, turned round from what the browser decodes; made once. */
function gbkCodes(): ReadonlyMap<string, number> {
  if (made !== null) return made
  const codes: number[] = []
  for (let lead = FIRST_LEAD; lead <= LAST_LEAD; lead += 1) {
    for (let trail = FIRST_TRAIL; trail <= LAST_TRAIL; trail += 1)
      if (trail !== NO_TRAIL) codes.push(lead * 256 + trail)
  }
  // A line end behind each pair keeps a pair that is none from spoiling the next.
  const pairs = Uint8Array.from(codes.flatMap((code) => [code >> 8, code & 0xff, LINE_END]))
  const characters = new TextDecoder('gbk').decode(pairs).split('\n')
  const table = new Map<string, number>()
  codes.forEach((code, at) => {
    const character = characters[at] ?? ''
    if (character.length === 1 && !NOT_GBK.test(character) && !table.has(character)) table.set(character, code)
  })
  made = table
  return table
}

/** What decoding puts where there is no character, and the places that GBK leaves to its users. */
const NOT_GBK = /[\uFFFD\uE000-\uF8FF]/

const isAscii = (character: string): boolean => character < '\u0080'

/** The characters of a text that GBK does not have, each once. */
export function notInGbk(text: string): readonly string[] {
  const codes = gbkCodes()
  return [...new Set(text)].filter((character) => !isAscii(character) && !codes.has(character))
}

/** Text in GBK; a character that it does not have becomes a question mark. */
export function gbkBytes(text: string): Uint8Array<ArrayBuffer> {
  const codes = gbkCodes()
  const bytes: number[] = []
  for (const character of text) {
    const code = isAscii(character) ? character.charCodeAt(0) : (codes.get(character) ?? '?'.charCodeAt(0))
    if (code > 0xff) bytes.push(code >> 8)
    bytes.push(code & 0xff)
  }
  return Uint8Array.from(bytes)
}
