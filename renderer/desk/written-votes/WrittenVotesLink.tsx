import { IconMailbox } from '@tabler/icons-react'
import { Button } from 'antd'
import type { ItemId } from '../../../shared/core/ids.ts'
import { useDesk } from '../desk-context.tsx'
import { usePlace } from '../place.ts'
import { linkTo } from '../place-link.ts'

type Props = {
  /** The item that a new one is likely about. */
  readonly itemId?: ItemId
}

/** The way from a meeting's desk to what is asked in writing; from there it leads back to the same desk. */
export function WrittenVotesLink({ itemId }: Props) {
  const { meeting, meetingId } = useDesk()
  const { path } = usePlace()
  const running = meeting.writtenVotes.filter(({ phase }) => phase === 'open').length
  if (meeting.phase === 'sealed' && meeting.writtenVotes.length === 0) return null
  const place = { at: 'written', meetingId, ...(itemId === undefined ? {} : { itemId }) } as const
  return (
    <Button
      type="text"
      {...(itemId === undefined ? {} : { size: 'small' as const })}
      icon={<IconMailbox size={18} />}
      {...linkTo(place, path)}
    >
      {itemId === undefined ? '书面表决' : '书面征求意见、业主书面表决'}
      {running > 0 && `（${running} 件在收）`}
    </Button>
  )
}
