import { attribute, tagsOf } from './xml.ts'

/** A table of a workbook: where its cells are, inside the archive. */
export type WorkbookTable = { readonly name: string; readonly path: string; readonly hidden: boolean }

export type Workbook = {
  readonly tables: readonly WorkbookTable[]
  /** Whether dates are counted from 1904, as old Macs did. */
  readonly from1904: boolean
  readonly stylesPath: string | null
  readonly stringsPath: string | null
}

export const WORKBOOK_PATH = 'xl/workbook.xml'
export const RELATIONS_PATH = 'xl/_rels/workbook.xml.rels'

/** What `workbook.xml` and its relations say (ECMA-376 part 1, 18.2). */
export function workbookOf(workbook: string, relations: string): Workbook {
  const related = [...tagsOf(relations)].flatMap(({ attributes, name }) => {
    const target = attribute(attributes, 'Target')
    if (name !== 'Relationship' || target === undefined) return []
    const kind = attribute(attributes, 'Type')?.split('/').pop() ?? ''
    return [{ id: attribute(attributes, 'Id') ?? '', kind, path: pathOf(target) }]
  })
  const pathFor = (kind: string) => related.find((one) => one.kind === kind)?.path ?? null
  const tables: WorkbookTable[] = []
  let from1904 = false
  for (const { attributes, kind, name } of tagsOf(workbook)) {
    if (kind === 'close') continue
    if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attribute(attributes, 'date1904') ?? '')
    if (name !== 'sheet') continue
    const id = attribute(attributes, 'id')
    // A sheet of charts has a relation of another kind.
    const path = related.find((one) => one.id === id && one.kind === 'worksheet')?.path
    if (path === undefined) continue
    const hidden = /hidden/i.test(attribute(attributes, 'state') ?? '')
    tables.push({ name: attribute(attributes, 'name') ?? '', path, hidden })
  }
  return { tables, from1904, stylesPath: pathFor('styles'), stringsPath: pathFor('sharedStrings') }
}

const pathOf = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
