import { IconBell, IconBellOff, IconClock } from '@tabler/icons-react'
import { Button } from 'antd'
import { timesSpoken } from '../../../../shared/meeting/floor/order.ts'
import type { HeldMeeting } from '../../../../shared/meeting/state.ts'
import { nameOf } from '../../../connection/meeting-view.ts'
import { useSecondsLeft } from '../../../connection/seconds-left.ts'
import { clockText } from '../../../ui/clock-text.ts'
import { Stance } from '../../../ui/Stance.tsx'
import { turnWords } from '../../../ui/speaking-queue.ts'
import { useDesk } from '../../desk-context.tsx'
import { useTimeUp } from './use-time-up.ts'

/** Longer names than this do not fit in one line of the largest type. */
const LONG_NAME = 7

type Speaking = NonNullable<HeldMeeting['floor']['speaking']>

/** Who speaks and how long is left, by the host's clock; ink, then amber. */
export function Speaker({ speaking }: { readonly speaking: Speaking | null }) {
  const { act, client, meeting } = useDesk()
  const limit = speaking?.limitSeconds ?? meeting.speakingSeconds
  const left = useSecondsLeft(speaking?.startedAt ?? null, limit)
  const over = speaking !== null && left <= 0
  const [muted, mute] = useTimeUp(speaking?.startedAt ?? null, over)
  const name = speaking === null ? '没有人在发言' : nameOf(client, speaking.seatId)
  const turns = speaking === null ? 0 : timesSpoken(meeting.floor, speaking.itemId, speaking.seatId)
  return (
    <section className={`speaker ${speaking === null ? 'nobody' : ''}`} aria-label="正在发言">
      <p className="row">
        <span className="note grow">{speaking === null ? '发言' : '正在发言'}</span>
        {speaking !== null && <span className="note">{turnWords(turns + 1, meeting.form.speeches.times)}</span>}
      </p>
      <p className="row speaker-name">
        <span className={`song grow ${name.length > LONG_NAME ? 'long' : ''}`}>{name}</span>
        {speaking !== null && <Stance stance={speaking.stance} />}
      </p>
      <p className={`speaker-clock ${over ? 'over' : ''}`}>
        <b role="timer" aria-label="还剩">
          {clockText(left)}
        </b>
        {over ? (
          <span className="tag warn">
            <IconClock size={16} aria-hidden />
            时间到
          </span>
        ) : (
          <span className="sub">
            {speaking === null ? '每次限' : '还剩，每次限'} {limitText(limit)}
          </span>
        )}
      </p>
      <span className="only-readers" aria-live="assertive">
        {over && '时间到'}
      </span>
      <div className="speaker-bar" aria-hidden>
        <i
          ref={(bar) =>
            void bar?.style.setProperty('width', `${speaking === null ? 0 : Math.max(0, (left / limit) * 100)}%`)
          }
        />
      </div>
      <div className="row speaker-acts">
        <Button
          className="grow"
          disabled={speaking === null}
          title="说完（E）"
          onClick={() => speaking !== null && void act('endSpeech', { seatId: speaking.seatId })}
        >
          说完 <kbd>E</kbd>
        </Button>
        <Button
          aria-pressed={muted}
          icon={muted ? <IconBellOff size={18} /> : <IconBell size={18} />}
          onClick={() => mute(!muted)}
        >
          {muted ? '已静音' : '时间到响一声'}
        </Button>
      </div>
    </section>
  )
}

function limitText(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  return [minutes > 0 ? `${minutes} 分` : '', rest > 0 ? `${rest} 秒` : ''].filter((part) => part !== '').join(' ')
}
