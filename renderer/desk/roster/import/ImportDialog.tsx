import './import.css'
import { Button, Checkbox, Modal, Spin } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { type RosterReading, rosterFrom } from '../files/roster-from.ts'
import type { Person } from '../person.ts'
import { ChooseSource } from './ChooseSource.tsx'
import { Preview } from './Preview.tsx'
import { brought, type Counts, countsOf, previewRows, wholeFault } from './preview-rows.ts'
import { useSheet } from './use-sheet.ts'

type Props = {
  readonly open: boolean
  /** A list that is pasted already: the dialog begins with what it would do. */
  readonly text?: string | undefined
  readonly existing: readonly Person[]
  readonly onClose: () => void
  /** Everybody who is new or changed; rows with faults are never among them. */
  readonly onImport: (people: readonly Person[]) => void
}

const WIDTH = 1180

/** 导入名册: choose a file or paste a list, look at what it would do row by row, then take it over. Nothing changes before. */
export function ImportDialog({ existing, onClose, onImport, open, text }: Props) {
  const { readFile, readPasted, readTable, reset, source } = useSheet()
  const [without, setWithout] = useState(false)
  const [pasted, setPasted] = useState('')
  const sheet = source.at === 'read' ? source.sheet : null
  const reading = useMemo(() => (sheet === null ? null : rosterFrom(sheet, existing)), [sheet, existing])
  const rows = useMemo(() => (reading === null ? [] : previewRows(reading)), [reading])
  const counts = useMemo(() => countsOf(rows), [rows])
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the dialog opens
  useEffect(() => {
    if (!open || text === undefined) return
    setPasted(text)
    readPasted(text)
  }, [open, text])
  const again = () => {
    reset()
    setWithout(false)
  }
  const close = () => {
    again()
    setPasted('')
    onClose()
  }
  const take = () => {
    if (reading === null) return
    onImport(brought(reading))
    close()
  }
  return (
    <Modal
      open={open}
      title="导入名册"
      width={WIDTH}
      className="import"
      centered
      onCancel={close}
      mask={{ closable: false }}
      destroyOnHidden
      footer={
        <div className="import-foot">
          {reading !== null && counts.bad > 0 && counts.good > 0 && (
            <Checkbox checked={without} onChange={(event) => setWithout(event.target.checked)}>
              先导入没有问题的 {counts.good} 行，有问题的 {counts.bad} 行不导入
            </Checkbox>
          )}
          <span className="grow" />
          {reading !== null && <Button onClick={again}>换一个文件</Button>}
          <Button onClick={close}>不导入</Button>
          {reading !== null && (
            <Button type="primary" disabled={!mayTake(reading, counts, without)} onClick={take}>
              导入 {counts.good} 人
            </Button>
          )}
        </div>
      }
    >
      {source.at === 'choosing' && (
        <ChooseSource
          refusal={source.refusal}
          text={pasted}
          onText={setPasted}
          onFile={readFile}
          onPaste={readPasted}
        />
      )}
      {source.at === 'reading' && (
        <div className="import-busy" role="status">
          <Spin />
          正在读“{source.name}”，几千人的名册要几秒钟。
        </div>
      )}
      {source.at === 'read' && reading !== null && (
        <Preview
          source={source.name}
          sheet={source.sheet}
          reading={reading}
          rows={rows}
          counts={counts}
          onTable={source.bytes === null ? null : readTable}
        />
      )}
    </Modal>
  )
}

/** All of a file without faults, or knowingly the rest of one with some. */
const mayTake = (reading: RosterReading, { bad, good }: Counts, without: boolean): boolean =>
  wholeFault(reading) === null && good > 0 && (bad === 0 || without)
