/** Text as two of them are compared: signs and figures of one width, without spaces. */
export const unspaced = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')
