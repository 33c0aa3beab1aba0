/**
 * Control characters other than tab and line ends, marks that turn the direction of writing, and what takes no room or
 * shows nothing: behind them two names look alike, or a name like none.
 */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b-\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/u

/** Holds the parts of one emoji together: a family, a trade. Without a look back, which older browsers cannot read. */
const EMOJI_JOINT = /\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?\u200d(?=\p{Extended_Pictographic})/gu

/**
 * Whether any text in what a client sent has characters in it that nobody sees. Asked of commands and frames alone, and
 * not by the schemas: those also read what is on the disk, and what was once written must always load.
 */
export function hasUnseen(sent: unknown): boolean {
  const left: unknown[] = [sent]
  while (left.length > 0) {
    const one = left.pop()
    if (typeof one === 'string' && UNSEEN.test(one.replace(EMOJI_JOINT, ''))) return true
    if (typeof one === 'object' && one !== null) for (const inner of Object.values(one)) left.push(inner)
  }
  return false
}
