import { IconAlertTriangle } from '@tabler/icons-react'
import { Alert, Button, Radio, Select, Spin } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useNotices } from '../../desk-context.tsx'
import type { RosterReading } from '../files/roster-from.ts'
import type { Sheet } from '../files/sheet.ts'
import { type Counts, faultsText, type PreviewRow, rowsShown, type Shown, wholeFault } from './preview-rows.ts'

const PreviewTable = lazy(() => import('./PreviewTable.tsx').then((module) => ({ default: module.PreviewTable })))

type Props = {
  readonly source: string
  readonly sheet: Sheet
  readonly reading: RosterReading
  readonly rows: readonly PreviewRow[]
  readonly counts: Counts
  /** Reads another table of the same workbook; null when there is none. */
  readonly onTable: ((name: string) => void) | null
}

/** What a file would do to the roster: counts in words, warnings, and every row with what becomes of it. */
export function Preview({ counts, onTable, reading, rows, sheet, source }: Props) {
  const [chosen, setChosen] = useState<Shown | null>(null)
  const whole = wholeFault(reading)
  const shown = chosen ?? (counts.bad > 0 ? 'faults' : 'all')
  const choices: readonly (readonly [Shown, string, number])[] = [
    ['all', '全部', rows.length],
    ['faults', '有问题的', counts.bad],
    ['new', '新增', counts.new],
    ['changed', '更新', counts.changed],
  ]
  return (
    <div className="import-preview">
      <div className="row wrap">
        <strong className="one">{source}</strong>
        {onTable !== null && (
          <Select
            size="small"
            aria-label="读哪张表"
            value={sheet.name ?? ''}
            options={sheet.names.map((name) => ({ value: name, label: name }))}
            onChange={onTable}
          />
        )}
        <span className="grow" />
        {(counts.bad > 0 || reading.warnings.length > 0) && <CopyFaults text={faultsText(source, reading)} />}
      </div>
      {whole !== null && <Alert type="error" showIcon role="alert" title={whole} />}
      {whole === null && (
        <p role="status" className={counts.bad > 0 ? 'import-counts bad' : 'import-counts'}>
          {counts.bad > 0 && <IconAlertTriangle size={20} aria-hidden />}
          {countsSentence(rows.length, counts)}
        </p>
      )}
      {(reading.warnings.length > 0 || reading.skippedColumns.length > 0) && (
        <ul className="import-warnings" aria-label="提醒">
          {reading.warnings.map(({ sentence }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that is drawn once for a file
            <li key={at}>{sentence}</li>
          ))}
          {reading.skippedColumns.length > 0 && <li>没有用到的列：{reading.skippedColumns.join('、')}。</li>}
        </ul>
      )}
      {whole === null && (
        <>
          <Radio.Group
            className="import-shown"
            size="small"
            aria-label="看哪些行"
            optionType="button"
            buttonStyle="solid"
            value={shown}
            onChange={(event) => setChosen(event.target.value)}
            options={choices.map(([value, name, count]) => ({
              value,
              label: `${name} ${count}`,
              disabled: count === 0 && value !== 'all',
            }))}
          />
          <Suspense fallback={<Spin />}>
            <PreviewTable rows={rowsShown(rows, shown)} />
          </Suspense>
        </>
      )}
    </div>
  )
}

function countsSentence(rows: number, { bad, changed, good, new: added, same }: Counts): string {
  const said = [`新增 ${added} 人`, `更新 ${changed} 人`, ...(same > 0 ? [`${same} 人无变化`] : [])].join('，')
  if (bad > 0) return `读出 ${rows} 行：${said}；有问题 ${bad} 行。请改好文件再选一次，或在下面勾选只导入没有问题的。`
  return good === 0 ? `读出 ${rows} 行：名册里都有了，没有要改的。` : `读出 ${rows} 行：${said}。没有发现问题。`
}

/** The faults as text, copied with a button, or by hand where a page may not. */
function CopyFaults({ text }: { readonly text: string }) {
  const { say } = useNotices()
  const [byHand, setByHand] = useState(false)
  const copy = async () => {
    try {
      // Not there at all on an insecure page; refused when the window is not in front.
      await navigator.clipboard.writeText(text)
      say('已复制')
    } catch {
      setByHand(true)
    }
  }
  return (
    <>
      <Button size="small" onClick={() => void copy()}>
        复制问题清单
      </Button>
      {byHand && (
        <div className="import-by-hand">
          <textarea ref={selectAll} readOnly rows={4} aria-label="问题清单" className="import-paste" value={text} />
          <p className="hint" role="status">
            这个页面不能直接复制，文字已经选中：请按 Ctrl+C，再到微信里粘贴。
          </p>
        </div>
      )}
    </>
  )
}

const selectAll = (area: HTMLTextAreaElement | null) => area?.select()
