import { IconArrowLeft, IconCopy, IconFileExport, IconPencil, IconPlus } from '@tabler/icons-react'
import { Button } from 'antd'
import { SavedMark } from '../frame/DeskFoot.tsx'
import { FileButton } from '../library/FileButton.tsx'
import { go } from '../place.ts'
import type { Origin } from './origin.ts'

type ListProps = {
  readonly onExport: () => void
  readonly onBytes: (bytes: Uint8Array) => void
  readonly onNew: () => void
}

export function ListFoot({ onBytes, onExport, onNew }: ListProps) {
  return (
    <footer className="desk-foot">
      <Button onClick={() => go({ at: 'start' })}>回起始页</Button>
      <Button onClick={() => go({ at: 'trial' })}>规则试算</Button>
      <span className="grow" />
      <SavedMark />
      <FileButton label="导入" onBytes={onBytes} />
      <Button icon={<IconFileExport size={18} />} onClick={onExport}>
        全部导出
      </Button>
      <Button type="primary" icon={<IconPlus size={18} />} onClick={onNew}>
        写一条新规则
      </Button>
    </footer>
  )
}

type ViewProps = {
  readonly origin: Origin
  readonly onBack: () => void
  readonly onExport: () => void
  readonly onCopy: () => void
  readonly onRemove: () => void
  readonly onEdit: () => void
}

export function ViewFoot({ onBack, onCopy, onEdit, onExport, onRemove, origin }: ViewProps) {
  return (
    <footer className="desk-foot">
      <Button icon={<IconArrowLeft size={18} />} onClick={onBack}>
        全部规则
      </Button>
      <span className="grow" />
      <SavedMark />
      <Button icon={<IconFileExport size={18} />} onClick={onExport}>
        导出
      </Button>
      {origin !== 'builtIn' && <Button onClick={onRemove}>{origin === 'changed' ? '恢复原样' : '删去'}</Button>}
      <Button icon={<IconCopy size={18} />} onClick={onCopy}>
        复制一份
      </Button>
      <Button type="primary" icon={<IconPencil size={18} />} onClick={onEdit}>
        修改
      </Button>
    </footer>
  )
}

type EditorProps = {
  readonly fault: string | null
  readonly busy: boolean
  readonly onCancel: () => void
  readonly onSave: () => void
}

export function EditorFoot({ busy, fault, onCancel, onSave }: EditorProps) {
  return (
    <footer className="desk-foot">
      <Button onClick={onCancel}>不改了</Button>
      <span className="note one grow">填写的内容自动留在这台电脑上，存好以后才起用</span>
      <SavedMark />
      <span className="setup-fault one" role="status">
        {fault}
      </span>
      <Button type="primary" loading={busy} onClick={onSave}>
        存好
      </Button>
    </footer>
  )
}
