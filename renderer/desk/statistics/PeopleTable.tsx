import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useState } from 'react'
import { type Sorting, type SortKey, sorted, sortedBy } from './sorting.ts'
import type { ShownTotal } from './statistics-shown.ts'
import { TotalsTable } from './TotalsTable.tsx'

type Props = { readonly people: readonly ShownTotal[]; readonly withParty: boolean }

/** Whoever spoke; a press on a heading sorts by it. */
export function PeopleTable({ people, withParty }: Props) {
  const [sorting, setSorting] = useState<Sorting>({ by: 'seconds', descending: true })
  const column = (by: SortKey, name: string) => (
    <Column key={by} by={by} name={name} sorting={sorting} onSort={() => setSorting(sortedBy(sorting, by))} />
  )
  return (
    <TotalsTable
      caption="每个人的发言次数和时长"
      lines={sorted(people, sorting)}
      head={
        <>
          {column('name', '姓名')}
          {withParty && column('party', '方')}
          {column('speeches', '次数')}
          {column('seconds', '时长')}
          <th scope="col">占全场</th>
        </>
      }
      cells={({ name, party, seat }) => (
        <>
          <th scope="row" title={seat === '' ? name : `${name}（${seat}）`}>
            <span className="name">{name}</span>
          </th>
          {withParty && <td title={party}>{party === '' ? '—' : party}</td>}
        </>
      )}
    />
  )
}

type ColumnProps = {
  readonly by: SortKey
  readonly name: string
  readonly sorting: Sorting
  readonly onSort: () => void
}

function Column({ by, name, onSort, sorting }: ColumnProps) {
  const chosen = sorting.by === by
  const Arrow = sorting.descending ? IconArrowDown : IconArrowUp
  const order = sorting.descending ? 'descending' : 'ascending'
  return (
    <th
      scope="col"
      className={by === 'speeches' || by === 'seconds' ? 'figure' : ''}
      {...(chosen ? { 'aria-sort': order } : {})}
    >
      <button type="button" className="sort" title={`按${name}排`} onClick={onSort}>
        {name}
        {chosen && <Arrow size={16} aria-hidden />}
      </button>
    </th>
  )
}
