import type { CountTable } from '../../../shared/papers/vote-figures.ts'

/** 评议表, 得票表 as the table on paper has it, under the line that says of which vote it is. */
export function CountedTable({ table }: { readonly table: CountTable }) {
  const { columns, rows, title } = table
  return (
    <>
      <p>{title}</p>
      <table className="paper-speeches paper-counted">
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells[0]}>
              {cells.map((text, column) => (
                <td key={columns[column]}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
