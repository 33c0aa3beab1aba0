import { BorderStyle, type FileChild, Paragraph } from 'docx'
import type { BallotSheet, BallotsContent } from '../../../shared/papers/ballot-content.ts'
import { ballotParagraph, heightOf, linesAbove, linesBelow, optionsLine, stubStrip } from './ballot-lines.ts'
import { CUT_LINE_HEIGHT, cutText, FACE_WIDTH, stubbedBallots, stubHeight } from './ballot-rows.ts'
import { marksHeight, marksTable } from './marks-table.ts'
import { exactly } from './type-setting.ts'
import { CUT_HEIGHT, CUT_WIDTH, sheetsToCut } from './word-file.ts'

/** Beneath the last ballot of a page: Word wants a paragraph there. Twips. */
const END = 20
/** Kept free, for an office program whose type is a little larger. Twips. */
const SLACK = 240
const MOST_ON_PAGE = 4
const MOST_LISTS_ON_PAGE = 2

/** 表决票 as a Word file: as many to a page as fit, each with a stub behind a line to tear along. */
export function ballotsDocx(content: BallotsContent): Promise<Uint8Array> {
  return sheetsToCut(pagesOf(content), `${content.council}${content.title}`)
}

function pagesOf(content: BallotsContent): readonly FileChild[] {
  const { marks, sheets } = content
  const heights = sheets.map((sheet) => Math.max(stubHeight(content, sheet), faceHeight(content, sheet, FACE_WIDTH)))
  const beside = fitting(Math.max(...heights))
  if (marks.kind === 'line' && beside > 0) {
    return inGroups(sheets, Math.min(beside, MOST_ON_PAGE)).flatMap((group, page) => [
      edge(page > 0),
      stubbedBallots(content, group, (CUT_HEIGHT - SLACK) / Math.min(beside, MOST_ON_PAGE)),
    ])
  }
  const below = Math.max(...sheets.map((sheet) => stripHeight(content, sheet) + faceHeight(content, sheet, CUT_WIDTH)))
  const onPage = Math.max(1, Math.min(fitting(below), MOST_LISTS_ON_PAGE))
  return inGroups(sheets, onPage).flatMap((group, page) => [
    edge(page > 0),
    ...group.flatMap((sheet, index) => [
      ...(index === 0 ? [] : [cutLine('沿此线剪开')]),
      ...listBallot(content, sheet),
    ]),
  ])
}

const fitting = (height: number): number => Math.floor((CUT_HEIGHT - SLACK) / (height + CUT_LINE_HEIGHT))

function faceHeight(content: BallotsContent, sheet: BallotSheet, width: number): number {
  const { marks } = content
  const marked = marks.kind === 'line' ? heightOf([optionsLine(marks.options)], width) : marksHeight(marks)
  return heightOf(linesAbove(content, sheet), width) + marked + heightOf(linesBelow(content), width)
}

const stripHeight = (content: BallotsContent, sheet: BallotSheet): number =>
  heightOf(stubStrip(content, sheet), CUT_WIDTH) + CUT_LINE_HEIGHT

/** A ballot over the whole width, its stub above it. */
function listBallot(content: BallotsContent, sheet: BallotSheet): readonly FileChild[] {
  const { marks } = content
  const set = (lines: ReturnType<typeof linesBelow>) => lines.map((line) => ballotParagraph(line, CUT_WIDTH))
  return [
    ...set(stubStrip(content, sheet)),
    cutLine('沿此线撕开'),
    ...set(linesAbove(content, sheet)),
    ...(marks.kind === 'line' ? set([optionsLine(marks.options)]) : [marksTable(marks)]),
    ...set(linesBelow(content)),
  ]
}

const cutLine = (text: string): Paragraph =>
  new Paragraph({
    ...cutText(text),
    border: { bottom: { style: BorderStyle.DASHED, size: 6, color: '000000', space: 1 } },
  })

const edge = (pageBreakBefore: boolean): Paragraph => new Paragraph({ spacing: exactly(END), pageBreakBefore })

function inGroups<One>(all: readonly One[], size: number): readonly (readonly One[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size))
}
