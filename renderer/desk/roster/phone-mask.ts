/** Digits left readable: enough to tell one's own number by, too few to call. */
const HEAD = 3
const TAIL = 4
/** From here on both ends are shown. */
const LONG = 11

/** A telephone number that others may look at: `138****0000`, `****5678`. */
export function maskedPhone(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/^\+86|\D/g, '')
  if (digits === '') return ''
  const tail = digits.length > TAIL + HEAD ? digits.slice(-TAIL) : ''
  return `${digits.length >= LONG ? digits.slice(0, HEAD) : ''}****${tail}`
}
