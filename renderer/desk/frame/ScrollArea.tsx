import type { ReactNode } from 'react'

type Props = { readonly label: string; readonly className?: string; readonly children: ReactNode }

/** Something longer than its place: reachable by the keyboard, so that it can be scrolled without a mouse. */
export function ScrollArea({ label, className = '', children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus where browsers do not give it by themselves
    <section className={`scroll-area ${className}`} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
