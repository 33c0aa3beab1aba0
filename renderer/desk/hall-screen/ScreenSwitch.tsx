import './hall-screen.css'
import { IconChevronDown, IconScreenShare } from '@tabler/icons-react'
import { Button, Popover } from 'antd'
import { useRef, useState } from 'react'
import { useDesk } from '../desk-context.tsx'
import { shownName } from './page-choices.ts'
import { ScreenChoices } from './ScreenChoices.tsx'

/** 大屏: what the hall screen shows now, and what it shall show. Nothing after 散会, when it keeps to the outcome. */
export function ScreenSwitch() {
  const { meeting } = useDesk()
  const [open, setOpen] = useState(false)
  const key = useRef<HTMLButtonElement>(null)
  if (meeting.phase !== 'open') return null
  const name = shownName(meeting)
  const close = () => {
    setOpen(false)
    key.current?.focus()
  }
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      content={<ScreenChoices onClose={close} />}
    >
      <Button
        ref={key}
        // Of one type whatever is shown: another one is another element, and the focus would be lost.
        type="text"
        className={name === '跟随会议' ? 'screen-switch' : 'screen-switch chosen'}
        aria-haspopup="dialog"
        aria-expanded={open}
        title="切换大屏显示的内容"
        icon={<IconScreenShare size={18} />}
      >
        大屏：{name}
        <IconChevronDown size={16} aria-hidden />
      </Button>
    </Popover>
  )
}
