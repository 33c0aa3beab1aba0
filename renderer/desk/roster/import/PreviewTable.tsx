import { Table, type TableColumnsType } from 'antd'
import { type ComponentRef, type KeyboardEvent, useRef } from 'react'
import { useLargeType } from '../../../ui/large-type.ts'
import { isFaulty, type Outcome, outcomeNames, type PreviewRow } from './preview-rows.ts'

/** Of the window, what the rest of the dialog takes; and the least that is left for rows. */
const OTHER_HEIGHT = 520
const LEAST_HEIGHT = 200
const LARGE = 1.35
/** Rows by which a key moves the table: it draws its own scroll bar, which only pointers reach. */
const KEYS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
}

const TAGS: Readonly<Record<Outcome, string>> = {
  new: 'tag ok',
  changed: 'tag warn',
  same: 'tag',
  duplicate: 'tag late',
  fault: 'tag late',
}

/** Columns with their widths in pixels at normal type. */
const COLUMNS: readonly { readonly key: keyof PreviewRow; readonly title: string; readonly width: number }[] = [
  { key: 'line', title: '行号', width: 64 },
  { key: 'name', title: '姓名', width: 110 },
  { key: 'kind', title: '身份', width: 130 },
  { key: 'voting', title: '表决权', width: 76 },
  { key: 'party', title: '方', width: 120 },
  { key: 'house', title: '门牌', width: 110 },
  { key: 'phone', title: '电话', width: 140 },
]
const OUTCOME_WIDTH = 380

/** The rows of a file; only those in view are drawn. */
export function PreviewTable({ rows }: { readonly rows: readonly PreviewRow[] }) {
  const [large] = useLargeType()
  const table = useRef<ComponentRef<typeof Table>>(null)
  const first = useRef(0)
  const move = (event: KeyboardEvent) => {
    const by = KEYS[event.key]
    if (by === undefined) return
    event.preventDefault()
    first.current = Math.min(Math.max(first.current + by, 0), rows.length - 1)
    table.current?.scrollTo({ index: first.current })
  }
  const scale = large ? LARGE : 1
  const columns: TableColumnsType<PreviewRow> = [
    ...COLUMNS.map(({ key, title, width }) => ({ key, title, dataIndex: key, width: width * scale, ellipsis: true })),
    {
      key: 'outcome',
      title: '结果',
      width: OUTCOME_WIDTH * scale,
      fixed: 'right',
      render: (_, row) => (
        <span className="import-outcome">
          <span className={TAGS[row.outcome]}>{outcomeNames[row.outcome]}</span>
          <span className={isFaulty(row) ? 'import-fault' : 'sub'}>{row.sentence}</span>
        </span>
      ),
    },
  ]
  const width = (COLUMNS.reduce((sum, column) => sum + column.width, 0) + OUTCOME_WIDTH) * scale
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keys too
    <section aria-label="名册里的每一行" tabIndex={0} onKeyDown={move}>
      <Table<PreviewRow>
        ref={table}
        virtual
        className="import-table"
        size="small"
        rowKey="key"
        columns={columns}
        dataSource={[...rows]}
        pagination={false}
        scroll={{ x: width, y: Math.max(LEAST_HEIGHT, window.innerHeight - OTHER_HEIGHT) }}
        locale={{ emptyText: '没有这样的行' }}
      />
    </section>
  )
}
