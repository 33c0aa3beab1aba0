import { AlignmentType, LeaderType, Paragraph, Tab, TabStopType, TextRun } from 'docx'
import type { BallotsContent } from '../../../shared/papers/ballot-content.ts'
import { printable } from '../../../shared/papers/plain-text.ts'
import { widthOf } from '../../../shared/papers/title-lines.ts'
import type { SheetWords } from './sheet-words.ts'
import { exactly, run } from './type-setting.ts'
import { fontOf, SIZE, type Typeface } from './typefaces.ts'

/** A line of a ballot or stub, or as many as its text takes up. */
export type BallotLine = {
  readonly text: string
  readonly typeface: Typeface
  /** Half points. */
  readonly size: number
  /** Twips. */
  readonly line: number
  readonly align: 'left' | 'center' | 'right'
  /** Behind the text there is a rule to write on, to the end of the line. */
  readonly ruled: boolean
}

/** Characters of the question on a stub. */
const MOST_OF_QUESTION = 24

const line = (text: string, more: Partial<BallotLine> = {}): BallotLine => ({
  text,
  typeface: 'body',
  size: SIZE.smallFour,
  line: 360,
  align: 'left',
  ruled: false,
  ...more,
})

const blank = (label: string): BallotLine => line(label, { size: SIZE.four, line: 620, ruled: true })

/** What stands above the place to be marked. */
export const linesAbove = (content: BallotsContent, { facts, number }: SheetWords): readonly BallotLine[] => [
  line(`${content.council}${content.title}`, { typeface: 'title', size: SIZE.three, line: 520, align: 'center' }),
  line(`${content.meetingTitle}　${content.date}`, { align: 'center' }),
  ...(content.mark === null ? [] : [line(`（${content.mark}）`, { typeface: 'second', align: 'center' })]),
  ...(content.numbered ? [line(`编号：${number}`), ...facts.map((fact) => line(fact))] : []),
  line(content.question, { typeface: 'first', size: SIZE.four, line: 480 }),
  ...content.notes.map((note) => line(note)),
]

/** 赞成 □　反对 □　弃权 □, to be marked by people who read no small type. */
export const optionsLine = (options: readonly string[]): BallotLine =>
  line(options.map((option) => `${option} □`).join('　'), { size: SIZE.two, line: 860, align: 'center' })

/** What stands beneath it. */
export const linesBelow = ({ blanks, howTo, remarks, rule }: BallotsContent): readonly BallotLine[] => [
  ...howTo.map((text) => line(`填票：${text}`)),
  line(rule, { size: SIZE.five, line: 300 }),
  ...(remarks === null ? [] : [blank(`${remarks}：`), blank('')]),
  ...blanks.map((label) => blank(`${label}：`)),
  line('（盖章处）', { align: 'right' }),
]

/** 存根: kept by those who hand the ballots out, torn off before the box. */
export const stubLines = (content: BallotsContent, { facts, number }: SheetWords): readonly BallotLine[] => [
  line('存根', { typeface: 'first', size: SIZE.three, line: 520, align: 'center' }),
  line(`编号：${number}`, { typeface: 'first', size: SIZE.four, line: 480 }),
  line(`${content.title}：${shortened(content.question)}`),
  ...facts.map((fact) => line(fact)),
  ...content.stubBlanks.flatMap((label) => [line(`${label}：`), line('', { line: 440, ruled: true })]),
]

/** The same in one line over the width of the page, and one to sign on. */
export const stubStrip = (content: BallotsContent, { factLine, number }: SheetWords): readonly BallotLine[] => [
  line(`存根　编号：${number}　${content.title}：${shortened(content.question)}`, {
    typeface: 'first',
    line: 440,
  }),
  ...(factLine === '' ? [] : [line(factLine)]),
  ...content.stubBlanks.map((label) => line(`${label}：`, { line: 500, ruled: true })),
]

function shortened(question: string): string {
  const characters = [...question]
  return characters.length <= MOST_OF_QUESTION ? question : `${characters.slice(0, MOST_OF_QUESTION - 1).join('')}…`
}

/** Twips; a line that is broken early at a punctuation mark leaves one character. */
export function heightOf(lines: readonly BallotLine[], width: number): number {
  return lines.reduce((sum, { line: height, size, text }) => {
    const characters = Math.max(1, Math.floor(width / (size * TWIPS_IN_HALF_POINT)) - 1)
    return sum + Math.max(1, Math.ceil(widthOf(text) / characters)) * height
  }, 0)
}

const TWIPS_IN_HALF_POINT = 10

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const

/** A paragraph in a place that is `width` twips wide. */
export function ballotParagraph(
  { align, line: height, ruled, size, text, typeface }: BallotLine,
  width: number,
): Paragraph {
  const more = { spacing: exactly(height), alignment: alignments[align] }
  if (!ruled) return new Paragraph({ ...more, children: [run(text, { typeface, size })] })
  const rule = new TextRun({ children: [printable(text), new Tab()], font: fontOf(typeface), size })
  return new Paragraph({
    ...more,
    tabStops: [{ type: TabStopType.LEFT, position: width, leader: LeaderType.UNDERSCORE }],
    children: [rule],
  })
}
