import { IconBell, IconBellOff } from '@tabler/icons-react'
import { Button } from 'antd'

type Props = { readonly muted: boolean; readonly onMute: (muted: boolean) => void }

/** Whether this laptop sounds when the time is up. */
export function MuteButton({ muted, onMute }: Props) {
  return (
    <Button
      type="text"
      size="small"
      className="speaker-mute"
      aria-pressed={muted}
      title={muted ? '这台电脑已静音，点一下恢复响铃' : '时间到这台电脑会响，点一下静音'}
      aria-label={muted ? '已静音' : '时间到响一声'}
      icon={muted ? <IconBellOff size={18} /> : <IconBell size={18} />}
      onClick={() => onMute(!muted)}
    />
  )
}
