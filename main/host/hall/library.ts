import * as z from 'zod/mini'
import { format } from '../../../shared/formats/format.ts'
import { emptyLibrary } from '../../../shared/library/library.ts'
import type { Library } from '../../../shared/library/messages.ts'
import { rule } from '../../../shared/rules/rule.ts'
import { type Document, type OpenDocumentResult, openDocument } from '../documents/document.ts'
import type { Storage } from '../storage/storage.ts'

const library = z.object({ formats: z.array(format), rulePacks: z.array(rule) })

export type LibraryDocument = Document<Library>

/** Formats and rule packs of the secretary's own; the built-in ones come with the app. */
export function openLibrary(storage: Storage): Promise<OpenDocumentResult<Library>> {
  return openDocument<Library>({
    storage,
    path: 'documents/library.json',
    version: 1,
    upgrade: [],
    parse: (value) => library.parse(value),
    initial: emptyLibrary,
  })
}
