export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

type Growing = { name: string; attributes: Record<string, string>; children: Growing[]; text: string }

const TAG = /^<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
/** What XML 1.0 allows nowhere, not even as a reference. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

/** Reads a part of a Word file as a program that forgives nothing; throws on whatever is not well formed. */
export function parseXml(source: string): XmlElement {
  if (FORBIDDEN.test(source)) throw new Error('a character that XML does not allow')
  let rest = source.replace(/^<\?xml[^?]*\?>\s*/, '')
  const root: Growing = { name: '', attributes: {}, children: [], text: '' }
  const open: Growing[] = [root]
  while (rest !== '') {
    const top = open.at(-1)
    if (top === undefined) throw new Error('more closed than opened')
    const text = /^[^<]+/.exec(rest)?.[0] ?? ''
    top.text += decoded(text)
    rest = rest.slice(text.length)
    if (rest === '') break
    const tag = TAG.exec(rest)
    if (tag === null) throw new Error(`no tag: ${rest.slice(0, 80)}`)
    const [whole, closing, name = '', attributes = '', empty] = tag
    rest = rest.slice(whole.length)
    if (closing === '/') {
      if (top.name !== name) throw new Error(`</${name}> closes <${top.name}>`)
      open.pop()
      continue
    }
    const element: Growing = { name, attributes: attributesIn(attributes), children: [], text: '' }
    top.children.push(element)
    if (empty !== '/') open.push(element)
  }
  const [only, ...more] = root.children
  if (open.length !== 1 || only === undefined || more.length > 0) throw new Error('not one whole element')
  return only
}

function attributesIn(source: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name = '', value = ''] of source.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
    if (name in found) throw new Error(`${name} twice`)
    found[name] = decoded(value)
  }
  return found
}

const decoded = (text: string): string =>
  text.replace(/&([^;]*);/g, (_, entity: string) => {
    const known = ENTITIES[entity]
    if (known === undefined) throw new Error(`&${entity};`)
    return known
  })

/** Everything of that name below an element, in order. */
export const all = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])

/** The first child along a path of names. */
export function at(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((from, name) => from?.children.find((one) => one.name === name), element)
}
