import { Button } from 'antd'
import { useState } from 'react'
import './formats.css'
import type { CouncilId } from '../../../shared/core/ids.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { isSampleCouncil } from '../first-run/practice.ts'
import { ConnectionBanner } from '../frame/ConnectionBanner.tsx'
import { SavedMark } from '../frame/DeskFoot.tsx'
import { DeskHead } from '../frame/DeskHead.tsx'
import { builtInFormats, useLibrary } from '../library/use-library.ts'
import { go } from '../place.ts'
import { councilsOf } from '../start/meetings-shown.ts'
import { FormatEditor } from './FormatEditor.tsx'
import { FormatList } from './FormatList.tsx'
import { FormatView } from './FormatView.tsx'
import { ImportFormat } from './ImportFormat.tsx'
import { originOf } from './own-format.ts'

/** 会议形式: how meetings are held, to read, to choose from and to change. */
export function FormatsPage() {
  const client = useHall()
  const { formats } = useLibrary()
  const [shown, setShown] = useState<string | null>(null)
  const [editing, setEditing] = useState(false)
  const [whose, setWhose] = useState<CouncilId | null>(null)
  const councils = councilsOf(client).filter((council) => !isSampleCouncil(council))
  const council = councils.find(({ councilId }) => councilId === whose) ?? councils[0] ?? null
  const format = formats.find(({ formatId }) => formatId === shown) ?? formats[0]
  const origin = (formatId: string) => originOf(formatId, builtInFormats, client.library.formats)
  const open = (formatId: string | null, edit = false) => {
    setShown(formatId)
    setEditing(edit)
  }
  return (
    <div className="desk">
      <DeskHead title="会议形式" detail="同一种会怎么开、谁参加、怎么定，由本组织自己定" desk="chair" />
      <ConnectionBanner />
      {format !== undefined && (
        <main className="formats">
          <FormatList
            formats={formats}
            chosen={format.formatId}
            councils={councils}
            council={council}
            originOf={origin}
            onChoose={(formatId) => open(formatId)}
            onCouncil={setWhose}
          />
          {editing ? (
            <FormatEditor
              key={format.formatId}
              format={format}
              builtIn={origin(format.formatId) !== 'own'}
              onDone={() => setEditing(false)}
            />
          ) : (
            <FormatView
              format={format}
              origin={origin(format.formatId)}
              users={councils
                .filter((one) => one.formats.some(({ formatId }) => formatId === format.formatId))
                .map(({ name }) => name)}
              adoption={{ formatId: format.formatId, council }}
              onEdit={() => setEditing(true)}
              onMove={(formatId) => open(formatId, formatId !== null)}
            />
          )}
        </main>
      )}
      <footer className="desk-foot">
        <Button onClick={() => go({ at: 'start' })}>回起始页</Button>
        <ImportFormat onImported={(formatId) => open(formatId)} />
        <span className="note one grow">改会议形式只管以后的会；每次会都留着开会时的那一份</span>
        <SavedMark />
      </footer>
    </div>
  )
}
