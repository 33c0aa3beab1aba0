import { IconPlus } from '@tabler/icons-react'
import { Button } from 'antd'
import type { FoundedCouncil } from '../../../shared/council/state.ts'
import type { HeldMeeting } from '../../../shared/meeting/state.ts'
import { isSampleCouncil } from '../first-run/practice.ts'
import { go } from '../place.ts'
import { dayText, stateWords, tearOff } from './meeting-words.ts'

type Props = { readonly council: FoundedCouncil; readonly meetings: readonly HeldMeeting[] }

const onWords = ({ phase }: HeldMeeting): string => (phase === 'open' ? '接着开' : '整理纪要')

/** The meeting to go on with, as a leaf of a calendar; without one, the way to the next. */
export function NextMeeting({ council, meetings }: Props) {
  const [first, ...others] = meetings
  if (first === undefined) {
    return (
      <section className="sheet start-empty">
        <h2 className="song">现在没有开着的会</h2>
        <p className="sub">
          {isSampleCouncil(council)
            ? '示例组织只用来练习。正式开会，请先建自己的组织。'
            : `${council.name}的名册已经建好，写上议题就能开。`}
        </p>
        <div>
          {!isSampleCouncil(council) && (
            <Button
              type="primary"
              icon={<IconPlus size={18} />}
              onClick={() => go({ at: 'convene', councilId: council.councilId })}
            >
              开一次会
            </Button>
          )}
        </div>
      </section>
    )
  }
  const leaf = tearOff(first.startsAt)
  return (
    <section className="sheet start-next" aria-label="接着办">
      <div className="start-leaf">
        <p className="leaf-month">{leaf.month}</p>
        <p className="leaf-day song">{leaf.day}</p>
        <p>{leaf.time}</p>
      </div>
      <div className="start-next-in">
        <p className="row note">
          <span className="grow one">{first.councilName}</span>
          <span className="one">{first.place}</span>
        </p>
        <h2 className="song">
          {first.title}
          {first.practice && <span className="tag warn">练习</span>}
        </h2>
        <p className="sub">{stateWords(first)}</p>
        <div className="row wrap">
          <Button type="primary" onClick={() => go({ at: 'meeting', meetingId: first.meetingId })}>
            {onWords(first)}
          </Button>
        </div>
      </div>
      {others.length > 0 && (
        <ul className="start-others">
          {others.map((meeting) => (
            <li key={meeting.meetingId}>
              <span className="sub">{dayText(meeting.startsAt)}</span>
              <span className="one grow">{meeting.title}</span>
              {meeting.practice && <span className="tag warn">练习</span>}
              <Button
                size="small"
                aria-label={`${onWords(meeting)}：${meeting.title}`}
                onClick={() => go({ at: 'meeting', meetingId: meeting.meetingId })}
              >
                {onWords(meeting)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
