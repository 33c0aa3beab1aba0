import { IconMailbox } from '@tabler/icons-react'
import type { writtenLine } from './written-line.ts'

/** What the running item has in writing, quietly: 书面表决：发出 12，收回 9. */
export function WrittenLine({ line }: { readonly line: NonNullable<ReturnType<typeof writtenLine>> }) {
  return (
    <div className="in-writing">
      <p className="label cut">
        <IconMailbox size="1em" aria-hidden="true" /> {line.words}
      </p>
      {line.sentence !== null && <p className="in-writing-result">{line.sentence}</p>}
    </div>
  )
}
