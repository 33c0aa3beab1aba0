import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'

type Props = { readonly ok?: boolean; readonly children: ReactNode }

/** Something to look at before the meeting, or that it is as it should be: a mark and words, never colour alone. */
export function Warning({ ok = false, children }: Props) {
  return (
    <p className={ok ? 'convene-ok' : 'convene-caution'}>
      {ok ? <IconCircleCheck size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
      <span>{children}</span>
    </p>
  )
}
