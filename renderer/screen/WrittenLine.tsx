import { IconMailbox } from '@tabler/icons-react'
import type { writtenLine } from './written-line.ts'

/** What came in writing on the running item, quietly: 书面表决，通过：更换小区大门. */
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
