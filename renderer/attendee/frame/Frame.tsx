import { IconChevronLeft, IconRefresh, IconWifi } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useHall } from '../../connection/hall-context.tsx'
import { LateRefusals } from './LateRefusals.tsx'
import { OfflineBanner } from './OfflineBanner.tsx'

type Props = {
  readonly title: string
  readonly practice?: boolean
  /** Leads back to the hall, unless `backTo` names another page; a page without one is a first page. */
  readonly onBack?: (() => void) | undefined
  readonly backTo?: string
  readonly dock?: ReactNode
  readonly children: ReactNode
}

/** A page: whose meeting it is and whether the line holds, the matter, and at the thumb what can be done now. */
export function Frame({ title, practice = false, onBack, backTo = '会场', dock, children }: Props) {
  return (
    <div className="page">
      <header className="head">
        {onBack !== undefined && (
          <button type="button" className="back" aria-label={`返回${backTo}`} onClick={onBack}>
            <IconChevronLeft size="1.4em" aria-hidden="true" />
          </button>
        )}
        <b className="head-title">{title}</b>
        {practice && <span className="tag">练习</span>}
        <Connection />
      </header>
      <div className="letterhead" />
      <OfflineBanner />
      <LateRefusals />
      <div className="body">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long page scrolls, and must do so from the keyboard too. */}
        <main tabIndex={0}>{children}</main>
        {dock !== undefined && (
          <section className="dock" aria-label="现在可以做的">
            {dock}
          </section>
        )}
      </div>
    </div>
  )
}

function Connection() {
  const { at } = useHall().phase
  if (at === 'ended') return null
  const up = at !== 'offline' && at !== 'connecting'
  const Icon = up ? IconWifi : IconRefresh
  return (
    <span className={up ? 'link up' : 'link down'} role="status">
      <Icon size="1.15em" aria-hidden="true" />
      {up ? '已连上' : '正在重连'}
    </span>
  )
}
