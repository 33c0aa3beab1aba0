/** How large a text can be drawn: the longer, the smaller, and never below what the back row can read. */
export function lengthOf(text: string): 'short' | 'middle' | 'long' | 'longest' {
  if (text.length <= 30) return 'short'
  if (text.length <= 54) return 'middle'
  return text.length <= 100 ? 'long' : 'longest'
}
