import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { ScreenShown } from '../../../shared/meeting/hall-screen/messages.ts'
import { useDesk } from '../desk-context.tsx'
import { BreakChoice } from './BreakChoice.tsx'
import { pageChoices, shownName } from './page-choices.ts'
import { TextChoice } from './TextChoice.tsx'

/** Every page of the hall screen, one press each; a break and words of one's own below. */
export function ScreenChoices({ onClose }: { readonly onClose: () => void }) {
  const { act, meeting } = useDesk()
  const panel = useRef<HTMLElement>(null)
  const now = shownName(meeting)
  // Whoever uses the keys is where the choices are; they float at the end of the page.
  useEffect(() => panel.current?.querySelector<HTMLElement>('button[aria-pressed="true"]')?.focus(), [])
  const show = async (shown: ScreenShown): Promise<boolean> => {
    const { ok } = await act('showOnScreen', { shown })
    if (ok) onClose()
    return ok
  }
  return (
    <section
      ref={panel}
      role="dialog"
      aria-label="大屏显示什么"
      className="screen-choices"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <div className="screen-pages">
        {pageChoices(meeting).map(({ empty, name, page }) => (
          <Button
            key={page}
            className={page === 'follow' ? 'whole' : ''}
            aria-pressed={name === now}
            disabled={empty !== null}
            title={empty ?? undefined}
            onClick={() => void show({ page })}
          >
            {page === 'follow' ? '跟随会议（自动切换）' : name}
          </Button>
        ))}
      </div>
      <BreakChoice onShow={show} />
      <TextChoice onShow={show} />
    </section>
  )
}
