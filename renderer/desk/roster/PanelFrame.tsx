import { IconX } from '@tabler/icons-react'
import { Button } from 'antd'
import { type ReactNode, useEffect, useId, useRef } from 'react'

type Props = {
  readonly title: string
  readonly children: ReactNode
  /** What is done with all of it; stays in view. */
  readonly foot?: ReactNode
  readonly onClose: () => void
}

/** What is said beside the list: it takes the caret when it opens, and Escape gives it back. */
export function PanelFrame({ children, foot, onClose, title }: Props) {
  const id = useId()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => panel.current?.querySelector<HTMLElement>('input, button:not([data-close])')?.focus(), [])
  return (
    <aside
      ref={panel}
      className="sheet roster-panel"
      aria-labelledby={id}
      onKeyDown={(event) => {
        // A list of choices that is open takes the key for itself.
        if (event.key === 'Escape' && !event.defaultPrevented && !isOpenList(event.target)) onClose()
      }}
    >
      <header className="row">
        <h3 id={id} className="song grow one" title={title}>
          {title}
        </h3>
        <Button type="text" size="small" data-close aria-label="收起" icon={<IconX size={16} />} onClick={onClose} />
      </header>
      <div className="roster-panel-body">{children}</div>
      {foot !== undefined && <footer className="row wrap">{foot}</footer>}
    </aside>
  )
}

const isOpenList = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true'
