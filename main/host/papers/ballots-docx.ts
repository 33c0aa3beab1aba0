import { BorderStyle, type FileChild, Paragraph } from 'docx'
import type { BallotsContent } from '../../../shared/papers/ballot-content.ts'
import { ballotParagraph, heightOf, linesAbove, linesBelow, optionsLine, stubStrip } from './ballot-lines.ts'
import { CUT_LINE_HEIGHT, cutText, FACE_WIDTH, stubbedBallots, stubHeight } from './ballot-rows.ts'
import { marksHeight, marksTable } from './marks-table.ts'
import { openedFile, withPages } from './repeated-pages.ts'
import { freeMark, pageOfWords, type SheetWords, wordsOf, wordsToCome } from './sheet-words.ts'
import { exactly } from './type-setting.ts'
import { CUT_HEIGHT, CUT_WIDTH, sheetsToCut } from './word-file.ts'

/** Beneath the last ballot of a page: Word wants a paragraph there. Twips. */
const END = 20
/** Kept free, for an office program whose type is a little larger. Twips. */
const SLACK = 240
/** What the first page has not. */
const PAGE_BREAK = '<w:pageBreakBefore/>'
const MOST_ON_PAGE = 4
const MOST_LISTS_ON_PAGE = 2

/** How ballots stand on a page: how many of them, and the page of as many or fewer. */
type Arrangement = {
  readonly onPage: number
  readonly page: (words: readonly SheetWords[]) => readonly FileChild[]
}

/**
 * 表决票 as a Word file: as many to a page as fit, each with a stub behind a line to tear along. A full page and the last
 * one are laid out once, and repeated with other numbers: laying out hundreds would keep the host from everything else.
 */
export async function ballotsDocx(content: BallotsContent): Promise<Uint8Array> {
  const { onPage, page } = arrangementOf(content)
  const groups = inGroups(content.sheets.map(wordsOf), onPage)
  const mark = freeMark(content)
  const layOut = async (count: number) => {
    const words = Array.from({ length: count }, (_, place) => wordsToCome(mark, place))
    const file = openedFile(await sheetsToCut([edge(), ...page(words)], `${content.council}${content.title}`))
    return { file, fill: pageOfWords(file.body, mark), count }
  }
  const full = await layOut(groups[0]?.length ?? 0)
  const rest = groups.at(-1)?.length ?? 0
  const last = rest === full.count ? full : await layOut(rest)
  return withPages(full.file, pages())

  function* pages() {
    for (const [index, group] of groups.entries()) {
      const text = (group.length === full.count ? full : last).fill(group)
      yield index === 0 ? text.replace(PAGE_BREAK, '') : text
    }
  }
}

function arrangementOf(content: BallotsContent): Arrangement {
  const { marks } = content
  const sheets = content.sheets.map(wordsOf)
  const heights = sheets.map((words) => Math.max(stubHeight(content, words), faceHeight(content, words, FACE_WIDTH)))
  const beside = Math.min(fitting(Math.max(...heights)), MOST_ON_PAGE)
  if (marks.kind === 'line' && beside > 0) {
    const slot = (CUT_HEIGHT - SLACK) / beside
    return { onPage: beside, page: (words) => [stubbedBallots(content, words, slot)] }
  }
  const below = Math.max(...sheets.map((words) => stripHeight(content, words) + faceHeight(content, words, CUT_WIDTH)))
  return {
    onPage: Math.max(1, Math.min(fitting(below), MOST_LISTS_ON_PAGE)),
    page: (all) =>
      all.flatMap((words, index) => [...(index === 0 ? [] : [cutLine('沿此线剪开')]), ...listBallot(content, words)]),
  }
}

const fitting = (height: number): number => Math.floor((CUT_HEIGHT - SLACK) / (height + CUT_LINE_HEIGHT))

function faceHeight(content: BallotsContent, words: SheetWords, width: number): number {
  const { marks } = content
  const marked = marks.kind === 'line' ? heightOf([optionsLine(marks.options)], width) : marksHeight(marks)
  return heightOf(linesAbove(content, words), width) + marked + heightOf(linesBelow(content), width)
}

const stripHeight = (content: BallotsContent, words: SheetWords): number =>
  heightOf(stubStrip(content, words), CUT_WIDTH) + CUT_LINE_HEIGHT

/** A ballot over the whole width, its stub above it. */
function listBallot(content: BallotsContent, words: SheetWords): readonly FileChild[] {
  const { marks } = content
  const set = (lines: ReturnType<typeof linesBelow>) => lines.map((line) => ballotParagraph(line, CUT_WIDTH))
  return [
    ...set(stubStrip(content, words)),
    cutLine('沿此线撕开'),
    ...set(linesAbove(content, words)),
    ...(marks.kind === 'line' ? set([optionsLine(marks.options)]) : [marksTable(marks)]),
    ...set(linesBelow(content)),
  ]
}

const cutLine = (text: string): Paragraph =>
  new Paragraph({
    ...cutText(text),
    border: { bottom: { style: BorderStyle.DASHED, size: 6, color: '000000', space: 1 } },
  })

/** A page break stands in a paragraph, and ballots may begin with a table. */
const edge = (): Paragraph => new Paragraph({ spacing: exactly(END), pageBreakBefore: true })

function inGroups<One>(all: readonly One[], size: number): readonly (readonly One[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size))
}
