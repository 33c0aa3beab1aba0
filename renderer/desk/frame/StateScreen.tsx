import { Button } from 'antd'
import type { MouseEvent, ReactNode } from 'react'

type Act = {
  readonly label: string
  readonly href?: string
  readonly onClick?: (event: MouseEvent) => void
  readonly onAuxClick?: (event: MouseEvent) => void
}

type Props = {
  readonly icon: ReactNode
  /** What happened. */
  readonly title: string
  /** Whether anything is lost, and what to do. */
  readonly children: ReactNode
  readonly act?: Act
}

/** A state that takes the whole page: what happened, whether anything is lost, which button is next. */
export function StateScreen({ icon, title, children, act }: Props) {
  const { label, ...leading } = act ?? { label: '' }
  return (
    <main className="state-page">
      <section className="state-sheet" aria-live="assertive">
        <span className="state-icon" aria-hidden>
          {icon}
        </span>
        <div>
          <h1 className="song">{title}</h1>
          <div className="state-words">{children}</div>
          {act !== undefined && (
            <Button type="primary" {...leading}>
              {label}
            </Button>
          )}
        </div>
      </section>
    </main>
  )
}
