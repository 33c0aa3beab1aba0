/**
 * What no paper may carry: control characters other than line ends, the marks that turn the direction of writing (a
 * name could hide its own ending behind one), invisible spaces, code points that are no characters, halves of pairs.
 */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|\p{Surrogate}/gu

const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/

/** The same text with nothing in it that a Word file or a page cannot show; line ends stay. */
export const printable = (text: string): string => text.replace(UNPRINTABLE, '')

/** Text as one line, with no space at either end: lines become neighbours, with a space between. */
export const oneLine = (text: string): string => linesOf(text).join(' ')

/** The lines of a text that say something, without indentation: the layout indents, never a space. */
export function linesOf(text: string): readonly string[] {
  return printable(text)
    .split(LINE_END)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
}

/** A sentence with a full stop, unless it has an end of its own. */
export const sentence = (text: string): string => (/[。！？；：…!?;:]["'”’」』）)]*$/.test(text) ? text : `${text}。`)
