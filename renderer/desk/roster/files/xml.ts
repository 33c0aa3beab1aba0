/** Thrown for XML that no spreadsheet program writes. */
export class XmlError extends Error {}

/**
 * The text of a part of a workbook, ready to be looked through: UTF-8, no comments, no name-space prefix on the elements of
 * the part's own vocabulary. Whatever declares a document type (and with it entities, of which a few lines can grow to
 * gigabytes) or wraps text in CDATA is refused. Throws an `XmlError`.
 */
export function xmlOf(bytes: Uint8Array): string {
  let xml: string
  try {
    xml = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new XmlError('not UTF-8')
  }
  xml = withoutComments(xml)
  if (xml.includes('<!')) throw new XmlError('a declaration')
  const prefix = /<(?:[?][^>]*>\s*<)?(\w+:)?\w+/.exec(xml)?.[1]
  return prefix === undefined ? xml : xml.split(`<${prefix}`).join('<').split(`</${prefix}`).join('</')
}

function withoutComments(xml: string): string {
  let kept = ''
  let at = 0
  for (;;) {
    const start = xml.indexOf('<!--', at)
    if (start === -1) return at === 0 ? xml : kept + xml.slice(at)
    const end = xml.indexOf('-->', start + 4)
    if (end === -1) throw new XmlError('a comment without an end')
    kept += xml.slice(at, start)
    at = end + 3
  }
}

/** One tag as it stands in the text; `name` is empty for processing instructions. */
export type Tag = {
  readonly name: string
  readonly kind: 'open' | 'close' | 'whole'
  /** What stands between the name and the end. */
  readonly attributes: string
  /** Where the tag begins, and where what follows it begins. */
  readonly start: number
  readonly end: number
}

/** The tags of `xml` from `from` on, one after the other. Throws an `XmlError` where one has no end. */
export function* tagsOf(xml: string, from = 0): Generator<Tag> {
  for (let start = xml.indexOf('<', from); start !== -1; ) {
    const gt = xml.indexOf('>', start)
    if (gt === -1) throw new XmlError('a tag without an end')
    const closes = xml[start + 1] === '/'
    const whole = xml[gt - 1] === '/'
    const inner = xml.slice(start + (closes ? 2 : 1), whole ? gt - 1 : gt)
    const name = NAME.exec(inner)?.[0] ?? ''
    const end = gt + 1
    yield { name, kind: closes ? 'close' : whole ? 'whole' : 'open', attributes: inner.slice(name.length), start, end }
    start = xml.indexOf('<', end)
  }
}

const NAME = /^[A-Za-z][\w.-]*/

/** The value of an attribute, whatever its name-space prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = patternFor(name).exec(attributes)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? undefined : unescaped(value)
}

const patterns = new Map<string, RegExp>()

function patternFor(name: string): RegExp {
  const made = patterns.get(name) ?? new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
  patterns.set(name, made)
  return made
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? whole
    const code = hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

/** Text as it stands in XML, in an element or between double quotes; what XML cannot hold is left out. */
export const escaped = (text: string): string =>
  text
    .replace(NOT_IN_XML, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')

/** Control characters but tab and line ends, and halves of characters. */
const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
