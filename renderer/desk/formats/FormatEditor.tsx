import { Button } from 'antd'
import { useState } from 'react'
import type { Format } from '../../../shared/formats/format.ts'
import { forgetDraft, useDraft } from '../../connection/use-draft.ts'
import { ScrollArea } from '../frame/ScrollArea.tsx'
import { useLibrary } from '../library/use-library.ts'
import { DecidingFields } from './DecidingFields.tsx'
import { draftOf, type FormatDraft, formatOf, isDraft } from './format-draft.ts'
import { NamingFields } from './NamingFields.tsx'
import { PartyFields, StepFields } from './PartyAndStepFields.tsx'
import { SpeakingPart } from './SpeakingPart.tsx'
import { TimingFields } from './TimingFields.tsx'
import { useFormatCommands } from './use-format-commands.ts'

type Props = {
  readonly format: Format
  readonly builtIn: boolean
  readonly onDone: () => void
}

/** What the fields of the editor have in common. */
export type FieldsProps = {
  readonly draft: FormatDraft
  readonly onChange: (changed: Partial<FormatDraft>) => void
}

/** A format being changed: what is typed stays on this device until it is saved or given up. */
export function FormatEditor({ format, builtIn, onDone }: Props) {
  const { formats } = useLibrary()
  const { save } = useFormatCommands()
  const draftName = `format.${format.formatId}`
  const [kept, setKept] = useDraft<FormatDraft | null>(draftName, null, isDraft)
  const [resumed] = useState(kept !== null)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const draft = kept ?? draftOf(format)
  const made = formatOf(draft, formats)
  const onChange = (changed: Partial<FormatDraft>) => setKept({ ...draft, ...changed })

  const leave = () => {
    forgetDraft(draftName)
    onDone()
  }
  const finish = async () => {
    setTried(true)
    if (!made.ok || busy) return
    setBusy(true)
    const saved = await save(made.format, `“${made.format.name}”已存好，以后开会照这样`)
    setBusy(false)
    if (saved !== null) leave()
  }
  return (
    <section className="format-pane" aria-label={`修改${format.name}`}>
      <div className="format-head">
        <h2 className="song">修改：{format.name}</h2>
        <span className="note">
          {resumed ? '接着上次没存的改。' : ''}
          {builtIn ? '改了以后随时可以恢复原样；开过的会不变' : '只管以后的会，开过的会不变'}
        </span>
      </div>
      <ScrollArea label="要改的内容" className="format-body format-form">
        <NamingFields draft={draft} onChange={onChange} />
        <PartyFields draft={draft} onChange={onChange} />
        <StepFields draft={draft} onChange={onChange} />
        <DecidingFields draft={draft} onChange={onChange} />
        <SpeakingPart draft={draft} onChange={onChange} />
        <TimingFields draft={draft} onChange={onChange} />
      </ScrollArea>
      <div className="format-acts">
        <Button type="primary" loading={busy} onClick={() => void finish()}>
          存好
        </Button>
        <Button onClick={leave}>不改了</Button>
        <span className="format-fault" role="status">
          {tried && !made.ok ? made.fault : ''}
        </span>
      </div>
    </section>
  )
}
