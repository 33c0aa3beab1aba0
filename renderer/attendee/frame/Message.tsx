import type { ReactNode } from 'react'

/** What happened, whether anything is lost, what comes next. */
export function Message({
  icon,
  title,
  children,
}: {
  readonly icon: ReactNode
  readonly title: string
  readonly children: ReactNode
}) {
  return (
    <section className="message">
      <span className="message-icon">{icon}</span>
      <h1>{title}</h1>
      <div className="message-text">{children}</div>
    </section>
  )
}
