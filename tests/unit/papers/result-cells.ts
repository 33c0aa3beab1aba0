import type { ResultPart } from '../../../shared/papers/result-sheet.ts'

/** What stands in a result sheet, cell after cell. */
export const cellsOf = (parts: readonly ResultPart[] = []): readonly string[] =>
  parts.flatMap((part) =>
    part.kind === 'grid'
      ? [part.title, ...part.columns, ...part.rows.flat()]
      : part.rows.flatMap((row) => {
          if (row.kind === 'section') return [row.title]
          const fields = row.kind === 'pair' ? row.fields : [row.field]
          return fields.map(({ label, lines }) => `${label}=${lines.join('|')}`)
        }),
  )
