import { Button } from 'antd'
import type { ReactNode } from 'react'

type Act = { readonly label: string; readonly href?: string; readonly onClick?: () => void }

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
            <Button
              type="primary"
              {...(act.href === undefined ? {} : { href: act.href })}
              {...(act.onClick === undefined ? {} : { onClick: act.onClick })}
            >
              {act.label}
            </Button>
          )}
        </div>
      </section>
    </main>
  )
}
