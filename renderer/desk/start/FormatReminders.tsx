import { IconBell } from '@tabler/icons-react'
import { Button } from 'antd'
import type { FoundedCouncil } from '../../../shared/council/state.ts'
import { standings } from '../../../shared/formats/recurrence.ts'
import { reminderText } from '../../../shared/wording/formats.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { useLibrary } from '../library/use-library.ts'
import { go } from '../place.ts'

/** 该开的会: which of the forms that this council uses are due, or were short in the last period. */
export function FormatReminders({ council }: { readonly council: FoundedCouncil }) {
  const client = useHall()
  const { formats } = useLibrary()
  const told = standings(council.formats, formats, council.meetings, client.hostNow()).flatMap((standing) => {
    const words = reminderText(standing)
    const name = formats.find(({ formatId }) => formatId === standing.formatId)?.name ?? ''
    return words === null ? [] : [{ ...standing, name, words }]
  })
  if (told.length === 0) return null
  return (
    <ul className="start-reminders" aria-label="该开的会">
      {told.map(({ formatId, name, state, words }) => (
        <li key={formatId} className={state === 'due' ? 'due' : ''}>
          <IconBell size={18} aria-hidden />
          <span className="grow">
            <b>{name}</b>：{words}
          </span>
          {state !== 'enough' && (
            <Button
              size="small"
              aria-label={`去召集：${name}`}
              onClick={() => go({ at: 'convene', councilId: council.councilId, formatId })}
            >
              去召集
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
