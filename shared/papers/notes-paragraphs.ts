import { ordinal } from './ordinals.ts'
import { type PaperParagraph, type PaperRun, plain, textOf } from './paragraph.ts'
import { printable } from './plain-text.ts'

/** Nobody nests deeper by hand; a file that does is cut there, with the mark. */
const MAX_DEPTH = 40
/** Paragraphs printed of one item's notes: more than anybody reads, few enough to lay out at once. */
export const MAX_PARAGRAPHS = 2_000
/** Stands before text whose place in the notes this version does not know. */
export const UNKNOWN_MARK = '〔未识别的内容〕'

type Node = {
  readonly type: string
  readonly text: string
  readonly marks: readonly unknown[]
  readonly content: readonly unknown[]
  /** The number that an ordered list begins with. */
  readonly start: number
}

/**
 * The notes of an agenda item, as the editor keeps them (ProseMirror JSON: a `doc`, or its nodes), in paragraphs of a
 * paper. Total: whatever comes, all its text comes out, up to a number of paragraphs; what is not known is marked, and
 * what is too much is counted, never left out in silence.
 */
export function notesParagraphs(notes: unknown): readonly PaperParagraph[] {
  const nodes = Array.isArray(notes) ? notes : [notes]
  const all = nodes
    .flatMap((node) => block(node, { depth: 0, lists: 0 }))
    .map(trimmed)
    .filter((paragraph) => paragraph.length > 0)
  if (all.length <= MAX_PARAGRAPHS) return all
  return [...all.slice(0, MAX_PARAGRAPHS), plain(`〔其余 ${all.length - MAX_PARAGRAPHS} 段未印〕`)]
}

type Place = { readonly depth: number; readonly lists: number }

function block(value: unknown, place: Place): readonly PaperParagraph[] {
  const node = asNode(value)
  if (node === null) return typeof value === 'string' ? [[{ text: value, bold: false }]] : []
  if (place.depth > MAX_DEPTH) return [[mark]]
  const inside = { ...place, depth: place.depth + 1 }
  switch (node.type) {
    case 'doc':
    case 'listItem':
      return node.content.flatMap((child) => block(child, inside))
    case 'paragraph':
      return inline(node.content, false, inside.depth)
    case 'heading':
      return inline(node.content, true, inside.depth)
    case 'bulletList':
      return listed(node.content, inside, () => '——')
    case 'orderedList': {
      const level = place.lists === 0 ? 3 : place.lists === 1 ? 4 : 5
      return listed(node.content, inside, (index) => ordinal(level, node.start + index))
    }
    case 'text':
    case 'hardBreak':
      return inline([node], false, inside.depth)
    default:
      return marked(unknownBlock(node, inside))
  }
}

/** Its own text, then whatever is inside: inline nodes that lie side by side are one paragraph. */
function unknownBlock(node: Node, inside: Place): readonly PaperParagraph[] {
  const own = node.text === '' ? [] : [[{ text: node.text, bold: false }]]
  const isInline = (child: unknown) => ['text', 'hardBreak'].includes(asNode(child)?.type ?? '')
  const rest = node.content.every(isInline)
    ? inline(node.content, false, inside.depth)
    : node.content.flatMap((child) => block(child, inside))
  return [...own, ...rest]
}

/** Each item begins with its ordinal or its dash; what else is in it follows as paragraphs of their own. */
function listed(items: readonly unknown[], inside: Place, lead: (index: number) => string): readonly PaperParagraph[] {
  return items
    .map((item) => block(item, { ...inside, lists: inside.lists + 1 }))
    .filter((paragraphs) => paragraphs.some((paragraph) => textOf(paragraph).trim() !== ''))
    .flatMap(([first = [], ...more], index) => [[{ text: lead(index), bold: false }, ...first], ...more])
}

/** A hard break begins a new paragraph: only so is its line indented like every other. */
function inline(nodes: readonly unknown[], bold: boolean, depth: number): readonly PaperParagraph[] {
  const paragraphs: PaperRun[][] = [[]]
  const add = (run: PaperRun) => paragraphs[paragraphs.length - 1]?.push(run)
  for (const value of nodes) {
    const node = asNode(value)
    if (node?.type === 'text') add({ text: node.text, bold: bold || isBold(node) })
    else if (node?.type === 'hardBreak') paragraphs.push([])
    else if (node !== null) {
      add(mark)
      const inner = depth > MAX_DEPTH ? [] : unknownBlock(node, { depth: depth + 1, lists: 0 })
      for (const run of inner.flat()) add(run)
    }
  }
  return paragraphs
}

const mark: PaperRun = { text: UNKNOWN_MARK, bold: false }

const marked = (paragraphs: readonly PaperParagraph[]): readonly PaperParagraph[] => {
  const [first = [], ...more] = paragraphs
  return [[mark, ...first], ...more]
}

const isBold = ({ marks }: Node): boolean =>
  marks.some((one) => typeof one === 'object' && one !== null && 'type' in one && one.type === 'bold')

function asNode(value: unknown): Node | null {
  if (typeof value !== 'object' || value === null) return null
  const { attrs, content, marks, text, type } = value as Readonly<Record<string, unknown>>
  return {
    type: typeof type === 'string' ? type : '',
    text: typeof text === 'string' ? text : '',
    marks: Array.isArray(marks) ? marks : [],
    content: Array.isArray(content) ? content : [],
    start: startOf(attrs),
  }
}

function startOf(attrs: unknown): number {
  const start = typeof attrs === 'object' && attrs !== null && 'start' in attrs ? attrs.start : 1
  return typeof start === 'number' && Number.isSafeInteger(start) && start > 0 ? start : 1
}

/** Without spaces at its beginning or end. */
function trimmed(paragraph: PaperParagraph): PaperParagraph {
  const runs = paragraph.map((run) => ({ ...run, text: printable(run.text).replace(/\s+/g, ' ') }))
  while (runs[0]?.text.trimStart() === '') runs.shift()
  while (runs.at(-1)?.text.trimEnd() === '') runs.pop()
  const [first] = runs
  const last = runs.at(-1)
  if (first !== undefined) first.text = first.text.trimStart()
  if (last !== undefined) last.text = last.text.trimEnd()
  return runs.filter((run) => run.text !== '')
}
