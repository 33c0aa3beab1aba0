import { IconFileDownload, IconFileSpreadsheet } from '@tabler/icons-react'
import { Alert, Button } from 'antd'
import { type DragEvent, useEffect, useId, useRef, useState } from 'react'
import { saveFile } from '../../../platform.ts'
import { rosterTemplate } from '../files/roster-files.ts'

type Props = {
  readonly refusal: string | null
  /** What stands in the field for pasting. */
  readonly text: string
  readonly onText: (text: string) => void
  readonly onFile: (file: File) => void
  readonly onPaste: (text: string) => void
}

/** A file, chosen or dropped, or a list from the clipboard. */
export function ChooseSource({ onFile, onPaste, onText, refusal, text }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const id = useId()
  useEffect(dropsNowhereElse, [])
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file !== undefined) onFile(file)
    else onPaste(event.dataTransfer.getData('text/plain'))
  }
  return (
    <div className="import-choose">
      {refusal !== null && <Alert type="error" showIcon role="alert" title={refusal} />}
      <section
        className={over ? 'import-drop over' : 'import-drop'}
        aria-label="选文件"
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconFileSpreadsheet size={40} stroke={1.5} aria-hidden />
        <p>把 .xlsx 或 .csv 文件拖到这里，或</p>
        <Button type="primary" onClick={() => input.current?.click()}>
          选文件
        </Button>
        <input
          ref={input}
          className="only-readers"
          type="file"
          accept=".xlsx,.csv,.txt,.tsv,.xlsm"
          aria-label="名册文件"
          tabIndex={-1}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            // The same file, mended, can be chosen once more.
            event.target.value = ''
            if (file !== undefined) onFile(file)
          }}
        />
        <p className="note">只在这台电脑上读，不上传。身份证号不读。</p>
      </section>
      <div className="field">
        <label htmlFor={id}>或者从 Excel、WPS、微信接龙复制，粘贴到这里</label>
        <textarea
          id={id}
          className="import-paste"
          rows={6}
          placeholder={'姓名\t身份\t电话'}
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
        <div className="row wrap">
          <Button onClick={() => onPaste(text)}>看看粘贴的名单</Button>
          <span className="grow" />
          <Button
            icon={<IconFileDownload size={18} />}
            onClick={async () => void (await saveFile('名册模板.xlsx', await rosterTemplate()))}
          >
            下载空白模板
          </Button>
        </div>
      </div>
    </div>
  )
}

/** A file that misses the field would make the browser leave the page for it. */
function dropsNowhereElse(): () => void {
  const stay = (event: Event) => event.preventDefault()
  window.addEventListener('dragover', stay)
  window.addEventListener('drop', stay)
  return () => {
    window.removeEventListener('dragover', stay)
    window.removeEventListener('drop', stay)
  }
}
