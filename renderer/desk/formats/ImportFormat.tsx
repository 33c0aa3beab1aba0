import { Button, Modal } from 'antd'
import { useState } from 'react'
import { canonicalJson } from '../../../shared/core/canonical.ts'
import type { Format } from '../../../shared/formats/format.ts'
import { randomBytes } from '../../connection/browser-runtime.ts'
import { useNotices } from '../desk-context.tsx'
import { FileButton } from '../library/FileButton.tsx'
import { useLibrary } from '../library/use-library.ts'
import { readFormatFile } from './format-file.ts'
import { copyOf, freeName } from './own-format.ts'
import { useFormatCommands } from './use-format-commands.ts'

type Props = { readonly onImported: (formatId: string) => void }

/** 导入: a format from a file, as a whole or not at all; one that is there already is never replaced unasked. */
export function ImportFormat({ onImported }: Props) {
  const { refuse, say } = useNotices()
  const { formats } = useLibrary()
  const { save } = useFormatCommands()
  const [clash, setClash] = useState<Format | null>(null)

  const take = async (given: Format) => {
    setClash(null)
    const others = formats.filter(({ formatId }) => formatId !== given.formatId)
    const one = { ...given, name: freeName(given.name, others) }
    if ((await save(one, `已导入：${one.name}`)) !== null) onImported(one.formatId)
  }
  const read = (bytes: Uint8Array) => {
    const answer = readFormatFile(bytes)
    if (!answer.ok) return refuse(answer.refusal)
    const { value } = answer
    const known = formats.find(({ formatId }) => formatId === value.formatId)
    if (known === undefined) return void take(value)
    if (canonicalJson(known) !== canonicalJson(value)) return setClash(value)
    say(`“${known.name}”已经有了，内容一样，不用再导入`)
    onImported(known.formatId)
  }

  const there = formats.find(({ formatId }) => formatId === clash?.formatId)
  return (
    <>
      <FileButton label="导入" onBytes={read} />
      <Modal
        title={`“${there?.name ?? ''}”已经有了`}
        open={clash !== null}
        onCancel={() => setClash(null)}
        footer={
          <>
            <Button onClick={() => setClash(null)}>不导入</Button>
            <Button onClick={() => clash !== null && void take(clash)}>替换现有的</Button>
            <Button type="primary" onClick={() => clash !== null && void take(copyOf(clash, formats, randomBytes))}>
              另存一份
            </Button>
          </>
        }
      >
        文件里的“{clash?.name}”和这里的“{there?.name}
        ”是同一个形式，内容不一样。替换后，以后开会用文件里的；开过的会不变。
      </Modal>
    </>
  )
}
