import { setImmediate } from 'node:timers/promises'
import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate } from 'fflate'

const DOCUMENT = 'word/document.xml'
const BODY = '<w:body>'
const SECTION = '<w:sectPr>'
/** The first moment that a zip can name; the real one is nobody's business, and a clock that is wrong stops nothing. */
const MADE_AT = '1980-01-01T00:00:00'

/** A Word file of one section, taken apart. */
export type OpenedFile = {
  readonly parts: Readonly<Record<string, Uint8Array>>
  readonly before: string
  /** What stands on its pages, without the section's own set-up. */
  readonly body: string
  readonly after: string
}

/** Takes apart what was laid out here. Throws when it is no such file. */
export function openedFile(bytes: Uint8Array): OpenedFile {
  const { [DOCUMENT]: document, ...parts } = unzipSync(bytes)
  const xml = strFromU8(document ?? new Uint8Array())
  const [start, end] = [xml.indexOf(BODY), xml.lastIndexOf(SECTION)]
  if (start < 0 || end < 0) throw new Error('a Word file has a body with a section')
  const from = start + BODY.length
  return { parts, before: xml.slice(0, from), body: xml.slice(from, end), after: xml.slice(end) }
}

/** The same file with these pages for its own. Others get their turn between two pages: there may be hundreds. */
export async function withPages(file: OpenedFile, pages: Iterable<string>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error
    chunks.push(chunk)
  })
  const started = (path: string): ZipDeflate => {
    const entry = Object.assign(new ZipDeflate(path), { mtime: MADE_AT })
    zip.add(entry)
    return entry
  }
  for (const [path, part] of Object.entries(file.parts)) started(path).push(part, true)
  const document = started(DOCUMENT)
  document.push(strToU8(file.before))
  for (const page of pages) {
    document.push(strToU8(page))
    await setImmediate()
  }
  document.push(strToU8(file.after), true)
  zip.end()
  return new Uint8Array(Buffer.concat(chunks))
}
