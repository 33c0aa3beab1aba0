import { AlignmentType, type IParagraphOptions, LineRuleType, Paragraph, Tab, TextRun } from 'docx'
import type { PaperParagraph } from '../../../shared/papers/paragraph.ts'
import { printable } from '../../../shared/papers/plain-text.ts'
import { fontOf, LINE, SIZE, type Typeface } from './typefaces.ts'

/** A quarter point closer: 28 characters of 三号 are 448 pt and the line has 442.2. Twips. */
const CLOSER = -5
/** 一字 of 三号 as it is set here, 15.75 pt in twips. */
export const CHARACTER = 315

export const exactly = (line: number) => ({ before: 0, after: 0, line, lineRule: LineRuleType.EXACT })

/** 左空二字, in characters for those who change the size, in twips for those who do not count characters. */
const firstLine = { firstLineChars: 200, firstLine: 2 * CHARACTER }

type Setting = { readonly typeface?: Typeface; readonly size?: number; readonly bold?: boolean }

/** The one place where text enters a file: nothing that XML forbids gets past it. */
export const run = (text: string, setting: Setting = {}): TextRun => setIn([printable(text)], setting)

function setIn(children: readonly (string | Tab)[], { bold = false, size = SIZE.three, typeface = 'body' }: Setting) {
  const closer = size === SIZE.three ? { characterSpacing: CLOSER } : {}
  return new TextRun({ children, font: fontOf(typeface), size, ...closer, ...(bold ? { bold } : {}) })
}

const set = (children: readonly TextRun[], options: Omit<IParagraphOptions, 'children'>): Paragraph =>
  new Paragraph({ widowControl: false, spacing: exactly(LINE), ...options, children })

/** 正文自然段 (7.3.3). */
export const bodyParagraph = (paragraph: PaperParagraph): Paragraph =>
  set(
    paragraph.map(({ bold, text }) => run(text, { bold })),
    { indent: firstLine, alignment: AlignmentType.BOTH },
  )

/** 一级标题 in 黑体, 二级标题 in 楷体, none of them bold; never alone at the foot of a page. */
export const heading = (text: string, level: 1 | 2): Paragraph =>
  set([run(text, { typeface: level === 1 ? 'first' : 'second' })], {
    indent: firstLine,
    keepNext: true,
    outlineLevel: level - 1,
  })

/** A line of the title, 二号小标宋 in the middle (7.3.1). */
export const titleLine = (text: string): Paragraph =>
  set([run(text, { typeface: 'title', size: SIZE.two })], {
    alignment: AlignmentType.CENTER,
    keepNext: true,
  })

/** 空一行. */
export const emptyLine = (more: Omit<IParagraphOptions, 'children'> = {}): Paragraph => set([run('')], more)

/** 出席：… with what follows in line behind the colon (10.3). */
export const peopleParagraph = (label: string, names: string, more: Omit<IParagraphOptions, 'children'>): Paragraph =>
  set([run(label, { typeface: 'first' }), run(`：${names}`)], {
    indent: { left: 5 * CHARACTER, hanging: 3 * CHARACTER },
    alignment: AlignmentType.BOTH,
    ...more,
  })

/** A line that ends so many characters before the right edge. */
export const rightLine = (
  text: string,
  characters: number,
  more: Omit<IParagraphOptions, 'children'> = {},
): Paragraph =>
  set([run(text)], {
    alignment: AlignmentType.RIGHT,
    indent: { right: Math.round(characters * CHARACTER) },
    ...more,
  })

/** A centred line in 楷体: 练习 or 草稿 under a title. */
export const markLine = (text: string): Paragraph =>
  set([run(`（${text}）`, { typeface: 'second' })], { alignment: AlignmentType.CENTER })

/** Things to be signed, side by side: the words, then a rule to write on. */
export const signatureLine = (
  labels: readonly string[],
  tabStops: NonNullable<IParagraphOptions['tabStops']>,
): Paragraph =>
  set(
    labels.flatMap((label, index) => setIn([...(index === 0 ? [] : [new Tab()]), label, new Tab()], {})),
    { tabStops, keepNext: true, indent: { left: 2 * CHARACTER } },
  )
