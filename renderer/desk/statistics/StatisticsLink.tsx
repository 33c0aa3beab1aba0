import { IconChartBar } from '@tabler/icons-react'
import { Button } from 'antd'
import { useDesk } from '../desk-context.tsx'
import { usePlace } from '../place.ts'
import { linkTo } from '../place-link.ts'

/** The way from a meeting's desk to its 发言统计; from there it leads back to the same desk. */
export function StatisticsLink() {
  const { meetingId } = useDesk()
  const { path } = usePlace()
  return (
    <Button type="text" icon={<IconChartBar size={18} />} {...linkTo({ at: 'statistics', meetingId }, path)}>
      发言统计
    </Button>
  )
}
