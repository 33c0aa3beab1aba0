import { chineseNumber } from '../../../shared/core/chinese-number.ts'
import type { ShownStatistics, ShownTotal } from './statistics-shown.ts'
import { TotalsTable } from './TotalsTable.tsx'

type Props = { readonly shown: ShownStatistics; readonly open: boolean }

/** Who has not spoken, and the whole by 方 and by item. */
export function SideTables({ open, shown: { items, onlyInterposed, parties, silent } }: Props) {
  return (
    <>
      <section className="sheet statistics-part" aria-labelledby="statistics-silent">
        <h2 id="statistics-silent" className="song">
          {open ? '到会还没发言' : '到会没发言'} <span className="note">{silent.length} 人，主持人不算</span>
        </h2>
        {silent.length === 0 ? (
          <p className="sub">{open ? '到会的人都说过了，或者还没有人签到。' : '没有。'}</p>
        ) : (
          <NameList people={silent} />
        )}
        {onlyInterposed.length > 0 && (
          <>
            <h3 className="statistics-apart">
              只插问或提过程序问题 <span className="note">{onlyInterposed.length} 人</span>
            </h3>
            <NameList people={onlyInterposed} />
          </>
        )}
      </section>
      {parties.length > 0 && (
        <section className="sheet statistics-part" aria-labelledby="statistics-parties">
          <h2 id="statistics-parties" className="song">
            按方
          </h2>
          <Named caption="各方的发言次数和时长" heading="方" lines={parties} />
        </section>
      )}
      <section className="sheet statistics-part" aria-labelledby="statistics-items">
        <h2 id="statistics-items" className="song">
          按议题
        </h2>
        <Named
          caption="各议题的发言次数和时长"
          heading="议题"
          lines={items.map((item, index) => ({ ...item, name: `${chineseNumber(index + 1)}、${item.name}` }))}
        />
      </section>
    </>
  )
}

/** Names in columns; who somebody is stands in the title. */
function NameList({ people }: { readonly people: readonly ShownTotal[] }) {
  return (
    <ul className="statistics-names">
      {people.map(({ key, name, party, seat }) => (
        <li key={key} title={[name, party, seat].filter((words) => words !== '').join('，')}>
          {name}
        </li>
      ))}
    </ul>
  )
}

type NamedProps = {
  readonly caption: string
  readonly heading: string
  readonly lines: readonly ShownTotal[]
}

function Named({ caption, heading, lines }: NamedProps) {
  return (
    <TotalsTable
      caption={caption}
      lines={lines}
      head={
        <>
          <th scope="col">{heading}</th>
          <th scope="col" className="figure">
            次数
          </th>
          <th scope="col" className="figure">
            时长
          </th>
          <th scope="col">占全场</th>
        </>
      }
      cells={({ name }) => (
        <th scope="row" title={name}>
          <span className="name">{name}</span>
        </th>
      )}
    />
  )
}
