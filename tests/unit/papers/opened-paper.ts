import JSZip from 'jszip'
import { ballotsDocx } from '../../../main/host/papers/ballots-docx.ts'
import { minutesDocx } from '../../../main/host/papers/minutes-docx.ts'
import type { PaperContent } from '../../../main/host/papers/paper-name.ts'
import { assessmentDocx, resultSheetDocx } from '../../../main/host/papers/result-sheet-docx.ts'
import { tallyDocx } from '../../../main/host/papers/tally-docx.ts'
import { worksheetDocx } from '../../../main/host/papers/worksheet-docx.ts'
import type { ItemId } from '../../../shared/core/ids.ts'
import { type MinutesContent, minutesContent } from '../../../shared/papers/minutes-content.ts'
import { type WorksheetContent, worksheetContent } from '../../../shared/papers/worksheet-content.ts'
import { type ToldMeeting, told } from './told-meeting.ts'
import { all, at, parseXml, type XmlElement } from './xml-tree.ts'

/** 1 December 2026: when the papers of these tests are made. */
const NOW = Date.UTC(2026, 11, 1)

export function minutesOf(tale: ToldMeeting, notesOfFirst: unknown = null): MinutesContent {
  const { ledger, meeting, names } = told(tale)
  const [first] = meeting.agenda
  const notes = new Map<ItemId, unknown>(first === undefined ? [] : [[first.itemId, notesOfFirst]])
  return minutesContent(meeting, { names, notes, ledger, now: NOW })
}

/** The worksheets of all resolutions of a meeting. */
export function worksheetsOf(tale: ToldMeeting): readonly WorksheetContent[] {
  const { ledger, meeting } = told(tale)
  return meeting.voting.resolutions.flatMap(({ resolutionId }) => worksheetContent(meeting, resolutionId, ledger) ?? [])
}

export type OpenedPaper = {
  readonly part: (path: string) => XmlElement
  readonly body: XmlElement
  /** All paragraphs of the document, those in tables too. */
  readonly paragraphs: readonly OpenedParagraph[]
}

export type OpenedParagraph = {
  readonly text: string
  readonly properties: XmlElement | undefined
  readonly runs: readonly { readonly text: string; readonly properties: XmlElement | undefined }[]
}

/** Makes a Word file and takes it apart again, with nothing of the library that made it. */
export async function openPaper(content: PaperContent): Promise<OpenedPaper> {
  const zip = await JSZip.loadAsync(await laidOut(content))
  const parts = new Map<string, XmlElement>()
  for (const [path, file] of Object.entries(zip.files)) {
    if (!file.dir) parts.set(path, parseXml(await file.async('string')))
  }
  const part = (path: string) => {
    const found = parts.get(path)
    if (found === undefined) throw new Error(`no ${path} among ${[...parts.keys()]}`)
    return found
  }
  const body = at(part('word/document.xml'), 'w:body')
  if (body === undefined) throw new Error('a document has a body')
  return { part, body, paragraphs: all(body, 'w:p').map(openedParagraph) }
}

/** As the host lays it out. */
export function laidOut(content: PaperContent): Promise<Uint8Array> {
  switch (content.kind) {
    case 'minutes':
      return minutesDocx(content)
    case 'worksheet':
      return worksheetDocx(content)
    case 'ballots':
      return ballotsDocx(content)
    case 'tallySheet':
      return tallyDocx(content)
    case 'resultSheet':
      return resultSheetDocx(content)
    case 'assessmentTable':
      return assessmentDocx(content)
  }
}

export function openedParagraph(paragraph: XmlElement): OpenedParagraph {
  const runs = all(paragraph, 'w:r').map((run) => ({
    text: all(run, 'w:t')
      .map(({ text }) => text)
      .join(''),
    properties: at(run, 'w:rPr'),
  }))
  return { text: runs.map(({ text }) => text).join(''), properties: at(paragraph, 'w:pPr'), runs }
}
