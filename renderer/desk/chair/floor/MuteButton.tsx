import { IconBell, IconBellOff, IconBellRinging } from '@tabler/icons-react'
import { Button } from 'antd'
import { useRef } from 'react'
import type { SpeechSound } from '../../../ui/use-speech-sound.ts'

/** Whether this laptop sounds when the time is up; a browser that keeps a page silent at first has to be told by a press. */
export function MuteButton({ sound: { mute, muted, silenced } }: { readonly sound: SpeechSound }) {
  // The press that lets the page be heard is over before its click comes: that click mutes nothing.
  const woke = useRef(false)
  const note = () => {
    woke.current = silenced
  }
  const press = () => {
    if (!silenced && !woke.current) mute(!muted)
  }
  return (
    <Button
      type="text"
      size="small"
      className={`speaker-mute ${silenced ? 'silenced' : ''}`}
      {...(silenced ? {} : { 'aria-pressed': muted, 'aria-label': muted ? '已静音' : '时间到响一声' })}
      title={
        silenced
          ? '浏览器要先点一下，时间到才会响'
          : muted
            ? '这台电脑已静音，点一下恢复响铃'
            : '时间到这台电脑会响，点一下静音'
      }
      icon={silenced ? <IconBellRinging size={18} /> : muted ? <IconBellOff size={18} /> : <IconBell size={18} />}
      onPointerDown={note}
      onKeyDown={note}
      onClick={press}
    >
      {silenced && '点一下开声音'}
    </Button>
  )
}
