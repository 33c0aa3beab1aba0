import { IconFileImport } from '@tabler/icons-react'
import { Button } from 'antd'
import { type ChangeEvent, useRef } from 'react'
import { MAX_FILE_BYTES } from './json-file.ts'

type Props = { readonly label: string; readonly onBytes: (bytes: Uint8Array, name: string) => void }

/** Lets a person choose a .json file. Of one that is too large only so much is read that this can be told. */
export function FileButton({ label, onBytes }: Props) {
  const chooser = useRef<HTMLInputElement>(null)
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const { target } = event
    const [file] = target.files ?? []
    if (file === undefined) return
    const bytes = new Uint8Array(await readable(file.slice(0, MAX_FILE_BYTES + 1)))
    // The same file may be chosen again once it has been put right.
    target.value = ''
    onBytes(bytes, file.name)
  }
  return (
    <>
      <Button icon={<IconFileImport size={18} />} onClick={() => chooser.current?.click()}>
        {label}
      </Button>
      <input
        ref={chooser}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={label}
        onChange={(event) => void read(event)}
      />
    </>
  )
}

/** A file that has gone since it was chosen reads as an empty one, which is told like any other that is none of ours. */
const readable = (part: Blob): Promise<ArrayBuffer> => part.arrayBuffer().catch(() => new ArrayBuffer(0))
