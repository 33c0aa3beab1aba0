const A = 97
const LETTER_COUNT = 26

/** The letters a to z in a text, a bit each. */
export function lettersOf(text: string): number {
  let letters = 0
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at) - A
    if (letter >= 0 && letter < LETTER_COUNT) letters |= 1 << letter
  }
  return letters
}
