import { type FileChild, LeaderType, TabStopType } from 'docx'
import type { MinutesSection } from '../../../shared/papers/item-section.ts'
import type { MinutesContent } from '../../../shared/papers/minutes-content.ts'
import { plain } from '../../../shared/papers/paragraph.ts'
import { titleLines, widthOf } from '../../../shared/papers/title-lines.ts'
import { countTable } from './count-table.ts'
import { speakingTable } from './speaking-table.ts'
import {
  bodyParagraph,
  CHARACTER,
  emptyLine,
  heading,
  markLine,
  peopleParagraph,
  rightLine,
  signatureLine,
  titleLine,
} from './type-setting.ts'
import { wordFile } from './word-file.ts'

/** In characters from the left edge: where the first signature's rule ends, the second begins, its rule ends. */
const SIGNATURE_STOPS = [
  { at: 14, leader: LeaderType.UNDERSCORE },
  { at: 15, leader: LeaderType.NONE },
  { at: 27, leader: LeaderType.UNDERSCORE },
].map(({ at, leader }) => ({ type: TabStopType.LEFT, position: at * CHARACTER, leader }))

/** 会议纪要 as a Word file. */
export function minutesDocx(content: MinutesContent): Promise<Uint8Array> {
  const { date, lead, mark, people, sections, signatures, signedBy, title } = content
  const children: readonly FileChild[] = [
    emptyLine(),
    emptyLine(),
    ...titleLines(title).map(titleLine),
    ...(mark === null ? [] : [markLine(mark)]),
    emptyLine(),
    ...lead.map((text) => bodyParagraph(plain(text))),
    ...sections.flatMap((section) => [
      heading(section.heading, 1),
      ...section.paragraphs.map(bodyParagraph),
      ...section.parts.flatMap(partBlocks),
    ]),
    ...(people.length === 0 ? [] : [emptyLine()]),
    // The last of the people goes with the signatures: they never stand on a page alone.
    ...people.map(({ label, names }, index) => {
      return peopleParagraph(label, names.join('、'), { keepNext: index === people.length - 1 })
    }),
    emptyLine({ keepNext: true }),
    signatureLine(signatures, SIGNATURE_STOPS),
    emptyLine({ keepNext: true }),
    ...signedAndDated(signedBy, date),
  ]
  return wordFile(children, { title, mark })
}

const partBlocks = ({
  heading: name,
  paragraphs,
  speeches,
  tables,
}: MinutesSection['parts'][number]): readonly FileChild[] => [
  heading(name, 2),
  ...(speeches.length === 0 ? [] : [speakingTable(speeches)]),
  ...paragraphs.map(bodyParagraph),
  ...tables.flatMap((table) => [bodyParagraph(plain(table.title)), countTable(table)]),
]

/**
 * 不加盖印章的署名与成文日期 (7.3.5.2): the name two characters from the right, the date begins two characters behind its
 * beginning; a date too long for that stands two from the right, and the name moves with it.
 */
function signedAndDated(signedBy: string, date: string): readonly FileChild[] {
  const name = widthOf(signedBy)
  const day = widthOf(date)
  const dateRight = Math.max(2, name - day)
  const nameRight = Math.max(2, dateRight + day + 2 - name)
  return [rightLine(signedBy, nameRight, { keepNext: true, keepLines: true }), rightLine(date, dateRight)]
}
