import { IconCopy, IconDownload, IconPencil, IconRestore, IconTrash } from '@tabler/icons-react'
import { App, Button } from 'antd'
import type { Format } from '../../../shared/formats/format.ts'
import { randomBytes } from '../../connection/browser-runtime.ts'
import { ScrollArea } from '../frame/ScrollArea.tsx'
import { useLibrary } from '../library/use-library.ts'
import { Adoption } from './Adoption.tsx'
import { FormatFacts } from './FormatFacts.tsx'
import { copyOf, type Origin, originNames } from './own-format.ts'
import { useFormatCommands } from './use-format-commands.ts'

type Props = {
  readonly format: Format
  readonly origin: Origin
  /** Names of the councils that use it. */
  readonly users: readonly string[]
  readonly adoption: Parameters<typeof Adoption>[0]
  readonly onEdit: () => void
  /** After a copy was made, or this one is gone (null). */
  readonly onMove: (formatId: string | null) => void
}

/** One format to read, and what can be done with it. */
export function FormatView({ format, origin, users, adoption, onEdit, onMove }: Props) {
  const { modal } = App.useApp()
  const { formats } = useLibrary()
  const { exportFile, remove, save } = useFormatCommands()

  const elsewhere = users.filter((name) => name !== adoption.council?.name)
  const copy = async () => {
    const made = copyOf(format, formats, randomBytes)
    if ((await save(made, `已复制成“${made.name}”，可以改了`)) !== null) onMove(made.formatId)
  }
  const restore = () =>
    modal.confirm({
      title: `把“${format.name}”恢复原样？`,
      content: '改过的内容会去掉，回到软件自带的样子。开过的会不变。',
      okText: '恢复原样',
      cancelText: '先不恢复',
      onOk: async () => void (await remove(format, '已恢复原样')),
    })
  const erase = () =>
    modal.confirm({
      title: `删除“${format.name}”？`,
      content: `${users.length > 0 ? `${users.join('、')}正在采用它。` : ''}删了就没有了，想留一份请先导出。开过的会不变。`,
      okText: '删除',
      cancelText: '不删',
      onOk: async () => {
        if (await remove(format, '已删除')) onMove(null)
      },
    })

  return (
    <section className="format-pane" aria-label={format.name}>
      <div className="format-head">
        <h2 className="song">{format.name}</h2>
        <span className={`tag ${origin === 'builtIn' ? '' : 'line'}`}>{originNames[origin]}</span>
        {elsewhere.length > 0 && <span className="note">{elsewhere.join('、')}也在用</span>}
        <Adoption {...adoption} />
      </div>
      <ScrollArea key={format.formatId} label={`${format.name}的内容`} className="format-body">
        <FormatFacts format={format} />
      </ScrollArea>
      <div className="format-acts">
        <Button icon={<IconPencil size={18} />} onClick={onEdit}>
          修改
        </Button>
        <Button icon={<IconCopy size={18} />} onClick={() => void copy()}>
          复制为自己的
        </Button>
        <Button icon={<IconDownload size={18} />} onClick={() => void exportFile(format)}>
          导出
        </Button>
        {origin === 'changed' && (
          <Button icon={<IconRestore size={18} />} onClick={restore}>
            恢复原样
          </Button>
        )}
        {origin === 'own' && (
          <Button icon={<IconTrash size={18} />} onClick={erase}>
            删除
          </Button>
        )}
      </div>
    </section>
  )
}
